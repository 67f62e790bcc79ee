"""Sem, nine years, comes in by pictures on a device of the house: chosen together with Lotte, and small."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.access.acts import open_dossier
from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.pages import not_found_bytes
from kring.people.acts.coming import WRONG_ROWS
from kring.people.models import Attempts, Device, Stay, User, Way
from kring.people.pictures import FIGURES, PICTURES, is_easy
from tests.family import Family

DOOR, DEVICES = "/in/pictures/", "/house/devices/"
MINE = ("moon", "car", "house", "apple")


def choose(
    family: Family,
    row: tuple[str, ...] = MINE,
    again: tuple[str, ...] = MINE,
    *,
    figure: str = "fox",
    place: UUID | None = None,
) -> str:
    """Lotte and Sem, side by side: a figure, four taps, and four again.  What the last page says."""
    lotte, where = family.browser("lotte"), reverse("rights:own_pictures", args=[place or family.sem.dossier])
    carried = {"figure": figure, "once": family.once()}
    page = lotte.post(where, carried).content.decode()
    for tap in (*row, *again):
        carried |= {name: _carried(page, name) for name in ("row", "first")}
        page = lotte.post(where, {**carried, "tap": tap}).content.decode()
    return page


def _carried(page: str, name: str) -> str:
    return next(iter(re.findall(rf'name="{name}" value="([^"]*)"', page)), "")


@pytest.fixture
def tablet(family: Family) -> Client:
    """The tablet of the living room: Lotte signed in there, made it one of the house, and left."""
    return register(family, "lotte")


def register(family: Family, who: str) -> Client:
    browser = family.browser(who)
    browser.post(DEVICES, {"name": "de tablet in de living", "once": family.once()}, follow=True)
    browser.post(reverse("account_logout"))
    browser.get("/in/")  # "you are signed out" is told once
    return browser


def tap(browser: Client, row: tuple[str, ...] = MINE, *, figure: str = "fox") -> HttpResponse:
    """The last tap; where it leads back to the pictures, that page."""
    sent = browser.post(DOOR, {"figure": figure, "row": "-".join(row[:-1]), "tap": row[-1]})
    return browser.get(DOOR) if sent.headers.get("Location") == DOOR else sent


def sees(family: Family, browser: Client, page: str = "portals:child") -> int:
    status: int = browser.get(family.url(page, child="sem")).status_code
    return status


def test_sem_taps_his_figure_and_his_row_and_finds_his_own_small_pages(family: Family, tablet: Client) -> None:
    assert "Zo kom jij binnen." in choose(family)
    assert "Met mijn prenten" in tablet.get("/in/").content.decode()
    assert tap(tablet)["Location"] == "/today/"
    assert sees(family, tablet) == 200
    assert sees(family, tablet, "rights:pictures") == 200
    assert {sees(family, tablet, page) for page in ("circle:page", "rights:own", "rights:ways", "circle:session")} == {
        404
    }
    assert tablet.get("/in/passkeys/").status_code == 404
    assert Stay.objects.latest("began_at").kind == "home"
    assert [family.log(event) for event in (Event.WAY_GIVEN, Event.WAY_OPENED)] == [1, 1]


def test_on_any_other_device_the_page_does_not_exist(family: Family, tablet: Client) -> None:
    choose(family)
    for stranger in (Client(), family.browser("lotte")):
        for answer in (stranger.get(DOOR), tap(stranger)):
            assert (answer.status_code, answer.content) == (404, not_found_bytes())
    gone = Device.objects.get(organisation__isnull=False)
    family.browser("greet").post(reverse("people:device_ending", args=[gone.pk]))
    assert tap(tablet).status_code == 404


def test_the_page_is_the_same_whoever_lives_here(family: Family, tablet: Client) -> None:
    empty = tablet.get(DOOR).content.decode()
    choose(family)
    full = tablet.get(DOOR).content.decode()
    token = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
    assert token.sub("", empty) == token.sub("", full)
    assert len(FIGURES) == len(PICTURES) == full.count('name="figure"') == 12
    assert "Sem" not in full


@pytest.mark.parametrize("wrong", ["row", "figure", "late", "closed", "account"])
def test_a_wrong_row_gets_the_same_calm_page(family: Family, tablet: Client, wrong: str) -> None:
    choose(family)
    if wrong == "late":
        Way.objects.filter(kind="pictures").update(until_at=clock.now() - timedelta(seconds=1))
    if wrong == "closed":
        family.browser("lotte").post(family.url("rights:own_ending", child="sem"), {"once": family.once()})
    if wrong == "account":
        User.objects.filter(person=family.person("sem")).update(is_active=False)
    row = tuple(reversed(MINE)) if wrong == "row" else MINE
    page = tap(tablet, row, figure="owl" if wrong == "figure" else "fox")
    assert "Dat was het nog niet." in page.content.decode()
    assert not re.search(r"\bSem\b", page.content.decode())  # a token may hold those letters
    assert sees(family, tablet) != 200


def test_guessing_stops_for_a_figure_on_a_device(family: Family, tablet: Client) -> None:
    choose(family)
    for _ in range(5):
        tap(tablet, ("sun", "sun", "tree", "boat"))
    assert tap(tablet).status_code == 200  # also the right row has to wait
    other = register(family, "greet")
    assert tap(other)["Location"] == "/today/"
    Attempts.objects.all().delete()
    assert tap(tablet)["Location"] == "/today/"


def test_slips_of_one_child_do_not_end_the_row_of_another_under_the_same_figure(family: Family, tablet: Client) -> None:
    choose(family)
    team = Dossier.objects.get(pk=family.sem.dossier).team
    mila = open_dossier(family.actor("lotte"), call_name="Mila", team=team, once=None)
    hers = ("boat", "heart", "sun", "tree")
    choose(family, hers, hers, place=mila.pk)
    for _week in range(16):
        assert [tap(tablet, tuple(reversed(hers))).status_code for _ in range(2)] == [200, 200]
        assert tap(tablet, hers)["Location"] == "/today/"
        tablet.post(reverse("account_logout"))
        assert set(Way.objects.filter(kind="pictures").values_list("wrong", flat=True)) == {0}
    assert tap(tablet)["Location"] == "/today/"
    assert sees(family, tablet) == 200


def test_who_knows_its_own_row_cannot_guess_that_of_another(family: Family, tablet: Client) -> None:
    """Mila tries a few rows for Sem, taps her own, and begins again: his count stands, and hers is clean."""
    choose(family)
    team = Dossier.objects.get(pk=family.sem.dossier).team
    mila = open_dossier(family.actor("lotte"), call_name="Mila", team=team, once=None)
    hers = ("boat", "heart", "sun", "tree")
    choose(family, hers, hers, place=mila.pk)
    sems, milas = Way.objects.filter(kind="pictures").order_by("pk")
    for guessed in (3, 6):
        tried = [tap(tablet, ("moon", "car", "apple", picture)).status_code for picture in ("sun", "star", "boat")]
        assert tried == [200, 200, 200]
        assert tap(tablet, hers)["Location"] == "/today/"
        tablet.post(reverse("account_logout"))
        sems.refresh_from_db()
        milas.refresh_from_db()
        assert (sems.wrong, milas.wrong) == (guessed, 0)
    for _ in range(8):
        [tap(tablet, ("moon", "car", "apple", picture)) for picture in ("sun", "star", "ball")]
        tap(tablet, hers)
        tablet.post(reverse("account_logout"))
    sems.refresh_from_db()
    assert sems.ended_for == "guessed"
    assert tap(tablet).status_code == 200


def test_back_after_a_wrong_row_asks_nothing_to_be_sent_once_more(family: Family, tablet: Client) -> None:
    """Every page of the pictures is one that was asked for, none is the answer to a form."""
    choose(family)
    for sent in ({"figure": "fox"}, {"figure": "fox", "row": "", "tap": "moon"}):
        assert tablet.post(DOOR, sent)["Location"] == DOOR
    assert "1 van de 4" in tablet.get(DOOR).content.decode()
    assert "Welk dier ben jij?" in tablet.get(DOOR).content.decode(), "and asked for once more it begins anew"
    assert "Dat was het nog niet." in tap(tablet, tuple(reversed(MINE))).content.decode()
    assert "Welk dier ben jij?" in tablet.get(DOOR).content.decode()


def test_who_only_guesses_ends_the_row(family: Family, tablet: Client) -> None:
    choose(family)
    for _ in range(WRONG_ROWS):
        tap(tablet, ("sun", "sun", "tree", "boat"))
        Attempts.objects.all().delete()  # however long a stranger waits
    assert Way.objects.get(kind="pictures").ended_for == "guessed"
    assert tap(tablet).status_code == 200


@pytest.mark.parametrize(
    ("row", "again"),
    [
        (MINE, tuple(reversed(MINE))),
        (("sun",) * 4, ("sun",) * 4),
        (PICTURES[:4], PICTURES[:4]),
        (("sun", "moon", "sun", "moon"), ("sun", "moon", "sun", "moon")),
    ],
)
def test_nothing_is_kept_of_an_easy_row_or_of_another_second_time(
    family: Family, row: tuple[str, ...], again: tuple[str, ...]
) -> None:
    choose(family, row, again)
    assert not Way.objects.filter(kind="pictures").exists()
    assert is_easy(row) or row != again


def test_the_house_stays_known_however_many_sign_in_after(family: Family, tablet: Client) -> None:
    choose(family)
    house = tablet.cookies["kring-device"]
    assert house["httponly"]
    assert house["samesite"] == "Lax"
    tablet.cookies["kring-device"] = "~".join([*(f"stranger{n}" for n in range(8)), house.value])
    assert tap(tablet)["Location"] == "/today/"


def test_ending_the_device_puts_out_who_is_in(family: Family, tablet: Client) -> None:
    choose(family)
    tap(tablet)
    mo, device = family.browser("mo"), Device.objects.get(organisation__isnull=False)
    assert "de tablet in de living" in mo.get(DEVICES).content.decode()
    assert family.browser("noor").get(DEVICES).status_code == 404
    mo.post(reverse("people:device_ending", args=[device.pk]))
    assert sees(family, tablet) != 200
    assert family.log(Event.DEVICE_FORGOTTEN) == 1
