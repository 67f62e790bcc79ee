"""What tests of staying have in common: a colleague with a password and a PIN, and time that passes."""

from datetime import timedelta

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.kit import clock
from kring.people.acts import pins
from kring.people.models import Stay, User
from tests.family import Family

SENTENCE = "vier paarden in de wei"
PIN = "482915"


def account(family: Family, name: str = "lotte") -> User:
    """Someone's account."""
    return User.objects.get(person=family.person(name))


def with_a_password(family: Family, name: str = "lotte") -> User:
    """Someone who chose a password and a PIN."""
    user = account(family, name)
    if user.has_usable_password():
        return user
    user.set_password(SENTENCE)
    user.save()
    pins.choose(user.person, PIN, at=clock.now())
    return user


def sign_in(browser: Client, name: str = "lotte") -> HttpResponse:
    """By password, as on the page."""
    fields = {"login": f"{name}@kring.example", "password": SENTENCE}
    return browser.post(reverse("account_login"), fields)


def at_work(family: Family, name: str = "lotte") -> Client:
    """A browser in which a colleague signed in, and looks at a page."""
    with_a_password(family, name)
    browser = Client(HTTP_USER_AGENT="Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")
    sign_in(browser, name)
    browser.get("/")
    return browser


def stay_of(family: Family, name: str = "lotte") -> Stay:
    """The last stay that began."""
    return Stay.objects.filter(user__person=family.person(name)).latest("began_at")


def pass_by(family: Family, name: str = "lotte", **time: float) -> None:
    """So long ago, this person touched a page for the last time."""
    stay, gone = stay_of(family, name), timedelta(**time)
    Stay.objects.filter(pk=stay.pk).update(seen_at=stay.seen_at - gone)


def is_in(browser: Client) -> bool:
    """Whether the first page of a colleague opens."""
    return browser.get(reverse("portals:today")).status_code == 200
