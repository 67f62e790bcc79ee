"""The small parts of what keeps rows behind the door (house.md 4), each by itself."""

from typing import Any

import pytest
from django.db import connection, models

from kring.access.asking import ALL, everything
from kring.access.kept import (
    ClosedDoorError,
    Kept,
    KeptQuerySet,
    kept_models,
    kept_tables,
    worded_models,
)
from kring.access.models import Item
from kring.circle.models import Member, Placement
from kring.journal.models import Passage
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.rights.models import Said
from tests.family import Family
from tests.rooms.doors_by_hand import passage


def test_every_kept_model_has_a_table_and_those_with_words_say_so() -> None:
    assert {Member, Placement, Passage, Said} <= set(kept_models())
    assert not any(model._meta.abstract for model in kept_models())
    assert kept_tables() == {model._meta.db_table for model in kept_models()}
    assert Passage in worded_models()
    assert set(worded_models()) < set(kept_models())
    assert all(model.in_short is not Kept.in_short for model in worded_models())


def test_a_row_without_words_has_none_and_one_with_words_has_all_of_them() -> None:
    wordless = next(model for model in kept_models() if model not in worded_models())
    row = wordless()
    assert (row.in_short(), row.in_full()) == ("", "")
    assert isinstance(str(passage()), str)
    assert str(passage()) == str(passage().pk)
    words = Passage(item=passage().item, words="Op school gaat het beter.")
    assert Kept.in_full(words) == words.in_short() != ""


def test_a_key_is_set_by_a_row_or_by_nothing_and_is_itself_on_the_model() -> None:
    row = Placement()
    assert Placement.member is Placement.__dict__["member"]
    member = Member(item_id=uuid7())
    row.member = member
    assert row.member_id == member.pk
    row.member = None
    assert row.member_id is None
    with pytest.raises(ClosedDoorError):
        _ = row.member


def test_what_is_opened_stands_in_a_query_of_its_own(family: Family) -> None:
    closed = Member.objects.all()
    opened = closed.opened()
    assert opened.count() > 0
    with pytest.raises(ClosedDoorError):
        closed.count()
    assert "item" in closed.opened(None).select_related("item").query.select_related
    assert not Member.objects.all().opened().query.select_related
    assert family.door("lotte").within(Member.objects.all()).query.select_related == {"item": {}}
    assert KeptQuerySet(Member).query.opened is False


def test_no_row_is_changed_or_deleted_before_a_door_opened_it(family: Family) -> None:
    closed: Any = Member.objects.all()
    with pytest.raises(ClosedDoorError):
        closed._raw_delete(None)
    with pytest.raises(ClosedDoorError):
        closed.query.chain(type("Other", (type(closed.query),), {}))
    assert closed.query.chain().opened is False
    before = Item.objects.create(
        dossier_id=family.noor.dossier,
        section="circle",
        klass="own_words",
        author_id=family.person("noor"),
        made_at=clock.now(),
    )
    row = Member(item=before)
    with everything():
        row.save(force_insert=True)
        assert Member.objects.filter(pk=row.pk).opened().update(police=True) == 1
        assert Member.objects.filter(pk=row.pk).opened()._raw_delete("default") == 1
        assert not Member.objects.filter(pk=row.pk).opened().exists()


def test_rows_are_put_together_when_both_were_opened_or_neither(family: Family) -> None:
    doors = [family.door("lotte", child=child) for child in ("noor", "sem")]
    one, other = (door.within(Member.objects.all()) for door in doors)
    both = one | other
    assert len(both.query.askers) == 2
    assert len((both | other).query.askers) == 2, "each asks once"
    assert both.count() == one.count() + other.count()
    assert (Member.objects.all() | Member.objects.all()).query.opened is False
    unguarded = models.QuerySet(Member)
    for wrong in (
        lambda: one | Member.objects.all(),
        lambda: one[:1] | other,
        lambda: one | other[:1],
        lambda: one & unguarded,
    ):
        with pytest.raises(ClosedDoorError):
            wrong()


def test_a_question_that_says_later_for_whom_it_is_is_put_together_with_no_other() -> None:
    later, now = Member.objects.all().opened(None, None), Member.objects.all().opened()
    for one, other in ((later, now), (now, later), (later, later)):
        with pytest.raises(ClosedDoorError, match="told when it is asked"):
            one | other


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL is told who asks")
def test_on_postgresql_a_statement_says_who_asks(family: Family) -> None:
    door = family.door("lotte")
    written, _ = door.within(Member.objects.all()).query.sql_with_params()
    assert written.startswith("/*kring:[{")
    assert str(family.noor.dossier) in written
    assert Member.objects.all().opened().query.sql_with_params()[0].startswith(f"/*kring:[{ALL}]*/ SELECT")


@pytest.mark.skipif(connection.vendor == "postgresql", reason="there it says who asks")
def test_elsewhere_it_says_nothing(family: Family) -> None:
    assert family.door("lotte").within(Member.objects.all()).query.sql_with_params()[0].startswith("SELECT")
