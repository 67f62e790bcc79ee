"""The authorisation matrix: every address, every method, everyone, in every state (quality.md 3, row 14)."""
