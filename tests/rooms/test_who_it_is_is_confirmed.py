"""Noor says who of her circle is her papa: what is about him, and her yes, open to him once Lotte confirms it."""

from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.door import RefusedError
from kring.access.models import Item
from kring.access.readers import others, readers
from kring.access.same import SamePerson
from kring.access.writing import ITSELF, Filing, NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import TakenOver
from kring.journal.models import Passage
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Section, Topic
from kring.law.taking_over import Said
from kring.people.models import Message, MessageCode
from kring.portals import acts
from tests.family import Family
from tests.rooms.pointing import point
from tests.rooms.test_who_may_know import ask

TEXT = "Klopt dat?"


def about_papa(family: Family) -> UUID:
    """What Lotte wrote about the home of Noor's papa; on no side, else only that side would read it."""
    Item.objects.filter(dossier=family.noor.dossier).update(wall=None)
    row: Passage = (
        family.door("lotte", Section.JOURNAL).within(Passage.objects.filter(item__klass=Klass.HOUSEHOLD)).get()
    )
    Item.objects.filter(pk=row.pk).update(about=family.member("papa"))
    return row.pk


def reads(family: Family, who: str = "tarik") -> set[UUID]:
    try:
        return set(family.door(who, Section.JOURNAL).within(Passage.objects.all()).values_list("pk", flat=True))
    except RefusedError:
        return set()


def confirm(family: Family, member: str = "papa", *, by: str) -> HttpResponse:
    where = family.url("portals:is_so", member=family.member(member))
    return family.browser(by).post(where, {"once": family.once()})


@pytest.fixture
def papa(family: Family) -> UUID:
    """Noor pointed out Tarik as papa, and something about papa's home stands in the notes."""
    row = about_papa(family)
    assert row not in reads(family)
    point(family, "tarik", "papa")
    return row


def test_what_is_about_papa_waits_and_one_tap_of_lotte_opens_it(family: Family, papa: UUID) -> None:
    assert papa not in reads(family), "Noor pointed, and nobody looked yet"
    told = family.page("portals:known", seen_by="lotte")
    assert "Noor zei wie papa is. Klopt dat?" in told
    assert family.url("portals:is_so", member=family.member("papa")) in told
    assert confirm(family, by="lotte").status_code == 302
    assert papa in reads(family)
    assert family.log(Event.PERSON_CONFIRMED) == 1
    assert TEXT not in family.page("portals:known", seen_by="lotte")


@pytest.mark.parametrize("who", ["noor", "tarik", "ann", "wilma", "bram", "an"])
def test_nobody_but_her_worker_says_that_it_is_so(family: Family, papa: UUID, who: str) -> None:
    assert confirm(family, by=who).status_code == 404
    assert papa not in reads(family)
    assert family.log(Event.PERSON_CONFIRMED) == 0


@pytest.mark.parametrize("page", ["portals:today", "portals:child"])
def test_it_stands_among_what_lotte_has_to_do_until_she_did_it(family: Family, papa: UUID, page: str) -> None:
    def told() -> str:
        if page == "portals:child":
            return family.page(page, seen_by="lotte")
        return family.browser("lotte").get("/today/").content.decode()

    assert "Noor zei wie iemand in de kring is. Klopt dat?" in told()
    confirm(family, by="lotte")
    assert "Noor zei wie iemand in de kring is. Klopt dat?" not in told()


def test_noor_reads_that_it_waits_and_what_that_means(family: Family, papa: UUID) -> None:
    about = family.page("portals:about", seen_by="noor", member=family.member("papa"))
    assert "Jij zei: Tarik is papa" in about
    assert "leest Tarik nog niet" in about
    confirm(family, by="lotte")
    assert "Jij zei: Tarik is papa" not in family.page("portals:about", seen_by="noor", member=family.member("papa"))


def yes_to(family: Family, who: str = "tarik") -> set[str]:
    return {one.value for one in family.door(who, Section.SAID).answers.yes_topics}


def waits(family: Family) -> set[tuple[UUID, UUID]]:
    """Whom of her circle Noor pointed out without anybody having said that it is so: member and person."""
    rows = SamePerson.objects.filter(item__dossier=family.noor.dossier, confirmed_at=None)
    return set(rows.values_list("item_id", "person_id"))


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_no_yes_confirms_who_somebody_is_and_none_begins_before_lotte_does(family: Family, by: str) -> None:
    row = about_papa(family)
    ask(family, "papa", "yes", about="school")
    point(family, "tarik", "papa")
    told = ask(family, "papa", "yes", about="leisure", by=by, said="said")
    assert told.status_code == 302
    assert "Dit mag straks" in family.page("portals:about", seen_by=by, member=family.member("papa"))
    assert row not in reads(family)
    assert yes_to(family) == set()
    assert waits(family) == {(family.member("papa"), family.person("tarik"))}
    assert not Message.objects.filter(person=family.person("tarik"), code=MessageCode.SHARED.value).exists()
    confirm(family, by="lotte")
    assert row in reads(family)
    assert yes_to(family) == {"leisure"}, "what was said before she pointed is said anew"
    assert Message.objects.filter(person=family.person("tarik"), code=MessageCode.SHARED.value).count() == 1


def test_of_a_yes_of_before_that_waits_until_noor_says_it_anew_nobody_is_told(family: Family) -> None:
    ask(family, "papa", "yes", about="school")
    point(family, "tarik", "papa")
    assert confirm(family, by="lotte").status_code == 302
    told = Message.objects.filter(person=family.person("tarik"), code=MessageCode.SHARED.value)
    assert not told.exists()
    ask(family, "papa", "yes", about="school")
    assert told.count() == 1


def test_the_father_taken_for_mama_reads_neither_her_home_nor_what_the_yes_was_for(family: Family) -> None:
    """Quality 4, separated parents and coercion: one wrong tap, and a yes about something else."""
    row = about_papa(family)
    Item.objects.filter(pk=row).update(about=family.member("mama"))
    point(family, "tarik", "mama")
    ask(family, "mama", "yes", about="school")
    assert row not in reads(family)
    assert yes_to(family) == set()
    assert "Tarik komt hier binnen als: ouder" in family.page("portals:known", seen_by="lotte")
    where = family.url("portals:someone_else", member=family.member("mama"))
    family.browser("lotte").post(where, {"member": str(family.member("papa")), "once": family.once()})
    assert row not in reads(family)
    assert yes_to(family) == set(), "nor once it is set right"


def test_who_she_chose_for_one_text_is_no_reader_of_it_before_it_is_confirmed(family: Family, papa: UUID) -> None:
    """R8, R20: what is not shared, and whom she lets know it all the same."""
    filing = Filing(klass=Klass.OWN_WORDS, topic=Topic.LEISURE, held_close=True)

    def named() -> list[str]:
        chosen = frozenset({family.member("papa")})
        return [one.name for one in readers(family.door("noor"), Section.JOURNAL, filing, chosen=chosen)]

    assert named() == []
    confirm(family, by="lotte")
    assert named() == ["Tarik"]


@pytest.mark.parametrize(("taken", "sure"), [(False, False), (True, True)])
def test_a_youth_that_took_over_says_itself_who_somebody_is(family: Family, taken: bool, sure: bool) -> None:
    """C54: nobody confirms in its place what it took into its own hands."""
    if taken:
        facts = {"said": Said.YES.value, "said_on": clock.today(), "recorded_by_id": family.person("noor")}
        TakenOver.objects.create(dossier_id=family.noor.dossier, expressed=ITSELF, **facts)
    point(family, "tarik", "papa")
    assert (waits(family) == set()) is sure


def test_pointed_out_by_lotte_it_is_confirmed(family: Family) -> None:
    row = about_papa(family)
    point(family, "tarik", "papa", by="lotte")
    assert row in reads(family)


def test_whom_she_points_out_anew_waits_anew(family: Family, papa: UUID) -> None:
    confirm(family, by="lotte")
    where = family.url("portals:someone_else", member=family.member("papa"))
    family.browser("noor").post(where, {"member": str(family.member("mama")), "once": family.once()})
    about_mama = {"about": family.member("mama")}
    Item.objects.filter(pk=papa).update(**about_mama)
    assert papa not in reads(family)
    assert confirm(family, "mama", by="lotte").status_code == 302
    assert papa in reads(family)


def test_who_will_read_it_is_told_as_it_is(family: Family, papa: UUID) -> None:
    """R20: Tarik is no reader of it before it is confirmed."""

    def told() -> set[str]:
        item = Item.objects.get(pk=papa)
        return {one.name for one in others(family.door("lotte")) if one.reads_if(item, one.standing.answers)}

    assert "Tarik" not in told()
    confirm(family, by="lotte")
    assert "Tarik" in told()


def test_what_closes_holds_at_once(family: Family, papa: UUID) -> None:
    confirm(family, by="lotte")
    assert papa in reads(family)
    SamePerson.objects.filter(person=family.person("tarik")).update(confirmed_at=None)
    ask(family, "papa", "no", about="school")
    assert "school" in family.door("tarik", Section.SAID).answers.no_topics


def test_said_twice_it_is_said_once(family: Family, papa: UUID) -> None:
    for _ in range(2):
        assert confirm(family, by="lotte").status_code == 302
    assert family.log(Event.PERSON_CONFIRMED) == 1


def test_the_act_itself_is_for_her_worker(family: Family, papa: UUID) -> None:
    door = family.door("noor", Section.ANSWERS)
    with pytest.raises(NotAllowedError):
        acts.confirm_person(door, family.member("papa"), act=uuid7())
    assert papa not in reads(family)
