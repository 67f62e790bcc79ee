"""A provider that says how strong somebody signed in: weaker than what the house asks lets nobody in."""

from typing import Any

import pytest
from django.conf import settings as configured
from django.test import Client
from pytest_django import Settings

from kring.audit.events import Event
from kring.config import openid
from tests.family import Family
from tests.openid.rogue import Rogue
from tests.rooms.openid_round import begin, is_in, link, provider, round_trip, said

__all__ = ["provider"]  # a fixture


@pytest.fixture
def asks(family: Family, provider: Rogue, settings: Settings) -> dict[str, Any]:
    """Lotte linked it; from then on the house asks for more."""
    link(family, provider)
    told: dict[str, Any] = configured.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]
    return told


def test_a_level_is_asked_for_and_held_to(provider: Rogue, asks: dict[str, Any]) -> None:
    asks["acr"] = ["substantial", "high"]
    assert begin(Client())["acr_values"] == "substantial high"
    browser = Client()
    assert round_trip(browser, provider, acr="high").status_code == 302
    assert is_in(browser)


def test_nothing_is_asked_without_a_setting(provider: Rogue, asks: dict[str, Any]) -> None:
    assert "acr_values" not in begin(Client())
    browser = Client()
    assert round_trip(browser, provider).status_code == 302
    assert is_in(browser)


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ({"acr": ["high"]}, {"acr": "low"}),
        ({"acr": ["high"]}, {}),
        ({"acr": ["high"]}, {"acr": ["high"]}),
        ({"acr": ["high"]}, {"acr": "high low"}),
        ({"amr": ["mfa"]}, {"amr": ["pwd"]}),
        ({"amr": ["mfa"]}, {"amr": "mfa"}),
        ({"amr": ["mfa"]}, {"acr": "high"}),
        ({"acr": ["high"], "amr": ["mfa"]}, {"acr": "high", "amr": ["pwd"]}),
        ({"acr": ["high"], "amr": ["mfa"]}, {"acr": "low", "amr": ["mfa"]}),
    ],
)
def test_weaker_than_what_is_asked_lets_nobody_in(
    family: Family, provider: Rogue, asks: dict[str, Any], wanted: dict[str, Any], says: dict[str, Any]
) -> None:
    asks |= wanted
    browser = Client()
    page = round_trip(browser, provider, **says)
    assert page.status_code == 403
    assert said(page) == "Meld je daar sterker aan"
    assert not is_in(browser)
    assert family.log(Event.WAY_REFUSED) == 1


@pytest.mark.parametrize("line", ['acr = "high"', "amr = [7]", 'amr = ["two words"]', 'acr = [""]'])
def test_a_setting_that_would_mean_something_else_is_refused(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    told = ["[[provider]]", 'id = "acm"', 'name = "ACM"', 'server_url = "https://a.example"']
    told += ['client_id = "kring"', 'client_secret = "secret"', line]
    monkeypatch.setenv("KRING_OPENID", "\n".join(told))
    with pytest.raises(openid.ProviderError, match="list of words"):
        openid.providers()
