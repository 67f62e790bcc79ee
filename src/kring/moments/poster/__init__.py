"""The sheet for the wall: that every child has a right to somebody beside it (B137).  It names nobody."""

from pathlib import Path

from kring.kit.leaflets import Leaflets

POSTER = Leaflets(Path(__file__).parent)
