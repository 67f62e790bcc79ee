"""A link as tests meet it: given by Noor, tapped on by Wilma, on a phone."""

from typing import Any
from uuid import UUID

from django.test import Client
from django.urls import reverse

from kring.access import acts
from kring.access.acts import Handed, LetIn, answering
from kring.access.links import narrowed
from kring.access.models import Say
from kring.access.writing import ITSELF
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.law.meaning import Expressed
from kring.law.ways import WayKind
from kring.people.actors import Actor, ActorKind
from kring.people.models import Way
from tests.family import Family

PHONE = "Mozilla/5.0 (Linux; Android 14) Chrome/130"


def give(family: Family, key: str = "wilma", *, by: str = "noor", **facts: Any) -> Handed:
    new = {"relation": Relation.JIM, "kind": WayKind.LINK, "expressed": ITSELF} | facts
    new.setdefault("member", family.seeded.members.get(key))
    return acts.let_in(family.door(by, Section.RIGHTS), LetIn(name=key, **new), once=None)


def link(handed: Handed) -> str:
    return reverse("ways:link", args=[handed.token])


def tap(handed: Handed, browser: Client | None = None, *, pin: str = "") -> tuple[Client, Any]:
    """Tap on a link and type the digits; in a browser of one's own."""
    browser = browser or Client(headers={"User-Agent": PHONE})
    return browser, browser.post(link(handed), {"pin": pin or handed.pin})


def way(handed: Handed) -> Way:
    return Way.objects.get(given=handed.given)


def actor(handed: Handed) -> Actor:
    row = way(handed)
    return Actor(ActorKind.LINK, row.person_id, way=row.pk)


def opens(one: Actor, dossier: UUID) -> set[str]:
    """In which relation a link opens the place of a child."""
    held = Involvement.objects.current(clock.today()).filter(dossier=dossier, person=one.person)
    return set(narrowed(one.way, held).values_list("relation", flat=True))


def says_it_again(family: Family, key: str) -> None:
    """Noor is asked whether what waits may be, and says that it may."""
    for said in Say.objects.filter(towards=family.member(key), waits=True, withdrawn_at=None):
        answering.confirm(family.door("noor", Section.ANSWERS), said, once=uuid7())


def share(family: Family, key: str) -> None:
    """Noor shows someone her circle."""
    Say.objects.create(
        dossier_id=family.noor.dossier,
        topic=Topic.CIRCLE.value,
        towards_id=family.member(key),
        answer="yes",
        given_by_id=family.person("noor"),
        expressed=Expressed.SAID.value,
        recorded_by_id=family.person("noor"),
        from_on=clock.today(),
    )
