"""R29 and R7: Noor's yes to a page for the court is hers: dated, who wrote it and how, two taps to take it back."""

from html import unescape

import pytest

from kring.access.models import Say
from kring.access.writing import ITSELF
from kring.audit.events import Event
from kring.kit import clock
from tests.family import Family
from tests.rooms.test_in_her_name import IN_HER_NAME
from tests.rooms.test_parents_yes import nadia_reads, tap
from tests.rooms.test_transfers import WORDS, made, make


def hers(family: Family) -> Say:
    return Say.objects.get(giver="child", made_for=family.person("nadia"))


def post(family: Family, page: str, by: str) -> int:
    where = family.url(page, say=hers(family).pk)
    return int(family.browser(by).post(where, {"once": family.once()}).status_code)


def pages(family: Family, who: str) -> str:
    return unescape(family.page("rights:transfers", seen_by=who))


@pytest.mark.parametrize(("how", "words"), [("said", "gezegd"), ("pointed", "aangewezen op een prent")])
def test_her_yes_stands_there_with_its_day_who_wrote_it_and_how(family: Family, how: str, words: str) -> None:
    make(family, child_consents=how, sure="on")
    said = hers(family)
    assert (said.expressed, said.from_on) == (how, clock.today())
    assert (said.given_by_id, said.recorded_by_id) == (family.person("noor"), family.person("lotte"))
    there = pages(family, "noor")
    assert "Jij zei ja op" in there
    assert "Lotte schreef dit op, op" in there
    assert f"Hoe: {words}." in there
    assert IN_HER_NAME in family.page("portals:child", seen_by="noor")
    assert "zei ja op" not in pages(family, "nadia")


@pytest.mark.parametrize("page", ["portals:known", "portals:stop"])
def test_from_where_she_says_who_may_know_what_she_stops_it_in_two_taps(family: Family, page: str) -> None:
    make(family, sure="on")
    assert nadia_reads(family)
    assert f'href="{family.url("rights:transfers")}"' in family.page(page, seen_by="noor")
    stop = family.url("portals:stop_answer", say=hers(family).pk)
    assert f'href="{stop}"' in pages(family, "noor")
    assert family.browser("noor").get(stop).status_code == 200
    assert post(family, "portals:stop_answer", "noor") == 302
    assert not nadia_reads(family)
    assert "Jij nam je ja terug op" in pages(family, "noor")
    assert family.log(Event.ANSWER_WITHDRAWN) == 1
    assert post(family, "portals:stop_answer", "noor") == 302, "and she reads that it was stopped already"
    assert family.log(Event.ANSWER_WITHDRAWN) == 1, "once is enough"


def test_from_who_may_know_what_the_first_tap_is_the_stop_itself_and_the_second_her_yes_to_it(family: Family) -> None:
    def is_there(who: str) -> bool:
        return f'href="{stop}"' in family.page("portals:known", seen_by=who)

    make(family, child_consents=ITSELF, sure="on")
    stop = family.url("portals:stop_answer", say=hers(family).pk)
    assert not is_there("noor"), "a yes that waits opens nothing"
    assert post(family, "portals:confirm_answer", "noor") == 302
    assert is_there("noor")
    assert not is_there("lotte")
    sent = family.browser("noor").post(stop, {"once": family.once()})
    assert sent["Location"] == family.url("portals:known")
    assert not is_there("noor")
    assert not nadia_reads(family)


def test_lotte_writes_down_that_noor_takes_it_back_and_nobody_else_does(family: Family) -> None:
    make(family, sure="on")
    for strange in ("ann", "tarik", "nadia", "karim", "bram", "an"):
        assert post(family, "portals:stop_answer", strange) == 404
    assert nadia_reads(family)
    assert post(family, "portals:stop_answer", "lotte") == 302
    assert not nadia_reads(family)


def test_she_taps_it_herself_and_only_then_nadia_reads_it(family: Family) -> None:
    make(family, child_consents=ITSELF, sure="on")
    assert made(family) == 1
    assert not nadia_reads(family)
    assert "Noor tikt nog zelf ja" in pages(family, "lotte")
    assert post(family, "portals:confirm_answer", "ann") == 404
    assert post(family, "portals:confirm_answer", "lotte") == 404, "nobody taps it for her"
    assert not nadia_reads(family)
    assert post(family, "portals:confirm_answer", "noor") == 302
    assert nadia_reads(family)


def test_a_parent_who_taps_does_not_open_what_waits_for_her(family: Family) -> None:
    make(family, child_consents=ITSELF, parent_0=ITSELF, sure="on")
    assert tap(family, "portals:mine_yes", "ann", "ann") == 302
    assert not nadia_reads(family)
    assert post(family, "portals:stop_answer", "noor") == 302
    assert not nadia_reads(family)


def test_a_parent_never_reads_that_nadia_may_read_it_when_she_may_not(family: Family) -> None:
    make(family, sure="on")
    assert "Nadia mag dit lezen." in unescape(family.page("portals:mine", seen_by="ann"))
    post(family, "portals:stop_answer", "noor")
    mine = unescape(family.page("portals:mine", seen_by="ann"))
    assert "Nadia mag dit lezen." not in mine
    assert "Nadia leest dit nu niet." in mine
    assert WORDS not in mine
    assert "Noor nam" not in mine
