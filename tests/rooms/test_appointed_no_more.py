"""Gust stood there by the house, and whom Noor chose begins: somebody tells the two, and Noor reads why (R6, R15)."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from kring.kit import clock
from tests.family import Family
from tests.rooms.test_appointed_told import hers, says
from tests.rooms.test_appointed_told import told as told_of_it
from tests.rooms.test_decided import decide, prepare, rows
from tests.rooms.test_serving import all_seen, serve
from tests.rooms.test_today import see

WAITS = "Gust staat niet meer naast Noor"
DIRECTOR = "Een aanstelling is voorbij, want het kind koos zelf iemand."
BECAUSE = "Want jij koos pastor Johan"


@pytest.fixture
def appointed(family: Family) -> Family:
    """Mo appointed Gust, and Noor was told."""
    assert decide(family, prepare(family)).status_code == 302
    assert told_of_it(family, rows(family)[0].pk).status_code == 302
    return family


def begins(family: Family) -> UUID:
    """Johan, whom Noor chose, begins; the appointment that is over."""
    all_seen(family)
    assert serve(family).status_code == 302
    key: UUID = rows(family)[0].pk
    return key


def told(family: Family, row: UUID, by: str = "lotte", **other: str) -> int:
    facts = {"on": clock.today().isoformat(), "by": "Lotte", **other}
    return int(says(family, "endings:appointed_told", row, hand=by, **facts).status_code)


def tasks(family: Family) -> str:
    return family.browser("mo").get(reverse("portals:tasks")).content.decode()


def test_it_waits_for_the_worker_and_the_director_and_noor_reads_it_after_a_person_did(appointed: Family) -> None:
    assert "Gust" in hers(appointed)
    assert WAITS not in appointed.page("endings:endings", seen_by="lotte")
    assert DIRECTOR not in tasks(appointed)
    row = begins(appointed)
    assert "Gust" not in hers(appointed), "a person tells it first"
    assert "nieuws over wie naast Noor staat" in see(appointed, "lotte")
    assert WAITS in appointed.page("endings:endings", seen_by="lotte")
    assert DIRECTOR in tasks(appointed)
    assert told(appointed, row) == 302
    new = rows(appointed)[0]
    page = appointed.page("rights:appointment", seen_by="noor", appointment=new.pk)
    assert BECAUSE in page
    assert "Jouw keuze telt." in page
    assert "want jij koos pastor Johan" in appointed.page("rights:decided", seen_by="noor")
    assert (new.told_by, new.end_told_by, new.end_told_on) == ("Lotte", "Lotte", clock.today())
    assert WAITS not in appointed.page("endings:endings", seen_by="lotte")
    assert DIRECTOR not in tasks(appointed)
    assert "nieuws over wie naast Noor staat" not in see(appointed, "lotte")


def test_the_director_does_not_read_whom_noor_chose(appointed: Family) -> None:
    row = begins(appointed)
    for page in (tasks(appointed), appointed.page("rights:decided", seen_by="mo")):
        assert "Johan" not in page
    assert "Johan" not in appointed.page("rights:appointment", seen_by="mo", appointment=row)


def test_of_whom_noor_never_heard_only_he_is_told(family: Family) -> None:
    """Mo appointed Gust, nobody told Noor, and whom she chose begins: there is nothing to tell her."""
    assert decide(family, prepare(family)).status_code == 302
    row = begins(family)
    assert "nieuws over wie naast Noor staat" not in see(family, "lotte")
    page = family.page("endings:endings", seen_by="lotte")
    assert WAITS in page
    assert "Noor wist niet van die aanstelling, en leest er niets van." in page
    assert DIRECTOR in tasks(family)
    assert "Deze plek sluit nog niet" not in family.page("endings:close", seen_by="lotte")
    assert told(family, row) == 302
    assert "Gust" not in hers(family)
    assert family.browser("noor").get(family.url("rights:appointment", appointment=row)).status_code == 404
    assert (WAITS in family.page("endings:endings", seen_by="lotte"), DIRECTOR in tasks(family)) == (False, False)


def test_what_was_only_prepared_leaves_nothing_to_tell(family: Family) -> None:
    prepare(family)
    row = begins(family)
    assert WAITS not in family.page("endings:endings", seen_by="lotte")
    assert DIRECTOR not in tasks(family)
    assert told(family, row) == 404


@pytest.mark.parametrize("by", ["noor", "mo", "ann", "karim", "an", "hilde", "bram"])
def test_nobody_else_says_that_it_was_told(appointed: Family, by: str) -> None:
    row = begins(appointed)
    assert told(appointed, row, by) == 404
    assert says(appointed, "endings:appointed_teller", row, hand="lotte", teller="ik").status_code == 404
    assert rows(appointed)[0].end_told_on is None


@pytest.mark.parametrize("days", [-1, 1])
def test_on_a_day_that_cannot_be_it_waits(appointed: Family, days: int) -> None:
    row = begins(appointed)
    assert told(appointed, row, on=(clock.today() + timedelta(days=days)).isoformat()) == 200
    assert rows(appointed)[0].end_told_on is None
