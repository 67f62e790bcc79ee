"""The door, as Lotte, Noor and strangers meet it."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.http import HttpResponse

from kring.access.asking import everything
from kring.access.door import RefusedError
from kring.access.models import Say, Visit
from kring.access.writing import Filing, NotAllowedError, StaleError
from kring.audit import chain
from kring.audit.events import Event
from kring.circle.models import Member, Placement
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Section, Topic
from kring.people.models import Post
from tests.family import Family

NOBODY = UUID("01a1ff9d-0000-7000-8000-000000000000")


def look(family: Family, *, by: str | None, dossier: UUID | None = None) -> HttpResponse:
    address = family.url("circle:page").replace(str(family.noor.dossier), str(dossier or family.noor.dossier))
    return family.browser(by).get(address)


def test_her_worker_comes_in_and_the_log_says_so_once_an_hour(family: Family) -> None:
    for _ in range(3):
        assert look(family, by="lotte").status_code == 200
    assert Visit.objects.filter(person=family.person("lotte"), dossier=family.noor.dossier).count() == 1
    assert family.log(Event.DOOR_VISITED) <= 1


def without_the_hour(answer: HttpResponse) -> dict[str, str]:
    """Its headers, but for the one that only tells the time."""
    return {name: value for name, value in answer.headers.items() if name != "Expires"}


@pytest.mark.parametrize("stranger", ["an", "dirk", "ann", "tarik", "wilma", "hilde", "mo", "saar", "nadia", "greet"])
def test_a_refusal_is_the_answer_for_what_does_not_exist(family: Family, stranger: str) -> None:
    refused, unknown = look(family, by=stranger), look(family, by=stranger, dossier=NOBODY)
    assert refused.status_code == unknown.status_code == 404
    assert refused.content == unknown.content
    assert without_the_hour(refused) == without_the_hour(unknown)
    assert family.log(Event.DOOR_REFUSED) == 2
    assert family.log(Event.DOOR_VISITED) == 0


def test_who_is_not_signed_in_is_asked_to(family: Family) -> None:
    known, unknown = look(family, by=None), look(family, by=None, dossier=NOBODY)
    assert known.status_code == unknown.status_code == 302
    assert known["Location"].replace(str(family.noor.dossier), "") == unknown["Location"].replace(str(NOBODY), "")


def test_an_involvement_that_ended_yesterday_opens_nothing_today(family: Family) -> None:
    assert look(family, by="lotte").status_code == 200
    mine = Involvement.objects.filter(person=family.person("lotte"))
    mine.update(from_on=clock.today() - timedelta(days=9), until_on=clock.today() - timedelta(days=1))
    assert look(family, by="lotte").status_code == 404


def test_opening_a_door_costs_two_statements(family: Family, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(2):  # type: ignore[operator]
        family.door("lotte")


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)", ""])
def test_a_form_sent_twice_leads_nowhere_else(family: Family, elsewhere: str) -> None:
    page, once = family.url("circle:add"), family.once()
    for _ in range(2):
        told = {"once": once, "names": "nonkel Jan", "layer": "child"}
        answer = family.browser("lotte").post(page, told, headers={"Referer": elsewhere})
    assert answer["Location"] == page


@pytest.mark.parametrize("answer", ["yes", "no", "ask"])
def test_the_childs_answer_opens_and_shuts(family: Family, answer: str) -> None:
    with pytest.raises(RefusedError):
        family.door("wilma")
    say(family, towards="wilma", answer=answer)
    if answer == "yes":
        seen = family.door("wilma").within(Placement.objects.filter(layer="child").current())
        assert seen.count() == 11  # of thirteen: mama and papa each stand on a side, and Wilma on none
        assert not family.door("wilma").within(Placement.objects.filter(layer="adult"))
    else:
        with pytest.raises(RefusedError):
            family.door("wilma")


def test_a_withdrawn_yes_is_shut_at_once(family: Family) -> None:
    said = say(family, towards="wilma", answer="yes")
    assert family.door("wilma")
    said.withdrawn_at = clock.now()
    said.save()
    with pytest.raises(RefusedError):
        family.door("wilma")


def test_a_no_beats_a_yes(family: Family) -> None:
    say(family, towards="wilma", answer="yes")
    say(family, towards="wilma", answer="no")
    with pytest.raises(RefusedError):
        family.door("wilma").within(Placement.objects.all()).get()


def say(family: Family, *, towards: str, answer: str) -> Say:
    return Say.objects.create(
        dossier_id=family.noor.dossier,
        topic=Topic.CIRCLE.value,
        towards_id=family.member(towards),
        answer=answer,
        expressed="said",
        recorded_by_id=family.person("lotte"),
        from_on=clock.today(),
    )


def test_what_the_table_does_not_let_one_write_is_not_written(family: Family) -> None:
    own = Filing(klass=Klass.OWN_WORDS, topic=Topic.CIRCLE)
    agogic = Filing(klass=Klass.AGOGIC, topic=Topic.CIRCLE)
    door = family.door("lotte")
    with door.writes(Event.PEOPLE_ADDED, once=uuid7()) as write:
        write.add(Member, own)
    assert family.log(Event.PEOPLE_ADDED) == 1
    with pytest.raises(NotAllowedError), door.writes(Event.PEOPLE_ADDED, once=uuid7()) as write:
        write.add(Member, agogic)
    assert family.log(Event.PEOPLE_ADDED) == 1


def test_a_form_sent_twice_does_its_thing_once(family: Family) -> None:
    door, act = family.door("lotte"), uuid7()
    before = door.within(Member.objects.all()).count()
    for attempt in range(2):
        try:
            with door.writes(Event.PEOPLE_ADDED, once=act) as write:
                write.add(Member, Filing(klass=Klass.OWN_WORDS))
        except chain.AlreadyDoneError:
            assert attempt == 1
    assert door.within(Member.objects.all()).count() == before + 1
    assert family.log(Event.PEOPLE_ADDED) == 1


def test_of_two_writers_who_read_the_same_the_second_is_told(family: Family) -> None:
    door = family.door("lotte")
    rows = [door.within(Placement.objects.filter(layer="child"))[0] for _ in range(2)]
    with door.writes(Event.PERSON_PLACED, once=uuid7()) as write:
        write.change(rows[0], version=rows[0].item.version, support="P")
    with pytest.raises(StaleError), door.writes(Event.PERSON_PLACED, once=uuid7()) as write:
        write.change(rows[1], version=rows[1].item.version, support="G")
    assert door.within(Placement.objects.filter(pk=rows[0].pk)).get().support == "P"


def test_names_are_not_readable_in_the_database(family: Family) -> None:
    with connection.cursor() as cursor, everything():
        cursor.execute("SELECT name FROM circle_placement")
        stored = " ".join(row[0] for row in cursor.fetchall())
    assert "k1:" in stored
    assert "Wilma" not in stored


def test_a_section_beside_the_circle_is_its_own_door(family: Family) -> None:
    assert family.door("mo", Section.CONDITIONS)
    with pytest.raises(RefusedError):
        family.door("mo", Section.CIRCLE)


def test_a_worker_whose_post_ended_finds_nothing_at_the_next_request(family: Family) -> None:
    assert look(family, by="lotte").status_code == 200
    Post.objects.filter(person=family.person("lotte")).update(until_on=clock.today() - timedelta(days=1))
    assert look(family, by="lotte").status_code == 404
