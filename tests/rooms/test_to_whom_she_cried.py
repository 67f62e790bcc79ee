"""Noor reads to whom each "Ik ben nu niet veilig" went, and whether and when that one read it (R14, R24)."""

from html import unescape

from tests.family import Family
from tests.rooms.test_not_safe import ask, cry, lotte_goes, read_it


def unsafe(family: Family) -> str:
    return unescape(family.page("portals:unsafe", seen_by="noor"))


def say(family: Family) -> str:
    return unescape(family.page("rights:say", seen_by="noor"))


def test_each_stands_there_with_to_whom_and_what_was_read_goes(family: Family) -> None:
    assert "Jij zei dit al" not in unsafe(family)
    for who in ("lotte", "karim"):
        assert cry(family, who) == 302
    for told in ("Aan Lotte, op", "Aan trainer Karim, op", "Nog niet gelezen."):
        assert told in unsafe(family)
    for told in ("Gezegd aan Lotte. Nog niet gelezen.", "Gezegd aan trainer Karim. Nog niet gelezen."):
        assert told in say(family)
    assert "Jij zei dit al" not in unescape(family.page("rights:heard", seen_by="lotte"))


def test_once_read_it_says_by_whom_and_when(family: Family) -> None:
    assert cry(family) == 302
    assert "Aan Lotte, op" in unsafe(family)
    read_it(family)
    assert "Jij zei dit al" not in unsafe(family)
    assert f'href="{family.url("rights:say")}"' in unsafe(family), "there it stands"
    assert "Gezegd aan Lotte. Gelezen door Lotte op" in say(family)


def test_who_left_is_still_named(family: Family) -> None:
    assert cry(family) == 302
    lotte_goes(family)
    assert "Aan Lotte, op" in unsafe(family)
    assert "Lotte kan het nu niet lezen." in unsafe(family)


def test_a_parent_who_asks_something_reads_no_such_line(family: Family) -> None:
    ask(family, "ann", "Dag.")
    assert "Dag." in unescape(family.page("rights:say", seen_by="ann"))
    assert "Gezegd aan" not in unescape(family.page("rights:say", seen_by="ann"))
