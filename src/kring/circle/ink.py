"""The style that a drawing carries when it leaves the page: literal colours, readable in black and white too."""

from typing import Final

TINTS: Final = {
    "family": "#f7d9cf",
    "friends": "#fbe7b8",
    "school": "#d6e6f5",
    "street": "#dcecd8",
    "leisure": "#e6dcf3",
    "faith": "#f3e3c7",
    "work": "#f1dfe6",
    "online": "#d4ecec",
    "past": "#e6e2da",
    "care": "#e9e9ee",
}
_INK, _SOFT, _SHEET = "#22303c", "#55616c", "#fffdf9"
_LETTERS = (
    "Atkinson Hyperlegible Next, Atkinson Hyperlegible, "
    "Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, Noto Sans Ethiopic, sans-serif"
)
_FIXED = (
    f"text{{font-family:{_LETTERS};font-weight:700;text-anchor:middle;fill:{_INK}}}",
    ".right{text-anchor:start}.left{text-anchor:end}.bare .name{display:none}",
    ".cell{stroke:#d3c8b5;stroke-width:1.2}",
    *(f".{domain} .cell{{fill:{tint}}}" for domain, tint in TINTS.items()),
    ".r1{fill-opacity:1}.r2{fill-opacity:.72}.r3{fill-opacity:.45}.r4{fill-opacity:.2}",
    ".ring{fill:none;stroke:#9c8c72;stroke-width:1.6}.band{stroke-dasharray:1.5 5;stroke-linecap:round}",
    f".stone{{fill:{_SHEET};stroke:{_INK};stroke-width:2.2}}",
    ".pro .stone{stroke-dasharray:4.5 3.5}.once .stone{stroke-width:1.4}",
    ".jim .stone{fill:#ddeee3;stroke:#2f6b4f;stroke-width:3.6}",
    ".trust .stone{fill:#f0e2ef;stroke:#71396f;stroke-width:3.6}",
    ".supporter .stone{fill:#dcebf6;stroke:#23628f;stroke-width:2.8}",
    f".star,.heart,.jim-badge{{stroke:{_SHEET};stroke-width:1.5}}",
    ".star{fill:#71396f}.heart{fill:#23628f}.jim-badge{fill:#2f6b4f}.jim-word{fill:#fff}",
    f".name,.support,.tie text{{paint-order:stroke;stroke:{_SHEET};stroke-linejoin:round}}",
    f".support{{fill:{_SOFT};stroke-width:3px}}.hint{{font-weight:400;fill:{_SOFT}}}",
    f".sun{{fill:#f3b63f;stroke:{_INK};stroke-width:2.6}}",
    f".child text{{font-family:Bricolage Grotesque, {_LETTERS}}}",
    f".tie path{{fill:none;stroke:{_SOFT};stroke-linecap:round;stroke-linejoin:round}}",
    f".know path{{stroke-dasharray:.1 6}}.close path{{stroke:{_INK}}}.tension path{{stroke:#c2412d}}",
    ".s1 path{stroke-width:2px}.s2 path{stroke-width:3.2px}.s3 path{stroke-width:5px}",
    ".tie text{font-weight:400;stroke-width:4px}",
)


def style(label: float, sector: float, disc: float) -> str:
    """The rules for one drawing with these letter sizes."""
    sizes = {
        "name": label,
        "once .name": label * 0.86,
        "support": label * 0.7,
        "hint": label * 0.76,
        "tie text": label * 0.74,
        "title": sector,
        "ini": disc * 0.84,
        "small": disc * 0.66,
        "jim-word": max(9, disc * 0.42),
    }
    measured = "".join(f".{name}{{font-size:{size:.1f}px}}" for name, size in sizes.items())
    return "".join(_FIXED) + measured + f".name{{stroke-width:{label * 0.26:.1f}px}}"
