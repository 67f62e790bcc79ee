"""Telling outside the child's answers: the yes of a parent about itself, and an emergency (R7, R8).

Both are acts of people with a name, and each stands in the log."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import DateField, UUIDField

from kring.access.acts.pages import is_of_age, opens_when_everyone_said_yes
from kring.access.acts.passed_told import asks_who_tells
from kring.access.asked import told_here
from kring.access.disclosure import Disclosure
from kring.access.door import Door
from kring.access.items import row_of
from kring.access.kept import Kept
from kring.access.models import Giver, Item, Say, Says, Word
from kring.access.passed import words_of
from kring.access.readers import Other, others, the_child_reads
from kring.access.same import SamePerson
from kring.access.writing import ITSELF, NotAllowedError, StaleError
from kring.audit.events import Event
from kring.kit import clock
from kring.kit.prepared import Prepared
from kring.law.access import AT_HOME, Klass, Relation, Section, Verb
from kring.law.emergency import NEVER, last_day
from kring.law.hands import IS_TOLD, NOT_TO_A_PARENT, PASSES_ON, WORDS_NOT_TO_A_PARENT
from kring.law.standing import BY_A_PARENT
from kring.law.ways import PARENTS
from kring.people.acts import messages
from kring.people.models import MessageCode
from kring.people.reach import reached_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency:
    """To whom, why, and whether child and parents knew beforehand; if not, why not."""

    item: UUID
    to: UUID
    motive: str
    child_told: bool
    parents_told: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentsYes:
    """A parent said yes to one text about itself being read by one member of the circle; how it said so."""

    item: UUID
    towards: UUID
    expressed: str


def to_whom(door: Door, item: Item) -> list[Other]:
    """Whom the visitor may tell this in an emergency, of those it knows to be there (R20) and who would then read it.

    Who works with the child knows everyone; whoever stands beside it only who works with the child.  Not who got a way
    in and never opened it: in an emergency it would reach nobody.
    """
    if not may_tell(door, item):
        return []
    everyone = others(door)
    known = everyone if door.relation is Relation.WORKER else [one for one in everyone if one.relation not in AT_HOME]
    told = [one for one in known if one.relation in IS_TOLD and one.person != item.author_id]
    if item.section in NOT_TO_A_PARENT or item.klass in WORDS_NOT_TO_A_PARENT:
        told = [one for one in told if one.relation not in BY_A_PARENT]
    told = [one for one in told if one.standing.anew is None]  # of age: nothing more to a parent without its yes (R15)
    told = [one for one in told if one.reads_if(item, one.standing.answers.and_urgent(item.pk))]
    reached = reached_of([one.person for one in told], on=clock.today()) if told else {}
    return [one for one in told if not ((there := reached.get(one.person)) and there.never_came)]


def may_tell(door: Door, item: Item) -> bool:
    """Whether this visitor may pass something on in an emergency.

    Never what was given in confidence, stands under the agogic exception, is about third persons only or is a check of
    somebody (`law.emergency`).  Nor after the help: nobody would read it then, and nothing opens again by itself when
    it goes on (R28).
    """
    closed = door.dossier.closed_on is not None or item.section == Section.APART.value or item.klass in NEVER
    return door.relation in PASSES_ON and not closed


def may_pass_on(door: Door, row: Kept) -> bool:
    """The same of one row: only what has words, for these are all that goes; else nothing would arrive."""
    return may_tell(door, row.item) and bool(row.passes_on().strip())


def disclose(door: Door, new: Emergency, *, once: UUID) -> Disclosure:
    """One person may read one text for some days, whatever the child answered.  Raises `NotAllowedError`.

    Of the text of this moment: what is written in it later is read by nobody through this (`access.passed`).  It opens
    no wall, no restriction of contact, nothing about that person itself, no class that the law closes to all, and to a
    parent nothing of what was said (brief 10.10).
    """
    item = _readable(door, new.item)
    row = row_of(door, item.pk)
    if not may_pass_on(door, row) or new.to not in {one.person for one in to_whom(door, item)}:
        raise NotAllowedError
    passes = {"to_id": new.to, "by_id": door.me, "at": clock.now(), "motive": new.motive}
    knew = {"child_told": new.child_told, "parents_told": new.parents_told, "why_not": new.why_not}
    with door.writes(Event.ITEM_DISCLOSED, once=once, codes=("child-told" if new.child_told else "not-told",)) as write:
        told = Disclosure.objects.create(
            dossier=door.dossier,
            item=item,
            of_version=row.item.version,
            passed=words_of(row),
            child_reads=the_child_reads(door, item),
            **passes,
            **knew,
            until_on=last_day(clock.today()),
        )
        write.subject = told.pk
        asks_who_tells(door, told)
        messages.tell(new.to, MessageCode.SHARED, about=told.pk, once=f"{told.pk}:{new.to}")
    return told


def told_of(door: Door, item: Item | None = None) -> list[Disclosure]:
    """What was told in an emergency, of this or of all that the visitor reads, the last first.

    To child and worker all of it, to another what it told itself.  What the child read then, it goes on being told:
    whatever became of the text, that it was passed on does not disappear (R8).
    """
    rows: list[Disclosure] = _TOLD.ask(dossier=door.dossier.pk, today=clock.today())
    mine = [one for one in rows if door.relation in {Relation.CHILD, Relation.WORKER} or one.by_id == door.me]
    about = [one for one in mine if item is None or one.item_id == item.pk]
    return [one for one in about if still_reads(door, one) or _was_there(door, one)]


_TOLD = Prepared(told_here, dossier=UUIDField(), today=DateField())


def still_reads(door: Door, told: Disclosure) -> bool:
    """Whether the visitor reads the text that was passed on, as it stands now."""
    item = told.item
    return item is not None and door.sieve(Section(item.section)).lets(item, Verb.READ)


def words_then(door: Door, told: Disclosure) -> str:
    """The words that were passed on, of a text that is another one now; nothing, where these closed to the visitor.

    What a child said itself never closes to it.
    """
    own = told.item is not None and told.item.klass == Klass.OWN_WORDS.value and door.relation is Relation.CHILD
    return told.words if told.is_another_text_now and (told.item is None or own or still_reads(door, told)) else ""


def _was_there(door: Door, told: Disclosure) -> bool:
    """Whether it is told although the text is closed now, or gone: to the child what it read, to a worker what went."""
    if door.relation is Relation.CHILD:
        return told.child_reads
    return told.item is None


def may_end(door: Door, told: Disclosure) -> bool:
    """Whether this visitor may say that it is over: who works with the child, and who told it."""
    here = told.dossier_id == door.dossier.pk and told.ended_at is None and not told.is_past
    return here and door.relation in PASSES_ON and (door.relation is Relation.WORKER or told.by_id == door.me)


def end(door: Door, told: Disclosure, motive: str, *, once: UUID | None) -> None:
    """The emergency is over: from the next request on that person reads it no more.

    Raises `NotAllowedError`, also without a motive; `StaleError` when somebody ended it meanwhile.
    """
    if not may_end(door, told) or not motive.strip():
        raise NotAllowedError
    with door.writes(Event.DISCLOSURE_ENDED, once=once) as write:
        open_ = Disclosure.objects.filter(pk=told.pk, ended_at=None)
        if not open_.update(ended_at=clock.now(), ended_by_id=door.me, why_ended=motive):
            raise StaleError
        write.subject = told.pk


def parent_of(item: Item) -> UUID | None:
    """The parent whom a text of the household is about, as a person with a way in, where that is confirmed."""
    if item.klass != Klass.HOUSEHOLD.value:
        return None
    same = SamePerson.objects.filter(item__in=[item.about_id], confirmed_at__isnull=False)
    return same.values_list("person_id", flat=True).first()


def to_whom_a_parent_may(door: Door, item: Item) -> list[Other]:
    """Of the circle, to whom the yes of the parent whom this is about would open it; never that parent itself.

    Nobody, while contact with that parent is restricted: then it is asked nothing (R28).
    """
    parent, everyone = parent_of(item), others(door)
    asked = [one for one in everyone if one.relation in PARENTS and not one.standing.restricted]
    stands = any(one.person == parent for one in asked)
    if door.relation is not Relation.WORKER or not stands:
        return []
    there = [one for one in everyone if one.members and one.person != parent]
    return [one for one in there if one.reads_if(item, one.standing.answers.and_theirs(item.pk))]


def note_the_parents_yes(door: Door, new: ParentsYes, *, once: UUID) -> Say:
    """A worker writes down what a parent said about a text on itself; what it said about the same before is over.

    Raises `NotAllowedError`, also for whom no yes of the parent opens it to: with whom contact is restricted.
    """
    item = _readable(door, new.item)
    parent = parent_of(item)
    if not any(new.towards in one.members for one in to_whom_a_parent_may(door, item)):
        raise NotAllowedError
    with door.writes(Event.ANSWER_GIVEN, once=once, codes=("yes", "parent")) as write:
        _of_a_parent(item.pk, new.towards).update(withdrawn_at=clock.now())
        say = Say.objects.create(
            dossier=door.dossier,
            item=item,
            towards_id=new.towards,
            answer=Word.YES,
            giver=Giver.PARENT,
            given_by_id=parent,
            expressed=new.expressed,
            recorded_by_id=door.me,
            from_on=clock.today(),
            of_version=item.version,
            waits=new.expressed == ITSELF,
            said_at=clock.now(),
        )
        write.subject = say.pk
    return say


def said_of(door: Door, item: Item) -> list[Say]:
    """To a worker: what the parent whom a text is about said of it, towards whom, and did not take back."""
    if door.relation is not Relation.WORKER:
        return []
    said = Say.objects.filter(item=item, giver=Giver.PARENT, withdrawn_at=None)
    return list(said.select_related("given_by").order_by("said_at", "pk"))


def said_by_a_parent(door: Door, key: UUID) -> Say | None:
    """To a worker: a yes of a parent of this child, about what the worker reads, that was not taken back.

    Of a page for the court nothing once the child is of age: no parent stops it then (R15).
    """
    said = Say.objects.filter(pk=key, dossier=door.dossier, giver=Giver.PARENT, withdrawn_at=None)
    said = said.filter(made_for=None) if is_of_age(door) else said
    row = said.select_related("item", "given_by", "made_for").first() if door.relation is Relation.WORKER else None
    here = row is not None and row.item is not None and door.sieve(Section(row.item.section)).lets(row.item, Verb.READ)
    return row if here else None


def take_back(door: Door, say: Say, *, once: UUID) -> None:
    """A parent takes back its own yes, as often as it said it; a worker may write that down.

    A page for the court that rested on it is read by nobody of the court from the next request on (R29).  Raises
    `NotAllowedError`, of a page also once the child is of age (R15).
    """
    ours = say.dossier_id == door.dossier.pk and say.giver == Giver.PARENT and not _is_over_for_parents(door, say)
    if not ours or (say.given_by_id != door.me and door.relation is not Relation.WORKER):
        raise NotAllowedError
    with door.writes(Event.ANSWER_WITHDRAWN, once=once, codes=("yes", "parent")) as write:
        said = _of_a_parent(say.item_id, say.towards_id)
        (said.filter(given_by=say.given_by_id) if say.made_for_id else said).update(withdrawn_at=clock.now())
        if say.made_for_id:
            Item.objects.filter(pk__in=[say.item_id]).update(told_to=None)
        write.subject = say.pk


def says_yes(door: Door, say: Say, *, once: UUID) -> None:
    """A parent taps its own yes, to a text about itself or to a page; once everyone did, a page is read.

    Raises `NotAllowedError`, of a page also once anybody took a yes back: then another page is written; and once the
    child is of age: no parent is asked then (R15).
    """
    here = Say.objects.filter(item=say.item_id, giver=Giver.PARENT, made_for=say.made_for_id, towards=say.towards_id)
    ours = say.dossier_id == door.dossier.pk and say.given_by_id == door.me and say.withdrawn_at is None
    everyone = Say.objects.filter(item=say.item_id).exclude(made_for=None)
    over = say.made_for_id is not None and everyone.exclude(withdrawn_at=None).exists()
    over = over or _is_over_for_parents(door, say) or door.standing.restricted  # a question to it is none (R28)
    if not (ours and say.item_id and say.waits) or over:
        raise NotAllowedError
    with door.writes(Event.ANSWER_CONFIRMED, once=once, codes=("yes", "parent")) as write:
        mine = here.filter(given_by=door.me, withdrawn_at=None)
        mine.update(waits=False, recorded_by=door.me, from_on=clock.today())
        opens_when_everyone_said_yes(say)
        write.subject = say.pk


def _is_over_for_parents(door: Door, say: Say) -> bool:
    return say.made_for_id is not None and is_of_age(door)


def _of_a_parent(item: UUID | None, towards: UUID | None) -> Says:
    """What the parent whom a text is about said of it towards one person, and did not take back."""
    return Say.objects.filter(item=item, towards=towards, giver=Giver.PARENT, withdrawn_at=None)


def _readable(door: Door, key: UUID) -> Item:
    item = Item.objects.filter(pk=key, dossier=door.dossier).first()
    if item is None or not door.sieve(Section(item.section)).lets(item, Verb.READ):
        raise NotAllowedError
    return item
