"""Any family at all: who stands where, what was written and said, what is shut.  Drawn by chance, as plain facts.

`tests/rooms/making.py` makes a place of its own of it, with people of the cast in it.
"""

import os
from dataclasses import dataclass, replace

from django.db import connection
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from kring.access.models import Giver, Word
from kring.law.access import Klass, Relation, Topic
from kring.law.standing import Authority

DEEP = os.environ.get("KRING_DEEP") == "1"
CHILD = "noor"
MAY_BE = {
    "lotte": (Relation.WORKER,),
    "greet": (Relation.WORKER,),
    "bram": (Relation.NETWORK_GUIDE,),
    "hilde": (Relation.TEAM_LEAD,),
    "mo": (Relation.DIRECTOR,),
    "saar": (Relation.OFFICER,),
    "an": (Relation.FALLBACK_WORKER,),
    "ann": (Relation.PARENT,),
    "tarik": (Relation.PARENT, Relation.UPBRINGER),
    "wilma": (Relation.JIM, Relation.SUPPORTER),
    "karim": (Relation.TRUST_PERSON, Relation.SUPPORTER),
    "rita": (Relation.SUPPORTER,),
    "dirk": (Relation.PARENTS_TRUST_PERSON,),
    "nadia": (Relation.COURT_SERVICE, Relation.MANDATED_SERVICE),
}
"""As what each of the cast can come in: who works in the house has the post for it."""
KINDS = ("passage", "plan", "apart", "member", "said")
CLASSES = {
    "passage": tuple(Klass),
    "plan": (Klass.OWN_WORDS, Klass.FILE),
    "apart": (Klass.AGOGIC,),
    "member": (Klass.OWN_WORDS, Klass.FILE, Klass.HOUSEHOLD, Klass.THIRD_PARTY),
    "said": (Klass.OWN_WORDS, Klass.FILE),
}
TOPICS = (Topic.SCHOOL, Topic.FATHER, Topic.SAFETY, Topic.GENERAL, Topic.CIRCLE)
NOBODY, SIDES = "", (0, 0, 0, 1, 2)
AT_WORK = ("lotte", "greet", "bram", "hilde", "mo", "saar", "an")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """One person around the child: as what, on which side, until when (days from now), and who of the circle it is."""

    who: str
    relation: Relation
    authority: Authority = Authority.UNKNOWN
    holds_for: int | None = None  # days that its authority goes on
    side: int = 0
    stays: int | None = None
    ended: bool = False
    is_sure: bool | None = None  # nothing: nobody pointed out who of the circle it is
    parent_too: bool = False
    told_as: bool = False  # it stopped, and the child was not told yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Something that stands there."""

    kind: str
    klass: Klass
    topic: Topic
    by: str
    about: str
    to: str
    side: int
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """An answer: of the child by itself or written down, of a parent or of a worker; about a row or a subject."""

    towards: str
    word: Word
    row: int | None
    topic: Topic
    ago: int
    lasts: int | None
    waits: bool
    by: str
    giver: Giver


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A child and all that is around it."""

    years: int | None
    past_birthday: int  # days; below zero: the birthday is still to come
    people: tuple[Stands, ...]
    rows: tuple[Row, ...]
    said: tuple[Spoken, ...]
    restricted: tuple[tuple[str, int | None, bool], ...]  # who, for how many days, and as one of the circle
    urgent: tuple[tuple[str, int], ...]
    closed: bool


def often(times: int) -> st.SearchStrategy[bool]:
    """True in one of so many."""
    return st.integers(1, times).map(lambda one: one == times)


@st.composite
def stands(draw: st.DrawFn, who: str) -> Stands:
    relation = draw(st.sampled_from(MAY_BE[who]))
    parent_too = relation is Relation.WORKER and draw(often(8))
    return Stands(
        who=who,
        relation=relation,
        authority=draw(st.sampled_from(Authority)),
        holds_for=draw(st.none() | st.integers(-1, 3)),
        side=draw(st.sampled_from(SIDES)),
        stays=None if parent_too else draw(st.sampled_from((None,) * 6 + (0, 2))),
        ended=draw(often(15)),
        is_sure=draw(st.sampled_from((True,) * 6 + (None, False))),
        parent_too=parent_too,
        told_as=relation is Relation.SUPPORTER and draw(often(5)),
    )


@st.composite
def a_row(draw: st.DrawFn, people: tuple[str, ...]) -> Row:
    kind = draw(st.sampled_from(("passage",) * 4 + KINDS))
    return Row(
        kind=kind,
        klass=draw(st.sampled_from((Klass.OWN_WORDS,) * 6 + CLASSES[kind] if kind != "apart" else CLASSES[kind])),
        topic=draw(st.sampled_from(TOPICS)),
        by=draw(st.sampled_from((CHILD, *people))),
        about=draw(st.sampled_from((NOBODY,) * 8 + people)),
        to=draw(st.sampled_from((NOBODY, *people))) if kind == "said" else NOBODY,
        side=draw(st.sampled_from((0,) * 4 + SIDES)),
        held=draw(often(6)),
    )


def spoken(people: tuple[str, ...], rows: int) -> st.SearchStrategy[Spoken]:
    return st.builds(
        Spoken,
        towards=st.sampled_from(people),
        word=st.sampled_from((Word.YES, Word.YES, Word.NO, Word.ASK)),
        row=st.none() | st.integers(0, rows - 1),
        topic=st.sampled_from((*TOPICS, Topic.THE_FILE)),
        ago=st.sampled_from((0, 1, 2, 5, 40, 400)),
        lasts=st.none() | st.integers(0, 3),
        waits=often(5),
        by=st.sampled_from((CHILD, CHILD, "lotte")),
        giver=st.sampled_from((Giver.CHILD,) * 4 + (Giver.PARENT, Giver.WORKER)),
    )


@st.composite
def places(draw: st.DrawFn) -> Place:
    """Any child, around the birthdays that change something and far from them, with anybody around it."""
    at_home = sorted(set(MAY_BE) - set(AT_WORK))
    at_work = draw(st.lists(st.sampled_from(AT_WORK), min_size=1, max_size=3, unique=True))
    who = (*draw(st.lists(st.sampled_from(at_home), min_size=2, max_size=4, unique=True)), *at_work)
    people = tuple(draw(stands(one)) for one in who)
    rows = tuple(draw(st.lists(a_row(who), min_size=4, max_size=9)))
    number = st.integers(0, len(rows) - 1)
    restricted = st.tuples(st.sampled_from(who), st.none() | st.integers(-1, 3), st.booleans())
    return Place(
        years=draw(st.sampled_from((None, 6, 12, 12, 15, 18, 18, 21))),
        past_birthday=draw(st.integers(-3, 3)),
        people=people,
        rows=rows,
        said=tuple(draw(st.lists(spoken(who, len(rows)), max_size=6))),
        restricted=tuple(draw(st.lists(restricted, max_size=2))) if draw(often(3)) else (),
        urgent=tuple(draw(st.lists(st.tuples(st.sampled_from(who), number), max_size=2))) if draw(often(3)) else (),
        closed=draw(often(6)),
    )


@st.composite
def with_a_yes(draw: st.DrawFn) -> Place:
    """One in which the child said yes to something, to somebody who is at home."""
    place = draw(places())
    at_home = tuple(one.who for one in place.people if one.who not in AT_WORK)
    said = draw(spoken(at_home, len(place.rows)))
    return replace(place, said=(*place.said, replace(said, word=Word.YES, giver=Giver.CHILD)))


def so_many(examples: int) -> settings:
    """The same every time, and less of it on PostgreSQL; by `KRING_DEEP=1` ten times as much, and other ones."""
    some = examples if connection.vendor == "sqlite" else max(examples // 3, 5)
    return settings(
        phases=[Phase.generate],
        max_examples=10 * some if DEEP else some,
        derandomize=not DEEP,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
