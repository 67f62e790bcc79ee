"""What Noor closes to her guide is said to be closed, and not to be nothing; a guide who comes again, is asked anew."""

import re
from html import unescape

import pytest
from django.urls import reverse

from kring.access.acts import guiding
from kring.access.acts.answering import Answering, answer
from kring.access.models import Say, Word
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from tests.family import Family
from tests.rooms.pointing import surely
from tests.rooms.test_over import jim

EMPTY = ("nog niemand", "nog geen kring", "Nog leeg", "Wie hoort erbij")


@pytest.fixture
def bram(family: Family) -> Family:
    """Bram guides the network of Noor, and stands in her circle as juf Els; Wilma is her JIM."""
    surely(family, "bram", "els")
    jim(family)
    return family


def says(family: Family, word: Word, topic: Topic) -> None:
    new = Answering(towards=family.member("els"), word=word, topic=topic)
    answer(family.door("noor", Section.ANSWERS), new, once=uuid7())


def text(page: str) -> str:
    main = page.split("<main")[1].split("</main", maxsplit=1)[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def brams(family: Family) -> dict[str, str]:
    """The first pages of Bram, and those of the circle."""
    browser = family.browser("bram")
    found = {where: reverse(where) for where in ("portals:today", "portals:children")}
    found |= {where: family.url(where) for where in ("portals:child", "circle:page", "circle:list")}
    return {where: text(browser.get(address).content.decode()) for where, address in found.items()}


def known(family: Family) -> str:
    return text(family.page("portals:known", seen_by="noor"))


def test_where_noor_said_no_to_her_circle_no_page_of_bram_says_that_it_is_empty(bram: Family) -> None:
    assert any("13 in de kring" in page for page in brams(bram).values())
    says(bram, Word.NO, Topic.CIRCLE)
    for where, page in brams(bram).items():
        assert [one for one in EMPTY if one in page] == [], where
        assert "in de kring." not in page.replace("De kring van Noor", ""), where
    assert "Dicht voor jou: daar staat een nee." in brams(bram)["portals:child"]
    assert "De kring is dicht voor jou: daar staat een nee." in brams(bram)["circle:page"]


def test_whom_she_chose_stands_there_by_name_where_she_said_yes_to_that(bram: Family) -> None:
    says(bram, Word.NO, Topic.CIRCLE)
    says(bram, Word.YES, Topic.BESIDE_ME)
    page = brams(bram)["portals:child"]
    assert "koos nog niemand" not in page
    assert "Wilma" in page


def test_noor_reads_of_bram_what_he_sees_and_no_more(bram: Family) -> None:
    assert "Dit ziet juf Els (Bram): de kring, en wat er praktisch is afgesproken, en met wie." in known(bram)
    says(bram, Word.YES, Topic.BESIDE_ME)
    told = "Dit ziet juf Els (Bram): de kring, en wie gekozen is, en wat er praktisch is afgesproken, en met wie."
    assert told in known(bram)
    says(bram, Word.NO, Topic.CIRCLE)
    assert "Dit ziet juf Els (Bram): wie gekozen is, en wat er praktisch is afgesproken, en met wie." in known(bram)
    says(bram, Word.NO, Topic.BESIDE_ME)
    assert "juf Els (Bram) ziet nu niets: daar staat een nee." in known(bram)


def test_bram_stopped_and_named_again_reads_nothing_by_the_yes_of_before(bram: Family) -> None:
    beside = bram.url("rights:beside")
    says(bram, Word.YES, Topic.BESIDE_ME)
    assert bram.browser("bram").get(beside).status_code == 200
    door = bram.door("lotte", Section.RIGHTS)
    (row,) = guiding.named(door)
    guiding.end(door, row, once=uuid7())
    told = {"from_on": clock.today(), "until_on": None, "told_on": clock.today(), "told_by": "Lotte"}
    guiding.name(bram.door("lotte", Section.RIGHTS), guiding.Guide(who=bram.person("bram"), **told), once=uuid7())
    assert bram.browser("bram").get(beside).status_code == 404
    assert Say.objects.get(topic=Topic.BESIDE_ME.value, answer=Word.YES, withdrawn_at=None).waits
    assert "Jij wordt nog iets gevraagd" in known(bram) or "wacht" in known(bram)
    says(bram, Word.YES, Topic.BESIDE_ME)
    assert bram.browser("bram").get(beside).status_code == 200
