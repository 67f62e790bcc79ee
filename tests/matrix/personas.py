"""Who asks: the cast, and variants of it that stand otherwise towards the child."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.test import Client

from kring.access import acts
from kring.access.acts.parts import Told
from kring.access.acts.parts import say as say_parts
from kring.access.beside import Beside
from kring.access.models import Given, Restriction, Say
from kring.dossier.models import Dossier, Involvement, Wall
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.law.parts import Part
from kring.law.standing import Authority
from kring.law.time import months_later
from kring.people.models import Post, Role, User, Way, WayEnd
from tests import links
from tests.family import Family
from tests.matrix.families import OWN
from tests.rooms import test_code_card as cards
from tests.rooms import test_picture_code as pictures

Step = Callable[[Family], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """Someone who asks.  `like`: whose row of the role table counts; `relation`, `yes`, facts: what the law asks."""

    name: str
    who: str = ""  # of the cast: whose account it is
    like: str = ""
    relation: Relation | None = None
    also: frozenset[str] = frozenset()  # what is there for it that is not for the one of the cast it is like
    sends: frozenset[str] = frozenset()  # of those, where it also sends
    lacks: frozenset[str] = frozenset()  # what is there for the one it is like, and not for it
    only_looks: frozenset[str] = frozenset()  # where it does not send what the one it is like sends
    hat: str = ""  # whose row counts for the pages of the house, where that is another
    home: int = OWN  # in which of the three families it lives or works
    yes: frozenset[Topic] = frozenset()
    age: int = 15
    authority: Authority = Authority.UNKNOWN
    beside: bool = False
    in_safety: bool = False
    serves: bool = False
    is_small: bool = False
    is_narrow: bool = False  # came in by a link, a card or pictures: not every page of an own account is there
    is_over: bool = False  # its way in ended: whatever it asks, it is told so
    steps: tuple[Step, ...] = ()
    come_in: Callable[[Family], Client] | None = None

    @property
    def works_like(self) -> str:
        """Whose row of the role table counts for what is not about a child."""
        return self.hat or self.like

    def browser(self, family: Family) -> Client:
        """A browser in which it is in."""
        if self.come_in:
            return self.come_in(family)
        return family.browser(self.who or None)


# -- how someone comes to stand otherwise ------------------------------------------------------------------------------


def stands(key: str, relation: Relation, **more: Any) -> Step:
    """In another relation from now on, and in no other."""

    def step(family: Family) -> None:
        here: dict[str, Any] = {"dossier_id": family.noor.dossier, "person_id": family.person(key)}
        Involvement.objects.filter(**here, ended_at=None).update(ended_at=clock.now())
        Involvement.objects.create(**here, relation=relation.value, from_on=_last_year(), **more)

    return step


def stands_too(key: str, relation: Relation) -> Step:
    """In another relation as well."""
    return lambda family: Involvement.objects.create(
        dossier_id=family.noor.dossier, person_id=family.person(key), relation=relation.value, from_on=_last_year()
    )


def on_both_sides(key: str) -> Step:
    """Behind every wall of the child, in two positions that nothing connects."""

    def step(family: Family) -> None:
        held = Involvement.objects.get(dossier=family.noor.dossier, person=family.person(key))
        for wall in Wall.objects.filter(dossier=family.noor.dossier).exclude(pk=held.wall_id):
            Involvement.objects.create(
                dossier=held.dossier, person=held.person, relation=held.relation, wall=wall, from_on=held.from_on
            )

    return step


def has_authority(key: str, authority: Authority) -> Step:
    return lambda family: Involvement.objects.filter(dossier=family.noor.dossier, person=family.person(key)).update(
        authority=authority.value
    )


def is_aged(age: int) -> Step:
    born = months_later(clock.today(), -12 * age - 4).isoformat()
    return lambda family: Dossier.objects.filter(pk=family.noor.dossier).update(born_on=born)


def said_yes(key: str, *topics: Topic) -> Step:
    """The child lets someone know about these."""

    def step(family: Family) -> None:
        for topic in topics:
            Say.objects.create(
                dossier_id=family.noor.dossier,
                topic=topic.value,
                towards_id=family.member(key),
                answer="yes",
                expressed="said",
                given_by_id=family.person("noor"),
                recorded_by_id=family.person("noor"),
                from_on=clock.today(),
            )

    return step


def has_a_part(key: str, *parts: Part) -> Step:
    """Somebody said what this one is there for."""

    def step(family: Family) -> None:
        say_parts(family.door("noor", Section.RIGHTS), family.member(key), Told(parts), act=uuid7())

    return step


def sits_beside(key: str) -> Step:
    """Beside Lotte now, in this very session."""

    def step(family: Family) -> None:
        row = Beside.objects.create(
            dossier_id=family.noor.dossier,
            person_id=family.person(key),
            worker_id=family.person("lotte"),
            asked_at=clock.now(),
            from_at=clock.now() - timedelta(minutes=1),
            until_at=clock.now() + timedelta(minutes=14),
        )
        family.viewings[key] = row.pk

    return step


def involvement_ended(key: str) -> Step:
    return lambda family: Involvement.objects.filter(dossier=family.noor.dossier, person=family.person(key)).update(
        ended_at=clock.now()
    )


def post_ended(key: str) -> Step:
    return lambda family: Post.objects.filter(person=family.person(key)).update(
        until_on=clock.today() - timedelta(days=1)
    )


def works_as(key: str, role: Role) -> Step:
    return lambda family: Post.objects.filter(person=family.person(key)).update(role=role.value, team=None)


def is_disabled(key: str) -> Step:
    return lambda family: User.objects.filter(person=family.person(key)).update(is_active=False)


def restricted(family: Family, key: str) -> None:
    """Contact with this person is restricted (R28)."""
    Restriction.objects.create(
        dossier_id=family.noor.dossier,
        person_id=family.person(key),
        from_on=clock.today(),
        recorded_by_id=family.person("lotte"),
        recorded_at=clock.now(),
    )


# -- how someone comes in otherwise ------------------------------------------------------------------------------------


def by_link(step: Callable[[Family, Given], object] | None = None) -> Callable[[Family], Client]:
    """By a link that Noor gave; `step`: what became of the link after that."""

    def come_in(family: Family) -> Client:
        handed = links.give(family, relation=Relation.SUPPORTER)
        browser, _ = links.tap(handed)
        browser.get("/today/")  # it is here from now on
        if step:
            step(family, Given.objects.select_related("way").get(pk=handed.given))
        return browser

    return come_in


def withdrawn(family: Family, given: Given) -> None:
    acts.end_way(family.door("noor", Section.RIGHTS), given, once=None)


def ended(why: WayEnd) -> Callable[[Family, Given], object]:
    return lambda _, given: Way.objects.filter(given=given).update(ended_at=clock.now(), ended_for=why.value)


def too_late(_: Family, given: Given) -> None:
    Way.objects.filter(given=given).update(until_at=clock.now() - timedelta(seconds=1))


def by_card(family: Family) -> Client:
    return cards.come_in(cards.make(family))


def by_pictures(family: Family) -> Client:
    tablet = pictures.register(family, "lotte")
    pictures.choose(family, place=family.noor.dossier)
    pictures.tap(tablet)
    return tablet


def _last_year() -> date:
    return clock.today() - timedelta(days=365)
