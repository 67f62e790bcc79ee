"""The letter "Kom je praten?": who gets it reads from which house it comes, and on which number it can answer."""

from typing import Any

import pytest

from kring.kit import sheets
from tests.family import Family
from tests.rooms.test_organisation import name_contact


def letter(family: Family, monkeypatch: pytest.MonkeyPatch, **facts: str) -> dict[str, Any]:
    told: list[dict[str, Any]] = []
    monkeypatch.setattr(sheets, "pdf", lambda _template, order: told.append(order) or b"%PDF")
    sent = {"once": family.once(), "to": "Noor", "when": "", "signed": "Lotte", "phone": ""} | facts
    assert family.browser("lotte").post(family.url("moments:letter"), sent).status_code == 200
    return told[0]


def test_the_number_of_the_house_is_proposed_and_what_was_typed_stands_on_it(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    name_contact(family, by="mo", contact_phone="0470 00 00 66")
    assert 'value="0470 00 00 66"' in family.page("moments:letter", seen_by="lotte")
    told = letter(family, monkeypatch, phone="0470 00 00 67")
    assert told["answer"] == "Lukt het niet die dag, of wil je iets vragen? Bel 0470 00 00 67."
    assert told["signed"] == "Lotte\nDe Brug"


def test_without_a_number_it_says_none(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    told = letter(family, monkeypatch, signed="")
    assert (told["answer"], told["signed"]) == ("", "De Brug")
