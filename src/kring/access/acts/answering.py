"""Answering who may know what: yes, no, or ask me first; withdrawing it, and confirming it on a known device (R7).

A share is never a copy: what is kept is the answer, and every page weighs it anew (`access.asked`).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Q

from kring.access.acts import child_of, holding
from kring.access.acts.again import look_no_more, opens_what_it_told
from kring.access.acts.protecting import is_restricted
from kring.access.acts.unread import tell_the_child
from kring.access.door import Door
from kring.access.models import Giver, Item, Say, Says, Word
from kring.access.same import SamePerson
from kring.access.writing import ITSELF, NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Answer, Case, Klass, Relation, Section, Topic, Verb, classes, known_topics
from kring.people.acts import messages
from kring.people.models import MessageCode


class WhyNot(StrEnum):
    """Why an answer cannot be given.  Its sentence stands in `kit/sentences.py`."""

    ONESELF = "oneself"
    TO_ME = "to_me"  # nobody writes down a yes of the child towards itself
    CHILDS_OWN = "childs_own"  # a no of the child is lifted by the child
    RESTRICTED = "restricted"  # R28
    PAST = "past"
    NOT_SERVING = "not_serving"  # access to the file is asked of who serves as trust person (R18)
    TOPIC_LASTS = "topic_lasts"  # a yes for some days, under a yes about its topic that goes on
    PICTURES = "pictures"  # with pictures that somebody knows nothing that was closed opens at once
    NEW_DEVICE = "new_device"  # what closed something is taken back where Kring knows the child


class MayNotAnswer(Exception):  # noqa: N818  # a refusal reads as a fact (house.md 7)
    """The answer would mean nothing, or something that may not be."""

    def __init__(self, why: WhyNot) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """An answer about a topic or about one item, towards a member of the circle.

    `expressed`: by its own hands, or as a worker heard or saw it.  `waits`: given on a device not seen before.
    """

    towards: UUID
    word: Word
    topic: Topic | None = None
    item: UUID | None = None
    purpose: str = ""
    until_on: date | None = None
    expressed: str = ITSELF
    waits: bool = False


def answer(door: Door, new: Answering, *, once: UUID) -> Say:
    """Keep an answer of the child; what was answered about the same before is over, at the moment this begins.

    A yes that another writes down over what the child said itself or stopped, or about its plan, waits until the child
    taps it, and what it said stands (R7, R8, R28).
    Raises `MayNotAnswer`; `NotAllowedError` for what is not there for this visitor.
    """
    item = _item(door, new.item) if new.item else None
    _refuse(door, why_not(door, new))
    about, same = new.topic.value if new.topic else "", _about(door, new)
    how = _how(door, new, item, about)
    since = clock.today() if new.word is Word.YES else holding.closed_since(door, new.towards, item, same)
    with door.writes(Event.ANSWER_GIVEN, once=once, codes=(new.word.value, about or "item")) as write:
        tell_the_child(door, unsure=how["unsure"])
        holding.replaced(door, same, waits=how["waits"]).update(withdrawn_at=(now := clock.now()))
        say = Say.objects.create(
            dossier=door.dossier,
            item=item,
            topic=about,
            towards_id=new.towards,
            answer=new.word,
            purpose=new.purpose,
            given_by_id=child_of(door),
            expressed=new.expressed,
            recorded_by_id=door.me,
            from_on=since,
            until_on=new.until_on if new.word is Word.YES else None,
            of_version=item.version if item else 1,
            said_at=now,
            **how,
        )
        write.subject = say.pk
        _begins(door, say)
    return say


def _how(door: Door, new: Answering, item: Item | None, about: str) -> dict[str, bool]:
    """Whether a yes waits, and where it was tapped: on a new device, or with pictures that somebody else knows."""
    opens, new_here = new.word is Word.YES, holding.is_unsure(door, waits=new.waits)
    seen = opens and holding.opens_by_pictures(door, new.towards, item, about, until=new.until_on)
    waits = opens and (new.waits or seen or holding.waits_written_down(door, new.towards, item, about))
    known = seen and door.actor.pictures_known
    return {"waits": waits, "unsure": new_here or known, "by_pictures": known}


def withdraw(door: Door, say: Say, *, once: UUID, on_new_device: bool = False) -> None:
    """Take an answer back: in force at the next request, everywhere.  Raises `NotAllowedError`.

    A yes on any device.  A "no" or "ask me first" keeps something closed: taken back on a device not seen before, that
    would open what a yes there cannot.  And the child's own nobody takes away but the child; one that closes something
    to the visitor itself, not the visitor.  Raises `MayNotAnswer`.
    """
    _only_ours(door, say)
    if holding.is_kept_from(door, say):
        raise MayNotAnswer(WhyNot.CHILDS_OWN)
    if say.answer != Word.YES and holding.taps_seen(door):
        raise MayNotAnswer(WhyNot.PICTURES)
    if on_new_device and say.answer != Word.YES:
        raise MayNotAnswer(WhyNot.NEW_DEVICE)
    with door.writes(Event.ANSWER_WITHDRAWN, once=once, codes=(say.answer,)) as write:
        Say.objects.filter(pk=say.pk, withdrawn_at=None).update(withdrawn_at=clock.now())
        _ends_looking(door, say.towards_id, say.topic)
        write.subject = say.pk


def confirm(door: Door, say: Say, *, once: UUID, spoke: holding.Spoke | None = None) -> bool:
    """ "Yes, that was me": on a device that is known, what waited begins; or another says that it was the child.

    Whether it begins: tapped with pictures that somebody else knows it waits on, for who asks it too (`spoke`).

    What stood in its way since is asked again; who took over what stands here, says it itself (C54), and so does every
    child whose own no it would lift.  Raises `MayNotAnswer` and `NotAllowedError`, also for who made the card with
    which it was said.
    """
    whom = _may_begin(door, say, spoke)
    if holding.taps_seen(door):  # of what waits nobody was sure: pictures that others know make it no surer
        _taps_with_pictures(door, say, once=once)
        return False
    with door.writes(Event.ANSWER_CONFIRMED, once=once) as write:
        tell_the_child(door)
        waited = Say.objects.filter(pk=say.pk, withdrawn_at=None, waits=True)
        sure = holding.sure_by(door, spoke)
        if not waited.update(waits=False, from_on=clock.today(), **sure):  # said today: of age? (R15)
            raise NotAllowedError  # it waits for nothing, or not any more
        holding.same(door, whom, say.item_id, say.topic).exclude(pk=say.pk).update(withdrawn_at=clock.now())
        write.subject = say.pk
        say.waits = False
        _begins(door, say)
    return True


def _may_begin(door: Door, say: Say, spoke: holding.Spoke | None) -> UUID:
    """Towards whom this yes would begin.  Raises as `confirm` does."""
    _only_ours(door, say)
    asks_too = say.by_pictures and not _is_the_child(door)
    if holding.waits_for_the_child(door, say) or (asks_too and spoke is None):
        raise NotAllowedError
    if say.item_id and not _told_by_pictures(door, say.item):
        _item(door, say.item_id)
    topic = next(iter(known_topics([say.topic])), None)
    whom = say.towards_id
    if whom is None or (say.topic and topic is None):
        raise NotAllowedError  # of a page a parent says it itself; a subject of another name is asked anew
    said = Answering(towards=whom, word=Word(say.answer), topic=topic, item=say.item_id, until_on=say.until_on)
    _refuse(door, why_not(door, said))
    return whom


def _taps_with_pictures(door: Door, say: Say, *, once: UUID) -> None:
    """The child tapped yes to what waited: who asks it too says so later.  Where a worker was just in, nothing yet."""
    if not door.actor.pictures_known:
        return
    with door.writes(Event.ANSWER_GIVEN, once=once, codes=(Word.YES.value, say.topic or "item")) as write:
        tell_the_child(door, unsure=True)
        waited = Say.objects.filter(pk=say.pk, withdrawn_at=None, waits=True)
        waited.update(by_pictures=True, unsure=True)
        write.subject = say.pk


def why_not(door: Door, new: Answering) -> WhyNot | None:
    """Why this answer cannot be given now.  Raises `NotAllowedError` for who or what is not there."""
    _only_of_the_circle(door, new.towards)
    if not door.sieve(Section.ANSWERS).may_add(Klass.OWN_WORDS):
        raise NotAllowedError
    person = SamePerson.objects.filter(item=new.towards).values_list("person_id", flat=True).first()
    opens = new.word is Word.YES
    wrong = {
        WhyNot.ONESELF: person is not None and person == child_of(door),
        WhyNot.TO_ME: opens and not _is_the_child(door) and holding.binds_me(door, new.towards, _about(door, new)),
        WhyNot.RESTRICTED: opens and is_restricted(door.dossier.pk, member=new.towards),
        WhyNot.PAST: new.until_on is not None and new.until_on < clock.today(),
        WhyNot.NOT_SERVING: opens and new.topic is Topic.THE_FILE and not _serves(door, person),
        WhyNot.TOPIC_LASTS: opens and _lasts_by_its_topic(door, new),
    }
    return next((why for why, so in wrong.items() if so), None)


def _refuse(door: Door, why: WhyNot | None) -> None:
    """Say why not, with a line in the log: a try at what cannot be is something that happened too."""
    if why is None:
        return
    with door.writes(Event.ANSWER_REFUSED, once=None, codes=(why.value,)):
        pass
    raise MayNotAnswer(why)


def _about(door: Door, new: Answering) -> Says:
    return holding.same(door, new.towards, new.item, new.topic.value if new.topic else "")


def _lasts_by_its_topic(door: Door, new: Answering) -> bool:
    """Whether a yes about the topic goes on after the last day of this yes: then that day would mean nothing."""
    if new.item is None or new.until_on is None:
        return False
    topic = Item.objects.values_list("topic", flat=True).get(pk=new.item)
    longer = holding.same(door, new.towards, None, topic).filter(Q(until_on=None) | Q(until_on__gt=new.until_on))
    return longer.in_force(clock.today()).filter(answer=Word.YES).exists()


def _only_of_the_circle(door: Door, key: UUID) -> None:
    item = Item.objects.filter(pk=key, dossier=door.dossier, section=Section.CIRCLE.value).first()
    if item is None or not door.sieve(Section.CIRCLE).lets(item, Verb.READ):
        raise NotAllowedError


def _item(door: Door, key: UUID) -> Item:
    """Something that the visitor reads itself, in a place where a yes of the child opens something."""
    item = Item.objects.filter(pk=key, dossier=door.dossier).first()
    if item is None or not door.sieve(Section(item.section)).lets(item, Verb.READ) or not is_asked(item):
        raise NotAllowedError
    return item


def _told_by_pictures(door: Door, item: Item | None) -> bool:
    """Whether a small child that comes in by pictures told it itself: it has no other way in."""
    return door.actor.is_small and item is not None and item.author_id == door.me and item.section == Section.SAID.value


def is_asked(item: Item) -> bool:
    """Whether there is anyone for whom, in some case, the child's yes opens a row like this."""
    return item.held_close or any(_is_asked_by(item, answer) for answer in (Answer.ASKS, Answer.ONE))


def is_asked_by_subject(item: Item) -> bool:
    """Whether there is anyone for whom a yes about its subject opens a row like this."""
    return _is_asked_by(item, Answer.ASKS)


def _is_asked_by(item: Item, answer: Answer) -> bool:
    klass, section, cases = Klass(item.klass), Section(item.section), frozenset(Case)
    return any(klass in classes(relation, section, Verb.READ, answer, cases) for relation in Relation)


def _serves(door: Door, person: UUID | None) -> bool:
    """Whether it comes in as trust person, or does as far as the child knows: such a yes opens nothing (R15)."""
    here = Involvement.objects.current(clock.today()).filter(dossier=door.dossier, person=person)
    serves = Relation.TRUST_PERSON.value
    return here.filter(Q(relation=serves) | Q(told_as=serves)).exists()


def _is_the_child(door: Door) -> bool:
    return door.relation is Relation.CHILD


def _only_ours(door: Door, say: Say) -> None:
    """Of this child; by the child itself or who writes it down for it."""
    may = door.sieve(Section.ANSWERS).may_add(Klass.OWN_WORDS)
    if say.dossier_id != door.dossier.pk or say.giver != Giver.CHILD or not may:
        raise NotAllowedError


def _ends_looking(door: Door, member: UUID | None, topic: str) -> None:
    """Whatever is answered about looking into the file, a viewing that stood on an answer of before is over (R17)."""
    if member and topic == Topic.THE_FILE.value:
        look_no_more(door.dossier.pk, members=[member])


def _begins(door: Door, say: Say) -> None:
    """Who may know something now reads that there is something; of whom nobody confirmed yet who it is: later.

    And what stood on another answer about the same, is over (`_ends_looking`).
    """
    _ends_looking(door, say.towards_id, say.topic)
    if say.answer != Word.YES or say.waits or opens_what_it_told(say):
        return
    sure = SamePerson.objects.filter(item=say.towards_id, confirmed_at__isnull=False)
    for person in sure.values_list("person_id", flat=True):
        messages.tell(person, MessageCode.SHARED, about=say.pk, once=f"{say.pk}:{person}")
