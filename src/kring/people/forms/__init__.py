"""Forms of the room `people`, by noun."""
