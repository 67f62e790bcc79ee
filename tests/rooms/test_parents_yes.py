"""R29: of a page for the court each parent says yes apart, with a day, and can take it back: then it is shut."""

import re
from html import unescape

import pytest

from kring.access.models import Item, Say
from kring.access.writing import ITSELF
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.journal.models import Passage
from kring.kit import clock
from kring.law.access import Section
from kring.people.models import Person
from tests.family import Family
from tests.rooms.test_telling import about_mama, notes_of
from tests.rooms.test_transfers import WORDS, made, make


def nadia_reads(family: Family) -> bool:
    return WORDS in family.page("rights:transfers", seen_by="nadia")


def said_by(family: Family, who: str) -> Say:
    return Say.objects.get(giver="parent", given_by=family.person(who))


def tap(family: Family, page: str, by: str, of: str) -> int:
    where = family.url(page, say=said_by(family, of).pk)
    return int(family.browser(by).post(where, {"once": family.once()}).status_code)


def test_each_parent_stands_there_with_its_own_day_and_how_it_said_so(family: Family) -> None:
    make(family, parent_1="written", sure="on")
    for who, how in (("ann", "said"), ("tarik", "written")):
        said = said_by(family, who)
        assert (said.expressed, said.from_on, said.recorded_by_id) == (how, clock.today(), family.person("lotte"))
    page = unescape(family.page("rights:transfers", seen_by="lotte"))
    assert "Ann zei ja, genoteerd op" in page
    assert "Tarik schreef ja, genoteerd op" in page
    for reader in ("noor", "nadia"):
        there = unescape(family.page("rights:transfers", seen_by=reader))
        assert "Ann" not in there, "what one parent said is told to who works with the child"
        assert "Tarik" not in there


def test_one_parent_that_was_not_asked_or_said_no_stops_it(family: Family) -> None:
    for answer in ("", "no"):
        assert make(family, parent_1=answer, sure="on").status_code == 200
    assert made(family) == 0


@pytest.mark.parametrize("by", ["ann", "lotte"])
def test_a_parent_takes_it_back_or_lotte_writes_that_down_and_nadia_reads_it_no_more(family: Family, by: str) -> None:
    make(family, sure="on")
    assert nadia_reads(family)
    page = "portals:take_back" if by == "ann" else "portals:parents_stop"
    stop = family.url(page, say=said_by(family, "ann").pk)
    assert stop in family.page("portals:mine" if by == "ann" else "rights:transfers", seen_by=by)
    assert family.browser(by).get(stop).status_code == 200
    assert tap(family, page, by, "ann") == 302
    assert not nadia_reads(family)
    assert said_by(family, "tarik").withdrawn_at is None, "the other parent's stands"
    assert family.log(Event.ANSWER_WITHDRAWN) == 1
    told = unescape(family.page("rights:transfers", seen_by="noor"))
    assert "Een ouder nam zijn ja terug. Nadia leest dit blad niet meer." in told
    assert "Ann" not in told
    assert tap(family, page, by, "ann") == (302 if by == "ann" else 404), "she reads that it was stopped already"
    assert family.log(Event.ANSWER_WITHDRAWN) == 1, "once is enough"


def test_a_parent_taps_its_own_yes_and_only_then_nadia_reads_it(family: Family) -> None:
    make(family, parent_0=ITSELF, parent_1=ITSELF, sure="on")
    assert not nadia_reads(family)
    assert "Nadia leest dit nog niet." in unescape(family.page("rights:transfers", seen_by="noor"))
    assert tap(family, "portals:mine_yes", "tarik", "ann") == 404, "not for the other"
    assert tap(family, "portals:mine_yes", "lotte", "ann") == 404
    assert tap(family, "portals:mine_yes", "ann", "ann") == 302
    assert not nadia_reads(family), "Tarik did not yet"
    assert tap(family, "portals:mine_yes", "tarik", "tarik") == 302
    assert nadia_reads(family)
    assert said_by(family, "ann").recorded_by_id == family.person("ann")
    assert "Je tikte zelf ja op" in unescape(family.page("portals:mine", seen_by="ann"))


def test_a_parent_that_says_no_where_another_still_waits_keeps_it_shut(family: Family) -> None:
    make(family, parent_0=ITSELF, parent_1=ITSELF, sure="on")
    assert tap(family, "portals:take_back", "ann", "ann") == 302
    assert tap(family, "portals:mine_yes", "tarik", "tarik") == 404
    assert not nadia_reads(family)


def test_what_a_parent_finds_of_it_is_never_the_words(family: Family) -> None:
    make(family, sure="on")
    page = unescape(family.page("portals:mine", seen_by="ann"))
    assert "Een blad over Noor voor Nadia, van de rechtbank" in page
    assert WORDS not in page
    for strange in ("tarik", "wilma", "noor", "nadia", "bram"):
        assert tap(family, "portals:take_back", strange, "ann") == 404
        assert tap(family, "portals:parents_stop", strange, "ann") == 404
    assert nadia_reads(family)


def test_a_parent_without_authority_is_not_asked(family: Family) -> None:
    tarik = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("tarik"))
    tarik.update(authority="none")
    assert make(family, parent_1="", sure="on").status_code == 302
    assert not Say.objects.filter(given_by=family.person("tarik"), giver="parent").exists()


def test_on_a_written_request_no_parent_is_noted(family: Family) -> None:
    make(family, basis="basic_data", written_request="yes", words="", sure="on")
    assert "Welke hulp" in family.page("rights:transfers", seen_by="nadia")
    assert not Say.objects.filter(giver="parent").exists()
    assert Item.objects.get(section=Section.TRANSFERS.value, dossier=family.noor.dossier).told_to_id == family.person(
        "nadia"
    )


# -- a text about a parent, to somebody of the network (R7) -----------------------------------------------------------


def ask_ann(family: Family) -> Passage:
    """Lotte asked Ann whether Wilma may read what she wrote about her; Ann is to tap that herself."""
    row = about_mama(family)
    sent = {"towards": str(family.member("wilma")), "said": ITSELF, "asked_safely": "on", "once": family.once()}
    assert family.browser("lotte").post(family.url("portals:parents_yes", item=row.pk), sent).status_code == 302
    return row


def test_ann_taps_her_own_yes_about_herself(family: Family) -> None:
    row = ask_ann(family)
    assert row.pk not in notes_of(family, "wilma")
    assert "Ann tikt nog zelf ja" in unescape(family.page("portals:thing", seen_by="lotte", item=row.pk))
    page = unescape(family.page("portals:mine", seen_by="ann"))
    assert row.words in page
    assert "dit lezen?" in page
    assert tap(family, "portals:mine_yes", "tarik", "ann") == 404
    assert tap(family, "portals:mine_yes", "ann", "ann") == 302
    assert row.pk in notes_of(family, "wilma")


def test_lotte_writes_down_that_ann_takes_it_back(family: Family) -> None:
    row = ask_ann(family)
    tap(family, "portals:mine_yes", "ann", "ann")
    stop = family.url("portals:parents_stop", say=said_by(family, "ann").pk)
    assert stop in family.page("portals:thing", seen_by="lotte", item=row.pk)
    for other in ("noor", "bram", "wilma", "tarik"):
        assert family.browser(other).post(stop, {"once": family.once()}).status_code == 404
    assert family.browser("lotte").post(stop, {"once": family.once()}).status_code == 302
    assert row.pk not in notes_of(family, "wilma")


def test_two_parents_of_one_name_are_told_apart_where_their_yes_stands_and_is_taken_back(family: Family) -> None:
    Person.objects.filter(pk=family.person("tarik")).update(call_name="Ann")
    make(family, parent_1="written", sure="on")
    page = unescape(family.page("rights:transfers", seen_by="lotte"))
    lines = [one for one in re.findall(r"<li>(.*?)</li>", page, re.DOTALL) if "genoteerd op" in one]
    sides = ["De kant van mama", "De kant van papa"]
    assert [[one.count(f"Ann (ouder, {side})") for side in sides] for one in lines] == [[2, 0], [0, 2]]
    for who, side in zip(("ann", "tarik"), sides, strict=True):
        stop = unescape(family.page("portals:parents_stop", seen_by="lotte", say=said_by(family, who).pk))
        assert f"Neemt Ann (ouder, {side}) het ja terug?" in stop
