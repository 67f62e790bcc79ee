"""What of an answer nobody changes for the child: its own, and what closes something to who acts (R7, R8)."""

from dataclasses import dataclass
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
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Relation, Section, Topic
from kring.law.standing import BY_A_PARENT
from kring.law.ways import WayKind
from kring.people.acts.anew import WAITS
from kring.people.models import WayEnd


@dataclass(frozen=True, slots=True)
class Spoke:
    """How the child said it to who asked it too, and on which day."""

    how: str
    on: date


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
    of_the_subject = same(door, towards, None, item.topic) if item else about
    held = about.own() | of_the_subject.own() | about.filter(answer=Word.YES, waits=True)
    over_it = held.exists() or was_stopped(door, towards, item, topic)
    return _about_the_plan(topic, item) or over_it or waits_for_the_youth(door)


def was_stopped(door: Door, towards: UUID, item: Item | None, topic: str) -> bool:
    """Whether a yes about this, about its subject or about a thing of it, was ever stopped: by whom, or by what.

    Or of this one a yes was, and nothing stands now.  From then on only the child begins it again, where it has a way
    in: what another wrote meanwhile, also a no, changes nothing of that.  Under any name of it in the circle, also the
    one before this.  A yes that another yes took the place of was not stopped: that one began at the very moment.
    """
    if child_of(door) is None:
        return False
    stopped, nothing_stands = _stopped(door, towards)
    if stopped and nothing_stands:
        return True
    return _is_among(stopped, item, topic)


def _is_among(stopped: set[tuple[UUID | None, str]], item: Item | None, topic: str) -> bool:
    """Whether this, its subject or a thing of it is one of these."""
    if item is not None:
        return bool(stopped & {(item.pk, item.topic), (None, item.topic)})
    return any(of == topic for _, of in stopped)


def _stopped(door: Door, towards: UUID | None) -> tuple[set[tuple[UUID | None, str]], bool]:
    """About what a yes towards this one was ever stopped; and whether none stands now."""
    before = SamePerson.objects.filter(person__in=_persons(towards)).values("before")
    them = Q(towards=towards) | Q(towards__same_person__person__in=_persons(towards)) | Q(towards__in=before)
    said = Say.objects.filter(them, dossier=door.dossier, giver=Giver.CHILD, answer=Word.YES)
    rows = list(said.values_list("item", "item__topic", "topic", "said_at", "withdrawn_at", "waits"))
    began = {(one, about, at) for one, _, about, at, _, _ in rows}
    ended = [(one, of or about) for one, of, about, _, at, _ in rows if at and (one, about, at) not in began]
    stopped: set[tuple[UUID | None, str]] = set(ended)
    return stopped, all(at or waits for *_, at, waits in rows)


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

    Always where it has a way in: what another wrote, and what it said itself and an event made wait (R7, R28).  But
    what it tapped where Kring was not sure of it, who works with it may say was the child; not over its own no: who had
    its phone for a minute taps what it was told to, and a worker sees no more than the tap (quality.md 4, coercion).
    Of a child without a way in nobody says it of the plan who wrote it.
    """
    if door.relation is Relation.CHILD:
        return False
    about = same(door, say.towards_id, say.item_id, say.topic)
    if child_of(door) is None:
        mine = say.recorded_by_id == door.me and is_of_the_plan(say)
        return mine or binds_me(door, say.towards_id, about)
    if say.waits and say.by_pictures:
        return knows_the_pictures(door, say) or binds_me(door, say.towards_id, about) or waits_for_the_youth(door)
    if say.waits and not say.unsure:
        return True
    of_age = not say.is_own and waits_for_the_youth(door)
    by_another = is_of_the_plan(say) and part_by_another(door, say.towards_id)
    over_its_no = closing(door, say.towards_id, say.item, about).own().exists()
    return of_age or made_the_card(door, say) or by_another or binds_me(door, say.towards_id, about) or over_its_no


def is_of_the_plan(say: Say) -> bool:
    """Whether it is a yes about the plan for when it is not safe."""
    return say.answer == Word.YES and _about_the_plan(say.topic, say.item)


def _about_the_plan(topic: str, item: Item | None) -> bool:
    return topic == Topic.SAFETY.value or (item is not None and item.section == Section.SAFETY.value)


def part_by_another(door: Door, towards: UUID | None) -> bool:
    """Whether somebody else than the child wrote that this one is there for the safety, wherever it stands here."""
    them = Q(member=towards) | Q(member__same_person__person__in=_persons(towards))
    return HasPart.objects.in_safety().not_said_by(child_of(door)).filter(them, dossier=door.dossier).exists()


def is_unsure(door: Door, *, waits: bool) -> bool:
    """Whether what the child taps now, it taps where Kring is not sure of it: with a new card, or on a new device.

    With pictures it is the way of a small child, and no other than its own: what waits there waits for who somebody is.
    """
    return door.relation is Relation.CHILD and not door.actor.is_small and (waits or door.actor.is_unsure)


def sure_by(door: Door, spoke: Spoke | None) -> dict[str, Any]:
    """Who says of what waited that the child had said it: the child, or who the child reads that it was."""
    if door.relation is Relation.CHILD:
        return {"unsure": False, "by_pictures": False}
    asked = {"confirmed_how": spoke.how, "confirmed_on": spoke.on} if spoke else {}
    return {"confirmed_by_id": door.me, "confirmed_at": clock.now(), **asked}


def taps_seen(door: Door) -> bool:
    """Whether the child taps with pictures that somebody else knows, or where a worker was just in."""
    return door.relation is Relation.CHILD and (door.actor.pictures_known or door.actor.beside_worker)


def opens_by_pictures(door: Door, towards: UUID, item: Item | None, topic: str, *, until: date | None) -> bool:
    """Whether a yes that is tapped now opens the plan, or again what the child closed, by pictures that others know.

    Or opens anything to a parent: who knows the pictures could give it what the child keeps from home, as if it were
    the child's own word.  Then another asks it too, who did not choose them with the child; or the child says it with
    pictures of its own.  A yes that stands already about the same, for as long or longer, opens nothing more (R7, R28;
    quality.md 4, coercion).
    """
    if not taps_seen(door):
        return False
    about = same(door, towards, item.pk if item else None, topic)
    so_long = Q(until_on=None) | Q(until_on__gte=until) if until else Q(until_on=None)
    if about.in_force(clock.today()).filter(so_long, answer=Word.YES).exists():
        return False
    shut = closing(door, towards, item, about).exists() or _is_among(_stopped(door, towards)[0], item, topic)
    return _about_the_plan(topic, item) or shut or _is_a_parent(door, towards)


def _is_a_parent(door: Door, member: UUID) -> bool:
    """Whether this one of the circle comes in as a parent or by one, confirmed or not."""
    here = Involvement.objects.current(clock.today()).filter(dossier=door.dossier)
    theirs = here.filter(relation__in=[one.value for one in BY_A_PARENT])
    return SamePerson.objects.filter(item=member, person__in=theirs.values("person")).exists()


def knows_the_pictures(door: Door, say: Say) -> bool:
    """Whether the visitor wrote this yes, or the part it needs, or chose the pictures with the child: one is no two.

    Of pictures that the child chose alone, who chose the ones of before it: with those one chooses others.
    """
    rows = Given.objects.filter(dossier=door.dossier, relation=Relation.CHILD.value, way__kind=WayKind.PICTURES.value)
    made = rows.exclude(recorded_by=child_of(door)).order_by("-way__made_at")
    before = list(made.filter(way__made_at__lte=say.said_at).values_list("recorded_by", flat=True)[:1])
    since = made.filter(way__made_at__gt=say.said_at).values_list("recorded_by", flat=True)
    parts = HasPart.objects.in_safety().filter(dossier=door.dossier, recorded_by=door.me, member=say.towards_id)
    return door.me in {say.recorded_by_id, *before, *since} or (is_of_the_plan(say) and parts.exists())


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
