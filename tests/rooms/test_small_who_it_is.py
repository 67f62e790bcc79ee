"""Sem, nine years, sees who comes in as mama, and says with pictures that it is somebody else (R20, R28)."""

from uuid import UUID

import pytest
from django.test import Client

from kring.access.models import SamePerson
from kring.law.access import Section
from tests.family import Family
from tests.rooms.pointing import surely
from tests.rooms.small import read, where
from tests.rooms.test_picture_code import choose, register, tap


@pytest.fixture
def tablet(family: Family) -> Client:
    """Sem tapped his row on the tablet of the house; Tarik stands as his mama, and Lotte said that it is so."""
    surely(family, "tarik", "sem_mama")
    browser = register(family, "lotte")
    choose(family)
    tap(browser)
    return browser


def is_now(family: Family) -> list[UUID]:
    return list(SamePerson.objects.filter(person=family.person("tarik")).values_list("item", flat=True))


def points(family: Family, browser: Client, to: str, *, of: str = "sem_mama") -> int:
    there = where(family, "portals:someone_else", member=family.member(of))
    sent = {"member": to if to == "new" else str(family.member(to)), "once": family.once()}
    return int(browser.post(there, sent).status_code)


@pytest.mark.parametrize("with_pictures", [True, False])
def test_he_sees_who_it_is_and_a_picture_leads_to_saying_that_it_is_not(
    family: Family, tablet: Client, with_pictures: bool
) -> None:
    browser = tablet if with_pictures else family.browser("sem")
    about = where(family, "portals:about", member=family.member("sem_mama"))
    assert "mama (Tarik)" in read(browser, where(family, "portals:known"))
    seen = read(browser, about)
    assert "Hier staat: Tarik is mama." in seen
    assert "Tarik is niet mama" in seen
    there = where(family, "portals:someone_else", member=family.member("sem_mama"))
    assert f'class="face" href="{there}"' in seen
    asks = read(browser, there)
    assert "Wie is Tarik dan wel?" in asks
    assert f'value="{family.member("sem_rita")}"' in asks
    assert 'type="radio"' not in asks, "pictures, no list to read"
    assert "of als jij ja zegt" not in asks


def test_he_says_it_is_somebody_else_and_it_waits_for_lotte(family: Family, tablet: Client) -> None:
    assert points(family, tablet, "new") == 302
    (now,) = is_now(family)
    assert now != family.member("sem_mama")
    assert SamePerson.objects.get(item=now).confirmed_at is None, "nothing is his own before Lotte looked"
    mine = family.door("tarik", Section.SAID, child="sem").sieve(Section.CIRCLE).mine
    assert family.member("sem_mama") not in mine
    assert "Ja, dat klopt" in family.page("portals:known", seen_by="lotte", child="sem")


@pytest.mark.parametrize("other", ["noor", "ann", "tarik", "rita", "an"])
def test_nobody_else_says_it_for_him(family: Family, tablet: Client, other: str) -> None:
    assert points(family, family.browser(other), "new") == 404
    assert is_now(family) == [family.member("sem_mama")]
