"""What a statement tells PostgreSQL about who asks, and that it is told (house.md 4), without a database.

Whether PostgreSQL then weighs it right, `tests/rooms/test_policies.py` asks of PostgreSQL itself.
"""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection

from kring.access import policies, remarks
from kring.access.asking import ALL, Asker, asked_by, everything, remark
from kring.access.kept import kept_tables
from kring.access.sieve import Answers, Sieve
from kring.circle.models import Member
from kring.kit.keys import uuid7
from kring.law.access import Case, Relation, Section, Topic, Verb, protection
from tests.rooms.doors_by_hand import ME, OTHER, PLACE, THIS

SIDE = uuid7()
PLAIN = Sieve(dossier=PLACE, section=Section.CIRCLE, relation=Relation.CHILD, me=ME)
FULL = Sieve(
    dossier=PLACE,
    section=Section.SAID,
    relation=Relation.SUPPORTER,
    me=ME,
    mine=frozenset({OTHER, THIS}),
    confirmed=frozenset({OTHER, SIDE}),
    walls=frozenset({SIDE}),
    cases=frozenset({Case.MINOR, Case.CAPABLE}),
    restricted=True,
    closed=True,
    unsure=True,
    answers=Answers(
        yes_items=frozenset({THIS, OTHER}),
        no_items=frozenset({OTHER}),
        yes_topics=frozenset({Topic.SCHOOL}),
        no_topics=frozenset({"home"}),
        theirs=frozenset({THIS}),
        told=frozenset({THIS}),
        disclosed=frozenset({THIS}),
    ),
)
READS, DELETES = 'SELECT 1 FROM "circle_member"', 'DELETE FROM "circle_member"'


# -- who asks ---------------------------------------------------------------------------------------------------------


def test_codes_and_ids_are_told_and_what_is_not_there_is_left_out() -> None:
    assert json.loads(Asker(PLAIN, Verb.READ).told()) == {
        "dossiers": [str(PLACE)],
        "me": str(ME),
        "relation": "child",
        "section": "circle",
        "verb": "read",
    }


def test_all_that_is_weighed_is_told_in_one_order() -> None:
    told = Asker(FULL, Verb.CHANGE, (OTHER, THIS)).told()
    assert json.loads(told) == {
        "dossiers": [str(OTHER), str(THIS)],
        "section": "said",
        "relation": "supporter",
        "verb": "change",
        "me": str(ME),
        "mine": sorted([str(OTHER), str(THIS)]),
        "own": [str(OTHER)],
        "walls": [str(SIDE)],
        "cases": sorted(["minor", "capable"]),
        "restricted": True,
        "closed": True,
        "unsure": True,
        "yes_items": sorted([str(THIS), str(OTHER)]),
        "no_items": [str(OTHER)],
        "yes_topics": ["school"],
        "no_topics": ["home"],
        "theirs": [str(THIS)],
        "told": [str(THIS)],
        "disclosed": [str(THIS)],
    }
    assert list(json.loads(told)) == sorted(json.loads(told))


def test_a_statement_carries_each_that_asks_and_without_one_it_is_for_everything() -> None:
    child, other = Asker(PLAIN, Verb.READ), Asker(FULL, Verb.KNOW)
    assert remark([]) == f"/*kring:[{ALL}]*/ "
    assert remark([child, other]) == f"/*kring:[{child.told()},{other.told()}]*/ "


def test_what_is_read_tells_it_itself_and_what_is_written_is_an_act_or_nobodys() -> None:
    child, act = Asker(PLAIN, Verb.READ).told(), f"[{ALL}]"
    read = f"{remark([Asker(PLAIN, Verb.READ)])}SELECT 1"
    assert asked_by(read) == f"[{child}]"
    assert asked_by(f"({read}) UNION ({read})") == f"[{child},{child}]"
    assert asked_by(f"SELECT EXISTS({read})") == f"[{child}]"
    assert asked_by(f"{DELETES} WHERE x IN ({read})") == "[]", "a condition is no leave to write"
    assert asked_by("DELETE FROM x") == asked_by("SELECT 1") == "[]"
    with everything():
        assert asked_by("DELETE FROM x") == asked_by("SELECT 1") == act
        assert asked_by(read) == f"[{child}]"
        with everything():
            assert asked_by("DELETE FROM x") == act
        assert asked_by("DELETE FROM x") == act, "the act goes on"
    assert asked_by("DELETE FROM x") == "[]"


def test_on_postgresql_each_statement_on_kept_rows_says_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Member.objects.all().opened(None, (Asker(PLAIN, Verb.READ),))
    here, _ = rows.query.sql_with_params()
    monkeypatch.setattr(connection, "vendor", "postgresql")
    there, params = rows.query.sql_with_params()
    monkeypatch.undo()
    if connection.vendor != "postgresql":
        assert here.startswith("SELECT")
    assert there.startswith(f"{remark([Asker(PLAIN, Verb.READ)])}SELECT")
    assert params == ()


# -- telling it -------------------------------------------------------------------------------------------------------


def test_only_postgresql_is_told_and_once() -> None:
    for vendor, wrappers in (("postgresql", [remarks.tell]), ("sqlite", [])):
        there: Any = SimpleNamespace(vendor=vendor, execute_wrappers=[])
        for _ in range(2):
            remarks.on_this_connection(there)
        assert there.execute_wrappers == wrappers


def sent(sql: str) -> tuple[list[Any], int, object]:
    """What reaches the database for a statement, how many answers were passed over, and the answer."""
    reached: list[Any] = []
    passed: list[bool] = []

    def nextset() -> None:
        passed.append(bool(reached))

    def execute(*told: Any) -> str:
        reached.extend(told[:3])
        return "answer"

    context = {"cursor": SimpleNamespace(cursor=SimpleNamespace(nextset=nextset))}
    answer = remarks.tell(execute, sql, (1,), False, context)  # as Django calls it
    return reached, sum(passed), answer


def test_who_asks_is_told_in_the_message_of_the_statement_itself() -> None:
    read = remark([Asker(PLAIN, Verb.READ)]) + READS
    told = Asker(PLAIN, Verb.READ).told()
    assert sent(read) == ([f"SELECT set_config('kring.asker', '[{told}]', true); {read}", (1,), False], 1, "answer")
    assert sent(DELETES)[0][0] == f"SELECT set_config('kring.asker', '[]', true); {DELETES}"


def test_of_which_child_it_is_is_told_too_around_the_door() -> None:
    around, kept = "SELECT 1 FROM access_say", remark([Asker(PLAIN, Verb.READ)]) + READS
    assert sent(around)[0][0] == f"SELECT set_config('kring.children', 'all', true); {around}"
    both = sent(f"{kept} JOIN access_say ON true")[0][0]
    assert both.startswith("SELECT set_config('kring.asker', '[{")
    assert "]', true), set_config('kring.children', 'all', true); /*kring" in both


def test_of_what_is_no_row_about_a_child_nothing_is_told() -> None:
    assert sent("SELECT 1 FROM people_user") == (["SELECT 1 FROM people_user", (1,), False], 0, "answer")


# -- the policies -----------------------------------------------------------------------------------------------------


class Server:
    """As much of a database as the policies need."""

    def __init__(self, vendor: str, *tables: str) -> None:
        self.vendor, self.said = vendor, list[str]()
        self.introspection = SimpleNamespace(table_names=lambda _: [*tables, "people_user"])
        self.ops = SimpleNamespace(quote_name=lambda name: f'"{name}"')

    def cursor(self) -> AbstractContextManager[Any]:
        return nullcontext(SimpleNamespace(execute=self.said.append))


@pytest.fixture
def set_on(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    def on(vendor: str, *tables: str) -> list[str]:
        server = Server(vendor, *tables)
        monkeypatch.setattr(policies, "connection", server)
        policies.set_policies()
        return server.said

    return on


def test_policies_stand_on_each_kept_table_that_is_there(set_on: Callable[..., list[str]]) -> None:
    some = sorted(kept_tables())[:2]
    table, functions, *each = set_on("postgresql", *some)
    assert "kring_openings()" in table
    assert json.dumps(policies.openings(), sort_keys=True) in table
    assert "kring_may_have" in functions
    assert [text.split()[2] for text in each] == [f'"{name}"' for name in some]
    assert all(text.count(f'"{name}"') == 9 for text, name in zip(each, some, strict=True))
    assert set_on("sqlite", *some) == []


def test_around_the_door_a_policy_asks_of_which_child_a_row_is_or_its_item(set_on: Callable[..., list[str]]) -> None:
    _, _, by_dossier, by_item = set_on("postgresql", "access_say", "access_seen")
    assert f'ON "access_say" FOR ALL USING ({policies.BY_DOSSIER});' in by_dossier
    assert 'ON "access_seen" FOR ALL USING (kring_item_about(item_id));' in by_item
    assert len(set_on("postgresql", "access_say")) == 3, "of what is not there nothing"


def test_the_database_is_told_each_place_that_something_opens_and_no_other() -> None:
    told = policies.openings()
    assert told["rules"]["worker journal file read"] == [{"answer": "open", "when": []}]
    assert told["rules"]["child journal file read"] == [{"answer": "open", "when": ["capable"]}]
    assert told["rules"]["supporter journal own_words read"] == [
        {"answer": "asks", "when": []},
        {"answer": "wrote", "when": []},
    ]
    assert all(told["rules"].values())
    assert "supporter apart agogic read" not in told["rules"]
    guard = protection()
    for name in (
        "sees_every_wall",
        "open_when_restricted",
        "left_when_restricted",
        "never_in_an_emergency",
        "never_told_what_was_said",
        "never_about_oneself",
        "never_about_those_close",
        "not_the_rest",
        "reads_what_is_held_close",
        "closed_to_who_wrote_it",
    ):
        assert told["protection"][name] == sorted(getattr(guard, name))
