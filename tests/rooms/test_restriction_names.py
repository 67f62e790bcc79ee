"""Who protects, chooses somebody by its own name, whoever a child pointed out it is; two of one name apart (R28)."""

from html import unescape

import pytest

from kring.access.models import Restriction
from kring.access.same import SamePerson
from kring.kit import clock
from kring.law.access import Section
from kring.people.models import Person
from tests.family import Family
from tests.rooms.test_restriction_asks import success, words
from tests.rooms.test_restrictions import member, person, record, sections


def points(family: Family, who: str, key: str, *, confirmed: bool) -> None:
    """The child says who somebody is; a worker confirmed it or not."""
    sure = {"confirmed_at": clock.now(), "confirmed_by_id": family.person("lotte")} if confirmed else {}
    SamePerson.objects.create(item_id=family.member(key), person_id=family.person(who), **sure)


def shown(family: Family, page: str = "rights:restrictions") -> str:
    return unescape(" ".join(family.page(page, seen_by="lotte").split()))


def option(page: str, key: str) -> str:
    """What stands at one box."""
    after = page[page.index(f'value="{key}"') :]
    return after[: after.index("</label>")]


@pytest.mark.parametrize("confirmed", [False, True])
def test_tarik_stands_on_the_list_under_his_own_name_whoever_the_child_pointed_out_he_is(
    family: Family, *, confirmed: bool
) -> None:
    points(family, "tarik", "mama", confirmed=confirmed)
    page = shown(family)
    his = option(page, person(family, "tarik"))
    assert "Tarik" in his
    assert "Ouder" in his
    assert ("misschien in de kring: mama" in his) is not confirmed
    assert "in de kring: mama" in his
    assert "Wie hier binnenkomt als mama: Tarik (ouder)" in option(page, member(family, "mama"))
    assert "komt hier" not in option(page, member(family, "papa"))
    assert Section.JOURNAL in sections(family, "tarik")
    assert record(family, person(family, "tarik")).status_code == 302
    assert sections(family, "tarik") <= {Section.SAID}
    assert Section.JOURNAL in sections(family, "ann")


def test_everyone_who_comes_in_stands_there_once_beside_who_it_is(family: Family) -> None:
    page = shown(family)
    for who in ("ann", "tarik", "wilma", "karim", "rita"):
        assert page.count(f'value="{person(family, who)}"') == 1
    for key in ("wilma", "mama", "papa"):
        assert page.count(f'value="{member(family, key)}"') == 1
    assert f'value="{person(family, "lotte")}"' not in page
    assert f'value="{person(family, "noor")}"' not in page


def test_mama_restricted_while_the_wrong_one_comes_in_as_her_is_asked_and_said_by_name(family: Family) -> None:
    points(family, "tarik", "mama", confirmed=False)
    asked = words(record(family, member(family, "mama")))
    assert "Ann komt hier binnen, en het is niet zeker wie van de kring dat is. Geldt dit ook voor Ann?" in asked
    assert not Restriction.objects.exists()
    told = success(record(family, member(family, "mama"), none_of_them="on"))
    assert len(told) == 1
    assert "Wie hier binnenkomt als mama: Tarik (ouder)" in told[0]
    assert "Voor Ann verandert er niets." in told[0]
    assert sections(family, "tarik") <= {Section.SAID}
    page = shown(family)
    assert "Wie hier binnenkomt als mama: Tarik (ouder)" in page[: page.index("Opschrijven")]


def test_a_parent_who_was_wrongly_confirmed_as_somebody_else_is_asked_about(family: Family) -> None:
    points(family, "ann", "els", confirmed=True)
    told = record(family, member(family, "mama"))
    assert told.status_code == 200
    assert "Ann en Tarik komen hier binnen" in words(told)
    assert record(family, member(family, "mama"), person(family, "ann")).status_code == 302
    assert sections(family, "ann") <= {Section.SAID}


def test_who_was_pointed_out_and_not_confirmed_stands_among_the_sides_too(family: Family) -> None:
    points(family, "tarik", "mama", confirmed=False)
    page = shown(family, "rights:side")
    assert f'value="{person(family, "tarik")}"' in page
    assert f'value="{member(family, "mama")}"' in page


@pytest.mark.parametrize("page", ["rights:restrictions", "rights:deciding", "rights:transfer"])
def test_two_parents_of_one_name_are_told_apart_where_one_protects_or_opens(family: Family, page: str) -> None:
    apart = "Ann (ouder"
    assert apart not in shown(family, page)
    Person.objects.filter(pk=family.person("tarik")).update(call_name="Ann")
    assert shown(family, page).count(apart) >= 2


def test_two_parents_of_one_name_are_told_apart_on_the_sides(family: Family) -> None:
    assert "Ann (" not in shown(family, "rights:side")
    Person.objects.filter(pk=family.person("tarik")).update(call_name="Ann")
    assert shown(family, "rights:side").count("Ann (ouder") == 2
