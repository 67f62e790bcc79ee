"""Whom Sem pointed out before: nobody appoints over that without an answer, and no page says it never was (R6)."""

from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.rights import decided as reading
from kring.rights.acts import appointed_told, as_said, wishes
from kring.rights.models import Appointment, Wish
from tests.family import Family
from tests.rooms.test_decided import ALL, TALKS, WORKERS, today
from tests.rooms.test_picture_code import choose, register, tap

ANSWER = "Sem wees twee keer naar dezelfde prent, ook toen die oma niet was."
ITS_OWN = "Ik las wat Sem aanwees, en sprak er met Lotte over."
POINTED = "Aangewezen op een prent"


def points(family: Family) -> None:
    """Sem points at oma Rita, and taps yes."""
    said = wishes.Said(meaning=Meaning.TRUST_PERSON, expressed=Expressed.POINTED, on=clock.today())
    wishes.name(family.door("sem", Section.RIGHTS, child="sem"), family.member("sem_rita"), said, act=uuid7())


def chooses_otherwise(family: Family) -> None:
    """And later: no, I choose otherwise."""
    door, rita = family.door("sem", Section.RIGHTS, child="sem"), family.member("sem_rita")
    assert wishes.withdraw(door, rita, Meaning.TRUST_PERSON, act=uuid7(), on=clock.today())


def sends(family: Family, page: str, *, by: str, said: dict[str, Any], **parts: Any) -> HttpResponse:
    return family.browser(by).post(family.url(page, child="sem", **parts), {"once": family.once(), **said})


def prepares(family: Family, **other: str) -> UUID:
    said = {**ALL, **dict.fromkeys(TALKS, today()), **WORKERS, "on_earlier": "", **other}
    told = sends(family, "rights:appointment_new", by="lotte", said=said)
    assert told.status_code == 302, told.content.decode()
    return row(family).pk


def decides(family: Family, key: UUID, **other: str) -> HttpResponse:
    said = {"motive": "Na vier gesprekken.", "sure": "on", **other}
    return sends(family, "rights:appointment_decision", by="mo", said=said, appointment=key)


def row(family: Family) -> Appointment:
    return family.door("lotte", Section.DECIDED, child="sem").within(Appointment.objects.order_by("-pk"))[0]


@pytest.fixture
def pointed(family: Family) -> Family:
    points(family)
    chooses_otherwise(family)
    return family


def test_whom_sem_pointed_out_stands_on_every_page_with_its_day_and_form(pointed: Family) -> None:
    assert POINTED in pointed.page("rights:appointment_new", seen_by="lotte", child="sem")
    key = prepares(pointed, on_earlier=ANSWER)
    for page in ("rights:appointment", "rights:appointment_decision"):
        told = pointed.page(page, seen_by="mo", child="sem", appointment=key)
        assert POINTED in told
        assert ANSWER in told
        assert "Rita" not in told  # the director reads no circle
    assert "wees zelf niemand aan" not in pointed.page(
        "rights:appointment", seen_by="lotte", child="sem", appointment=key
    )


def test_without_the_answer_of_the_worker_there_is_nothing_to_decide(pointed: Family) -> None:
    key = prepares(pointed)
    assert "Nog te doen: schrijf waarom" in pointed.page(
        "rights:appointment", seen_by="lotte", child="sem", appointment=key
    )
    assert "Nog te doen: schrijf waarom" in decides(pointed, key, about_earlier=ITS_OWN).content.decode()
    assert row(pointed).decided_on is None


def test_without_an_answer_of_its_own_the_director_decides_nothing_and_nothing_typed_is_lost(pointed: Family) -> None:
    key = prepares(pointed, on_earlier=ANSWER)
    told = decides(pointed, key).content.decode()
    assert "Na vier gesprekken." in told
    assert row(pointed).decided_on is None
    assert decides(pointed, key, about_earlier=ITS_OWN).status_code == 302
    assert row(pointed).decided_on == clock.today()


def test_the_attest_names_what_sem_pointed_out_and_what_both_answered(pointed: Family) -> None:
    key = prepares(pointed, on_earlier=ANSWER)
    decides(pointed, key, about_earlier=ITS_OWN)
    door = pointed.door("lotte", Section.DECIDED, child="sem")
    sheet = reading.attest(door, reading.appointment(door, key))
    told = "\n".join([*(one.head for one in sheet.blocks), *(line for one in sheet.blocks for line in one.lines)])
    told += "\n".join(one.words for one in sheet.blocks)
    assert "Er staat nu geen keuze van het kind." in told
    for words in (POINTED, ANSWER, ITS_OWN, "Volgens de begeleiding"):
        assert words in told
    assert "wees zelf niemand aan" not in told


def test_who_points_again_after_the_answer_is_answered_again(pointed: Family) -> None:
    """What was written of the first time says nothing of the second."""
    key = prepares(pointed, on_earlier=ANSWER)
    points(pointed)
    chooses_otherwise(pointed)
    assert "Nog te doen: schrijf waarom" in decides(pointed, key, about_earlier=ITS_OWN).content.decode()
    assert row(pointed).decided_on is None


def test_who_never_pointed_is_asked_nothing_of_it(family: Family) -> None:
    assert "on_earlier" not in family.page("rights:appointment_new", seen_by="lotte", child="sem")
    key = prepares(family)
    assert "about_earlier" not in family.page("rights:appointment_decision", seen_by="mo", child="sem", appointment=key)
    assert decides(family, key).status_code == 302


def test_what_sem_says_it_never_chose_is_no_choice_before(family: Family) -> None:
    said = wishes.Said(meaning=Meaning.TRUST_PERSON, expressed=Expressed.SAID, on=clock.today())
    key = wishes.name(family.door("lotte", Section.RIGHTS, child="sem"), family.member("sem_rita"), said, act=uuid7())
    as_said.deny(family.door("sem", Section.RIGHTS, child="sem"), key, act=uuid7())
    assert family.door("lotte", Section.RIGHTS, child="sem").within(Wish.objects.filter(pk=key)).exists()
    assert decides(family, prepares(family)).status_code == 302


def test_that_a_child_is_young_is_said_to_be_no_reason_where_a_reason_is_written(family: Family) -> None:
    assert "Dat een kind jong is, is nooit een reden" in family.page(
        "rights:appointment_new", seen_by="lotte", child="sem"
    )
    told = family.page("rights:appointment_decision", seen_by="mo", child="sem", appointment=prepares(family))
    assert "niet omdat het kind jong is" in told


WEIGHED = ("Volgens de begeleiding", "Het kind", "jeugdhulpverlener", "attest", "belangen", "uittreksel")


def tells(family: Family) -> UUID:
    """Lotte told Sem; the new key of it."""
    told = appointed_told.Told(on=clock.today(), by="Lotte")
    return appointed_told.tell(family.door("lotte", Section.DECIDED, child="sem"), row(family), told, act=uuid7())


def test_the_page_speaks_to_sem_and_leads_to_a_choice_of_his_own(pointed: Family) -> None:
    decides(pointed, prepares(pointed, on_earlier=ANSWER), about_earlier=ITS_OWN)
    key = tells(pointed)
    told = pointed.page("rights:appointment", seen_by="sem", child="sem", appointment=key)
    main = told.split("<main")[1].split("</main")[0]
    assert "Mo koos Gust voor jou" in main
    for words in (
        "mag nooit een reden zijn. Staat het er toch?",
        "Jij koos vroeger zelf iemand. Dat telt.",
        "Kinderrechtencommissaris",
    ):
        assert words in main
    assert pointed.url("rights:pictures", child="sem") in main
    assert not [words for words in WEIGHED if words in main]


def test_sem_changes_nothing_on_it_and_his_parents_find_nothing_there(pointed: Family) -> None:
    key = prepares(pointed, on_earlier=ANSWER)
    assert sends(pointed, "rights:appointment", by="sem", said=ALL, appointment=key).status_code == 404
    for by in ("ann", "tarik", "an"):
        where = pointed.url("rights:appointment", child="sem", appointment=key)
        assert pointed.browser(by).get(where).status_code == 404


@pytest.mark.parametrize("page", ["portals:ahead", "rights:beside"])
def test_sem_finds_it_once_a_person_told_him(family: Family, page: str) -> None:
    """R15: a talk about it beforehand is no telling of what was decided; his parents find no word of it."""
    key = prepares(family)
    assert "Gust" not in family.page(page, seen_by="sem", child="sem")
    decides(family, key)
    assert "Gust" not in family.page(page, seen_by="sem", child="sem")
    where = family.url("rights:appointment", child="sem", appointment=tells(family))
    told = family.page(page, seen_by="sem", child="sem")
    assert "Gust komt naast jou staan" in told
    assert where in told
    assert "Gust" not in family.page("portals:child", seen_by="ann", child="sem")


def test_on_the_tablet_sem_finds_it_without_what_mo_wrote(family: Family) -> None:
    """Whoever knows his four pictures reads nothing that somebody wrote about him."""
    decides(family, prepares(family))
    key = tells(family)
    browser = register(family, "lotte")
    choose(family)
    tap(browser)
    told = browser.get(family.url("rights:appointment", child="sem", appointment=key)).content.decode()
    assert "Mo koos Gust voor jou" in told
    assert "Na vier gesprekken." not in told
    assert "Na vier gesprekken." in family.page("rights:appointment", seen_by="sem", child="sem", appointment=key)
