"""What is hidden answers as what does not exist: the same page, and the same statements, so that no clock tells."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kring.access.models import Item, Visit
from kring.kit.keys import uuid7
from kring.law.access import Section
from tests.family import Family
from tests.rooms.hiding import hide
from tests.rooms.journal import row

Find = Callable[[Family], UUID]


def apart(family: Family) -> UUID:
    """Under the agogic exception: Noor's own door has no rule for it at all (R17)."""
    return Item.objects.get(dossier=family.noor.dossier, section=Section.APART.value).pk


def school(family: Family) -> UUID:
    return row(family, "Op school gaat het beter").pk


def closed_by_a_no(family: Family) -> UUID:
    hide(family, school(family))
    return school(family)


def in_confidence(family: Family) -> UUID:
    return row(family, "Ik maak me zorgen over het geld", seen_by="tarik").pk


def of_the_circle(family: Family) -> UUID:
    return family.member("karim")


def asked(browser: Client, where: str) -> tuple[int, bytes, int]:
    """What comes back, and how many statements it took; the first look is not counted, it may be a visit."""
    browser.get(where)
    with CaptureQueriesContext(
        connection,
    ) as sent:
        answer = browser.get(where)
    return answer.status_code, answer.content, len(sent)


@pytest.mark.parametrize(
    ("page", "who", "find"),
    [
        ("portals:thing", "noor", apart),
        ("portals:thing", "noor", in_confidence),
        ("portals:thing", "lotte", closed_by_a_no),
        ("portals:parents_yes", "lotte", closed_by_a_no),
        ("portals:why", "noor", apart),
        ("portals:why", "lotte", closed_by_a_no),
        *[("portals:why", who, find) for who in ("karim", "ann", "bram", "nadia") for find in (school, apart)],
        *[("portals:why", who, of_the_circle) for who in ("karim", "ann", "mo")],
        ("portals:emergency", "karim", school),
        ("portals:emergency", "wilma", apart),
        ("portals:emergency", "lotte", closed_by_a_no),
    ],
)
def test_a_thing_that_is_hidden_is_asked_for_as_one_that_is_not_there(
    family: Family, page: str, who: str, find: Find
) -> None:
    hidden, browser = find(family), family.browser(who)
    here, nowhere = (asked(browser, family.url(page, item=item)) for item in (hidden, uuid7()))
    assert here == nowhere
    assert here[0] == 404


@pytest.mark.parametrize("who", ["noor", "lotte", "karim", "ann"])
def test_a_note_too(family: Family, who: str) -> None:
    note, browser = in_confidence(family), family.browser(who)
    here, nowhere = (asked(browser, family.url("journal:change", passage=key)) for key in (note, uuid7()))
    assert here == nowhere
    assert here[0] == 404


def test_a_thing_that_one_may_not_read_is_no_visit_to_where_it_stands(family: Family) -> None:
    karim = Visit.objects.filter(person=family.person("karim"), section=Section.JOURNAL.value)
    family.browser("karim").get(family.url("portals:emergency", item=school(family)))
    assert not karim.exists()
    lotte = Visit.objects.filter(person=family.person("lotte"), section=Section.JOURNAL.value)
    family.browser("lotte").get(family.url("portals:emergency", item=school(family)))
    assert lotte.exists()
