"""Noor or Karim said: that I never said.  Lotte cannot write the same again; only whose word it is says it (R2, R9)."""

from html import unescape
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.writing import NotAllowedError
from kring.agreements.models import Agreement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Meaning
from kring.law.steps import Answered, Stand
from kring.rights.acts import conditions, own_answer
from kring.rights.models import Taken, Wish
from kring.rights.paths import path_as
from tests import answered
from tests.family import Family
from tests.rooms import test_agreement_pages as pacts
from tests.rooms.agreeing import made
from tests.rooms.test_chose_otherwise import chooses
from tests.rooms.test_conditions_page import look
from tests.rooms.test_not_safe import an_takes_over
from tests.rooms.test_serving import LOOKS
from tests.rooms.test_steps import ASK, send
from tests.rooms.test_told_first import karim_serves
from tests.rooms.test_wish_page import name, wishes

ONLY_NOOR = "Noor zei dat dit niet klopt. Alleen Noor zelf kan dit nu zeggen."
ITSELF = "Er is gezegd dat dit niet klopt. Alleen {} zelf kan dit nu zeggen."


def read(answer: HttpResponse) -> str:
    return unescape(answer.content.decode())


def withdraws(family: Family, wish: UUID) -> HttpResponse:
    """Lotte writes that Noor chose otherwise."""
    told = {"once": family.once(), "expressed": "said", "on": clock.today().isoformat(), "words": ""}
    return family.browser("lotte").post(family.url("rights:withdraw", wish=wish), told)


def denies(family: Family, by: str = "noor") -> None:
    """The last thing that Lotte wrote in her name, or of somebody who has no way in."""
    rows = Taken.objects.all()
    mine = family.door("lotte", Section.RIGHTS).within(rows.stands_in_the_way() | rows.in_its_name())
    (row,) = mine.order_by("-pk")[:1]
    there = family.url("rights:unsaid", said=row.pk)
    assert family.browser(by).post(there, {"once": family.once()}).status_code == 302


def stand(family: Family, who: str = "karim", meaning: Meaning = Meaning.TRUST_PERSON) -> Stand:
    return path_as(family.door("lotte", Section.RIGHTS), family.member(who), meaning).stand


@pytest.fixture
def karim(family: Family) -> UUID:
    """Karim serves; the wish."""
    return karim_serves(family)


@pytest.fixture
def johan(family: Family) -> UUID:
    """Pastor Johan, who has no way in, is her JIM; the wish."""
    name(family, "johan", by="noor", meaning="jim")
    wish: UUID = wishes(family)[-1].pk
    answered.said(family, "johan", Meaning.JIM)
    assert send(family, "began", wish, by="noor").status_code == 302
    return wish


def colleague(family: Family) -> str:
    """An works with Noor as well from today on."""
    an_takes_over(family)
    return "an"


def test_that_she_chose_otherwise_is_hers_to_say(family: Family, karim: UUID) -> None:
    assert withdraws(family, karim).status_code == 302
    denies(family)
    assert stand(family) is Stand.SERVING
    again = withdraws(family, karim)
    assert ONLY_NOOR in read(again)
    assert stand(family) is Stand.SERVING
    there = family.url("rights:withdraw", wish=karim)
    assert family.browser("noor").post(there, {"once": family.once()}).status_code == 302
    assert not family.door("noor", Section.RIGHTS).within(Wish.objects.in_force()).exists(), "her own tap ends it"


def test_nor_does_a_colleague_write_it_for_her(family: Family, karim: UUID) -> None:
    withdraws(family, karim)
    denies(family)
    second = colleague(family)
    told = {"once": family.once(), "expressed": "said", "on": clock.today().isoformat(), "words": ""}
    answer = family.browser(second).post(family.url("rights:withdraw", wish=karim), told)
    assert ONLY_NOOR in read(answer)
    assert stand(family) is Stand.SERVING


def test_a_pause_that_she_never_asked_comes_back_by_her_tap_alone(family: Family, karim: UUID) -> None:
    pause = {"voice": "child", "expressed": "said"}
    assert send(family, "paused", karim, by="lotte", **pause).status_code == 302
    denies(family)
    assert ONLY_NOOR in read(send(family, "paused", karim, by="lotte", **pause))
    assert stand(family) is Stand.SERVING
    assert send(family, "paused", karim, by="noor", voice="child").status_code == 302
    assert stand(family) is Stand.PAUSED
    assert send(family, "resumed", karim, by="noor").status_code == 302
    assert send(family, "paused", karim, by="lotte", **pause).status_code == 302, "she said it herself since"


def test_nor_does_she_go_on_or_begin_by_a_word_that_she_denied(family: Family, johan: UUID) -> None:
    assert send(family, "paused", johan, by="noor", voice="child").status_code == 302
    assert send(family, "resumed", johan, by="lotte", expressed="said").status_code == 302
    denies(family)
    assert stand(family, "johan", Meaning.JIM) is Stand.PAUSED
    assert ONLY_NOOR in read(send(family, "resumed", johan, by="lotte", expressed="said"))
    assert stand(family, "johan", Meaning.JIM) is Stand.PAUSED


@pytest.mark.parametrize("page", ["asked", "answered"])
def test_that_he_was_asked_with_her_yes_is_hers_too(family: Family, page: str) -> None:
    name(family, "karim", by="noor")
    wish = wishes(family)[-1].pk
    assert send(family, "asked", wish, by="lotte", **ASK).status_code == 302
    denies(family)
    facts = ASK | ({"reply": "yes"} if page == "answered" else {})
    assert ONLY_NOOR in read(send(family, page, wish, by="lotte", **facts))
    assert stand(family) is Stand.WISHED
    assert send(family, "asked", wish, by="noor", **ASK).status_code == 302
    assert send(family, "answered", wish, by="lotte", reply="yes").status_code == 302


@pytest.fixture
def denied(family: Family) -> UUID:
    """Lotte wrote that Karim said yes, and he did not; the wish."""
    name(family, "karim", by="noor")
    wish: UUID = wishes(family)[-1].pk
    send(family, "asked", wish, by="noor", **ASK)
    assert send(family, "answered", wish, by="lotte", reply="yes").status_code == 302
    assert taps(family, "not_said").status_code == 302
    return wish


def serve(family: Family) -> HttpResponse:
    where = family.url("rights:serve", member=family.member("karim"))
    return family.browser("lotte").post(where, {"once": family.once()})


def taps(family: Family, what: str, by: str = "karim") -> HttpResponse:
    return family.browser(by).post(family.url("endings:itself"), {"once": family.once(), what: "1"})


def test_a_yes_that_karim_denied_is_his_own_tap_and_nothing_begins_before_it(family: Family, denied: UUID) -> None:
    assert ITSELF.format("trainer Karim") in read(send(family, "answered", denied, by="lotte", reply="yes"))
    with pytest.raises(NotAllowedError):
        conditions.look(
            family.door("lotte", Section.CONDITIONS), family.member("karim"), [], act=uuid7(), on=clock.today()
        )
    serve(family)
    assert stand(family) is Stand.ASKED
    home = unescape(family.page("portals:home", seen_by="karim"))
    assert "Ja, dat wil ik zelf" in home
    assert taps(family, "yes").status_code == 302
    assert "Ja, dat wil ik zelf" not in family.page("portals:home", seen_by="karim")
    path = path_as(family.door("lotte", Section.RIGHTS), family.member("karim"), Meaning.TRUST_PERSON)
    assert (path.stand, path.reply) == (Stand.DESIGNATED, Answered.YES)
    for code, saw in LOOKS.items():
        look(family, code, saw, by="lotte", person="karim")
    serve(family)
    assert stand(family) is Stand.SERVING


@pytest.mark.parametrize("by", ["noor", "lotte", "wilma", "ann", "an"])
def test_nobody_taps_his_yes_for_him(family: Family, denied: UUID, by: str) -> None:
    assert taps(family, "yes", by).status_code in {200, 302, 404}
    assert stand(family) is Stand.ASKED
    with pytest.raises(NotAllowedError):
        own_answer.says_yes(family.door("lotte", Section.RIGHTS), act=uuid7())


def test_a_no_of_rita_that_noor_did_not_hear_is_asked_anew_by_another_human(family: Family) -> None:
    name(family, "johan", by="noor", meaning="jim")
    wish = wishes(family)[-1].pk
    facts = {"reply": "no", "told": "yes"}
    assert send(family, "answered", wish, by="lotte", **facts, **ASK).status_code == 302
    denies(family)
    assert ITSELF.format("pastor Johan") in read(send(family, "answered", wish, by="lotte", **facts))
    assert stand(family, "johan", Meaning.JIM) is Stand.ASKED
    assert send(family, "answered", wish, by=colleague(family), **facts).status_code == 302
    assert stand(family, "johan", Meaning.JIM) is Stand.NO


def test_that_he_stays_outlives_that_lotte_read_it(family: Family, karim: UUID) -> None:
    assert send(family, "stopped", karim, by="lotte", told="no").status_code == 302
    family.browser("karim").post(family.url("endings:itself"), {"once": family.once(), "so": "no"})
    there = family.url("endings:goes_on", member=family.member("karim"))
    assert family.browser("lotte").post(there, {"once": family.once()}).status_code == 302
    assert ITSELF.format("trainer Karim") in read(send(family, "stopped", karim, by="lotte", told="no"))
    facts = {"member": str(family.member("karim")), "why": "stops", "teller": "", "how": "", "tells_on": ""}
    answer = family.browser("lotte").post(family.url("endings:leave"), {"once": family.once(), **facts})
    assert ITSELF.format("Trainer Karim") in read(answer)
    assert "schreef op" not in family.page("portals:home", seen_by="karim"), "he is not asked again"
    assert "zegt: dit klopt niet" not in family.page("endings:endings", seen_by="lotte")
    sent = {"once": family.once(), "step": "ended", "teller": "both", "picks_up": "yes"}
    assert family.browser("karim").post(family.url("endings:itself"), sent).status_code == 302, "he can say so himself"


@pytest.mark.parametrize("who", ["noor", "wilma"])
def test_a_yes_to_an_agreement_is_an_own_tap_once_it_was_denied(family: Family, who: str) -> None:
    pact = made(family)
    for party in ("child", "person"):
        assert yes(family, pact, party).status_code == 302
    party = {"noor": "child", "wilma": "person"}[who]
    assert pacts.send(family, who, "tap", {"not_said": "1"}, pact=pact.pact).status_code == 302
    named = {"noor": "Noor", "wilma": "Wilma"}[who]
    assert f"Alleen {named} zelf kan nu ja zeggen, met een eigen tik." in read(yes(family, pact, party))
    assert "nog niet afgesproken" in pacts.read(family, "noor", "agreement", pact=pact.pact)
    assert pacts.send(family, who, "tap", pact=pact.pact).status_code == 302
    assert "nog niet afgesproken" not in pacts.read(family, "noor", "agreement", pact=pact.pact)


def test_a_new_version_opens_nothing_of_that(family: Family) -> None:
    pact = made(family)
    yes(family, pact, "child")
    assert pacts.send(family, "noor", "tap", {"not_said": "1"}, pact=pact.pact).status_code == 302
    chooses(family)
    later = made(family)
    assert "Alleen Noor zelf kan nu ja zeggen" in read(yes(family, later, "child"))


def yes(family: Family, pact: Agreement, party: str) -> HttpResponse:
    facts = {"party": party, "expressed": "said", "on": clock.today().isoformat()}
    return pacts.send(family, "lotte", "recorded", facts, pact=pact.pact)
