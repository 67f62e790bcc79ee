"""Lotte goes: a colleague of the team takes over, and what is not in order is said; Hilde sees who has nobody."""

import pytest

from kring.access.desk import desk_of
from kring.access.door import RefusedError
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Relation, Section
from kring.people.models import Organisation, Post, Role, Team
from tests.family import Family


@pytest.fixture
def an(family: Family) -> str:
    """An works in the team of Noor from now on, beside her own."""
    team = Team.objects.get(name="Team Noord")
    post = {"organisation": team.organisation, "team": team, "role": Role.WORKER.value, "from_on": clock.today()}
    Post.objects.create(person_id=family.person("an"), **post)
    return str(family.person("an"))


def give(family: Family, to: str, who: str = "lotte", **facts: str) -> int:
    sent = {"once": family.once(), "to": to} | facts
    return family.browser(who).post(family.url("endings:hand_over"), sent).status_code


def test_an_takes_over_and_explains_the_right_anew(family: Family, an: str) -> None:
    assert give(family, an) == 302
    assert family.door("an").relation is Relation.WORKER
    with pytest.raises(RefusedError):
        family.door("lotte")
    assert desk_of(family.actor("an")).due[family.noor.dossier][Section.MOMENTS] == clock.today()
    assert "Een nieuwe begeleider" in family.page("moments:moments", seen_by="an")
    assert family.log(Event.WORK_HANDED_OVER) == 1


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
    assert "Elk kind heeft een begeleider" in hilde.get("/handing/").content.decode()


@pytest.mark.parametrize("who", ["lotte", "bram", "an", "mo", "saar", "noor", "ann", "wilma"])
def test_who_leads_no_team_gives_nobody(family: Family, an: str, who: str) -> None:
    where = f"/handing/{family.noor.dossier}/"
    assert family.browser(who).get("/handing/").status_code == 404
    assert family.browser(who).post(where, {"once": family.once(), "to": an}).status_code == 404
