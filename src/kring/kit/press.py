"""A process of its own that sets one sheet with typst and ends, as `circle/press.py` does for the circle.

Started by `kit.sheets` as a script, apart from Django.  On the line: the template.  In: one JSON object.  Out: the PDF.
Text is data throughout.
"""

import sys
from pathlib import Path
from typing import Literal

import typst

FONTS = Path(__file__).parent / "fonts"


def main() -> None:
    """Set the sheet that stands on standard input."""
    template, order = Path(sys.argv[1]), sys.stdin.buffer.read().decode()
    try:
        made = pressed(template, order, "ua-1")
    except typst.TypstError:  # the standard for reading aloud refuses letters that no font has
        made = pressed(template, order, None)
    sys.stdout.buffer.write(made)


def pressed(template: Path, order: str, standard: Literal["ua-1"] | None) -> bytes:
    """One sheet."""
    return typst.compile(
        template,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"sheet": order},
        pdf_standards=standard,
    )


if __name__ == "__main__":
    main()
