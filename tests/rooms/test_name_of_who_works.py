"""Who works with a child keeps its own name, whatever the child taps: "mama reads this" where Lotte does (R7, R20)."""

from html import unescape

import pytest

from kring.access.models import SamePerson
from kring.circle.acts import people
from kring.circle.domains import Layer
from kring.dossier.models import Involvement
from kring.journal.acts import plan
from kring.journal.models import PlanKind
from kring.kit.keys import uuid7
from kring.law.access import Section
from tests.family import Family
from tests.rooms.pointing import confirm, pointed_before
from tests.rooms.test_handing_over import an, give  # noqa: F401  # a fixture

READS = ["portals:unsafe", "rights:say", "journal:write", "journal:plan", "portals:ahead", "portals:known"]
"""Where Noor reads who reads it, or who works with her."""
NEW = "new"


@pytest.fixture(params=["mama", "els"])
def taken_for(family: Family, request: pytest.FixtureRequest) -> str:
    """Noor tapped once, before today, that Lotte is mama, or the teacher; nobody said that it is so."""
    pointed_before(family, "lotte", request.param)
    return "mama" if request.param == "mama" else "juf Els"


@pytest.mark.parametrize("page", READS)
def test_who_reads_it_stands_there_as_lotte(family: Family, taken_for: str, page: str) -> None:
    seen = unescape(family.page(page, seen_by="noor"))
    assert "Lotte" in seen
    for said in (
        "Dit leest: {}",
        "{} leest het",
        "{} krijgt dit",
        "Zeg je het tegen {}",
        "Dit ziet {}:",
        "{} werkt met",
    ):
        assert said.format(taken_for) not in seen


def test_she_cries_to_lotte_and_reads_that_lotte_gets_it(family: Family, taken_for: str) -> None:
    where, noor = family.url("portals:unsafe"), family.browser("noor")
    told = noor.post(where, {"who": str(family.person("lotte")), "once": family.once()}, follow=True)
    seen = unescape(told.content.decode())
    assert "Lotte krijgt dit te lezen" in seen
    assert f"{taken_for} krijgt" not in seen


def test_sem_reads_lotte_and_not_the_teacher_of_whom_he_may_be_afraid(family: Family) -> None:
    pointed_before(family, "lotte", "sem_juf")
    for page in ("portals:unsafe", "portals:known", "rights:say"):
        seen = unescape(family.page(page, seen_by="sem", child="sem"))
        assert "Lotte" in seen, page
        assert "Dit ziet juf" not in seen, page


def test_a_guide_keeps_its_name_too(family: Family) -> None:
    pointed_before(family, "bram", "johan")
    seen = unescape(family.page("portals:known", seen_by="noor"))
    assert "Dit ziet Bram:" in seen
    assert "Dit ziet pastor Johan:" not in seen


# -- whom she can tap ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["lotte", "bram"])
def test_of_who_works_nobody_is_offered_but_who_bears_that_name(family: Family, who: str) -> None:
    """Noor names Lotte in her circle, or taps who stands there as Lotte; mama and the teacher are other people."""
    where = family.url("portals:who_is", other=family.person(who))
    noor = family.browser("noor")
    page = noor.get(where).content.decode()
    for member in ("mama", "els", "johan"):
        assert str(family.member(member)) not in page
        sent = {"member": str(family.member(member)), "once": family.once()}
        assert noor.post(where, sent).status_code == 200
    assert not SamePerson.objects.filter(person=family.person(who)).exists()
    assert (str(family.member("lotte_member")) in page) is (who == "lotte")
    assert noor.post(where, {"member": NEW, "once": family.once()}).status_code == 302


def test_who_stands_there_under_a_longer_word_is_not_taken_for_that_name(family: Family, an: str) -> None:  # noqa: F811
    """An works with Noor: in "pastor Johan" stand the letters of An, and not her name."""
    assert give(family, an, stays="on") == 302
    page = family.page("portals:who_is", seen_by="noor", other=family.person("an"))
    assert str(family.member("johan")) not in page


def test_what_waits_is_said_as_it_is(family: Family) -> None:
    """Nobody looks at it where Lotte works alone: no page says that her worker will."""
    assert "Je begeleider kijkt" not in family.page("portals:who_is", seen_by="noor", other=family.person("lotte"))
    pointed_before(family, "lotte", "els")
    about = unescape(family.page("portals:about", seen_by="noor", member=family.member("els")))
    assert "Je begeleider kijkt dat nog na" not in about
    assert "Wat mag Lotte weten?" in about
    assert "Jij zei: Lotte is juf Els" in about


# -- once it is sure -------------------------------------------------------------------------------------------------


def test_who_said_so_knows_and_the_name_of_the_account_stands_beside_it(family: Family, an: str) -> None:  # noqa: F811
    pointed_before(family, "lotte", "els")
    assert give(family, an, stays="on") == 302
    confirm(family, "els", by="an")
    assert "Dit ziet juf Els (Lotte)" in unescape(family.page("portals:known", seen_by="noor"))


def test_another_name_in_the_circle_hides_nobody_who_reads(family: Family) -> None:
    """She is named there as Lotte, and somebody gives that one another name."""
    where = family.url("portals:who_is", other=family.person("lotte"))
    assert family.browser("noor").post(where, {"member": NEW, "once": family.once()}).status_code == 302
    member = SamePerson.objects.get(person=family.person("lotte")).item_id
    seen = people.OnScreen(layer=Layer.CHILD)
    people.describe(family.door("noor"), member, seen, people.Described(name="juf Els"), act=uuid7())
    assert "juf Els (Lotte)" in unescape(family.page("portals:unsafe", seen_by="noor"))
    plan.add(family.door("lotte", Section.SAFETY), plan.Line(kind=PlanKind.DO, words="Bel me"), act=uuid7())
    assert "juf Els (Lotte)" in unescape(family.page("journal:plan", seen_by="noor"))


def test_a_worker_who_is_a_parent_too_comes_in_as_a_parent_and_is_known_as_one(family: Family, an: str) -> None:  # noqa: F811
    """Issue 4, bad input: she can be pointed at as mama, and a colleague says that it is so."""
    assert give(family, an, stays="on") == 302
    as_parent = Involvement.objects.get(dossier=family.noor.dossier, person=family.person("ann"))
    as_parent.pk, as_parent.person_id = uuid7(), family.person("lotte")
    as_parent.save(force_insert=True)
    where = family.url("portals:who_is", other=family.person("lotte"))
    sent = {"member": str(family.member("mama")), "once": family.once()}
    assert family.browser("noor").post(where, sent).status_code == 302
    confirm(family, "mama", by="an")
    assert "mama (Lotte)" in unescape(family.page("portals:known", seen_by="noor"))
