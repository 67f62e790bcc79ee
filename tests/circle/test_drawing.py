"""What the circle says: to the eye, to a screen reader, and what it keeps to itself when it leaves the house."""

import gzip
import re
from uuid import UUID
from xml.dom.minidom import parseString

import pytest

from kring.circle.domains import Domain, Kind, Ring, TieKind
from kring.circle.drawing import Names, draw, draw_page
from kring.circle.geometry import Dot, Line, Picture
from kring.circle.legend import legend
from tests.circle.test_layout import HOSTILE, crowd

FAMILY = Picture(
    "Noor",
    (
        Dot("k1", "oma Rita", Ring.VERY_NEAR, Domain.FAMILY, support="EG"),
        Dot("k2", "Wilma", Ring.NEAR, Domain.STREET, mark="jim"),
        Dot("k3", "Karim", Ring.FURTHER, Domain.LEISURE, mark="trust"),
        Dot("k4", "pastor Johan", Ring.FURTHER, Domain.FAITH, mark="supporter"),
        Dot("k5", "Lotte", Ring.NEAR, Domain.CARE, in_care=True),
        Dot("k6", "Pluis", Ring.VERY_NEAR, Domain.STREET, Kind.PET),
        Dot("k7", "de tuin", Ring.ONCE, Domain.PAST, Kind.PLACE),
        Dot("k8", "de chiro", Ring.FURTHER, Domain.LEISURE, Kind.GROUP),
    ),
    (
        Line("k1", "k2", TieKind.KNOW, 1),
        Line("k3", "k8", TieKind.CLOSE, 3),
        Line("k1", "k4", TieKind.TENSION, 2),
        Line("k2", "k5", TieKind.BROKEN, 1),
    ),
)
NAMES = [dot.name for dot in FAMILY.dots]


def named(picture: Picture) -> Picture:
    """The same with keys as long as real ones."""
    dots = tuple(
        Dot(str(UUID(int=hash(dot.key) % 2**128)), dot.name, dot.ring, dot.domain, dot.kind, support=dot.support)
        for dot in picture.dots
    )
    return Picture(picture.child, dots)


@pytest.mark.parametrize(
    "said",
    [
        "oma Rita, heel dichtbij, gezin en familie, gezelschap, emotionele steun",
        "Wilma, dichtbij, buurt, JIM",
        "Karim, verder weg, vrije tijd, vertrouwenspersoon",
        "pastor Johan, verder weg, geloof en gemeenschap, steunfiguur",
        "Lotte, dichtbij, hulpverlening, werkt voor de hulp",
        "Pluis, heel dichtbij, buurt, een dier",
        "de tuin, was belangrijk, vroegere plekken, een plek",
    ],
)
def test_everyone_can_be_heard(said: str) -> None:
    assert f'aria-label="{said}"' in draw(FAMILY)


def test_every_kind_and_mark_has_a_shape_of_its_own() -> None:
    drawn = draw(FAMILY)
    shapes = {
        key: re.sub(r"<text.*?</text>", "", figure)
        for key, figure in re.findall(r'data-key="(k\d)".*?transform="[^"]*">(.*?)</g>', drawn)
    }
    del shapes["k5"]  # someone from care has the disc of a person, with a rim of dashes
    assert len(set(shapes.values())) == len(shapes)
    assert 'class="person pro"' in drawn


def test_every_tie_says_its_kind_in_words_and_in_its_line() -> None:
    drawn = draw(FAMILY)
    for kind in TieKind:
        assert f": {kind.label}" in drawn
        assert f'class="tie {kind.value} s' in drawn
    lines = re.findall(r'class="tie \w+ s\d"[^>]*><path d="([^"]*)"', drawn)
    assert len({re.sub(r"[-\d. ]+", "", line) for line in lines}) == 3, "smooth, zigzag and cut"


def test_every_cell_can_be_dropped_on() -> None:
    groups = re.findall(r'<g class="(\w+)">((?:<path class="cell[^>]*>)+)</g>', draw(FAMILY))
    cells = {domain: re.findall(r'class="cell r(\d)"', paths) for domain, paths in groups}
    domains = set(Domain) - {Domain.WORK, Domain.ONLINE}
    assert cells == {domain.value: [str(ring.value) for ring in Ring] for domain in domains}, (
        "scripts count on the order"
    )


@pytest.mark.parametrize("standalone", [True, False])
def test_it_is_well_formed_whatever_people_are_called(*, standalone: bool) -> None:
    dots = tuple(Dot(f'k"{number}<', name, Ring.NEAR, Domain.FAMILY) for number, name in enumerate(HOSTILE))
    drawn = draw(Picture("<b>\u202e\x00", dots), standalone=standalone)
    parseString(drawn)  # noqa: S318 (drawn here, by us)
    assert "<script" not in drawn
    assert " style=" not in drawn
    assert not re.search(r"[\x00-\x08\u202a-\u202e\ud800-\udfff]", drawn)


def test_a_whole_long_name_stands_in_its_label() -> None:
    name = "Maximiliaan-Alexander van de Velde uit de Kerkstraat"
    drawn = draw(Picture("Noor", (Dot("k", name, Ring.NEAR, Domain.FAMILY),)))
    assert f'aria-label="{name},' in drawn
    assert "…</text>" in drawn


@pytest.mark.parametrize("names", [Names.NONE, Names.INITIALS, False])
def test_without_names_no_name_is_in_the_file(names: Names | bool) -> None:
    drawn = draw(FAMILY, names=names, standalone=True) + draw(FAMILY, names=names)
    assert not [name for name in [*NAMES, "Noor"] if name in drawn]


def test_a_file_that_leaves_the_house_holds_no_keys_and_its_own_colours() -> None:
    drawn = draw(FAMILY, standalone=True)
    assert "data-" not in drawn
    assert "var(" not in drawn
    assert "<style>" in drawn


def test_the_picture_to_take_home_knows_no_nearness_and_no_tension() -> None:
    drawn = draw(FAMILY, rings=False, standalone=True)
    assert not [ring.label for ring in Ring if str(ring.label) in drawn]
    assert "tension" not in drawn.split("</style>")[1]
    assert "broken" not in drawn.split("</style>")[1]
    assert drawn.count('class="ring') == 1
    assert "once" not in drawn.split("</style>")[1]
    chosen = Picture(FAMILY.child, FAMILY.dots, FAMILY.lines, tension_at_home=True)
    assert "tie tension" in draw(chosen, rings=False, standalone=True)


def test_the_picture_to_take_home_tells_nearness_to_nobody_who_listens() -> None:
    drawn = draw(FAMILY, rings=False)
    assert "data-ring" not in drawn
    assert "dichtbij" not in drawn


def test_an_empty_circle_is_a_circle() -> None:
    drawn = draw(Picture("Noor"))
    assert ">Noor</text>" in drawn
    assert "De kring van Noor: 0" in drawn


def test_both_sizes_for_a_page_of_forty_stay_under_eight_kilobytes() -> None:
    assert len(gzip.compress(draw_page(named(crowd(40, seed=4))).encode())) < 8_000


def test_behind_a_count_stand_the_names() -> None:
    dots = tuple(Dot(f"k{number}", f"leerkracht {number} <i>", Ring.NEAR, Domain.SCHOOL) for number in range(20))
    page = draw_page(Picture("Noor", dots))
    assert 'aria-label="dichtbij, school: 20 mensen"' in page
    assert page.count('<li><button type="button" data-key=') == 20
    assert "leerkracht 7 &lt;i&gt;</button>" in page


def test_the_key_names_only_what_is_there() -> None:
    assert legend(Picture("Noor", FAMILY.dots[:1])) != []
    words = [words for _, words in legend(FAMILY)]
    assert words[:4] == ["JIM", "vertrouwenspersoon", "steunfiguur", "werkt voor de hulp"]
    assert "spanning" in words
    assert "spanning" not in [words for _, words in legend(FAMILY, rings=False)]
    assert legend(Picture("Noor")) == []
