"""What tests of signing in elsewhere have in common: a provider, a round to it and back, and what came of it."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from kring.people.models import User
from tests.family import Family
from tests.openid.rogue import CLIENT, SECRET, Rogue, rogue

BEGIN = "/accounts/openid/acm/"
BACK = "/accounts/openid/acm/back/"


@pytest.fixture
def provider(settings: Settings) -> Iterator[Rogue]:
    """A provider that Kring is told of."""
    with rogue() as one:
        told = {"server_url": one.address, "via": []}
        app = {"provider_id": "acm", "name": "ACM/IDM", "client_id": CLIENT, "secret": SECRET, "settings": told}
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
        yield one


def account(family: Family, name: str = "lotte") -> User:
    return User.objects.get(person=family.person(name))


def begin(browser: Client, where: str = BEGIN, **said: str) -> dict[str, str]:
    """Press the button; what the browser is sent to the provider with."""
    sent = browser.post(where, said)
    assert sent.status_code == 302, sent.content.decode()
    return {name: values[0] for name, values in parse_qs(urlsplit(sent["Location"]).query).items()}


def back(browser: Client, asked: dict[str, str], **other: str) -> HttpResponse:
    """Come back from the provider with a code."""
    return browser.get(BACK, {"code": "a code", "state": asked["state"], **other})


def round_trip(browser: Client, provider: Rogue, **says: Any) -> HttpResponse:
    asked = begin(browser)
    provider.says = {"nonce": asked["nonce"], **says}
    return back(browser, asked)


def link(family: Family, provider: Rogue, name: str = "lotte", subject: str = "lotte-at-acm") -> HttpResponse:
    browser = family.browser(name)
    asked = begin(browser, reverse("openid_link", args=["acm"]))
    provider.says = {"nonce": asked["nonce"], "sub": subject}
    return back(browser, asked)


def is_in(browser: Client) -> bool:
    return browser.get(reverse("portals:today")).status_code == 200


def said(page: HttpResponse) -> str:
    return re.search(r"<h1>(.*?)</h1>", page.content.decode())[1]  # type: ignore[index]
