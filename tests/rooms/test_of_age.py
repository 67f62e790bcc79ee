"""Noor is eighteen: what her parents read falls at the next request, and who stands beside her stays (R15, R28)."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from kring.access.acts import protecting
from kring.access.acts.protecting import Toward
from kring.access.door import RefusedError
from kring.access.models import Disclosure, SamePerson, Say
from kring.dossier.models import Dossier, Involvement
from kring.journal.models import Passage
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.law.standing import BY_A_PARENT
from kring.people.models import Message, MessageCode
from kring.portals import jobs
from kring.portals.answers import number
from tests.family import Family
from tests.rooms.knocking import At
from tests.rooms.test_homes import serve

HERS = "Op school gaat het beter."
OF_THE_FILE = "We bekeken samen twee scholen."
OWN = "Noor was dit weekend rustig."


def is_of_age(family: Family, *, days: int = 0) -> date:
    """Noor became eighteen today, or so many days ago; the day on which she did."""
    eighteenth = clock.today() - timedelta(days=days)
    day = 28 if (eighteenth.month, eighteenth.day) == (2, 29) else eighteenth.day  # there was no 29th
    born = date(eighteenth.year - 18, eighteenth.month, day).isoformat()
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on=born)
    return eighteenth


def says_yes(family: Family, who: str, *topics: Topic, days: int) -> None:
    """So many days ago Noor said yes to somebody."""
    member = family.member({"ann": "mama", "tarik": "papa"}.get(who, who))
    SamePerson.objects.get_or_create(
        item_id=member, defaults={"person_id": family.person(who), "confirmed_at": clock.now()}
    )
    for topic in topics:
        Say.objects.create(
            dossier_id=family.noor.dossier,
            topic=topic.value,
            towards_id=member,
            answer="yes",
            given_by_id=family.person("noor"),
            expressed="itself",
            recorded_by_id=family.person("noor"),
            from_on=clock.today() - timedelta(days=days),
        )


def notes(family: Family, who: str) -> str:
    """The notes as somebody finds them; nothing where there is no page."""
    answer = family.browser(who).get(family.url("journal:notes"))
    return answer.content.decode() if answer.status_code == 200 else ""


@pytest.mark.parametrize(("days", "reads"), [(-1, True), (0, False), (1, False)])
def test_the_day_before_ann_reads_and_on_the_day_itself_no_more(family: Family, days: int, reads: bool) -> None:
    says_yes(family, "ann", Topic.SCHOOL, Topic.CIRCLE, days=30)
    is_of_age(family, days=days)
    found = notes(family, "ann")
    assert (HERS in found) is reads
    assert (OF_THE_FILE in found) is reads
    assert OWN in found  # what she wrote herself stays readable for herself
    assert ("Schrijf iets op" in found) is reads
    assert (family.browser("ann").get(family.url("portals:child")).status_code == 200) is reads


def test_it_falls_at_the_next_request_without_signing_in_anew(family: Family) -> None:
    says_yes(family, "ann", Topic.SCHOOL, days=30)
    ann, where = family.browser("ann"), family.url("journal:notes")
    is_of_age(family, days=-1)
    assert HERS in ann.get(where).content.decode()
    is_of_age(family)
    assert HERS not in ann.get(where).content.decode()


@pytest.mark.parametrize(
    ("day", "reads"), [(datetime(2026, 2, 28, 12, tzinfo=UTC), True), (datetime(2026, 3, 1, 12, tzinfo=UTC), False)]
)
def test_born_on_the_29th_of_february(family: Family, at: At, day: datetime, reads: bool) -> None:
    Involvement.objects.filter(dossier=family.noor.dossier).update(from_on="2025-01-01")
    at(day)
    says_yes(family, "ann", Topic.SCHOOL, days=30)
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on="2008-02-29")
    assert (Topic.SCHOOL in family.door("ann", Section.SAID).answers.yes_topics) is reads


def test_who_is_of_age_says_it_anew_and_then_it_opens(family: Family) -> None:
    """What she writes herself.  The file of the help stays shut for a parent, whatever anybody says (R15)."""
    says_yes(family, "ann", Topic.SCHOOL, days=30)
    is_of_age(family)
    page = family.page("portals:about", seen_by="noor", member=family.member("mama"))
    assert "ja, tot je 18 werd" in page
    assert "Dit mag</h2>" not in page
    where = family.url("portals:question", member=family.member("mama"), topic=number(Topic.SCHOOL))
    sent = {"word": "yes", "until": "stop", "once": family.once()}
    assert family.browser("noor").post(where, sent).status_code == 302
    found = notes(family, "ann")
    assert HERS in found
    assert OF_THE_FILE not in found


def test_what_was_told_to_a_parent_in_an_emergency_before_closes_and_after_opens(family: Family) -> None:
    note = family.door("lotte", Section.JOURNAL).within(Passage.objects.order_by("pk"))[0]
    told = Disclosure.objects.create(
        dossier_id=family.noor.dossier,
        item_id=note.pk,
        to_id=family.person("ann"),
        by_id=family.person("lotte"),
        at=clock.now() - timedelta(days=9),
        motive="gevaar",
        child_told=True,
        parents_told=True,
    )
    is_of_age(family)
    assert note.pk not in family.door("ann", Section.SAID).answers.disclosed
    Disclosure.objects.filter(pk=told.pk).update(at=clock.now())
    assert note.pk in family.door("ann", Section.SAID).answers.disclosed


@pytest.mark.parametrize("who", ["wilma", "karim", "rita", "noor", "lotte"])
def test_who_stands_beside_her_and_who_works_with_her_stay(family: Family, who: str) -> None:
    if who in {"wilma", "karim", "rita"}:
        says_yes(family, who, Topic.SCHOOL, days=30)
    is_of_age(family)
    assert HERS in notes(family, who)
    held = Involvement.objects.get(dossier=family.noor.dossier, person=family.person(who))
    assert held.ended_at is None
    assert held.until_on is None


def test_who_serves_goes_on_serving(family: Family) -> None:
    serve(family)
    is_of_age(family)
    home = family.page("portals:home", seen_by="karim")
    assert "Vertrouwenspersoon in de jeugdhulp" in home
    assert "Toon mijn kaart" in home


@pytest.mark.parametrize("relation", sorted(BY_A_PARENT))
def test_whoever_comes_in_as_a_parent_or_for_one(family: Family, relation: Relation) -> None:
    says_yes(family, "rita", Topic.SCHOOL, days=30)
    Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("rita")).update(relation=relation)
    is_of_age(family, days=-1)
    assert family.door("rita", Section.SAID).answers.yes_topics == {Topic.SCHOOL}
    is_of_age(family)
    assert not family.door("rita", Section.SAID).answers.yes_topics


def test_a_no_stays_a_no(family: Family) -> None:
    says_yes(family, "ann", Topic.SCHOOL, days=30)
    Say.objects.filter(towards=family.member("mama")).update(answer="no")
    is_of_age(family)
    assert family.door("ann", Section.SAID).answers.no_topics == {"school"}


def test_a_restriction_of_contact_does_not_open_by_a_birthday(family: Family) -> None:
    for who in ("wilma", "ann"):
        says_yes(family, who, Topic.SCHOOL, days=30)
        whom = [Toward(person=family.person(who))]
        door = family.door("lotte", Section.RIGHTS)
        protecting.restrict(door, whom, from_on=clock.today(), until_on=None, once=uuid7())
    is_of_age(family)
    assert HERS not in notes(family, "wilma") + notes(family, "ann")
    for who in ("wilma", "ann"):
        with pytest.raises(RefusedError):
            family.door(who, Section.JOURNAL)
        assert family.browser(who).get(family.url("portals:home")).status_code == 200


def test_noor_reads_of_herself_what_she_read_and_her_own_circle(family: Family) -> None:
    is_of_age(family)
    assert HERS in notes(family, "noor")
    assert "mama" in family.page("circle:list", seen_by="noor")


def test_the_page_of_a_parent_says_it_in_a_sentence_and_tells_nothing(family: Family) -> None:
    calm = "Vanaf 18 jaar beslist iemand zelf: zo is de wet."
    assert calm not in family.page("portals:home", seen_by="ann")
    is_of_age(family)
    home = family.page("portals:home", seen_by="ann")
    assert calm in home
    assert "Noor deelt dit met je." not in home  # of her notes only what Ann wrote herself is left
    assert "Zeg het" in home  # a word to who works with her stays possible
    for name in ("Wilma", "Karim", "JIM", "pastor", "Dirk"):
        assert name not in home
    assert calm not in family.page("portals:home", seen_by="wilma")


def test_the_page_beside_her_says_the_same_before_and_after(family: Family) -> None:
    """That nothing ends on a birthday is told to everyone, always: so the page tells nobody how old she is."""
    stays = "stopt niet op een verjaardag"
    before = family.page("portals:home", seen_by="wilma")
    is_of_age(family)
    assert stays in before
    assert stays in family.page("portals:home", seen_by="wilma")


def test_every_way_on_the_page_of_a_parent_leads_somewhere(family: Family) -> None:
    """Whatever fell, no link of its own home ends at nothing."""
    is_of_age(family)
    ann = family.browser("ann")
    home = ann.get(family.url("portals:home")).content.decode()
    ways = set(re.findall(r'href="(/d/[^"#]+)"', home))
    assert ways
    for where in ways:
        assert ann.get(where).status_code == 200, where


@pytest.mark.parametrize(("who", "days", "knocks"), [("ann", -1, True), ("ann", 0, False), ("wilma", 0, True)])
def test_a_knock_that_did_not_leave_yet_leaves_no_more(family: Family, who: str, days: int, knocks: bool) -> None:
    """R7: what falls, falls in what was not sent yet as well."""
    says_yes(family, who, Topic.SCHOOL, days=1)
    yes = Say.objects.get(given_by=family.person("noor"), topic="school", from_on=clock.today() - timedelta(days=1))
    message = Message(person_id=family.person(who), code=MessageCode.SHARED.value, about=yes.pk)
    is_of_age(family, days=days)
    assert jobs.still_holds(message, clock.now()) is knocks


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_a_yes_of_before_is_said_to_be_shut_since_eighteen_and_not_never_given(family: Family, who: str) -> None:
    says_yes(family, "ann", Topic.SCHOOL, days=30)
    for page, parts in (("portals:known", {}), ("portals:about", {"member": family.member("mama")})):
        is_of_age(family, days=-1)
        shut = ("Zei je vroeger ja? Dat is dicht sinds je 18de", "van voor de 18de verjaardag is dicht")
        assert not any(one in family.page(page, seen_by=who, **parts) for one in shut)
        is_of_age(family)
        assert any(one in family.page(page, seen_by=who, **parts) for one in shut)
