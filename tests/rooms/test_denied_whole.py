"""After Noor said "that I never said", nothing of what was denied is left on a page, and nobody is sent to tell it."""

from html import unescape
from uuid import UUID

import pytest

from kring.endings.models import Leaving
from kring.kit import clock
from kring.law.access import Section
from kring.law.trust_person import ADULT
from kring.rights.models import Serving
from tests.family import Family
from tests.rooms.test_conditions_page import look
from tests.rooms.test_denied_stays import denies, withdraws
from tests.rooms.test_not_safe import an_takes_over
from tests.rooms.test_not_so import johan as johan_began
from tests.rooms.test_steps import send
from tests.rooms.test_told_first import karim_serves

johan = johan_began
ASKED = "Nog te vragen: is trainer Karim 18 jaar of ouder?"


@pytest.fixture
def karim(family: Family) -> UUID:
    """Karim serves; the wish."""
    return karim_serves(family)


def person(family: Family, who: str) -> str:
    return unescape(family.page("rights:person", seen_by=who, member=family.member("karim")))


def test_who_serves_again_is_looked_at_anew_and_noor_reads_nothing_of_that(family: Family, karim: UUID) -> None:
    withdraws(family, karim)
    denies(family)
    page = person(family, "lotte")
    assert "Kijk het opnieuw na. Trainer Karim blijft intussen vertrouwenspersoon." in page
    assert 'value="trust-person.adult"' in page
    assert "Nog te vragen" not in person(family, "noor")
    assert look(family, ADULT, "yes", by="lotte", person="karim").status_code == 302
    assert 'value="trust-person.adult"' not in person(family, "lotte")
    assert family.door("noor", Section.RIGHTS).within(Serving.objects.in_force()).exists()


def test_of_a_farewell_that_was_none_nothing_is_seen_to_and_nobody_is_named(family: Family, johan: UUID) -> None:
    an_takes_over(family)
    facts = {"member": str(family.member("johan")), "why": "lost", "teller": "An", "how": "", "tells_on": ""}
    family.browser("lotte").post(family.url("endings:leave"), {"once": family.once(), **facts})
    row = family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None)).get()
    told = {"once": family.once(), "on": clock.today().isoformat(), "by": "An", "steps_in": "mama zegt ja"}
    told |= {"turn_to": str(family.member("wilma"))}
    assert family.browser("an").post(family.url("endings:tell", leaving=row.pk), told).status_code == 302
    after = "bij wie Noor terechtkan"
    assert after in today(family)
    assert "mama zegt ja" in unescape(family.page("portals:not_well", seen_by="noor"))
    denies(family)
    assert after not in today(family)
    assert "mama zegt ja" not in unescape(family.page("portals:not_well", seen_by="noor"))


def today(family: Family) -> str:
    return unescape(family.browser("lotte").get("/today/?all=1").content.decode())


def test_while_karim_is_asked_nobody_is_sent_to_tell_it(family: Family, karim: UUID) -> None:
    assert send(family, "stopped", karim, by="lotte", told="no").status_code == 302
    page = unescape(family.page("endings:endings", seen_by="lotte"))
    assert "Vertel het nog niet aan Noor: wacht op dat antwoord, of praat met Trainer Karim." in page
    assert "Spreek af wie het vertelt" not in page
    assert "vertel het dan vandaag" in today(family)
    family.browser("karim").post(family.url("endings:itself"), {"once": family.once(), "so": "yes"})
    assert "Spreek af wie het vertelt" in unescape(family.page("endings:endings", seen_by="lotte"))
