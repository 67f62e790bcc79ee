"""From wish to standing person, as Noor, Lotte and the people around them meet it."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.acts import protecting
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Section
from kring.law.meaning import Meaning
from kring.law.steps import Answered, Stand, Step
from kring.rights import paths
from kring.rights.models import Question, Taken
from tests import answered
from tests.family import Family
from tests.rooms.test_conditions_page import look
from tests.rooms.test_serving import LOOKS, serve
from tests.rooms.test_wish_page import HOSTILE, name, wishes

ASK = {"asker": "child", "how": "visit"}


@pytest.fixture
def wilma(family: Family) -> UUID:
    """Noor named Wilma as her JIM; the wish."""
    name(family, "wilma", by="noor", meaning="jim")
    return wishes(family)[-1].pk


def send(family: Family, page: str, wish: UUID, *, by: str, **said: Any) -> HttpResponse:
    told = {"once": family.once(), "on": clock.today().isoformat(), **said}
    return family.browser(by).post(family.url(f"rights:{page}", wish=wish), told)


def person(family: Family, who: str = "wilma", *, seen_by: str = "noor") -> str:
    return family.page("rights:person", seen_by=seen_by, member=family.member(who))


def stand(family: Family, who: str = "wilma", meaning: Meaning = Meaning.JIM) -> Stand:
    return paths.path_as(family.door("lotte", Section.RIGHTS), family.member(who), meaning).stand


def rows(family: Family) -> list[Taken]:
    return list(family.door("lotte", Section.RIGHTS).within(Taken.objects.all()).order_by("pk"))


def test_the_whole_way_and_every_day_of_it_stands_there(family: Family, wilma: UUID) -> None:
    assert "Je koos Wilma, en dat staat." in person(family)
    said = {"words": "Als ik er woensdag voor kan koken, dan graag."}
    assert send(family, "asked", wilma, by="noor", **ASK).status_code == 302
    assert stand(family) is Stand.ASKED
    assert send(family, "answered", wilma, by="lotte", reply="yes", **said).status_code == 302
    assert stand(family) is Stand.DESIGNATED
    until = (clock.today() + timedelta(days=90)).isoformat()
    assert send(family, "tried", wilma, by="noor", until=until).status_code == 302
    assert "De proef loopt tot" in person(family)
    assert send(family, "began", wilma, by="lotte", expressed="said").status_code == 302
    told = person(family, seen_by="lotte")
    assert "Wilma staat naast Noor." in told
    assert said["words"] in told
    assert send(family, "paused", wilma, by="noor", voice="child").status_code == 302
    assert stand(family) is Stand.PAUSED
    assert send(family, "resumed", wilma, by="noor").status_code == 302
    assert stand(family) is Stand.SERVING
    assert family.log(Event.STEP_TAKEN) == 6


def test_the_trial_can_be_left_out(family: Family, wilma: UUID) -> None:
    answered.said(family, "wilma", Meaning.JIM)
    assert send(family, "began", wilma, by="noor").status_code == 302
    assert stand(family) is Stand.SERVING
    assert "overgeslagen" in person(family)


@pytest.mark.parametrize("asker", ["together", "parent", "worker"])
def test_lotte_asks_nobody_without_a_recorded_yes(family: Family, wilma: UUID, asker: str) -> None:
    refused = send(family, "asked", wilma, by="lotte", asker=asker, how="call").content.decode()
    assert "Zonder een ja vraagt niemand iets." in refused
    assert rows(family) == []
    assert send(family, "asked", wilma, by="lotte", asker=asker, how="call", expressed="pointed").status_code == 302
    assert rows(family)[0].expressed == "pointed"


def test_what_noor_writes_herself_is_her_yes(family: Family, wilma: UUID) -> None:
    assert send(family, "asked", wilma, by="noor", asker="parent", how="letter").status_code == 302
    assert (rows(family)[0].expressed, rows(family)[0].voice) == ("itself", "other")


def test_with_whom_contact_is_restricted_is_asked_by_nobody(family: Family, wilma: UUID) -> None:
    lotte = family.door("lotte", Section.RIGHTS)
    toward = [protecting.Toward(member=family.member("wilma"))]
    protecting.restrict(lotte, toward, from_on=clock.today(), until_on=None, once=None)
    assert "nu geen contact" in send(family, "asked", wilma, by="lotte", **ASK).content.decode()
    assert rows(family) == []


@pytest.mark.parametrize("said", [Answered.NO, Answered.NOT_NOW, Answered.THINKING])
def test_over_a_no_nothing_begins_and_the_wish_stands(family: Family, wilma: UUID, said: Answered) -> None:
    send(family, "answered", wilma, by="noor", reply=said.value, **ASK)
    refused = send(family, "began", wilma, by="noor").content.decode()
    assert "Je keuze blijft staan." in refused
    assert "Wilma" in family.page("rights:beside", seen_by="noor")
    send(family, "answered", wilma, by="noor", reply="yes")
    assert send(family, "began", wilma, by="noor").status_code == 302


def test_over_the_no_of_the_person_no_legal_position_begins(family: Family) -> None:
    name(family, "johan", by="noor")
    wish = wishes(family)[-1].pk
    for code, saw in LOOKS.items():
        look(family, code, saw, by="lotte")
    send(family, "answered", wish, by="lotte", reply="no", told="yes", **ASK)
    assert "zei nog geen ja" in serve(family).content.decode()
    send(family, "answered", wish, by="lotte", reply="yes")
    assert serve(family).status_code == 302
    assert stand(family, "johan", Meaning.TRUST_PERSON) is Stand.SERVING


def test_named_asked_and_serving_are_days_of_their_own(family: Family) -> None:
    """R2: three dates, each on the row of steps."""
    before = clock.today() - timedelta(days=9)
    name(family, "johan", by="noor", on=before.isoformat())
    wish = wishes(family)[-1].pk
    send(family, "asked", wish, by="noor", **ASK, on=(before + timedelta(days=2)).isoformat())
    for code, saw in LOOKS.items():
        look(family, code, saw, by="lotte")
    assert "Nog te vragen: wat zegt pastor Johan zelf?" in serve(family).content.decode()
    send(family, "answered", wish, by="noor", reply="yes")
    serve(family)
    told = person(family, "johan", seen_by="lotte")
    for day in (before, before + timedelta(days=2), clock.today()):
        assert f'datetime="{day.isoformat()}' in told
    assert "voorwaarden bekeken" in told
    assert " 596" not in person(family, "johan", seen_by="noor")


def test_who_paused_says_when_it_goes_on(family: Family, wilma: UUID) -> None:
    answered.said(family, "wilma", Meaning.JIM)
    send(family, "began", wilma, by="noor")
    send(family, "paused", wilma, by="noor", voice="person")
    assert send(family, "resumed", wilma, by="lotte").status_code == 302
    assert [row.voice for row in rows(family)[3:]] == ["person", "person"]
    assert send(family, "paused", wilma, by="noor", voice="other").status_code == 200
    assert stand(family) is Stand.SERVING


def test_wilma_stops_and_what_noor_said_stays(family: Family, wilma: UUID) -> None:
    assert send(family, "stopped", wilma, by="noor").status_code == 302
    told = family.page("rights:beside", seen_by="noor")
    assert "Wilma zei dat het stopt, op" in told
    assert "Anders gekozen op" not in told
    assert family.log(Event.WISH_WITHDRAWN) == 1


def test_it_did_not_stop_before_noor_named_her_again(family: Family) -> None:
    """An end before a start: of the second time she named Wilma; from that day on it can be."""
    before, again = (clock.today() - timedelta(days=days) for days in (30, 5))
    for day in (before, again):
        name(family, "wilma", by="noor", meaning="jim", on=day.isoformat())
    first = wishes(family)[0].pk
    refused = send(family, "stopped", first, by="noor", on=(again - timedelta(days=1)).isoformat())
    assert "We konden dit nog niet bewaren" in refused.content.decode()
    assert all(one.withdrawn_on is None for one in wishes(family))
    assert send(family, "stopped", first, by="noor", on=again.isoformat()).status_code == 302
    assert {one.withdrawn_on for one in wishes(family)} == {again}


@pytest.mark.parametrize(
    ("page", "wrong"),
    [
        ("asked", {"on": "2999-01-01", **ASK}),
        ("tried", {"until": "2020-01-01"}),
        ("stopped", {"on": "1999-01-01"}),
        ("paused", {"on": "1999-01-01", "voice": "child"}),
        ("answered", {"reply": "yes", "words": "x" * 50_001, **ASK}),
        ("asked", {"on": "geen dag", **ASK}),
    ],
)
def test_a_wrong_day_is_said_and_nothing_typed_is_lost(
    family: Family, wilma: UUID, page: str, wrong: dict[str, str]
) -> None:
    answer = send(family, page, wilma, by="noor", **wrong)
    assert answer.status_code == 200
    told = answer.content.decode()
    assert "We konden dit nog niet bewaren" in told
    assert all(value in told for value in wrong.values())
    assert rows(family) == []
    assert "Wilma" in family.page("rights:beside", seen_by="noor")


def test_fifty_thousand_characters_and_hostile_words_are_kept_as_they_are(family: Family, wilma: UUID) -> None:
    long = "y" * 50_000
    assert send(family, "answered", wilma, by="noor", reply="thinking", words=long, **ASK).status_code == 302
    assert rows(family)[1].words == long
    assert send(family, "answered", wilma, by="noor", reply="thinking", words=HOSTILE).status_code == 302
    assert "<script>alert" not in person(family)


def test_who_would_ask_and_how_is_not_typed_twice(family: Family, wilma: UUID) -> None:
    """Prepared together, the answer of Wilma is two taps more: what she said, and by which yes of Noor."""
    made = {"asker": "together", "how": "letter", "words": "Wil jij er zijn?", "if_no": "Dan bel ik oma."}
    before = family.page("rights:answered", seen_by="lotte", wish=wilma)
    assert send(family, "question", wilma, by="lotte", **made).status_code == 302
    after = family.page("rights:answered", seen_by="lotte", wish=wilma)
    for asks, value in (("asker", "together"), ("how", "letter")):
        ticked = re.compile(rf'name="{asks}" value="{value}"[^>]*checked')
        assert ticked.search(after)
        assert not ticked.search(before)
    assert not re.search(r'name="expressed" value="\w+"[^>]*checked', after), "her yes is never filled in for her (R9)"
    assert send(family, "answered", wilma, by="lotte", reply="yes", **made).status_code == 200
    assert stand(family) is Stand.WISHED


def test_the_question_is_made_together_and_nothing_is_asked_by_it(family: Family, wilma: UUID) -> None:
    made = {"asker": "together", "how": "letter", "words": "Wil jij er zijn?", "if_no": "Dan bel ik oma."}
    assert send(family, "question", wilma, by="lotte", **made).status_code == 302
    for by in ("noor", "lotte"):
        told = family.page("rights:question", seen_by=by, wish=wilma)
        assert "Wil jij er zijn?" in told
        assert "Niemand moet ja zeggen." in told
        assert "Wat als het moeilijk wordt" in told, "what who is asked may want to talk about (A142)"
    assert stand(family) is Stand.WISHED
    assert family.log(Event.QUESTION_PREPARED) == 1
    pdf = family.browser("noor").get(family.url("rights:question_pdf", wish=wilma))
    assert pdf.content.startswith(b"%PDF")


def test_the_notice_says_what_is_held_and_repeats_nothing_of_noor(family: Family, wilma: UUID) -> None:
    send(family, "asked", wilma, by="noor", **ASK)
    assert "Geef het mee." in person(family, seen_by="lotte")
    told = family.page("rights:notice", seen_by="lotte", wish=wilma)
    assert "Gegevensbeschermingsautoriteit" in told
    assert "0470 00 00 01" in told
    assert " 596" not in told  # of a JIM no extract is ever asked (C159)
    assert send(family, "notice_given", wilma, by="lotte").status_code == 302
    assert rows(family)[0].noticed_on == clock.today()
    assert "Geef het mee." not in person(family, seen_by="lotte")
    pdf = family.browser("lotte").get(family.url("rights:notice_pdf", wish=wilma))
    assert pdf.content.startswith(b"%PDF")


@pytest.mark.parametrize("page", ["asked", "answered", "tried", "began", "paused", "resumed", "stopped", "question"])
@pytest.mark.parametrize("by", ["ann", "tarik", "wilma", "mo", "bram", "an", "nadia"])
def test_nobody_else_writes_a_step(family: Family, wilma: UUID, page: str, by: str) -> None:
    said = {**ASK, "reply": "no", "voice": "child", "expressed": "said"}
    assert send(family, page, wilma, by=by, **said).status_code == 404
    assert rows(family) == []
    assert list(family.door("lotte", Section.RIGHTS).within(Question.objects.all())) == []


def test_a_supporter_becomes_jim_and_trust_person_without_typing_again(family: Family) -> None:
    """A202: one person in three meanings, each with a path of its own."""
    for meaning in ("supporter", "jim", "trust_person"):
        name(family, "johan", by="noor", meaning=meaning)
    told = person(family, "johan")
    assert told.count('class="path"') == 3
    assert {stand(family, "johan", one) for one in Meaning} == {Stand.WISHED}


def test_sent_twice_it_is_one_step(family: Family, wilma: UUID) -> None:
    once = family.once()
    for _ in range(2):
        assert send(family, "asked", wilma, by="noor", **ASK, once=once).status_code == 302
    assert [row.step for row in rows(family)] == [Step.ASKED.value]


def test_a_day_to_come_and_a_day_before_it_began_are_two_things(family: Family, wilma: UUID) -> None:
    send(family, "asked", wilma, by="noor", **ASK)
    send(family, "answered", wilma, by="lotte", reply="yes")
    assert send(family, "began", wilma, by="noor").status_code == 302
    for days, says in ((1, "Die dag moet nog komen."), (-1, "Die dag ligt voor het begin.")):
        on = (clock.today() + timedelta(days=days)).isoformat()
        told = send(family, "paused", wilma, by="noor", voice="child", on=on).content.decode()
        assert [one for one in ("Die dag moet nog komen.", "Die dag ligt voor het begin.") if one in told] == [says]
    assert stand(family) is Stand.SERVING
    assert send(family, "paused", wilma, by="noor", voice="child").status_code == 302
