"""Noor chooses otherwise, and back: what she let others read of their agreement is not open again by itself, and what
she reads about what closed is so (A126, R7, R14)."""

from html import unescape
from uuid import UUID

import pytest

from kring.agreements.models import Agreement
from kring.audit.events import Event
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.rights.acts import said
from tests.family import Family
from tests.rooms.agreeing import DINNER
from tests.rooms.test_agreement_sharing import point, share, with_mother
from tests.rooms.test_chose_otherwise import chooses, otherwise
from tests.rooms.test_restrictions import person, record

ENDED = "Niemand leest nog je afspraken met Wilma. Kies je weer voor Wilma? Deel ze dan opnieuw."
NOT_THAT = "Waar Wilma van jou bij mocht, is nu dicht. Behalve dit: wat je alleen tegen Wilma zei."
ALL = "Alles waar Wilma van jou bij mocht, is nu dicht."
ASK_NOOR = "Vraag het aan Noor zelf."
ASK_LOTTE = "Heb je een vraag? Stel ze aan wie Noor begeleidt."


def read_by_ann(family: Family) -> int:
    return family.browser("ann").get(family.url("agreements:all")).status_code


@pytest.fixture
def wilma(family: Family) -> UUID:
    """Noor chose Wilma as her JIM, and lets her mother read one point of what they agreed."""
    wish = chooses(family)
    row = with_mother(family)
    assert share(family, "noor", row, point(family, DINNER)).status_code == 302
    assert read_by_ann(family) == 200
    return wish


def test_chosen_anew_nobody_reads_what_was_shared_before(family: Family, wilma: UUID) -> None:
    seen = unescape(otherwise(family, wilma).content.decode())
    assert (ENDED in seen, ALL in seen) == (True, True)
    assert read_by_ann(family) == 404
    chooses(family)
    assert read_by_ann(family) == 404
    assert family.log(Event.ANSWER_WITHDRAWN) >= 1


def test_she_shares_anew(family: Family, wilma: UUID) -> None:
    otherwise(family, wilma)
    chooses(family)
    row = family.door("noor", Section.AGREEMENTS).within(Agreement.objects.all()).get()
    assert share(family, "noor", row, point(family, DINNER)).status_code == 302
    assert read_by_ann(family) == 200


def test_where_she_shared_nothing_it_is_not_said(family: Family) -> None:
    assert ENDED not in unescape(otherwise(family, chooses(family)).content.decode())


def test_what_she_said_to_wilma_alone_stays_and_she_reads_so(family: Family, wilma: UUID) -> None:
    """That she is not safe goes on (R14): no page says that it closed."""
    words = said.Words(readers=(), text="Ik ben nu niet veilig.", only_to=family.person("wilma"), not_safe=True)
    said.say(family.door("noor", Section.SAID), words, act=uuid7())
    seen = unescape(otherwise(family, wilma).content.decode())
    assert (NOT_THAT in seen, ALL in seen) == (True, False)
    assert "Ik ben nu niet veilig." in family.page("rights:heard", seen_by="wilma")


def test_who_may_not_meet_her_and_whom_she_let_go_are_not_sent_to_her(family: Family, wilma: UUID) -> None:
    assert ASK_NOOR in family.page("portals:home", seen_by="tarik")
    record(family, person(family, "tarik"))
    otherwise(family, wilma)
    for who in ("tarik", "wilma"):
        home = family.page("portals:home", seen_by=who)
        assert (ASK_NOOR in home, ASK_LOTTE in home) == (False, True)
        assert "contactbeperking" not in home.lower()
