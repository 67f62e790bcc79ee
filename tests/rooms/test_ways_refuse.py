"""What letting in and out keep, and what they refuse by themselves, asked of the act and of no page (R2, R7, R9)."""

from typing import Any
from uuid import UUID

import pytest

from kring.access import acts
from kring.access.acts import Handed, LetIn, MayNotLetIn, TakenError
from kring.access.acts.protecting import Toward, restrict
from kring.access.models import Given, Item, SamePerson
from kring.access.writing import ITSELF, NotAllowedError
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.dossier.models import Dossier, Involvement, Wall
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.ways import WayKind
from kring.people.models import Device, Message, MessageCode, Organisation, Team, User, WayEnd
from tests.family import Family
from tests.links import actor, give, way
from tests.rooms.pointing import surely


def let_in(family: Family, relation: Relation, kind: WayKind, *, by: str = "lotte", **facts: Any) -> Handed:
    new = LetIn(**{"name": "Iemand", "relation": relation, "kind": kind} | facts)
    return acts.let_in(family.door(by, Section.RIGHTS), new, once=None)


def given(handed: Handed) -> Given:
    row: Given = Given.objects.select_related("way").get(pk=handed.given)
    return row


def ended(handed: Handed) -> str:
    row = way(handed)
    return row.ended_for if row.ended_at else ""


def device(family: Family, who: str) -> Device:
    facts = {"person_id": family.person(who), "made_by_id": family.person(who), "made_at": clock.now()}
    row: Device = Device.objects.create(secret=uuid7().hex, **facts)
    return row


def last(event: Event) -> Entry:
    return Entry.objects.filter(event=event.value).latest("seq")


def test_what_is_kept_says_whose_yes_it_was_who_wrote_it_and_as_what(family: Family) -> None:
    by_noor = given(give(family, "wilma"))
    assert (by_noor.given_by_id, by_noor.recorded_by_id) == (family.person("noor"), family.person("noor"))
    assert (by_noor.expressed, by_noor.relation, by_noor.item_id) == (ITSELF, "jim", family.member("wilma"))
    by_lotte = given(give(family, "karim", by="lotte", expressed="said", relation=Relation.SUPPORTER))
    assert (by_lotte.given_by_id, by_lotte.recorded_by_id) == (family.person("noor"), family.person("lotte"))
    of_ann = let_in(family, Relation.PARENT, WayKind.ONE_LINK, person=family.person("ann"))
    assert (given(of_ann).given_by_id, given(of_ann).expressed) == (None, "")
    line = last(Event.WAY_GIVEN)
    assert (line.subject, line.codes) == (of_ann.given, ["one_link", "parent"])
    assert of_ann.token
    assert of_ann.pin


@pytest.mark.parametrize(
    ("relation", "kind", "facts"),
    [
        (Relation.SUPPORTER, WayKind.LINK, {"expressed": ""}),
        (Relation.TRUST_PERSON, WayKind.LINK, {"serves": False}),
        (Relation.WORKER, WayKind.LINK, {}),
        (Relation.SUPPORTER, WayKind.CARD, {}),
    ],
)
def test_without_its_grounds_nobody_is_let_in_and_nothing_is_kept(
    family: Family, relation: Relation, kind: WayKind, facts: dict[str, Any]
) -> None:
    with pytest.raises(MayNotLetIn) as no:
        give(family, "karim", by="lotte", **{"relation": relation, "kind": kind, "expressed": "said"} | facts)
    assert not no.value.decision.allowed
    assert not Given.objects.filter(item=family.member("karim")).exists()
    assert give(family, "karim", by="lotte", expressed="said", relation=Relation.TRUST_PERSON, serves=True).token


def test_who_is_of_another_circle_or_of_no_child_here_is_not_let_in(family: Family) -> None:
    for whom in ({"member": family.member("sem_juf")}, {"member": uuid7()}):
        with pytest.raises(NotAllowedError):
            give(family, "x", relation=Relation.SUPPORTER, **whom)
    with pytest.raises(NotAllowedError):
        let_in(family, Relation.PARENT, WayKind.ONE_LINK, person=family.person("an"))
    before = Given.objects.count()
    assert let_in(family, Relation.PARENT, WayKind.ONE_LINK, person=family.person("tarik")).token
    assert Given.objects.count() == before + 1


def test_somebody_new_is_a_new_person_and_of_the_circle_the_same_one_as_before_behind_its_wall(family: Family) -> None:
    new = given(let_in(family, Relation.PARENT, WayKind.ONE_LINK))
    assert new.way.person_id not in family.seeded.persons.values()
    assert Involvement.objects.get(person=new.way.person).wall_id is None
    side = Wall.objects.create(dossier_id=family.noor.dossier, label="een kant")
    for key in ("els", "yara"):
        SamePerson.objects.filter(item=family.member(key)).delete()
    Item.objects.filter(pk=family.member("els")).update(wall=side)
    els = given(give(family, "els", relation=Relation.SUPPORTER))
    same = SamePerson.objects.get(item=family.member("els"))
    assert (same.person_id, same.confirmed_by_id) == (els.way.person_id, family.person("noor"))
    assert same.confirmed_at is not None
    assert Involvement.objects.get(person=els.way.person).wall_id == side.pk
    again = given(give(family, "els", relation=Relation.SUPPORTER))
    assert again.way.person_id == els.way.person_id


def test_a_new_way_in_takes_the_place_of_the_one_before_for_this_child_alone(family: Family) -> None:
    first, other = give(family, "wilma"), give(family, "karim", relation=Relation.SUPPORTER)
    elsewhere = given(give(family, "wilma"))
    assert ended(first) == WayEnd.REPLACED.value
    Given.objects.filter(pk=elsewhere.pk).update(dossier=family.sem.dossier)
    last_one = give(family, "wilma")
    assert (ended(other), ended(Handed(elsewhere.pk, "", "")), ended(last_one)) == ("", "", "")


@pytest.mark.parametrize("over", [True, False])
def test_a_card_for_the_child_says_whether_it_is_anew_and_ends_what_opened_only_where_it_is_over(
    family: Family, over: bool
) -> None:
    phone = device(family, "noor")
    Device.objects.filter(pk=phone.pk).update(own=True)
    card = let_in(family, Relation.CHILD, WayKind.CARD, person=family.person("noor"), over=over, anew=over)
    phone.refresh_from_db()
    assert (phone.ended_at is not None) is over
    codes = ["card", "child", "anew"] if over else ["card", "child"]
    assert last(Event.WAY_GIVEN).codes == codes
    assert way(card).anew is over


@pytest.mark.parametrize(("came_in", "heard"), [(True, 1), (False, 0)])
def test_the_child_hears_of_another_way_in_of_its_own_and_nobody_hears_it_of_a_link(
    family: Family, came_in: bool, heard: int
) -> None:
    """ASVS 6.3.7: whose way in changes, who came in before."""
    User.objects.update(last_login=clock.now() if came_in else None)
    for who, relation, kind in (("ann", Relation.PARENT, WayKind.ONE_LINK), ("noor", Relation.CHILD, WayKind.CARD)):
        let_in(family, relation, kind, person=family.person(who))
    told = Message.objects.filter(code=MessageCode.ACCOUNT.value)
    assert list(told.values_list("person", flat=True)) == [family.person("noor")] * heard


def test_a_place_is_made_with_a_name_alone_and_who_makes_it_works_with_the_child(family: Family) -> None:
    once, team = uuid7(), Team.objects.get(name="Team Noord")
    made = acts.open_dossier(family.actor("lotte"), call_name="Kind", team=team, once=once)
    kept = Dossier.objects.get(pk=made.pk)
    assert (kept.call_name, kept.team, kept.opened_on, kept.born_on) == ("Kind", team, clock.today(), "")
    (held,) = Involvement.objects.filter(dossier=made)
    assert (held.person_id, held.relation, held.from_on) == (family.person("lotte"), "worker", clock.today())
    line = last(Event.DOSSIER_OPENED)
    assert (line.dossier, line.actor) == (made.pk, family.person("lotte"))


@pytest.mark.parametrize("of", ["member", "person"])
def test_with_whom_contact_is_restricted_nobody_lets_in(family: Family, of: str) -> None:
    surely(family, "karim", "karim")
    whom = {"member": family.member("karim")} if of == "member" else {"person": family.person("karim"), "member": None}
    door = family.door("lotte")
    restrict(door, [Toward(person=family.person("karim"))], from_on=clock.today(), until_on=None, once=None)
    with pytest.raises(MayNotLetIn):
        give(family, "karim", by="lotte", expressed="said", relation=Relation.SUPPORTER, **whom)
    assert give(family, "els", by="lotte", expressed="said", relation=Relation.SUPPORTER).token
    restrict(door, [Toward(member=family.member("rita"))], from_on=clock.today(), until_on=None, once=None)
    assert let_in(family, Relation.PARENT, WayKind.ONE_LINK).token, "of a new name nothing is known"


@pytest.mark.parametrize(("by", "may"), [("noor", True), ("lotte", True), ("wilma", False), ("bram", False)])
def test_a_way_in_is_ended_by_who_gives_such_a_one_of_this_child(family: Family, by: str, may: bool) -> None:
    Involvement.objects.filter(person=family.person("wilma")).update(relation=Relation.JIM.value)
    handed = give(family, "karim", relation=Relation.SUPPORTER)
    door = family.door(by, {"bram": Section.CIRCLE, "wilma": Section.SAID}.get(by, Section.RIGHTS))
    if may:
        acts.end_way(door, given(handed), once=None)
        line = last(Event.WAY_ENDED)
        assert (line.subject, line.codes) == (handed.given, [WayEnd.WITHDRAWN.value])
    else:
        with pytest.raises(NotAllowedError):
            acts.end_way(door, given(handed), once=None)
    assert (ended(handed) != "") is may
    here = Involvement.objects.current(clock.today()).filter(dossier=family.noor.dossier)
    assert here.filter(person=given(handed).way.person_id, relation="supporter").exists() is not may


def test_noor_does_not_put_out_her_parent_nor_a_worker_who_was_let_in_for_another_child(family: Family) -> None:
    of_ann = let_in(family, Relation.PARENT, WayKind.ONE_LINK, person=family.person("ann"))
    with pytest.raises(NotAllowedError):
        acts.end_way(family.door("noor", Section.RIGHTS), given(of_ann), once=None)
    with pytest.raises(NotAllowedError):
        acts.end_way(family.door("lotte", child="sem"), given(of_ann), once=None)
    assert ended(of_ann) == ""
    acts.end_way(family.door("lotte"), given(of_ann), once=None)
    here = Involvement.objects.current(clock.today()).filter(person=family.person("ann"))
    assert set(here.values_list("dossier", flat=True)) == {family.sem.dossier}, "out here, and with Sem as before"


@pytest.mark.parametrize(
    ("by", "may"), [("noor", True), ("lotte", True), ("wilma", False), ("ann", False), ("bram", False)]
)
def test_the_phone_of_the_child_is_forgotten_by_the_child_and_who_works_with_it(
    family: Family, by: str, may: bool
) -> None:
    hers, of_wilma = device(family, "noor"), device(family, "wilma")
    door = family.door(by, Section.SAID if by in {"wilma", "ann"} else Section.CIRCLE)
    for row, so in ((hers, may), (of_wilma, False)):
        if so:
            acts.forget_device(door, row, once=None)
            assert last(Event.DEVICE_FORGOTTEN).subject == row.pk
        else:
            with pytest.raises(NotAllowedError):
                acts.forget_device(door, row, once=None)
        row.refresh_from_db()
        assert (row.ended_at is not None) is so


def test_a_device_of_the_house_is_of_no_child_also_where_the_child_has_no_way_in(family: Family) -> None:
    house = Organisation.objects.get()
    row = Device.objects.create(secret=uuid7().hex, organisation=house, made_at=clock.now())
    Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("noor")).update(ended_at=clock.now())
    with pytest.raises(NotAllowedError):
        acts.forget_device(family.door("lotte"), row, once=None)
    row.refresh_from_db()
    assert row.ended_at is None


def test_this_is_not_me_ends_what_this_link_opened_and_says_so_for_each_child(family: Family) -> None:
    handed, other = give(family, "wilma"), give(family, "karim", relation=Relation.SUPPORTER)
    acts.disown(actor(handed))
    assert (ended(handed), ended(other)) == (WayEnd.DISOWNED.value, "")
    line = last(Event.WAY_ENDED)
    assert (line.subject, line.dossier, line.codes) == (handed.given, family.noor.dossier, [WayEnd.DISOWNED.value])
    assert line.actor == family.person("wilma")


@pytest.mark.parametrize(
    ("relation", "may"),
    [("jim", True), ("trust_person", True), ("parent", True), ("supporter", False), ("child", False)],
)
def test_an_account_in_place_of_a_link_is_for_whom_it_fits_and_who_has_none(
    family: Family, relation: str, may: bool
) -> None:
    row = given(let_in(family, Relation.PARENT, WayKind.ONE_LINK))
    row.relation = relation
    assert acts.may_have_account([row]) is may
    other = given(let_in(family, Relation.PARENT, WayKind.ONE_LINK))
    other.relation = "supporter"
    assert acts.may_have_account([row, other]) is may
    user = User.objects.get(person=row.way.person_id)
    user.set_password("een heel lang wachtwoord")
    user.email = "x@example.org"
    user.save()
    again = Given.objects.select_related("way__person__user").get(pk=row.pk)
    again.relation = relation
    assert not acts.may_have_account([again])


def test_an_account_takes_the_place_of_the_link_once_and_never_an_address_of_another(family: Family) -> None:
    handed = let_in(family, Relation.PARENT, WayKind.ONE_LINK)
    user, who = User.objects.get(person=given(handed).way.person_id), actor(handed)
    taken = User.objects.exclude(email=None).exclude(pk=user.pk).values_list("email", flat=True)[0]
    with pytest.raises(TakenError):
        acts.have_account(who, user, str(taken).upper(), "een lang wachtwoord", once=None)
    assert ended(handed) == ""
    once: UUID = uuid7()
    made = acts.have_account(who, user, "nieuw@example.org", "een lang wachtwoord", once=once)
    kept = User.objects.get(pk=user.pk)
    assert (made.pk, kept.email) == (user.pk, "nieuw@example.org")
    assert kept.check_password("een lang wachtwoord")
    assert ended(handed) == WayEnd.REPLACED.value
    line = last(Event.WAY_ENDED)
    assert (line.subject, line.codes) == (way(handed).pk, [WayEnd.REPLACED.value])
    with pytest.raises(TakenError):
        acts.have_account(who, user, "ander@example.org", "een ander wachtwoord", once=None)
    assert User.objects.get(pk=user.pk).email == "nieuw@example.org"
