"""The sheet for parents: somebody beside their child, without a word of blame (A61, C136)."""

from pathlib import Path

from kring.kit.leaflets import Leaflets

SHEETS = Leaflets(Path(__file__).parent)
