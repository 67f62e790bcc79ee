"""With whom contact is restricted, as the child reads it: in plain words once a person told it (R15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kring.access.acts.answering import MayNotAnswer, WhyNot
from kring.access.door import Door
from kring.kit.sentences import sentence
from kring.law.access import Relation
from kring.portals.answers import towards

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

    from kring.access.models import Say


def why(door: Door, refusal: MayNotAnswer, *, told: bool) -> Words | str:
    """Why an answer cannot be given: to the child not that contact is restricted, before a person told it."""
    if refusal.why is WhyNot.RESTRICTED and door.relation is Relation.CHILD and not told:
        return _("Dit kan nu niet. Vraag het aan je begeleider.")
    return sentence(f"why-not.{refusal.why.value}", child=door.dossier.call_name)


def why_not_yet(door: Door, refusal: MayNotAnswer, say: Say) -> Words | str:
    """The same of an answer that waited."""
    return why(door, refusal, told=bool(say.towards_id and towards(door, say.towards_id).told))
