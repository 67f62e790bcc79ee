"""What somebody wrote down about who stands beside the child, as the child reads it and as who works with it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kring.law.steps import Answered, Step, Voice
from kring.rights.models import Taken

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

CHOSE, CHOSEN, ENDED, STOPPED, LOST = "chose", "chosen", "ended", "stopped", "lost"
PAUSED, RESTS, NO = "paused", "rests", "no"
ASKED, TRIED, BEGAN, RESUMED, YES = "asked", "tried", "began", "resumed", "yes"
DONE = {Step.ASKED.value: ASKED, Step.TRIED.value: TRIED, Step.BEGAN.value: BEGAN, Step.RESUMED.value: RESUMED}
OVER = frozenset({ENDED, STOPPED, LOST})
"""After which the person stands there no more."""
MINE: dict[str, Words] = {
    CHOSE: _("{who} schreef op dat jij {name} kiest"),
    CHOSEN: _("{who} schreef op dat jij {name} weer kiest"),
    ENDED: _("{who} schreef op dat jij {name} niet meer kiest"),
    STOPPED: _("{who} schreef op dat {name} stopt"),
    LOST: _("{who} schreef op dat {name} er niet meer is"),
    PAUSED: _("{who} schreef op dat jij pauze wil met {name}"),
    RESTS: _("{who} schreef op dat {name} pauze wil"),
    NO: _("{who} schreef op dat {name} nee zei"),
    ASKED: _("{who} schreef op dat {name} gevraagd is, en dat jij dat wou"),
    TRIED: _("{who} schreef op dat jij het met {name} wil proberen"),
    BEGAN: _("{who} schreef op dat jij met {name} begint"),
    RESUMED: _("{who} schreef op dat jij na de pauze verder gaat met {name}"),
    YES: _("{who} schreef op dat {name} ja zei"),
}
ABOUT: dict[str, Words] = {
    CHOSE: _("{who} schreef op dat {child} {name} kiest"),
    CHOSEN: _("{who} schreef op dat {child} {name} weer kiest"),
    ENDED: _("{who} schreef op dat {child} anders koos"),
    PAUSED: _("{who} schreef op dat {child} pauze wil met {name}"),
    ASKED: _("{who} schreef op dat {name} gevraagd is, en dat {child} dat wou"),
    TRIED: _("{who} schreef op dat {child} het met {name} wil proberen"),
    BEGAN: _("{who} schreef op dat {child} met {name} begint"),
    RESUMED: _("{who} schreef op dat {child} na de pauze verder gaat met {name}"),
}
THEN: dict[str, Words] = {
    ENDED: _("{name} staat weer naast jou als dat nog kan."),
    STOPPED: _("{name} staat weer naast jou als dat nog kan."),
    LOST: _("{name} staat weer naast jou als dat nog kan."),
    PAUSED: _("Dan is er geen pauze."),
    RESTS: _("Dan is er geen pauze."),
    NO: _("Dan staat er hier geen nee. Je begeleider praat er met jou over."),
}
"""What is so once the child said that it is not so."""


def kind_of(row: Taken) -> str:
    """What was written: whose word it would be, and of what."""
    mine = row.voice == Voice.CHILD.value
    if row.step == Step.ENDED.value:
        return ENDED if mine else LOST if row.voice == Voice.OTHER.value else STOPPED
    if row.step == Step.PAUSED.value:
        return PAUSED if mine else RESTS
    if row.step == Step.ANSWERED.value:
        return NO if row.reply == Answered.NO.value else YES
    return DONE.get(row.step, CHOSEN)
