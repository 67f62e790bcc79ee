"""An agreement on paper: whom to call for who holds it, and of half of what two expect whose wish it is."""

from typing import Any

import pytest
from django.utils.formats import date_format

from kring.agreements.wording import Voice, whose
from kring.kit import clock, sheets
from tests.family import Family
from tests.rooms.agreeing import DINNER
from tests.rooms.test_agreement_sharing import paper, point, share, with_mother
from tests.rooms.test_organisation import name_contact


def test_on_paper_stands_whom_to_call_for_who_holds_it(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    """On paper no page says any more what to do in danger, and whom in the house one calls (R13)."""
    told: list[dict[str, Any]] = []
    monkeypatch.setattr(sheets, "pdf", lambda _template, order: told.append(order) or b"%PDF")
    name_contact(family, by="mo", contact=str(family.person("greet")), contact_phone="0470 00 00 66")
    row = with_mother(family)
    share(family, "noor", row, point(family, DINNER))
    for who, whom in (("wilma", ""), ("ann", ""), ("noor", "child")):
        assert paper(family, who, row, whom).status_code == 200
    wilmas, anns, noors = told
    for sheet in (wilmas, anns):
        assert "Greet van De Brug: 0470 00 00 66" in sheet["calls"]
        assert any("112 of 101" in one and "1712" in one for one in sheet["calls"])
        assert sheet["large"]
    assert f"Zo stond het op {date_format(clock.today(), 'j F Y')}." in anns["days"]
    assert noors["calls"] == []


def test_of_half_of_what_the_two_expect_a_parent_reads_whose_wish_it_is() -> None:
    assert whose({"child": "Noor"}, Voice.OTHER) == {"child": "Noor verwacht"}
    both = {"child": "Noor", "person": "Wilma"}
    assert whose(both, Voice.OTHER) == both
    assert whose({"child": "Noor"}, Voice.PERSON) == {"child": "Noor"}
