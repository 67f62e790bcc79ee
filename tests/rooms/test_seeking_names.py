"""Whom Lus proposed has a name; how one reaches Lus and a youth lawyer stands on the list of the house (A184, A256)."""

import pytest

from kring.kit import clock
from kring.people.models import Adviser, Organisation
from tests.family import Family
from tests.rooms.test_seeking import begun, moves, referral, refers


def test_who_was_proposed_has_a_name_and_a_line_says_who_wrote_it(family: Family) -> None:
    begun(family)
    refers(family)
    moves(family, "searching")
    assert "called" in family.page("seeking:referral", seen_by="lotte", referral=referral(family))
    assert moves(family, "proposed", called="Sofie", words="Ze lijkt lief.").status_code == 302
    for who in ("noor", "lotte"):
        page = family.page("seeking:referral", seen_by=who, referral=referral(family))
        assert "Lus stelt iemand voor: Sofie" in page
        assert "Opgeschreven door Lotte" in page
        assert "?name=Sofie" in page
    asks = family.browser("noor").get(family.url("rights:wish") + "?name=Sofie").content.decode()
    assert 'value="Sofie"' in asks
    assert moves(family, "not_chosen", called="Sofie").status_code == 302
    assert "?name=" not in family.page("seeking:referral", seen_by="noor", referral=referral(family))


def test_a_volunteer_has_its_own_name_and_none_is_typed(family: Family) -> None:
    begun(family)
    refers(family)
    assert moves(family, "searching", called="Sofie").status_code == 302
    assert "Sofie" not in family.page("seeking:referral", seen_by="noor", referral=referral(family))


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_lus_and_a_youth_lawyer_are_reached_as_the_house_keeps_it(family: Family, who: str) -> None:
    begun(family)
    page = family.page("seeking:path", seen_by=who)
    assert "lusvzw.be" in page
    assert ("nog geen nummer" in page) is (who == "noor")
    house = Organisation.objects.get()
    about = {"organisation": house, "whom": "everyone", "looked_on": clock.today(), "source": "gebeld"}
    Adviser.objects.create(name="Lus vzw", phone="0470 00 00 77", **about)
    Adviser.objects.create(name="Jeugdadvocaten Gent", phone="0470 00 00 78", **about)
    Adviser.objects.create(name="Zoekende plussers", phone="0470 00 00 79", **about)
    page = family.page("seeking:path", seen_by=who)
    assert "tel:0470000077" in page
    assert "tel:0470000078" in page
    assert "0470000079" not in page
    assert "Nagekeken op" in page
    refers(family)
    assert "tel:0470000077" in family.page("seeking:referral", seen_by=who, referral=referral(family))
