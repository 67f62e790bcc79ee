"""Hilde sees which moments passed without a talk, and asks; she reads no content (A31, J9)."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.utils.formats import date_format

from kring.access.acts import open_dossier
from kring.access.door import RefusedError
from kring.access.leading import open_as_lead
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Verb
from kring.law.rights_moments import MONTHS, PASSED_AFTER, Audience, Reaction
from kring.moments.acts.talking import Told, explained
from kring.moments.models import Replied, Talk
from kring.people.models import Message, MessageCode, Team
from kring.rights.models import Limit
from tests.family import Family
from tests.rooms.test_moments import explained as lotte_explained

PAGE = "/explaining/passed/"


def ask(family: Family, who: str, child: str = "sem") -> int:
    where = f"{PAGE}{family.seeded.dossiers[child]}/"
    return family.browser(who).post(where, {"once": family.once()}).status_code


def test_hilde_sees_who_waits_too_long_and_with_whom(family: Family) -> None:
    told = family.browser("hilde").get(PAGE).content.decode()
    assert "Sem" in told
    assert "Lotte" in told
    assert "Noor" not in told
    assert "naar de rechter" not in told
    assert family.log(Event.DESK_VISITED) == 1


def test_she_asks_and_lotte_sees_it(family: Family) -> None:
    assert ask(family, "hilde") == 302
    assert "Hilde vroeg ernaar" in family.page("moments:moments", seen_by="lotte", child="sem")
    assert family.log(Event.MOMENT_ASKED_AFTER) == 1
    assert Message.objects.filter(person=family.person("lotte"), code=MessageCode.MOMENT.value).count() == 1
    lotte_explained(family)
    assert "Hilde vroeg ernaar" not in family.page("moments:moments", seen_by="lotte", child="sem")
    assert "Overal is al gepraat" in family.browser("hilde").get(PAGE).content.decode()


def test_that_she_asked_stands_on_the_day_of_lotte_and_on_her_own_page(family: Family) -> None:
    """Until somebody talked with Sem: which of them asked, is behind the line; of Noor nothing changes."""
    asked = f"Wie je team leidt, vroeg ernaar op {date_format(clock.today(), 'j F')}."
    pages = ("/today/?all=1", f"/d/{family.seeded.dossiers['sem']}/")
    on_her_page = f"Gevraagd op {date_format(clock.today(), 'j F')}."
    assert asked not in "".join(family.browser("lotte").get(page).content.decode() for page in pages)
    assert on_her_page not in family.browser("hilde").get(PAGE).content.decode()
    assert ask(family, "hilde") == 302
    for page in pages:
        told = family.browser("lotte").get(page).content.decode()
        assert told.count(asked) == 1, page
        assert "Praat met Sem over wie ernaast mag staan." in told
    told = family.browser("hilde").get(PAGE).content.decode()
    assert told.count(on_her_page) == 1
    assert "Vraag het nog eens" in told
    lotte_explained(family)
    for page in pages:
        assert asked not in family.browser("lotte").get(page).content.decode()


def test_what_the_referrer_told_and_that_hilde_asks_is_no_talk_of_here(family: Family) -> None:
    """A19: it comes along, and nobody of the house talked with Sem yet (J9)."""
    day = Dossier.objects.get(pk=family.sem.dossier).opened_on - timedelta(days=29)
    assert lotte_explained(family, on=day.isoformat(), told_by="het CLB", reaction="not_now").status_code == 302
    for _time in range(2):
        told = family.browser("hilde").get(PAGE).content.decode()
        assert "Sem" in told
        assert "Met 1 kind is er nog niet gepraat" in told
        assert ask(family, "hilde") == 302
    lotte_explained(family)
    assert "Overal is al gepraat" in family.browser("hilde").get(PAGE).content.decode()


@pytest.mark.parametrize("who", ["lotte", "bram", "an", "mo", "saar", "noor", "ann", "wilma", "karim"])
def test_who_leads_no_team_finds_nothing(family: Family, who: str) -> None:
    assert family.browser(who).get(PAGE).status_code == 404
    assert ask(family, who) == 404
    with pytest.raises(RefusedError):
        open_as_lead(family.actor(who), family.sem.dossier, Section.MOMENTS)


def test_two_weeks_are_not_too_long(family: Family) -> None:
    Dossier.objects.filter(pk=family.sem.dossier).update(
        opened_on=F("opened_on") + timedelta(days=20) - PASSED_AFTER + timedelta(days=1)
    )
    seen = family.browser("hilde").get(PAGE).content.decode()
    assert "Bij 0 van 2 kinderen wacht een gesprek langer dan twee weken." in seen
    assert "Niets wacht te lang" in seen


def test_with_whom_nobody_talked_is_counted_from_the_first_day_and_nothing_is_called_in_time(family: Family) -> None:
    lotte_explained(family)
    seen = family.browser("hilde").get(PAGE).content.decode()
    assert "Overal is al gepraat" in seen
    assert "op tijd" not in seen, "the first talk with Sem came late"
    lotte = family.actor("lotte")
    open_dossier(lotte, call_name="Bilal", team=Team.objects.get(name="Team Noord"), once=uuid7())
    seen = family.browser("hilde").get(PAGE).content.decode()
    assert "Bij 0 van 3 kinderen wacht een gesprek langer dan twee weken." in seen
    assert "Met 1 kind is er nog niet gepraat over wie ernaast mag staan." in seen
    assert "Overal is al gepraat" not in seen
    assert "Bilal" not in seen


def test_her_door_knows_and_asks_and_reads_nothing(family: Family) -> None:
    door = open_as_lead(family.actor("hilde"), family.noor.dossier, Section.MOMENTS)
    assert door.within(Talk.objects.all(), Verb.KNOW).count() == 1
    assert not door.within(Talk.objects.all()).exists()
    for verb in Verb:
        assert not door.within(Replied.objects.all(), verb).exists()
    told = Told(on=clock.today(), audience=Audience.YOUTH, reaction=Reaction.WANTS)
    with pytest.raises(NotAllowedError):
        explained(door, told, months=MONTHS, act=uuid7())
    assert not open_as_lead(family.actor("hilde"), family.noor.dossier, Section.DECIDED).within(Limit.objects.all())
    for section in set(Section) - {Section.MOMENTS, Section.DECIDED}:
        with pytest.raises(RefusedError):
            open_as_lead(family.actor("hilde"), family.noor.dossier, section)
