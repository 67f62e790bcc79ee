"""Somebody the child chose, or who comes in here, would not be there any more: no worker alone ends that (R2, R15).

Of who stops, that one is asked whether it is so; of a death that would be cruel.  So a second human says that the child
was told it, and where there is none it waits until that one did not come in for a while: both are a choice of Kring,
the plain one.  Who comes in after it was written, is there.  And after somebody denied it, no waiting makes it so: only
another human than who wrote it (`rights.denied`).
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kring.access.acts import placing
from kring.access.door import Door
from kring.endings.models import Leaving
from kring.kit import clock
from kring.law.endings import Leaves
from kring.law.steps import Record, Step, Voice
from kring.rights.denied import denials, whose_word
from kring.rights.models import Wish

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

SILENT = timedelta(days=14)
CAME_IN, ASKED, AWAY, DENIED = "came-in", "asked", "away", "denied"
WHY_NOT: dict[str, Words] = {
    CAME_IN: _("{name} kwam hier nog binnen nadat dit opgeschreven werd. Kijk na wat er is, en haal het hier weg."),
    ASKED: _(
        "{name} kwam hier zelf binnen. Daarom zegt een tweede mens dat het verteld is: een collega die ook met {child} "
        "werkt. Is die er niet? Laat er een meewerken bij “Iemand anders neemt het over”. Of het kan na 14 dagen "
        "waarin {name} niet binnenkwam."
    ),
    AWAY: _(
        "{child} koos {name}. Daarom zegt een tweede mens dat het verteld is: een collega die ook met {child} werkt. "
        "Is die er niet? Laat er een meewerken bij “Iemand anders neemt het over”. Of het kan na 14 dagen. Vertellen "
        "mag altijd meteen."
    ),
    DENIED: _(
        "Er is gezegd dat dit niet klopt. Alleen {name} zelf kan dit nu zeggen. Komt {name} hier niet binnen? Dan "
        "vraagt een collega die ook met {child} werkt het na, en schrijft die het op."
    ),
}
"""What is said where it cannot be marked as told now."""


def why_not(door: Door, row: Leaving) -> str:
    """Why this visitor cannot mark it as told now: by code, or nothing.  Of who was never chosen nobody is asked."""
    if was_denied(door, row.member_id, Leaves(row.why)):
        return DENIED
    if row.why != Leaves.LOST.value:
        return ""
    here = placing.comes_in_now(door, row.member_id)
    last = placing.came_in_last(door, row.member_id) if here else None
    if last is not None and last >= row.item.made_at:
        return CAME_IN
    if last is None and not _is_chosen(door, row.member_id):
        return ""
    waits = row.item.author_id == door.me and row.item.made_at > clock.now() - SILENT
    return ("" if not waits else ASKED) if last is not None else (AWAY if waits else "")


def is_asked(door: Door, member: UUID, why: Leaves) -> bool:
    """Whether another human than who writes it is asked first; who leads the team reads that such a thing waits."""
    came_in = placing.comes_in_now(door, member) and placing.came_in_last(door, member) is not None
    return why is Leaves.LOST and (came_in or _is_chosen(door, member))


def was_denied(door: Door, member: UUID, why: Leaves) -> bool:
    """Whether it was said before that it does not stop, or is there, and this visitor cannot write it again.

    Nor who only wrote it then, while another one told it: that is the same word of the same two.
    """
    voice = {Leaves.STOPS: Voice.PERSON, Leaves.LOST: Voice.OTHER}.get(why)
    if voice is None:
        return False
    word = Record(step=Step.ENDED, on=clock.today(), voice=voice)
    if whose_word(door, member, word) is not None:
        return True
    mine = Leaving.objects.filter(member=member, told_on__isnull=False, item__author=door.me)
    return bool(denials(door, member, word)) and door.within(mine).exists()


def _is_chosen(door: Door, member: UUID) -> bool:
    return bool(door.within(Wish.objects.in_force().filter(member=member)).exists())


def in_words(code: str, *, name: str, child: str) -> str:
    """The same in words; nothing for nothing."""
    return str(WHY_NOT[code]).format(name=name, child=child) if code else ""
