"""Noor wants to get to know a volunteer of the house: a worker asks, each step is written, Noor chooses (A152)."""

import re
from uuid import UUID

import pytest

from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.people.acts import volunteers
from kring.people.models import Organisation, Volunteer
from kring.rights.acts import wishes
from kring.seeking.models import Referral
from tests.family import Family
from tests.rooms.test_seeking import begun, moves, referral, send


def pooled(family: Family, name: str = "Fons", *, looked: bool = True) -> UUID:
    house = Organisation.objects.get(teams=Dossier.objects.get(pk=family.noor.dossier).team_id)
    day = clock.today() if looked else None
    volunteers.add(
        family.actor("mo"), house, volunteers.Offered(call_name=name, likes="vissen", extract_on=day), once=None
    )
    return Volunteer.objects.order_by("-pk").values_list("pk", flat=True)[0]


def test_a_volunteer_of_the_house_is_chosen_by_noor_and_matched_by_nobody(family: Family) -> None:
    begun(family)
    second, first = pooled(family, "Zita"), pooled(family)
    page = family.page("seeking:volunteers", seen_by="noor")
    assert page.index("Fons") < page.index("Zita")
    for _ in range(2):  # a second tap is no second line
        assert send(family, "seeking:volunteer", "noor", facts={}, volunteer=first).status_code == 302
    assert family.page("seeking:path", seen_by="lotte").count("Fons leren kennen, ") == 1
    assert second != first
    assert family.log(Event.VOLUNTEER_WANTED) == 1
    again = family.page("seeking:volunteers", seen_by="noor")
    assert "Ik wil Fons leren kennen" not in again
    assert "Ik wil Zita leren kennen" in again


def wanted(family: Family, name: str = "Łukasz") -> UUID:
    begun(family)
    volunteer = pooled(family, name)
    assert send(family, "seeking:volunteer", "noor", facts={}, volunteer=volunteer).status_code == 302
    return referral(family)


def test_who_works_with_noor_and_who_keeps_the_pool_read_whom_to_ask(family: Family) -> None:
    key = wanted(family)
    today = family.browser("lotte").get("/today/?all=1").content.decode()
    assert "Noor wil Łukasz leren kennen, van de vrijwilligers. Vraag het aan Łukasz." in today
    assert family.url("seeking:referral", referral=key) in today
    assert "Vraag het aan Łukasz." in family.page("endings:due", seen_by="lotte")
    assert "Vraag het aan Łukasz." in family.page("portals:child", seen_by="lotte")
    for who, where in (("mo", "/keeping/pool/"), ("mo", "/lead/"), ("hilde", "/lead/"), ("hilde", "/tasks/")):
        page = family.browser(who).get(where)
        if page.status_code == 200:
            assert "Łukasz leren kennen" in page.content.decode(), where
            assert not re.search(r"\bNoor\b", page.content.decode()), where
    moves(family, "asked")
    assert "Łukasz" not in family.browser("lotte").get("/today/?all=1").content.decode()
    assert "leren kennen" not in family.browser("mo").get("/keeping/pool/").content.decode()


def test_noor_reads_at_each_step_where_it_stands_and_a_no_is_told_by_a_person_first(family: Family) -> None:
    wanted(family)
    assert "Nog niemand vroeg het aan Łukasz." in family.page("portals:ahead", seen_by="noor")
    for stage, says in (("asked", "Het is gevraagd aan Łukasz"), ("agreed", "Łukasz zei ja"), ("met", "Jij beslist")):
        assert moves(family, stage).status_code == 302
        assert says in family.page("portals:ahead", seen_by="noor")
    assert "Vertel het eerst zelf." in moves(family, "declined").content.decode()
    assert "Jij beslist" in family.page("portals:ahead", seen_by="noor")
    assert moves(family, "declined", told="on").status_code == 302
    assert "Het gaat niet door met Łukasz" in family.page("portals:ahead", seen_by="noor")
    assert moves(family, "asked").status_code == 200
    assert family.log(Event.REFERRAL_MOVED) == 4


@pytest.mark.parametrize(("stage", "says"), [("chosen", "Jij koos Łukasz"), ("not_chosen", "")])
def test_noor_chooses_or_not_and_may_want_to_know_again(family: Family, stage: str, says: str) -> None:
    wanted(family)
    for one in ("asked", "agreed", "met"):
        assert moves(family, one).status_code == 302
    if stage == "chosen":
        assert "Noor koos hier nog niemand" in moves(family, stage).content.decode()
        said = wishes.Said(meaning=Meaning.SUPPORTER, expressed=Expressed.SAID, on=clock.today())
        wishes.name(family.door("noor", Section.RIGHTS), family.member("els"), said, act=uuid7())
    assert moves(family, stage).status_code == 302
    page = family.page("portals:ahead", seen_by="noor")
    assert says in page if says else "Łukasz" not in page
    assert ("Ik wil Łukasz leren kennen" in family.page("seeking:volunteers", seen_by="noor")) is not bool(says)


def test_of_a_volunteer_there_is_no_sheet_for_lus(family: Family) -> None:
    key = wanted(family)
    assert family.browser("lotte").get(family.url("seeking:sheet", referral=key)).status_code == 404
    assert "Het blad als PDF" not in family.page("seeking:referral", seen_by="lotte", referral=key)


def test_who_is_not_looked_at_or_of_another_house_is_not_there(family: Family) -> None:
    begun(family)
    unseen = pooled(family, "Ward", looked=False)
    there = Organisation.objects.create(name="Het Baken")
    new = volunteers.Offered(call_name="Piet", extract_on=clock.today())
    volunteers.add(family.actor("mo"), there, new, once=None)
    other = Volunteer.objects.get(organisation=there).pk
    page = family.page("seeking:volunteers", seen_by="noor")
    for name, key in (("Ward", unseen), ("Piet", other)):
        assert name not in page
        assert send(family, "seeking:volunteer", "noor", facts={}, volunteer=key).status_code == 404
    assert not family.door("noor", Section.RIGHTS).within(Referral.objects.all()).exists()


def test_that_there_are_volunteers_is_said_only_where_there_are(family: Family) -> None:
    begun(family)
    there, none = "Er zijn vrijwilligers die graag iemand leren kennen.", "Nu is er nog geen vrijwilliger."
    page = family.page("seeking:path", seen_by="noor")
    assert (there in page, none in page) == (False, True)
    pooled(family)
    page = family.page("seeking:path", seen_by="noor")
    assert (there in page, none in page) == (True, False)
