"""What cannot be, around who stands beside Noor: a clear sentence, and nothing of what was typed is lost (issue 5).

Elsewhere: a birthday to come (test_deciding), an end before its start (test_steps, test_aftercare), one person in two
spellings (test_wish_page), a referral without the yes of the child (test_seeking), such a name on an agreement
(test_agreement_sharing).
"""

from datetime import timedelta
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.acts import answering
from kring.access.models import Item, SamePerson, Word
from kring.audit.events import Event
from kring.journal.models import Edition, Passage
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.kit.sheets import SheetError
from kring.law.access import Section, Topic
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Asker, How
from kring.people.models import Organisation
from kring.rights import paths
from kring.rights.acts import steps, wishes
from kring.rights.models import Wish
from tests import answered
from tests.family import Family
from tests.rooms.agreeing import made
from tests.rooms.journal import change, write

HARD_NAME = "فاطمة Żółć 🦊"
YESTERDAY = timedelta(days=1)


def chooses(family: Family, by: str = "noor", **facts: str) -> HttpResponse:
    told = {"once": family.once(), "person": str(family.member("wilma")), "meaning": "jim", **facts}
    return family.browser(by).post(family.url("rights:wish"), told, follow=True)


LONG_AGO = timedelta(days=4000)


def test_a_day_before_the_person_stood_here_is_asked_about_and_never_in_noors_way(family: Family) -> None:
    """R1: her wish stands in any case, with the day as she said it."""
    day = clock.today() - LONG_AGO
    told = chooses(family, on=day.isoformat(), words="zij luistert").content.decode()
    assert "Op die dag stond Wilma hier nog niet in de kring." in told
    assert "zij luistert" in told
    assert family.log(Event.WISH_EXPRESSED) == 1


@pytest.mark.parametrize(("sure", "written"), [({}, 0), ({"sure": "on"}, 1)])
def test_lotte_confirms_such_a_day_and_what_she_typed_stays(family: Family, sure: dict[str, str], written: int) -> None:
    day = clock.today() - LONG_AGO
    told = chooses(family, "lotte", on=day.isoformat(), words="zij luistert", **sure).content.decode()
    assert ("Op die dag stond Wilma hier nog niet in de kring." in told) is not bool(written)
    assert ("Ja, Noor zei dit die dag al" in told) is not bool(written)
    assert "zij luistert" in told
    assert family.log(Event.WISH_EXPRESSED) == written


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_of_today_and_of_somebody_new_nothing_is_asked(family: Family, by: str) -> None:
    assert "Op die dag stond" not in chooses(family, by).content.decode()
    day = (clock.today() - YESTERDAY).isoformat()
    assert "Op die dag stond" not in chooses(family, by, person="new", name="tante Fatma", on=day).content.decode()
    assert family.log(Event.WISH_EXPRESSED) == 2


@pytest.mark.parametrize(("by", "written"), [("noor", 1), ("lotte", 0)])
def test_of_a_new_name_a_day_before_the_child_was_here_is_asked_about(family: Family, by: str, written: int) -> None:
    """Noor's wish stands all the same (R1); Lotte confirms the day, or chooses another."""
    day = (clock.today() - LONG_AGO).isoformat()
    told = chooses(family, by, person="new", name="Piet", on=day).content.decode()
    assert "Op die dag stond Piet hier nog niet in de kring." in told
    assert family.log(Event.WISH_EXPRESSED) == written
    if not written:
        assert "Piet" in chooses(family, by, person="new", name="Piet", on=day, sure="on").content.decode()
        assert family.log(Event.WISH_EXPRESSED) == 1


def test_two_who_name_a_fixed_contact_leave_one(family: Family) -> None:
    for by, phone in (("mo", "0470 11 22 33"), ("mo", "0470 44 55 66")):
        facts = {"contact": family.person("greet"), "contact_phone": phone, "deputy": "", "deputy_phone": ""}
        assert family.browser(by).post("/house/contact/", {"once": family.once(), **facts}).status_code == 302
    house = Organisation.objects.get(contact=family.person("greet"))
    assert house.contact_phone == "0470 44 55 66"
    assert house.deputy_id is None


def test_an_agreement_without_a_yes_says_so_on_each_page_and_paper(family: Family) -> None:
    row = made(family)
    for who in ("noor", "lotte", "wilma"):
        assert "nog geen ja" in family.page("agreements:agreement", seen_by=who, pact=row.pact)
    assert family.log(Event.AGREEMENT_AGREED) == 0


@pytest.mark.parametrize("page", ["support:pack_pdf", "support:letter_pdf"])
def test_a_name_in_arabic_polish_and_emoji_stands_on_paper(family: Family, page: str) -> None:
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    door = family.door("lotte", Section.RIGHTS)
    wishes.name(door, HARD_NAME, said, act=uuid7())
    member = named(family)
    answered.said_to(door, member, Meaning.JIM)
    there = family.url("support:letter", member=member)
    for whose in ("child", "person"):
        facts = {"once": family.once(), "wants": "yes", "whose": whose}
        assert family.browser("lotte").post(there, facts).status_code == 302
    sheet = family.browser("lotte").get(family.url(page, member=member)).content
    assert sheet.startswith(b"%PDF")
    assert HARD_NAME in family.page("rights:person", seen_by="noor", member=member)


@pytest.mark.parametrize("page", ["rights:question_pdf", "rights:notice_pdf"])
def test_so_it_does_on_the_question_and_on_the_notice(family: Family, page: str) -> None:
    """Where the name is the title of the sheet, and where it stands in the middle of a sentence."""
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    door = family.door("noor", Section.RIGHTS)
    wish = wishes.name(door, HARD_NAME, said, act=uuid7())
    asks = steps.Prepared(asker=Asker.CHILD, how=How.LETTER, words=f"Dag {HARD_NAME}, wil je?", if_no="Dan 🦊.")
    steps.prepare(door, paths.path(door, wish), asks, act=uuid7(), on=clock.today())
    assert family.browser("noor").get(family.url(page, wish=wish)).content.startswith(b"%PDF")
    assert HARD_NAME in family.page("rights:question", seen_by="noor", wish=wish)


def named(family: Family) -> UUID:
    """Whom she named last."""
    row: Wish = family.door("lotte", Section.RIGHTS).within(Wish.objects.order_by("-pk"))[0]
    member: UUID = row.member_id
    return member


@pytest.mark.parametrize(("length", "kept"), [(50_000, True), (50_001, False)])
def test_fifty_thousand_characters_about_who_stops_are_kept_and_more_is_said(
    family: Family, length: int, kept: bool
) -> None:
    how = "x" * length
    facts = {"member": str(family.member("wilma")), "why": "stops", "teller": "Lotte", "how": how, "tells_on": ""}
    answer = family.browser("lotte").post(family.url("endings:leave"), {"once": family.once(), **facts}, follow=True)
    assert how in answer.content.decode()
    assert family.log(Event.LEAVING_HEARD) == int(kept)


@pytest.mark.parametrize(("by", "who"), [("noor", "Dat ben jij zelf."), ("lotte", "Dat is Noor zelf.")])
def test_a_yes_towards_oneself_means_nothing_and_is_said(family: Family, by: str, who: str) -> None:
    """Issue 4: consent for oneself."""
    me = family.member("els")
    SamePerson.objects.create(item_id=me, person_id=family.person("noor"), confirmed_at=clock.now())
    where = family.url("portals:question", member=me, topic=list(Topic).index(Topic.SCHOOL))
    facts = {"once": family.once(), "word": "yes", "said": "said"}
    told = family.browser(by).post(where, facts, follow=True).content.decode()
    assert f"{who} Kies iemand anders." in told
    assert (family.log(Event.ANSWER_GIVEN), family.log(Event.ANSWER_REFUSED)) == (0, 1)
    new = answering.Answering(towards=me, word=Word.YES, topic=Topic.SCHOOL)
    with pytest.raises(answering.MayNotAnswer) as refused:
        answering.answer(family.door(by, Section.ANSWERS), new, once=uuid7())
    assert refused.value.why is answering.WhyNot.ONESELF


def test_what_is_about_a_subject_that_is_not_in_the_list_any_more_can_still_be_written_on(family: Family) -> None:
    """Issue 4: it stays about what it was about, with how it was before, so that a no about it still holds."""
    write(family, "noor", "Over de klas", topic_0="school")
    door = family.door("noor", Section.JOURNAL)
    row = door.within(Passage.objects.order_by("-pk"))[0]
    Item.objects.filter(pk=row.pk).update(topic="lessons")
    assert change(family, "noor", row.pk, "Over de klas, en meer").status_code == 302
    before = door.within(Edition.objects.filter(passage=row.pk)).get()
    assert before.item.topic == Item.objects.get(pk=row.pk).topic == "lessons"


def test_the_log_says_that_a_sheet_was_taken_once_it_was(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    """Issue 4: a sheet that could not be made was not taken along."""

    def fails(_text: str) -> bytes:
        raise SheetError

    where, day = family.url("portals:copy_pdf"), clock.today().isoformat()
    with monkeypatch.context() as patch:
        patch.setattr("kring.portals.views.work.sheet.pdf", fails)
        facts = {"once": family.once(), "on": day}
        assert family.browser("lotte").post(where, facts).status_code == 302
    assert family.log(Event.DAY_COPIED) == 0
    answer = family.browser("lotte").post(where, {"once": family.once(), "on": day})
    assert answer.content.startswith(b"%PDF")
    assert family.log(Event.DAY_COPIED) == 1
