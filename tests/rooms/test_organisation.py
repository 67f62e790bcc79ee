"""The house: teams, colleagues, and who trust persons can call."""

import re
from datetime import date
from io import StringIO
from uuid import UUID

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.audit.events import Event
from kring.kit import clock
from kring.people.actors import Actor
from kring.people.acts import house as acts
from kring.people.models import Organisation, Post, Role, Team, User
from tests.family import Family

CHANGING = ["people:team", "people:colleague", "people:contact"]


def read(family: Family, who: str) -> str:
    return family.browser(who).get(reverse("people:organisation")).content.decode()


def add(family: Family, *, by: str, once: str = "", **facts: str) -> HttpResponse:
    team = Team.objects.get(name="Team Noord")
    filled = {"once": once or family.once(), "call_name": "Fatima", "email": "fatima@kring.example", "role": "worker"}
    return family.browser(by).post(reverse("people:colleague"), {**filled, "team": str(team.pk), **facts})


def name_contact(family: Family, *, by: str, **facts: str) -> HttpResponse:
    filled = {"once": family.once(), "contact": str(family.person("lotte")), "contact_phone": "0470 11 22 33"}
    return family.browser(by).post(reverse("people:contact"), {**filled, **facts})


def end(family: Family, who: str, *, by: str) -> HttpResponse:
    post = Post.objects.get(person=family.person(who))
    return family.browser(by).post(reverse("people:ending", args=[post.pk]), {"once": family.once()})


def test_the_director_sees_teams_and_colleagues(family: Family) -> None:
    text = read(family, "mo")
    assert all(name in text for name in ("De Brug", "Team Noord", "Team Zuid", "Lotte", "Begeleider", "Greet"))
    assert "Nieuwe collega" in text


def test_who_ends_the_last_of_two_tasks_today_is_out_today(family: Family) -> None:
    add(family, by="mo", email="lotte@kring.example", role="manager", team="")
    for post in Post.objects.filter(person=family.person("lotte")):
        assert (
            family.browser("mo").post(reverse("people:ending", args=[post.pk]), {"once": family.once()}).status_code
            == 302
        )
    assert not User.objects.get(person=family.person("lotte")).is_active


def test_a_manager_who_stops_today_is_not_the_one_who_stays(family: Family) -> None:
    add(family, by="mo", email="lotte@kring.example", role="manager", team="")
    managing = Post.objects.get(person=family.person("lotte"), role="manager")
    family.browser("mo").post(reverse("people:ending", args=[managing.pk]), {"once": family.once()})
    assert end(family, "mo", by="lotte").status_code == 404, "at the next request she manages nothing any more"
    assert "Niemand zou Kring hier nog beheren" in end(family, "mo", by="mo").content.decode()


def test_team_lead_sees_and_changes_nothing(family: Family) -> None:
    text = read(family, "hilde")
    assert "Team Zuid" in text
    assert "Nieuwe collega" not in text


def test_a_worker_sees_who_to_call(family: Family) -> None:
    text = read(family, "lotte")
    assert "Greet" in text
    assert "0470 00 00 01" in text
    assert "Team Zuid" not in text


@pytest.mark.parametrize("outsider", ["noor", "ann", "dirk"])
def test_for_who_does_not_work_here_there_is_nothing(family: Family, outsider: str) -> None:
    for page in ("people:organisation", *CHANGING):
        assert family.browser(outsider).get(reverse(page)).status_code == 404


@pytest.mark.parametrize("page", CHANGING)
def test_only_who_manages_changes(family: Family, page: str) -> None:
    assert family.browser("mo").get(reverse(page)).status_code == 200
    for other in ("lotte", "hilde", "saar"):
        assert family.browser(other).get(reverse(page)).status_code == 404
    assert Client().get(reverse(page)).status_code == 302


def test_a_new_colleague_gets_a_link_by_mail_and_who_adds_it_never_sees_it(family: Family) -> None:
    page = add(family, by="mo")
    assert "/accounts/password/new/" not in page.content.decode()
    assert "/in/begin/" not in page.content.decode()
    assert "/accounts/password/new/" in mail.outbox[0].body
    assert "Kring" not in mail.outbox[0].subject
    assert family.log(Event.COLLEAGUE_ADDED) == 1
    assert "Fatima" in read(family, "mo")
    assert "meldde zich nog niet aan" in read(family, "mo")


def test_sent_twice_is_done_once(family: Family) -> None:
    once = family.once()
    add(family, by="mo", once=once)
    assert add(family, by="mo", once=once).status_code == 302
    assert Post.objects.filter(person__user__email="fatima@kring.example").count() == 1
    assert family.log(Event.COLLEAGUE_ADDED) == 1


def test_a_worker_adds_nobody(family: Family) -> None:
    assert add(family, by="lotte").status_code == 404
    assert not User.objects.filter(email="fatima@kring.example").exists()


def test_who_forgets_the_team_keeps_what_was_typed(family: Family) -> None:
    text = add(family, by="mo", team="").content.decode()
    assert "Kies het team" in text
    assert "fatima@kring.example" in text
    assert family.log(Event.COLLEAGUE_ADDED) == 0


def test_an_address_of_another_house_is_not_used(family: Family) -> None:
    call_command("found", organisation="De Linde", team="A", name="Ward", email="ward@linde.example", stdout=StringIO())
    assert "kunnen we hier niet gebruiken" in add(family, by="mo", email="Ward@linde.example").content.decode()


def test_a_new_link_is_only_for_who_never_came_in(family: Family) -> None:
    browser = family.browser("mo")
    waiting, inside = family.person("an"), family.person("lotte")
    family.browser("lotte")
    assert "De link is verstuurd" in browser.post(reverse("people:link", args=[waiting])).content.decode()
    assert "/accounts/password/new/" in mail.outbox[0].body
    page = browser.post(reverse("people:link", args=[inside]), follow=True).content.decode()
    assert "heeft al een wachtwoord" in page
    assert "/accounts/password/new/" not in page


def test_the_fixed_contact_is_named_and_a_gap_is_an_alarm(family: Family) -> None:
    assert name_contact(family, by="mo").status_code == 302
    assert family.log(Event.CONTACT_NAMED) == 1
    text = read(family, "lotte")
    assert "0470 11 22 33" in text
    assert "Nog niemand neemt over" in text


def test_a_phone_that_is_none_is_said_and_nothing_is_lost(family: Family) -> None:
    text = name_contact(family, by="mo", contact_phone="bel mij maar").content.decode()
    assert "geen telefoonnummer" in text
    assert "bel mij maar" in text
    assert family.log(Event.CONTACT_NAMED) == 0


def test_when_the_contact_leaves_it_is_an_alarm(family: Family) -> None:
    assert "werkt hier niet meer" not in read(family, "mo")
    Post.objects.filter(person=family.person("greet")).delete()
    assert "Greet werkt hier niet meer" in read(family, "mo")


def test_who_stops_is_out_at_once(family: Family) -> None:
    browser = family.browser("an")
    assert browser.get(reverse("portals:today")).status_code == 200
    assert end(family, "an", by="mo").status_code == 302
    assert browser.get(reverse("portals:today")).status_code == 302
    assert family.log(Event.POST_ENDED) == 1


def test_the_last_key_stays_in_the_house(family: Family) -> None:
    assert "Niemand zou Kring hier nog beheren" in end(family, "mo", by="mo").content.decode()
    assert family.log(Event.POST_ENDED) == 0


def test_of_two_who_end_a_task_at_once_one_does(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    really = acts.end_post

    def just_after_a_colleague(actor: Actor, post: Post, *, on: date, once: UUID) -> None:
        really(actor, post, on=on)
        really(actor, post, on=on, once=once)

    monkeypatch.setattr(acts, "end_post", just_after_a_colleague)
    assert "Een collega stopte deze taak net" in end(family, "an", by="mo").content.decode()
    assert family.log(Event.POST_ENDED) == 1


def test_two_managers_who_end_each_other_at_once_do_not_leave_nobody(family: Family) -> None:
    add(family, by="mo", email="lotte@kring.example", role="manager", team="")
    one = Post.objects.get(person=family.person("mo"))
    other = Post.objects.get(person=family.person("lotte"), role="manager")
    acts.end_post(family.actor("lotte"), one, on=clock.today())
    with pytest.raises(acts.LastKeyError):
        acts.end_post(family.actor("mo"), other, on=clock.today())


def test_a_facility_begins_with_one_command(family: Family) -> None:
    said = StringIO()
    given = {"organisation": "De Linde", "team": "Zuid", "name": "Ward", "email": "Ward@Linde.example"}
    call_command("found", **given, works_with_children=True, address="https://kring.example", stdout=said)
    assert "https://kring.example/accounts/password/new/" in said.getvalue()
    roles = {Role(post.role) for post in Post.objects.filter(person__user__email="ward@linde.example")}
    assert roles == {Role.MANAGER, Role.WORKER}
    with pytest.raises(CommandError, match="is er al"):
        call_command("found", **given, stdout=said)
    assert Organisation.objects.filter(name="De Linde").count() == 1


def invited() -> str:
    """The link to choose a first password, as it stands in the last mail."""
    found = re.search(r"https?://[^/]+(/\S+)", mail.outbox[-1].body)
    assert found
    return found[1]


def opens(link: str) -> bool:
    return "Deze link werkt niet meer" not in Client().get(link, follow=True).content.decode()


def test_a_second_link_ends_the_first_and_ending_the_task_ends_both(family: Family) -> None:
    add(family, by="mo")
    first = invited()
    fatima = User.objects.get(email="fatima@kring.example")
    assert opens(first)
    family.browser("mo").post(reverse("people:link", args=[fatima.person_id]), {"once": family.once()})
    second = invited()
    assert (opens(first), opens(second)) == (False, True)
    post = Post.objects.get(person=fatima.person_id)
    family.browser("mo").post(reverse("people:ending", args=[post.pk]), {"once": family.once()})
    assert not opens(second)
    add(family, by="mo")
    assert not opens(second), "also when she comes back"


@pytest.mark.parametrize("first", ["ends", "begins"])
def test_who_goes_to_another_team_leaves_the_children_of_the_old_one(family: Family, first: str) -> None:
    """Lotte goes from Noord to Zuid, on one day, in either order."""
    assert family.browser("lotte").get(family.url("circle:page")).status_code == 200
    zuid = Team.objects.get(name="Team Zuid")
    for step in ("ends", "begins") if first == "ends" else ("begins", "ends"):
        if step == "begins":
            add(family, by="mo", email="lotte@kring.example", team=str(zuid.pk))
        else:
            end_in(family, "Team Noord")
    assert family.browser("lotte").get(family.url("circle:page")).status_code == 404


def end_in(family: Family, team: str) -> None:
    post = Post.objects.get(person=family.person("lotte"), team__name=team, ended_at=None)
    family.browser("mo").post(reverse("people:ending", args=[post.pk]), {"once": family.once()})
