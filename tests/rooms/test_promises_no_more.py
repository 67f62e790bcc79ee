"""What a page says of the law is what was read, with the day; what a jurist has to say is open (brief 1.6, 10.26)."""

import pytest
from django.urls import reverse

from kring.law.rights_moments import Audience
from kring.moments import letter, scripts
from kring.people.models import Organisation, Post, Role
from kring.rights.models import Wish
from tests.family import Family
from tests.rooms.test_wish_page import name, wishes

CHECKED = "Een jurist moet het nog lezen."
UPHOLDS, JUDGE = "Je mag hier zelf voor opkomen.", "Soms beslist de jeugdrechter."


def test_that_noor_uses_a_right_herself_is_not_that_it_goes_as_she_wants(family: Family) -> None:
    """Art. 8 and 13 are used by who is twelve, and that is presumed: a youth judge can decide otherwise."""
    told = family.page("rights:deciding", seen_by="noor")
    assert told.count(UPHOLDS) == 3
    assert told.count(JUDGE) == 2  # of help and of where she lives; not of reading
    assert "Dit beslis jij zelf" not in told
    assert CHECKED in told


@pytest.mark.parametrize("page", ["rights:meanings", "moments:moments", "rights:deciding"])
def test_the_pages_of_the_law_for_a_child_say_when_somebody_looked(family: Family, page: str) -> None:
    told = family.page(page, seen_by="noor")
    assert "Dit is nagekeken op" in told
    assert CHECKED in told


@pytest.mark.parametrize("audience", [Audience.SMALL, Audience.CHILD, Audience.YOUTH])
def test_so_do_the_sheets(audience: Audience, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[dict[str, object]] = []
    monkeypatch.setattr(scripts.sheets, "pdf", lambda _template, told: given.append(told) or b"")
    for language in scripts.languages(audience):
        scripts.pdf(scripts.sheet(audience, language.code))
    assert given
    assert all("Nagekeken op" in str(told["unread"]) for told in given)


def test_that_somebody_looks_along_in_the_file_is_not_promised_to_who_is_nine(family: Family) -> None:
    assert "Ben je nog geen 12, dan mag dat meestal niet." in family.page("rights:meanings", seen_by="sem", child="sem")


def test_the_letter_promises_no_silence_in_danger() -> None:
    """R8: the exception is explained beforehand."""
    told = " ".join(words for _head, words in letter.parts())
    assert "Zonder jouw ja zeggen we hun niets. Alleen als iemand in gevaar is, kan dat toch." in told


def notice(family: Family, *, meaning: str) -> str:
    name(family, "rita", by="noor", meaning=meaning)
    wish: Wish = wishes(family)[-1]
    return family.page("rights:notice", seen_by="lotte", wish=wish.pk)


@pytest.mark.parametrize(("meaning", "legal"), [("trust_person", True), ("supporter", False)])
def test_the_notice_says_who_else_may_read_it(family: Family, meaning: str, legal: bool) -> None:
    told = notice(family, meaning=meaning)
    assert "Is er gevaar? Dan kan iemand toch iets lezen" in told
    assert "ziet wie wat opende" in told
    assert ("Dan ook de directie" in told) is legal
    assert ("schrijft de begeleiding de naam van een vertrouwenspersoon" in told) is legal
    assert "De wet zegt dat een vertrouwenspersoon" not in told
    assert "Een jurist moet dit nog lezen." in told


def test_it_names_the_data_protection_officer_where_there_is_one(family: Family) -> None:
    assert "bij Saar: de functionaris voor gegevensbescherming" in notice(family, meaning="supporter")
    Post.objects.filter(role=Role.OFFICER.value).delete()
    assert "Vraag ook wie er de functionaris" in notice(family, meaning="supporter")


def test_it_says_how_the_officer_is_reached_once_the_house_said_so(family: Family) -> None:
    last = family.url("endings:close")
    nowhere = "Hoe je die bereikt, staat hier nog niet."
    for told in (notice(family, meaning="supporter"), family.browser("lotte").get(last).content.decode()):
        assert nowhere in told
    reach = "privacy@debrug.example"
    mo, greet = family.browser("mo"), str(family.person("greet"))
    sent = {"contact": greet, "contact_phone": "0470 00 00 01", "officer_reach": reach}
    assert family.browser("lotte").post(reverse("people:contact"), {"once": family.once(), **sent}).status_code == 404
    assert {one.officer_reach for one in Organisation.objects.all()} == {""}
    assert mo.post(reverse("people:contact"), {"once": family.once(), **sent}).status_code == 302
    for told in (notice(family, meaning="supporter"), family.browser("lotte").get(last).content.decode()):
        assert f"Zo bereik je die: {reach}" in told
        assert nowhere not in told
    Post.objects.filter(role=Role.OFFICER.value).delete()
    assert f"van De Brug. Zo bereik je die: {reach}" in notice(family, meaning="supporter")


def test_a_number_of_the_office_is_not_called_always(family: Family) -> None:
    pack = family.browser("wilma").get(family.url("support:welcome"))
    assert "altijd kan bellen" not in pack.content.decode()
