"""After the help Noor still reads who saw what, and with whom she may have no contact (R7, R28)."""

from datetime import timedelta
from html import unescape

import pytest

from kring.access.acts import answering
from kring.access.models import Restriction, Seen, Word
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from tests.family import Family
from tests.rooms.pointing import surely
from tests.rooms.small import where as of_sem
from tests.rooms.test_going import close
from tests.rooms.test_over import jim
from tests.rooms.test_picture_code import choose, register, tap
from tests.rooms.test_transfers import make


def known(family: Family) -> str:
    return unescape(family.page("portals:known", seen_by="noor"))


def of_wilma(family: Family) -> str:
    return unescape(family.page("portals:about", seen_by="noor", member=family.member("wilma")))


def shared_and_read(family: Family) -> None:
    """Noor lets Wilma see her circle, and Wilma looked."""
    jim(family)
    said = answering.Answering(towards=family.member("wilma"), word=Word.YES, topic=Topic.CIRCLE)
    answering.answer(family.door("noor", Section.ANSWERS), said, once=uuid7())
    assert family.browser("wilma").get(family.url("circle:list")).status_code == 200


def restricts(family: Family) -> None:
    made = {"recorded_by_id": family.person("lotte"), "recorded_at": clock.now(), "from_on": clock.today()}
    Restriction.objects.create(dossier_id=family.noor.dossier, member_id=family.member("wilma"), **made)


def test_noor_still_reads_what_wilma_saw(family: Family) -> None:
    shared_and_read(family)
    before = of_wilma(family)
    assert "Wat zag Wilma al?" in before
    assert "mijn kring" in before.lower()
    close(family)
    assert family.url("portals:known") in family.page("portals:child", seen_by="noor")
    assert family.url("portals:about", member=family.member("wilma")) in known(family)
    after = of_wilma(family)
    assert "<time" in after
    assert "blijft geweten" in after
    for asks in ("Mag Wilma iets weten over", "<form method", "Kijk wat Wilma ziet"):
        assert asks not in after.split("<main")[1].split("</main")[0]


def test_noor_still_reads_who_may_have_no_contact(family: Family) -> None:
    jim(family)
    close(family)
    words, neutral = (
        "Er is beslist dat Wilma nu geen contact mag hebben.",
        "Dit kan nu niet. Vraag het aan iemand die je vertrouwt.",
    )
    assert words not in known(family)
    restricts(family)
    for page in (known, of_wilma):
        assert (words in page(family), neutral in page(family)) == (False, True), "nobody told her yet (R15)"
    Restriction.objects.update(told_on=clock.today(), told_by="Lotte")
    for page in (known, of_wilma):
        assert (words in page(family), neutral in page(family)) == (True, False)
    assert family.browser("noor").get(family.url("portals:along", other=family.person("wilma"))).status_code == 404


@pytest.mark.parametrize("who", ["lotte", "wilma", "ann", "bram", "hilde"])
def test_nobody_else_reads_that_after_the_help(family: Family, who: str) -> None:
    jim(family)
    close(family)
    for where in (family.url("portals:known"), family.url("portals:about", member=family.member("wilma"))):
        assert family.browser("noor").get(where).status_code == 200
        assert family.browser(who).get(where).status_code == 404


def test_sem_finds_it_too(family: Family) -> None:
    Dossier.objects.filter(pk=family.sem.dossier).update(closed_on=clock.today())
    where = family.url("portals:known", child="sem")
    assert where in family.page("portals:child", seen_by="sem", child="sem")
    assert "Wie zag wat van mij?" in family.page("portals:known", seen_by="sem", child="sem")


SHEET = "Wie las een blad over jou?"


def nadia_reads_her_sheet(family: Family) -> None:
    """Lotte makes a page for Nadia, with a yes of everybody, and Nadia opens it, twice in an hour."""
    make(family, sure="on")
    for _ in range(2):
        assert family.browser("nadia").get(family.url("rights:transfers")).status_code == 200


def test_noor_reads_that_nadia_read_a_sheet_during_the_help_and_after_it(family: Family) -> None:
    make(family, sure="on")
    assert SHEET not in known(family), "made, and nobody read it yet"
    nadia_reads_her_sheet(family)
    for _ in range(2):
        there = known(family).split(SHEET)[1]
        assert there.split("</ul>")[0].count("Nadia") == 1
        assert "<time" in there
        assert family.url("rights:transfers") in there
        close(family)
    assert "Nadia" in family.page("rights:transfers", seen_by="noor"), "that way leads somewhere"


def test_noor_reads_when_nadia_read_it_first_too(family: Family) -> None:
    nadia_reads_her_sheet(family)
    assert "voor het eerst op" not in known(family), "once is first and last"
    Seen.objects.filter(person=family.person("nadia")).update(at=clock.now() - timedelta(days=8))
    assert family.browser("nadia").get(family.url("rights:transfers")).status_code == 200
    there = known(family).split(SHEET)[1].split("</ul>")[0]
    assert "voor het eerst op" in there
    assert there.count("<time") == 2


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_who_made_the_sheet_or_whom_it_is_about_is_not_in_that_list(family: Family, who: str) -> None:
    make(family, sure="on")
    assert family.browser(who).get(family.url("rights:transfers")).status_code == 200
    assert SHEET not in known(family)


def test_lotte_reads_nothing_of_who_read_it(family: Family) -> None:
    nadia_reads_her_sheet(family)
    assert SHEET in known(family)
    assert SHEET not in family.page("portals:known", seen_by="lotte")


def test_sem_finds_who_saw_what_in_pictures(family: Family) -> None:
    surely(family, "ann", "sem_mama")
    browser = register(family, "lotte")
    choose(family)
    tap(browser)
    Dossier.objects.filter(pk=family.sem.dossier).update(closed_on=clock.today())
    there = browser.get(of_sem(family, "portals:known")).content.decode()
    assert "big-choices" in there
    mother = of_sem(family, "portals:about", member=family.member("sem_mama"))
    assert mother in there
    assert "#mother" in there
    assert "Lees voor" in there
    one = browser.get(mother).content.decode()
    assert "figure portrait" in one
    assert "Nog niets." in one
    assert "<form" not in one.split("<main")[1].split("</main")[0]
