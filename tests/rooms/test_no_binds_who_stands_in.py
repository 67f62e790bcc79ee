"""What Noor closed to Lotte stays closed to who stands in for her: asking a colleague is no way round a no (R7)."""

from html import unescape
from uuid import UUID

import pytest
from django.urls import reverse

from kring.access.acts.answering import Answering, answer
from kring.access.models import SamePerson, Word
from kring.journal.acts import plan
from kring.journal.models import PlanKind
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.portals.answer_forms import NEW
from kring.portals.answers import number
from tests.family import Family
from tests.rooms.pointing import surely
from tests.rooms.test_stand_in import ask

PLAN = "Bel de buren"


@pytest.fixture
def planned(family: Family) -> Family:
    """Noor has a line in her plan, and Lotte is somebody of her circle."""
    surely(family, "lotte", "lotte_member")
    plan.add(family.door("noor", Section.SAFETY), plan.Line(kind=PlanKind.DO, words=PLAN), act=uuid7())
    return family


def says(family: Family, word: Word, towards: str, topic: Topic = Topic.SAFETY) -> None:
    told = Answering(towards=family.member(towards), word=word, topic=topic)
    answer(family.door("noor", Section.ANSWERS), told, once=uuid7())


def reads(family: Family, who: str = "an") -> bool:
    answer = family.browser(who).get(family.url("journal:plan"))
    return answer.status_code == 200 and PLAN in answer.content.decode()


@pytest.mark.parametrize("first", ["the no", "the stand-in"])
def test_who_stands_in_for_lotte_is_bound_by_what_noor_said_to_lotte(planned: Family, first: str) -> None:
    if first == "the stand-in":
        assert ask(planned).status_code == 302
        assert reads(planned)
    says(planned, Word.NO, "lotte_member")
    if first == "the no":
        assert ask(planned).status_code == 302
    assert not reads(planned)
    assert reads(planned, "noor")


def test_who_stands_in_finds_no_dead_link_and_reads_for_whom_it_stands_in(planned: Family) -> None:
    assert ask(planned).status_code == 302
    link = planned.url("journal:plan")
    pages = [reverse(f"portals:{one}") for one in ("children", "today")]
    for page in pages:
        shown = planned.browser("an").get(page)
        assert shown.status_code == 302 or link in shown.content.decode()
    says(planned, Word.NO, "lotte_member")
    assert planned.browser("an").get(link).status_code == 404
    for page in pages:
        shown = unescape(planned.browser("an").get(page).content.decode())
        assert link not in shown
    assert "Noor: hier staat nu geen plan dat jij kan lezen." in unescape(
        planned.browser("an").get(pages[0]).content.decode()
    )
    says(planned, Word.YES, "lotte_member")
    assert link in planned.browser("an").get(pages[0]).content.decode()


def test_a_no_about_something_else_and_one_to_somebody_else_leave_the_plan_to_who_stands_in(planned: Family) -> None:
    says(planned, Word.NO, "lotte_member", Topic.SCHOOL)
    says(planned, Word.NO, "wilma")
    assert ask(planned).status_code == 302
    assert reads(planned)


def test_a_yes_of_noor_to_who_stands_in_lifts_it(planned: Family) -> None:
    surely(planned, "an", "els")
    says(planned, Word.NO, "lotte_member")
    assert ask(planned).status_code == 302
    assert not reads(planned)
    says(planned, Word.YES, "els")
    assert reads(planned)


def test_noor_reads_that_it_binds_who_takes_over_and_finds_no_dead_link(planned: Family) -> None:
    surely(planned, "an", "els")
    assert ask(planned).status_code == 302
    known = unescape(planned.page("portals:known", seen_by="noor"))
    assert "Wie na die persoon komt, of even overneemt, ook niet." in known
    about = unescape(planned.page("portals:about", seen_by="noor", member=planned.member("els")))
    along = planned.url("portals:along", other=planned.person("an"))
    assert planned.browser("noor").get(along).status_code == 404
    assert along not in about
    lottes = planned.page("portals:about", seen_by="noor", member=planned.member("lotte_member"))
    assert planned.url("portals:along", other=planned.person("lotte")) in lottes


def stands_in(family: Family, who: str) -> UUID:
    """Noor finds who stands in among who works with her, and that one stands in no circle yet: she says who it is."""
    known = family.browser("noor").get(family.url("portals:known")).content.decode()
    where = family.url("portals:who_is", other=family.person(who))
    assert where in known
    answer = family.browser("noor").post(where, {"member": NEW, "once": family.once()})
    assert answer.status_code == 302
    return SamePerson.objects.get(person=family.person(who)).item_id


def test_noor_says_no_to_one_stand_in_alone(planned: Family) -> None:
    for who in ("an", "greet"):
        assert ask(planned, who).status_code == 302
        assert reads(planned, who)
    an = stands_in(planned, "an")
    page = unescape(planned.page("portals:about", seen_by="noor", member=an))
    asks = planned.url("portals:question", member=an, topic=number(Topic.SAFETY))
    assert asks in page
    assert planned.url("portals:question", member=an, topic=number(Topic.SCHOOL)) not in page
    sent = {"word": "no", "until": "stop", "once": planned.once()}
    assert planned.browser("noor").post(asks, sent).status_code == 302
    assert not reads(planned, "an")
    assert reads(planned, "greet")
    assert reads(planned, "lotte")
    team = " ".join(unescape(planned.page("portals:known", seen_by="noor")).split())
    assert "Het plan is dicht voor An: daar staat een nee." in team
    assert "Dit ziet Greet: het plan voor als het niet veilig is" in team
    assert "Dit ziet An:" not in team
    assert planned.browser("noor").get(planned.url("portals:along", other=planned.person("an"))).status_code == 404


@pytest.mark.parametrize("pointed", [True, False])
def test_from_who_may_know_what_that_no_is_two_taps_away(planned: Family, pointed: bool) -> None:
    """The name, and no; whether it stands in her circle already or not."""
    assert ask(planned, "an").status_code == 302
    if pointed:
        surely(planned, "an", "els")
    where, noor = planned.url("portals:who_is", other=planned.person("an")), planned.browser("noor")
    assert where in noor.get(planned.url("portals:known")).content.decode()
    assert "leest mijn plan niet" in unescape(noor.get(where).content.decode())
    assert reads(planned)
    told = unescape(noor.post(where, {"once": planned.once()}, follow=True).content.decode())
    assert "leest je plan niet." in told
    assert not reads(planned)
    assert reads(planned, "lotte")
    an = SamePerson.objects.get(person=planned.person("an")).item_id
    assert noor.get(where)["Location"] == planned.url("portals:about", member=an), "there she says otherwise"


@pytest.mark.parametrize("by", ["lotte", "wilma", "ann"])
def test_nobody_says_that_no_for_her_with_it(planned: Family, by: str) -> None:
    assert ask(planned, "an").status_code == 302
    planned.browser(by).post(planned.url("portals:who_is", other=planned.person("an")), {"once": planned.once()})
    assert reads(planned)


def test_that_no_goes_on_to_nobody_who_comes_after_that_stand_in(planned: Family) -> None:
    assert ask(planned, "an").status_code == 302
    an = stands_in(planned, "an")
    told = Answering(towards=an, word=Word.NO, topic=Topic.SAFETY)
    answer(planned.door("noor", Section.ANSWERS), told, once=uuid7())
    assert not reads(planned, "an")
    assert ask(planned, "greet").status_code == 302
    assert reads(planned, "greet")


@pytest.mark.parametrize("who", ["ann", "wilma", "greet"])
def test_nobody_else_says_who_stands_in(planned: Family, who: str) -> None:
    assert ask(planned, "an").status_code == 302
    where = planned.url("portals:who_is", other=planned.person("an"))
    assert planned.browser("noor").get(where).status_code == 200
    assert planned.browser(who).get(where).status_code == 404
