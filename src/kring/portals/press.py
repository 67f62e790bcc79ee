"""A process of its own that sets one sheet with typst and ends, as `circle/press.py` does for the circle.

Started by `sheet.py` as a script, apart from Django.  In: one JSON object.  Out: the PDF.  Text is data throughout.
"""

import sys
from pathlib import Path
from typing import Literal

import typst

HERE = Path(__file__).parent


def main() -> None:
    """Set the sheet that stands on standard input."""
    order = sys.stdin.buffer.read().decode()
    try:
        made = pressed(order, "ua-1")
    except typst.TypstError:  # the standard for reading aloud refuses letters that no font has (an emoji)
        made = pressed(order, None)
    sys.stdout.buffer.write(made)


def pressed(order: str, standard: Literal["ua-1"] | None) -> bytes:
    """One sheet."""
    return typst.compile(
        HERE / "sheet.typ",
        font_paths=[HERE.parent / "circle" / "fonts"],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"sheet": order},
        pdf_standards=standard,
    )


if __name__ == "__main__":
    main()
