"""Somebody would not be there any more, and comes in here itself: one worker alone does not end that (R2, R15).

Of who stops, that one is asked whether it is so; of a death that would be cruel.  So a second human says that the child
was told it, and where there is none it waits until that one did not come in for a while: both are a choice of Kring,
the plain one.  Who comes in after it was written, is there.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kring.access.acts import placing
from kring.access.door import Door
from kring.endings.models import Leaving
from kring.kit import clock
from kring.law.endings import Leaves

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

SILENT = timedelta(days=14)
CAME_IN, ASKED = "came-in", "asked"
WHY_NOT: dict[str, Words] = {
    CAME_IN: _("{name} kwam hier nog binnen nadat dit opgeschreven werd. Kijk na wat er is, en haal het hier weg."),
    ASKED: _(
        "{name} kwam hier zelf binnen. Daarom zegt een tweede mens dat het verteld is: een collega die ook met {child} "
        "werkt. Is die er niet? Dan kan het na 14 dagen waarin {name} niet binnenkwam."
    ),
}
"""What is said where it cannot be marked as told now."""


def why_not(door: Door, row: Leaving) -> str:
    """Why this visitor cannot mark it as told now: by code, or nothing.  Nobody is asked of who never came in here."""
    if row.why != Leaves.LOST.value or not placing.comes_in_now(door, row.member_id):
        return ""
    last = placing.came_in_last(door, row.member_id)
    if last is None:
        return ""
    if last >= row.item.made_at:
        return CAME_IN
    waits = row.item.author_id == door.me and row.item.made_at > clock.now() - SILENT
    return ASKED if waits else ""


def in_words(code: str, *, name: str, child: str) -> str:
    """The same in words; nothing for nothing."""
    return str(WHY_NOT[code]).format(name=name, child=child) if code else ""
