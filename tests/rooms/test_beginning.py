"""A new colleague of a house without mail: the manager hands over a link, and somebody else tells the digits."""

import re
from smtplib import SMTPException

import pytest
from django.core.mail import EmailMessage
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.audit.events import Event
from kring.people.models import Attempts, Post, User
from tests.family import Family
from tests.rooms.test_organisation import add

DIGITS = re.compile(r"Fatima: <strong>(\d{3}) (\d{3})</strong>")
LINK = re.compile(r'value="https?://[^/]+(/[^"]+)"')


@pytest.fixture
def no_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    """No mail leaves this house."""

    def refuse(_mail: EmailMessage, **_: object) -> int:
        raise SMTPException

    monkeypatch.setattr(EmailMessage, "send", refuse)


@pytest.fixture
def link(family: Family, no_mail: None) -> str:
    """What Mo hands over, in a house where Lotte came in before."""
    family.browser("lotte")
    page = add(family, by="mo").content.decode()
    found = LINK.search(page)
    assert found
    assert "Die zie jij niet" in page
    return found[1]


def house(family: Family, who: str) -> str:
    return family.browser(who).get(reverse("people:organisation")).content.decode()


def digits(family: Family) -> str:
    found = DIGITS.search(house(family, "lotte"))
    assert found
    return found[1] + found[2]


def begin(link: str, code: str, browser: Client | None = None) -> HttpResponse:
    return (browser or Client()).post(link, {"pin": code})


def test_the_digits_of_another_open_it_and_it_leads_to_a_password(family: Family, link: str) -> None:
    assert "/accounts/" not in link
    onward = begin(link, digits(family))
    assert onward.status_code == 302
    assert "Hoe wil je binnenkomen?" in Client().get(onward["Location"], follow=True).content.decode()


def test_who_made_the_link_reads_no_digits_and_does_not_come_in(family: Family, link: str) -> None:
    assert not DIGITS.search(house(family, "mo"))
    for guess in range(6):
        assert begin(link, f"00000{guess}").status_code == 200
    assert begin(link, digits(family)).status_code == 200, "after five wrong ones also the right one waits"
    assert family.log(Event.WAY_REFUSED) >= 5
    Attempts.objects.all().delete()
    assert begin(link, digits(family)).status_code == 302


def test_only_whose_task_it_is_reads_the_digits(family: Family, link: str) -> None:
    """Lotte tells them while nobody else came in; then the officer does, and a team lead before the officer."""
    assert DIGITS.search(house(family, "lotte"))
    family.browser("saar")
    for who in ("lotte", "bram", "greet"):
        assert not DIGITS.search(house(family, who)), who
    assert DIGITS.search(house(family, "saar"))
    assert DIGITS.search(house(family, "hilde"))
    for who in ("saar", "lotte", "bram", "greet", "mo"):
        assert not DIGITS.search(house(family, who)), who


def test_who_hands_the_link_over_reads_who_tells_the_digits(family: Family, no_mail: None) -> None:
    for who in ("lotte", "hilde"):
        family.browser(who)
    page = add(family, by="mo").content.decode()
    assert "Ze staan op de pagina Organisatie van Hilde." in page
    assert "Lotte" not in page


@pytest.mark.parametrize("forged", ["none", "AAAA", "azE6QUFBQQ", "%C3%A9"])
def test_a_forged_link_gets_the_same_page(family: Family, link: str, forged: str) -> None:
    where = reverse("ways:begin", args=[forged])
    assert begin(where, digits(family)).content.decode().count("Begin hier") == 1


def test_another_link_has_other_digits_and_who_came_in_has_none(family: Family, link: str) -> None:
    before, fatima = digits(family), User.objects.get(email="fatima@kring.example")
    family.browser("mo").post(reverse("people:link", args=[fatima.person_id]), {"once": family.once()})
    assert digits(family) != before
    assert begin(link, before).status_code == 200
    Client().force_login(fatima)
    assert not DIGITS.search(house(family, "lotte"))


def test_the_first_of_a_house_has_nobody_to_tell_digits(family: Family, no_mail: None) -> None:
    managers = [family.person("mo")]
    Post.objects.exclude(person__in=managers).delete()
    page = add(family, by="mo", role="manager", team="").content.decode()
    found = LINK.search(page)
    assert found
    assert found[1].startswith("/accounts/password/new/")
