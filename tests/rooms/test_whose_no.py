"""Lotte wrote that pastor Johan said no: Mo reads by whom; once Noor denies it, it is no ground, and Mo looks again."""

from html import unescape

import pytest
from django.urls import reverse

from kring.kit.addresses import address
from kring.law.access import Section
from kring.rights.models import Taken
from tests.family import Family
from tests.rooms.test_decided import ALL, TALKS, WORKERS, decide, post, prepare, rows, today
from tests.rooms.test_steps import ASK, send
from tests.rooms.test_wish_page import name, wishes

WRITTEN = "Lotte schreef op dat die persoon nee zei. Vraag hoe dat geweten is."
TASK = "Een keuze van het kind staat weer. Die gaat voor. Is deze aanstelling nog nodig?"


@pytest.fixture
def no(family: Family) -> Family:
    """Noor chose him, and Lotte wrote a no that Noor would know."""
    name(family, "johan", by="noor")
    wish = wishes(family)[-1].pk
    assert send(family, "answered", wish, by="lotte", reply="no", told="yes", **ASK).status_code == 302
    return family


def denies(family: Family) -> None:
    said = family.door("noor", Section.RIGHTS).within(Taken.objects.stands_in_the_way())[0]
    where = family.url("rights:unsaid", said=said.pk)
    assert family.browser("noor").post(where, {"once": family.once()}).status_code == 302


def tasks(family: Family) -> str:
    return unescape(family.browser("mo").get(reverse("portals:tasks")).content.decode())


def test_mo_reads_who_wrote_that_no(no: Family) -> None:
    row = prepare(no, on_earlier="Johan belde mij.")
    page = unescape(no.page("rights:appointment_decision", seen_by="mo", appointment=row))
    assert WRITTEN in page
    assert "Johan zei nee" not in page


def test_a_no_that_noor_denied_is_no_ground(no: Family) -> None:
    row = prepare(no, on_earlier="Johan belde mij.")
    denies(no)
    assert decide(no, row).status_code == 200
    assert rows(no)[-1].decided_on is None
    said = {**ALL, **dict.fromkeys(TALKS, today()), **WORKERS}
    answer = post(no, "rights:appointment_new", by="lotte", said=said)
    assert answer.status_code in {200, 302}
    assert len(rows(no)) == 1, "nothing is prepared over her choice"


def test_when_she_denies_it_later_mo_has_it_to_look_at(no: Family) -> None:
    row = prepare(no, on_earlier="Johan belde mij.")
    assert decide(no, row).status_code == 302
    assert TASK not in tasks(no)
    denies(no)
    page = tasks(no)
    assert TASK in page
    assert address("rights:appointment", no.noor.dossier, row) in page
    assert "Johan" not in page
    assert "klopt nu niet" in unescape(no.page("rights:appointment", seen_by="mo", appointment=row))
