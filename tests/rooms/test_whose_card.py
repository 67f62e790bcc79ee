"""Lotte prints another card for Noor and uses it herself: she reads no more than before, and Noor reads that it was
used, and by whom it was made.  And Noor, who lost everything, waits a week and no longer (R8)."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.access.door import open_door
from kring.access.models import Say
from kring.audit.events import Event
from kring.circle.models import Member
from kring.kit import clock
from kring.law.access import Section
from kring.people.actors import Actor, ActorKind
from kring.people.models import Device, Message, Pin, Stay, Way, WayEnd
from tests.family import Family
from tests.rooms.hiding import hide
from tests.rooms.test_code_card import MINE, OTHER, OWN, PIN, choose, come_in, is_in, make, type_over
from tests.rooms.test_new_device import keep, say

SECRET = "ik wil niet naar zondag"


@pytest.fixture
def phone(family: Family) -> Client:
    """Noor's own phone, in which she wrote something for herself alone; she is still in."""
    browser = come_in(make(family))
    browser.post(MINE, {"yes": "1"})
    browser.post(reverse("account_logout"))
    browser.post(OWN, {"pin": PIN})
    confirm(family, browser)
    keep(family, browser, SECRET)
    assert reads(family, browser)
    return browser


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Set the clock on."""

    def set_on(by: timedelta) -> None:
        then: datetime = clock.now() + by
        monkeypatch.setattr(clock, "now", lambda: then)

    return set_on


def with_another_card(family: Family, pin: str = OTHER, browser: Client | None = None) -> Client:
    """Somebody uses a card with which the digits are chosen anew."""
    came, carried = type_over(make(family, anew=True), browser)
    assert choose(came, carried, pin)["Location"] == MINE
    return came


def notes(family: Family, browser: Client) -> str:
    return browser.get(family.url("journal:notes")).content.decode()


def reads(family: Family, browser: Client) -> bool:
    return SECRET in notes(family, browser)


def circle(family: Family, browser: Client) -> str:
    return browser.get(family.url("circle:list")).content.decode()


def home(family: Family, browser: Client) -> str:
    return browser.get(family.url("portals:child")).content.decode()


def last() -> UUID:
    """The card that was made last."""
    key: UUID = Way.objects.filter(kind="card").latest("made_at").pk
    return key


def confirm(family: Family, browser: Client, card: UUID | None = None) -> HttpResponse:
    return browser.post(family.url("rights:own_it_was_me", card=card or last()), {"once": family.once()})


def disown(family: Family, browser: Client, card: UUID | None = None) -> HttpResponse:
    return browser.post(family.url("rights:own_not_me", card=card or last()), {"once": family.once()})


# -- who used it --


def test_who_made_the_card_and_uses_it_reads_nothing_that_is_closed_to_it(family: Family, phone: Client) -> None:
    thief = with_another_card(family)
    assert is_in(family, thief)
    assert not reads(family, thief)
    assert SECRET not in thief.get(family.url("journal:print")).content.decode()
    assert "We weten nog niet zeker dat jij het bent" in home(family, thief)
    assert reads(family, phone)


def test_nor_what_was_said_to_one_person_only(family: Family, phone: Client) -> None:
    told = {"who": str(family.person("wilma")), "once": family.once()}
    phone.post(family.url("portals:unsafe"), told)
    said = family.url("rights:say")
    assert "Ik ben nu niet veilig." in phone.get(said).content.decode()
    thief = with_another_card(family)
    assert "Ik ben nu niet veilig." not in thief.get(said).content.decode()


def test_nor_whom_noor_hid_from_lotte(family: Family, phone: Client) -> None:
    hide(family, family.member("karim"))
    assert "Karim" in circle(family, phone)
    assert "Karim" not in circle(family, family.browser("lotte"))
    thief = with_another_card(family)
    assert "Wilma" in circle(family, thief)
    assert "Karim" not in circle(family, thief)


def test_what_noor_hid_from_who_makes_no_cards_is_hers_to_see(family: Family, phone: Client) -> None:
    """Nobody may be missing among her people for a reason that has nothing to do with the card."""
    hide(family, family.member("karim"), towards="wilma")
    assert "Karim" in circle(family, phone)
    assert "Karim" in circle(family, with_another_card(family))


@pytest.mark.parametrize(("small", "there"), [(True, True), (False, False)])
def test_nobody_is_missing_among_the_people_of_a_child_that_taps_pictures(
    family: Family, *, small: bool, there: bool
) -> None:
    """Its worker made those pictures too; but a small child that looks for Karim must find Karim."""
    hide(family, family.member("karim"))
    noor = Actor(ActorKind.SESSION, family.person("noor"), is_small=small, is_unsure=True)
    door = open_door(noor, family.noor.dossier, Section.CIRCLE)
    assert door.within(Member.objects.filter(pk=family.member("karim"))).exists() is there


def test_nothing_opens_from_there_and_no_other_way_in_is_made(family: Family, phone: Client) -> None:
    thief = with_another_card(family)
    assert say(family, thief, "yes").waits
    for shut in ("ways:passkeys", "ways:passkey_add", "ways:pin", "ways:channel", "mfa_index"):
        assert thief.get(reverse(shut))["Location"] == "/today/", shut
    assert confirm(family, thief).status_code == 404
    assert "Dat was ik" not in home(family, thief)
    thief.post(MINE, {"yes": "1"})
    thief.post(reverse("account_logout"))
    assert thief.post(OWN, {"pin": OTHER})["Location"] == "/today/"
    assert not reads(family, thief), "a phone that was called own there is no phone of before"
    again = with_another_card(family, "381604", thief)
    assert not reads(family, again), "nor after yet another card"


# -- what noor reads --


def test_noor_reads_that_a_card_was_made_and_stops_it(family: Family, phone: Client) -> None:
    code = make(family, anew=True)
    assert "Lotte maakte het op" in home(family, phone)
    assert disown(family, phone)["Location"] == family.url("portals:child")
    assert not type_over(code)[1]
    assert "Er is een kaartje voor jou" not in home(family, phone)
    assert is_in(family, phone)


def test_noor_reads_that_it_was_used_and_puts_them_out(family: Family, phone: Client) -> None:
    thief = with_another_card(family)
    thief.post(MINE, {"yes": "1"})
    told = home(family, phone)
    assert "Iemand kwam binnen met een nieuw kaartje" in told
    assert "Lotte maakte het op" in told
    assert "Was jij dat niet?" in told
    assert "eruit" in phone.get(family.url("rights:own_not_me", card=last())).content.decode()
    assert disown(family, phone).status_code == 302
    assert not is_in(family, thief)
    assert thief.post(OWN, {"pin": OTHER})["Location"] == "/in/"
    assert Way.objects.latest("made_at").ended_for == WayEnd.DISOWNED
    assert family.log(Event.WAY_ENDED) == 1
    phone.post(reverse("account_logout"))
    assert phone.post(OWN, {"pin": PIN})["Location"] == "/today/", "her digits are her digits again"
    assert "nieuw kaartje" not in home(family, phone)


def test_meanwhile_her_own_digits_open_her_own_phone(family: Family, phone: Client) -> None:
    phone.post(reverse("account_logout"))
    with_another_card(family)
    assert phone.post(OWN, {"pin": PIN})["Location"] == "/today/"
    assert reads(family, phone)
    assert "Iemand kwam binnen met een nieuw kaartje" in home(family, phone)


def test_a_knock_goes_where_it_is_safe(family: Family, phone: Client) -> None:
    Message.objects.all().delete()
    code = make(family, anew=True)
    assert Message.objects.filter(person=family.person("noor"), code="account").count() == 1
    browser, carried = type_over(code)
    choose(browser, carried, OTHER)
    assert Message.objects.filter(person=family.person("noor"), code="account").count() == 2


@pytest.mark.parametrize("other", ["lotte", "ann", "wilma", "an"])
def test_nobody_else_says_who_it_was(family: Family, phone: Client, other: str) -> None:
    with_another_card(family)
    assert confirm(family, family.browser(other)).status_code == 404
    assert disown(family, family.browser(other)).status_code == 404
    assert (family.log(Event.WAY_CONFIRMED), family.log(Event.WAY_ENDED)) == (1, 0), "only of her own first card"


# -- when it was noor --


def test_it_was_noor_and_she_says_so_on_her_old_phone(family: Family, phone: Client) -> None:
    new = with_another_card(family)
    assert not reads(family, new)
    assert confirm(family, phone).status_code == 302
    assert reads(family, new)
    assert family.log(Event.WAY_CONFIRMED) == 2  # and of her first card
    assert "nieuw kaartje" not in home(family, phone)
    assert not Pin.objects.exclude(before="").exists()


def test_on_the_phone_that_kring_knows_another_card_asks_nothing_more(family: Family, phone: Client) -> None:
    phone.post(reverse("account_logout"))
    with_another_card(family, browser=phone)
    assert reads(family, phone)
    assert Pin.objects.get().waits_until is None


def test_the_card_that_asks_the_digits_of_before_is_noor(family: Family, phone: Client) -> None:
    browser, carried = type_over(make(family))
    browser.post("/in/card/pin/", {**carried, "pin": PIN})
    assert reads(family, browser)
    assert "Iemand kwam binnen met een nieuw kaartje" in home(family, phone), "and the other device tells of it"


def test_who_lost_everything_waits_a_week(family: Family, phone: Client, later: Callable[[timedelta], None]) -> None:
    Device.objects.update(ended_at=clock.now())
    browser = with_another_card(family)
    browser.post(MINE, {"yes": "1"})
    assert not reads(family, browser)
    Stay.objects.update(ended_at=clock.now())
    later(timedelta(days=6, hours=23))
    assert browser.post(OWN, {"pin": OTHER})["Location"] == "/today/"
    assert not reads(family, browser)
    later(timedelta(hours=2))
    browser.post(OWN, {"pin": OTHER})
    assert reads(family, browser)


def test_her_own_card_is_not_that_of_somebody_else(family: Family, phone: Client) -> None:
    """Noor says of the card that she used herself that it was she: of the other nothing is said by that."""
    mine = last()
    Way.objects.update(settled_at=None)
    thief = with_another_card(family)
    assert home(family, phone).count("Iemand kwam binnen met een nieuw kaartje") == 2
    confirm(family, phone, mine)
    assert not reads(family, thief)
    assert Pin.objects.get().waits_until
    assert disown(family, phone, mine).status_code == 404, "that was answered"
    disown(family, phone)
    assert not is_in(family, thief)


def test_of_two_cards_anew_each_is_answered_for_itself(family: Family, phone: Client) -> None:
    """The first was used by somebody else, the second by Noor, who forgot her digits."""
    phone.post(reverse("account_logout"))
    thief = with_another_card(family)
    thief.post(MINE, {"yes": "1"})
    first = last()
    new = with_another_card(family, "381604")
    assert confirm(family, new).status_code == 404
    assert disown(family, new, first).status_code == 302
    assert is_in(family, new)
    assert thief.post(OWN, {"pin": OTHER})["Location"] == "/in/", "what it called its own phone is none"
    assert not reads(family, new), "and who she is, is still to be shown"
    assert phone.post(OWN, {"pin": PIN})["Location"] == "/today/"
    confirm(family, phone)
    assert reads(family, new)


def test_where_somebody_else_knows_the_digits_all_of_before_stops(family: Family, phone: Client) -> None:
    sent = {"once": family.once(), "over": "on"}
    page = family.browser("lotte").post(family.url("rights:own_card"), sent).content.decode()
    assert "Kies zes cijfers" in page
    assert not is_in(family, phone)
    assert phone.post(OWN, {"pin": PIN})["Location"] == "/in/"
    assert not Pin.objects.exists()


def test_the_very_first_card_waits_for_nothing(family: Family) -> None:
    browser = come_in(make(family))
    assert Pin.objects.get().waits_until is None
    assert "kaartje" not in home(family, browser)
    assert not Say.objects.filter(waits=True).exists()
