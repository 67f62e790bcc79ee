"""Letting someone in, and out again: as Noor, Lotte and Wilma meet it."""

import re
from uuid import UUID

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from kring.access import acts
from kring.access.acts import Handed
from kring.access.door import RefusedError, open_door
from kring.access.models import Given
from kring.access.writing import ITSELF
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.pages import not_found_bytes
from kring.law.access import Relation, Section
from kring.law.meaning import Expressed, Meaning
from kring.law.ways import WayKind
from kring.people.models import Stay, User, Way, WayEnd
from kring.rights import given
from kring.rights.acts import wishes
from tests.family import Family
from tests.links import actor, give, opens, share, tap, way


@pytest.fixture
def handed(family: Family) -> Handed:
    """Noor gives Wilma, her JIM, a link."""
    return give(family)


def test_noor_gives_wilma_a_link_and_sees_the_digits_once(family: Family) -> None:
    noor = family.browser("noor")
    given = noor.post(
        family.url("rights:let_in"), {"person": str(family.member("wilma")), "once": family.once()}
    ).content.decode()
    (address,) = set(re.findall(r"/in/l/[\w-]+/", given))
    (pin,) = re.findall(r'class="code">(\d{3} \d{3})<', given)
    assert family.log(Event.WAY_GIVEN) == 1
    row = Given.objects.get(dossier=family.noor.dossier)
    assert (row.expressed, row.given_by_id) == (ITSELF, family.person("noor"))
    kept = Way.objects.get(pk=row.way_id)
    assert kept.person_id == family.person("wilma")  # the person she was before: giving a way in makes nobody twice
    assert not {address.split("/")[-2], pin, pin.replace(" ", "")} & {kept.secret, kept.pin}
    listed = family.page("rights:ways", seen_by="lotte")
    assert "nog niet geopend" in listed
    assert pin not in listed
    assert address not in listed


def test_a_worker_writes_down_how_the_child_said_yes(family: Family) -> None:
    lotte, where = family.browser("lotte"), family.url("rights:let_in")
    asked = {"person": str(family.member("rita")), "once": family.once()}
    silent = lotte.post(where, asked).content.decode()
    assert "Zonder een ja krijgt niemand een link." in silent
    assert family.log(Event.WAY_GIVEN) == 0
    lotte.post(where, {**asked, "said": Expressed.POINTED})
    row = Given.objects.get(dossier=family.noor.dossier)
    assert (row.expressed, row.relation) == (Expressed.POINTED, Relation.SUPPORTER)
    assert (row.given_by_id, row.recorded_by_id) == (family.person("noor"), family.person("lotte"))


def test_without_a_yes_the_act_itself_refuses(family: Family) -> None:
    with pytest.raises(acts.MayNotLetIn) as refusal:
        give(family, by="lotte", expressed="")
    assert [ground.code for ground in refusal.value.decision.missing] == ["ways.child-said-yes"]


def test_a_parent_is_let_in_by_the_worker_and_stays_the_parent_it_was(family: Family) -> None:
    assert family.browser("noor").get(family.url("rights:let_parent_in")).status_code == 404
    sent = {"person": str(family.person("ann")), "once": family.once()}
    given = family.browser("lotte").post(family.url("rights:let_parent_in"), sent).content.decode()
    assert "Hij werkt één keer" in given
    row = Given.objects.get(dossier=family.noor.dossier)
    assert (row.relation, row.way.person_id) == (Relation.PARENT, family.person("ann"))
    assert Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("ann")).count() == 1


def test_someone_of_another_child_is_not_let_in_here(family: Family) -> None:
    with pytest.raises(acts.NotAllowedError):
        give(family, by="lotte", member=family.member("sem_juf"))
    stranger = {"member": None, "relation": Relation.PARENT, "kind": WayKind.ONE_LINK, "expressed": ""}
    with pytest.raises(acts.NotAllowedError):
        give(family, by="lotte", person=family.person("an"), **stranger)


def test_who_is_named_as_jim_later_reads_that_nowhere_until_it_is_let_in_anew(family: Family) -> None:
    """A wish is the child's: who was chosen hears it from a person (R7, brief 10.17)."""
    handed = give(family, "yara", relation=Relation.SUPPORTER)
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    door = family.door("noor", Section.RIGHTS)
    wishes.name(door, family.member("yara"), said, act=UUID(family.once()))
    assert opens(actor(handed), family.noor.dossier) == {Relation.SUPPORTER}
    again = given.once_more(door, Given.objects.select_related("way__person").get(pk=handed.given))
    assert again.relation is Relation.JIM


def test_noor_ends_it_and_wilmas_next_tap_finds_nothing(family: Family, handed: Handed) -> None:
    wilma, _ = tap(handed)
    noor, where = family.browser("noor"), family.url("rights:way_ending", way=handed.given)
    assert "Je hoeft geen reden te geven." in noor.get(where).content.decode()
    told = noor.post(where, {"once": family.once()}, follow=True).content.decode()
    assert "Wilma kan dit vanaf nu niet meer openen. Wat Wilma al las, blijft geweten." in told
    assert wilma.get(reverse("portals:today"))["Location"] == reverse("ways:ended")
    assert "werkt niet meer" in tap(handed, wilma)[1].content.decode()
    assert family.log(Event.WAY_ENDED) == 1


@pytest.mark.parametrize("why", [WayEnd.WITHDRAWN, WayEnd.REPLACED, WayEnd.DISOWNED, WayEnd.GUESSED])
def test_an_ended_way_opens_nothing_anywhere(family: Family, handed: Handed, why: WayEnd) -> None:
    wilma, _ = tap(handed)
    share(family, "wilma")
    Way.objects.filter(given=handed.given).update(ended_at=clock.now(), ended_for=why.value)
    for section in Section:
        with pytest.raises(RefusedError):
            open_door(actor(handed), family.noor.dossier, section)
    for page in ("portals:today", "arriving:welcome", "arriving:account"):
        shown = wilma.get(reverse(page))
        assert shown.status_code in {302, 404}, page
        assert b"Noor" not in shown.content
    assert not Stay.objects.filter(way__given=handed.given, ended_at=None).exists()


def test_an_account_made_out_of_a_link_is_out_too(family: Family, handed: Handed) -> None:
    """ "Can not open this any more" is true, whatever she made of the link meanwhile."""
    share(family, "wilma")
    wilma, _ = tap(handed)
    mine = {"email": "wilma.buur@example.org", "password": "de fiets staat in de gang", "once": family.once()}
    made = wilma.post(reverse("arriving:account"), mine)
    assert made["Location"] == reverse("arriving:second")
    assert "eigen account" in family.page("rights:ways", seen_by="noor")
    assert family.door("wilma").relation is Relation.JIM
    assert "werkt niet meer" in tap(handed)[1].content.decode()
    noor = family.browser("noor")
    noor.post(family.url("rights:way_ending", way=handed.given), {"once": family.once()})
    with pytest.raises(RefusedError):
        family.door("wilma")
    assert "Wilma" not in re.sub(r"(?s)<div class=.messages.*?</div>", "", family.page("rights:ways", seen_by="noor"))


def test_at_home_a_password_alone_opens_nothing_yet(family: Family, handed: Handed) -> None:
    wilma, _ = tap(handed)
    mine = {"email": "wilma.buur@example.org", "password": "de fiets staat in de gang", "once": family.once()}
    wilma.post(reverse("arriving:account"), mine)
    for page in ("portals:today", "portals:child"):
        where = reverse(page) if page == "portals:today" else family.url(page)
        assert wilma.get(where)["Location"] == reverse("arriving:second"), page
    Authenticator.objects.create(user=User.objects.get(person__ways__given=handed.given), type="webauthn", data={})
    assert wilma.get(reverse("portals:today")).get("Location", "") != reverse("arriving:second")


def test_a_supporter_stays_with_its_link(family: Family) -> None:
    karim, _ = tap(give(family, "karim", relation=Relation.SUPPORTER))
    assert karim.get(reverse("arriving:account")).status_code == 404


def test_this_is_not_me(family: Family, handed: Handed) -> None:
    stranger, sent = tap(handed)
    told = stranger.post(reverse("arriving:not_me"))
    assert "De link is nu dicht." in told.content.decode()
    assert "Noor" not in told.content.decode()
    assert stranger.get(sent["Location"]).status_code == 302
    assert way(handed).ended_for == WayEnd.DISOWNED
    assert "dit ben ik niet" in family.page("rights:ways", seen_by="noor")


def test_a_new_link_ends_the_one_before(family: Family, handed: Handed) -> None:
    wilma, _ = tap(handed)
    given = family.browser("lotte").post(family.url("rights:way_again", way=handed.given), {"once": family.once()})
    (token,) = set(re.findall(r"/in/l/([\w-]+)/", given.content.decode()))
    (pin,) = re.findall(r'class="code">(\d{3} \d{3})<', given.content.decode())
    assert wilma.get(reverse("portals:today"))["Location"] == reverse("ways:ended")
    assert tap(Handed(handed.given, token, pin))[1].status_code == 302
    assert Given.objects.filter(dossier=family.noor.dossier, expressed=ITSELF).count() == 2  # her yes holds


def test_whom_the_child_let_out_nobody_lets_in_again_without_a_new_yes(family: Family, handed: Handed) -> None:
    acts.end_way(family.door("noor", Section.RIGHTS), Given.objects.get(pk=handed.given), once=None)
    again = family.browser("lotte").post(family.url("rights:way_again", way=handed.given), {"once": family.once()})
    assert again.content == not_found_bytes()


def test_noor_reads_that_ann_has_a_link_and_finds_no_button_that_would_refuse_her(family: Family) -> None:
    told = give(
        family,
        by="lotte",
        member=None,
        person=family.person("ann"),
        relation=Relation.PARENT,
        kind=WayKind.ONE_LINK,
        expressed="",
    )
    for who, buttons in (("noor", 0), ("lotte", 1)):
        page = family.page("rights:ways", seen_by=who)
        assert page.count(family.url("rights:way_ending", way=told.given)) == buttons, who
