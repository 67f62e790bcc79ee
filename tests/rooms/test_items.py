"""One row by its item, and why somebody reads it (house.md 4): what is hidden is as what is not there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.access.door import Door, RefusedError, come_to
from kring.access.items import Reason, reasons, row_of
from kring.access.models import Disclosure, Item
from kring.circle.models import Member
from kring.journal.models import Passage
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Answer, Case, Relation, Section, Verb
from kring.rights.models import Wish
from tests.family import Family
from tests.links import share
from tests.rooms.doors_by_hand import door_of, passage
from tests.rooms.test_circle_pages import name_her_jim


def at(family: Family, who: str) -> Door:
    """As a page of one row comes in: no section was asked yet."""
    return come_to(family.actor(who), family.noor.dossier)


def one(family: Family, **facts: object) -> Item:
    found = Item.objects.filter(dossier=family.noor.dossier, **facts).first()
    assert found
    return found


def test_a_row_of_any_kind_is_found_by_its_item_and_says_where_it_stands(family: Family) -> None:
    name_her_jim(family)
    lotte = at(family, "lotte")
    for section, klass, kind in (
        ("journal", "file", Passage),
        ("circle", "own_words", Member),
        ("rights", "own_words", Wish),
    ):
        here = list(Item.objects.filter(dossier=family.noor.dossier, section=section, klass=klass))
        found = [row_of(lotte, item.pk) for item in here]
        assert [row.pk for row in found] == [item.pk for item in here]
        assert any(isinstance(row, kind) for row in found)
        assert lotte.read_in is Section(section)


def asked(door: Door, key: object) -> int:
    """How many statements a refusal takes."""
    with CaptureQueriesContext(connection) as sent, pytest.raises(RefusedError):
        row_of(door, key)  # type: ignore[arg-type]
    assert door.read_in is None
    return len(sent)


def test_what_is_hidden_is_asked_for_as_often_as_what_is_not_there(family: Family) -> None:
    """Also where a section shows nothing at all, and of another child (R7)."""
    share(family, "wilma")
    apart, hidden = one(family, section="apart"), one(family, section="journal", held_close=True)
    of_sem = Item.objects.filter(dossier=family.sem.dossier, section="circle").first()
    assert of_sem
    for who in ("wilma", "ann", "lotte"):
        keys = [uuid7(), of_sem.pk, *([] if who == "lotte" else [apart.pk]), hidden.pk]
        assert len({asked(at(family, who), key) for key in keys}) == 1, who


def test_why_somebody_reads_a_row_is_each_rule_that_opens_it() -> None:
    told = reasons(door_of("worker"), passage().item)
    assert [(one.answer, one.rule is not None) for one in told] == [(Answer.OPEN, True)]
    for reason in told:
        assert reason.rule
        assert Answer.OPEN in reason.rule.answers(Verb.READ)
        assert reason.rule.because == "access.works-with-the-child"
    wrote = reasons(
        door_of("trust_person", Case.CAPABLE, Case.FILE_ACCESS), passage("file", author_id=door_of("jim").me).item
    )
    assert {(one.answer, one.rule.because) for one in wrote if one.rule} == {
        (Answer.WROTE, "access.your-own-words"),
        (Answer.OPEN, "access.file-asked-of-the-child"),
    }
    assert len(wrote) == 2


def test_without_a_rule_it_is_an_emergency(family: Family) -> None:
    row = one(family, section="journal", klass="household")
    row.wall = None  # of a side, an emergency opens it to nobody beside that side
    row.save(update_fields=["wall"])
    assert reasons(door_of("supporter"), passage("household").item) == [Reason(None, None)]
    Disclosure.objects.create(
        dossier_id=family.noor.dossier,
        item=row,
        to_id=family.person("karim"),
        by_id=family.person("lotte"),
        at=clock.now(),
        until_on=clock.today(),
        motive="Nu",
        child_told=False,
        parents_told=False,
    )
    karim = at(family, "karim")
    assert row_of(karim, row.pk).pk == row.pk
    assert reasons(karim, row) == [Reason(None, None)]
    assert karim.relation is Relation.SUPPORTER
