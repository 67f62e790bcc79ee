"""The sheet for who becomes 18: what changes, what stays, and what one may ask (R15, C54)."""

from pathlib import Path

from kring.kit.leaflets import Leaflets

OF_AGE = Leaflets(Path(__file__).parent)
