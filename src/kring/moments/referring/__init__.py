"""The sheet for who refers a child: what was discussed already, so that the child does not start again (A19)."""

from pathlib import Path

from kring.kit.leaflets import Leaflets

SHEET = Leaflets(Path(__file__).parent)
