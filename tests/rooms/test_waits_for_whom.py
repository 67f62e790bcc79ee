"""When all that the law asks was seen, Noor reads that it waits for who works with her, and not for the law."""

import re

import pytest
from django.http import HttpResponse

from kring.access.kept import Kept
from kring.law.access import Section
from kring.rights.models import Condition
from kring.rights.models.held import ALL_SEEN
from tests.family import Family
from tests.rooms.test_conditions_page import decide, look
from tests.rooms.test_serving import all_seen, end, serve, servings
from tests.rooms.test_wish_page import name

WAITS = re.compile("wacht het( nu)? op je begeleider")
LAW = "De wet zegt niet dat je moet wachten."


def waits(seen: str) -> bool:
    return bool(WAITS.search(seen))


def ahead(family: Family) -> str:
    return family.page("portals:ahead", seen_by="noor")


def page(family: Family, who: str) -> str:
    return family.page("rights:person", seen_by=who, member=family.member("johan"))


def decides(family: Family, agrees: str, by: str = "mo") -> HttpResponse:
    return decide(family, by=by, agrees=agrees, ground="Het is lang geleden en het gaat nu goed.")


def said(family: Family, model: type[Kept] = Condition) -> list[bool | None]:
    rows = family.door("noor", Section.CONDITIONS).within(model.objects.filter(code=ALL_SEEN).order_by("pk"))
    return [row.holds for row in rows]


def test_while_something_is_to_be_seen_the_law_is_not_blamed_for_the_wait(family: Family) -> None:
    name(family, "johan", by="noor")
    assert "Er staan nog 2 dingen open." in ahead(family)
    assert "Je begeleider bekijkt nog iets met pastor Johan." in ahead(family)
    assert page(family, "noor").count('<li class="open">') == 2  # as many as her page of him shows
    assert LAW in ahead(family)
    assert (waits(ahead(family)), said(family)) == (False, [])


def test_when_the_last_was_seen_it_waits_for_lotte_and_she_has_it_to_do(family: Family) -> None:
    all_seen(family)
    for seen in (ahead(family), page(family, "noor")):
        assert "Alles is nagekeken op" in seen
        assert waits(seen)
        assert LAW not in seen
        assert "uittreksel" not in seen.lower()
    assert said(family) == [True]
    assert "Noor leest dat het op jou wacht, sinds" in family.page("portals:child", seen_by="lotte")
    serve(family)
    assert not waits(ahead(family))
    assert not waits(page(family, "noor"))


@pytest.mark.parametrize("other", [{"extract": "entry"}, {"independent": "involved"}, {"adult": "no"}])
def test_what_does_not_hold_or_is_to_be_decided_waits_for_nobodys_tap(family: Family, other: dict[str, str]) -> None:
    all_seen(family, **other)
    assert not waits(ahead(family))
    assert said(family) == []
    assert "Noor leest dat het op jou wacht" not in family.page("portals:child", seen_by="lotte")


@pytest.mark.parametrize(("agrees", "seen"), [("yes", [True]), ("no", [])])
def test_what_mo_decides_last_is_the_last_condition(family: Family, agrees: str, seen: list[bool]) -> None:
    """Noor reads for whom it waits from then on, and nothing of an entry, of Mo or of what he wrote."""
    all_seen(family, extract="entry")
    assert decides(family, agrees).status_code == 302
    assert said(family) == seen
    assert waits(ahead(family)) is waits(page(family, "noor")) is (agrees == "yes")
    for one in (ahead(family), page(family, "noor")):
        assert "uittreksel" not in one.lower()
        assert "Mo" not in one.split()
        assert "lang geleden" not in one
    serve(family)
    assert [row.ended_on for row in servings(family)] == ([None] if agrees == "yes" else [])


def test_what_lotte_heard_of_mo_is_not_decided_yet(family: Family) -> None:
    all_seen(family, extract="entry")
    decides(family, "yes", by="lotte")
    assert (waits(ahead(family)), said(family)) == (False, [])
    decides(family, "yes")
    assert (waits(ahead(family)), said(family)) == (True, [True])
    decides(family, "no")
    assert (waits(ahead(family)), said(family)) == (False, [True, False])


def test_what_is_seen_otherwise_later_is_no_tap_any_more(family: Family) -> None:
    all_seen(family)
    look(family, "trust-person.independent", "involved", by="lotte")
    assert said(family) == [True, False]
    assert not waits(ahead(family))
    look(family, "trust-person.independent", "apart", by="lotte")
    assert waits(ahead(family))


def test_it_goes_with_what_was_looked_at_when_it_ends(family: Family) -> None:
    all_seen(family)
    serve(family)
    end(family, by="noor")
    assert said(family) == []
