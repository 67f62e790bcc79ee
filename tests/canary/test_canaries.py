"""Nobody meets a word that the table keeps from it: pages, files, headers, mails, errors and the log (quality.md 4)."""

import json
import os
from pathlib import Path

import pytest
from django.core import mail
from django.db import connection
from django.db.models import Q
from django.urls import reverse

from kring.access.models import Item
from kring.access.sieve import Sieve
from kring.audit.models import Entry
from kring.dossier.models import Dossier, Wall
from kring.kit import clock
from kring.people.acts import messages
from kring.people.models import MessageCode, User
from kring.portals import jobs
from tests.canary.allowed import reader
from tests.canary.crawler import Crawler, Depth, Found, addresses, plain_press
from tests.canary.household import Household, Persona, filled
from tests.canary.planting import CANARY, Canary, fields, plant
from tests.family import Family
from tests.rooms.opening import OF_ITS_OWN
from tests.rooms.test_role_table import address

DEEP = os.environ.get("KRING_CANARIES", "")
"""Where `./kring bench canaries` wants its numbers; then everything is read, and every form is sent."""
ONLY_OF = os.environ.get("KRING_CANARIES_OF", "").split(",")
"""As whom it reads, when not as everyone (`--of rita,wilma`)."""
ONLY_STATE = os.environ.get("KRING_CANARIES_STATE", "")

LEADS = {"dossier.Dossier.call_name", "dossier.OtherBirthday.motive"}
"""Where no talk was (A31), and why a birthday that waits for who leads the team would be another."""
NOT_INVOLVED = ("hilde", "greet", "saar", "an", "dirk")
UNMET = ["nobody"]
"""Everyone else meets at least its own name: else it never came in, and its zero says nothing."""
PRIVATE = {"rights.Wish.words", "rights.Wish.called", "rights.Wish.present", "rights.Condition.ground"}
"""What no yes of a child opens for a parent (brief 1.6)."""


AS_IT_IS = "as it is"
STATES = (AS_IT_IS, *(("closed", "walled", "of age") if DEEP else ()))
"""Of the place of Noor; only the bench reads all of them."""


def bring_into(state: str, family: Family) -> None:
    """Make the place of Noor so."""
    place = Dossier.objects.filter(pk=family.noor.dossier)
    if state == "closed":
        place.update(closed_on=clock.today())
    elif state == "of age":
        place.update(born_on="2000-01-01")
    elif state == "walled":  # half of what there is, so that there is another half to look from
        half = Item.objects.filter(dossier=family.noor.dossier).order_by("pk").values_list("pk", flat=True)[::2]
        wall = Wall.objects.create(dossier_id=family.noor.dossier, label="De andere kant")
        Item.objects.filter(pk__in=list(half)).update(wall=wall)


@pytest.fixture
def state() -> str:
    """Most tests are about a place as it is."""
    return AS_IT_IS


@pytest.fixture
def house(family: Family, state: str) -> Household:
    made = filled(family, more=bool(DEEP))
    bring_into(state, family)
    return made


@pytest.fixture
def sown(house: Household) -> dict[str, Canary]:
    return plant()


def crawl(persona: Persona, sown: dict[str, Canary], found: Found, start: list[str]) -> None:
    depth = Depth(most=400, alike=10, sends=True) if DEEP else Depth()
    Crawler(persona.name, reader(persona.actor), persona.come_in(), sown, found, depth).read(start)


def tell(state: str, personas: int, sown: dict[str, Canary], found: Found) -> None:
    """Write down how far it is: a run that is broken off has its numbers too."""
    met = len({word for _, word in found.met})
    numbers = {"answers": found.answers, "personas": personas, "canaries": len(sown), "met": met}
    if DEEP:
        told = json.dumps(numbers | {"leaks": len(found.leaks)})
        Path(DEEP, f"read {state}").write_text(told, encoding="utf-8")


def met_by(found: Found, sown: dict[str, Canary], name: str) -> set[str]:
    """In which fields stood the words that this persona met."""
    return {sown[word].field for who, word in found.met if who == name}


def one(house: Household, name: str) -> Persona:
    return next(persona for persona in house.personas if persona.name == name)


def test_there_is_a_word_in_every_text(sown: dict[str, Canary]) -> None:
    there = {canary.field for canary in sown.values()}
    assert there == {f"{model._meta.label}.{name}" for model, name in fields()}


def test_what_is_there_in_a_state_of_its_own_is_asked_for_at_the_place_of_another_child(house: Household) -> None:
    """The ids that open such an address, and no others that it has a part for, put behind the doors of Sem and Mila."""
    hers, asked = house.ids["noor"], set(addresses(house, 0))
    assert {better for _, better in OF_ITS_OWN.values()} <= hers.keys()
    for name, (part, better) in OF_ITS_OWN.items():
        for child in ("noor", "sem", "mila"):
            where = address(name, hers | {"dossier": house.ids[child]["dossier"]})
            assert str(hers[better]) in where, name
            assert str(hers[part]) == str(hers[better]) or str(hers[part]) not in where, name
            assert where in asked, name


def read_as(house: Household) -> list[tuple[int, Persona]]:
    """Everyone, or those whom the bench was asked about, each with the turn that is its own."""
    return [(turn, one) for turn, one in enumerate(house.personas) if not any(ONLY_OF) or one.name in ONLY_OF]


@pytest.mark.parametrize("state", [one for one in STATES if ONLY_STATE in {"", one}])
def test_nobody_meets_a_word_that_is_kept_from_it(house: Household, sown: dict[str, Canary], state: str) -> None:
    found = Found()
    with plain_press():
        for read, (turn, persona) in enumerate(read_as(house), start=1):
            crawl(persona, sown, found, addresses(house, turn))
            tell(state, read, sown, found)
    words = {word for _, word in found.met}
    print(dict(found.statuses))  # noqa: T201  # with -s
    print(sorted({one.field for word, one in sown.items() if word not in words}))  # noqa: T201  # what nobody met
    assert sorted(found.leaks) == [], "\n".join(sorted(found.leaks))
    assert sorted(found.broken) == []
    if state != AS_IT_IS or any(ONLY_OF):
        return
    assert len(words) > len(sown) / 2  # a crawler that sees nothing finds nothing
    assert [one.name for one in house.personas if not met_by(found, sown, one.name)] == UNMET
    for who in NOT_INVOLVED:
        met = {one for one in met_by(found, sown, who) if not one.startswith("people.")}
        assert met <= (LEADS if who == "hilde" else set())
    of_a_child = {one for one in met_by(found, sown, "nadia") if not one.startswith("people.")}
    assert of_a_child == {"rights.Transfer.words"}  # of the court: the page made for her, and nothing else (R29)
    for who in ("ann", "tarik", "vera"):
        assert not met_by(found, sown, who) & PRIVATE
    assert not any(CANARY.search(json.dumps([entry.actor_kind, entry.codes])) for entry in Entry.objects.all())


def test_no_mail_says_a_word(house: Household, sown: dict[str, Canary]) -> None:
    for person in house.persons.values():
        messages.tell(person, MessageCode.ACCOUNT, once=f"canary:{person}")
    assert jobs.tick() > len(house.persons) / 2
    lotte = User.objects.get(person=house.persons["lotte"])
    one(house, "nobody").come_in().post(reverse("account_reset_password"), {"email": lotte.email})
    for sent in mail.outbox:
        told = sent.message()
        del told["To"]  # the only place where an address may stand
        assert not set(CANARY.findall(told.as_string())) & sown.keys()


def test_a_leak_is_found(house: Household, sown: dict[str, Canary], monkeypatch: pytest.MonkeyPatch) -> None:
    """The sieve of pages forgets the classes of data: what asks and what is shut comes through."""

    def forgetful(sieve: Sieve, *_: object, item: str = "item__", **__: object) -> Q:
        return Q(**{f"{item}dossier": sieve.dossier, f"{item}section": sieve.section.value})

    start = [reverse("rights:say", kwargs={"dossier": house.family.noor.dossier})]
    clean, leaking = Found(), Found()
    crawl(one(house, "ann"), sown, clean, start)
    monkeypatch.setattr(Sieve, "rows_for", forgetful)
    crawl(one(house, "ann"), sown, leaking, start)
    assert not clean.leaks
    assert bool(leaking.leaks) is (connection.vendor == "sqlite"), "on PostgreSQL the database still keeps it shut"
