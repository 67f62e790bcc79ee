"""The canary method: a word that nobody knows in every row, and everyone of the cast who reads all it can reach."""
