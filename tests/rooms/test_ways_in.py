"""Coming in by a link, and what it opens: as Wilma, a parent and a stranger meet it."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kring.access import acts
from kring.access.acts import Handed
from kring.access.desk import desk_of
from kring.access.door import RefusedError, open_door
from kring.access.models import Given
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.pages import not_found_bytes
from kring.law.access import Relation, Section
from kring.law.ways import WayKind
from kring.people.actors import Actor, ActorKind
from kring.people.acts.ways import GUESSES
from kring.people.models import Device, Stay, User, Way, WayEnd
from tests.family import Family
from tests.links import PHONE, actor, give, link, opens, share, tap, way
from tests.rooms.pointing import pointed_before

SAME_FOR_ALL = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')


@pytest.fixture
def handed(family: Family) -> Handed:
    """Noor gives Wilma, her JIM, a link."""
    return give(family)


def test_wilma_comes_in_on_her_own_phone(family: Family, handed: Handed) -> None:
    wilma, sent = tap(handed)
    assert sent["Location"] == reverse("arriving:welcome")
    first = wilma.get(sent["Location"]).content.decode()
    assert "Noor laat je hier binnen." in first
    assert "Dit ben ik niet" in first
    assert family.log(Event.WAY_OPENED) == 1
    assert way(handed).device_id == Device.objects.get(person=family.person("wilma")).pk
    assert "al geopend" in family.page("rights:ways", seen_by="noor")
    assert tap(handed, wilma)[1].status_code == 302  # and again, on the same phone


def test_the_digits_may_be_written_as_they_were_heard(handed: Handed) -> None:
    assert tap(handed, pin=f" {handed.pin[:2]} {handed.pin[2:4]}-{handed.pin[4:]} ")[1].status_code == 302


def test_asking_changes_nothing_and_tells_nothing(family: Family, handed: Handed) -> None:
    """A scanner of mail opens every link; a good one, an ended, an expired and an unknown one look alike."""
    ended, late = give(family, "karim", relation=Relation.SUPPORTER), give(family, "rita", relation=Relation.SUPPORTER)
    row = Given.objects.get(pk=ended.given)
    acts.end_way(family.door("noor", Section.RIGHTS), row, once=None)
    Way.objects.filter(given=late.given).update(until_at=clock.now() - timedelta(days=1))
    unknown = Handed(ended.given, "a" * len(handed.token), "000000")
    lines = family.lines_of_the_log()
    for send in ({}, {"pin": "12"}):
        shown = set()
        for one in (handed, ended, late, unknown):
            sent = Client().post(link(one), send) if send else Client().get(link(one))
            assert sent.status_code == 200
            shown.add(SAME_FOR_ALL.sub(b"", sent.content))
        assert len(shown) == 1
    assert family.lines_of_the_log() - lines <= 4  # the four wrong PINs; asking wrote nothing
    assert way(handed).opened_at is None


def test_another_device_reads_a_plain_sentence_and_nothing_else(family: Family, handed: Handed) -> None:
    tap(handed)
    other, sent = tap(handed)
    assert "hoort bij een ander toestel" in sent.content.decode()
    assert "Noor" not in sent.content.decode()
    assert other.get(reverse("portals:today")).status_code == 302
    assert family.log(Event.WAY_REFUSED) == 1


def test_a_link_that_is_over_says_so_to_who_knows_the_digits(family: Family, handed: Handed) -> None:
    Way.objects.filter(given=handed.given).update(until_at=clock.now())
    assert "werkt niet meer" in tap(handed)[1].content.decode()
    assert family.log(Event.WAY_REFUSED) == 1


def test_after_ten_wrong_digits_the_link_is_over_and_the_giver_reads_why(
    family: Family, handed: Handed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kring.people.acts.attempts.FREE", GUESSES + 5)
    wrong = f"{(int(handed.pin) + 1) % 10**6:06}"
    for _ in range(GUESSES):
        assert tap(handed, pin=wrong)[1].status_code == 200
    assert "Dat klopt niet" in tap(handed)[1].content.decode()  # the right digits, and still the same words
    assert way(handed).ended_for == WayEnd.GUESSED
    listed = family.page("rights:ways", seen_by="noor")
    assert "te vaak fout getypt" in listed
    again = family.browser("noor").post(family.url("rights:way_again", way=handed.given), {"once": family.once()})
    assert "zes cijfers" in again.content.decode()


def test_guessing_stops_long_before(handed: Handed) -> None:
    wrong = f"{(int(handed.pin) + 1) % 10**6:06}"
    for _ in range(8):
        tap(handed, pin=wrong)
    assert way(handed).wrong < 8
    assert tap(handed)[1].status_code == 200  # who guesses waits, also with the right digits


def test_a_link_for_one_time_works_one_time(family: Family) -> None:
    parent = {"relation": Relation.PARENT, "kind": WayKind.ONE_LINK, "expressed": "", "member": None}
    handed = give(family, "ann", by="lotte", person=family.person("ann"), **parent)
    ann, sent = tap(handed)
    assert "Alleen nu kijken" in ann.get(sent["Location"]).content.decode()
    assert "werkt niet meer" in tap(handed)[1].content.decode()
    assert opens(actor(handed), family.noor.dossier) == {Relation.PARENT}


def test_a_form_of_somebody_before_on_this_phone_is_refused(family: Family, handed: Handed) -> None:
    """Two tabs with two persons: the newest stay is here, and the old page sends nothing in its name."""
    phone = Client(enforce_csrf_checks=True, headers={"User-Agent": PHONE})
    phone.force_login(User.objects.get(person=family.person("noor")))
    page = phone.get(family.url("rights:let_in")).content.decode()
    token = re.findall(r'csrfmiddlewaretoken" value="(\w+)"', page)[0]
    phone.post(link(handed), {"pin": handed.pin, "csrfmiddlewaretoken": token})
    old = {"person": str(family.member("karim")), "once": family.once(), "csrfmiddlewaretoken": token}
    sent = phone.post(family.url("rights:let_in"), old)
    assert sent.status_code == 403
    assert "Karim" not in sent.content.decode()
    assert family.log(Event.WAY_GIVEN) == 1  # only Wilma's own


def test_without_cookies_there_is_a_sentence(handed: Handed) -> None:
    sent = Client(enforce_csrf_checks=True).post(link(handed), {"pin": handed.pin})
    assert sent.status_code == 403
    assert "cookies" in Client().get(link(handed)).content.decode()


def test_a_link_opens_only_the_child_it_was_given_for(family: Family, handed: Handed) -> None:
    row = way(handed)
    Involvement.objects.create(
        dossier_id=family.sem.dossier, person=row.person, relation=Relation.JIM.value, from_on=clock.today()
    )
    share(family, "wilma")
    assert open_door(actor(handed), family.noor.dossier, Section.CIRCLE).relation is Relation.JIM
    assert opens(actor(handed), family.sem.dossier) == set()  # with an account she would
    assert open_door(Actor(ActorKind.SESSION, row.person_id), family.sem.dossier, Section.SAID).relation is Relation.JIM
    with pytest.raises(RefusedError):
        open_door(actor(handed), family.sem.dossier, Section.SAID)


def test_a_link_of_a_colleague_opens_nothing_of_the_work(family: Family) -> None:
    """Lotte also stands beside Noor at home: that link is for Noor's friend Lotte, not for her worker."""
    pointed_before(family, "lotte", "yara")
    handed = give(family, "yara", relation=Relation.SUPPORTER)
    lotte, _ = tap(handed)
    assert desk_of(family.actor("lotte")).dossiers
    assert not desk_of(actor(handed)).dossiers
    assert lotte.get(reverse("people:organisation")).status_code == 404
    assert opens(actor(handed), family.noor.dossier) == {Relation.SUPPORTER}


def test_a_link_costs_the_door_no_statement_more(family: Family, handed: Handed) -> None:
    share(family, "wilma")
    one, dossier = actor(handed), family.noor.dossier
    with CaptureQueriesContext(connection) as signed_in:
        open_door(family.actor("wilma"), dossier, Section.CIRCLE)
    with CaptureQueriesContext(connection) as by_link:
        open_door(one, dossier, Section.CIRCLE)
    assert len(by_link) == len(signed_in)


@pytest.mark.parametrize("address", ["account_set_password", "mfa_activate_totp", "ways:passkey_add", "ways:pin"])
def test_a_link_never_turns_into_an_account_by_itself(handed: Handed, address: str) -> None:
    wilma, _ = tap(handed)
    assert wilma.get(reverse(address)).content == not_found_bytes()


def test_a_child_that_came_in_by_pictures_finds_only_small_pages(family: Family) -> None:
    row = Way.objects.create(
        person_id=family.person("noor"),
        kind=WayKind.PICTURES.value,
        made_at=clock.now(),
        until_at=clock.now() + timedelta(days=30),
    )
    noor = family.browser("noor")
    assert noor.get(family.url("rights:wish")).status_code == 200
    Stay.objects.filter(user__person=family.person("noor")).update(way=row)
    for page in ("portals:child", "rights:pictures"):
        assert noor.get(family.url(page)).status_code == 200, page
    for page in ("rights:wish", "rights:ways", "rights:let_in", "circle:page", "circle:session"):
        assert noor.get(family.url(page)).content == not_found_bytes(), page
    for page in ("account_set_password", "ways:pin", "ways:stays", "ways:passkeys"):
        assert noor.get(reverse(page)).content == not_found_bytes(), page
