"""The organisation appoints one person at a time, however that one is spelled (R6)."""

from html import unescape

import pytest

from kring.access.writing import NotAllowedError
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.rights.acts import appointing
from tests.family import Family
from tests.rooms.test_decided import ALL, TALKS, WORKERS, decide, post, prepare, rows, today

REFUSED = "De organisatie stelt één persoon tegelijk aan"


@pytest.mark.parametrize("called", ["Mevr. Peeters", "mevrouw Peeters", "Johan"])
def test_a_second_is_not_prepared_while_one_is(family: Family, called: str) -> None:
    first = prepare(family, called="mevrouw Peeters")
    page = unescape(family.page("rights:appointment_new", seen_by="lotte"))
    assert "Er is al iemand: mevrouw Peeters" in page
    assert family.url("rights:appointment", appointment=first) in page
    said = {**ALL, **dict.fromkeys(TALKS, today()), **WORKERS, "called": called}
    told = unescape(post(family, "rights:appointment_new", by="lotte", said=said).content.decode())
    assert REFUSED in told
    assert len(rows(family)) == 1
    door = family.door("lotte", Section.DECIDED)
    with pytest.raises(NotAllowedError):
        appointing.prepare(door, appointing.Known(called=called), act=uuid7())
    appointing.end(door, rows(family)[0], act=uuid7(), on=clock.today())
    prepare(family, called=called)


def test_of_two_that_were_prepared_before_the_director_appoints_one(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr(appointing, "another", lambda door, row=None: None)
        one, other = prepare(family, called="mevrouw Peeters"), prepare(family, called="Mevr. Peeters")
    assert decide(family, one).status_code == 302
    told = unescape(decide(family, other).content.decode())
    assert REFUSED in told
    assert [row.decided_on is None for row in rows(family)] == [False, True]
