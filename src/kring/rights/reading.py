"""What a visitor may read of who stands beside the child.  Always through the door."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import UUIDField
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kring.access.door import Door, RefusedError
from kring.access.questions import Question
from kring.access.seen import looked_at
from kring.circle import reading as circle
from kring.circle.lettering import initial
from kring.kit import clock
from kring.kit.sentences import code_of, sentence
from kring.law.access import Klass, Relation, Section, Topic, Verb
from kring.law.decision import Decision
from kring.law.jim import Advice, Factor, Hint, Reply, advise
from kring.law.meaning import Meaning
from kring.law.trust_person import may_serve
from kring.people.models import Person
from kring.rights import facts
from kring.rights.facts import Look
from kring.rights.models import Serving, Taken, Wish
from kring.rights.models.held import ALL_SEEN
from kring.rights.paths import Path, path_of
from kring.rights.questions import LIMITED, NAMED, SERVING
from kring.rights.turns import Turn, turns
from kring.rights.untold import stopping

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Someone who stands beside the child now, in one meaning."""

    wish: UUID
    member: UUID
    name: str
    meaning: Meaning
    since: date
    serving: Serving | None = None
    told: bool = True  # whether this visitor may know if the legal position began
    stops: bool = False  # it said so, and the child was not told yet (R15)
    paused: date | None = None  # since when it rests, as far as this visitor may know
    limited: date | None = None  # until when something is limited, as far as this visitor may know (R2)
    unsure: bool = False  # it said that its yes was none, and nobody talked about that with the child yet (R10)
    apart: bool = False  # contact is restricted now: nothing here brings them together, and no page says why (R28)

    @property
    def initial(self) -> str:
        """The letter in the disc, as in the circle."""
        return initial(self.name)

    @property
    def secrecy(self) -> str:
        """Professional secrecy only for who serves; of the others discretion is asked (R10).

        Of who says that it never said yes no page promises any.
        """
        if self.serving is not None:
            return "" if self.unsure else "secrecy"
        return "discretion" if self.told or self.meaning is not Meaning.TRUST_PERSON else ""

    @property
    def look(self) -> str:
        """The rim of this person: the star and plum of a trust person only while serving (R2)."""
        named_only = self.meaning is Meaning.TRUST_PERSON and not self.serving
        return Meaning.SUPPORTER.value if named_only else self.meaning.value

    @property
    def day(self) -> str:
        """The day on which the child named this person, as one writes it."""
        return date_format(self.since)

    @property
    def word(self) -> Words:
        """The meaning in words; named is not yet serving (R2)."""
        if self.meaning is Meaning.TRUST_PERSON and not self.serving:
            return _("gekozen als vertrouwenspersoon in de jeugdhulp")
        if self.meaning is Meaning.SUPPORTER:
            return _("iemand voor mij")
        return sentence(code_of(self.meaning))


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Someone the child named: what is known, and what is still to be asked or talked about."""

    member: UUID
    name: str
    roles: tuple[Beside, ...]
    decision: Decision | None = None
    looks: dict[str, Look]
    people: dict[UUID, str]
    replies: dict[Factor | Hint, Reply]
    paths: dict[Meaning, Path]
    person: bool = True
    """A pet, a place or a group may be chosen as anybody else (R1); nothing of a person is asked of it."""

    def role(self, meaning: Meaning) -> Beside | None:
        """This person in one meaning, or nothing."""
        return next((one for one in self.roles if one.meaning is meaning), None)

    @property
    def said_yes(self) -> bool:
        """Whether this person said yes to the child, as anything (R9)."""
        return any(one.said_yes for one in self.paths.values())

    @property
    def all_seen_on(self) -> date | None:
        """Since when everything that the law asks was seen and holds: then it waits for who works with the child."""
        said = self.looks.get(ALL_SEEN)
        return said.on if said is not None and said.holds else None

    @property
    def told_no_on(self) -> date | None:
        """Since when the child knows that the house says no for now (R15)."""
        return facts.told_no(self.looks)

    @property
    def trust(self) -> Beside | None:
        """As legal trust person, named or serving."""
        return self.role(Meaning.TRUST_PERSON)

    @property
    def jim(self) -> Beside | None:
        """As JIM."""
        return self.role(Meaning.JIM)

    @property
    def supporter(self) -> Beside | None:
        """As someone for the child."""
        return self.role(Meaning.SUPPORTER)

    @property
    def advice(self) -> Advice:
        """The talking points about a JIM."""
        points = {point: reply for point, reply in self.replies.items() if isinstance(point, Factor)}
        former, after = (self.replies.get(hint, Reply.UNKNOWN) for hint in (Hint.FORMER_WORKER, Hint.AFTER_HOURS))
        return advise(points, former_worker=former, after_hours=after)


def beside(door: Door) -> list[Beside]:
    """Who stands beside the child now."""
    wishes = _wishes(door)
    return _beside(door, wishes, _names(door, wishes))


def story(door: Door, *, held: bool = False) -> tuple[list[Beside], list[Turn]]:
    """Who stands beside the child now, and everything it said about that, the last first.

    `held`: with who said that it stops, for who may know that before the child was told.
    """
    wishes = _wishes(door)
    names = _names(door, wishes)
    taken = list(door.within(Taken.objects.order_by("pk"))) if wishes else []
    people = _limited(door, _beside(door, wishes, names, taken, held=held))
    return people, turns(door, wishes, names, taken)


def standing(door: Door, member: UUID) -> Standing:
    """Someone the child named now.  Raises `RefusedError` for anybody else."""
    wishes = [wish for wish in _wishes(door) if wish.member_id == member]
    names, things = circle.names_and_things(door, [member] if wishes else [])
    roles = _limited(door, _beside(door, wishes, {wish.member_id: wish.called for wish in reversed(wishes)} | names))
    if not roles:
        raise RefusedError
    person = member not in things
    trusted = person and any(one.meaning is Meaning.TRUST_PERSON for one in roles) and reads_conditions(door)
    seen = facts.looks(door, member) if trusted else {}
    taken = _TAKEN_OF.of(door, member=member)
    paths = {one.meaning: path_of(_named_as(wishes, one.meaning), taken, one.serving) for one in roles}
    return Standing(
        member=member,
        name=roles[0].name,
        roles=tuple(replace(one, unsure=paths[one.meaning].serves_without_a_yes) for one in roles),
        decision=may_serve(facts.named_from(seen, chosen=True), on=clock.today()) if trusted else None,
        looks=seen,
        people=called(
            {one for look in seen.values() for one in (look.by, look.decided_by) if one}
            | ({row.item.author_id for row in taken if row.as_said or row.is_in_its_name} - _itself(door))
        ),
        replies=facts.replies(door, member) if person and any(one.meaning is Meaning.JIM for one in roles) else {},
        person=person,
        paths=paths,
    )


def _itself(door: Door) -> set[UUID]:
    """The child knows what it wrote itself."""
    return {door.me} if door.relation is Relation.CHILD else set()


def reads_conditions(door: Door) -> bool:
    """Whether this visitor may read of the conditions at all: else a page would call them unasked."""
    return not door.sieve(Section.CONDITIONS).is_empty(Verb.READ)


def knows_servings(door: Door) -> bool:
    """Whether this visitor knows who serves."""
    return door.sieve(Section.RIGHTS).lets_any(Klass.FILE, Topic.BESIDE_ME, Verb.READ)


def looks_at_checks(door: Door) -> bool:
    """Whether this visitor writes down that the extract was looked at: the child's page never shows it (brief 1.6)."""
    return door.sieve(Section.CONDITIONS).may_add(Klass.CHECK)


def knows_wishes(door: Door) -> bool:
    """Whether this visitor reads whom the child named; the director reads only what there is to decide."""
    return door.sieve(Section.RIGHTS).lets_any(Klass.OWN_WORDS, Topic.BESIDE_ME, Verb.READ)


def call_name(door: Door, member: UUID) -> str:
    """How someone is called, where this visitor may know it."""
    return circle.names(door, [member]).get(member, "")


def _wishes(door: Door) -> list[Wish]:
    rows = NAMED.of(door)
    looked_at(door, rows)
    return rows


def _named_as(wishes: Iterable[Wish], meaning: Meaning) -> list[Wish]:
    return [one for one in wishes if one.withdrawn_on is None and one.meaning == meaning.value]


def _names(door: Door, wishes: Sequence[Wish]) -> dict[UUID, str]:
    """As the circle calls them now; who left it is called as the child said it."""
    said = {wish.member_id: wish.called for wish in reversed(wishes)}
    return said | circle.names(door, said)


def _beside(
    door: Door, wishes: list[Wish], names: dict[UUID, str], taken: Sequence[Taken] = (), *, held: bool = False
) -> list[Beside]:
    stops = stopping(door, wishes, taken) if held else set()
    now = {(wish.member_id, Meaning(wish.meaning)): wish for wish in wishes if wish.withdrawn_on is None}
    told = knows_servings(door)
    serving: dict[UUID, Serving] = {}
    if told and any(meaning is Meaning.TRUST_PERSON for _member, meaning in now):
        serving = {row.member_id: row for row in SERVING.of(door)}
    serves = {key: serving.get(key[0]) for key in now if key[1] is Meaning.TRUST_PERSON}
    found = [
        Beside(
            wish=wish.pk,
            member=key[0],
            name=names.get(key[0], ""),
            meaning=key[1],
            since=wish.named_on,
            serving=serves.get(key),
            told=told,
            stops=key in stops,
            apart=bool(getattr(wish, "apart", False)),
            **_as_it_goes(wishes, taken, wish, serves.get(key)),
        )
        for key, wish in now.items()
    ]
    order = list(Meaning)
    return sorted(found, key=lambda one: (order.index(one.meaning), one.since))


def _limited(door: Door, people: list[Beside]) -> list[Beside]:
    """With until when something of whom of them is limited; asked only where somebody serves."""
    rows = LIMITED.of(door, on=clock.today()) if any(one.serving for one in people) else []
    until = {member: day for _child, member, day, _by in rows}
    return [replace(one, limited=until.get(one.member) if one.serving else None) for one in people]


def _as_it_goes(wishes: list[Wish], taken: Sequence[Taken], wish: Wish, serving: Serving | None) -> dict[str, Any]:
    """Since when this rests, and whether a yes is sure, of rows that were read already."""
    if not taken:
        return {}
    named = [one for one in _named_as(wishes, Meaning(wish.meaning)) if one.member_id == wish.member_id]
    path = path_of(named, taken, serving)
    return {"paused": path.paused_on, "unsure": path.serves_without_a_yes}


def called(people: Collection[UUID]) -> dict[UUID, str]:
    """How these are called."""
    return {person.pk: person.call_name for person in Person.objects.filter(pk__in=people)} if people else {}


def about(door: Door) -> str:
    """The child's name for a page that speaks about the child; nothing for its own page, which speaks to it."""
    return "" if door.relation is Relation.CHILD else door.dossier.call_name


_TAKEN_OF = Question(Taken, lambda within, *, member: within(Taken.objects.filter(member=member)), member=UUIDField())
