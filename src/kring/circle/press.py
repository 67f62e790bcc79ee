"""The press: a process of its own that sets one sheet with typst and ends.

Started by `paper.py` as a script, apart from Django, so that 57 MB and a crash stay outside the worker.  In on standard
input: one JSON object.  Out on standard output: the file.  Text is data throughout, it is never pasted into markup.
"""

import json
import sys
from pathlib import Path
from typing import Literal

import typst

HERE = Path(__file__).parent


def main() -> None:
    """Set the sheet that stands on standard input."""
    order = json.load(sys.stdin.buffer)
    form, ppi = order.pop("format"), order.pop("ppi")
    sheet = json.dumps(order)
    try:
        made = pressed(sheet, form, ppi, readable=form == "pdf")
    except typst.TypstError:
        made = pressed(sheet, form, ppi, readable=False)
    sys.stdout.buffer.write(made)


def pressed(sheet: str, form: Literal["pdf", "png"], ppi: int, *, readable: bool) -> bytes:
    """One sheet.  The standard for reading aloud refuses letters that no font has: then without its seal."""
    return typst.compile(
        HERE / "paper.typ",
        font_paths=[HERE.parent / "kit" / "fonts"],
        ignore_system_fonts=True,
        format=form,
        ppi=ppi,
        sys_inputs={"sheet": sheet},
        pdf_standards="ua-1" if readable else None,
    )


if __name__ == "__main__":
    main()
