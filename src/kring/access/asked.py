"""What the child answered about one person: answers and hidings together."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, Value

from kring.access.models import Hidden, SamePerson, Say
from kring.access.sieve import Answers
from kring.law.access import Topic

Said = tuple[UUID | None, str, str]  # item, topic, answer


def answers_for(dossier: UUID, person: UUID, *, on: date) -> Answers:
    """The answers in force towards a person: those about any member of the circle that is this person."""
    return weighed([(said[1], said[2], said[3]) for said in _said(person, on=on, dossier=dossier)])


def members_of(dossier: UUID, person: UUID) -> frozenset[UUID]:
    """Who in the circle this person is."""
    return frozenset(SamePerson.objects.filter(person=person, item__dossier=dossier).values_list("item", flat=True))


def answers_over(person: UUID, *, on: date) -> dict[UUID, Answers]:
    """The answers in force towards a person, for each dossier in which there are any."""
    sorted_out: dict[UUID, list[Said]] = {}
    for dossier, *said in _said(person, on=on):
        sorted_out.setdefault(dossier, []).append((said[0], said[1], said[2]))
    return {dossier: weighed(said) for dossier, said in sorted_out.items()}


def _said(person: UUID, *, on: date, dossier: UUID | None = None) -> list[tuple[Any, ...]]:
    says = Say.objects.in_force(on).filter(towards__same_person__person=person)
    hidden = Hidden.objects.filter(member__same_person__person=person)
    if dossier is not None:
        says, hidden = says.filter(dossier=dossier), hidden.filter(item__dossier=dossier)
    no_topic, no = (Value(text, output_field=CharField()) for text in ("", "no"))
    rows = says.values_list("dossier_id", "item_id", "topic", "answer").union(
        hidden.values_list("item__dossier_id", "item_id", no_topic, no)
    )
    return list(rows)


def weighed(said: list[Said]) -> Answers:
    """Sort answers into yes and not yes; where two speak about the same, the no holds."""
    items = {
        answer: frozenset(item for item, _, one in said if item and (one == "yes") == answer)
        for answer in (True, False)
    }
    topics = {
        answer: frozenset(Topic(topic) for item, topic, one in said if not item and (one == "yes") == answer)
        for answer in (True, False)
    }
    return Answers(
        yes_items=items[True] - items[False],
        no_items=items[False],
        yes_topics=topics[True] - topics[False],
        no_topics=topics[False],
    )
