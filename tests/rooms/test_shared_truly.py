"""What Ann and Karim read is shared with them: with the way to it, and of a proposal that it is one."""

from html import unescape
from typing import Any

import pytest

from kring.access.models import SamePerson
from kring.kit import clock, sheets
from kring.law.access import Section
from kring.law.agreements import Party
from kring.law.meaning import Expressed, Meaning
from kring.rights.acts import wishes
from tests.family import Family
from tests.rooms.agreeing import DINNER, agree, made
from tests.rooms.test_agreement_homes import home, in_days
from tests.rooms.test_agreement_sharing import paper, point, share, uuid7
from tests.rooms.test_one_thing import row, say_yes

PROPOSED = "Nog niet afgesproken. Dit is een voorstel."
SHARES = "Noor deelt afspraken met jou. Die staan hierboven."
NOTHING = "Nog niets. Noor beslist zelf wat anderen hier lezen"


@pytest.fixture(autouse=True)
def ann(family: Family) -> None:
    """Ann is known to be mama."""
    SamePerson.objects.create(item_id=family.member("mama"), person_id=family.person("ann"), confirmed_at=clock.now())


def test_ann_reads_that_it_is_a_proposal_until_both_said_yes(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[dict[str, Any]] = []
    monkeypatch.setattr(sheets, "pdf", lambda _template, order: told.append(order) or b"%PDF")
    pact = made(family, "noor")
    share(family, "noor", pact, point(family, DINNER))
    for party, by in ((Party.CHILD, "noor"), (Party.PERSON, "wilma")):
        assert PROPOSED in unescape(family.page("agreements:all", seen_by="ann"))
        assert paper(family, "ann", pact).status_code == 200
        assert PROPOSED in told[-1]["lead"]
        agree(family, by, pact, party)
    page = unescape(family.page("agreements:all", seen_by="ann"))
    assert (DINNER in page, PROPOSED in page) == (True, False)
    assert paper(family, "ann", pact).status_code == 200
    assert "Wilma komt niet in jouw plaats" in told[-1]["lead"]
    assert PROPOSED not in told[-1]["lead"]


def test_a_newer_version_is_a_proposal_again(family: Family) -> None:
    pact = made(family, "noor")
    share(family, "noor", pact, point(family, DINNER))
    agree(family, "noor", pact, Party.CHILD)
    agree(family, "wilma", pact, Party.PERSON)
    made(family, "noor", look_again_on=in_days(400))
    page = unescape(family.page("agreements:all", seen_by="ann"))
    assert (DINNER in page, PROPOSED in page) == (True, True)


def test_what_ann_reads_is_said_where_it_stands_and_no_more_once_it_is_over(family: Family) -> None:
    pact = made(family, "noor")
    door = family.door("noor", Section.RIGHTS)
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wishes.name(door, family.member("wilma"), said, act=uuid7())
    assert (SHARES in home(family, "ann"), NOTHING in home(family, "ann")) == (False, True)
    share(family, "noor", pact, point(family, DINNER))
    assert (SHARES in home(family, "ann"), NOTHING in home(family, "ann")) == (True, False)
    assert family.url("agreements:all") in home(family, "ann")
    wishes.withdraw(door, family.member("wilma"), Meaning.JIM, act=uuid7(), on=clock.today())
    assert (SHARES in home(family, "ann"), NOTHING in home(family, "ann")) == (False, True)
    assert family.url("agreements:all") not in home(family, "ann")


def test_karim_finds_the_way_to_the_one_note_that_noor_shares(family: Family) -> None:
    notes = family.url("journal:notes")
    assert NOTHING in home(family, "karim")
    say_yes(family, item=row(family, "Op school gaat het beter", seen_by="noor").pk)
    seen = home(family, "karim")
    assert f'Noor wil dat jij iets kan lezen. <a href="{notes}">Lees de notities</a>' in seen
    assert NOTHING not in seen
