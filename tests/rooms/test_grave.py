"""Before what is grave someone shows once more who it is: breaking the glass, and a page for a service or the court."""

import pytest
from django.test import Client
from django.urls import reverse

from kring.access.models import Disclosure
from tests.family import Family
from tests.rooms.staying import SENTENCE, at_work
from tests.rooms.test_passkeys import later
from tests.rooms.test_telling import FACTS, something
from tests.rooms.test_transfers import ALL_YES, BOTH, WORDS, made

AGAIN = reverse("account_reauthenticate")


@pytest.fixture
def lotte(family: Family) -> Client:
    """Lotte signed in eleven minutes ago."""
    browser = at_work(family)
    later(browser, 11)
    return browser


def test_in_an_emergency_she_shows_who_she_is_and_nothing_is_typed_twice(family: Family, lotte: Client) -> None:
    where = family.url("portals:emergency", item=something(family).pk)
    sent = FACTS | {"to": str(family.person("karim")), "once": family.once()}
    asked = lotte.post(where, sent)
    assert asked["Location"].startswith(AGAIN)
    assert not Disclosure.objects.exists()
    lotte.post(AGAIN, {"password": "een ander wachtwoord", "next": where})
    assert not Disclosure.objects.exists()
    lotte.post(AGAIN, {"password": SENTENCE, "next": where})
    assert Disclosure.objects.count() == 1, "what was being sent arrived"


def test_what_leaves_for_a_service_is_asked_for_too(family: Family, lotte: Client) -> None:
    where = family.url("rights:transfer")
    sent = {
        "receiver": str(family.person("nadia")),
        "words": WORDS,
        "basis": "consent",
        **ALL_YES,
        **BOTH,
        "sure": "on",
    }
    assert lotte.post(where, {**sent, "once": family.once()})["Location"].startswith(AGAIN)
    assert made(family) == 0
    lotte.post(AGAIN, {"password": SENTENCE, "next": where})
    assert made(family) == 1


def test_to_a_stranger_there_is_nothing_to_show_it_for(family: Family) -> None:
    mo = at_work(family, "mo")
    later(mo, 11)
    assert mo.get(family.url("rights:transfer")).status_code == 404
    assert mo.get(family.url("portals:emergency", item=something(family).pk)).status_code == 404
