"""Lotte passed something of Noor on in an emergency, without telling her first: a person tells it, and then her first
page says so (R8, R15).
"""

from html import unescape

import pytest
from django.urls import reverse

from kring.access.acts.passed_told import asks_who_tells, told_since, was_told
from kring.access.models import Disclosure
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit.keys import uuid7
from kring.law.access import Section
from tests.family import Family
from tests.rooms.test_going import close, is_closed
from tests.rooms.test_telling import something, tell

LINE = "dat Noor nog niet weet. Wie vertelt het?"
HERS = "Er is iets van jou doorgegeven"
NOBODY = "niemand schreef op wie het vertelde"


def day(family: Family, who: str = "lotte") -> str:
    return unescape(family.browser(who).get(reverse("portals:today")).content.decode())


def first_page(family: Family) -> str:
    return unescape(" ".join(family.page("portals:child", seen_by="noor").split()))


def known(family: Family, who: str) -> str:
    return unescape(family.page("portals:known", seen_by=who))


def write(family: Family, *, by: str = "lotte", who: str = "tante Mia") -> int:
    sent = {"once": family.once(), "by": who}
    return family.browser(by).post(family.url("portals:known"), sent).status_code


def last(family: Family) -> str:
    return unescape(family.page("endings:close", seen_by="lotte"))


def test_a_person_tells_it_and_then_her_first_page_says_so_until_she_read_it(family: Family) -> None:
    tell(family, something(family), to="karim")
    assert LINE in day(family)
    assert HERS not in first_page(family)
    assert NOBODY in known(family, "lotte")
    assert write(family) == 302
    assert family.log(Event.DISCLOSURE_TOLD) == 1
    assert LINE not in day(family)
    assert NOBODY not in known(family, "lotte")
    assert "Tante Mia vertelde het, op" in known(family, "lotte")
    page = first_page(family)
    assert HERS in page
    assert "gaf iets van jou door aan trainer Karim" in page
    assert "Jij wist het niet vooraf. Tante Mia vertelde het jou daarna." in page
    assert HERS in known(family, "noor")
    assert HERS not in first_page(family), "she read it"
    assert "Tante Mia vertelde het, op" in known(family, "noor"), "there it stays"


def test_what_she_looks_up_herself_is_never_hidden(family: Family) -> None:
    """As before: where she asks who may know what, it stands at once, by whom and to whom; and no reminder of ours."""
    tell(family, something(family), to="karim")
    seen = known(family, "noor")
    assert "Doorgegeven in een noodgeval" in seen
    assert NOBODY not in seen
    assert "Het is verteld" not in seen


def test_of_what_she_knew_beforehand_nobody_is_asked_who_tells_it(family: Family) -> None:
    tell(family, something(family), to="karim", child_told="on")
    assert LINE not in day(family)
    assert write(family) == 200
    assert family.log(Event.DISCLOSURE_TOLD) == 0


def test_of_a_text_that_she_does_not_read_no_page_asks_or_says_it(family: Family) -> None:
    """To say that it was passed on would say that it is there (R17)."""
    tell(family, something(family), to="karim")
    Disclosure.objects.update(child_reads=False)
    Dossier.objects.update(passed_on_untold=None)
    row, lotte = Disclosure.objects.get(), family.door("lotte", Section.ANSWERS)
    asks_who_tells(lotte, row)
    assert LINE not in day(family)
    with pytest.raises(NotAllowedError):
        was_told(lotte, [row], "Lotte", once=None)
    assert HERS not in first_page(family)


def test_of_two_the_line_goes_when_both_were_told(family: Family) -> None:
    tell(family, something(family), to="karim")
    tell(family, something(family), to="wilma")
    first, second = Disclosure.objects.order_by("at")
    lotte = family.door("lotte", Section.ANSWERS)
    was_told(lotte, [first], "Lotte", once=None)
    assert LINE in day(family)
    was_told(lotte, [Disclosure.objects.get(pk=first.pk), second], "Lotte", once=None)
    assert LINE not in day(family)
    with pytest.raises(NotAllowedError):
        was_told(lotte, Disclosure.objects.all(), "Lotte", once=None)


@pytest.mark.parametrize("by", ["noor", "wilma", "karim", "ann", "bram", "hilde", "an"])
def test_nobody_else_writes_that_it_was_told(family: Family, by: str) -> None:
    tell(family, something(family), to="karim")
    assert write(family, by=by) in {200, 404}
    assert not Disclosure.objects.exclude(told_at=None).exists()
    assert LINE not in day(family, "bram")
    assert write(family) == 302


def test_without_who_told_it_nothing_is_written_and_the_page_says_so(family: Family) -> None:
    tell(family, something(family), to="karim")
    assert write(family, who=" ") == 200
    assert not Disclosure.objects.exclude(told_at=None).exists()
    assert Dossier.objects.get(pk=family.noor.dossier).passed_on_untold is not None


def test_what_was_told_of_another_child_is_not_written_here(family: Family) -> None:
    tell(family, something(family), to="karim")
    with pytest.raises(NotAllowedError):
        was_told(family.door("lotte", Section.ANSWERS, child="sem"), Disclosure.objects.all(), "Lotte", once=None)


def test_no_place_closes_over_what_noor_does_not_know(family: Family) -> None:
    """After the help nobody tells it any more (R8)."""
    tell(family, something(family), to="karim")
    told = unescape(close(family).content.decode())
    assert not is_closed(family)
    assert "Vertel het eerst" in told


@pytest.mark.parametrize(("by", "told"), [("noor", "tante Mia"), ("lotte", " "), ("lotte", "")])
def test_at_the_act_only_who_works_with_her_writes_it_and_with_a_name(family: Family, by: str, told: str) -> None:
    tell(family, something(family), to="karim")
    with pytest.raises(NotAllowedError):
        was_told(family.door(by, Section.ANSWERS), list(Disclosure.objects.all()), told, once=uuid7())
    assert family.log(Event.DISCLOSURE_TOLD) == 0
    was_told(family.door("lotte", Section.ANSWERS), list(Disclosure.objects.all()), "tante Mia", once=uuid7())
    assert told_since(family.door("lotte", Section.ANSWERS)) == [], "news is for Noor alone"
    assert len(told_since(family.door("noor", Section.ANSWERS))) == 1


def test_the_page_that_closes_it_says_why_it_does_not_and_where_it_is_told(family: Family) -> None:
    assert "Deze plek sluit nog niet" not in last(family)
    tell(family, something(family), to="karim")
    page = last(family)
    assert "Deze plek sluit nog niet" in page
    assert "Karim, op" in page
    assert ("Sluit deze plek" in page, family.url("portals:known") in page) == (False, True)
    assert write(family) == 302
    assert ("Deze plek sluit nog niet" in last(family), "Sluit deze plek" in last(family)) == (False, True)
