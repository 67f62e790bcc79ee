"""Why a child cannot designate is never that it is young: a reason that names an age is read once more (R6, A128)."""

from html import unescape

import pytest

from tests.family import Family
from tests.rooms.test_decided import ALL, TALKS, WORKERS, post, prepare, rows, today


@pytest.mark.parametrize(
    "reason",
    [
        "Ze is te jong om te kiezen.",
        "Noor is vijftien.",
        "Op haar leeftijd gaat dat niet.",
        "Sem zit nog in het eerste en wijst niet.",
        "Hij is een kleuter.",
        "Een kind van de lagere school.",
        "Ze zit in het vierde leerjaar.",
    ],
)
def test_a_reason_that_names_an_age_is_read_once_more_by_who_wrote_it(family: Family, reason: str) -> None:
    """R6, A128: that a child is young is never why; where an age stands there for another reason, one says so."""
    row = prepare(family, why="Ze wil zelf niet kiezen.")
    said = {"motive": reason, "about_earlier": "Dat las ik.", "sure": "on"}
    told = post(family, "rights:appointment_decision", by="mo", said=said, appointment=row).content.decode()
    assert "Jong zijn mag nooit de reden zijn." in told
    assert told.index('name="motive"') < told.index('name="not_the_age"') < told.index('name="sure"')
    assert reason in unescape(told), "nothing that was typed is lost"
    assert rows(family)[0].decided_on is None
    sure = said | {"not_the_age": "on"}
    assert post(family, "rights:appointment_decision", by="mo", said=sure, appointment=row).status_code == 302
    assert rows(family)[0].motive == reason


def test_who_prepares_it_is_asked_the_same(family: Family) -> None:
    said = {**ALL, **dict.fromkeys(TALKS, today()), **WORKERS, "why": "Sem is nog maar negen jaar"}
    told = post(family, "rights:appointment_new", by="lotte", said=said).content.decode()
    assert "Jong zijn mag nooit de reden zijn." in told
    assert rows(family) == []
    assert told.index('name="why"') < told.index('name="not_the_age"') < told.index('name="adult"')
    assert post(family, "rights:appointment_new", by="lotte", said=said | {"not_the_age": "on"}).status_code == 302


@pytest.mark.parametrize("reason", ["In het eerste gesprek zei ze niets.", "Ze vroeg het in de eerste week."])
def test_what_came_first_is_no_age(family: Family, reason: str) -> None:
    row = prepare(family, why=reason)
    assert rows(family)[-1].pk == row
