"""What Lotte passes on in an emergency stands apart at Tarik: the text of that moment, no share of Noor, nobody's name.

And only what has words, and may go to him, is passed on at all (R7, R8).
"""

from html import unescape

import pytest

from kring.access.acts.answering import Answering, answer
from kring.access.models import Disclosure, Word
from kring.agreements.drafting import Key, Value
from kring.agreements.models import Agreement, Point
from kring.circle.models import Member, Placement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.agreements import Point as Code
from kring.law.meaning import Expressed, Meaning
from kring.rights.acts import wishes
from kring.rights.models import Wish
from tests.family import Family
from tests.rooms.agreeing import made
from tests.rooms.journal import row as row_of
from tests.rooms.journal import write
from tests.rooms.pointing import surely
from tests.rooms.test_telling import tell

ALONE, NUMBER, DINNER = "Naar papa ga ik alleen.", "0470 00 00 12", "Elke woensdag eten we samen."
TITLE = "Dit gaf iemand je door omdat het moest"
POINTS = {Key(Code.URGENT): Value(choice="call", words=ALONE, number=NUMBER), Key(Code.RHYTHM): Value(words=DINNER)}


@pytest.fixture
def pact(family: Family) -> Agreement:
    return made(family, points=POINTS)


def point(family: Family, words: str) -> Point:
    rows = family.door("lotte", Section.AGREEMENTS).within(Point.objects.all())
    found: Point = next(one for one in rows if one.words == words)
    return found


def home(family: Family) -> str:
    return unescape(family.page("portals:home", seen_by="tarik"))


def test_a_point_that_was_passed_on_stands_at_home_alone(family: Family, pact: Agreement) -> None:
    assert TITLE not in home(family)
    row = point(family, ALONE)
    goes = unescape(family.page("portals:emergency", seen_by="lotte", item=row.pk))
    assert (ALONE in goes, NUMBER in goes) == (True, False)
    assert tell(family, row, to="tarik").status_code == 302
    page = home(family)
    passed = page[page.index(TITLE) :].split("</section>")[0]
    assert ALONE in passed
    assert "Noor zei hier geen ja op." in passed
    assert not [word for word in (NUMBER, DINNER, "Wilma", "deelt met jou", "notities") if word in page]
    for where in (family.url("agreements:all"), family.url("agreements:paper", pact=pact.pact)):
        assert family.browser("tarik").get(where).status_code == 404


def test_what_noor_shares_stands_where_it_stood(family: Family, pact: Agreement) -> None:
    surely(family, "tarik", "papa")
    new = Answering(towards=family.member("papa"), word=Word.YES, item=point(family, DINNER).pk)
    answer(family.door("noor", Section.ANSWERS), new, once=uuid7())
    tell(family, point(family, ALONE), to="tarik")
    shared = unescape(family.page("agreements:all", seen_by="tarik"))
    assert (DINNER in shared, ALONE in shared) == (True, False)
    assert (ALONE in home(family), DINNER in home(family)) == (True, False)


def test_to_a_parent_goes_no_wish_and_nobody_of_the_circle(family: Family) -> None:
    said = wishes.Said(meaning=Meaning.TRUST_PERSON, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("noor", Section.RIGHTS), family.member("karim"), said, act=uuid7())
    wish = family.door("lotte", Section.RIGHTS).within(Wish.objects.all()).first()
    placed = family.door("lotte").within(Placement.objects.filter(member=family.member("rita"), until_at=None)).first()
    for row in (wish, placed):
        page = family.page("portals:emergency", seen_by="lotte", item=row.pk)
        offered = {who: str(family.person(who)) in page for who in ("ann", "tarik", "wilma")}
        assert offered == {"ann": False, "tarik": False, "wilma": True}
        assert unescape(row.passes_on()) in unescape(page), "what goes stands there"
        assert tell(family, row, to="tarik").status_code == 200
    assert not Disclosure.objects.exists()
    assert tell(family, placed, to="wilma").status_code == 302


def test_to_a_parent_go_no_words_of_her_own(family: Family) -> None:
    """Its account never shows what she said (brief 10.10); who stands beside her may have to know."""
    write(family, "noor", "ik durf niet naar huis", topic_0="home")
    row = row_of(family, "ik durf niet naar huis")
    page = family.page("portals:emergency", seen_by="lotte", item=row.pk)
    offered = {who: str(family.person(who)) in page for who in ("ann", "tarik", "wilma")}
    assert offered == {"ann": False, "tarik": False, "wilma": True}
    assert tell(family, row, to="ann").status_code == 200
    assert not Disclosure.objects.exists()
    assert tell(family, row, to="wilma").status_code == 302


def test_what_has_no_words_is_passed_on_to_nobody(family: Family) -> None:
    member = family.door("lotte").within(Member.objects.filter(pk=family.member("rita"))).get()
    assert not member.passes_on()
    for who in ("wilma", "tarik"):
        assert tell(family, member, to=who).status_code == 404
    assert family.browser("lotte").get(family.url("portals:emergency", item=member.pk)).status_code == 404
    assert not Disclosure.objects.exists()
