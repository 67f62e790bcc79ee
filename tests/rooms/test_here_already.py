"""A link for somebody who is here already under another hat: asked first, and refused until it is answered (R28)."""

from html import unescape
from uuid import UUID

import pytest

from kring.access.models import Given
from kring.audit.events import Event
from kring.circle.acts.people import add
from kring.circle.domains import Layer
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed
from kring.people.models import Way
from kring.rights.alike import Called, Human
from tests.family import Family
from tests.rooms.pointing import point
from tests.rooms.test_restrictions import member, person, record, sections

APART = "Met {} is het contact beperkt. Is dit dezelfde?"
HERE = "{} komt hier al binnen als ouder. Is dit dezelfde?"
NOT_NOW = "Dit kan nu niet. Vraag het aan je begeleider."


def parents_link(family: Family, name: str, relation: str = "parent", **more: str) -> str:
    sent = {"person": "new", "name": name, "relation": relation, "once": family.once(), **more}
    page = family.browser("lotte").post(family.url("rights:let_parent_in"), sent).content.decode()
    return " ".join(unescape(page).split())


def second(family: Family, name: str) -> UUID:
    """Noor puts somebody in her circle who is called so."""
    (key,) = add(family.door("noor"), [name], layer=Layer.CHILD, act=uuid7())
    return key


def link(family: Family, key: str | UUID, *, by: str = "lotte", **more: str) -> str:
    one = family.member(key) if isinstance(key, str) else key
    sent = {"person": str(one), "said": Expressed.SAID, "once": family.once(), **more}
    page = family.browser(by).post(family.url("rights:let_in"), sent).content.decode()
    return " ".join(unescape(page).split())


@pytest.mark.parametrize(
    ("name", "relation"),
    [("Tarik", "parent"), ("  tárik ", "parent"), ("papa", "parent"), ("vader", "upbringer"), ("papa Tarik", "parent")],
)
def test_with_whom_contact_is_restricted_comes_in_under_no_other_name(family: Family, name: str, relation: str) -> None:
    record(family, person(family, "tarik"))
    assert APART.format("Tarik") in parents_link(family, name, relation)
    same = parents_link(family, name, relation, is_same="same", asked_of="Tarik")
    assert "Dan kan het niet. Zolang het contact beperkt is, komt die niet binnen." in same
    assert family.log(Event.WAY_GIVEN) == 0
    assert "De link voor" in parents_link(family, name, relation, is_same="other", asked_of="Tarik")
    assert family.log(Event.WAY_GIVEN) == 1


def test_an_answer_about_one_is_none_about_another(family: Family) -> None:
    record(family, person(family, "tarik"))
    record(family, member(family, "rita"))
    page = parents_link(family, "Rita", "upbringer", is_same="other", asked_of="Tarik")
    assert APART.format("Rita") in page
    assert family.log(Event.WAY_GIVEN) == 0


def test_who_is_called_otherwise_is_let_in_without_a_question(family: Family) -> None:
    record(family, person(family, "tarik"))
    assert "De link voor Mehmet" in parents_link(family, "Mehmet", "upbringer")
    assert APART.format("Tarik") in link(family, "mama", no_parent="on"), "nobody said which parent he is"
    point(family, "tarik", "papa")
    assert "De link voor mama" in link(family, "mama", no_parent="on")


def test_one_of_the_circle_alone_is_known_again_by_its_word(family: Family) -> None:
    """Nobody with a way in was pointed out as papa: which parent a new one is, nobody knows but a worker."""
    record(family, member(family, "papa"), none_of_them="on")
    assert APART.format("papa") in parents_link(family, "Mehmet")
    assert "De link voor mama Ann" in parents_link(family, "mama Ann", is_same="other", asked_of="Ann")


def test_a_child_gives_no_link_to_whom_it_may_not_meet_under_a_second_name(family: Family) -> None:
    """And reads nothing of a restriction that nobody told it yet (R15)."""
    rita = second(family, "Rita")
    record(family, member(family, "rita"), none_of_them="on")
    page = link(family, rita, by="noor")
    assert (NOT_NOW in page, "beperkt" in page) == (True, False)
    assert APART.format("Rita") in link(family, rita)
    assert Given.objects.count() == 0
    assert "De link voor Rita" in link(family, rita, is_same="other", asked_of="Rita")


def test_a_parent_who_comes_in_already_is_asked_about(family: Family) -> None:
    assert HERE.format("Ann") in parents_link(family, "ann")
    again = parents_link(family, "ann", is_same="same", asked_of="Ann")
    assert "Kies die persoon dan in de lijst. Zo krijgt die een nieuwe link." in again
    assert family.log(Event.WAY_GIVEN) == 0
    assert "De link voor ann" in parents_link(family, "ann", is_same="other", asked_of="Ann")


def test_one_of_the_circle_with_the_name_of_a_parent_is_asked_about(family: Family) -> None:
    tarik = second(family, "Tarik")
    assert HERE.format("Tarik") in link(family, tarik)
    assert "Maak dan een link voor een ouder." in link(family, tarik, is_same="same", asked_of="Tarik")
    mine = link(family, tarik, by="noor", is_same="same", asked_of="Tarik")
    assert "Die krijgt een eigen link van de begeleiding." in mine
    assert family.log(Event.WAY_GIVEN) == 0
    assert "Tarik" in link(family, tarik, by="noor", is_same="other", asked_of="Tarik")
    assert family.log(Event.WAY_GIVEN) == 1


def test_the_page_of_a_child_offers_no_parent(family: Family) -> None:
    """By how it is called, and by who was pointed out as one."""
    point(family, "tarik", "johan")
    mine, hers = (family.page("rights:let_in", seen_by=by) for by in ("noor", "lotte"))
    for key in ("mama", "papa", "johan"):
        assert (str(family.member(key)) in mine, str(family.member(key)) in hers) == (False, True)
    assert str(family.member("wilma")) in mine
    assert str(family.member("mama_van_yara")) in mine
    assert "Die krijgen een eigen link van de begeleiding." in mine
    assert "De link voor" not in link(family, "papa", by="noor")
    assert Given.objects.count() == 0


def test_who_is_called_papa_and_is_none_stands_under_no_promise_that_it_never_reads(family: Family) -> None:
    says = "papa komt hier niet als ouder binnen. Zeg je het tegen papa? Dan leest papa het wel."
    assert says not in family.page("portals:unsafe", seen_by="noor")
    link(family, "papa", no_parent="on")
    Way.objects.update(opened_at=clock.now())
    assert says in " ".join(family.page("portals:unsafe", seen_by="noor").split())
    assert sections(family, "tarik") - {Section.SAID}


@pytest.mark.parametrize(
    ("name", "parent", "names", "may_be"),
    [
        ("José", False, [("jose", False)], True),
        ("mama", True, [("Ann", True)], True),
        ("papa", True, [("Ann", True), ("mama", True)], False),
        ("Mehmet", True, [("Tarik", True)], False),
        ("Mehmet", True, [("Tarik", True), ("papa", True)], False),
        ("Rita", False, [("oma Rita", False)], True),
        ("mama van Yara", False, [("mama", True)], False),
        ("Yara", False, [("mama van Yara", False)], True),
    ],
)
def test_who_may_be_who(name: str, *, parent: bool, names: list[tuple[str, bool]], may_be: bool) -> None:
    known = Human(names[0][0], tuple(Called(*one) for one in names))
    assert known.may_be(Called(name, parent)) is may_be
