"""What is told outside an answer: an emergency is a human act, with a motive, to one person (R8)."""

import re
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.acts.answering import Answering, answer
from kring.access.acts.telling import ParentsYes, note_the_parents_yes
from kring.access.kept import Kept
from kring.access.models import Disclosure, Item, Restriction, SamePerson, Say, Word
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.circle.models import Placement
from kring.dossier.models import Dossier, Involvement, Wall
from kring.journal.models import Passage
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Section, Topic
from kring.rights.models import Said
from tests.family import Family
from tests.rooms.journal import row as row_of
from tests.rooms.pointing import surely

BUTTON = re.compile(r'name="once" value="([^"]+)"')
FACTS = {"motive": "Hij moet dit nu weten", "why_not": "Er was geen tijd"}


def something(family: Family) -> Kept:
    row: Kept = family.door("noor").within(Placement.objects.filter(until_at=None)).first()
    return row


def tell(family: Family, row: Kept, *, to: str, by: str = "lotte", **more: Any) -> HttpResponse:
    sent = FACTS | {"to": str(family.person(to)), "once": family.once()} | more
    return family.browser(by).post(family.url("portals:emergency", item=row.pk), sent)


def test_one_thing_to_one_person_and_the_log_knows(family: Family) -> None:
    row = something(family)
    assert tell(family, row, to="karim").status_code == 302
    assert [one.pk for one in family.door("karim").within(Placement.objects.all())] == [row.pk]
    assert not Disclosure.objects.get().child_told
    assert family.log(Event.ITEM_DISCLOSED) == 1
    why = family.browser("karim").get(family.url("portals:why", item=row.pk)).content.decode()
    assert "noodgeval" in why
    assert FACTS["motive"] not in why


def test_it_lifts_a_no_of_the_child(family: Family) -> None:
    row = something(family)
    Say.objects.create(
        dossier_id=family.noor.dossier,
        topic=Topic.CIRCLE.value,
        towards_id=family.member("karim"),
        answer="no",
        expressed="said",
        recorded_by_id=family.person("noor"),
        from_on=clock.today(),
    )
    tell(family, row, to="karim")
    assert family.door("karim").within(Placement.objects.all()).count() == 1


@pytest.mark.parametrize("missing", ["motive", "why_not", "to"])
def test_without_a_reason_nothing_is_told(family: Family, missing: str) -> None:
    tell(family, something(family), **({"to": "karim"} | {missing: ""} if missing != "to" else {"to": "an"}))
    assert not Disclosure.objects.exists()


@pytest.mark.parametrize("who", ["noor", "karim", "wilma", "ann", "bram", "greet", "an", "mo"])
def test_who_may_not_tell_finds_nothing(family: Family, who: str) -> None:
    assert tell(family, something(family), to="lotte", by=who).status_code == 404
    assert not Disclosure.objects.exists()


def test_a_jim_that_reads_something_tells_who_works_with_the_child_and_learns_no_other_name(family: Family) -> None:
    row = something(family)
    Item.objects.filter(pk=row.pk).update(author=family.person("noor"))
    tell(family, row, to="wilma")
    Involvement.objects.filter(person=family.person("wilma")).update(relation="jim")
    page = family.browser("wilma").get(family.url("portals:emergency", item=row.pk)).content.decode()
    assert str(family.person("lotte")) in page
    assert not [name for name in ("karim", "rita", "ann", "tarik", "noor") if str(family.person(name)) in page]


def test_sending_twice_is_telling_once(family: Family) -> None:
    once = family.once()
    for _ in range(2):
        tell(family, something(family), to="karim", once=once)
    assert Disclosure.objects.count() == 1


def over(family: Family, told: Disclosure, *, by: str = "lotte", motive: str = "Het is weer veilig") -> HttpResponse:
    """Say that the emergency is over."""
    where = family.url("portals:emergency_over", item=told.item_id, told=told.pk)
    return family.browser(by).post(where, {"motive": motive, "once": family.once()})


def test_an_emergency_ends_with_a_motive_and_the_child_sees_it(family: Family) -> None:
    row = something(family)
    tell(family, row, to="karim")
    told = Disclosure.objects.get()
    for page in ("portals:known", "portals:thing"):
        parts = {"item": row.pk} if page == "portals:thing" else {}
        assert "Lotte gaf dit door aan trainer Karim" in family.page(page, seen_by="noor", **parts)
    assert over(family, told, motive=" ").status_code == 200
    assert over(family, told).status_code == 302
    assert not family.door("karim", Section.SAID).answers.disclosed
    assert family.log(Event.DISCLOSURE_ENDED) == 1
    seen = family.page("portals:thing", seen_by="noor", item=row.pk)
    assert "Gestopt op" in seen
    assert "Het is weer veilig" not in seen
    assert over(family, told).status_code == 404, "once"


@pytest.mark.parametrize("who", ["noor", "karim", "wilma", "rita", "ann", "bram", "an"])
def test_nobody_else_says_that_it_is_over(family: Family, who: str) -> None:
    tell(family, something(family), to="karim")
    assert over(family, Disclosure.objects.get(), by=who).status_code == 404
    assert Disclosure.objects.get().ended_at is None


def not_safe(family: Family, to: str = "wilma") -> Said:
    """Noor says quietly, to one person, that she is not safe."""
    family.browser("noor").post(family.url("portals:unsafe"), {"who": str(family.person(to)), "once": family.once()})
    row: Said = family.door("noor", Section.SAID).within(Said.objects.all()).get()
    return row


def test_what_was_said_to_one_person_can_be_passed_on_by_that_one(family: Family) -> None:
    """Wilma, her JIM, hears it and cannot carry it alone: Lotte reads it, and only reads it."""
    row = not_safe(family)
    assert family.url("portals:emergency", item=row.pk) in family.page("rights:heard", seen_by="wilma")
    assert tell(family, row, to="lotte", by="wilma").status_code == 302
    heard = family.page("rights:heard", seen_by="lotte")
    assert "nu niet veilig" in heard
    assert "Iemand gaf dit aan jou door" in heard
    assert "alleen tegen jou" not in heard
    hear = family.url("rights:hear", said=row.pk)
    assert hear not in heard
    assert family.browser("lotte").post(hear, {"answer": "", "once": family.once()}).status_code == 404
    assert "nu niet veilig" not in family.page("rights:heard", seen_by="karim")
    assert over(family, Disclosure.objects.get(), by="wilma").status_code == 302
    assert "nu niet veilig" not in family.page("rights:heard", seen_by="lotte")


def test_only_who_would_then_read_it_is_offered(family: Family) -> None:
    """Ann stands on the side of her mother and Tarik on the other: what Tarik wrote is not told to Ann."""
    by_papa = row_of(family, "geld voor de schoolreis", seen_by="lotte")
    Item.objects.filter(pk=by_papa.pk).update(klass=Klass.FILE.value)  # else nobody is offered, by its class
    page = family.browser("lotte").get(family.url("portals:emergency", item=by_papa.pk)).content.decode()
    assert str(family.person("wilma")) not in page
    assert str(family.person("ann")) not in page
    told = family.browser("lotte").get(family.url("portals:emergency", item=something(family).pk)).content.decode()
    assert str(family.person("wilma")) in told
    hers = row_of(family, "samen gekookt", seen_by="lotte")
    page = family.browser("lotte").get(family.url("portals:emergency", item=hers.pk)).content.decode()
    assert str(family.person("wilma")) not in page, "she wrote it herself"
    assert str(family.person("karim")) in page
    assert tell(family, by_papa, to="ann").status_code == 200
    assert not Disclosure.objects.exists()


def test_not_safe_now_is_read_by_the_one_she_chose_and_nobody_else(family: Family) -> None:
    where = family.url("portals:unsafe")
    page = family.browser("noor").get(where).content.decode()
    assert page.index("112") < page.index("Zeg het stil")
    family.browser("noor").post(where, {"who": str(family.person("wilma")), "once": family.once()})
    assert "zei iets tegen jou" in family.page("portals:home", seen_by="wilma")
    assert "nu niet veilig" in family.page("rights:heard", seen_by="wilma")
    assert "nu niet veilig" not in family.page("rights:heard", seen_by="lotte")
    for other in ("karim", "rita"):
        assert "zei iets tegen jou" not in family.page("portals:home", seen_by=other)


def test_two_taps_on_two_people_tell_both_and_a_double_tap_tells_once(family: Family) -> None:
    """Each button carries a token of its own; who was told stands in no address."""
    where = family.url("portals:unsafe")
    page = family.browser("noor").get(where).content.decode()
    tokens = {who: BUTTON.search(page.split(f'value="{family.person(who)}"')[0][-200:]) for who in ("lotte", "wilma")}
    noor = family.browser("noor")
    for who in ("lotte", "wilma"):
        sent = {"who": str(family.person(who)), "once": (tokens[who] or pytest.fail("no token"))[1]}
        told = noor.post(where, sent, follow=True)
        assert told.redirect_chain == [(where, 302)]
        assert f"{who.capitalize()} krijgt dit te lezen" in told.content.decode()
        noor.post(where, sent)
    for who in ("lotte", "wilma"):
        assert family.page("rights:heard", seen_by=who).count("Ik ben nu niet veilig") == 1


def test_only_the_child_and_only_to_who_can_hear_it(family: Family) -> None:
    where = family.url("portals:unsafe")
    assert (
        family.browser("noor").post(where, {"who": str(family.person("ann")), "once": family.once()}).status_code == 200
    )
    assert not SamePerson.objects.filter(person=family.person("ann")).exists()
    for who in ("lotte", "wilma", "ann", "karim"):
        assert family.browser(who).get(where).status_code == 404


def about_mama(family: Family) -> Passage:
    """What Lotte wrote about Noor's mama, and mama is Ann; she stands on no side: else only that side would read it."""
    Item.objects.filter(dossier=family.noor.dossier).update(wall=None)
    surely(family, "ann", "mama")
    lotte = family.door("lotte", Section.JOURNAL)
    row: Passage = lotte.within(Passage.objects.filter(item__klass=Klass.HOUSEHOLD.value)).get()
    return row


def notes_of(family: Family, who: str) -> set[UUID]:
    return {row.pk for row in family.door(who, Section.JOURNAL).within(Passage.objects.all())}


def test_what_is_held_about_a_parent_asks_the_yes_of_that_parent(family: Family) -> None:
    row = about_mama(family)
    where = family.url("portals:parents_yes", item=row.pk)
    sent = {"towards": str(family.member("wilma")), "said": "said", "once": family.once()}
    assert row.pk not in notes_of(family, "wilma")
    assert "Is vragen niet veilig?" in family.browser("lotte").post(where, sent).content.decode()
    assert not Say.objects.filter(giver="parent").exists()
    family.browser("lotte").post(where, sent | {"asked_safely": "on"})
    assert row.pk in notes_of(family, "wilma")
    assert row.pk not in notes_of(family, "karim")

    assert row.words in family.page("portals:mine", seen_by="ann")
    stop = family.url("portals:take_back", say=Say.objects.get(giver="parent").pk)
    for other in ("tarik", "wilma", "noor"):
        assert family.browser(other).post(stop, {"once": family.once()}).status_code == 404
    family.browser("ann").post(stop, {"once": family.once()})
    assert row.pk not in notes_of(family, "wilma")


def test_what_stands_on_the_side_of_a_parent_goes_by_its_yes_to_nobody_beside_that_side(family: Family) -> None:
    row = about_mama(family)
    side = Wall.objects.create(dossier_id=family.noor.dossier, label="mama")
    Item.objects.filter(pk=row.pk).update(wall=side)
    assert parents_yes(family, row, "wilma").status_code == 200, "who is not on that side is not offered"
    assert not Say.objects.filter(giver="parent").exists()


def test_no_yes_of_the_child_opens_what_is_held_about_a_parent(family: Family) -> None:
    row = about_mama(family)
    answer(
        family.door("noor", Section.ANSWERS),
        Answering(towards=family.member("wilma"), word=Word.YES, topic=Topic.MOTHER),
        once=uuid7(),
    )
    assert row.pk not in notes_of(family, "wilma")


def parents_yes(family: Family, row: Passage, to: str) -> HttpResponse:
    sent = {"towards": str(family.member(to)), "said": "said", "asked_safely": "on", "once": family.once()}
    return family.browser("lotte").post(family.url("portals:parents_yes", item=row.pk), sent)


def test_a_yes_of_a_parent_is_there_once_and_taken_back_whole(family: Family) -> None:
    row = about_mama(family)
    for _ in range(2):
        assert parents_yes(family, row, "wilma").status_code == 302
    said = Say.objects.get(giver="parent", withdrawn_at=None)
    double = Say.objects.get(pk=said.pk)
    double.pk = uuid7()
    double.save(force_insert=True)
    family.browser("ann").post(family.url("portals:take_back", say=said.pk), {"once": family.once()})
    assert row.pk not in notes_of(family, "wilma")


def test_a_yes_of_a_parent_is_not_for_itself_nor_while_contact_is_restricted(family: Family) -> None:
    row = about_mama(family)
    assert parents_yes(family, row, "mama").status_code == 200
    facts = {"from_on": clock.today(), "recorded_by_id": family.person("lotte"), "recorded_at": clock.now()}
    Restriction.objects.create(dossier_id=family.noor.dossier, member_id=family.member("wilma"), **facts)
    assert parents_yes(family, row, "wilma").status_code == 200
    new = ParentsYes(item=row.pk, towards=family.member("wilma"), expressed="said")
    with pytest.raises(NotAllowedError):
        note_the_parents_yes(family.door("lotte", Section.JOURNAL), new, once=uuid7())
    assert not Say.objects.filter(giver="parent").exists()


@pytest.mark.parametrize("who", ["noor", "ann", "tarik", "bram", "karim"])
def test_only_a_worker_writes_down_the_yes_of_a_parent(family: Family, who: str) -> None:
    where = family.url("portals:parents_yes", item=about_mama(family).pk)
    assert family.browser(who).get(where).status_code == 404


@pytest.mark.parametrize(("age", "asks"), [(17, True), (18, False)])
def test_of_who_is_of_age_nobody_asks_whether_its_parents_knew(family: Family, age: int, asks: bool) -> None:
    today = clock.today()
    born = today.replace(year=today.year - age, day=1).isoformat()
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on=born)
    row = something(family)
    page = family.browser("lotte").get(family.url("portals:emergency", item=row.pk)).content.decode()
    assert ("De ouders wisten het vooraf" in page) is asks
    tell(family, row, to="karim", child_told="on", why_not="")
    assert Disclosure.objects.exists() is not asks  # of a child the worker says why its parents did not know
