"""What was done with pictures that another knows, in words, and the tap that says "that was me" (R7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.access.acts import pictures_used
from kring.access.door import Door
from kring.access.models import Say
from kring.audit import chain
from kring.audit.events import Event
from kring.circle.reading import names
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.kit.sentences import sentence
from kring.law.access import Topic
from kring.people.devices import is_new

LOOKED = frozenset({Event.DOOR_VISITED.value})
POINTED = frozenset({Event.PERSON_POINTED_OUT.value, Event.PERSON_POINTED_ELSEWHERE.value})
ANSWERED = frozenset({Event.ANSWER_GIVEN.value, Event.ANSWER_WITHDRAWN.value})
SAYS = {
    "yes": gettext_lazy("Er werd ja getikt"),
    "no": gettext_lazy("Er werd nee getikt"),
    "ask": gettext_lazy("Er werd getikt: vraag het mij eerst"),
}
OTHERS = {
    Event.WISH_EXPRESSED.value: gettext_lazy("Er werd iemand gekozen"),
    Event.WISH_WITHDRAWN.value: gettext_lazy("Er werd gezegd: toch niet meer"),
    Event.ASKED.value: gettext_lazy("Er werd iets gezegd tegen wie met jou werkt"),
    Event.WAY_GIVEN.value: gettext_lazy("Er werden nieuwe prenten gekozen"),
}
MOST = 12
"""So many lines stand there; of more it is said that there are."""


@dataclass(frozen=True, slots=True)
class Used:
    """On which days somebody came in so, what was done, each once; whether the child can say here that it was it."""

    days: tuple[date, ...]
    done: tuple[tuple[str, date], ...]
    more: bool
    may_say: bool


def of_late(door: Door) -> Used | None:
    """For the child alone, by its own way; nothing where nobody came in so."""
    rows = pictures_used.used(door)
    if not rows:
        return None
    done = list(dict.fromkeys(_in_words(door, [one for one in rows if one.event not in LOOKED])))
    days = tuple(sorted({clock.day(one.at) for one in rows}, reverse=True))
    return Used(days[:MOST], tuple(done[:MOST]), len(done) > MOST, not door.actor.beside_worker)


def said_it_was_me(request: HttpRequest, door: Door) -> bool:
    """Whether the child tapped so now, where it can."""
    form = OnceForm(request.POST) if "was-me" in request.POST else None
    if form is None or not form.is_valid() or is_new(request, door.me):
        return False
    pictures_used.it_was_me(door, once=form.act)
    return True


def _in_words(door: Door, rows: Sequence[chain.Done]) -> list[tuple[str, date]]:
    keys = {one.subject for one in rows if one.subject and one.event in ANSWERED}
    says = {one.pk: one for one in Say.objects.filter(pk__in=keys, dossier=door.dossier)} if keys else {}
    members = {one.towards_id for one in says.values() if one.towards_id}
    members |= {one.subject for one in rows if one.subject and one.event in POINTED}
    called = names(door, members) if members else {}
    return [(_words(one, says, called), clock.day(one.at)) for one in rows]


def _words(one: chain.Done, says: dict[UUID, Say], called: dict[UUID, str]) -> str:
    if one.event in POINTED:
        return _("Er werd gezegd wie %(name)s is") % {"name": called.get(one.subject or _NOBODY, _("iemand"))}
    if one.event not in ANSWERED:
        return str(OTHERS.get(one.event, _("Er werd nog iets getikt")))
    say = says.get(one.subject or _NOBODY)
    told = str(SAYS.get(one.codes[0] if one.codes else "", ""))
    if one.event == Event.ANSWER_WITHDRAWN:
        told = _("Er werd iets gestopt")
    about = sentence(f"my-topic.{say.topic}", name="") if say and say.topic in set(Topic) else ""
    return ": ".join(filter(None, [told, ", ".join(filter(None, [_towards(say, called), str(about)]))]))


_NOBODY = UUID(int=0)


def _towards(say: Say | None, called: dict[UUID, str]) -> str:
    return called.get(say.towards_id or _NOBODY, "") if say else ""
