"""What of an answer nobody changes for the child: its own, and what closes something to who acts (R7, R8)."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from kring.access.acts import child_of
from kring.access.acts.owning import waits_for_the_youth
from kring.access.asked import handed_on
from kring.access.door import Door
from kring.access.models import Given, Giver, Item, Say, Says, Word
from kring.access.parts import HasPart
from kring.access.same import SamePerson
from kring.kit import clock
from kring.law.access import Relation, Section, Topic
from kring.law.ways import WayKind
from kring.people.acts.anew import WAITS
from kring.people.models import WayEnd


def same(door: Door, towards: UUID | None, item: UUID | None, topic: str) -> Says:
    """The answers of the child about the same, that were not taken back."""
    ours = Say.objects.filter(dossier=door.dossier, giver=Giver.CHILD, withdrawn_at=None)
    return ours.filter(towards=towards, item=item, topic=topic)


def closed_since(door: Door, towards: UUID, item: Item | None, about: Says) -> date:
    """From which day this is closed, when it is closed today: the first since which it was so without a gap.

    Who came to work with the child since, finds it closed (`access.asked.handed_on`): a no that is said once more, or
    becomes "ask me first", opens nothing.  One thing was closed too as long as its subject was.
    """
    closed = closing(door, towards, item, about)
    return min([*closed.values_list("from_on", flat=True), clock.today()])


def closing(door: Door, towards: UUID | None, item: Item | None, about: Says) -> Says:
    """What closes this: what was answered about it, and of one thing also what was answered about its subject."""
    return about.closed() | same(door, towards, None, item.topic).closed() if item else about.closed()


def binds_me(door: Door, towards: UUID | None, about: Says) -> bool:
    """Whether it is an answer towards the visitor, or what it closes goes on towards the visitor, who took over."""
    if SamePerson.objects.filter(item=towards, person=door.me).exists():
        return True
    closed = about.closed().values("pk")
    return handed_on(clock.today(), person=door.me, dossier=door.dossier.pk).filter(pk__in=closed).exists()


def is_kept_from(door: Door, say: Say) -> bool:
    """Whether it closes something, and is not for this visitor to take away: the child's own, or one that binds it."""
    if say.answer == Word.YES or door.relation is Relation.CHILD:
        return False
    return say.is_own or binds_me(door, say.towards_id, Say.objects.filter(pk=say.pk))


def waits_written_down(door: Door, towards: UUID, item: Item | None, topic: str) -> bool:
    """Whether a yes that another writes down waits for the child: it took over what stands here, or kept this shut.

    And always of the plan, towards whomever (R28, B47).  Nor does a word of another go over what the child said itself
    or stopped, or over what waits for it (R7).
    """
    if door.relation is Relation.CHILD:
        return False
    about = same(door, towards, item.pk if item else None, topic)
    of_the_plan = Topic.SAFETY.value == topic or (item is not None and item.section == Section.SAFETY.value)
    held = closing(door, towards, item, about).own() | about.own() | about.filter(answer=Word.YES, waits=True)
    return of_the_plan or held.exists() or was_stopped(door, towards, item, topic) or waits_for_the_youth(door)


def was_stopped(door: Door, towards: UUID | None, item: Item | None, topic: str, *, but: UUID | None = None) -> bool:
    """Whether the last that was said about this, about its subject or about a thing of it, was a yes that ended since.

    Or of this one every yes ended.  By the child, or by what happened between the two: only the child begins again,
    where it has a way in.  `but`: the answer that is weighed.
    """
    if child_of(door) is None:
        return False
    them = Q(towards=towards) | Q(towards__same_person__person__in=_persons(towards))
    said = Say.objects.filter(them, dossier=door.dossier, giver=Giver.CHILD).order_by("said_at", "pk")
    facts = said.exclude(pk__in=[but] if but else []).values_list(
        "item", "item__topic", "topic", "answer", "withdrawn_at"
    )
    last = {(one, of or about): (word, at) for one, of, about, word, at in facts}
    ended = {about for about, (word, at) in last.items() if word == Word.YES and at is not None}
    if item is not None:
        return bool(ended & {(item.pk, item.topic), (None, item.topic)}) or _all_ended(last)
    return any(of == topic for _, of in ended) or _all_ended(last)


def _all_ended(last: dict[Any, tuple[str, Any]]) -> bool:
    yes = [at is not None for word, at in last.values() if word == Word.YES]
    return bool(yes) and all(yes)


def _persons(member: UUID | None) -> QuerySet[SamePerson, Any]:
    return SamePerson.objects.filter(item=member).values("person")


def replaced(door: Door, about: Says, *, waits: bool) -> Says:
    """What a new answer takes the place of: for who writes it down never a no of the child's own.

    What waits changes nothing yet; what closes never waits.
    """
    if waits:
        return about.filter(answer=Word.YES, waits=True).exclude(pk__in=about.own().values("pk"))
    return about if door.relation is Relation.CHILD else about.exclude(pk__in=about.closed().own().values("pk"))


def waits_for_the_child(door: Door, say: Say) -> bool:
    """Whether nobody but the child itself can say of what waits that it is so.

    Over its own no that holds for a yes of its own hands too: who had its phone for a minute taps what it was told to,
    and a worker sees no more than the tap (quality.md 4, coercion).
    """
    if door.relation is Relation.CHILD:
        return False
    about = same(door, say.towards_id, say.item_id, say.topic)
    of_age = not say.is_own and waits_for_the_youth(door)
    of_age = of_age or made_the_card(door, say) or is_of_the_plan(door, say)
    over_its_no = closing(door, say.towards_id, say.item, about).own().exists() or went_over(door, say)
    return of_age or binds_me(door, say.towards_id, about) or over_its_no


def went_over(door: Door, say: Say) -> bool:
    """Whether another wrote this yes over what the child said itself, or after what it stopped."""
    if not say.is_written_down:
        return False
    own = same(door, say.towards_id, say.item_id, say.topic).exclude(pk=say.pk).own()
    return own.exists() or was_stopped(door, say.towards_id, say.item, say.topic, but=say.pk)


def is_of_the_plan(door: Door, say: Say) -> bool:
    """Whether a yes about the plan waits for the child alone: another wrote it, or what this one is there for.

    A worker would write the part and the yes, and open the plan for when it is not safe (B47, R28).
    """
    of_the_plan = say.topic == Topic.SAFETY.value or (say.item is not None and say.item.section == Section.SAFETY.value)
    if door.relation is Relation.CHILD or not of_the_plan or say.answer != Word.YES or not say.waits:
        return False
    return say.is_written_down or part_by_another(door, say.towards_id)


def part_by_another(door: Door, towards: UUID | None) -> bool:
    """Whether somebody else than the child wrote that this one is there for the safety, wherever it stands here."""
    them = Q(member=towards) | Q(member__same_person__person__in=_persons(towards))
    return HasPart.objects.in_safety().not_said_by(child_of(door)).filter(them, dossier=door.dossier).exists()


def is_unsure(door: Door, *, waits: bool) -> bool:
    """Whether what the child taps now, it taps where Kring is not sure of it: with a new card, or on a new device.

    With pictures it is the way of a small child, and no other than its own: what waits there waits for who somebody is.
    """
    return door.relation is Relation.CHILD and not door.actor.is_small and (waits or door.actor.is_unsure)


def sure_by(door: Door) -> dict[str, Any]:
    """Who says of what waited that the child had said it: the child, or who the child reads that it was."""
    if door.relation is Relation.CHILD:
        return {"unsure": False}
    return {"confirmed_by_id": door.me, "confirmed_at": clock.now()}


def made_the_card(door: Door, say: Say) -> bool:
    """Whether it was said in an unsure session, after a card was used that the visitor made.

    Who makes a card can use it: then one would say yes, and say that it was the child (R7).  Once the child said of the
    card "that was me", it was.
    """
    if not say.unsure or say.said_at is None:
        return False
    cards = Given.objects.filter(dossier=door.dossier, relation=Relation.CHILD.value, way__kind=WayKind.CARD.value)
    used = cards.filter(way__opened_at__range=(say.said_at - WAITS, say.said_at), recorded_by=door.me)
    return used.filter(Q(way__settled_at=None) | Q(way__ended_for=WayEnd.DISOWNED.value)).exists()
