"""Who decided that Karim may have no contact is written with it, and a second human knows that it is so (R2, R28)."""

from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from django.urls import reverse

from kring.access.models import Restriction
from kring.kit import clock
from tests.family import Family
from tests.rooms.test_restrictions import is_told, look, member, record
from tests.rooms.test_today import see
from tests.rooms.test_told_first import karim_serves

ASKS = "Een contactbeperking vraagt iets"
CALM = "Dit kan nu niet. Vraag het aan je begeleider."


@pytest.fixture
def karim(family: Family) -> UUID:
    """Karim serves as the trust person of Noor; the wish."""
    return karim_serves(family)


@pytest.mark.usefixtures("karim")
@pytest.mark.parametrize("missing", ["decided_by", "until_on"])
def test_without_who_decided_it_and_a_day_to_look_again_nothing_is_recorded(family: Family, missing: str) -> None:
    assert record(family, member(family, "karim"), **{missing: ""}).status_code == 200
    assert not Restriction.objects.exists()


@pytest.mark.usefixtures("karim")
def test_who_works_with_her_reads_who_decided_and_nobody_else(family: Family) -> None:
    assert record(family, member(family, "karim")).status_code == 302
    page = unescape(family.page("rights:restrictions", seen_by="lotte"))
    assert "Beslist door de jeugdrechter. Opgeschreven door Lotte" in page
    for who, where in (("noor", "portals:child"), ("noor", "rights:beside"), ("noor", "portals:known")):
        assert "jeugdrechter" not in unescape(family.page(where, seen_by=who))
    for who in ("karim", "noor", "ann", "hilde"):
        assert family.browser(who).get(family.url("rights:restrictions")).status_code == 404


@pytest.mark.usefixtures("karim")
def test_hilde_reads_that_it_is_so_and_whom_to_ask_and_not_with_whom(family: Family) -> None:
    record(family, member(family, "karim"))
    page = unescape(family.browser("hilde").get(reverse("portals:lead")).content.decode())
    assert "Bij Noor geldt een contactbeperking" in page
    assert "Vraag ernaar bij Lotte" in page
    assert "Karim" not in page[page.index("Bij Noor geldt") : page.index("Vraag ernaar bij Lotte")]
    assert "jeugdrechter" not in page[page.index("Bij Noor geldt") : page.index("Vraag ernaar bij Lotte")]
    row = Restriction.objects.get()
    assert look(family, row, "over").status_code == 302
    assert "geldt een contactbeperking" not in family.browser("hilde").get(reverse("portals:lead")).content.decode()


@pytest.mark.usefixtures("karim")
def test_the_day_of_lotte_says_that_noor_still_has_to_be_told(family: Family) -> None:
    record(family, member(family, "karim"))
    assert ASKS in see(family, "lotte")
    is_told(family)
    assert ASKS not in see(family, "lotte")


def test_of_somebody_whom_she_never_chose_her_day_says_nothing_before_its_date(family: Family) -> None:
    record(family, member(family, "johan"))
    assert ASKS not in see(family, "lotte")


@pytest.mark.usefixtures("karim")
@pytest.mark.parametrize("page", ["portals:child", "rights:beside", "portals:ahead"])
def test_what_noor_reads_does_not_go_on_as_if_they_had_begun(family: Family, page: str) -> None:
    assert CALM[:15].lower() not in unescape(family.page(page, seen_by="noor")).lower()
    record(family, member(family, "karim"))
    seen = unescape(family.page(page, seen_by="noor"))
    assert "begonnen" not in seen
    assert "begon als" not in seen
    assert CALM[:15].lower() in seen.lower()
    assert "contactbeperking" not in seen.lower()


@pytest.mark.usefixtures("karim")
def test_who_looked_says_when_they_look_again(family: Family) -> None:
    record(family, member(family, "karim"))
    row = Restriction.objects.get()
    assert look(family, row, "longer").status_code == 200
    later = clock.today() + timedelta(days=60)
    assert look(family, row, "longer", until_on=later.isoformat()).status_code == 302
    assert Restriction.objects.get().until_on == later
