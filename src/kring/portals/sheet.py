"""The copy of a day on paper: plain text in, a tagged PDF out."""

from pathlib import Path

from django.utils.translation import gettext as _

from kring.kit import sheets

TEMPLATE = Path(__file__).with_name("sheet.typ")


def pdf(text: str) -> bytes:
    """One text on A4.  Raises `SheetError`."""
    head, _blank, rest = text.partition("\n\n")
    body, _blank, by = rest.rpartition("\n\n")
    items = [item.replace("\n  ", "\n") for item in f"\n{body}".split("\n- ")[1:]]
    note = _("Deze kopie kan niet worden teruggenomen. Anderen staan er met hun initialen.")
    return sheets.pdf(TEMPLATE, {"head": head, "items": items, "by": by, "note": note})
