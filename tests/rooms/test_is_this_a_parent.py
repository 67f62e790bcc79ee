"""Before a parent is let in as somebody who stands beside the child, the worker is asked; only by what stands there."""

import pytest

from kring.access.models import Given
from kring.audit.events import Event
from kring.law.meaning import Expressed
from kring.rights.faces import says_parent
from tests.family import Family

ASKED = "Is dit een ouder? Dan is er een andere weg."


def let_in(family: Family, member: str, *, by: str = "lotte", **more: str) -> str:
    sent = {"person": str(family.member(member)), "said": Expressed.SAID, "once": family.once(), **more}
    return family.browser(by).post(family.url("rights:let_in"), sent).content.decode()


def test_mama_is_asked_about_and_nothing_is_given_yet(family: Family) -> None:
    page = let_in(family, "mama")
    assert ASKED in page
    assert family.url("rights:let_parent_in") in page
    assert family.log(Event.WAY_GIVEN) == 0


def test_it_is_asked_before_sending_where_mama_is_chosen_already(family: Family) -> None:
    where = family.url("rights:let_in")
    asked = family.browser("lotte").get(where, {"member": str(family.member("mama"))}).content.decode()
    assert "Nee, dit is geen ouder" in asked
    assert "Nee, dit is geen ouder" not in family.page("rights:let_in", seen_by="lotte")


def test_who_is_no_parent_is_let_in_as_before(family: Family) -> None:
    assert ASKED not in let_in(family, "mama", no_parent="on")
    assert family.log(Event.WAY_GIVEN) == 1
    assert ASKED not in let_in(family, "rita")
    assert ASKED not in let_in(family, "mama_van_yara"), "a parent, and not of Noor"
    assert Given.objects.count() == 3


def test_a_child_is_not_questioned(family: Family) -> None:
    assert ASKED not in let_in(family, "mama", by="noor")
    assert "Nee, dit is geen ouder" not in family.page("rights:let_in", seen_by="noor")


def test_nothing_is_said_about_somebody_who_is_not_on_this_page(family: Family) -> None:
    """A key of another circle is no choice here, whatever that person is called there."""
    page = let_in(family, "sem_mama")
    assert ASKED not in page
    assert "Nee, dit is geen ouder" not in page
    assert family.log(Event.WAY_GIVEN) == 0


@pytest.mark.parametrize(
    ("said", "is_so"),
    [
        ("papa", True),
        ("Mijn Mama", True),
        ("Ann mama van Noor en Sem", True),
        ("vader", True),
        ("plusmama", True),
        ("mama van Yara", False),
        ("de papa van mijn beste vriend", False),
        ("papaja", False),
        ("oma", False),
        ("", False),
    ],
)
def test_what_is_called_a_parent(said: str, *, is_so: bool) -> None:
    assert says_parent(said, "Noor") is is_so
