"""Noor says quietly to one person that she is not safe: what that one reads, and whom it can call (R10, B47)."""

from html import unescape

import pytest

from kring.people.models import Organisation
from tests.family import Family
from tests.rooms.test_telling import not_safe


@pytest.mark.parametrize("who", ["wilma", "karim", "rita"])
def test_who_hears_it_quietly_reads_first_that_help_may_be_sought_and_whom_to_call(family: Family, who: str) -> None:
    """A supporter stands alone with it: 112, 101, and whom of the house it can call; secrecy is no reason to wait."""
    not_safe(family, who)
    heard = unescape(family.page("rights:heard", seen_by=who))
    assert "Vertel het niet verder zonder het te vragen. Maar is er gevaar? Dan mag je hulp zoeken" in heard
    assert "Is Noor nu in gevaar?" in heard
    greet = Organisation.objects.exclude(contact=None).get().contact_phone.replace(" ", "")
    for number in ("112", "101", "1712", greet):
        assert f'href="tel:{number}"' in heard
    assert heard.index('href="tel:112"') < heard.rindex("Gelezen"), "the numbers come before the button"


def test_a_worker_who_hears_it_alone_reads_that_it_may_seek_help_too(family: Family) -> None:
    not_safe(family, "lotte")
    heard = unescape(family.page("rights:heard", seen_by="lotte"))
    assert "Maar is er gevaar? Dan mag je hulp zoeken" in heard
    assert "Is Noor nu in gevaar?" not in heard, "who works here knows whom to call"
