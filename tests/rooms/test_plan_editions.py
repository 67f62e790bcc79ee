"""What a worker changes in the plan of a child, the child reads back: who, when, and what stood there (R23)."""

from uuid import UUID

import pytest

from kring.access.acts.answering import Answering, answer
from kring.access.models import Say, Word
from kring.dossier.models import Involvement
from kring.journal.models import PlanEdition, PlanLine
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.law.parts import Part
from kring.people.models import Post, Role, Team
from tests.family import Family
from tests.rooms.knocking import yes
from tests.rooms.pointing import surely
from tests.rooms.test_a_no_stays import an_comes
from tests.rooms.test_journal_plan import add, line, send
from tests.rooms.there_for import says_what_for

MINE = "Ik bel tante <b>Mia</b>."
MINE_ON_A_PAGE = "Ik bel tante &lt;b&gt;Mia&lt;/b&gt;."
OTHER = "Ik ga naar de opvang."
BEFORE = "Wat stond hier vroeger?"


@pytest.fixture
def mine(family: Family) -> PlanLine:
    """A line in Noor's own words."""
    assert add(family, "noor", words=MINE, kind="number", number="0470 11 22 33").status_code == 302
    return line(family, "tante")


def changes(family: Family, who: str, row: PlanLine, words: str = OTHER) -> int:
    where = family.url("journal:line", line=row.pk)
    told = {"once": family.once(), "version": line(family, row.words).item.version, "kind": "place", "words": words}
    return send(family, who, where, told).status_code


def takes_out(family: Family, who: str, row: PlanLine) -> int:
    where = family.url("journal:line_removal", line=row.pk)
    return family.browser(who).post(where, {"once": family.once()}).status_code


def before(family: Family, who: str) -> str:
    """What a reader finds of earlier texts."""
    told = family.page("journal:plan", seen_by=who).split(BEFORE)
    return told[1] if len(told) > 1 else ""


def test_noor_reads_what_lotte_changed(family: Family, mine: PlanLine) -> None:
    assert BEFORE not in family.page("journal:plan", seen_by="noor")
    assert changes(family, "lotte", mine) == 302
    told = family.page("journal:plan", seen_by="noor")
    assert OTHER in told.split(BEFORE)[0]
    assert MINE_ON_A_PAGE not in told.split(BEFORE)[0]
    assert "Lotte veranderde dit. Er stond:" in before(family, "noor")
    assert MINE_ON_A_PAGE in before(family, "noor")
    assert "0470 11 22 33" in before(family, "noor")
    assert "Jij veranderde dit. Er stond:" in before(family, "lotte")


def test_what_she_changed_herself_lotte_reads_back_as_hers(family: Family, mine: PlanLine) -> None:
    assert changes(family, "noor", mine) == 302
    assert "Noor veranderde dit. Er stond:" in before(family, "lotte")
    assert "Jij veranderde dit. Er stond:" in before(family, "noor")


def test_the_same_again_is_no_change(family: Family, mine: PlanLine) -> None:
    where = family.url("journal:line", line=mine.pk)
    told = {"once": family.once(), "version": 1, "kind": mine.kind, "words": mine.words, "number": mine.number}
    assert send(family, "lotte", where, told).status_code == 302
    assert not before(family, "noor")
    assert line(family, "tante").item.version == 1


def test_what_lotte_takes_out_noor_still_reads_with_what_was_changed_before(family: Family, mine: PlanLine) -> None:
    assert changes(family, "lotte", mine) == 302
    assert takes_out(family, "lotte", mine) == 302
    told = family.page("journal:plan", seen_by="noor")
    assert OTHER not in told.split(BEFORE)[0]
    assert "Lotte haalde dit weg. Er stond:" in told.split(BEFORE)[1]
    assert OTHER in told.split(BEFORE)[1]
    assert MINE_ON_A_PAGE in told.split(BEFORE)[1]


def test_what_lotte_took_out_no_colleague_of_hers_reads(family: Family, mine: PlanLine) -> None:
    """A no of Noor about that line goes with the line: what stood there is hers, and of who took it out."""
    an_comes(family)
    assert changes(family, "lotte", mine) == 302
    assert MINE_ON_A_PAGE in before(family, "an")
    assert takes_out(family, "lotte", mine) == 302
    assert "Jij haalde dit weg." in before(family, "lotte")
    assert "Lotte haalde dit weg." in before(family, "noor")
    assert not before(family, "an")


@pytest.mark.parametrize("out", [False, True])
def test_what_noor_closed_to_lotte_is_closed_as_it_was_too(family: Family, mine: PlanLine, *, out: bool) -> None:
    surely(family, "lotte", "lotte_member")
    assert changes(family, "lotte", mine) == 302
    if out:
        assert takes_out(family, "lotte", mine) == 302
    assert MINE_ON_A_PAGE in before(family, "lotte")
    no = Answering(towards=family.member("lotte_member"), word=Word.NO, topic=Topic.SAFETY)
    answer(family.door("noor", Section.ANSWERS), no, once=uuid7())
    assert not before(family, "lotte")
    assert MINE_ON_A_PAGE not in family.page("journal:plan", seen_by="lotte")
    assert MINE_ON_A_PAGE in before(family, "noor")


def test_what_lotte_took_out_noor_makes_gone_and_nobody_else_does(family: Family, mine: PlanLine) -> None:
    assert changes(family, "lotte", mine) == 302
    assert takes_out(family, "lotte", mine) == 302
    there = family.door("noor", Section.SAFETY).within(PlanEdition.objects.order_by("pk"))
    first, last = (one.pk for one in there)
    assert "Wis dit" in before(family, "noor")
    assert "Wis dit" not in before(family, "lotte")

    def erases(who: str, key: UUID) -> int:
        where = family.url("journal:line_removal", line=key)
        return family.browser(who).post(where, {"once": family.once()}).status_code

    for who in ("lotte", "ann", "wilma", "an"):
        assert erases(who, first) == 404
    assert [erases("noor", one) for one in (first, last)] == [302, 302]
    for who in ("noor", "lotte"):
        assert not before(family, who)
    assert erases("noor", first) == 404


def test_how_a_line_that_stands_was_before_is_not_erased_by_itself(family: Family, mine: PlanLine) -> None:
    assert changes(family, "lotte", mine) == 302
    assert "Wis dit" not in before(family, "noor")
    was = family.door("noor", Section.SAFETY).within(PlanEdition.objects.all()).get()
    where = family.url("journal:line_removal", line=was.pk)
    assert family.browser("noor").post(where, {"once": family.once()}).status_code == 404
    assert MINE_ON_A_PAGE in before(family, "noor")


def test_what_noor_takes_out_is_gone_for_everybody(family: Family, mine: PlanLine) -> None:
    assert changes(family, "lotte", mine) == 302
    assert takes_out(family, "noor", mine) == 302
    for who in ("noor", "lotte"):
        told = family.page("journal:plan", seen_by=who)
        assert MINE_ON_A_PAGE not in told
        assert OTHER not in told
    assert not family.door("lotte", Section.SAFETY).within(PlanEdition.objects.all()).exists()


def test_a_yes_to_the_plan_opens_only_what_stands_there_now(family: Family, mine: PlanLine) -> None:
    Say.objects.filter(pk=yes(family, "wilma").pk).update(topic="safety")
    says_what_for(family, "wilma", Part.SAFETY)
    assert MINE_ON_A_PAGE in family.page("journal:plan", seen_by="wilma")
    assert changes(family, "lotte", mine) == 302
    told = family.page("journal:plan", seen_by="wilma")
    assert OTHER in told
    assert MINE_ON_A_PAGE not in told
    assert BEFORE not in told
    assert takes_out(family, "lotte", mine) == 302
    assert OTHER not in family.page("journal:plan", seen_by="wilma")


def test_who_stands_in_for_a_night_reads_the_plan_of_now(family: Family, mine: PlanLine) -> None:
    assert changes(family, "lotte", mine) == 302
    an = family.person("an")
    team = Team.objects.get(name="Team Noord")
    post = {"organisation": team.organisation, "team": team, "role": Role.WORKER.value, "from_on": clock.today()}
    Post.objects.create(person_id=an, **post)
    here = {"dossier_id": family.noor.dossier, "person_id": an, "relation": Relation.FALLBACK_WORKER.value}
    Involvement.objects.create(from_on=clock.today(), **here)
    told = family.page("journal:plan", seen_by="an")
    assert OTHER in told
    assert MINE_ON_A_PAGE not in told
    assert BEFORE not in told


def test_nobody_changes_it_by_an_old_form(family: Family, mine: PlanLine) -> None:
    assert changes(family, "noor", mine) == 302
    where = family.url("journal:line", line=mine.pk)
    told = {"once": family.once(), "version": 1, "kind": "place", "words": "iets anders"}
    assert send(family, "lotte", where, told).status_code == 409
    assert "iets anders" not in family.page("journal:plan", seen_by="noor")
    assert before(family, "noor").count("Er stond:") == 1


def test_sem_reads_it_on_his_page_and_puts_something_in_himself(family: Family) -> None:
    assert add(family, "sem", child="sem", words="Ik tel tot honderd.").status_code == 302
    row = next(
        one
        for one in family.door("lotte", Section.SAFETY, child="sem").within(PlanLine.objects.all())
        if "honderd" in one.words
    )
    told = {"once": family.once(), "version": 1, "kind": "place", "words": "Ik bel juf Els."}
    assert send(family, "lotte", family.url("journal:line", child="sem", line=row.pk), told).status_code == 302
    page_of_sem = family.browser("sem").get(family.url("journal:plan", child="sem")).content.decode()
    assert "Lotte veranderde dit. Er stond:" in page_of_sem
    assert "Ik tel tot honderd." in page_of_sem.split(BEFORE)[1]
