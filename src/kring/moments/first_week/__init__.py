"""The sheet for a new colleague: what one keeps at hand in the first week, and after it (B135)."""

from pathlib import Path

from kring.kit.leaflets import Leaflets

AT_HAND = Leaflets(Path(__file__).parent)
