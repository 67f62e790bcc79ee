"""Making an agreement page by page, reading it, saying yes, comparing, and the quiet "it is not going well now"."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.http import HttpResponse

from kring.access.asking import everything
from kring.agreements.acts import making
from kring.agreements.drafting import Key, Value
from kring.agreements.models import Agreement
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.kit import clock
from kring.law.access import Section
from kring.law.agreements import Party, Reads
from kring.law.agreements import Point as Code
from tests.family import Family
from tests.rooms.agreeing import DINNER, THERE, agree, agreed, made

LONG = "Dit is lang. " * 3846  # just below 50,000 characters
KEEPS_TO_ITSELF = "Ik vertel het eerst aan Karim."


def send(family: Family, who: str, page: str, facts: dict[str, Any] | None = None, **parts: Any) -> HttpResponse:
    return family.browser(who).post(family.url(f"agreements:{page}", **parts), {"once": family.once(), **(facts or {})})


def read(family: Family, who: str, page: str, **parts: Any) -> str:
    return unescape(family.page(f"agreements:{page}", seen_by=who, **parts))


def begin(family: Family, who: str, **facts: str) -> str:
    """Begin with Karim; the address of the first page."""
    told = {"told": "written", "reads": "practical"} | facts
    began = send(family, who, "begin", told, member=family.member("karim"))
    assert began.status_code == 302
    return str(began["Location"])


def typing(family: Family, who: str) -> Agreement:
    row: Agreement = family.door(who, Section.AGREEMENTS).within(Agreement.objects.typing()).get()
    return row


def test_noor_types_page_by_page_and_nothing_is_lost(family: Family) -> None:
    begin(family, "noor")
    pact = typing(family, "noor").pact
    first = {"words_engaging": KEEPS_TO_ITSELF, "look": "3", "trial": "on", "go": "on"}
    assert send(family, "noor", "step", first, pact=pact, step=1)["Location"].endswith("/page/2/")
    assert send(family, "noor", "step", {"words_rhythm": DINNER, "go": "back"}, pact=pact, step=2)["Location"].endswith(
        "/page/1/"
    )
    assert KEEPS_TO_ITSELF in read(family, "noor", "step", pact=pact, step=1)
    ready = read(family, "noor", "ready", pact=pact)
    assert KEEPS_TO_ITSELF in ready
    assert DINNER in ready
    assert send(family, "noor", "ready", pact=pact).status_code == 302
    page = read(family, "noor", "agreement", pact=pact)
    assert "nog niet afgesproken" in page
    assert "Uitproberen tot" in page
    assert "Opnieuw bekijken op" in page
    assert KEEPS_TO_ITSELF in read(family, "karim", "agreement", pact=pact)
    lottes = read(family, "lotte", "agreement", pact=pact)
    assert DINNER in lottes
    assert KEEPS_TO_ITSELF not in lottes
    assert family.log(Event.AGREEMENT_MADE) == 1


def test_who_will_read_it_stands_there_by_name_before_it_is_made(family: Family) -> None:
    begin(family, "noor", reads="nothing")
    assert "Lotte" not in read(family, "noor", "ready", pact=typing(family, "noor").pact)
    page = send(family, "lotte", "begin", {"told": "written"}, member=family.member("karim"))
    assert page.status_code == 302
    assert "Noor" in read(family, "lotte", "ready", pact=typing(family, "lotte").pact)


def test_an_oral_one_asks_one_page(family: Family) -> None:
    begin(family, "lotte", told="oral")
    pact = typing(family, "lotte").pact
    assert send(family, "lotte", "step", {"look": "none", "go": "on"}, pact=pact, step=1)["Location"].endswith(
        "/ready/"
    )
    assert send(family, "lotte", "ready", pact=pact).status_code == 302
    assert "mondeling" in read(family, "noor", "agreement", pact=pact)
    assert family.browser("lotte").get(family.url("agreements:step", pact=pact, step=2)).status_code == 404


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"look": "day"}, "Kies een dag."),
        ({"look": "day", "look_on": "2020-01-01"}, "Die dag is al voorbij."),
        ({"words_engaging": "a" * 50_001, "look": "none"}, "50000"),
    ],
)
def test_what_cannot_be_is_said_and_stays_typed(family: Family, facts: dict[str, str], said: str) -> None:
    begin(family, "lotte")
    sent = {"words_engaging": THERE, **facts, "go": "on"}
    page = unescape(send(family, "lotte", "step", sent, pact=typing(family, "lotte").pact, step=1).content.decode())
    assert said in page.replace(".000", "000").replace("\xa0", "")
    assert sent["words_engaging"] in page


def test_fifty_thousand_characters_are_kept_whole(family: Family) -> None:
    begin(family, "noor", reads="all")
    pact = typing(family, "noor").pact
    assert send(family, "noor", "step", {"words_engaging": LONG, "look": "none"}, pact=pact, step=1).status_code == 302
    assert send(family, "noor", "ready", pact=pact).status_code == 302
    assert read(family, "karim", "agreement", pact=pact).count("Dit is lang.") == 3846


@pytest.mark.parametrize(("who", "party"), [("noor", Party.CHILD), ("wilma", Party.PERSON)])
def test_each_says_yes_by_a_tap(family: Family, who: str, party: Party) -> None:
    row = made(family)
    assert send(family, who, "tap", pact=row.pact).status_code == 302
    page = read(family, who, "agreement", pact=row.pact)
    assert "nog niet afgesproken" in page
    assert "Ja, dat spreken we af" not in page
    assert family.log(Event.AGREEMENT_AGREED) == 1
    agree(family, *(("wilma", row, Party.PERSON) if party is Party.CHILD else ("noor", row, Party.CHILD)))
    assert "nog niet afgesproken" not in read(family, who, "agreement", pact=row.pact)


@pytest.mark.parametrize("who", ["lotte", "bram", "karim", "rita", "ann", "tarik", "mo", "an"])
def test_nobody_else_taps(family: Family, who: str) -> None:
    row = made(family)
    assert send(family, who, "tap", pact=row.pact).status_code == 404
    assert family.log(Event.AGREEMENT_AGREED) == 0


def test_lotte_writes_down_what_she_heard(family: Family) -> None:
    row = made(family)
    facts = {"party": "person", "expressed": "said", "on": clock.today().isoformat()}
    assert send(family, "lotte", "recorded", facts, pact=row.pact).status_code == 302
    assert "Lotte schreef dit op, op" in read(family, "noor", "agreement", pact=row.pact)
    early = facts | {"party": "child", "on": "2020-01-01"}
    assert "Die dag kan niet" in send(family, "lotte", "recorded", early, pact=row.pact).content.decode()
    assert family.log(Event.AGREEMENT_AGREED) == 1


def test_an_older_version_holds_until_both_say_yes_to_the_newer(family: Family) -> None:
    row = agreed(family)
    made(family, "lotte", {Key(Code.RHYTHM): Value(words="Elke dinsdag.")})
    page = read(family, "noor", "agreement", pact=row.pact)
    assert "geldt versie 1" in page
    assert "Elke dinsdag." in page
    then = unescape(
        family.browser("noor").get(family.url("agreements:agreement", pact=row.pact) + "?version=1").content.decode()
    )
    assert DINNER in then
    beside = read(family, "noor", "versions", pact=row.pact)
    assert DINNER in beside
    assert "Elke dinsdag." in beside
    assert "2 dingen bleven zo" in beside


def test_who_reads_another_version_reads_which_one_holds_and_only_what_changed(family: Family) -> None:
    """The same words for other readers are the same words; what Lotte does not read, is not said to be gone."""
    row = agreed(family)
    last = made(family, "noor", reads=Reads.PRACTICAL)
    assert "Alles staat er nog zo." in read(family, "noor", "versions", pact=row.pact)
    for who, party in (("noor", Party.CHILD), ("wilma", Party.PERSON)):
        agree(family, who, last, party)
    where = family.url("agreements:agreement", pact=row.pact) + "?version=1"
    then = family.browser("noor").get(where).content.decode()
    assert "Dit is van vroeger. Nu geldt versie 2." in then
    assert "Tot alle twee ja zeggen" not in then


def test_a_day_that_has_been_is_not_said_to_come(family: Family) -> None:
    day = clock.today() + timedelta(days=80)
    row = made(family, "noor", look_again_on=day.isoformat(), trial_until=day.isoformat())
    for days, words in ((0, ("Opnieuw bekijken op", "Uitproberen tot")), (81, ("was", "Uitgeprobeerd tot"))):
        with everything():
            past = {"look_again_on": day - timedelta(days=days), "trial_until": day - timedelta(days=days)}
            Agreement.objects.filter(pk=row.pk).opened().update(**past)
        for who in ("noor", "wilma", "lotte"):
            page = read(family, who, "agreement", pact=row.pact)
            assert [word in page for word in words] == [True, True], (who, days)
            assert ("Opnieuw bekijken op" in page) is (days == 0), (who, days)
    assert "opnieuw te bekijken sinds" in read(family, "noor", "all")


def test_what_is_open_only_since_is_not_said_to_be_new(family: Family) -> None:
    row = made(family, "noor", reads=Reads.PRACTICAL)
    made(family, "noor", reads=Reads.ALL)
    assert "stond er niet, of jij leest het niet" in read(family, "lotte", "versions", pact=row.pact)


def test_wilma_says_what_she_expects_and_noor_reads_it_beside_her_own(family: Family) -> None:
    row = made(family, "noor", {Key(Code.REPLY_PERSON, "child"): Value(choice="always")}, reads=Reads.ALL)
    facts = {"choice_reply_person": "day", "words_reply_person": "Ik werk in ploegen."}
    assert send(family, "wilma", "react", facts, pact=row.pact).status_code == 302
    page = read(family, "noor", "agreement", pact=row.pact)
    for told in ("Altijd meteen", "Binnen een dag", "Ik werk in ploegen."):
        assert told in page
    assert send(family, "noor", "react", facts, pact=row.pact).status_code == 404


def test_when_it_is_not_going_well_noor_finds_the_way_they_chose(family: Family) -> None:
    low = {Key(Code.LOW): Value(choice="message", words="Een maantje.", number="0470 00 00 12")}
    row = made(family, "noor", low)
    assert family.browser("noor").get(family.url("agreements:low", pact=row.pact)).status_code == 404, "a proposal"
    assert "Een maantje." not in family.page("portals:not_well", seen_by="noor")
    assert family.url("agreements:low", pact=row.pact) not in read(family, "noor", "agreement", pact=row.pact)
    agree(family, "noor", row, Party.CHILD)
    agree(family, "wilma", row, Party.PERSON)
    assert family.url("agreements:low", pact=row.pact) in read(family, "noor", "agreement", pact=row.pact)
    before = Entry.objects.order_by("-seq")[0].seq
    page = read(family, "noor", "low", pact=row.pact)
    assert "Een maantje." in page
    assert 'href="tel:0470000012"' in page
    assert 'href="tel:112"' in page
    assert "Een maantje." in read(family, "wilma", "low", pact=row.pact)
    assert family.browser("lotte").get(family.url("agreements:low", pact=row.pact)).status_code == 404
    told = set(Entry.objects.filter(seq__gt=before).values_list("event", flat=True))
    assert told <= {"stay.began", "door.visited", "door.refused"}  # that somebody looked, and nothing of what is said


@pytest.mark.parametrize("reads", Reads)
def test_what_was_begun_is_left(family: Family, reads: Reads) -> None:
    begin(family, "noor", reads=reads.value)
    pact = typing(family, "noor").pact
    assert send(family, "noor", "leave", pact=pact).status_code == 302
    assert family.browser("noor").get(family.url("agreements:ready", pact=pact)).status_code == 404
    assert family.log(Event.AGREEMENT_LEFT) == 1


def test_before_it_stands_there_it_says_that_there_is_no_button_without_a_number(family: Family) -> None:
    begin(family, "noor")
    row = typing(family, "noor")
    for value, warned in ((Value(choice="call"), True), (Value(choice="call", number="0470 00 00 12"), False)):
        making.keep(family.door("noor", Section.AGREEMENTS), row, {Key(Code.LOW): value}, {})
        assert ("Er staat geen nummer bij" in read(family, "noor", "ready", pact=row.pact)) is warned
    assert "Koos je trainer Karim" in read(family, "noor", "ready", pact=row.pact)
