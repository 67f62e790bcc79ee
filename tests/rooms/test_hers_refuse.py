"""What is the child's own to say, asked of the act and of no page: that it takes over what stands here about it, and
its yes to a page for the court (C54, R7, R29)."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from kring.access.acts import owning, pages
from kring.access.acts.owning import Saying
from kring.access.door import Door
from kring.access.models import Item, Say
from kring.access.writing import ITSELF, NotAllowedError
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.dossier.models import Dossier, Involvement, TakenOver
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.taking_over import Said
from tests.family import Family
from tests.rooms.test_of_age import is_of_age
from tests.rooms.test_telling import about_mama

DAY = timedelta(days=1)


def door_of(family: Family, who: str) -> Door:
    opens = {"noor": Section.ANSWERS, "lotte": Section.ANSWERS, "bram": Section.CIRCLE}
    return family.door(who, opens.get(who, Section.SAID))


def last(event: Event) -> Entry:
    return Entry.objects.filter(event=event.value).latest("seq")


# -- she takes over what stands here about her (C54) ---


def says(family: Family, said: Said = Said.YES, *, by: str = "noor", after: int = 0, how: str = "said") -> TakenOver:
    """Somebody writes it down, for so many days after today."""
    saying = Saying(said=said, on=clock.today() + after * DAY, expressed=how)
    owning.say(door_of(family, by), saying, once=uuid7())
    return TakenOver.objects.latest("pk")


def test_her_own_word_is_her_own_whatever_a_form_says_and_a_worker_says_how_she_said_it(family: Family) -> None:
    is_of_age(family, days=3)
    noted = says(family, Said.NOT_YET, by="lotte", after=-1)
    assert (noted.said, noted.expressed, noted.said_on) == ("not_yet", "said", clock.today() - DAY)
    assert noted.recorded_by_id == family.person("lotte")
    hers = says(family)
    assert (hers.expressed, hers.dossier_id, hers.recorded_by_id) == (
        ITSELF,
        family.noor.dossier,
        family.person("noor"),
    )
    line = last(Event.RECORD_TAKEN_OVER)
    assert (line.subject, line.codes) == (hers.pk, ["yes", ITSELF])


@pytest.mark.parametrize(("after", "may"), [(-4, False), (-3, True), (0, True), (1, False)])
@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_it_is_said_of_a_day_on_which_she_was_of_age_and_that_is_not_to_come(
    family: Family, by: str, after: int, may: bool
) -> None:
    is_of_age(family, days=3)
    if may:
        assert says(family, by=by, after=after).said_on == clock.today() + after * DAY
    else:
        with pytest.raises(NotAllowedError):
            says(family, by=by, after=after)
        assert not TakenOver.objects.exists()


@pytest.mark.parametrize("by", ["wilma", "ann", "bram", "mo"])
def test_nobody_else_says_it_for_her(family: Family, by: str) -> None:
    is_of_age(family, days=3)
    section = {"mo": Section.CONDITIONS}.get(by)
    door = family.door(by, section) if section else door_of(family, by)
    with pytest.raises(NotAllowedError):
        owning.say(door, Saying(said=Said.YES, on=clock.today(), expressed="said"), once=uuid7())
    assert not TakenOver.objects.exists()


@pytest.mark.parametrize("born", ["fifteen", "unknown"])
def test_a_minor_and_of_whom_nobody_wrote_a_birthday_takes_nothing_over(family: Family, born: str) -> None:
    if born == "unknown":
        Dossier.objects.filter(pk=family.noor.dossier).update(born_on="")
    for by in ("noor", "lotte"):
        assert owning.of_age_since(door_of(family, by)) is None
        with pytest.raises(NotAllowedError):
            says(family, by=by)
    day = is_of_age(family, days=3)
    assert owning.of_age_since(door_of(family, "noor")) == day


def test_a_worker_writes_nothing_over_what_she_took_with_her_own_hands_and_a_yes_for_her_waits(family: Family) -> None:
    is_of_age(family, days=3)
    TakenOver.objects.create(
        dossier_id=family.sem.dossier,
        said="yes",
        said_on=clock.today(),
        expressed=ITSELF,
        recorded_by_id=family.person("sem"),
    )
    noor, lotte = door_of(family, "noor"), door_of(family, "lotte")
    assert owning.said_so_far(lotte) is None
    says(family, by="lotte")
    assert not owning.waits_for_the_youth(lotte), "a worker heard it: she could not tap it herself"
    says(family)
    assert (owning.waits_for_the_youth(lotte), owning.waits_for_the_youth(noor)) == (True, False)
    with pytest.raises(NotAllowedError):
        says(family, Said.NOT_YET, by="lotte")
    says(family, Said.NOT_YET)
    assert not owning.waits_for_the_youth(lotte)
    assert says(family, by="lotte").said == "yes"


# -- a page for somebody of the court (R29) ---


def page_for_nadia(family: Family) -> Item:
    row = about_mama(family)
    Item.objects.filter(pk=row.item_id).update(told_to=None)
    return row.item


def said(family: Family, page: Item, **more: Any) -> Say:
    """What Noor said of it, as Lotte wrote it down: she is to tap it."""
    facts: dict[str, Any] = {"given_by_id": family.person("noor"), "recorded_by_id": family.person("lotte")}
    facts |= {"from_on": clock.today() - DAY, "answer": "yes", "giver": "child", "expressed": "said", "waits": True}
    facts |= {"dossier_id": family.noor.dossier, "item_id": page.pk, "made_for_id": family.person("nadia")}
    new: Say = Say.objects.create(**facts | more)
    return new


def read_by(page: Item) -> UUID | None:
    key: UUID | None = Item.objects.get(pk=page.pk).told_to_id
    return key


def test_she_taps_her_own_yes_and_the_page_is_read_once_nobody_is_to_say_yes_any_more(family: Family) -> None:
    page, other = page_for_nadia(family), Item.objects.exclude(told_to=None).exclude(about=None).first()
    mine, twice = said(family, page), said(family, page)
    parents = said(family, page, giver="parent", given_by_id=family.person("ann"))
    said(family, page, made_for_id=None, towards_id=family.member("els"))  # of a text towards somebody: another yes
    pages.child_says_yes(door_of(family, "noor"), mine, once=uuid7())
    for row in (mine, twice):
        row.refresh_from_db()
    assert (mine.waits, mine.expressed, mine.recorded_by_id) == (False, ITSELF, family.person("noor"))
    assert (mine.from_on, twice.waits) == (clock.today(), True)
    assert (last(Event.ANSWER_CONFIRMED).subject, read_by(page)) == (mine.pk, None)
    Say.objects.filter(pk=twice.pk).update(waits=False)
    pages.opens_when_everyone_said_yes(mine)
    assert read_by(page) is None, "Ann is still to say it"
    Say.objects.filter(pk=parents.pk).update(waits=False)
    pages.opens_when_everyone_said_yes(mine)
    assert read_by(page) == family.person("nadia")
    assert other is None or Item.objects.get(pk=other.pk).told_to_id == other.told_to_id


def test_a_yes_towards_somebody_opens_no_page_and_leaves_a_text_with_whom_it_was_told(family: Family) -> None:
    text = page_for_nadia(family)
    Item.objects.filter(pk=text.pk).update(told_to=family.person("wilma"))
    one = said(family, text, waits=False, towards_id=family.member("els"), made_for_id=None)
    of_a_subject = said(family, text, waits=False, item_id=None, topic="school")
    for each in (one, of_a_subject):
        pages.opens_when_everyone_said_yes(each)
    noor, twice = door_of(family, "noor"), said(family, text, towards_id=family.member("els"), made_for_id=None)
    for act in (pages.child_says_yes, pages.child_takes_back):
        with pytest.raises(NotAllowedError):
            act(noor, twice, once=uuid7())
    assert read_by(text) == family.person("wilma")


@pytest.mark.parametrize("why", ["lotte", "tapped", "taken back", "of Sem", "of a parent"])
def test_nobody_taps_it_for_her_nor_what_is_not_hers_to_tap(family: Family, why: str) -> None:
    page = page_for_nadia(family)
    more: dict[str, Any] = {
        "tapped": {"waits": False},
        "taken back": {"withdrawn_at": clock.now()},
        "of Sem": {"dossier_id": family.sem.dossier},
        "of a parent": {"giver": "parent"},
    }.get(why, {})
    one = said(family, page, **more)
    with pytest.raises(NotAllowedError):
        pages.child_says_yes(door_of(family, "lotte" if why == "lotte" else "noor"), one, once=uuid7())
    assert (read_by(page), family.log(Event.ANSWER_CONFIRMED)) == (None, 0)


def test_once_anybody_took_its_yes_back_she_taps_it_no_more_and_of_another_page_she_does(family: Family) -> None:
    page = page_for_nadia(family)
    mine = said(family, page)
    of_a_text = {"made_for_id": None, "towards_id": family.member("els"), "giver": "parent"}
    said(family, page, withdrawn_at=clock.now(), **of_a_text)
    gone = said(family, page, giver="parent", given_by_id=family.person("ann"), withdrawn_at=clock.now())
    with pytest.raises(NotAllowedError):
        pages.child_says_yes(door_of(family, "noor"), mine, once=uuid7())
    gone.delete()
    pages.child_says_yes(door_of(family, "noor"), mine, once=uuid7())
    assert read_by(page) == family.person("nadia")


@pytest.mark.parametrize(
    ("by", "may"), [("noor", True), ("lotte", True), ("bram", False), ("wilma", False), ("ann", False)]
)
def test_she_takes_it_back_or_a_worker_writes_that_down_and_nobody_of_the_court_reads_it(
    family: Family, by: str, may: bool
) -> None:
    page = page_for_nadia(family)
    mine, parents = said(family, page, waits=False), said(family, page, giver="parent", waits=False)
    pages.opens_when_everyone_said_yes(mine)
    wrong = [parents, said(family, page, dossier_id=family.sem.dossier, waits=False)]
    for one in wrong if may else [*wrong, mine]:
        with pytest.raises(NotAllowedError):
            pages.child_takes_back(door_of(family, by), one, once=uuid7())
    assert read_by(page) == family.person("nadia")
    if may:
        pages.child_takes_back(door_of(family, by), mine, once=uuid7())
        assert last(Event.ANSWER_WITHDRAWN).subject == mine.pk
        mine.refresh_from_db()
        with pytest.raises(NotAllowedError):
            pages.child_takes_back(door_of(family, by), mine, once=uuid7())
    assert (read_by(page) is None) is may
    assert [Say.objects.get(pk=one.pk).withdrawn_at is not None for one in (mine, parents)] == [may, False]


def test_what_each_said_of_a_page_is_kept_with_the_text_as_it_was_and_a_tap_waits(family: Family) -> None:
    page, nadia = page_for_nadia(family), family.person("nadia")
    page.version = 4
    door = door_of(family, "lotte")
    parents = [pages.OfAParent(family.person(who), how) for who, how in (("ann", ITSELF), ("tarik", "said"))]
    with door.writes(Event.ANSWER_GIVEN, once=None) as write:
        pages.note_for_a_page(write, page, nadia, parents)
        pages.note_the_childs_yes(door, write, page, nadia, "said")
        pages.note_the_childs_yes(door, write, page, nadia, ITSELF)
    rows = list(Say.objects.filter(item=page).order_by("pk"))
    noor, lotte = family.person("noor"), family.person("lotte")
    told = [(row.giver, row.given_by_id, row.expressed, row.waits) for row in rows]
    assert told == [
        ("parent", family.person("ann"), ITSELF, True),
        ("parent", family.person("tarik"), "said", False),
        ("child", noor, "said", True),
        ("child", noor, ITSELF, True),
    ]
    assert {(row.answer, row.made_for_id, row.of_version, row.recorded_by_id) for row in rows} == {
        ("yes", nadia, 4, lotte)
    }
    assert {(row.dossier_id, row.from_on) for row in rows} == {(family.noor.dossier, clock.today())}
    assert Dossier.objects.get(pk=family.noor.dossier).unread_since is not None
    is_of_age(family, days=3)
    says(family)
    here = Involvement.objects.filter(dossier=family.noor.dossier, person=noor)
    here.update(until_on=clock.today() - timedelta(days=1), ended_at=clock.now())
    assert pages.childs_yes_waits(door_of(family, "lotte"), "said"), "what stands here is hers now"
    TakenOver.objects.all().delete()
    assert not pages.childs_yes_waits(door_of(family, "lotte"), "said"), "nobody comes in who could tap it"
    assert pages.childs_yes_waits(door_of(family, "lotte"), ITSELF), "a tap of its own nobody writes down for it"
