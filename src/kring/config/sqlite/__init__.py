"""SQLite with a queue for its one writer."""
