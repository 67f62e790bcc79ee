"""Before Noor takes somebody out of her circle she reads that a yes goes on, and where she stops it (R7)."""

from html import unescape

import pytest

from kring.circle import reading
from kring.circle.domains import Layer
from tests.family import Family

READS_ON = "Karim blijft wel lezen waar"


@pytest.mark.parametrize(("who", "where"), [("noor", "portals:stop"), ("lotte", "portals:known")])
def test_it_says_so_beforehand_with_the_way_to_stop_it(family: Family, who: str, where: str) -> None:
    page = unescape(family.page("circle:person", seen_by=who, member=family.member("karim")))
    assert "Uit de kring halen" in page
    assert READS_ON in page
    assert f'<a href="{family.url(where)}">' in page
    assert family.browser(who).get(family.url(where)).status_code == 200
    assert ("Jij kiest daar zelf aan wie je het zegt" in page) is (who == "noor")


def test_and_once_it_is_done(family: Family) -> None:
    where = family.url("circle:remove", member=family.member("karim"))
    karim = reading.person(family.door("lotte"), family.member("karim"), Layer.CHILD)
    assert karim is not None
    sent = {"once": family.once(), "layer": "child", "version": str(karim.version)}
    told = unescape(family.browser("noor").post(where, sent, follow=True).content.decode())
    assert "staat niet meer in deze kring" in told
    assert "blijft open tot iemand dat stopt" in told


def test_who_may_not_take_out_reads_nothing_of_it(family: Family) -> None:
    answer = family.browser("karim").get(family.url("circle:person", member=family.member("karim")))
    assert READS_ON not in unescape(answer.content.decode())
