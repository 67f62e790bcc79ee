"""Wilma or Karim stops or pauses: what ends, ends at once, and no page tells Noor before a person did (R15)."""

import re
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.acts import answering
from kring.access.desk import desk_of
from kring.access.models import Word
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.endings.models import Leaving
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Stand
from kring.law.trust_person import ADULT, ENTRY, EXTRACT, INDEPENDENT
from kring.rights.acts import conditions, serving, wishes
from kring.rights.models import Serving, Taken, Wish
from kring.rights.paths import path_as
from tests import answered
from tests.family import Family
from tests.own_word import is_so
from tests.rooms.test_steps import send

HER_PAGES = (
    *("portals:child", "portals:ahead", "portals:known", "portals:stop", "portals:drawing", "rights:beside"),
    *("rights:for_what", "rights:ways", "rights:decided", "rights:meanings", "circle:page", "circle:list"),
    *("circle:versions", "circle:take", "agreements:all", "endings:endings", "endings:aftercare", "rights:own"),
)
OF_THE_PERSON = ("rights:person", "circle:person", "support:letter", "portals:about", "rights:for_what_one")
OF_THE_WISH = ("endings:still", "rights:notice", "rights:question", "rights:paused", "rights:stopped")
SAYS = "zei dat het stopt"


@pytest.fixture
def wilma(family: Family) -> UUID:
    """Noor chose Wilma as her JIM, and they began; the wish."""
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wish = wishes.name(family.door("noor", Section.RIGHTS), family.member("wilma"), said, act=uuid7())
    answered.said(family, "wilma", Meaning.JIM)
    send(family, "began", wish, by="noor")
    return wish


def stops(family: Family, wish: UUID, page: str = "stopped", **said: str) -> HttpResponse:
    return send(family, page, wish, by="lotte", **{"told": "no", **said})


def herself(family: Family, who: str = "wilma", **said: str) -> HttpResponse:
    facts = {"once": family.once(), "step": "ended", "teller": "both", "picks_up": "yes", **said}
    return family.browser(who).post(family.url("endings:itself"), facts)


def told(family: Family, who: str = "wilma") -> None:
    """A person told Noor; Lotte writes that down."""
    door = family.door("lotte", Section.RIGHTS)
    row = door.within(Leaving.objects.filter(told_on=None)).first()
    if row is None:
        facts = {"member": str(family.member(who)), "why": "stops", "teller": "Lotte", "how": "", "tells_on": ""}
        family.browser("lotte").post(family.url("endings:leave"), {"once": family.once(), **facts})
        row = door.within(Leaving.objects.filter(told_on=None)).get()
    is_so(family)
    facts = {"on": clock.today().isoformat(), "by": "Lotte", "reaction": "Jammer.", "goodbye": "", "steps_in": ""}
    answer = family.browser("lotte").post(family.url("endings:tell", leaving=row.pk), {"once": family.once(), **facts})
    assert answer.status_code == 302


def her_pages(family: Family, wish: UUID, who: str = "wilma") -> dict[str, str]:
    """Everything Noor reads around this person, the preview as well; without what differs each time."""
    noor, member = family.browser("noor"), family.member(who)
    places = {page: family.url(page) for page in HER_PAGES}
    places |= {page: family.url(page, member=member) for page in OF_THE_PERSON}
    places |= {page: family.url(page, wish=wish) for page in OF_THE_WISH}
    places["portals:along"] = family.url("portals:along", other=family.person(who))
    answers = {page: noor.get(where) for page, where in places.items()}
    assert {page for page, answer in answers.items() if answer.status_code != 200} == set()
    return {page: _same(answer.content.decode()) for page, answer in answers.items()}


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The pages that are not the same any more."""
    return [page for page in before if after[page] != before[page]]


def _same(page: str) -> str:
    return re.sub(r'(value|nonce|content|data-[a-z]+)="[^"]*"', "", page)


def test_lotte_writes_it_down_and_nothing_that_noor_reads_changes(family: Family, wilma: UUID) -> None:
    before = her_pages(family, wilma)
    assert stops(family, wilma).status_code == 302
    after = her_pages(family, wilma)
    assert not changed(before, after)
    assert SAYS not in "".join(after.values())
    assert path_as(family.door("noor", Section.RIGHTS), family.member("wilma"), Meaning.JIM).stand is Stand.SERVING


def test_who_works_with_noor_reads_it_at_once_and_has_it_to_do(family: Family, wilma: UUID) -> None:
    stops(family, wilma)
    assert path_as(family.door("lotte", Section.RIGHTS), family.member("wilma"), Meaning.JIM).stand is Stand.ENDED
    for page, parts in (("rights:beside", {}), ("rights:person", {"member": family.member("wilma")})):
        seen = family.page(page, seen_by="lotte", **parts)
        assert "Er staat dat Wilma stopt." in seen
        assert "weet dit nog niet" in seen
    assert "Wilma stopt ermee" in family.page("endings:endings", seen_by="lotte")
    assert family.noor.dossier in desk_of(family.actor("lotte")).untold
    assert "Iemand stopt of is gestopt" in family.page("endings:due", seen_by="lotte")
    assert "Er staat niemand naast Noor die blijft" in family.page("endings:hand_over", seen_by="lotte")
    assert family.log(Event.WISH_WITHDRAWN) == 0


def test_it_stands_there_by_the_word_of_wilma_and_once_noor_was_told(family: Family, wilma: UUID) -> None:
    assert send(family, "stopped", wilma, by="lotte", told="yes").status_code == 302
    assert family.door("lotte", Section.RIGHTS).within(Wish.objects.in_force()).exists()
    told(family)
    assert f"Wilma {SAYS}" in family.page("rights:beside", seen_by="noor")


def test_what_noor_writes_herself_she_knows(family: Family, wilma: UUID) -> None:
    assert "Weet Noor dit al?" not in family.page("rights:stopped", seen_by="noor", wish=wilma)
    assert send(family, "stopped", wilma, by="noor").status_code == 302
    assert f"Wilma {SAYS}" in family.page("rights:beside", seen_by="noor")


def test_from_the_day_she_was_told_it_stands_there_with_the_day_wilma_said_it(family: Family, wilma: UUID) -> None:
    stops(family, wilma)
    told(family)
    seen = family.page("rights:beside", seen_by="noor")
    assert f"Wilma {SAYS}" in seen
    assert "Jammer." in family.page("endings:endings", seen_by="noor")
    row = family.door("noor", Section.RIGHTS).within(Wish.objects.all()).get()
    assert (row.withdrawn_on, row.ended_by) == (clock.today(), "person")
    assert not family.door("lotte", Section.RIGHTS).within(Taken.objects.filter(step="ended")).exists()


def test_a_pause_that_wilma_asks_is_told_first_as_well(family: Family, wilma: UUID) -> None:
    before = her_pages(family, wilma)
    assert stops(family, wilma, "paused", voice="person").status_code == 302
    assert not changed(before, her_pages(family, wilma))
    assert "op pauze" in family.page("rights:person", seen_by="lotte", member=family.member("wilma"))
    told(family)
    assert "op pauze" in family.page("rights:person", seen_by="noor", member=family.member("wilma"))


def test_a_pause_that_noor_wants_is_hers(family: Family, wilma: UUID) -> None:
    assert send(family, "paused", wilma, by="lotte", voice="child", expressed="said").status_code == 302
    assert "op pauze" in family.page("rights:person", seen_by="noor", member=family.member("wilma"))


def test_it_goes_on_after_all_and_there_is_nothing_to_tell(family: Family, wilma: UUID) -> None:
    stops(family, wilma)
    where = family.url("endings:goes_on", member=family.member("wilma"))
    assert family.browser("lotte").post(where, {"once": family.once()}).status_code == 302
    assert path_as(family.door("lotte", Section.RIGHTS), family.member("wilma"), Meaning.JIM).stand is Stand.SERVING
    assert relation(family, "wilma") == Relation.JIM
    assert family.browser("lotte").post(where, {"once": family.once()}).status_code == 404


def test_noor_may_still_choose_otherwise_and_it_is_her_choice(family: Family, wilma: UUID) -> None:
    stops(family, wilma)
    family.browser("noor").post(family.url("rights:withdraw", wish=wilma), {"once": family.once()})
    assert "Anders gekozen op" in family.page("rights:beside", seen_by="noor")
    told(family)
    assert SAYS not in family.page("rights:beside", seen_by="noor")


def relation(family: Family, who: str) -> str:
    here = Involvement.objects.current(clock.today()).filter(dossier=family.noor.dossier, person=family.person(who))
    return str(here.get().relation)


def karim_serves(family: Family) -> UUID:
    """Noor named Karim, the conditions were looked at, and he began; the wish."""
    on, karim = clock.today(), family.member("karim")
    said = wishes.Said(meaning=Meaning.TRUST_PERSON, expressed=Expressed.SAID, on=on)
    wish = wishes.name(family.door("noor", Section.RIGHTS), karim, said, act=uuid7())
    door = family.door("lotte", Section.CONDITIONS)
    seen = [conditions.Finding(code=code, holds=True) for code in (ADULT, INDEPENDENT, EXTRACT, ENTRY)]
    conditions.look(door, karim, seen, act=uuid7(), on=on)
    answered.said(family, "karim")
    serving.begin(door, karim, act=uuid7(), on=on)
    return wish


def test_what_karim_could_open_ends_as_soon_as_he_says_it(family: Family) -> None:
    """Karim serves: his card, and what stands open to a trust person, are over before anybody told Noor."""
    wish = karim_serves(family)
    assert "Toon mijn kaart" in family.page("portals:home", seen_by="karim")
    before = her_pages(family, wish, "karim")
    assert herself(family, "karim").status_code == 302
    assert relation(family, "karim") == Relation.SUPPORTER
    assert "Toon mijn kaart" not in family.page("portals:home", seen_by="karim")
    assert not changed(before, her_pages(family, wish, "karim"))
    said = answering.Answering(towards=family.member("karim"), word=Word.YES, topic=Topic.THE_FILE)
    answering.answer(family.door("noor", Section.ANSWERS), said, once=uuid7())  # no page refuses what it asks
    assert relation(family, "karim") == Relation.SUPPORTER
    assert family.door("noor", Section.RIGHTS).within(Serving.objects.in_force()).exists()


def test_wilma_says_it_herself_in_two_taps_and_who_tells_it(family: Family, wilma: UUID) -> None:
    before = her_pages(family, wilma)
    assert family.url("endings:itself") in family.page("portals:home", seen_by="wilma")
    assert herself(family).status_code == 302
    stays = family.page("endings:itself", seen_by="wilma")
    assert "Je zei: ik stop" in stays
    assert ("Blijf je toch?" in stays, 'href="tel:0470000001"' in stays) == (True, True)  # Greet, to call right there
    assert relation(family, "wilma") == Relation.SUPPORTER
    assert not changed(before, her_pages(family, wilma))
    lotte = family.page("endings:endings", seen_by="lotte")
    assert "Wilma stopt ermee" in lotte
    assert "Wilma en de begeleiding" in lotte
    assert family.noor.dossier in desk_of(family.actor("lotte")).untold
    assert herself(family).status_code == 404  # said once
    told(family)
    assert f"Wilma {SAYS}" in family.page("rights:beside", seen_by="noor")
    assert "Je zei: ik stop" not in family.page("endings:itself", seen_by="wilma")


def test_who_comes_in_as_supporter_says_it_once_as_well(family: Family) -> None:
    assert herself(family, "rita").status_code == 302
    assert "Je zei: ik stop" in family.page("endings:itself", seen_by="rita")
    assert herself(family, "rita").status_code == 404
    assert relation(family, "rita") == Relation.SUPPORTER


def test_wilma_asks_a_pause_and_nothing_that_she_may_open_ends(family: Family, wilma: UUID) -> None:
    assert herself(family, step="paused", teller="me").status_code == 302
    assert relation(family, "wilma") == Relation.JIM
    told(family)
    assert "op pauze" in family.page("rights:person", seen_by="noor", member=family.member("wilma"))


def test_it_asks_both_and_fills_in_neither(family: Family, wilma: UUID) -> None:
    page = family.page("endings:itself", seen_by="wilma")
    assert "Wie zal het aan Noor vertellen?" in page
    assert "checked" not in page
    for missing in ("step", "teller"):
        assert herself(family, **{missing: ""}).status_code == 200
    assert relation(family, "wilma") == Relation.JIM
    assert family.log(Event.LEAVING_HEARD) == 0


@pytest.mark.parametrize("who", ["noor", "lotte", "ann", "tarik", "bram", "hilde", "mo", "saar", "an", "nadia"])
def test_for_another_nobody_says_it(family: Family, wilma: UUID, who: str) -> None:
    assert family.browser(who).get(family.url("endings:itself")).status_code == 404
    assert herself(family, who).status_code == 404
    where = family.url("endings:goes_on", member=family.member("wilma"))
    if who != "lotte":
        stops(family, wilma)
        assert family.browser(who).post(where, {"once": family.once()}).status_code == 404


def test_no_line_of_her_own_log_tells_it(family: Family, wilma: UUID) -> None:
    stops(family, wilma)
    herself(family)
    assert family.log(Event.LEAVING_HEARD) >= 1
    assert Event.LEAVING_HEARD.is_kept_from_the_child
    assert family.log(Event.SERVING_ENDED) == family.log(Event.WISH_WITHDRAWN) == 0
