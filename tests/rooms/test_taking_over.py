"""Noor is eighteen and takes over what stands here about her, or not yet; Lotte may write down what she said (C54)."""

from datetime import timedelta

import pytest
from django.http import HttpResponse

from bench.measured.statements import noted
from kring.access.acts import answering, owning
from kring.access.acts.answering import Answering
from kring.access.acts.owning import Saying
from kring.access.models import Say, Word
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Dossier, TakenOver
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.law.meaning import Expressed, Meaning
from kring.law.taking_over import Said
from kring.portals.answers import number
from kring.rights.acts import wishes
from tests.answered import said as answered
from tests.family import Family
from tests.rooms.test_of_age import is_of_age
from tests.rooms.test_statements import AT_MOST

OTHERS = ["ann", "tarik", "wilma", "karim", "rita", "bram", "hilde", "mo", "saar", "an", "nadia", "sem"]


def take(family: Family, who: str = "noor", said: str = "yes", **more: str) -> HttpResponse:
    """Say it on the page itself; a worker adds how and when."""
    sent = {"said": said, "once": family.once(), **more}
    if who != "noor":
        sent = {"expressed": "said", "on": clock.today().isoformat(), **sent}
    return family.browser(who).post(family.url("portals:yours"), sent)


def page(family: Family, who: str = "noor") -> str:
    return family.page("portals:yours", seen_by=who)


def lets_know(family: Family, who: str, word: str = "yes") -> Say:
    """A worker writes down that Noor lets Karim know about school."""
    where = family.url("portals:question", member=family.member("karim"), topic=number(Topic.SCHOOL))
    sent = {"word": word, "until": "stop", "once": family.once()} | ({} if who == "noor" else {"said": "said"})
    assert family.browser(who).post(where, sent).status_code == 302
    return Say.objects.filter(towards=family.member("karim")).latest("said_at")


def knows(family: Family) -> bool:
    return Topic.SCHOOL in family.door("karim", Section.SAID).answers.yes_topics


def test_noor_takes_it_over_in_one_tap(family: Family) -> None:
    is_of_age(family)
    assert "Neem je dit over?" in page(family)
    assert take(family).status_code == 302
    assert "Dit is van jou" in page(family)
    assert "Je nam het over op" in page(family)
    assert family.log(Event.RECORD_TAKEN_OVER) == 1
    row = TakenOver.objects.get(dossier=family.noor.dossier)
    assert (row.said, row.expressed, row.said_on) == ("yes", "itself", clock.today())
    assert row.recorded_by_id == family.person("noor")


def test_not_yet_is_an_answer_and_changes_nothing(family: Family) -> None:
    is_of_age(family, days=3)
    assert take(family, said="not_yet").status_code == 302
    assert "zei je: nog niet" in page(family)
    assert lets_know(family, "lotte").waits is False
    assert take(family).status_code == 302
    assert "Dit is van jou" in page(family)
    assert take(family, said="not_yet").status_code == 302  # and back again: nobody asks why
    assert "Neem je dit over?" in page(family)
    assert family.log(Event.RECORD_TAKEN_OVER) == 3


def test_nothing_is_taken_over_by_a_birthday(family: Family) -> None:
    is_of_age(family, days=300)
    assert not TakenOver.objects.exists()
    assert "zei hier nog niets over" in page(family, "lotte")


@pytest.mark.parametrize("days", [-1, -200])
def test_before_that_day_no_page_speaks_to_her_of_it(family: Family, days: int) -> None:
    is_of_age(family, days=days)
    assert family.browser("noor").get(family.url("portals:yours")).status_code == 404
    assert take(family).status_code == 404
    assert "Wat is van mij?" not in family.page("portals:child", seen_by="noor")
    assert "wordt 18 op" in page(family, "lotte")
    assert take(family, "lotte").status_code == 404
    assert not TakenOver.objects.exists()


def test_on_the_day_itself_it_stands_among_her_pages_and_nothing_is_sent(family: Family) -> None:
    is_of_age(family)
    assert "Wat is van mij?" in family.page("portals:child", seen_by="noor")
    assert family.log(Event.MESSAGE_SENT) == 0


def test_of_who_has_no_birthday_here_it_is_asked_of_lotte(family: Family) -> None:
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on="")
    assert "De verjaardag is nog niet opgeschreven." in page(family, "lotte")
    assert family.browser("noor").get(family.url("portals:yours")).status_code == 404


def test_lotte_writes_down_what_noor_said_with_how_and_when(family: Family) -> None:
    is_of_age(family, days=9)
    yesterday = clock.today() - timedelta(days=1)
    assert take(family, "lotte", on=yesterday.isoformat(), expressed="pointed").status_code == 302
    row = TakenOver.objects.get(dossier=family.noor.dossier)
    assert (row.expressed, row.said_on, row.recorded_by_id) == ("pointed", yesterday, family.person("lotte"))
    assert "Je begeleider schreef het op." in page(family)
    assert "Een begeleider schreef het op." in page(family, "lotte")


@pytest.mark.parametrize(("days", "why"), [(1, "Die dag moet nog komen."), (-30, "Op die dag was het nog niet zover.")])
def test_a_day_that_cannot_be_is_said_and_nothing_is_lost(family: Family, days: int, why: str) -> None:
    is_of_age(family, days=9)
    wrong = (clock.today() + timedelta(days=days)).isoformat()
    shown = take(family, "lotte", on=wrong, expressed="written").content.decode()
    assert why in shown
    assert wrong in shown
    assert not TakenOver.objects.exists()


def test_lotte_writes_nothing_over_what_noor_took_herself(family: Family) -> None:
    is_of_age(family)
    take(family)
    assert "Schrijf het op" not in page(family, "lotte")
    assert take(family, "lotte", said="not_yet").status_code == 404
    assert "Dit is van jou" in page(family)


@pytest.mark.parametrize("who", OTHERS)
def test_to_others_there_is_nothing_here(family: Family, who: str) -> None:
    is_of_age(family)
    assert family.browser(who).get(family.url("portals:yours")).status_code == 404
    assert take(family, who).status_code == 404
    if who in {"ann", "wilma"}:
        door = family.door(who, Section.SAID)
        with pytest.raises(NotAllowedError):
            owning.say(door, Saying(said=Said.YES, on=clock.today()), once=uuid7())
    assert not TakenOver.objects.exists()


def test_then_a_yes_that_lotte_writes_down_waits_for_noor(family: Family) -> None:
    is_of_age(family)
    take(family)
    say = lets_know(family, "lotte")
    assert say.waits
    assert not knows(family)
    confirm, about = family.url("portals:confirm_answer", say=say.pk), {"member": family.member("karim")}
    assert "zegt hier zelf ja op" in family.page("portals:about", seen_by="lotte", **about)
    assert family.browser("lotte").post(confirm, {"once": family.once()}).status_code == 404
    assert not knows(family)
    assert "Ja, dit mag" in family.page("portals:about", seen_by="noor", **about)
    assert family.browser("noor").post(confirm, {"once": family.once()}).status_code == 302
    assert knows(family)


def test_a_no_and_a_stop_that_lotte_writes_down_hold_at_once(family: Family) -> None:
    is_of_age(family)
    lets_know(family, "noor")
    take(family)
    assert knows(family)
    assert not lets_know(family, "lotte", "no").waits
    assert not knows(family)


def test_her_own_yes_begins_at_once(family: Family) -> None:
    is_of_age(family)
    take(family)
    assert not lets_know(family, "noor").waits
    assert knows(family)


def test_who_only_said_it_to_lotte_can_still_say_yes_to_her(family: Family) -> None:
    """Who has no way in of its own would else have nobody to open anything."""
    is_of_age(family)
    take(family, "lotte")
    said = Answering(towards=family.member("karim"), word=Word.YES, topic=Topic.SCHOOL, expressed="said")
    assert not answering.answer(family.door("lotte", Section.ANSWERS), said, once=uuid7()).waits
    assert knows(family)


def test_after_lotte_wrote_it_down_noor_can_still_say_it_herself(family: Family) -> None:
    is_of_age(family)
    take(family, "lotte")
    assert "Wil je het ook zelf zeggen?" in page(family)
    assert take(family).status_code == 302
    assert "Je nam het over op" in page(family)
    assert lets_know(family, "lotte").waits


def test_the_page_tells_who_reads_what_with_a_way_to_each(family: Family) -> None:
    lets_know(family, "noor")
    is_of_age(family)
    seen = page(family)
    assert f'href="{family.url("portals:about", member=family.member("karim"))}"' in seen
    assert "Mag weten:" in seen
    for name in ("Wilma", "Karim", "Rita", "Lotte"):
        assert name in seen
    assert "Dirk" not in seen  # he cannot come in, so he reads nothing


def test_how_long_the_house_keeps_the_file_is_told_with_its_day(family: Family) -> None:
    eighteenth = is_of_age(family)
    assert f"{eighteenth.year + 17}" in page(family)
    assert "tot je 35 wordt" in page(family)


def test_what_she_takes_along_holds_nothing_of_a_third_person(family: Family) -> None:
    """R15: the record without the data of others; what she said herself goes along, whomever it is about."""
    is_of_age(family)
    where = f"{family.url('journal:print')}?own"
    assert where in page(family)
    mine = family.browser("noor").get(where).content.decode()
    for hers in (
        "Op school gaat het beter.",
        "Ik wil niet meer elke zondag naar papa.",
        "We bekeken samen twee scholen.",
    ):
        assert hers in mine
    for of_another in (
        "Mama werkt sinds deze maand in de avond.",
        "Juf Els",
        "geld voor de schoolreis",
        "Besproken met",
    ):
        assert of_another not in mine
    assert "Mama werkt sinds deze maand in de avond." in family.page("journal:print", seen_by="noor")


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_the_page_asks_little(family: Family, who: str) -> None:
    """The children of the baseline are minors: here it is counted of who is of age."""
    lets_know(family, "noor")
    is_of_age(family)
    take(family)
    browser, where = family.browser(who), family.url("portals:yours")
    browser.get(where)
    with noted() as sent:
        browser.get(where)
    assert len([one for one in sent if one.counts]) <= AT_MOST


def test_who_stays_is_whom_she_chose_and_who_said_yes(family: Family) -> None:
    """Karim has a way in and was chosen; that he said yes nobody wrote down.  Rita has one, and was never chosen."""
    is_of_age(family)
    assert "Je mag nog altijd iemand naast je kiezen." in page(family)
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("noor", Section.RIGHTS), family.member("wilma"), said, act=uuid7())
    assert "Wie naast je staat, blijft" not in page(family)
    answered(family, "wilma", Meaning.JIM)
    assert "Wie naast je staat, blijft: Wilma. Zolang" in page(family)
    noor = family.door("noor", Section.RIGHTS)
    wishes.withdraw(noor, family.member("wilma"), Meaning.JIM, act=uuid7(), on=clock.today())
    assert "Wie naast je staat, blijft" not in page(family)
