"""Signing in with a provider: who was linked comes in; whatever the provider says wrong, nobody does."""

import os
import re
import subprocess
import sys
import time
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from kring.audit.events import Event
from kring.config import openid
from kring.people import welcome
from kring.people.models import User
from tests.family import Family
from tests.openid.rogue import CLIENT, SECRET, Rogue, a_key, rogue
from tests.rooms.openid_round import BACK, BEGIN, account, back, begin, is_in, link, provider, round_trip, said

__all__ = ["provider"]  # a fixture


def test_who_linked_it_beforehand_comes_in(family: Family, provider: Rogue) -> None:
    assert link(family, provider)["Location"] == reverse("openid_linked")
    browser = Client()
    assert round_trip(browser, provider).status_code == 302
    assert is_in(browser)
    assert "Lotte" in browser.get(reverse("portals:today"), follow=True).content.decode()
    assert family.log(Event.PROVIDER_LINKED) == 1


def test_kring_asks_for_a_subject_and_nothing_else_and_keeps_a_seal(family: Family, provider: Rogue) -> None:
    asked = begin(Client(), BEGIN + "?scope=email,profile&auth_params=prompt%3Dnone&process=connect")
    assert (asked["scope"], asked["response_type"], asked["code_challenge_method"]) == ("openid", "code", "S256")
    assert (asked["prompt"], asked["max_age"]) == ("login", "0"), "whatever the address says"
    link(family, provider)
    assert {"code_verifier", "client_secret"} <= provider.asked[-1].keys()
    kept = SocialAccount.objects.get()
    assert "lotte" not in kept.uid
    assert kept.extra_data == {}
    assert not SocialToken.objects.exists()
    assert not SocialApp.objects.exists()


def test_a_subject_that_nobody_linked_is_not_known_and_gets_no_account(family: Family, provider: Rogue) -> None:
    browser, before = Client(), User.objects.count()
    page = round_trip(browser, provider, sub="wie dan ook", email="lotte@kring.example", email_verified=True)
    assert said(page) == "We kennen deze aanmelding nog niet"
    assert not is_in(browser)
    assert User.objects.count() == before
    assert family.log(Event.WAY_REFUSED) == 1


NOW = int(time.time())
LIES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "an old key": ({"signs_as": "old"}, {}),
    "a key of another": ({"key": "new"}, {}),
    "no signature": ({"algorithm": "none"}, {}),
    "signed with what everybody knows": ({"algorithm": "HS256", "keyless": "k" * 64}, {}),
    "a wrong audience": ({}, {"aud": "another program"}),
    "several audiences, of which we are not the party": ({}, {"aud": [CLIENT, "another"], "azp": "another"}),
    "several audiences and no party": ({}, {"aud": [CLIENT, "another"]}),
    "a wrong issuer": ({}, {"iss": "http://127.0.0.1:1"}),
    "expired": ({}, {"exp": NOW - 3600, "iat": NOW - 7200}),
    "a clock an hour ahead": ({}, {"iat": NOW + 3600, "exp": NOW + 7200}),
    "a clock an hour behind": ({}, {"iat": NOW - 3600, "exp": NOW + 7200}),
    "a wrong nonce": ({}, {"nonce": "of another attempt"}),
    "no nonce": ({"drops": ("nonce",)}, {}),
    "no expiry": ({"drops": ("exp",)}, {}),
    "no subject": ({}, {"sub": ""}),
    "a moment that is none": ({}, {"auth_time": "gisteren"}),
    "a provider that calls itself by another name": ({"issuer": "http://127.0.0.1:1"}, {}),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_provider_that_says_something_wrong_lets_nobody_in(family: Family, provider: Rogue, lie: str) -> None:
    link(family, provider)
    asked = begin(browser := Client())
    signs, says = LIES[lie]
    good = provider.key
    for name, value in signs.items():
        setattr(provider, name, a_key() if name == "key" else value)
    provider.says = {"nonce": asked["nonce"], **says}
    if "key" in signs:
        token, provider.key = provider.token(), good
        provider.token = lambda: token  # type: ignore[method-assign]  # signed by another, published as its own
    page = back(browser, asked)
    assert said(page) == "Aanmelden is niet gelukt"
    assert "lotte-at-acm" not in page.content.decode()
    assert not is_in(browser)
    assert family.log(Event.WAY_REFUSED) == 1


def test_the_same_answer_twice_and_the_answer_of_another_browser_are_refused(family: Family, provider: Rogue) -> None:
    link(family, provider)
    browser = Client()
    asked = begin(browser)
    provider.says = {"nonce": asked["nonce"]}
    stranger = Client()
    begin(stranger)
    assert said(back(stranger, asked)) == "Aanmelden is niet gelukt", "begun in another browser"
    assert back(browser, asked).status_code == 302
    browser.post(reverse("account_logout"))
    assert said(back(browser, asked)) == "Aanmelden is niet gelukt", "used up"
    again = begin(browser)
    assert said(back(browser, again)) == "Aanmelden is niet gelukt", "an old token, in a new attempt"
    assert not is_in(browser)
    assert not is_in(stranger)
    assert family.log(Event.WAY_REFUSED) == 3


def test_who_stops_at_the_provider_is_told_so_and_no_more(family: Family, provider: Rogue) -> None:
    asked = begin(browser := Client())
    page = browser.get(BACK, {"error": "access_denied", "state": asked["state"]})
    assert said(page) == "Je bent niet aangemeld"
    assert family.log(Event.WAY_REFUSED) == 0


def test_a_subject_belongs_to_one_person(family: Family, provider: Rogue) -> None:
    link(family, provider)
    assert said(link(family, provider, "bram")) == "Dit kunnen we niet koppelen"
    assert SocialAccount.objects.get().user == account(family)


def test_what_was_begun_by_one_is_not_ended_by_another(family: Family, provider: Rogue) -> None:
    """Two people on one computer: the round that Lotte began to link hers, comes back to Bram."""
    browser = family.browser("lotte")
    asked = begin(browser, reverse("openid_link", args=["acm"]))
    state = browser.session["socialaccount_states"]
    browser.force_login(account(family, "bram"))
    session = browser.session
    session["socialaccount_states"] = state
    session.save()
    provider.says = {"nonce": asked["nonce"]}
    assert said(back(browser, asked)) == "Aanmelden is niet gelukt"
    assert not SocialAccount.objects.exists()


def test_a_new_colleague_links_it_with_the_welcome_link_and_that_once(family: Family, provider: Rogue) -> None:
    new = account(family)
    User.objects.filter(pk=new.pk).update(last_login=None)
    new.refresh_from_db()
    browser = Client()
    page = browser.get(welcome.link_for(new), follow=True).content.decode()
    uid = re.search(r'name="uidb36" value="(\w+)"', page)
    assert uid, page
    asked = begin(browser, reverse("openid_first", args=["acm"]), uidb36=uid[1])
    provider.says = {"nonce": asked["nonce"]}
    assert back(browser, asked)["Location"] == reverse("account_login")
    assert not is_in(browser), "linking is not coming in"
    assert round_trip(browser, provider).status_code == 302
    assert is_in(browser)
    late = Client().post(reverse("openid_first", args=["acm"]), {"uidb36": uid[1]})
    assert late["Location"] == reverse("account_reset_password")


def test_without_the_link_there_is_no_first_time(family: Family, provider: Rogue) -> None:
    sent = Client().post(reverse("openid_first", args=["acm"]), {"uidb36": "1"})
    assert sent["Location"] == reverse("account_reset_password")


def test_what_was_unlinked_opens_nothing(family: Family, provider: Rogue) -> None:
    link(family, provider)
    assert family.browser("lotte").post(reverse("openid_unlink", args=["acm"])).status_code == 302
    assert said(round_trip(Client(), provider)) == "We kennen deze aanmelding nog niet"
    assert family.log(Event.PROVIDER_UNLINKED) == 1


def test_a_disabled_account_stays_out(family: Family, provider: Rogue) -> None:
    link(family, provider)
    User.objects.filter(person=family.person("lotte")).update(is_active=False)
    browser = Client()
    assert round_trip(browser, provider)["Location"] == reverse("account_inactive")
    assert not is_in(browser)


def test_a_provider_that_does_not_answer_gives_a_plain_page(family: Family, settings: Settings) -> None:
    with rogue() as gone:
        told = {"server_url": gone.address, "via": []}
    app = {"provider_id": "acm", "name": "ACM/IDM", "client_id": CLIENT, "secret": SECRET, "settings": told}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    assert said(Client().post(BEGIN)) == "Aanmelden is niet gelukt"


def test_without_a_provider_there_is_no_button(family: Family) -> None:
    page = Client().get(reverse("account_login")).content.decode()
    assert "openid" not in page
    assert Client().post(BEGIN).status_code == 404


def test_with_one_there_is(family: Family, provider: Rogue) -> None:
    assert "Aanmelden met ACM/IDM" in Client().get(reverse("account_login")).content.decode()


# -- the file ---------------------------------------------------------------------------------------------------------

GOOD = """
[[provider]]
id = "acm"
name = "ACM/IDM"
server_url = "https://acm.example/op/"
client_id = "kring"
client_secret = "geheim"
via = ["https://itsme.example/start"]
"""


def test_the_file_names_the_providers_and_where_forms_may_lead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRING_OPENID", GOOD)
    found = openid.providers()
    assert (found[0]["provider_id"], found[0]["settings"]["server_url"]) == ("acm", "https://acm.example/op")
    assert openid.origins(found) == ["https://acm.example", "https://itsme.example"]


@pytest.mark.parametrize(
    ("wrong", "instead"),
    [
        ('client_id = "kring"', ""),
        ("https://acm.example", "http://acm.example"),
        ("https://itsme.example", "ftp://itsme.example"),
        ('id = "acm"', 'id = "A C M"'),
    ],
)
def test_a_file_that_lacks_something_stops_the_start(monkeypatch: pytest.MonkeyPatch, wrong: str, instead: str) -> None:
    monkeypatch.setenv("KRING_OPENID", GOOD.replace(wrong, instead, 1))
    with pytest.raises(openid.ProviderError) as told:
        openid.providers()
    assert "geheim" not in str(told.value)


def test_without_a_file_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KRING_OPENID", raising=False)
    monkeypatch.delenv("KRING_OPENID_FILE", raising=False)
    assert openid.providers() == []


def test_what_speaks_with_a_provider_is_loaded_when_one_is_asked_for_and_not_at_start() -> None:
    """Ten megabytes of a worker, in most places for nothing."""
    start = "import sys, kring.config.wsgi; from django.urls import get_resolver; get_resolver()._populate()"
    ask = "from allauth.socialaccount.adapter import get_adapter; get_adapter().list_providers(None)"
    both = f"{start}; print('requests' in sys.modules); {ask}; print('requests' in sys.modules)"
    for told, loaded in (("", "False"), (GOOD, "True")):
        around = os.environ | {"KRING_OPENID": told}
        said = subprocess.run([sys.executable, "-c", both], env=around, check=True, capture_output=True, text=True)
        assert said.stdout.split() == ["False", loaded]
