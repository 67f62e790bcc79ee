"""The plan for when it is not safe names Wilma, contact with her is restricted: it is looked at again (R28, R15)."""

from html import unescape

import pytest

from kring.access.acts import protecting
from kring.access.models import Restriction
from kring.agreements.drafting import Key, Value
from kring.journal import plan as reading
from kring.kit import clock
from kring.law.access import Section
from kring.law.agreements import Point as Code
from kring.law.agreements import Reads
from tests.family import Family
from tests.rooms import test_picture_code as pictures
from tests.rooms.agreeing import made
from tests.rooms.test_going import close
from tests.rooms.test_journal_plan import add, line, send
from tests.rooms.test_restrictions import look, member, person, record
from tests.rooms.test_stand_in import ask

CHANGED, TOGETHER = "Er veranderde iets.", "Kijk dit plan samen na met je begeleider."
TRUSTED = "Kijk dit plan na met iemand die je vertrouwt."
NOW = "Met wie hier staat, is het contact nu beperkt."
HARD = ("beperkt", "contact", "verboden", "mag niet")


def plan(family: Family, who: str, child: str = "noor") -> str:
    return unescape(family.page("journal:plan", seen_by=who, child=child)).split("<main")[1]


@pytest.mark.parametrize("as_whom", ["member", "person"])
def test_noor_and_lotte_look_at_it_again_and_noor_reads_no_reason(family: Family, as_whom: str) -> None:
    assert add(family, "noor", kind="person", words="Wilma. Zij doet altijd open.", number="0470 00 00 12")
    assert add(family, "noor", kind="number", words="Dit nummer", number="0470/000012")
    assert add(family, "noor", words="Ik tel tot tien.")
    before = plan(family, "noor")
    assert CHANGED not in before
    assert record(family, {"member": member, "person": person}[as_whom](family, "wilma")).status_code == 302
    seen = plan(family, "noor")
    assert (CHANGED in seen, TOGETHER in seen) == (True, True)
    assert [one for one in HARD if one in seen] == []
    assert "Kijk dan samen het plan na" in unescape(family.page("rights:restrictions", seen_by="lotte"))
    hers = plan(family, "lotte")
    assert hers.count(NOW) == 4  # of the two that stood there and these two: by her name, and by her number
    assert "Kijk het plan samen na met Noor." in hers
    Restriction.objects.update(over_at=clock.now())
    assert CHANGED not in plan(family, "noor")
    assert NOW not in plan(family, "lotte")


def test_a_plan_that_names_somebody_else_stands_as_it_was(family: Family) -> None:
    assert record(family, member(family, "karim")).status_code == 302
    assert CHANGED not in plan(family, "noor")
    assert NOW not in plan(family, "lotte")
    add(family, "noor", kind="person", words="Karim", number="0470 00 00 13")
    assert (CHANGED in plan(family, "noor"), plan(family, "lotte").count(NOW)) == (True, 1)


def test_after_the_help_it_stands_there_too(family: Family) -> None:
    add(family, "noor", kind="place", words="De keuken van Wilma.")
    assert record(family, member(family, "wilma")).status_code == 302
    close(family)
    seen = plan(family, "noor")
    assert (CHANGED in seen, TRUSTED in seen, "begeleider" in seen) == (True, True, False)
    assert [one for one in HARD if one in seen] == []


def test_sem_reads_it_by_pictures_in_the_same_words(family: Family) -> None:
    add(family, "lotte", child="sem", kind="person", words="oma Rita", number="0470 00 00 11")
    tablet = pictures.register(family, "lotte")
    pictures.choose(family)
    pictures.tap(tablet)
    where = family.url("journal:plan", child="sem")
    assert CHANGED not in tablet.get(where).content.decode()
    lotte = family.door("lotte", Section.RIGHTS, child="sem")
    toward = [protecting.Toward(member=family.member("sem_rita"))]
    protecting.restrict(lotte, toward, from_on=clock.today(), until_on=None, once=None)
    seen = unescape(tablet.get(where).content.decode()).split("<main")[1]
    assert ("pictured" in seen, CHANGED in seen, TOGETHER in seen) == (True, True, True)
    assert [one for one in HARD if one in seen] == []


TODAY = "Kijk het plan van Noor na: er staat iemand in die nu niet te bellen is."
OTHER = "Kies nu iemand anders dan wie hier staat."


def today(family: Family, who: str = "lotte") -> str:
    return unescape(family.browser(who).get("/today/").content.decode())


def test_lottes_day_asks_her_to_look_at_it_without_a_name(family: Family) -> None:
    add(family, "noor", kind="person", words="Wilma. Zij doet altijd open.", number="0470 00 00 12")
    assert TODAY not in today(family)
    record(family, member(family, "wilma"))
    there = today(family).split(TODAY)
    assert len(there) == 2
    assert family.url("journal:plan") in there[1].split("</article>")[0]
    look(family, Restriction.objects.get(), "over")
    assert TODAY not in today(family)
    assert "hoorde je dat iemand stopt" not in plan(family, "noor")


def test_of_a_person_who_is_nobody_in_the_circle_too(family: Family) -> None:
    """Tarik comes in as a father; the line calls him by his own name, under which nobody stands in the circle."""
    add(family, "noor", kind="person", words="Tarik bellen", number="0470 00 00 15")
    add(family, "noor", kind="number", words="Dit nummer", number="0470/000015")
    assert "tel:0470000015" in plan(family, "noor")
    assert record(family, person(family, "tarik")).status_code == 302
    assert TODAY in today(family)
    seen = plan(family, "noor")
    assert ("tel:0470000015" in seen, seen.count(OTHER)) == (False, 2)
    assert [one for one in HARD if one in seen] == []


def test_noor_taps_no_number_of_hers_and_reads_whom_to_call_rather(family: Family) -> None:
    add(family, "noor", kind="person", words="Wilma. Zij doet altijd open.", number="0470 00 00 12")
    add(family, "noor", kind="number", words="De buren", number="0470 00 00 16")
    assert "tel:0470000012" in plan(family, "noor")
    record(family, member(family, "wilma"))
    seen = plan(family, "noor")
    assert "tel:0470000012" not in seen
    assert "Wilma. Zij doet altijd open." in seen, "her own words stay"
    assert "tel:0470000016" in seen
    assert "tel:102" in seen
    assert family.url("rights:say") in seen
    look(family, Restriction.objects.get(), "over")
    assert "tel:0470000012" in plan(family, "noor")


def test_a_line_written_meanwhile_is_looked_at_too(family: Family) -> None:
    record(family, member(family, "karim"))
    assert TODAY not in today(family), "the plan names him nowhere"
    add(family, "noor", kind="place", words="De zaal van Karim.")
    assert TODAY in today(family)


def test_once_it_was_looked_at_her_day_is_quiet_and_the_line_stays_apart(family: Family) -> None:
    add(family, "noor", kind="person", words="Karim", number="0470 00 00 13")
    record(family, member(family, "karim"))
    assert TODAY in today(family)
    row = line(family, "Karim")
    kept = {"once": family.once(), "kind": "person", "words": "Karim", "number": "0470 00 00 13", "version": 1}
    assert send(family, "lotte", family.url("journal:line", line=row.pk), kept).status_code == 302
    assert TODAY not in today(family)
    assert "tel:0470000013" not in plan(family, "noor")


def test_it_is_not_offered_as_another_number_to_call(family: Family) -> None:
    """On "Het gaat nu niet zo goed" stand the numbers of the plan that are of no person."""
    add(family, "noor", kind="person", words="Wilma", number="0470 00 00 12")
    add(family, "noor", kind="number", words="Thuis bij haar", number="0470/000012")
    add(family, "noor", kind="number", words="De buren", number="0470 00 00 16")

    def offered() -> set[str]:
        return {one.dials for one in reading.calls(family.door("noor", Section.SAFETY))}

    assert {"0470000012", "0470000016"} <= offered()
    record(family, member(family, "wilma"))
    assert "0470000012" not in offered()
    assert "0470000016" in offered()


DIALS = 'href="tel:0470000012"'


def test_who_only_reads_the_plan_finds_no_number_to_tap_and_no_word_of_why(family: Family) -> None:
    """An stands in, and reads what Noor and Lotte made; while contact with Wilma is restricted, it rings nobody."""
    add(family, "noor", kind="person", words="Wilma. Zij doet altijd open.", number="0470 00 00 12")
    assert ask(family).status_code == 302
    assert DIALS in plan(family, "an")
    assert record(family, member(family, "wilma")).status_code == 302
    there = plan(family, "an")
    assert "Wilma. Zij doet altijd open." in there
    assert ("0470 00 00 12" in there, DIALS in there) == (False, False)
    assert [one for one in (*HARD, CHANGED, NOW) if one in there.split("Wilma. Zij")[1].split("</li>")[0]] == []
    Restriction.objects.update(over_at=clock.now())
    assert DIALS in plan(family, "an")


@pytest.mark.parametrize("code", [Code.LOW, Code.URGENT])
def test_a_number_that_stands_in_an_agreement_alone_is_hers_too(family: Family, code: Code) -> None:
    """The line has no name; what Noor agreed on with Wilma alone, nobody reads by it."""
    made(family, "noor", {Key(code): Value(choice="call", number="0470 00 00 77")}, reads=Reads.NOTHING)
    assert add(family, "noor", kind="number", words="Wie altijd opneemt", number="0470/00.00.77")
    assert add(family, "noor", kind="number", words="Een ander", number="0470 00 00 78")
    assert record(family, member(family, "wilma")).status_code == 302
    assert plan(family, "lotte").count(NOW) == 3  # this one, and the two by her name that stood there
    assert CHANGED in plan(family, "noor")
    assert 'href="tel:0470000077"' not in plan(family, "noor")
    assert 'href="tel:0470000078"' in plan(family, "noor")


def test_whom_noor_calls_in_the_place_of_wilma_is_another(family: Family) -> None:
    made(family, "noor", {Key(Code.FALLBACK): Value(words="tante Mia", number="0470 00 00 79")}, reads=Reads.NOTHING)
    assert add(family, "noor", kind="number", words="Tante", number="0470 00 00 79")
    assert record(family, member(family, "wilma")).status_code == 302
    assert 'href="tel:0470000079"' in plan(family, "noor")
