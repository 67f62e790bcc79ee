"""A page for the court after the help, and from 18 on: who reads it, who ended it, who is still asked (R29, R15)."""

from datetime import date
from html import unescape

import pytest

from kring.access.models import Giver, Item, Say
from kring.access.writing import ITSELF
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.law.access import Section
from tests.family import Family
from tests.rooms.test_going import close, is_closed, reopen
from tests.rooms.test_her_yes_to_a_page import hers, pages, post
from tests.rooms.test_parents_yes import ask_ann, nadia_reads, notes_of, said_by, tap
from tests.rooms.test_transfers import made, make

MINE = "Een blad over Noor voor Nadia"


def basic_data(family: Family) -> None:
    """A page that rests on nobody's yes (art. 75/1 DIJH)."""
    make(family, basis="basic_data", written_request="yes", words="", child_consents="", sure="on")


def nadia_reads_basic_data(family: Family) -> bool:
    return "Wie: Noor" in family.page("rights:transfers", seen_by="nadia")


def is_told(family: Family) -> bool:
    """Whether any page of Noor still leads to somebody of a service."""
    here = Item.objects.filter(dossier=family.noor.dossier, section=Section.TRANSFERS.value)
    return here.exclude(told_to=None).exists()


def is_eighteen(family: Family) -> None:
    today = clock.today()
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on=date(today.year - 18, today.month, 1))


def mine(family: Family, who: str = "ann") -> str:
    return unescape(family.page("portals:mine", seen_by=who))


# -- the help ends ---


def test_after_the_help_nobody_of_the_court_reads_it_and_it_does_not_open_again(family: Family) -> None:
    make(family, sure="on")
    basic_data(family)
    assert nadia_reads(family)
    assert nadia_reads_basic_data(family)
    close(family)
    assert is_closed(family)
    for told in (pages(family, "noor"), pages(family, "lotte")):
        assert told.count("Sinds dan leest Nadia dit blad niet.") == 2, "also of the one that rested on no yes"
        assert "De hulp stopte op" in told
        for untrue in ("nam je ja terug", "nam zijn ja terug", "nam het ja terug", "zei nee"):
            assert untrue not in told
    assert "Jij zei ja op" in pages(family, "noor")
    for _ in range(2):  # closed, and opened again
        assert not nadia_reads(family)
        assert not nadia_reads_basic_data(family)
        assert not is_told(family)
        assert "De hulp stopte" not in pages(family, "nadia")
        reopen(family)
    assert not is_closed(family)
    assert "Ann zei ja. Dat stopte samen met de hulp" in pages(family, "lotte")
    assert "De hulp stopte op" in mine(family)
    assert "Stop dit" not in mine(family)
    assert post(family, "portals:confirm_answer", "noor") == 404, "then another page is written"
    make(family, sure="on")
    assert nadia_reads(family)
    assert "Stop dit" in pages(family, "noor")


def test_what_still_waited_when_the_help_ended_opens_by_no_tap_afterwards(family: Family) -> None:
    make(family, child_consents=ITSELF, parent_0=ITSELF, sure="on")
    close(family)
    reopen(family)
    assert post(family, "portals:confirm_answer", "noor") == 404
    assert tap(family, "portals:mine_yes", "ann", "ann") == 404
    assert not nadia_reads(family)
    assert "De hulp stopte op" in pages(family, "noor")
    assert "Ann had nog niets gezegd toen de hulp stopte" in pages(family, "lotte")


@pytest.mark.parametrize(
    ("taps", "waits", "told", "untold"),
    [
        ("noor", False, "Jij nam je ja terug op", "Een ouder"),
        ("noor", True, "Jij zei nee op", "nam je ja terug"),
        ("ann", False, "Een ouder nam zijn ja terug.", "Jij nam"),
        ("ann", True, "Een ouder zei nee.", "nam zijn ja terug"),
    ],
)
def test_it_says_who_ended_it_and_whether_that_was_a_yes(
    family: Family, taps: str, waits: bool, told: str, untold: str
) -> None:
    """Also once the help has ended after it."""
    first = {("noor", True): {"child_consents": ITSELF}, ("ann", True): {"parent_0": ITSELF}}
    make(family, sure="on", **first.get((taps, waits), {}))
    if taps == "noor":
        assert post(family, "portals:stop_answer", "noor") == 302
    else:
        assert tap(family, "portals:take_back", "ann", "ann") == 302
    assert not is_told(family)
    for _ in range(2):
        there = pages(family, "noor")
        assert told in there
        assert untold not in there
        assert "De hulp stopte" not in there
        close(family)


def test_who_said_no_reads_that_on_the_own_page_and_not_what_another_said(family: Family) -> None:
    make(family, parent_0=ITSELF, sure="on")
    assert tap(family, "portals:take_back", "ann", "ann") == 302
    assert "Jij zei nee op" in mine(family)
    assert "Jij zei ja. Of het blad gelezen wordt" in mine(family, "tarik")


def test_who_was_still_to_say_yes_is_asked_no_more_once_another_said_no(family: Family) -> None:
    """It reads not who said no, nor that anybody did; no button is left that would do nothing."""
    make(family, parent_0=ITSELF, parent_1=ITSELF, sure="on")
    yes = [family.url("portals:mine_yes", say=said_by(family, who).pk) for who in ("ann", "tarik")]
    assert yes[1] in mine(family, "tarik")
    assert tap(family, "portals:take_back", "ann", "ann") == 302
    there = mine(family, "tarik")
    assert "Dit blad wordt niet meer gevraagd. Jij moet hier niets meer voor doen." in there
    assert [one in there for one in yes] == [False, False]
    assert family.url("portals:take_back", say=said_by(family, "tarik").pk) not in there
    assert [one in there for one in ("Ann", "zei nee")] == [False, False]
    assert tap(family, "portals:mine_yes", "tarik", "tarik") == 404
    hers = pages(family, "lotte")
    assert "Tarik zei nog niets. Dat hoeft niet meer." in unescape(hers)
    assert family.url("portals:parents_stop", say=said_by(family, "tarik").pk) not in hers


# -- from 18 on ---


def test_from_eighteen_on_no_parent_stops_it_nor_reads_of_it(family: Family) -> None:
    make(family, sure="on")
    assert MINE in mine(family)
    is_eighteen(family)
    assert nadia_reads(family)
    assert MINE not in mine(family)
    for page, by in (("take_back", "ann"), ("mine_yes", "ann"), ("parents_stop", "lotte")):
        assert tap(family, f"portals:{page}", by, "ann") == 404
    assert "zegt nu nee</a>" not in "".join(pages(family, "lotte").split("Ann zei ja")[1:])
    assert nadia_reads(family)
    assert post(family, "portals:stop_answer", "noor") == 302, "hers to stop"
    assert not nadia_reads(family)


@pytest.mark.parametrize("child", [ITSELF, "said"])
def test_what_waited_for_a_parent_waits_for_noor_alone_and_opens_by_no_birthday(family: Family, child: str) -> None:
    make(family, child_consents=child, parent_0=ITSELF, parent_1=ITSELF, sure="on")
    assert hers(family).waits is (child == ITSELF)
    is_eighteen(family)
    assert not nadia_reads(family), "by a birthday nothing opens"
    there = pages(family, "noor")
    assert "Eerst zegt elke ouder ja" not in there
    assert "Mag Nadia dit lezen?" in there
    assert ("Nu ben je 18: jij beslist alleen" in there) is (child != ITSELF)
    assert "Ann tikt nog zelf ja" not in pages(family, "lotte")
    assert MINE not in mine(family)
    assert tap(family, "portals:mine_yes", "ann", "ann") == 404
    for strange in ("lotte", "ann", "tarik"):
        assert post(family, "portals:confirm_answer", strange) == 404
    assert post(family, "portals:confirm_answer", "noor") == 302
    assert nadia_reads(family)
    assert post(family, "portals:confirm_answer", "noor") == 404


def test_what_a_parent_stopped_before_stays_stopped(family: Family) -> None:
    make(family, sure="on")
    assert tap(family, "portals:take_back", "ann", "ann") == 302
    is_eighteen(family)
    assert post(family, "portals:confirm_answer", "noor") == 404
    assert not nadia_reads(family)


def test_of_who_is_eighteen_the_form_asks_no_parent(family: Family) -> None:
    asks = ("Zei Ann ja?", "parents_consent")
    before = family.page("rights:transfer", seen_by="lotte")
    is_eighteen(family)
    after = family.page("rights:transfer", seen_by="lotte")
    for one in asks:
        assert one in before
        assert one not in after
    assert "Neemt Noor de ja terug" in unescape(make(family).content.decode())
    make(family, sure="on")
    assert made(family) == 1
    assert nadia_reads(family)
    assert not Say.objects.filter(giver=Giver.PARENT).exists()


def test_a_text_about_ann_herself_stays_hers_to_decide(family: Family) -> None:
    """What is about a parent is no say over the child (R7)."""
    row = ask_ann(family)
    is_eighteen(family)
    assert tap(family, "portals:mine_yes", "ann", "ann") == 302
    assert said_by(family, "ann").waits is False
    assert row.pk in notes_of(family, "wilma")
