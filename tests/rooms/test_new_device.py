"""Who has Noor's phone in its hands for a minute opens nothing: on a device that Kring does not know yet, what opens
waits, and what closes is done at once (quality.md 4, coercion)."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client

from kring.access.acts.answering import Answering, answer
from kring.access.models import Restriction, SamePerson, Say, Word
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.people import seals
from kring.people.devices import COOKIE, SCOPE
from kring.people.models import Device
from kring.portals.answers import number
from kring.rights.acts import serving
from tests.family import Family
from tests.rooms.journal import SHOWN, page, row, write


def device(family: Family, token: str, *, days_ago: int) -> Client:
    """A browser in which Noor came in that many days ago."""
    Device.objects.create(
        secret=seals.seal(token, scope=SCOPE),
        person_id=family.person("noor"),
        made_by_id=family.person("noor"),
        made_at=clock.now() - timedelta(days=days_ago),
    )
    browser = family.browser("noor")
    browser.cookies[COOKIE] = token
    return browser


@pytest.fixture
def old(family: Family) -> Client:
    """The phone that Kring knows."""
    return device(family, "old", days_ago=30)


@pytest.fixture
def new(family: Family, old: Client) -> Client:
    """A device of today, beside the one that Kring knows."""
    assert old
    return device(family, "new", days_ago=0)


def say(family: Family, browser: Client, word: str, *, who: str = "karim", about: Topic = Topic.CIRCLE) -> Say:
    """Answer on the page, and what came of it."""
    where = family.url("portals:question", member=family.member(who), topic=number(about))
    browser.post(where, {"word": word, "until": "stop", "once": family.once()})
    return Say.objects.filter(towards=family.member(who)).latest("said_at")


def confirm(family: Family, browser: Client, said: Say) -> HttpResponse:
    return browser.post(family.url("portals:confirm_answer", say=said.pk), {"once": family.once()}, follow=True)


def stop(family: Family, browser: Client, said: Say) -> HttpResponse:
    return browser.post(family.url("portals:stop_answer", say=said.pk), {"once": family.once()})


def reads_of(family: Family, who: str) -> set[Topic]:
    return set(family.door(who, Section.SAID).answers.yes_topics)


def shuts(family: Family, who: str) -> set[Topic]:
    return set(family.door(who, Section.SAID).answers.no_topics)


def test_what_is_shared_waits_for_a_known_device(family: Family, old: Client, new: Client) -> None:
    said = say(family, new, "yes")
    assert not reads_of(family, "karim")
    assert confirm(family, new, said).status_code == 404
    assert "Was jij dat" in old.get(family.url("portals:about", member=family.member("karim"))).content.decode()
    confirm(family, old, said)
    assert reads_of(family, "karim") == {Topic.CIRCLE}


def test_what_waits_does_not_take_away_a_no(family: Family, old: Client, new: Client) -> None:
    say(family, old, "no")
    say(family, new, "yes")
    assert shuts(family, "karim") == {Topic.CIRCLE}


@pytest.mark.parametrize("word", ["no", "ask"])
def test_over_a_no_of_her_own_nobody_says_it_was_her_but_she_on_a_phone_kring_knows(
    family: Family, old: Client, new: Client, word: str
) -> None:
    """Whoever held her phone: a worker sees the tap alone.  Where she said nothing before, Lotte says it with her."""
    lotte = family.browser("lotte")
    say(family, old, word)
    said = say(family, new, "yes")
    shown = lotte.get(family.url("portals:about", member=family.member("karim"))).content.decode()
    assert "Dat blijft zo, tot Noor zelf ja tikt." in shown
    assert "Ja, dit mag" not in shown
    assert confirm(family, lotte, said).status_code == 404
    assert not reads_of(family, "karim")
    confirm(family, old, said)
    assert reads_of(family, "karim") == {Topic.CIRCLE}
    other = say(family, new, "yes", about=Topic.SCHOOL)
    assert confirm(family, lotte, other).status_code == 200
    assert reads_of(family, "karim") == {Topic.CIRCLE, Topic.SCHOOL}


@pytest.mark.parametrize("word", ["no", "ask"])
def test_what_closes_takes_the_place_of_a_yes_at_once(family: Family, old: Client, new: Client, word: str) -> None:
    say(family, old, "yes")
    closed = say(family, new, word)
    assert not reads_of(family, "karim")
    assert [one.pk for one in Say.objects.filter(withdrawn_at=None)] == [closed.pk], "nothing lies in wait under it"


def test_a_yes_is_taken_back_on_any_device(family: Family, old: Client, new: Client) -> None:
    said = say(family, old, "yes")
    assert stop(family, new, said).status_code == 302
    assert not reads_of(family, "karim")


@pytest.mark.parametrize("word", ["no", "ask"])
def test_what_keeps_something_closed_is_taken_back_on_a_known_device(
    family: Family, old: Client, new: Client, word: str
) -> None:
    said = say(family, old, word)
    assert "Dit toestel is nieuw voor Kring" in stop(family, new, said).content.decode()
    assert shuts(family, "karim") == {Topic.CIRCLE}
    assert stop(family, old, said).status_code == 302
    assert not shuts(family, "karim")


def test_lotte_does_not_take_it_back_for_her_and_the_phone_kring_knows_does(family: Family, old: Client) -> None:
    said = say(family, old, "no")
    assert "Dat antwoord is van Noor." in stop(family, family.browser("lotte"), said).content.decode()
    assert shuts(family, "karim")
    assert stop(family, old, said).status_code == 302
    assert not shuts(family, "karim")


def test_a_phone_that_was_ended_still_tells_that_the_next_is_new(family: Family, old: Client) -> None:
    Device.objects.update(ended_at=clock.now())
    assert say(family, device(family, "thief", days_ago=0), "yes").waits
    assert say(family, old, "yes").waits, "and what was ended is known no more"


def keep(family: Family, browser: Client, words: str) -> HttpResponse:
    """Noor writes something that is not shared, for Wilma; looked at first, as the page asks."""
    told = {"pieces": "1", "topic_0": "general", "words_0": words, "held_close": "on"}
    told |= {"knowing": [str(family.member("wilma"))], "once": family.once()}
    where = family.url("journal:write")
    mark = SHOWN.search(browser.post(where, told | {"do": "look"}).content.decode())
    return browser.post(where, told | {"do": "save", "shown": mark[1] if mark else ""}, follow=True)


def rewrite(family: Family, browser: Client, passage: UUID, words: str, version: int, *who: str) -> HttpResponse:
    told = {"once": family.once(), "version": version, "words": words, "knowing": [str(family.member(w)) for w in who]}
    where = family.url("journal:change", passage=passage)
    mark = SHOWN.search(browser.post(where, told | {"do": "look"}).content.decode())
    return browser.post(where, told | {"shown": mark[1] if mark else ""}, follow=True)


def test_who_may_know_what_is_not_shared_waits_too(family: Family, old: Client, new: Client) -> None:
    assert "Dit toestel is nieuw voor Kring" in keep(family, new, "zondag is zwaar").content.decode()
    assert "zondag is zwaar" not in page(family, "wilma")
    confirm(family, old, Say.objects.get())
    assert "zondag is zwaar" in page(family, "wilma")


def test_another_text_waits_and_whoever_is_not_chosen_any_more_is_out(family: Family, old: Client, new: Client) -> None:
    keep(family, old, "zondag is zwaar")
    passage = row(family, "zondag is zwaar").pk
    told = rewrite(family, new, passage, "zondag is loodzwaar", 1, "wilma").content.decode()
    assert "Dit toestel is nieuw voor Kring" in told
    assert "loodzwaar" not in page(family, "wilma")
    confirm(family, old, Say.objects.get(withdrawn_at=None))
    assert "loodzwaar" in page(family, "wilma")
    rewrite(family, new, passage, "zondag is loodzwaar", 2, "karim")
    for who in ("wilma", "karim"):
        assert "loodzwaar" not in page(family, who)


def test_the_same_people_for_the_same_text_go_on_reading_it(family: Family, old: Client, new: Client) -> None:
    keep(family, old, "zondag is zwaar")
    passage = row(family, "zondag is zwaar").pk
    assert "Dit toestel is nieuw" not in rewrite(family, new, passage, "zondag is zwaar", 1, "wilma").content.decode()
    assert "zondag is zwaar" in page(family, "wilma")


def test_what_stands_in_its_way_since_is_asked_again(family: Family, old: Client, new: Client) -> None:
    said = say(family, new, "yes")
    Restriction.objects.create(
        dossier_id=family.noor.dossier,
        member_id=family.member("karim"),
        from_on=clock.today(),
        recorded_by_id=family.person("lotte"),
        recorded_at=clock.now(),
    )
    assert "Dit kan nu niet" in confirm(family, old, said).content.decode(), "nobody told her yet (R15)"
    assert Say.objects.get(pk=said.pk).waits


def test_access_to_the_file_ends_with_the_serving(family: Family, old: Client) -> None:
    Involvement.objects.filter(person=family.person("karim")).update(relation=Relation.TRUST_PERSON.value)
    noor = family.door("noor", Section.ANSWERS)
    new = Answering(towards=family.member("karim"), word=Word.YES, topic=Topic.THE_FILE)
    assert reads_of(family, "karim") == set()
    answer(noor, new, once=uuid7())
    say(family, old, "yes", about=Topic.SCHOOL)
    assert reads_of(family, "karim") == {Topic.THE_FILE, Topic.SCHOOL}
    serving.end(noor, family.member("karim"), on=clock.today())
    assert reads_of(family, "karim") == {Topic.SCHOOL}


def test_she_lets_nobody_in_there(family: Family, old: Client, new: Client) -> None:
    told = {"person": str(family.member("wilma"))}
    refused = new.post(family.url("rights:let_in"), {**told, "once": family.once()}).content.decode()
    assert "Laat iemand binnen op je andere toestel" in refused
    assert "De link voor Wilma" not in refused
    known = old.post(family.url("rights:let_in"), {**told, "once": family.once()}).content.decode()
    assert "De link voor Wilma" in known


HOME = "Thuis is het daar druk."


def point_out(family: Family, browser: Client, who: str, member: str) -> str:
    told = {"member": str(family.member(member)), "once": family.once()}
    return browser.post(family.url("portals:who_is", other=family.person(who)), told, follow=True).content.decode()


def test_who_has_her_code_for_a_moment_points_out_nobody(family: Family, old: Client, new: Client) -> None:
    """Tarik as somebody else of the circle: what is written about her in the house, he does not read by it."""
    whom = {"about_0": str(family.member("mama_van_yara")), "topic_0": "home"}
    write(family, "lotte", HOME, klass_0="household", **whom)
    assert "Dit toestel is nieuw voor Kring. Zeg wie het is" in point_out(family, new, "tarik", "mama_van_yara")
    assert not SamePerson.objects.filter(person=family.person("tarik")).exists()
    assert HOME not in page(family, "tarik")
    assert "Dit toestel is nieuw" not in point_out(family, old, "tarik", "mama_van_yara")
    assert SamePerson.objects.filter(person=family.person("tarik")).exists()


def test_nor_as_somebody_else_than_was_said(family: Family, old: Client, new: Client) -> None:
    point_out(family, old, "tarik", "papa")
    where = family.url("portals:someone_else", member=family.member("papa"))
    told = {"member": str(family.member("mama_van_yara")), "once": family.once()}
    assert "Dit toestel is nieuw voor Kring" in new.post(where, told).content.decode()
    assert SamePerson.objects.get(person=family.person("tarik")).item_id == family.member("papa")
    assert old.post(where, told).status_code == 302
    assert SamePerson.objects.get(person=family.person("tarik")).item_id == family.member("mama_van_yara")
