"""Lotte goes: a colleague of the team takes over, and what is not in order is said; Hilde sees who has nobody."""

from typing import Any
from uuid import UUID

import pytest

from kring.access.desk import desk_of
from kring.access.door import RefusedError
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.endings.acts.handing import Handing, hand_over
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.people.models import Organisation, Post, Role, Team
from tests.family import Family

TOLD = {"told_by": "Lotte", "told_on": clock.today().isoformat()}


@pytest.fixture
def an(family: Family) -> str:
    """An works in the team of Noor from now on, beside her own."""
    team = Team.objects.get(name="Team Noord")
    post = {"organisation": team.organisation, "team": team, "role": Role.WORKER.value, "from_on": clock.today()}
    Post.objects.create(person_id=family.person("an"), **post)
    return str(family.person("an"))


def give(family: Family, to: str, who: str = "lotte", **facts: str) -> int:
    sent = {"once": family.once(), "to": to} | TOLD | facts
    return family.browser(who).post(family.url("endings:hand_over"), sent).status_code


def test_an_takes_over_and_explains_the_right_anew(family: Family, an: str) -> None:
    assert give(family, an) == 302
    assert family.door("an").relation is Relation.WORKER
    with pytest.raises(RefusedError):
        family.door("lotte")
    assert desk_of(family.actor("an")).due[family.noor.dossier][Section.MOMENTS] == clock.today()
    assert "Een nieuwe begeleider" in family.page("moments:moments", seen_by="an")
    assert family.log(Event.WORK_HANDED_OVER) == 1


@pytest.mark.parametrize("stays", [{}, {"stays": "on"}])
@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"told_by": "", "told_on": ""}, "Dit is nog leeg."),
        ({"told_on": ""}, "Dit is nog leeg."),
        ({"told_by": " "}, "Dit is nog leeg."),
        ({"told_on": "2999-01-01"}, "Die dag moet nog komen. Vertel het eerst aan het kind."),
        ({"told_on": "1999-01-01"}, "De hulp begon hier pas op"),
    ],
)
def test_a_person_tells_noor_first_and_nothing_changes_before_it(
    family: Family, an: str, other: dict[str, str], says: str, stays: dict[str, str]
) -> None:
    """R15: her own page says by name who works with her, so nobody comes there before she was told."""
    sent = {"once": family.once(), "to": an} | TOLD | stays | other
    page = family.browser("lotte").post(family.url("endings:hand_over"), sent).content.decode()
    assert says in page
    assert all(value in page for value in other.values())
    assert "An werkt met jou" not in family.page("portals:ahead", seen_by="noor")
    assert family.log(Event.WORK_HANDED_OVER) == 0
    with pytest.raises(RefusedError):
        family.door("an")
    assert give(family, an, **stays) == 302
    assert "An" in family.page("portals:ahead", seen_by="noor")


@pytest.mark.parametrize("told", [{}, {"told_on": clock.today()}, {"told_by": "Lotte"}])
def test_no_act_hands_over_what_she_was_not_told(family: Family, an: str, told: dict[str, Any]) -> None:
    with pytest.raises(NotAllowedError):
        hand_over(family.door("lotte", Section.RIGHTS), Handing(to=UUID(an), **told), act=uuid7())
    assert family.log(Event.WORK_HANDED_OVER) == 0


def test_an_reads_who_told_it_until_she_talked_with_noor(family: Family, an: str) -> None:
    give(family, an)
    page = family.page("moments:moments", seen_by="an")
    assert "Lotte vertelde op" in page
    assert "aan Noor dat er een andere begeleider komt." in page


def test_lotte_may_stay_a_while(family: Family, an: str) -> None:
    assert give(family, an, stays="on") == 302
    assert family.door("an").relation is family.door("lotte").relation is Relation.WORKER


def test_only_a_colleague_of_the_team(family: Family) -> None:
    for to in (
        str(family.person("an")),
        str(family.person("mo")),
        str(family.person("wilma")),
        family.once(),
        "iemand",
    ):
        assert give(family, to) == 200
    assert family.door("lotte")
    assert family.log(Event.WORK_HANDED_OVER) == 0


def test_what_is_not_in_order_is_said_and_stops_nobody(family: Family, an: str) -> None:
    Organisation.objects.update(contact=None, deputy=None)
    seen = family.page("endings:hand_over", seen_by="lotte")
    assert "Er is geen vast aanspreekpunt om te bellen." in seen
    assert "Er staat niemand naast Noor die blijft." in seen
    assert give(family, an) == 302


def test_hilde_sees_who_has_nobody_and_chooses(family: Family, an: str) -> None:
    Involvement.objects.filter(dossier=family.noor.dossier, relation=Relation.WORKER.value).update(ended_at=clock.now())
    hilde = family.browser("hilde")
    assert "Noor" in hilde.get("/handing/").content.decode()
    where = f"/handing/{family.noor.dossier}/"
    assert "Wie gaat met Noor werken?" in hilde.get(where).content.decode()
    assert hilde.post(where, {"once": family.once(), "to": an}).status_code == 302
    assert family.door("an").relation is Relation.WORKER
    assert "Noor weet misschien nog niet dat er een andere begeleider komt." in family.page(
        "moments:moments", seen_by="an"
    )
    assert "Elk kind heeft een begeleider" in hilde.get("/handing/").content.decode()


def test_while_lotte_works_with_noor_hilde_gives_nobody_before_noor_was_told(family: Family, an: str) -> None:
    where, hilde = f"/handing/{family.noor.dossier}/", family.browser("hilde")
    assert hilde.post(where, {"once": family.once(), "to": an}).status_code == 200
    assert family.log(Event.WORK_HANDED_OVER) == 0
    assert hilde.post(where, {"once": family.once(), "to": an} | TOLD).status_code == 302
    assert family.door("an").relation is Relation.WORKER


def test_who_told_it_goes_with_the_day(family: Family, an: str) -> None:
    Involvement.objects.filter(dossier=family.noor.dossier, relation=Relation.WORKER.value).update(ended_at=clock.now())
    where, hilde = f"/handing/{family.noor.dossier}/", family.browser("hilde")
    for one, value in TOLD.items():
        sent = {"once": family.once(), "to": an} | {one: value}
        assert "Vul allebei in" in hilde.post(where, sent).content.decode()
    assert family.log(Event.WORK_HANDED_OVER) == 0


@pytest.mark.parametrize("who", ["lotte", "bram", "an", "mo", "saar", "noor", "ann", "wilma"])
def test_who_leads_no_team_gives_nobody(family: Family, an: str, who: str) -> None:
    where = f"/handing/{family.noor.dossier}/"
    assert family.browser(who).get("/handing/").status_code == 404
    assert family.browser(who).post(where, {"once": family.once(), "to": an}).status_code == 404
