"""The sheet "wat kan ik doen?" for who is around a child: small offers, with a box to tick (A107)."""

from pathlib import Path

from kring.kit.leaflets import Leaflets

OFFERS = Leaflets(Path(__file__).parent)
