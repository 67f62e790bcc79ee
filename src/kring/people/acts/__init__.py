"""Acts of the room `people`, by noun."""
