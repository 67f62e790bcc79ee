"""Whoever is let in by a name is asked after first: is this whom contact is restricted with?  By every way (R28)."""

from collections.abc import Callable
from html import unescape

import pytest
from django.http import HttpResponse

from kring.access.models import Given, Restriction
from kring.dossier.models import Involvement
from kring.law.access import Relation
from kring.people.models import Person
from kring.rights import guide_forms, service_forms, way_forms
from kring.rights.alike_forms import AsksWhetherSame
from tests.family import Family
from tests.rooms import test_guide as guides
from tests.rooms.test_here_already import APART, link, parents_link, second
from tests.rooms.test_restrictions import person, record
from tests.rooms.test_services import comes_in, held, names, reads, writes

REFUSED = "Dan kan het niet. Zolang het contact beperkt is, komt die niet binnen."


def words(page: str | HttpResponse) -> str:
    return " ".join(unescape(page if isinstance(page, str) else page.content.decode()).split())


def a_link(family: Family, **answer: str) -> str:
    return link(family, second(family, "Tarik"), **answer)


def a_parent(family: Family, **answer: str) -> str:
    return parents_link(family, "Tarik B.", **answer)


def a_service(family: Family, **answer: str) -> str:
    return words(names(family, name="Tarik papa", **answer))


def a_guide(family: Family, **answer: str) -> str:
    Person.objects.filter(pk=family.person("greet")).update(call_name="Tarik")
    guides.works(family, "greet")
    return words(guides.names(family, **answer))


@pytest.mark.parametrize("way", [a_link, a_parent, a_service, a_guide])
def test_it_is_asked_and_nobody_comes_in_before_the_answer(family: Family, way: Callable[..., str]) -> None:
    assert record(family, person(family, "tarik")).status_code == 302
    before = Involvement.objects.count(), Given.objects.count()
    assert APART.format("Tarik") in words(way(family))
    assert REFUSED in words(way(family, is_same="same", asked_of="Tarik"))
    assert (Involvement.objects.count(), Given.objects.count()) == before


def test_another_of_that_name_comes_in_once_somebody_said_so(family: Family) -> None:
    record(family, person(family, "tarik"))
    assert "De link" in a_service(family, is_same="other", asked_of="Tarik")
    assert a_guide(family, is_same="other", asked_of="Tarik") == ""
    assert Involvement.objects.filter(person=family.person("greet"), relation=Relation.NETWORK_GUIDE.value).exists()


def test_a_service_of_another_name_is_asked_nothing(family: Family) -> None:
    record(family, person(family, "tarik"))
    page = words(names(family))
    assert "is het contact beperkt" not in page
    assert "De link" in page


def test_a_parent_who_is_here_gets_no_link_as_somebody_of_a_service(family: Family) -> None:
    assert "Tarik komt hier al binnen als ouder" in a_service(family)


def test_each_form_that_lets_in_by_a_name_asks_so() -> None:
    forms = (way_forms.Link, way_forms.ParentLink, way_forms.Again, service_forms.ForAService, guide_forms.NameGuide)
    assert all(issubclass(one, AsksWhetherSame) for one in forms)


def test_who_comes_in_for_a_service_stands_on_the_list_and_can_be_restricted(family: Family) -> None:
    vera = comes_in(names(family))
    vera_key = held(family).person_id
    assert writes(family, vera_key).status_code == 302
    assert reads(family, vera)
    assert f'value="p-{vera_key}"' in family.page("rights:restrictions", seen_by="lotte")
    assert record(family, f"p-{vera_key}").status_code == 302
    assert Restriction.objects.filter(person=vera_key).exists()
    assert not reads(family, vera)
    offered = family.page("rights:transfer", seen_by="lotte")
    assert str(vera_key) not in offered
    assert writes(family, vera_key, words="Nog een blad over haar.").status_code == 200


def test_a_service_under_the_name_of_who_is_restricted_is_asked_about(family: Family) -> None:
    """The link went out first: contact with Tarik is restricted, and "Tarik papa" would go on reading."""
    given = words(names(family, name="Tarik papa", is_same="other", asked_of="Tarik"))
    assert "De link" in given, given[given.find("<main") :][:3000]
    asked = words(record(family, person(family, "tarik")))
    assert "Tarik papa komt hier binnen, en het is niet zeker wie van de kring dat is." in asked
    assert not Restriction.objects.exists()
    assert record(family, person(family, "tarik"), none_of_them="on").status_code == 302
    assert Restriction.objects.count() == 1
