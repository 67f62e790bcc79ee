"""Contact with Wilma is restricted: Noor reads it once a person told her, and somebody wrote that (R15, R28)."""

from html import unescape

import pytest

from kring.access.acts import answering
from kring.access.acts.protecting import told_of
from kring.access.models import Restriction, Word
from kring.audit.events import Event
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.portals.answers import number
from tests.family import Family
from tests.links import share
from tests.rooms.pointing import surely
from tests.rooms.test_restrictions import is_told, member, person, record

HARD = ("beslist", "contact mag", "beperkt")
NEUTRAL = "Dit kan nu niet. Vraag het aan je begeleider."


def main(words: str) -> str:
    return unescape(words).split("<main")[1]


def asks(family: Family) -> str:
    """Noor says yes to Wilma about school."""
    where = family.url("portals:question", member=family.member("wilma"), topic=number(Topic.SCHOOL))
    sent = {"word": "yes", "until": "stop", "once": family.once()}
    return main(family.browser("noor").post(where, sent).content.decode())


def hers(family: Family) -> dict[str, str]:
    """What Noor reads of it."""
    wilma = {"member": family.member("wilma")}
    question = family.page("portals:question", seen_by="noor", topic=number(Topic.SCHOOL), **wilma)
    return {
        "known": main(family.page("portals:known", seen_by="noor")),
        "about": main(family.page("portals:about", seen_by="noor", **wilma)),
        "question": main(question),
        "refused": asks(family),
    }


def test_no_page_of_noor_says_it_before_a_person_told_her(family: Family) -> None:
    surely(family, "wilma", "wilma")
    record(family, member(family, "wilma"))
    for name, page in hers(family).items():
        assert [one for one in HARD if one in page] == [], name
        assert NEUTRAL in page, name
    assert is_told(family) == [302]
    for name, page in hers(family).items():
        assert [one for one in HARD if one in page], name
        assert NEUTRAL not in page, name


def test_an_earlier_yes_stands_still_in_neutral_words(family: Family) -> None:
    share(family, "wilma")
    record(family, member(family, "wilma"))
    there = " ".join(hers(family)["about"].split())
    assert f"{NEUTRAL} Wat eerder mocht, staat stil." in there


def test_lotte_reads_that_it_was_not_told_and_writes_who_told_it(family: Family) -> None:
    record(family, member(family, "wilma"))
    where = {"restriction": Restriction.objects.get().pk}
    not_yet = "Noor weet het nog niet. Vertel het, en schrijf het dan op."
    for page in (
        family.page("rights:restrictions", seen_by="lotte"),
        family.page("rights:restriction", seen_by="lotte", **where),
    ):
        assert not_yet in unescape(page)
    assert is_told(family, who="tante Mia") == [302]
    there = unescape(family.page("rights:restrictions", seen_by="lotte"))
    assert not_yet not in there
    assert "Tante Mia vertelde het aan Noor." in there
    assert "Het is verteld aan Noor" not in family.page("rights:restriction", seen_by="lotte", **where)
    assert family.log(Event.RESTRICTION_TOLD) == 1


@pytest.mark.parametrize("by", ["noor", "wilma", "ann", "bram", "hilde", "an"])
def test_nobody_else_writes_that(family: Family, by: str) -> None:
    record(family, member(family, "wilma"))
    assert is_told(family, by=by) == [404]
    assert Restriction.objects.filter(told_on=None).count() == 1
    assert is_told(family) == [302]


def test_without_who_told_it_nothing_is_written(family: Family) -> None:
    record(family, member(family, "wilma"))
    assert is_told(family, who=" ") == [200]
    assert Restriction.objects.filter(told_on=None).exists()
    assert family.log(Event.RESTRICTION_TOLD) == 0


def test_of_one_human_being_under_two_names_it_is_told_at_once(family: Family) -> None:
    surely(family, "tarik", "papa")
    record(family, member(family, "papa"), person(family, "tarik"))
    assert told_of(family.noor.dossier) == frozenset()
    assert is_told(family)[0] == 302
    assert not Restriction.objects.filter(told_on=None).exists()
    assert {family.member("papa"), family.person("tarik")} <= told_of(family.noor.dossier)


def test_where_one_of_two_was_not_told_noor_reads_nothing_of_it(family: Family) -> None:
    record(family, member(family, "papa"), none_of_them="on")
    assert is_told(family) == [302]
    record(family, person(family, "tarik"))
    surely(family, "tarik", "papa")
    assert not told_of(family.noor.dossier) & {family.person("tarik")}


def test_a_yes_that_waits_is_refused_in_the_same_words(family: Family) -> None:
    surely(family, "wilma", "wilma")
    door = family.door("noor", Section.ANSWERS)
    yes = answering.Answering(towards=family.member("wilma"), word=Word.YES, topic=Topic.SCHOOL, waits=True)
    say = answering.answer(door, yes, once=uuid7())
    record(family, member(family, "wilma"))
    where = family.url("portals:confirm_answer", say=say.pk)
    told = main(family.browser("noor").post(where, {"once": family.once()}, follow=True).content.decode())
    assert NEUTRAL in told
    assert [one for one in HARD if one in told] == []
