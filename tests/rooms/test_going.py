"""The help ends and Noor's place closes; Hilde opens it again; or Noor goes to another team (C139, R15)."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.access.acts import answering, closing
from kring.access.door import Door, RefusedError
from kring.access.leading import waiting_in
from kring.access.models import Word
from kring.agreements.models import Agreement
from kring.audit.events import Event
from kring.circle.models import Placement
from kring.dossier.models import Closing, Dossier, Involvement, Move
from kring.endings.acts import aftercare
from kring.endings.views import going
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.law.agreements import Point as Code
from kring.law.meaning import Meaning
from kring.people.models import Organisation, Post, Role
from tests import answered
from tests.family import Family
from tests.rooms import agreeing
from tests.rooms.test_today import choose_karim

DAY = timedelta(days=1)


def close(family: Family, by: str = "lotte", **facts: str) -> HttpResponse:
    today = clock.today().isoformat()
    told = {"once": family.once(), "told_by": "Lotte", "told_on": today, "day": today, "sure": "on"} | facts
    return family.browser(by).post(family.url("endings:close"), told, follow=True)


def reopen(family: Family, by: str = "hilde", why: str = "Noor is terug.", once: str = "") -> HttpResponse:
    sent = {"once": once or family.once(), "why": why}
    return family.browser(by).post(f"/handing/closed/{family.noor.dossier}/", sent, follow=True)


def is_closed(family: Family) -> bool:
    return Dossier.objects.get(pk=family.noor.dossier).closed_on is not None


def shown(answer: HttpResponse) -> str:
    return answer.content.decode()


# -- the help ends ---


def test_before_it_closes_it_says_who_and_what_stays(family: Family) -> None:
    Organisation.objects.update(lasting="Greet blijft een jaar bereikbaar.")
    nobody = "Je leest hier niemand die Noor koos"
    assert nobody in family.page("endings:close", seen_by="lotte")
    choose_karim(family, Meaning.JIM)
    seen = family.page("endings:close", seen_by="lotte")
    assert nobody not in seen  # he is named, without a yes
    assert "Noor koos trainer Karim. Daar staat nog geen ja bij." in seen
    answered.said(family, "karim", Meaning.JIM)
    seen = family.page("endings:close", seen_by="lotte")
    assert nobody not in seen
    assert "Noor koos trainer Karim. Dat stopt hier niet door." in seen
    assert "Greet blijft een jaar bereikbaar." in seen
    assert "dan wordt Noor 35" in seen
    assert "Er is nog niets afgesproken." in seen


def test_nothing_is_written_any_more_and_it_is_still_read(family: Family) -> None:
    assert "Gesloten op" in shown(close(family))
    assert family.log(Event.PLACE_CLOSED) == 1
    assert Closing.objects.get(dossier=family.noor.dossier).told_by == "Lotte"
    assert family.door("noor").within(Placement.objects.all())
    assert "Noor" not in family.browser("lotte").get("/children/").content.decode()
    assert family.browser("lotte").get(family.url("endings:hand_over")).status_code == 404


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"sure": ""}, "Kijk eerst na wie en wat er blijft"),
        ({"told_by": ""}, "Dit is nog leeg."),
        ({"told_on": ""}, "Dit is nog leeg."),
        ({"told_on": (clock.today() + DAY).isoformat()}, "Vertel het eerst aan het kind."),
        ({"day": (clock.today() + DAY).isoformat()}, "Sluit de plek op de dag zelf, of erna."),
        ({"day": "2001-01-01"}, "De hulp begon hier pas op"),
        ({"told_on": "2001-01-01"}, "De hulp begon hier pas op"),
        ({"day": "31/31/31"}, "Voer een geldige datum in"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lost(family: Family, facts: dict[str, str], words: str) -> None:
    answer = shown(close(family, **{"told_by": "juf Els", **facts}))
    assert words in answer
    assert facts.get("told_by") == "" or "juf Els" in answer
    assert not is_closed(family)


def test_not_before_who_is_involved_came(family: Family) -> None:
    Dossier.objects.filter(pk=family.noor.dossier).update(opened_on=clock.today() - 3000 * DAY)
    Involvement.objects.filter(dossier=family.noor.dossier).update(from_on=clock.today() - 5 * DAY)
    assert "De hulp begon hier pas op" in shown(close(family, day=(clock.today() - 6 * DAY).isoformat()))
    assert "Gesloten op" in shown(close(family, day=(clock.today() - 5 * DAY).isoformat()))


def test_a_double_click_closes_once(family: Family) -> None:
    once = family.once()
    assert [close(family, once=once).status_code for _ in range(2)] == [200, 200]
    assert family.log(Event.PLACE_CLOSED) == 1


def test_what_noor_shared_closes_and_does_not_open_again_by_itself(family: Family) -> None:
    said = answering.Answering(towards=family.member("wilma"), word=Word.YES, topic=Topic.CIRCLE)
    answering.answer(family.door("noor", Section.ANSWERS), said, once=uuid7())
    assert family.door("wilma")
    close(family)
    reopen(family)
    with pytest.raises(RefusedError):
        family.door("wilma")


def test_of_two_who_close_at_once_the_second_hears_it(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    really = going.closing.close

    def twice(door: Door, last: closing.Last, *, once: UUID) -> None:
        really(door, last, once=uuid7())
        really(door, last, once=once)

    monkeypatch.setattr(going.closing, "close", twice)
    assert "Een collega sloot deze plek net." in shown(close(family))
    assert family.log(Event.PLACE_CLOSED) == 1


@pytest.mark.parametrize("who", ["noor", "bram", "hilde", "mo", "an", "greet", "ann", "karim", "wilma"])
def test_nobody_closes_it_but_who_works_with_her(family: Family, who: str) -> None:
    assert close(family, by=who).status_code == 404
    assert not is_closed(family)


def test_noor_finds_what_is_hers_and_who_is_still_there(family: Family) -> None:
    care = aftercare.Agreed(who="Greet", what="Bellen mag altijd.", from_on=clock.today(), until_on=None)
    aftercare.agree(family.door("lotte", Section.RIGHTS), care, act=uuid7())
    close(family)
    seen = shown(family.browser("noor").get("/today/", follow=True))
    assert "De hulp hier is gestopt" in seen
    assert "Bellen mag altijd." in seen
    assert family.url("circle:list") in seen
    assert "trainer Karim" in family.page("circle:list", seen_by="noor")
    assert "De hulp hier is gestopt" not in shown(family.browser("karim").get("/today/", follow=True))


# -- it goes on ---


def test_hilde_opens_it_again_with_a_reason_that_lotte_reads(family: Family) -> None:
    close(family)
    assert "Noor" in family.browser("hilde").get("/handing/closed/").content.decode()
    assert "De plek is weer open" in shown(reopen(family))
    assert not is_closed(family)
    assert "Noor is terug." in family.page("endings:close", seen_by="lotte")
    assert "Noor" in family.browser("lotte").get("/children/").content.decode()
    assert family.log(Event.PLACE_REOPENED) == 1


def test_without_a_reason_it_stays_closed(family: Family) -> None:
    close(family)
    assert "Dit is nog leeg." in shown(reopen(family, why=""))
    assert is_closed(family)


def test_a_place_closes_and_opens_more_than_once(family: Family) -> None:
    for _ in range(2):
        close(family)
        reopen(family)
    assert Closing.objects.exclude(reopened_at=None).count() == 2


def test_two_leads_at_once_open_it_once(family: Family) -> None:
    close(family)
    once = family.once()
    reopen(family, once=once)
    assert reopen(family, once=once).status_code == 404
    assert family.log(Event.PLACE_REOPENED) == 1


@pytest.mark.parametrize("who", ["lotte", "bram", "greet", "an", "mo", "saar", "noor", "ann", "wilma"])
def test_who_leads_no_team_opens_nothing(family: Family, who: str) -> None:
    close(family)
    assert reopen(family, by=who).status_code == 404
    assert family.browser(who).get("/handing/closed/").status_code == 404
    assert is_closed(family)


def test_a_place_that_is_open_is_not_opened_again(family: Family) -> None:
    assert reopen(family).status_code == 404


# -- to another team ---


def an(family: Family) -> str:
    return str(Post.objects.get(person=family.person("an")).pk)


def move(family: Family, by: str = "lotte", **facts: str) -> HttpResponse:
    told = {"once": family.once(), "to": an(family), "told_by": "Lotte", "told_on": clock.today().isoformat()} | facts
    return family.browser(by).post(family.url("endings:move"), told, follow=True)


def test_the_other_team_begins_and_the_old_one_ends(family: Family) -> None:
    assert "Een ander team werkt nu met Noor." in shown(move(family))
    assert family.door("an").relation is Relation.WORKER
    for who in ("lotte", "bram"):
        with pytest.raises(RefusedError):
            family.door(who)
    row = Move.objects.get(dossier=family.noor.dossier)
    assert (row.from_team.name, row.to_team.name) == ("Team Noord", "Team Zuid")
    assert family.log(Event.CHILD_MOVED) == 1


def test_nobody_of_the_network_and_no_parent_ends_with_it(family: Family) -> None:
    theirs = Involvement.objects.filter(dossier=family.noor.dossier, ended_at=None).exclude(
        relation__in=[Relation.WORKER.value, Relation.NETWORK_GUIDE.value]
    )
    before = set(theirs.values_list("pk", flat=True))
    move(family)
    assert set(theirs.values_list("pk", flat=True)) == before
    assert family.door("noor")


def test_how_long_the_first_talk_waits_goes_along_and_mo_knows_that_nobody_sees_it(family: Family) -> None:
    """J9: a move is no talk, and Team Zuid has nobody who leads it."""
    came = Dossier.objects.get(pk=family.sem.dossier).opened_on
    told = {"once": family.once(), "to": an(family), "told_by": "Lotte", "told_on": clock.today().isoformat()}
    where = family.url("endings:move", child="sem")
    assert "Een ander team werkt nu met Sem." in shown(family.browser("lotte").post(where, told, follow=True))
    (sem,) = waiting_in(Section.MOMENTS, Dossier.objects.filter(pk=family.sem.dossier))
    assert sem.since == came < clock.today()
    tasks = reverse("portals:tasks")
    words = "Team Zuid heeft geen teamleider."
    assert words in shown(family.browser("mo").get(tasks))
    here = Post.objects.get(pk=an(family))
    place = {"organisation": here.organisation, "team": here.team, "from_on": came}
    Post.objects.create(person_id=family.person("hilde"), role=Role.TEAM_LEAD.value, **place)
    assert words not in shown(family.browser("mo").get(tasks))


def test_the_new_worker_explains_the_right_anew(family: Family) -> None:
    move(family)
    assert "Een verhuis" in family.page("moments:moments", seen_by="an")


def test_what_was_agreed_on_visits_is_looked_at_again(family: Family) -> None:
    choose_karim(family, Meaning.JIM)
    visits = {agreeing.Key(Code.VISITS): agreeing.Value(words="Elke woensdag")}
    agreeing.made(family, points={**agreeing.POINTS, **visits}, who="karim")
    move(family)
    rows = family.door("an", Section.AGREEMENTS).within(Agreement.objects.made())
    assert clock.today() in {row.item.look_on for row in rows}


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"to": ""}, "Dit is nog leeg."),
        ({"to": "iemand"}, "Kies een begeleider van een ander team van dit huis."),
        ({"told_by": ""}, "Dit is nog leeg."),
        ({"told_on": "2001-01-01"}, "De hulp begon hier pas op"),
    ],
)
def test_a_move_that_cannot_be_is_said(family: Family, facts: dict[str, str], words: str) -> None:
    assert words in shown(move(family, **facts))
    assert family.door("lotte").relation is Relation.WORKER


def test_not_to_somebody_of_the_own_team(family: Family) -> None:
    greet = str(Post.objects.get(person=family.person("greet")).pk)
    assert "Kies een begeleider van een ander team van dit huis." in shown(move(family, to=greet))


@pytest.mark.parametrize("who", ["noor", "bram", "hilde", "mo", "an", "greet", "ann", "karim"])
def test_nobody_moves_her_but_who_works_with_her(family: Family, who: str) -> None:
    assert move(family, by=who).status_code == 404
    assert Move.objects.count() == 0
