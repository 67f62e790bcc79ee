"""The circle on paper: one sheet of A4, readable aloud, set in a process of its own."""

import re
import subprocess
from datetime import date
from xml.etree import ElementTree

import pytest

from kring.circle import paper
from kring.circle.domains import Domain, Ring
from kring.circle.drawing import Names
from kring.circle.geometry import Dot, Picture
from kring.circle.paper import PaperError, Sheet
from tests.circle.test_drawing import FAMILY
from tests.circle.test_layout import HOSTILE, crowd


@pytest.mark.parametrize("landscape", [True, False])
@pytest.mark.parametrize(
    "picture", [Picture("Noor"), FAMILY, crowd(40), crowd(300)], ids=["none", "family", "40", "300"]
)
def test_one_sheet_of_a4(picture: Picture, *, landscape: bool) -> None:
    sheet = paper.pdf(picture, Sheet(title="Wie er is", day=date(2026, 11, 21), landscape=landscape, practice=True))
    assert sheet.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page[^s]", sheet)) == 1
    corner = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", sheet)
    assert corner
    assert (round(float(corner[1])), round(float(corner[2]))) == ((842, 595) if landscape else (595, 842))
    assert b"/StructTreeRoot" in sheet
    assert b"pdfuaid" in sheet


def test_without_a_title_the_sheet_has_a_neutral_one() -> None:
    assert b"(Kring)" in paper.pdf(FAMILY, Sheet())


def test_a_sheet_does_not_tell_at_what_hour_it_was_made() -> None:
    made = paper.pdf(FAMILY, Sheet())
    assert not [word for word in (b"CreationDate", b"ModDate", b"CreateDate", b"ModifyDate") if word in made]


def test_names_that_no_font_can_write_still_make_a_sheet() -> None:
    dots = tuple(Dot(f"k{number}", name, Ring.NEAR, Domain.FAMILY) for number, name in enumerate(HOSTILE))
    assert paper.pdf(Picture("#x $y$ *z*", dots), Sheet(title="#set page(width: 1cm) 🐶")).startswith(b"%PDF-")


def test_names_as_people_type_them_keep_the_seal_for_reading_aloud() -> None:
    """A fox, a flag, a family, Polish: each letter has a font, or the standard would refuse the sheet.

    Not yet Arabic in the drawing: the press joins its letters and then no longer says which ones they were.
    """
    names = ("oma Łucja 🦊", "🇧🇪 👍🏽", "👨‍👩‍👧‍👦", "❤️")
    dots = tuple(Dot(f"k{number}", name, Ring.NEAR, Domain.FAMILY) for number, name in enumerate(names))
    sheet = paper.pdf(Picture("Noor 🐶", dots), Sheet(title="Noor 🐶"))
    assert b"pdfuaid" in sheet


def test_an_image_and_a_drawing() -> None:
    assert paper.png(FAMILY, Sheet()).startswith(b"\x89PNG")
    drawn = paper.svg(FAMILY, Sheet(rings=False, names=Names.NONE))
    assert drawn.startswith("<svg xmlns=")
    assert "Rita" not in drawn


@pytest.mark.parametrize("practice", [True, False])
@pytest.mark.parametrize("rings", [True, False])
def test_every_file_says_that_it_is_practice_and_that_a_place_tells_nothing(rings: bool, practice: bool) -> None:
    sheet = Sheet(rings=rings, practice=practice)
    drawn = paper.svg(FAMILY, sheet)
    ElementTree.fromstring(drawn)  # noqa: S314  # our own drawing
    for order in (paper._order(FAMILY, sheet, "png"), paper._order(FAMILY, sheet, "pdf")):
        assert bool(order["alike"]) is not rings
        assert bool(order["practice"]) is practice
    assert ("zegt niets over hoe dichtbij" in drawn) is not rings
    assert ("OEFENING" in drawn) is practice
    plain = paper.png(FAMILY, Sheet())
    assert (_height(paper.png(FAMILY, sheet)) > _height(plain)) is (practice or not rings)


def _height(image: bytes) -> int:
    """Of a PNG: the second number of its first chunk."""
    return int.from_bytes(image[20:24], "big")


def test_a_press_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "_PATIENCE", 0.01)
    with pytest.raises(PaperError, match="time"):
        paper.pdf(FAMILY, Sheet())


def test_a_press_that_breaks_says_nothing_about_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "_PRESS", paper._PRESS.with_name("no-press.py"))
    with pytest.raises(PaperError) as failed:
        paper.pdf(FAMILY, Sheet())
    assert str(failed.value) == "press"
    assert failed.value.__cause__ is None


def test_names_travel_as_data_and_not_on_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []

    def run(command: list[str], **_options: object) -> subprocess.CompletedProcess[bytes]:
        seen.append(command)
        return subprocess.CompletedProcess(command, 0, stdout=b"%PDF-")

    monkeypatch.setattr(subprocess, "run", run)
    paper.pdf(FAMILY, Sheet(title="geheim"))
    assert "geheim" not in " ".join(seen[0])
    assert "Rita" not in " ".join(seen[0])
