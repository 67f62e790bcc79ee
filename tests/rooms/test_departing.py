"""Lotte has a last day: what is to be handed over, for her and for Hilde; and who is to be called goes too (R13)."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from bench.measured.statements import noted
from kring.audit.events import Event
from kring.dossier.models import Dossier, Involvement
from kring.endings import jobs
from kring.endings.views import handing
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation
from kring.law.endings import LAST_CALL, NEAR
from kring.law.meaning import Meaning
from kring.people.acts import house
from kring.people.models import Channel, Message, MessageCode, Organisation, Post, User
from kring.portals.jobs import still_holds
from tests.family import Family
from tests.rooms.test_today import choose_karim

SOON = timedelta(weeks=3)
MINE = "/handing/mine/"
AT_MOST = 7


def post_of(family: Family, who: str) -> Post:
    return Post.objects.get(person=family.person(who))


def last_day(family: Family, who: str, day: date, *, by: str = "mo", **more: str) -> str:
    """A manager says the last day of somebody; what the page then says."""
    where, sent = reverse("people:ending", args=[post_of(family, who).pk]), {"on": day.isoformat()} | more
    return family.browser(by).post(where, {"once": family.once()} | sent, follow=True).content.decode()


@pytest.fixture
def going(family: Family) -> date:
    """Lotte goes in three weeks."""
    day = clock.today() + SOON
    last_day(family, "lotte", day)
    return day


def of_lotte(family: Family, seen_by: str = "hilde") -> str:
    return family.browser(seen_by).get(f"/handing/of/{family.person('lotte')}/").content.decode()


def give(family: Family, to: str, *, child: str = "noor", **facts: str) -> str:
    sent = {"once": family.once(), "to": str(family.person(to)), "told_by": "Lotte", "told_on": clock.today()} | facts
    page = family.url("endings:hand_over", child=child)
    return family.browser("lotte").post(page, sent, follow=True).content.decode()


# -- a last day that is said beforehand ---


def test_a_last_day_closes_nothing_before_it(family: Family, going: date) -> None:
    assert post_of(family, "lotte").until_on == going
    assert "Noor" in family.browser("lotte").get("/").content.decode() or family.door("lotte")
    assert family.log(Event.POST_ENDS) == 1
    assert family.log(Event.POST_ENDED) == 0


@pytest.mark.parametrize(("day", "words"), [(-1, "Die dag is voorbij"), (-4000, "Die dag is voorbij")])
def test_a_day_that_was_is_no_last_day(family: Family, day: int, words: str) -> None:
    assert words in last_day(family, "lotte", clock.today() + timedelta(days=day))
    assert post_of(family, "lotte").until_on is None


def test_a_post_does_not_end_before_it_begins(family: Family) -> None:
    Post.objects.filter(person=family.person("lotte")).update(from_on=clock.today())
    assert "Die dag is voorbij" in last_day(family, "lotte", clock.today() - timedelta(days=1))


def test_she_stays_after_all(family: Family, going: date) -> None:
    assert "Lotte blijft deze taak doen" in last_day(family, "lotte", going, goes_on="on")
    assert post_of(family, "lotte").until_on is None
    assert "Je laatste dag" not in family.browser("lotte").get("/today/").content.decode()


def test_the_only_one_who_manages_the_house_does_not_go(family: Family) -> None:
    assert "Niemand zou Kring hier nog beheren" in last_day(family, "mo", clock.today() + SOON)


def test_a_form_that_is_sent_twice_is_one_last_day(family: Family) -> None:
    where, once = reverse("people:ending", args=[post_of(family, "lotte").pk]), family.once()
    sent = {"once": once, "on": (clock.today() + SOON).isoformat()}
    assert [family.browser("mo").post(where, sent).status_code for _ in range(2)] == [302, 302]
    assert family.log(Event.POST_ENDS) == 1


def test_lotte_and_hilde_get_a_knock_that_says_nothing(family: Family, going: date) -> None:
    told = Message.objects.filter(code=MessageCode.HANDING.value).values_list("person_id", flat=True)
    assert set(told) == {family.person("lotte"), family.person("hilde")}


def test_when_it_is_near_they_hear_once_more_while_a_child_has_nobody(family: Family, going: date) -> None:
    told = Message.objects.filter(code=MessageCode.HANDING.value)
    assert jobs.remind() == 0, "three weeks are not near"
    Post.objects.filter(person=family.person("lotte")).update(until_on=clock.today() + LAST_CALL)
    assert [jobs.remind(), jobs.remind()] == [1, 1]
    assert told.count() == 4, "each one time more"
    for child in ("noor", "sem"):
        give(family, "greet", child=child, stays="on")
    assert jobs.remind() == 0


def test_who_wants_no_reminders_hears_that_it_was_said_and_no_more(family: Family, going: date) -> None:
    Channel.objects.create(person_id=family.person("hilde"), reminders=False, set_at=clock.now())
    Post.objects.filter(person=family.person("lotte")).update(until_on=clock.today())
    jobs.remind()
    told = Message.objects.filter(code=MessageCode.HANDING.value)
    assert told.filter(person=family.person("hilde")).count() == 1
    assert told.filter(person=family.person("lotte")).count() == 2


def test_who_stays_after_all_is_not_told_any_more(family: Family, going: date) -> None:
    message = Message.objects.filter(code=MessageCode.HANDING.value).earliest("pk")
    assert still_holds(message, clock.now())
    last_day(family, "lotte", going, goes_on="on")
    assert not still_holds(message, clock.now())


def test_after_the_last_day_every_way_in_closes(family: Family, going: date) -> None:
    Post.objects.filter(person=family.person("lotte")).update(until_on=clock.today() - timedelta(days=1))
    assert house.close_what_ran_out(on=clock.today()) == 1
    assert house.close_what_ran_out(on=clock.today()) == 0
    assert not User.objects.get(person=family.person("lotte")).is_active
    assert family.log(Event.POST_ENDED) == 1


# -- the list ---


def test_lotte_sees_it_today_and_what_is_to_be_done_for_each_child(family: Family, going: date) -> None:
    assert "Je laatste dag is" in family.browser("lotte").get("/today/").content.decode()
    seen = family.browser("lotte").get(MINE).content.decode()
    assert "0 van 2 kinderen overgedragen" in seen
    assert "Er staat niemand naast Sem die blijft" in seen
    assert "Er is nog geen collega die het overneemt." in seen


def test_hilde_sees_who_takes_over_and_not_whom_a_child_chose(family: Family, going: date) -> None:
    choose_karim(family, Meaning.JIM)
    seen = of_lotte(family)
    assert "0 van 2 kinderen overgedragen" in seen
    assert all(name in seen for name in ("Noor", "Sem", "Lotte"))
    assert "Karim" not in seen
    assert "Er staat niemand naast" not in seen
    assert "Lotte stopt op" in family.browser("hilde").get("/lead/").content.decode()
    assert family.log(Event.DESK_VISITED) >= 1


def test_who_takes_over_counts_when_it_stays_longer(family: Family, going: date) -> None:
    assert "Greet neemt het over" in give(family, "greet", stays="on")
    assert "1 van 2 kinderen overgedragen" in of_lotte(family)
    assert "Werkt verder met dit kind: Greet." in of_lotte(family)
    last_day(family, "greet", going)
    assert "0 van 2 kinderen overgedragen" in of_lotte(family)


def test_a_child_that_was_handed_over_altogether_is_counted_and_has_no_name_for_lotte(
    family: Family, going: date
) -> None:
    give(family, "greet")
    seen = family.browser("lotte").get(MINE).content.decode()
    assert "1 van 2 kinderen overgedragen" in seen
    assert "1 kind gaf je al helemaal door" in seen
    assert "Noor" not in seen
    assert "Noor" in of_lotte(family)


def test_hilde_gives_a_child_that_still_has_lotte(family: Family, going: date) -> None:
    where = f"/handing/{family.noor.dossier}/"
    told = {"told_by": "Lotte", "told_on": clock.today()}
    sent = family.browser("hilde").post(where, {"once": family.once(), "to": str(family.person("greet")), **told})
    assert sent["Location"] == f"/handing/of/{family.person('lotte')}/"
    assert family.door("greet").relation is family.door("lotte").relation is Relation.WORKER


@pytest.mark.parametrize("who", ["lotte", "bram", "greet", "an", "mo", "saar", "noor", "ann", "wilma"])
def test_who_leads_no_team_sees_no_list_of_another(family: Family, going: date, who: str) -> None:
    assert family.browser(who).get(f"/handing/of/{family.person('lotte')}/").status_code == 404


@pytest.mark.parametrize("who", ["hilde", "mo", "saar", "noor", "ann", "wilma"])
def test_who_works_with_no_child_has_no_list(family: Family, who: str) -> None:
    assert family.browser(who).get(MINE).status_code == 404


def test_hilde_sees_nobody_of_a_team_that_she_does_not_lead(family: Family) -> None:
    assert family.browser("hilde").get(f"/handing/of/{family.person('an')}/").status_code == 404


# -- handing over what cannot be ---


def test_not_to_somebody_who_goes_as_soon(family: Family, going: date) -> None:
    last_day(family, "greet", going - timedelta(days=1))
    assert "Deze collega gaat zelf ook weg" in give(family, "greet")
    last_day(family, "greet", going + timedelta(days=1))
    assert "Greet neemt het over" in give(family, "greet")


def test_not_to_herself(family: Family, going: date) -> None:
    assert "Kies een collega van dit team die nog niet met dit kind werkt." in give(family, "lotte")


def test_of_two_at_once_the_second_hears_it(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    really = handing.acts.hand_over

    def twice(door: object, chosen: object, *, act: object) -> None:
        really(door, chosen, act=uuid7())  # type: ignore[arg-type]
        really(door, chosen, act=act)  # type: ignore[arg-type]

    monkeypatch.setattr(handing.acts, "hand_over", twice)
    assert "Een collega gaf dit kind net door." in give(family, "greet", stays="on")
    assert family.log(Event.WORK_HANDED_OVER) == 1


# -- who is to be called goes ---


@pytest.fixture
def jim(family: Family) -> None:
    choose_karim(family, Meaning.JIM)


def today(family: Family, who: str) -> str:
    return family.browser(who).get("/today/").content.decode()


def test_the_fixed_contact_goes_and_it_is_said_at_the_child(family: Family, jim: None) -> None:
    assert "vaste aanspreekpunt van" not in today(family, "lotte")
    last_day(family, "greet", clock.today() + SOON)
    assert "Greet is het vaste aanspreekpunt van trainer Karim en stopt op" in today(family, "lotte")
    assert "Greet stopt op" in family.browser("hilde").get("/lead/").content.decode()
    assert "Kies wie het wordt" in family.browser("mo").get("/tasks/").content.decode()


def test_who_steps_in_goes_and_it_is_said_too(family: Family, jim: None) -> None:
    last_day(family, "hilde", clock.today() + SOON)
    assert "Hilde vervangt het vaste aanspreekpunt van trainer Karim" in today(family, "lotte")


def test_who_left_is_called_no_more(family: Family, jim: None) -> None:
    house.end_post(family.actor("mo"), post_of(family, "greet"), on=clock.today())
    assert "trainer Karim kan Greet niet meer bellen" in today(family, "lotte")
    assert "Er is geen vast aanspreekpunt om te bellen." in family.page("endings:hand_over", seen_by="lotte")


def test_a_last_day_far_away_is_no_alarm_yet(family: Family, jim: None) -> None:
    last_day(family, "greet", clock.today() + NEAR + timedelta(days=1))
    assert "vaste aanspreekpunt van" not in today(family, "lotte")
    last_day(family, "greet", clock.today() + NEAR)
    assert "Greet is het vaste aanspreekpunt van" in today(family, "lotte")


def test_without_anybody_who_falls_back_there_is_no_alarm(family: Family) -> None:
    last_day(family, "greet", clock.today() + SOON)
    assert "vaste aanspreekpunt van" not in today(family, "lotte")


def test_lotte_is_the_fixed_contact_herself(family: Family, going: date) -> None:
    Organisation.objects.update(contact=family.person("lotte"))
    assert "Het vaste aanspreekpunt gaat ook weg." in family.browser("lotte").get(MINE).content.decode()


# -- a hundred children ---


@pytest.mark.parametrize(("who", "where"), [("lotte", MINE), ("hilde", "/handing/of/{lotte}/")])
def test_it_asks_the_same_for_one_child_and_for_forty(family: Family, going: date, who: str, where: str) -> None:
    browser, page = family.browser(who), where.format(lotte=family.person("lotte"))
    counts = []
    for _ in range(2):
        browser.get(page)
        with noted() as sent:
            browser.get(page)
        counts.append([str(one) for one in sent if one.counts])
        more_children(family)
    assert len(counts[0]) == len(counts[1])
    assert len(counts[0]) <= AT_MOST, counts[0]


def more_children(family: Family) -> None:
    team = post_of(family, "lotte").team
    for number in range(38):
        child = Dossier.objects.create(call_name=f"Kind {number}", team=team, opened_on=clock.today())
        worker = {"person_id": family.person("lotte"), "relation": Relation.WORKER.value, "from_on": clock.today()}
        Involvement.objects.create(dossier=child, **worker)
