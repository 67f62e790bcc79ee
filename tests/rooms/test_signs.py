"""The sign in the circle of who stands beside Noor: always as she last said it, and only for who may know it."""

from uuid import UUID

import pytest

from kring.access.models import Say
from kring.circle import reading
from kring.circle.acts import people
from kring.circle.domains import Layer
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass as Class
from kring.law.access import Relation, Section, Topic, table
from kring.law.meaning import Expressed, Meaning
from kring.law.trust_person import ADULT, ENTRY, EXTRACT, INDEPENDENT
from kring.rights.acts import conditions, serving, wishes
from kring.rights.models import Serving, Wish
from tests import answered
from tests.family import Family
from tests.rooms.hiding import hide
from tests.rooms.pointing import surely


@pytest.fixture
def neighbour(family: Family) -> UUID:
    """Someone whom only the adults drew: a row of the file, which Noor reads and does not change."""
    return people.add(family.door("lotte"), ["mevrouw Peeters"], layer=Layer.ADULT, act=uuid7())[0]


def sign(family: Family, member: UUID, *, seen_by: str, layer: Layer = Layer.ADULT) -> str:
    return next(one.mark for one in reading.people(family.door(seen_by), layer) if one.key == member)


def choose(family: Family, member: UUID, *, by: str = "noor", meaning: Meaning = Meaning.TRUST_PERSON) -> UUID:
    said = wishes.Said(meaning=meaning, expressed=Expressed.SAID, on=clock.today(), words="Zij luistert")
    return wishes.name(family.door(by, Section.RIGHTS), member, said, act=uuid7())


def serve(family: Family, member: UUID) -> None:
    answered.said(family, member)
    door = family.door("lotte", Section.CONDITIONS)
    seen = [conditions.Finding(code=code, holds=True) for code in (ADULT, INDEPENDENT, EXTRACT, ENTRY)]
    conditions.look(door, member, seen, act=uuid7(), on=clock.today())
    serving.begin(door, member, act=uuid7(), on=clock.today())


def yes(family: Family, *topics: Topic, towards: str) -> None:
    for topic in topics:
        Say.objects.create(
            dossier_id=family.noor.dossier,
            topic=topic.value,
            towards_id=family.member(towards),
            answer="yes",
            expressed="said",
            recorded_by_id=family.person("lotte"),
            from_on=clock.today(),
        )


def let_in(family: Family, who: str, *topics: Topic) -> None:
    """A person of the circle gets a way in, and Noor says yes about some topics."""
    member = {"ann": "mama", "tarik": "papa", "karim": "karim"}[who]
    surely(family, who, member)
    yes(family, *topics, towards=member)


def test_she_names_someone_only_the_adults_drew_and_the_picture_shows_it_at_once(
    family: Family, neighbour: UUID
) -> None:
    choose(family, neighbour, meaning=Meaning.JIM)
    for who in ("noor", "lotte"):
        assert sign(family, neighbour, seen_by=who) == "jim"


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_she_ends_the_serving_and_the_star_is_gone_at_once(family: Family, neighbour: UUID, by: str) -> None:
    choose(family, neighbour)
    assert sign(family, neighbour, seen_by="lotte") == "supporter"
    serve(family, neighbour)
    assert sign(family, neighbour, seen_by="lotte") == "trust"
    page, said = family.url("rights:end", member=neighbour), {}
    if by == "lotte":  # who writes it down, says how Noor said so
        named = family.door("lotte", Section.RIGHTS).within(Wish.objects.trusting(neighbour)).get()
        page = family.url("rights:withdraw", wish=named.pk)
        said = {"expressed": "said", "on": clock.today().isoformat()}
    assert family.browser(by).post(page, {"once": family.once(), **said}).status_code == 302
    for who in ("noor", "lotte"):
        assert sign(family, neighbour, seen_by=who) == ""


def test_who_is_named_twice_keeps_the_other_sign(family: Family, neighbour: UUID) -> None:
    choose(family, neighbour, meaning=Meaning.JIM)
    choose(family, neighbour)
    serve(family, neighbour)
    door = family.door("noor", Section.RIGHTS)
    wishes.withdraw(door, neighbour, Meaning.TRUST_PERSON, act=uuid7(), on=clock.today())
    assert sign(family, neighbour, seen_by="noor") == "jim"


def test_a_poll_fetches_the_new_sign(family: Family, neighbour: UUID) -> None:
    version = reading.pulse(family.door("lotte"), Layer.ADULT)
    choose(family, neighbour)
    assert reading.pulse(family.door("lotte"), Layer.ADULT) != version


def test_a_poll_of_who_may_not_know_stays_silent(family: Family, neighbour: UUID) -> None:
    let_in(family, "karim", Topic.CIRCLE)
    versions = [reading.pulse(family.door(who)) for who in ("bram", "karim")]
    choose(family, neighbour)
    assert [reading.pulse(family.door(who)) for who in ("bram", "karim")] == versions


def test_the_picture_of_a_day_shows_who_stood_beside_her_then(family: Family) -> None:
    rita, before = family.member("rita"), clock.now()
    choose(family, rita, meaning=Meaning.SUPPORTER)
    assert rita in reading.signs(family.door("noor"))
    assert rita not in reading.signs(family.door("noor"), before)


# -- parents ----------------------------------------------------------------------------------------------------------


def test_no_yes_opens_what_she_said_to_a_parent(family: Family) -> None:
    """Brief 1.6: only what the child shares, never the private wish; also not one she took back."""
    johan = family.member("johan")
    said = choose(family, johan)
    let_in(family, "ann", Topic.CIRCLE, Topic.BESIDE_ME)
    Say.objects.create(
        dossier_id=family.noor.dossier,
        item_id=said,
        towards_id=family.member("mama"),
        answer="yes",
        expressed="said",
        recorded_by_id=family.person("lotte"),
        from_on=clock.today(),
    )
    door = family.door("ann")
    assert not door.within(Wish.objects.all())
    assert not reading.signs(door)
    assert family.browser("ann").get(family.url("rights:beside")).status_code == 404
    assert family.browser("ann").get(family.url("rights:person", member=johan)).status_code == 404
    for page in ("circle:page", "circle:list", "portals:child"):
        assert "luistert" not in family.page(page, seen_by="ann")
        assert "vertrouwenspersoon" not in family.page(page, seen_by="ann")


def test_that_someone_serves_is_told_to_a_parent_by_her_yes_alone(family: Family) -> None:
    johan = family.member("johan")
    choose(family, johan)
    serve(family, johan)
    let_in(family, "ann", Topic.CIRCLE)
    assert sign(family, johan, seen_by="ann", layer=Layer.CHILD) == ""
    assert not family.door("ann").within(Serving.objects.all())
    let_in(family, "ann", Topic.BESIDE_ME)
    assert sign(family, johan, seen_by="ann", layer=Layer.CHILD) == "trust"
    assert family.door("ann").within(Serving.objects.all())
    assert not family.door("ann").within(Wish.objects.all())


def test_a_parent_never_sees_a_wish_whatever_the_verb() -> None:
    for relation in (Relation.PARENT, Relation.UPBRINGER, Relation.PARENTS_TRUST_PERSON):
        assert (relation, Section.RIGHTS, Class.OWN_WORDS) not in table()


def test_a_serving_that_she_keeps_from_someone_shows_only_the_wish(family: Family) -> None:
    johan = family.member("johan")
    choose(family, johan)
    serve(family, johan)
    row = family.door("noor", Section.RIGHTS).within(Serving.objects.all()).get()
    hide(family, row.pk)
    assert sign(family, johan, seen_by="lotte", layer=Layer.CHILD) == "supporter"
    assert sign(family, johan, seen_by="noor", layer=Layer.CHILD) == "trust"
