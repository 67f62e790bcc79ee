"""The look, as far as it can be computed: contrast of every pair, one evening told twice, drawings that exist."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from kring.kit.bundle import joined
from kring.kit.drawings import figure

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "src/kring/kit/static/kit"
TEMPLATES = sorted(ROOT.glob("src/kring/*/templates/**/*.html"))
TINTS = ["coral", "sage", "sky", "plum", "sun"]
DOMAINS = ["family", "friends", "school", "street", "leisure", "faith", "past", "work", "online", "care"]
GROUNDS = ["paper", "sheet", *(f"{tint}-soft" for tint in TINTS), *DOMAINS]


def sheet(name: str) -> str:
    return (STATIC / "css" / name).read_text(encoding="utf-8")


def tokens(text: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,8})\b", text))


DAY = tokens(sheet("tokens.css"))
BY_DEVICE, BY_CHOICE = (tokens(part) for part in sheet("dark.css").split('[data-theme="dark"] {'))
EVENING = {**DAY, **BY_CHOICE}


def light(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


def pairs() -> list[tuple[str, str, float]]:
    """Front, ground and the least contrast (WCAG 2.2: 1.4.3 text, 1.4.11 edges)."""
    text = [(front, ground, 4.5) for ground in GROUNDS for front in ("ink", "ink-soft")]
    tinted = [(tint, ground, 4.5) for tint in TINTS[:4] for ground in ("paper", "sheet", "sun-soft", f"{tint}-soft")]
    wrong = [("coral-deep", ground, 4.5) for ground in ("paper", "sheet", "sun-soft", "coral-soft")]
    pressed = [
        ("on-coral", "coral", 4.5),
        ("on-coral", "coral-deep", 4.5),
        ("on-sun", "sun", 4.5),
        ("paper", "ink", 4.5),
    ]
    edges = [(edge, ground, 3.0) for edge in ("edge", "ring", "focus") for ground in ("paper", "sheet", *DOMAINS)]
    return text + tinted + wrong + pressed + edges


@pytest.mark.parametrize("colours", [DAY, EVENING], ids=["day", "evening"])
def test_everything_can_be_read(colours: dict[str, str]) -> None:
    found = [(front, ground, contrast(colours[front], colours[ground]), least) for front, ground, least in pairs()]
    assert [row for row in found if row[2] < row[3]] == []


def test_evening_by_device_and_by_choice_are_one() -> None:
    assert BY_DEVICE == BY_CHOICE
    assert BY_DEVICE.keys() >= DAY.keys() - {"on-coral"}


def test_every_part_is_in_the_one_stylesheet() -> None:
    class Disk:
        def open(self, name: str) -> object:
            return (STATIC / name).open("rb")

    whole = joined(Disk(), "css/kit.css")
    assert "@import" not in whole
    assert whole.count("{") == whole.count("}")
    parts = {path.name for path in (STATIC / "css").glob("*.css")} - {"kit.css", "gallery.css"}
    assert set(re.findall(r'url\("([\w-]+\.css)"\)', sheet("kit.css"))) == parts


def test_words_in_a_stylesheet_keep_their_space() -> None:
    class Sheet:
        def open(self, name: str) -> BytesIO:
            return BytesIO(b'a {\n  content: ", "; /* why */\n  & > b { margin: 0 1px; }\n}\n')

    assert joined(Sheet(), "x.css") == 'a{content: ", ";& > b{margin: 0 1px;}}\n'


def drawn(name: str) -> set[str]:
    return set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / name).read_text(encoding="utf-8")))


def test_a_figure_on_paper_has_the_colours_that_a_page_gives_it() -> None:
    assert not [name for name in drawn("figures.svg") if "var(" in figure(name)]
    assert 'fill="#62709c"' in figure("someone")


def test_icons_and_figures_that_are_asked_for_were_drawn() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    assert {*re.findall(r'\bicon="([\w-]+)"', text), *re.findall(r"icons\.svg' %}#([\w-]+)", text)} <= drawn(
        "icons.svg"
    )
    assert set(re.findall(r'\bfigure="([\w-]+)"', text)) <= drawn("figures.svg")


def test_a_first_visit_stays_light() -> None:
    letters = sum((STATIC / "fonts" / name).stat().st_size for name in ("atkinson.woff2", "bricolage.woff2"))
    assert letters <= 21_000


@pytest.mark.parametrize("script", ["NotoSans", "NotoSansArabic", "NotoSansHebrew", "NotoSansEthiopic"])
def test_on_paper_every_script_has_ordinary_letters_beside_bold_ones(script: str) -> None:
    ordinary, bold = (
        set(TTFont(STATIC.parents[1] / f"fonts/{script}_{face}.ttf").getBestCmap())
        for face in ("400Regular", "700Bold")
    )
    assert ordinary == bold
