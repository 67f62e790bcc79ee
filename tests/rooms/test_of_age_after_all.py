"""Noor turns out to be eighteen already: what she let a parent read as a fifteen-year-old is asked anew (R15)."""

from datetime import date, timedelta

import pytest

from kring.access.models import Disclosure, Giver, Item, SamePerson, Say
from kring.dossier.models import Dossier, OtherBirthday
from kring.kit import clock
from kring.law.access import Section, Topic
from kring.portals.answers import number
from tests.family import Family
from tests.rooms.pointing import surely
from tests.rooms.test_birthdays import answer, sent
from tests.rooms.test_of_age import HERS, notes
from tests.rooms.test_who_may_know import ask

SINCE = 10


def eighteenth(days: int = SINCE) -> date:
    """The day on which who became of age so many days ago was born."""
    day = clock.today() - timedelta(days=days)
    return date(day.year - 18, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


@pytest.fixture
def shared(family: Family) -> Family:
    """Noor, whom everybody thinks fifteen, said yes today to Ann, who is mama, to Karim, and to Yara's mama."""
    surely(family, "ann", "mama")
    for who in ("mama", "karim", "mama_van_yara"):
        assert ask(family, who, "yes", about="school").status_code == 302
    assert HERS in notes(family, "ann")
    return family


def is_eighteen(family: Family) -> None:
    """Lotte writes the day down and Hilde says yes to it: today Kring and Noor know."""
    assert sent(family, eighteenth()).status_code == 302
    assert answer(family, OtherBirthday.objects.get(ended_at=None)).status_code == 302
    assert Dossier.objects.get(pk=family.noor.dossier).born_on == eighteenth().isoformat()


def yes_to(family: Family, who: str) -> frozenset[Topic]:
    return family.door(who, Section.SAID).answers.yes_topics


def test_a_yes_of_today_from_before_it_was_known_is_asked_anew(shared: Family) -> None:
    is_eighteen(shared)
    assert yes_to(shared, "ann") == frozenset()
    assert HERS not in notes(shared, "ann")
    home = shared.page("portals:home", seen_by="ann")
    assert "Wat je hier mocht lezen, is nu dicht" in home
    assert "Noor wil dat jij dit mag weten" not in home
    assert "Zij lezen alleen waar jij daarna opnieuw ja op zei." in shared.page("portals:yours", seen_by="noor")
    about = shared.page("portals:about", seen_by="noor", member=shared.member("mama"))
    assert "Dat ja wacht." in about
    assert "Dit mag</h2>" not in about
    assert yes_to(shared, "karim") == {Topic.SCHOOL}, "who stands beside her stays (C54)"


@pytest.mark.parametrize("taps", [True, False])
def test_she_says_it_anew_the_same_day_and_then_it_holds(shared: Family, *, taps: bool) -> None:
    member = shared.member("mama")
    Say.objects.filter(towards=member).update(from_on=clock.today() - timedelta(days=SINCE * 2))
    is_eighteen(shared)
    if taps:
        where = shared.url("portals:confirm_answer", say=Say.objects.get(towards=member).pk)
        assert shared.browser("noor").post(where, {"once": shared.once()}).status_code == 302
    else:
        where = shared.url("portals:question", member=member, topic=number(Topic.SCHOOL))
        shared.browser("noor").post(where, {"word": "yes", "until": "stop", "once": shared.once()})
    assert yes_to(shared, "ann") == {Topic.SCHOOL}
    assert HERS in notes(shared, "ann")


def test_towards_who_does_not_come_in_yet_it_waits_as_well(shared: Family) -> None:
    """It may be a parent that comes in tomorrow."""
    mother = shared.member("mama_van_yara")
    assert not SamePerson.objects.filter(item=mother).exists()
    is_eighteen(shared)
    assert Say.objects.get(towards=mother).waits
    assert not Say.objects.get(towards=shared.member("karim")).waits


def test_what_was_told_in_an_emergency_and_what_a_worker_decided_is_over_for_a_parent(shared: Family) -> None:
    item = Item.objects.filter(dossier=shared.noor.dossier, section=Section.JOURNAL.value).first()
    assert item is not None
    facts = {"dossier_id": shared.noor.dossier, "item": item}
    for who, member in (("ann", "mama"), ("karim", "karim")):
        told = {"to_id": shared.person(who), "by_id": shared.person("lotte"), "at": clock.now(), "motive": "Nu."}
        Disclosure.objects.create(**facts, **told, child_told=True, parents_told=False)
        decided = {"towards_id": shared.member(member), "answer": "yes", "giver": Giver.WORKER, "expressed": "said"}
        Say.objects.create(**facts, **decided, from_on=clock.today(), recorded_by_id=shared.person("lotte"))
    is_eighteen(shared)
    for who, left in (("ann", set()), ("karim", {item.pk})):
        said = shared.door(who, Section.SAID).answers
        assert (said.disclosed, said.told) == (left, left), who


@pytest.mark.parametrize(("before", "holds"), [(eighteenth(SINCE * 3), True), (eighteenth(-SINCE), False)])
def test_who_was_of_age_by_the_day_that_stood_there_said_it_as_such(
    shared: Family, before: date, *, holds: bool
) -> None:
    Dossier.objects.filter(pk=shared.noor.dossier).update(born_on=before.isoformat())
    sent(shared, eighteenth())
    for row in OtherBirthday.objects.filter(ended_at=None):
        answer(shared, row)
    assert (yes_to(shared, "ann") == {Topic.SCHOOL}) is holds


def test_a_first_birthday_tells_it_as_well(shared: Family) -> None:
    Dossier.objects.filter(pk=shared.noor.dossier).update(born_on="")
    assert sent(shared, eighteenth()).status_code == 302
    assert Dossier.objects.get(pk=shared.noor.dossier).born_on == eighteenth().isoformat()
    assert yes_to(shared, "ann") == frozenset()


def test_a_correction_by_which_she_stays_a_minor_changes_no_yes(shared: Family) -> None:
    assert sent(shared, clock.today() - timedelta(days=365 * 15 + 40)).status_code == 302
    assert yes_to(shared, "ann") == {Topic.SCHOOL}
