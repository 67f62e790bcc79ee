"""Measurements: `./kring bench NAME` runs `bench/NAME.py`, whose last line is one JSON object of plain numbers."""
