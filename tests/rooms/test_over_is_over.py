"""What was told in an emergency opens again by nothing: not by a restriction that is over, nor by a side that changes
back, nor by a place that begins anew.  Who still needs it is told anew, with a motive of that day (R8, R28)."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from kring.access.acts import end_way, placing, pointing
from kring.access.acts.protecting import Toward, lift, restrict
from kring.access.door import RefusedError
from kring.access.models import Disclosure, Given, Item, Restriction, SamePerson, Say
from kring.circle.acts.walls import put
from kring.circle.models import Placement
from kring.dossier.models import Involvement
from kring.journal.models import Passage
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from tests.family import Family
from tests.links import give, says_it_again, share
from tests.rooms.journal import row as row_of
from tests.rooms.pointing import surely
from tests.rooms.test_telling import tell
from tests.rooms.test_walls import wall


def told_to(family: Family, who: str) -> Passage:
    """Something of no side, that Lotte told to this person in an emergency."""
    row: Passage = row_of(family, "samen gekookt", seen_by="lotte")
    Item.objects.filter(pk=row.pk).update(wall=None)
    assert tell(family, row, to=who).status_code == 302
    assert reads(family, who, row)
    return row


def reads(family: Family, who: str, row: Passage) -> bool:
    return row.pk in {one.pk for one in family.door(who, Section.JOURNAL).within(Passage.objects.all())}


def is_over(family: Family, who: str, row: Passage) -> None:
    """It is closed and stays so; told anew it opens: so it is not closed for another reason."""
    assert not reads(family, who, row)
    assert tell(family, row, to=who).status_code == 302
    assert reads(family, who, row)


def restricted_and_lifted(family: Family, toward: Toward) -> None:
    door = family.door("lotte")
    (one,) = restrict(door, [toward], from_on=clock.today(), until_on=None, once=None)
    assert Disclosure.objects.get().ended_by_id == family.person("lotte"), "ended by the act itself"
    lift(door, one, once=None)


def test_a_restriction_that_is_over_opens_no_emergency(family: Family) -> None:
    row = told_to(family, "tarik")
    restricted_and_lifted(family, Toward(person=family.person("tarik")))
    is_over(family, "tarik", row)


def test_nor_one_with_somebody_of_the_circle(family: Family) -> None:
    """Papa of the circle is Tarik: contact is restricted under that name."""
    surely(family, "tarik", "papa")
    row = told_to(family, "tarik")
    restricted_and_lifted(family, Toward(member=family.member("papa")))
    is_over(family, "tarik", row)


def test_nor_one_that_was_recorded_before_this_was_so(family: Family) -> None:
    """A restriction that stands already, beside what was told before: lifting it ends what was told."""
    row = told_to(family, "tarik")
    facts = {"from_on": clock.today(), "recorded_by_id": family.person("lotte"), "recorded_at": clock.now()}
    old = Restriction.objects.create(dossier_id=family.noor.dossier, person_id=family.person("tarik"), **facts)
    assert family.browser("tarik").get(family.url("journal:notes")).status_code == 404
    lift(family.door("lotte"), old, once=None)
    is_over(family, "tarik", row)


def test_what_another_one_was_told_goes_on(family: Family) -> None:
    """Only towards whom contact is restricted with: Karim reads on."""
    row = told_to(family, "karim")
    restrict(
        family.door("lotte"), [Toward(person=family.person("tarik"))], from_on=clock.today(), until_on=None, once=None
    )
    assert reads(family, "karim", row)


def sides(family: Family, who: str, *path: str) -> None:
    """Lotte puts this member of the circle on these sides, one after the other."""
    for side in path:
        where = wall(family, side) if side else None
        put(family.door("lotte"), Toward(member=family.member(who)), where, act=uuid7())


@pytest.mark.parametrize("path", [("mama", ""), ("mama", "papa", ""), ("papa", "mama")])
def test_who_changes_sides_and_back_finds_nothing_of_before(family: Family, path: tuple[str, ...]) -> None:
    """Karim, of no side, was told; he stands with mama for a while, and then not any more."""
    row = told_to(family, "karim")
    sides(family, "karim", *path)
    is_over(family, "karim", row)


@pytest.mark.parametrize("side", ["mama", "papa"])
def test_what_went_behind_a_wall_and_came_back_is_not_open_any_more(family: Family, side: str) -> None:
    """A text about Rita: with her it goes to one side, out of the sight of Karim, and comes back with her."""
    row = told_to(family, "karim")
    Item.objects.filter(pk=row.pk).update(about=family.member("rita"))
    sides(family, "rita", side)
    assert Item.objects.get(pk=row.pk).wall_id == wall(family, side)
    sides(family, "rita", "")
    assert Item.objects.get(pk=row.pk).wall_id is None
    is_over(family, "karim", row)


def test_a_yes_to_what_comes_off_its_side_is_said_anew(family: Family) -> None:
    """Noor let Karim read it before it went behind the wall: off the wall again it waits for her (R7, R16)."""
    row: Passage = row_of(family, "samen gekookt", seen_by="lotte")
    Item.objects.filter(pk=row.pk).update(wall=None, about=family.member("rita"), klass="own_words")
    said = Say.objects.create(
        dossier_id=family.noor.dossier,
        item_id=row.pk,
        of_version=Item.objects.get(pk=row.pk).version,
        towards_id=family.member("karim"),
        answer="yes",
        expressed="said",
        recorded_by_id=family.person("noor"),
        from_on=clock.today(),
    )
    assert reads(family, "karim", row)
    sides(family, "rita", "mama")
    assert not reads(family, "karim", row)
    sides(family, "rita", "")
    assert not reads(family, "karim", row)
    assert Say.objects.get(pk=said.pk).waits


def stops_and_begins(family: Family) -> None:
    """Karim stands beside Noor no more; the same day he does again."""
    held = Involvement.objects.filter(person=family.person("karim"), dossier=family.noor.dossier)
    held.update(ended_at=clock.now())
    door = family.door("lotte")
    placing.stands(door, family.person("karim"), Relation.SUPPORTER, None)


def stands_anew(family: Family) -> None:
    """What Karim was for Noor is over, and his place goes on."""
    placing.stand_anew(family.door("lotte"), family.member("karim"))


def past_its_last_day(family: Family) -> None:
    """His place had a last day, which is behind us; another one begins today."""
    Disclosure.objects.update(at=clock.now() - timedelta(days=3))
    held = Involvement.objects.filter(person=family.person("karim"), dossier=family.noor.dossier)
    held.update(until_on=clock.today() - timedelta(days=1), from_on=clock.today() - timedelta(days=9))
    placing.stands(family.door("lotte"), family.person("karim"), Relation.SUPPORTER, None)


@pytest.mark.parametrize("step", [stops_and_begins, stands_anew, past_its_last_day])
def test_a_place_that_ends_and_begins_again_opens_no_emergency(family: Family, step: Callable[[Family], None]) -> None:
    row = told_to(family, "karim")
    step(family)
    is_over(family, "karim", row)


def test_who_turns_out_to_be_another_one_of_the_circle_is_told_anew(family: Family) -> None:
    """Tarik was taken for mama: a text may be about himself, so it is weighed again before he reads it."""
    surely(family, "tarik", "mama")
    row = told_to(family, "tarik")
    pointing.move_to(family.door("lotte"), family.person("tarik"), of=family.member("mama"), to=family.member("papa"))
    assert SamePerson.objects.get(person=family.person("tarik")).item_id == family.member("papa")
    is_over(family, "tarik", row)


def test_who_was_out_and_is_let_in_again_reads_nothing_by_a_yes_of_before(family: Family) -> None:
    """Karim came in by a link and read the circle; the link was ended, and he was out.  Let in anew he waits for Noor.

    Giving a way in opens nothing that was not open (R7); a new link while he is in leaves her yes as it is.
    """
    share(family, "karim")
    handed = give(family, "karim", relation=Relation.SUPPORTER)
    assert circle_of(family, "karim")
    give(family, "karim", relation=Relation.SUPPORTER, anew=True)
    assert circle_of(family, "karim"), "another link to who is in: nothing ended"
    given = Given.objects.filter(dossier=family.noor.dossier, item=family.member("karim")).order_by("-pk")[0]
    end_way(family.door("noor", Section.RIGHTS), given, once=None)
    give(family, "karim", relation=Relation.SUPPORTER, anew=True)
    assert handed.given != given.pk
    assert not circle_of(family, "karim")
    says_it_again(family, "karim")
    assert circle_of(family, "karim")


def circle_of(family: Family, who: str) -> bool:
    """Whether this person reads something of the circle."""
    try:
        return bool(family.door(who).within(Placement.objects.all()).exists())
    except RefusedError:
        return False
