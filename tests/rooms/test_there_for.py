"""Rita is there for mama, Wilma to keep Noor safe: a dated fact with whose word it is, that opens nothing (B47)."""

from html import unescape

import pytest
from django.http import HttpResponse

from kring.access.acts import parts
from kring.access.models import Say
from kring.access.parts import HasPart
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.parts import Part, SaidBy
from tests.family import Family
from tests.rooms.knocking import yes
from tests.rooms.there_for import says_what_for


def says(family: Family, who: str, *some: str, about: str = "rita", by: str = "parent") -> HttpResponse:
    where = family.url("rights:there_for", member=family.member(about))
    return family.browser(who).post(where, {"once": family.once(), "parts": list(some), "said_by": by})


def person(family: Family, who: str, about: str = "rita") -> str:
    return unescape(family.page("circle:person", seen_by=who, member=family.member(about)))


def reads_the_plan(family: Family, who: str) -> bool:
    return family.browser(who).get(family.url("journal:plan")).status_code == 200


def test_it_stands_where_the_circle_is_read_with_whose_word_it_is(family: Family) -> None:
    assert says(family, "lotte", "parent").status_code == 302
    row = HasPart.objects.get()
    assert (row.part, row.said_by, row.from_on) == ("parent", "parent", clock.today())
    assert "voor mama, papa of wie mij opvoedt" in person(family, "noor")
    for who in ("lotte", "bram"):
        assert "Is er: voor mama, papa of wie opvoedt." in person(family, who)
    assert family.log(Event.PART_SAID) == 1


def test_on_the_page_of_the_child_it_is_the_word_of_the_child(family: Family) -> None:
    says(family, "noor", "child", "safety", by="parent")
    assert set(HasPart.objects.values_list("said_by", flat=True)) == {"child"}


def test_otherwise_from_now_on_and_what_was_said_keeps_its_days(family: Family) -> None:
    says(family, "lotte", "parent", "child")
    says(family, "lotte", "child")
    assert HasPart.objects.get(part="parent").until_on == clock.today()
    assert list(HasPart.objects.in_force().values_list("part", flat=True)) == ["child"]
    says(family, "noor")
    assert not HasPart.objects.in_force().exists()


@pytest.mark.parametrize("who", ["ann", "tarik", "wilma", "karim", "rita", "bram", "an", "mo", "hilde"])
def test_nobody_else_says_it(family: Family, who: str) -> None:
    assert says(family, who, "safety").status_code == 404
    assert not HasPart.objects.exists()


def test_who_leads_along_does_not_write_it_either(family: Family) -> None:
    for who, about in (("bram", "rita"), ("lotte", "sem_mama")):
        door = family.door(who)
        with pytest.raises(NotAllowedError):
            parts.say(door, family.member(about), parts.Told([Part.SAFETY], SaidBy.TOGETHER), act=uuid7())


def test_the_plan_asks_a_yes_and_a_part(family: Family) -> None:
    assert not reads_the_plan(family, "rita")
    says(family, "lotte", "safety", by="together")
    assert not reads_the_plan(family, "rita"), "a part opens nothing"
    Say.objects.filter(pk=yes(family, "rita").pk).update(topic="safety")
    assert reads_the_plan(family, "rita")
    says(family, "noor", "parent")
    assert not reads_the_plan(family, "rita"), "who is there for mama gets nothing of it, at once"


def test_noor_reads_what_is_still_missing(family: Family) -> None:
    Say.objects.filter(pk=yes(family, "wilma").pk).update(topic="safety")
    page = family.page("portals:about", seen_by="noor", member=family.member("wilma"))
    assert "mee dat jij veilig bent" in page
    says_what_for(family, "wilma", Part.SAFETY)
    page = family.page("portals:about", seen_by="noor", member=family.member("wilma"))
    assert "mee dat jij veilig bent" not in page


def test_a_part_in_safety_is_read_by_who_reads_of_the_safety(family: Family) -> None:
    says_what_for(family, "rita", Part.SAFETY, Part.CHILD)
    assert "veilig" in person(family, "lotte")
    told = person(family, "bram")
    assert "Is er: voor het kind." in told
    assert "veilig" not in told
    assert family.door("lotte", Section.SAFETY).sieve(Section.SAFETY).is_empty() is False
