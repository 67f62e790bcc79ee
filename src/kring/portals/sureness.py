"""Of what was said where Kring was not sure of the child: who said that it was, and who cannot say so (R7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from kring.access.acts.holding import waits_for_the_child
from kring.access.door import Door
from kring.access.models import Say
from kring.circle import calling
from kring.kit.sentences import sentence
from kring.portals.answers import Answered

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


def who_confirmed(door: Door, rows: Iterable[Say]) -> dict[UUID, str]:
    """By answer who said that the child had said it, as the visitor knows that one; `rows`: with `confirmed_by`."""
    who = {one.pk: one.confirmed_by for one in rows if one.confirmed_by}
    names = calling.called(door, {one.pk: one.call_name for one in who.values()})
    return {key: names[one.pk] for key, one in who.items()}


def with_sureness(door: Door, said: Iterable[Answered]) -> list[Answered]:
    """The same answers, each with who was sure of it, and whether the visitor may be."""
    found = list(said)
    names = who_confirmed(door, [one.say for one in found])
    return [
        replace(
            one,
            confirmed=names.get(one.key, ""),
            asked_how=asked_how(one.say),
            kept_from_me=one.say.unsure and waits_for_the_child(door, one.say),
        )
        for one in found
    ]


def asked_how(say: Say) -> Words | str:
    """How the child said it to who asked it too, of what it tapped with pictures."""
    return sentence(f"expressed.{say.confirmed_how}", name="") if say.confirmed_how else ""


def for_the_child(door: Door, said: Iterable[Answered]) -> set[UUID]:
    """Which of these wait for the child alone: over its own word, by a card of the visitor, by an event (R7, R28)."""
    return {one.key for one in said if one.kept_from_me or _over_its_no(one) or waits_for_the_child(door, one.say)}


def _over_its_no(one: Answered) -> bool:
    """What a small child tapped over its own no, another may ask it too (`portals.by_pictures`)."""
    return one.over_its_no and not one.say.by_pictures
