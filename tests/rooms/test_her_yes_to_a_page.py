"""R29 and R7: Noor's yes to a page for the court is hers: dated, who wrote it and how, two taps to take it back."""

import re
from datetime import timedelta
from html import unescape

import pytest

from kring.access.models import Say
from kring.access.writing import ITSELF
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Relation
from tests.family import Family
from tests.rooms.test_in_her_name import IN_HER_NAME
from tests.rooms.test_parents_yes import nadia_reads, tap
from tests.rooms.test_transfers import ALL_YES, BOTH, WORDS, made, make


def hers(family: Family) -> Say:
    return Say.objects.get(giver="child", made_for=family.person("nadia"))


def post(family: Family, page: str, by: str) -> int:
    where = family.url(page, say=hers(family).pk)
    return int(family.browser(by).post(where, {"once": family.once()}).status_code)


def pages(family: Family, who: str) -> str:
    return unescape(family.page("rights:transfers", seen_by=who))


@pytest.mark.parametrize(("how", "words"), [("said", "gezegd"), ("pointed", "aangewezen op een prent")])
def test_what_lotte_heard_waits_for_her_own_tap(family: Family, how: str, words: str) -> None:
    """What went to a court cannot be taken back, so a word that Lotte heard opens nothing there (docs/law, aa)."""
    heard(family, how)
    said = hers(family)
    assert (said.expressed, said.from_on, said.waits) == (how, clock.today(), True)
    assert (said.given_by_id, said.recorded_by_id) == (family.person("noor"), family.person("lotte"))
    there = pages(family, "noor")
    assert "Mag Nadia dit lezen?" in there
    assert "op dat jij ja zei." in there
    assert f"Hoe: {words}." in there
    assert IN_HER_NAME in family.page("portals:child", seen_by="noor")
    assert not nadia_reads(family)
    assert "Noor tikt nog zelf ja" in pages(family, "lotte")
    assert post(family, "portals:confirm_answer", "lotte") == 404, "nobody taps it for her"
    assert post(family, "portals:confirm_answer", "noor") == 302
    assert nadia_reads(family)
    assert hers(family).expressed == ITSELF
    assert "Jij zei ja op" in pages(family, "noor")
    assert "zei ja op" not in pages(family, "nadia")


def heard(family: Family, how: str = "said") -> None:
    """Lotte writes down that she heard or saw it, and Noor did not tap yet."""
    told = {"receiver": str(family.person("nadia")), "words": WORDS, "basis": "consent", **ALL_YES, **BOTH}
    told |= {"child_consents": how, "sure": "on", "once": family.once()}
    assert family.browser("lotte").post(family.url("rights:transfer"), told).status_code == 302


def test_while_it_waits_lotte_writes_down_that_noor_says_no_after_all(family: Family) -> None:
    heard(family)
    stop = family.url("portals:stop_answer", say=hers(family).pk)
    assert f'href="{stop}"' in pages(family, "lotte")
    assert post(family, "portals:stop_answer", "lotte") == 302
    assert "Noor zei nee op" in pages(family, "lotte"), "it only waited: there was no yes to take back"
    assert post(family, "portals:confirm_answer", "noor") == 404, "then another page is written"
    assert not nadia_reads(family)


def test_of_a_youth_without_a_way_in_what_lotte_heard_counts_with_how_and_when(family: Family) -> None:
    """Nobody could tap it: it is written down who heard it, how and when."""
    Involvement.objects.filter(dossier=family.noor.dossier, relation=Relation.CHILD.value).update(
        until_on=clock.today() - timedelta(days=1), ended_at=clock.now()
    )
    heard(family)
    said = hers(family)
    assert (said.expressed, said.waits, said.given_by_id) == ("said", False, None)
    assert nadia_reads(family)
    assert "Noor zei ja op" in pages(family, "lotte")


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


def test_a_parent_reads_its_own_answer_and_never_what_noor_or_the_other_parent_answered(family: Family) -> None:
    """Nobody can sit and wait for the tap of the child, or of the other side (R7, R16)."""
    make(family, child_consents=ITSELF, sure="on")

    def mine() -> str:
        told = unescape(family.page("portals:mine", seen_by="ann"))
        return re.sub(r'(value|nonce|content|token)="[^"]*"', "", told[told.index("<main") : told.index("</main")])

    before = mine()
    assert "Jij zei ja. Of het blad gelezen wordt, hangt ook van anderen af." in before
    assert post(family, "portals:confirm_answer", "noor") == 302
    assert nadia_reads(family)
    assert mine() == before
    tariks = next(one for one in parents(family) if one.given_by_id == family.person("tarik"))
    stop = family.url("portals:take_back", say=tariks.pk)
    assert family.browser("tarik").post(stop, {"once": family.once()}).status_code == 302
    assert not nadia_reads(family)
    assert mine() == before
    post(family, "portals:stop_answer", "noor")
    assert mine() == before
    for told in ("mag dit lezen", "leest dit nu niet", "Niet iedereen", WORDS):
        assert told not in before


def parents(family: Family) -> list[Say]:
    return list(Say.objects.filter(giver="parent", made_for=family.person("nadia")))
