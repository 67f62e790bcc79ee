"""What Lotte typed as the word of Noor, or of whom she chose, has her name to it and stands on the first page (R23)."""

from html import unescape
from uuid import UUID

import pytest

from kring.agreements.acts import making
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.agreements import Told
from kring.law.meaning import Meaning
from kring.people.models import Person
from kring.rights.models import Said, Wish
from tests.family import Family
from tests.rooms.agreeing import made
from tests.rooms.test_decided import limit
from tests.rooms.test_serving import all_seen, serve
from tests.rooms.test_steps import ASK, send
from tests.rooms.test_wish_page import name, wishes

BY_LOTTE = "Lotte schreef op dat jij trainer Karim kiest"


def home(family: Family, who: str = "noor") -> str:
    return unescape(family.page("portals:child", seen_by=who))


def denies(family: Family, wish: UUID) -> None:
    where = family.url("rights:unsaid", said=wish)
    assert family.browser("noor").post(where, {"once": family.once()}).status_code == 302


def stands(family: Family, wish: UUID) -> bool:
    rows = family.door("noor", Section.RIGHTS).within(Wish.objects.in_force().filter(pk=wish))
    return bool(rows.exists())


@pytest.mark.parametrize("by", ["lotte", "noor"])
def test_a_choice_that_lotte_wrote_is_asked_on_her_first_page_and_one_tap_takes_it_away(
    family: Family, by: str
) -> None:
    assert name(family, "karim", by=by).status_code == 302
    wish = wishes(family)[-1].pk
    assert (BY_LOTTE in home(family)) is (by == "lotte")
    assert BY_LOTTE not in home(family, "lotte")
    if by == "lotte":
        denies(family, wish)
        assert not stands(family, wish)
        assert BY_LOTTE not in home(family)


def test_what_karim_said_stands_there_as_lotte_typed_it(family: Family) -> None:
    name(family, "karim", by="noor")
    wish = wishes(family)[-1].pk
    said = {**ASK, "asker": "together", "expressed": "said", "reply": "yes", "words": "Ja, graag."}
    assert send(family, "answered", wish, by="lotte", **said).status_code == 302
    page = unescape(family.page("rights:person", seen_by="noor", member=family.member("karim")))
    assert "Ja, graag." in page
    assert "trainer Karim, zoals Lotte het opschreef" in page


# -- a limit ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def limited(family: Family) -> Family:
    """Johan serves; Lotte limited something, and ticked that Noor knows it."""
    all_seen(family)
    serve(family)
    assert limit(family).status_code == 302
    return family


def test_that_she_was_told_of_a_limit_stands_there_with_who_wrote_that(limited: Family) -> None:
    told = home(limited)
    assert "Lotte schreef dat op, en ook dat jij het weet." in told
    assert "Iemand van de begeleiding vertelde je dat" not in told


def test_nobody_told_me_is_one_tap_that_who_works_with_her_reads(limited: Family) -> None:
    page = limited.browser("noor").get(limited.url("portals:child")).content.decode()
    form = page[page.index("Hier staat dat") - 400 : page.index("Niemand vertelde mij dat</button>")]
    words = unescape(form[form.index("Hier staat dat") : form.index('">', form.index("Hier staat dat"))])
    sent = {"once": limited.once(), "words": words, "only_to": "all"}
    assert limited.browser("noor").post(limited.url("rights:say"), sent).status_code == 302
    (said,) = limited.door("lotte", Section.SAID).within(Said.objects.order_by("-pk"))[:1]
    assert said.words.endswith("Niemand vertelde mij dat.")
    assert "Niemand vertelde mij dat." in unescape(limited.page("rights:heard", seen_by="lotte"))


# -- an agreement ----------------------------------------------------------------------------------------------------


def test_to_an_empty_page_nobody_is_asked_a_yes(family: Family) -> None:
    row = made(family, points={})
    for who in ("noor", "wilma", "lotte"):
        page = unescape(family.page("agreements:agreement", seen_by=who, pact=row.pact))
        assert "Ja, dat spreken we af" not in page
        assert "Schrijf op dat iemand ja zei" not in page
        assert "Zet er eerst één afspraak in." in page
    spoken = made(family, points={}, told=Told.ORAL, who="rita")
    assert "Ja, dat spreken we af" in family.page("agreements:agreement", seen_by="noor", pact=spoken.pact)


def test_with_whom_it_is_agreed_reads_it_once_under_one_name(family: Family) -> None:
    """Her account has another name than Noor calls her by."""
    Person.objects.filter(pk=family.person("wilma")).update(call_name="W. Peeters-Claes")
    begun = making.Begun(meaning=Meaning.JIM)
    door = family.door("lotte", Section.AGREEMENTS)
    row = making.begin(door, family.member("wilma"), begun, act=uuid7(), on=clock.today())
    page = unescape(family.page("agreements:ready", seen_by="lotte", pact=row.pact))
    readers = page[page.index("Wat van jullie twee is, lezen:") : page.index("en wie Noor kiest")]
    assert "Wilma" in readers
    assert "Peeters" not in readers
