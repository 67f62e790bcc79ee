"""Where am I signed in: seen, ended one by one or all at once, and over for who does not work here any more."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from kring.audit.events import Event
from kring.kit import clock
from kring.law.ways import WayKind
from kring.people.acts import house, stays, ways
from kring.people.models import Device, Post, Stay, Way
from tests.family import Family
from tests.rooms.staying import SENTENCE, account, at_work, is_in, sign_in, stay_of

PAGE = "/in/stays/"


def test_she_sees_both_and_ends_the_other(family: Family) -> None:
    phone, laptop = at_work(family), at_work(family)
    page = laptop.get(PAGE).content.decode()
    assert page.count("Firefox · Linux") == 2
    assert page.count("dit toestel") == 1
    other = Stay.objects.filter(user=account(family), ended_at=None).earliest("began_at")
    assert family.browser("bram").post(reverse("ways:stay_ending", args=[other.pk])).status_code == 404
    assert is_in(phone)
    laptop.post(reverse("ways:stay_ending", args=[other.pk]))
    assert not is_in(phone)
    assert is_in(laptop)


def test_all_others_at_once(family: Family) -> None:
    others, laptop = [at_work(family), at_work(family)], at_work(family)
    laptop.post(reverse("ways:others"))
    assert not any(is_in(one) for one in others)
    assert is_in(laptop)


def test_a_new_password_ends_the_others(family: Family) -> None:
    phone, laptop = at_work(family), Client()
    sign_in(laptop)
    new = "acht koeien bij de sloot"
    laptop.post(reverse("account_change_password"), {"oldpassword": SENTENCE, "password1": new, "password2": new})
    assert is_in(laptop)
    assert not is_in(phone)
    assert family.log(Event.STAY_ENDED) == 1


def test_signing_out_leaves_nothing_and_a_copied_cookie_opens_nothing(family: Family) -> None:
    browser = at_work(family)
    copied = browser.cookies[settings.SESSION_COOKIE_NAME].value
    out = browser.post(reverse("account_logout"))
    assert out["Clear-Site-Data"] == '"cache", "storage"'
    assert stay_of(family).ended_at
    browser.cookies[settings.SESSION_COOKIE_NAME] = copied
    assert not is_in(browser)


def test_a_stay_that_ended_does_not_live_on_in_a_session_that_was_kept(family: Family) -> None:
    browser = at_work(family)
    stays.end(stay_of(family), at=clock.now())
    Stay.objects.all().delete()  # as its retention does, later
    assert not is_in(browser)


def test_a_session_that_somebody_else_prepared_is_worth_nothing(family: Family) -> None:
    stranger = Client()
    stranger.get(reverse("mfa_login_webauthn"), headers={"Accept": "application/json"})
    prepared = stranger.cookies[settings.SESSION_COOKIE_NAME].value
    browser = Client()
    browser.cookies[settings.SESSION_COOKIE_NAME] = prepared
    at_work(family)
    sign_in(browser)
    assert browser.cookies[settings.SESSION_COOKIE_NAME].value != prepared
    assert is_in(browser)
    assert not is_in(stranger)


def test_who_does_not_work_here_any_more_is_out_everywhere_at_once(family: Family) -> None:
    browser = at_work(family)
    device = Device.objects.filter(person=family.person("lotte"), ended_at=None)
    made = ways.make(family.person("lotte"), ways.Shape(kind=WayKind.LINK), by=family.person("mo"))
    linked = Client()
    linked.post(reverse("ways:link", args=[made.token]), {"pin": made.pin})
    assert device.exists()
    assert is_in(browser)
    for post in Post.objects.filter(person=family.person("lotte")):
        house.end_post(family.actor("mo"), post, on=clock.today())
    assert not is_in(browser)
    assert not is_in(linked)
    assert not device.exists()
    assert not Way.objects.open(clock.now()).filter(person=family.person("lotte")).exists()
    assert not Stay.objects.filter(user__person=family.person("lotte"), ended_at=None).exists()
    sign_in(browser)
    assert not is_in(browser)


def test_who_moves_to_another_task_may_at_the_next_request_no_more_than_that(family: Family) -> None:
    mo = family.actor("mo")
    person = account(family, "mo").person
    old = Post.objects.get(person=person)
    Post.objects.create(person=person, organisation=old.organisation, role="officer", from_on=clock.today())
    keeper = account(family, "greet").person
    Post.objects.create(person=keeper, organisation=old.organisation, role="manager", from_on=clock.today())
    browser = family.browser("mo")
    assert browser.get(reverse("people:team")).status_code == 200
    house.end_post(mo, old, on=clock.today())
    assert browser.get(reverse("people:team")).status_code == 404
    assert browser.get(reverse("people:organisation")).status_code == 200


@pytest.mark.parametrize("who", ["lotte", "noor"])
def test_everyone_can_look(family: Family, who: str) -> None:
    page = family.browser(who).get(PAGE).content.decode()
    assert "Waar ben ik aangemeld?" in page
    assert ("Hoofdmenu" in page) is (who == "lotte")
    assert ("Weg van hier" in page) is (who == "noor")
