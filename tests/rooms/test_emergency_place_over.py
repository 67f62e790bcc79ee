"""What was told to Karim in an emergency runs no more once he comes in here no more: the page says that (R8)."""

from html import unescape

import pytest

from kring.access.models import Disclosure
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Relation
from tests.family import Family
from tests.rooms.journal import row as row_of
from tests.rooms.test_telling import something, tell

RUNS, OUT, UNTIL = "Dit loopt nog.", "komt hier niet meer binnen", "Tot en met"


def out(family: Family, who: str = "karim") -> None:
    """His place beside Noor is over."""
    here = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person(who), ended_at=None)
    assert here.update(ended_at=clock.now()) == 1


@pytest.mark.parametrize("page", ["portals:known", "portals:thing"])
def test_while_he_comes_in_it_runs_and_then_it_does_not(family: Family, page: str) -> None:
    row = something(family)
    tell(family, row, to="karim")
    parts = {"item": row.pk} if page == "portals:thing" else {}
    read = unescape(family.page(page, seen_by="noor", **parts))
    assert (RUNS in read, UNTIL in read, OUT in read) == (True, True, False)
    out(family)
    read = unescape(family.page(page, seen_by="noor", **parts))
    assert (RUNS in read, UNTIL in read, OUT in read) == (False, False, True)


def test_who_told_it_reads_the_same_where_it_would_tell_it_again(family: Family) -> None:
    row = row_of(family, "samen gekookt", seen_by="lotte")
    tell(family, row, to="karim")
    where = family.url("portals:emergency", item=row.pk)
    assert OUT not in unescape(family.browser("lotte").get(where).content.decode())
    out(family)
    assert OUT in unescape(family.browser("lotte").get(where).content.decode())
    assert Disclosure.objects.get().ended_at is None, "nobody ended it, and nothing opens by it"


@pytest.mark.parametrize("page", ["portals:known", "portals:thing"])
def test_who_was_away_and_came_back_reads_it_no_more_and_the_page_says_so(family: Family, page: str) -> None:
    """Who counts on him in an emergency reads that nobody reads it (R8, R28)."""
    row = something(family)
    tell(family, row, to="karim")
    out(family)
    facts = {"person_id": family.person("karim"), "relation": Relation.SUPPORTER.value, "from_on": clock.today()}
    Involvement.objects.create(dossier_id=family.noor.dossier, **facts)
    parts = {"item": row.pk} if page == "portals:thing" else {}
    for who in ("noor", "lotte"):
        read = unescape(family.page(page, seen_by=who, **parts))
        assert (RUNS in read, UNTIL in read, OUT in read) == (False, False, False)
        assert "Karim was hier intussen weg, en leest het niet meer." in read
