"""What who gives the help finds and writes of a child, and a place that closes and opens again, asked of the act and of
no page (brief 1.4, 1.6, R5, R7, R28)."""

from datetime import timedelta
from typing import Any

import pytest

from kring.access.acts import closing, deciding
from kring.access.acts.deciding import Found, Held
from kring.access.door import Door
from kring.access.leading import open_as_lead, open_closed
from kring.access.models import CapacityFound, Disclosure, Say
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.dossier.models import Closing, Dossier, Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.capacity import AskedRight
from kring.law.emergency import last_day
from kring.law.standing import Authority
from kring.people.models import Organisation, Post, Role
from tests.family import Family
from tests.links import share
from tests.rooms.test_telling import something

DAY = timedelta(days=1)
OTHERS = ["noor", "bram", "wilma", "ann", "hilde"]


def door_of(family: Family, who: str) -> Door:
    if who == "hilde":
        return open_as_lead(family.actor("hilde"), family.noor.dossier, Section.MOMENTS)
    return family.door(who, Section.SAID if who in {"ann", "wilma"} else Section.CIRCLE)


def last(event: Event) -> Entry:
    return Entry.objects.filter(event=event.value).latest("seq")


def find(family: Family, *, by: str = "lotte", motive: str = "we spraken erover") -> CapacityFound:
    found = Found(right=AskedRight.FILE, capable=True, motive=motive)
    return deciding.find(door_of(family, by), found, once=uuid7())


def parent(family: Family, who: str = "ann", *, child: str = "noor") -> Involvement:
    return Involvement.objects.get(dossier=family.seeded.dossiers[child], person=family.person(who))


def writes(family: Family, row: Involvement, held: Held, *, by: str = "lotte") -> Involvement:
    deciding.write_authority(door_of(family, by), row, held, once=uuid7())
    return Involvement.objects.get(pk=row.pk)


# -- what was found, and who has the authority ---


def test_what_was_found_is_kept_with_who_found_it_and_why(family: Family) -> None:
    row = find(family)
    assert (row.right, row.capable, row.motive) == ("file", True, "we spraken erover")
    assert (row.found_on, row.found_by_id, row.dossier_id) == (
        clock.today(),
        family.person("lotte"),
        family.noor.dossier,
    )
    line = last(Event.CAPACITY_LOOKED_AT)
    assert (line.subject, line.codes) == (row.pk, ["file"])
    with pytest.raises(NotAllowedError):
        find(family, motive=" \n ")
    assert CapacityFound.objects.count() == 1


@pytest.mark.parametrize("by", OTHERS)
def test_nobody_else_finds_or_writes_anything_of_it(family: Family, by: str) -> None:
    with pytest.raises(NotAllowedError):
        find(family, by=by)
    with pytest.raises(NotAllowedError):
        writes(family, parent(family), Held(authority=Authority.HOLDS), by=by)
    assert not CapacityFound.objects.exists()
    assert parent(family).authority == ""


def test_the_authority_of_a_parent_has_days_of_its_own_and_not_known_is_an_answer(family: Family) -> None:
    until = clock.today() + DAY
    ann = writes(family, parent(family), Held(authority=Authority.HOLDS, from_on=clock.today(), until_on=until))
    assert (ann.authority, ann.authority_from, ann.authority_until) == ("holds", clock.today(), until)
    line = last(Event.AUTHORITY_WRITTEN)
    assert (line.subject, line.codes) == (ann.pk, ["holds"])
    ann = writes(family, ann, Held(authority=Authority.UNKNOWN))
    assert (ann.authority, ann.authority_from, ann.authority_until) == ("", None, None)
    assert last(Event.AUTHORITY_WRITTEN).codes == ["unknown"]
    assert parent(family, "tarik").authority == ""


@pytest.mark.parametrize("whose", ["of Sem", "wilma"])
def test_who_is_no_parent_of_this_child_has_no_authority_over_it(family: Family, whose: str) -> None:
    row = parent(family, child="sem") if whose == "of Sem" else parent(family, whose)
    with pytest.raises(NotAllowedError):
        writes(family, row, Held(authority=Authority.HOLDS))
    row.refresh_from_db()
    assert row.authority == ""


def test_each_director_of_the_house_decides_about_an_entry_and_is_involved_once(family: Family) -> None:
    house = Organisation.objects.get()
    today, mo = clock.today(), Involvement.objects.get(dossier=family.noor.dossier, relation="director")
    for who, role, organisation in (
        ("saar", Role.DIRECTOR, house),
        ("saar", Role.DIRECTOR, house),
        ("greet", Role.MANAGER, house),
        ("an", Role.DIRECTOR, Organisation.objects.create(name="Een ander huis")),
    ):
        Post.objects.create(
            person_id=family.person(who), organisation=organisation, role=role.value, from_on=today - DAY
        )
    for _ in range(2):
        deciding.let_directors_decide(door_of(family, "lotte"))
    rows = Involvement.objects.filter(dossier=family.noor.dossier, relation="director").order_by("pk")
    assert [(row.person_id, row.from_on) for row in rows] == [
        (mo.person_id, mo.from_on),
        (family.person("saar"), today),
    ]
    mo.ended_at = clock.now()
    mo.save(update_fields=["ended_at"])
    deciding.let_directors_decide(door_of(family, "lotte"))
    assert rows.filter(person=mo.person_id, ended_at=None).exists()


# -- the help ends, and goes on ---


def close(family: Family, *, by: str = "lotte", days: int = 0) -> None:
    today = clock.today()
    last_one = closing.Last(day=today + days * DAY, told_on=today - DAY, told_by="Lotte")
    closing.close(door_of(family, by), last_one, once=uuid7())


def told(family: Family, **more: Any) -> Disclosure:
    facts: dict[str, Any] = {"dossier_id": family.noor.dossier, "item": something(family).item, "at": clock.now()}
    facts |= {"to_id": family.person("karim"), "by_id": family.person("lotte"), "motive": "Nu", "child_told": True}
    row: Disclosure = Disclosure.objects.create(**facts | more, parents_told=True, until_on=last_day(clock.today()))
    return row


def test_a_place_that_closes_ends_each_yes_and_emergency_of_this_child_and_no_no(family: Family) -> None:
    for who in ("karim", "rita", "els", "papa"):
        share(family, who)
    noor = Say.objects.filter(dossier=family.noor.dossier)
    noor.filter(towards=family.member("rita")).update(answer="no")
    noor.filter(towards=family.member("els")).update(dossier=family.sem.dossier)
    long_ago = clock.now() - DAY
    noor.filter(towards=family.member("papa")).update(withdrawn_at=long_ago)
    one, of_sem = told(family), told(family, dossier_id=family.sem.dossier)
    before = told(family, ended_at=long_ago, ended_by_id=family.person("noor"))
    close(family, days=-2)
    row = Closing.objects.get()
    assert (row.last_day, row.told_on, row.told_by) == (clock.today() - 2 * DAY, clock.today() - DAY, "Lotte")
    assert (row.closed_by_id, row.dossier_id, row.reopened_at) == (family.person("lotte"), family.noor.dossier, None)
    said = dict(Say.objects.filter(topic="circle").values_list("towards", "withdrawn_at"))
    ended = {family.member("karim"): row.closed_at, family.member("papa"): long_ago}
    assert said == ended | {family.member("rita"): None, family.member("els"): None}
    for told_one in (one, of_sem, before):
        told_one.refresh_from_db()
    assert (one.ended_at, one.ended_by_id) == (row.closed_at, family.person("lotte"))
    assert (of_sem.ended_at, before.ended_at) == (None, long_ago)
    assert Dossier.objects.get(pk=family.noor.dossier).closed_on == row.last_day
    assert Dossier.objects.get(pk=family.sem.dossier).closed_on is None
    assert last(Event.PLACE_CLOSED).subject == row.pk


@pytest.mark.parametrize("by", OTHERS)
def test_nobody_else_closes_it(family: Family, by: str) -> None:
    with pytest.raises(NotAllowedError):
        close(family, by=by)
    assert not Closing.objects.exists()


def test_a_place_closes_once_and_opens_once_by_who_leads_the_team_and_with_why(family: Family) -> None:
    lotte, lead = door_of(family, "lotte"), door_of(family, "hilde")
    with pytest.raises(closing.ClosedError):
        closing.reopen(lead, "Ze is terug", once=uuid7())
    close(family)
    today = closing.Last(day=clock.today(), told_on=clock.today(), told_by="Lotte")
    with pytest.raises(closing.ClosedError):
        closing.close(lotte, today, once=uuid7())
    with pytest.raises(NotAllowedError):
        closing.reopen(lotte, "Ze is terug", once=uuid7())
    hilde = open_closed(family.actor("hilde"), family.noor.dossier)
    closing.reopen(hilde, "Ze is terug", once=uuid7())
    row = Closing.objects.get()
    assert (row.why, row.reopened_by_id, row.reopened_at is None) == ("Ze is terug", family.person("hilde"), False)
    assert Dossier.objects.get(pk=family.noor.dossier).closed_on is None
    assert last(Event.PLACE_REOPENED).subject == row.pk
    with pytest.raises(closing.ClosedError):
        closing.reopen(hilde, "Ze is terug", once=uuid7())


def test_what_was_closed_without_a_word_of_who_told_it_opens_with_its_last_day_kept(family: Family) -> None:
    """As of before there was a row of each closing."""
    day = clock.today() - 40 * DAY
    Dossier.objects.filter(pk=family.noor.dossier).update(closed_on=day)
    closing.reopen(open_closed(family.actor("hilde"), family.noor.dossier), "Ze is terug", once=uuid7())
    row = Closing.objects.get()
    assert (row.last_day, row.closed_by_id, row.why) == (day, None, "Ze is terug")
