"""Pages of the room `people`, by noun."""
