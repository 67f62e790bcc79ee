"""That Karim is there for the safety opens of Noor's plan what she said yes to by her own tap alone, or by a yes since.

R7 and B47: what a worker writes down of him, in whoever's word, opens nothing that her yes left shut.
"""

from html import unescape

import pytest
from django.http import HttpResponse

from kring.access.acts.answering import Answering, answer, confirm
from kring.access.acts.parts import Told, say
from kring.access.acts.pointing import say_who
from kring.access.door import RefusedError
from kring.access.models import Item, Say, Word
from kring.access.parts import HasPart
from kring.access.readers import others
from kring.access.writing import NotAllowedError
from kring.journal.models import PlanLine
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.law.parts import Part
from tests.family import Family
from tests.rooms.pointing import surely
from tests.rooms.test_journal_plan import add, line

PLAN = "Ik ga naar de keuken van Wilma."
STOPS = "Noor zei zelf waarvoor"


def writes(family: Family, *some: str, who: str = "lotte", about: str = "karim", by: str = "parent") -> HttpResponse:
    where = family.url("rights:there_for", member=family.member(about))
    return family.browser(who).post(where, {"once": family.once(), "parts": list(some), "said_by": by})


def says_yes(family: Family, about: str = "karim", *, by: str = "noor", item: Item | None = None) -> Say:
    how = {} if by == "noor" else {"expressed": "said"}
    what = {"item": item.pk} if item else {"topic": Topic.SAFETY}
    new = Answering(towards=family.member(about), word=Word.YES, **what, **how)  # type: ignore[arg-type]
    return answer(family.door(by, Section.ANSWERS), new, once=uuid7())


def reads(family: Family, who: str = "karim") -> bool:
    """Whether it reads the plan: by the page, by the door and by the list of readers, which say the same."""
    page = family.browser(who).get(family.url("journal:plan"))
    found = page.status_code == 200 and PLAN in unescape(page.content.decode())
    try:
        rows = [one for one in family.door(who, Section.SAFETY).within(PlanLine.objects.all()) if one.words == PLAN]
    except RefusedError:
        rows = []
    them = next(one for one in others(family.door("noor")) if one.person == family.person(who))
    assert bool(rows) == them.reads_if(line(family, PLAN).item, them.standing.answers) == found
    return found


def of_noor(family: Family, page: str, **parts: object) -> str:
    return unescape(family.page(page, seen_by="noor", **parts))


@pytest.fixture(autouse=True)
def plan(family: Family) -> None:
    assert add(family, "noor", words=PLAN).status_code == 302


@pytest.mark.parametrize("who", ["karim", "wilma", "rita"])
@pytest.mark.parametrize("by", ["parent", "person", "together", "child"])
def test_what_a_worker_writes_opens_nothing_of_what_she_said_yes_to_before(family: Family, who: str, by: str) -> None:
    said = says_yes(family, who)
    assert writes(family, "safety", about=who, by=by).status_code == 302
    assert not reads(family, who), "the page of the worker says: this opens nothing"
    with pytest.raises(NotAllowedError):
        confirm(family.door("lotte", Section.ANSWERS), Say.objects.get(pk=said.pk), once=uuid7())
    assert says_yes(family, who, by="lotte").waits, "nor does a yes that a worker writes beside it"
    assert not reads(family, who)
    confirm(family.door("noor", Section.ANSWERS), Say.objects.get(pk=said.pk), once=uuid7())
    assert reads(family, who), "her own tap"


@pytest.mark.parametrize("who", ["karim", "wilma", "rita"])
@pytest.mark.parametrize("one_line", [False, True])
def test_a_yes_that_a_worker_writes_after_the_part_that_it_wrote_waits_for_her_tap(
    family: Family, who: str, one_line: bool
) -> None:
    assert writes(family, "safety", about=who).status_code == 302
    item = line(family, PLAN).item if one_line else None
    said = says_yes(family, who, by="lotte", item=item)
    assert said.waits
    assert not reads(family, who), "her page says: nothing, until you tap yes"
    with pytest.raises(NotAllowedError):
        confirm(family.door("lotte", Section.ANSWERS), said, once=uuid7())
    confirm(family.door("noor", Section.ANSWERS), said, once=uuid7())
    assert reads(family, who), "her own tap"


def test_a_yes_that_a_worker_writes_waits_where_she_said_the_part_herself_too(family: Family) -> None:
    writes(family, "safety", who="noor")
    said = says_yes(family, by="lotte")
    assert (said.waits, reads(family)) == (True, False)
    confirm(family.door("noor", Section.ANSWERS), said, once=uuid7())
    assert reads(family)


def test_a_yes_about_something_else_begins_beside_a_part_that_a_worker_wrote(family: Family) -> None:
    writes(family, "safety")
    new = Answering(towards=family.member("karim"), word=Word.YES, topic=Topic.SCHOOL, expressed="said")
    assert not answer(family.door("lotte", Section.ANSWERS), new, once=uuid7()).waits


def test_one_line_that_she_said_yes_to_waits_as_well(family: Family) -> None:
    says_yes(family, item=line(family, PLAN).item)
    writes(family, "safety")
    assert not reads(family)


def test_a_yes_about_something_else_does_not_wait(family: Family) -> None:
    new = Answering(towards=family.member("karim"), word=Word.YES, topic=Topic.SCHOOL)
    school = answer(family.door("noor", Section.ANSWERS), new, once=uuid7())
    writes(family, "safety")
    assert not Say.objects.get(pk=school.pk).waits


def test_a_yes_that_she_gives_once_it_stands_there_opens_the_plan(family: Family) -> None:
    writes(family, "safety")
    assert not reads(family)
    says_yes(family)
    assert reads(family)


def test_what_she_says_herself_opens_what_she_said_yes_to(family: Family) -> None:
    says_yes(family)
    assert writes(family, "safety", who="noor").status_code == 302
    assert reads(family)


def test_what_she_said_herself_nobody_replaces(family: Family) -> None:
    says_yes(family)
    writes(family, "child", who="noor")
    refused = writes(family, "safety", "child")
    assert refused.status_code == 200
    assert STOPS in unescape(refused.content.decode())
    assert list(HasPart.objects.in_force().values_list("part", flat=True)) == ["child"]
    assert not reads(family)
    page = unescape(family.page("rights:there_for", seen_by="lotte", member=family.member("karim")))
    assert STOPS in page
    assert "Bewaar" not in page


def test_that_she_said_he_is_there_for_nothing_of_it_is_her_word_too(family: Family) -> None:
    writes(family, "parent")
    writes(family, who="noor")
    assert writes(family, "safety").status_code == 200
    assert not HasPart.objects.in_force().exists()
    assert writes(family, "child", who="noor").status_code == 302, "she says otherwise whenever she wants"
    assert list(HasPart.objects.in_force().values_list("part", flat=True)) == ["child"]


def test_what_a_worker_wrote_she_makes_her_own(family: Family) -> None:
    said = says_yes(family)
    writes(family, "safety")
    writes(family, "safety", who="noor")
    row = HasPart.objects.in_force().get()
    assert (row.said_by, row.recorded_by_id) == ("child", family.person("noor"))
    assert not reads(family), "her yes still waits for her"
    confirm(family.door("noor", Section.ANSWERS), Say.objects.get(pk=said.pk), once=uuid7())
    assert reads(family)


def test_she_reads_who_wrote_it_down_and_that_it_waits_for_her(family: Family) -> None:
    says_yes(family)
    writes(family, "safety", "parent")
    for page, parts in (("portals:child", {}), ("portals:known", {}), ("portals:about", {"member": "karim"})):
        told = of_noor(family, page, **{key: family.member(name) for key, name in parts.items()})
        assert "Iemand schreef op waarvoor trainer Karim er is" in told, page
        assert "om mee te zorgen dat ik veilig ben" in told
        assert "Lotte schreef dit op" in told
        assert "Je plan leest trainer Karim alleen als jij daar zelf ja op tikt." in told
    assert "Iemand schreef op waarvoor" not in of_noor(family, "portals:child"), "she read it"
    assert "Iemand schreef op waarvoor" in of_noor(family, "portals:about", member=family.member("karim"))


def test_of_what_she_said_herself_nothing_is_told(family: Family) -> None:
    writes(family, "safety", who="noor")
    says_yes(family, "rita", by="lotte")
    assert "schreef op waarvoor" not in of_noor(family, "portals:child")
    assert "schreef op waarvoor" not in of_noor(family, "portals:about", member=family.member("karim"))


def test_who_is_pointed_out_as_one_of_whom_it_stands_gets_nothing_by_it(family: Family) -> None:
    says_yes(family)
    writes(family, "safety", about="els")
    surely(family, "karim", "karim")
    ask = family.door("lotte", Section.CIRCLE)
    say_who(ask, family.member("els"), family.person("karim"))
    assert not reads(family)
    assert Say.objects.get(towards=family.member("karim"), topic="safety").waits


def test_the_page_of_a_worker_has_no_button_for_what_waits_for_her(family: Family) -> None:
    said = says_yes(family)
    writes(family, "safety")
    button = f'action="{family.url("portals:confirm_answer", say=said.pk)}"'
    karim = {"member": family.member("karim")}
    assert button not in family.page("portals:about", seen_by="lotte", **karim)
    assert button in family.page("portals:about", seen_by="noor", **karim)


def test_before_the_tap_she_reads_what_it_opens_as_at_the_question(family: Family) -> None:
    says_yes(family)
    karim = {"member": family.member("karim")}
    assert PLAN not in of_noor(family, "portals:about", **karim), "nothing waits yet, and it opens nothing"
    writes(family, "safety")
    page = of_noor(family, "portals:about", **karim)
    assert "Dit gaat nu over 6 dingen" in page
    assert PLAN in page[page.index("Mag dit nu: ") : page.index("Ja, dit mag")]
    assert "Ook wat er later bij komt." in page


@pytest.mark.parametrize("parts", [(), ("safety",)])
def test_for_a_parent_the_page_says_that_a_part_decides_nothing(family: Family, parts: tuple[str, ...]) -> None:
    surely(family, "tarik", "papa")
    dad = family.member("papa")
    if parts:
        writes(family, *parts, who="noor", about="papa")
    page = of_noor(family, "rights:there_for", member=dad)
    assert "ook daarop ja zegt" not in page
    assert "Het opent niets, en het sluit niets." in page
    says_yes(family, "papa")
    assert reads(family, "tarik"), "by her yes alone, whatever it is there for"
    lottes = unescape(family.page("rights:there_for", seen_by="lotte", member=dad))
    assert "als Noor ook ja zegt" not in lottes
    karims = of_noor(family, "rights:there_for", member=family.member("karim"))
    assert "ook daarop ja zegt" in karims


def test_in_a_session_that_is_not_sure_of_her_a_part_opens_nothing_of_before(family: Family) -> None:
    said = says_yes(family)
    told = Told([Part.SAFETY], new=True)
    say(family.door("noor", Section.RIGHTS), family.member("karim"), told, act=uuid7())
    assert not reads(family)
    with pytest.raises(NotAllowedError):
        confirm(family.door("lotte", Section.ANSWERS), Say.objects.get(pk=said.pk), once=uuid7())
    assert writes(family, "safety", who="noor").status_code == 302, "and where Kring knows her, it is hers"
    confirm(family.door("noor", Section.ANSWERS), Say.objects.get(pk=said.pk), once=uuid7())
    assert reads(family)
