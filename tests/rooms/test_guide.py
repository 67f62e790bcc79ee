"""Who guides the network: named by Lotte, told to Noor by a person first, over in one tap (B39b, R7, R15, R20)."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.http import HttpResponse

from kring.access.acts import guiding, protecting
from kring.access.acts.answering import Answering, answer
from kring.access.door import RefusedError
from kring.access.models import Word
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.people.models import Message, MessageCode, Organisation, Post, Role, Team
from tests.family import Family
from tests.rooms.pointing import surely
from tests.rooms.test_handing_refuses import DAY, door_of, involved, last
from tests.rooms.test_stand_in import in_days, jump, opened

GONE: dict[str, Any] = {"until_on": clock.today(), "ended_at": clock.now()}


@pytest.fixture(autouse=True)
def greet_guides_networks(family: Family) -> None:
    """Greet guides networks in the whole house, and is nothing to Noor yet."""
    works(family, "greet")


def works(family: Family, who: str, team: str = "") -> None:
    house = Organisation.objects.get(name="De Brug")
    there = Team.objects.get(name=team) if team else None
    post = {"organisation": house, "team": there, "role": Role.NETWORK_GUIDE.value}
    Post.objects.create(person_id=family.person(who), from_on=clock.today() - 9 * DAY, **post)


def names(family: Family, who: str = "greet", *, by: str = "lotte", **sent: Any) -> HttpResponse:
    told = {"told_by": "Lotte", "told_on": in_days(0), "from_on": in_days(0), "until_on": ""}
    chosen = {"who": str(family.person(who)), "once": family.once()}
    answer: HttpResponse = family.browser(by).post(family.url("rights:guide"), told | chosen | sent)
    return answer


def name(family: Family, who: str = "greet", *, by: str = "lotte", **new: Any) -> Involvement:
    """The same, of the act and of no page."""
    today = clock.today()
    days = {"from_on": today, "until_on": None, "told_on": today, "told_by": "Lotte"}
    guide = guiding.Guide(who=family.person(who), **days | new)
    return guiding.name(door_of(family, by), guide, once=uuid7())


def said(family: Family, word: Word, towards: str) -> None:
    new = Answering(towards=family.member(towards), word=word, topic=Topic.HOME)
    answer(family.door("noor", Section.ANSWERS), new, once=uuid7())


def shut(family: Family, who: str) -> frozenset[str]:
    return family.door(who).answers.no_topics


def test_lotte_reads_what_a_guide_reads_and_names_greet_who_then_reads_that(family: Family) -> None:
    page = unescape(family.page("rights:guide", seen_by="lotte"))
    before = page[: page.index('class="wish"')]
    for told in (
        "Wel: de kring van Noor",
        "wat er praktisch is afgesproken",
        "wie naast Noor staat",
        "Niet: de notities",
    ):
        assert told in before, "before anybody is named (R20)"
    assert family.url("rights:guide") in family.page("portals:child", seen_by="lotte")
    assert opened(family, "greet") == set()
    assert names(family).status_code == 302
    assert opened(family, "greet") == opened(family, "bram")
    assert family.log(Event.GUIDE_NAMED) == 1
    assert family.browser("greet").get(family.url("circle:page")).status_code == 200
    assert family.browser("greet").get(family.url("journal:notes")).status_code == 404
    assert family.browser("greet").get(family.url("journal:plan")).status_code == 404
    page = unescape(family.page("rights:guide", seen_by="lotte"))
    assert "zonder laatste dag. Lotte vertelde het aan Noor op" in page
    mine = Message.objects.filter(person=family.person("greet"), code=MessageCode.ROLE_CHANGED.value)
    assert mine.count() == 1
    assert "Dit ziet Bram, Greet: de kring" in " ".join(family.page("portals:known", seen_by="noor").split())


def test_it_begins_on_its_day_and_is_over_after_the_last(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    assert names(family, from_on=in_days(2), until_on=in_days(3)).status_code == 302
    assert opened(family, "greet") == set()
    jump(monkeypatch, 3)
    assert opened(family, "greet") == opened(family, "bram")
    jump(monkeypatch, 1)
    assert opened(family, "greet") == set()
    assert "Greet" in [one.call_name for one in guiding.to_name(door_of(family, "lotte"))], "and can be named anew"


def test_one_tap_ends_it_at_once_and_bram_of_before_as_well(family: Family) -> None:
    names(family)
    for who in ("greet", "bram"):
        row = Involvement.objects.get(person=family.person(who), dossier=family.noor.dossier)
        where = family.url("rights:guide_ending", involvement=row.pk)
        for by in ("noor", "greet", "bram", "wilma"):
            assert family.browser(by).post(where, {"once": family.once()}).status_code == 404
        assert (
            family.browser("lotte").post(family.url("rights:guide_ending", child="sem", involvement=row.pk)).status_code
            == 404
        )
        assert opened(family, who) != set()
        assert family.browser("lotte").post(where, {"once": family.once()}).status_code == 302
        assert opened(family, who) == set()
        assert last(Event.GUIDE_ENDED).subject == row.pk
        with pytest.raises(NotAllowedError):
            guiding.end(door_of(family, "lotte"), row, once=uuid7())
    assert "Nu begeleidt niemand het netwerk." in family.page("rights:guide", seen_by="lotte")


def test_a_person_tells_noor_first(family: Family) -> None:
    for wrong, words in (
        ({"told_by": ""}, "Dit is nog leeg."),
        ({"told_on": in_days(1)}, "Vertel het eerst aan het kind."),
        ({"told_on": in_days(-9999)}, "Kijk de dag na."),
    ):
        assert words in unescape(names(family, **wrong).content.decode())
    for new in ({"told_by": " "}, {"told_on": clock.today() + DAY}, {"told_on": clock.today() - 9999 * DAY}):
        with pytest.raises(NotAllowedError):
            name(family, **new)
    assert opened(family, "greet") == set()


@pytest.mark.parametrize(("first", "until", "words"), [(-1, "", "al voorbij"), (2, in_days(1), "voor de eerste dag")])
def test_days_that_cannot_be_are_said(family: Family, first: int, until: str, words: str) -> None:
    assert words in unescape(names(family, from_on=in_days(first), until_on=until).content.decode())
    begins = clock.today() + timedelta(days=first)
    with pytest.raises(NotAllowedError):
        name(family, from_on=begins, until_on=begins - DAY if until else None)
    assert name(family, until_on=clock.today()).until_on == clock.today(), "of one day"


def test_who_is_offered_guides_networks_here_and_is_nothing_to_noor(family: Family) -> None:
    """Not a worker, not of another team, not Bram who guides already, nobody whom Noor may not meet (R28)."""

    def offered() -> list[str]:
        return [one.call_name for one in guiding.to_name(door_of(family, "lotte"))]

    assert offered() == ["Greet"]
    works(family, "an", "Team Zuid")
    works(family, "hilde", "Team Noord")
    assert offered() == ["Greet", "Hilde"]
    over = involved(family, "hilde", Relation.PARENT.value)
    assert offered() == ["Greet"]
    Involvement.objects.filter(pk=over.pk).update(ended_at=clock.now())
    days = {"from_on": clock.today(), "until_on": None, "once": None}
    protecting.restrict(
        family.door("lotte", Section.RIGHTS), [protecting.Toward(person=family.person("hilde"))], **days
    )
    assert offered() == ["Greet"]
    for who in ("hilde", "an", "lotte", "bram", "ann", "noor"):
        assert "Dat staat hier niet, of niet meer" in names(family, who).content.decode()
        with pytest.raises(NotAllowedError):
            name(family, who)
    Post.objects.filter(person=family.person("greet"), role=Role.NETWORK_GUIDE.value).update(**GONE)
    assert offered() == []


@pytest.mark.parametrize("by", ["noor", "bram", "wilma", "ann", "hilde"])
def test_nobody_but_who_works_with_noor_names_or_ends_one(family: Family, by: str) -> None:
    if by != "hilde":
        assert names(family, by=by).status_code == 404
    with pytest.raises(NotAllowedError):
        name(family, by=by)
    row = name(family)
    with pytest.raises(NotAllowedError):
        guiding.end(door_of(family, by), row, once=uuid7())
    assert opened(family, "greet") != set()


def test_after_the_help_nobody_is_named(family: Family) -> None:
    row = name(family)
    Dossier.objects.filter(pk=family.noor.dossier).update(closed_on=clock.today())
    assert family.browser("lotte").get(family.url("rights:guide")).status_code == 404
    with pytest.raises(NotAllowedError):
        guiding.end(door_of(family, "lotte"), row, once=uuid7())
    Involvement.objects.filter(pk=row.pk).update(ended_at=clock.now())
    with pytest.raises(NotAllowedError):
        name(family)


def test_who_leaves_the_house_guides_nobody(family: Family) -> None:
    name(family)
    assert opened(family, "greet") != set()
    Post.objects.filter(person=family.person("greet"), role=Role.NETWORK_GUIDE.value).update(**GONE)
    assert opened(family, "greet") == set()
    with pytest.raises(RefusedError):
        family.door("greet")


@pytest.mark.parametrize("closed_to", ["lotte", "bram"])
def test_what_noor_closed_to_who_worked_with_her_or_guided_is_closed_to_who_guides_next(
    family: Family, closed_to: str
) -> None:
    """Another guide is no reason: protection never opens by itself (R28), until Noor says yes to that one."""
    surely(family, closed_to, "els")
    surely(family, "greet", "johan")
    said(family, Word.NO, "els")
    name(family)
    assert shut(family, "greet") == {Topic.HOME.value}
    assert shut(family, "lotte" if closed_to == "bram" else "bram") == frozenset(), "who was there already"
    said(family, Word.YES, "johan")
    assert shut(family, "greet") == frozenset()


def test_what_noor_closed_to_who_guides_holds_for_no_new_worker_and_not_for_sem(family: Family) -> None:
    surely(family, "bram", "els")
    said(family, Word.NO, "els")
    post = {"organisation": Organisation.objects.get(name="De Brug"), "team": Team.objects.get(name="Team Noord")}
    Post.objects.create(person_id=family.person("an"), role=Role.WORKER.value, from_on=clock.today(), **post)
    involved(family, "an", Relation.WORKER.value)
    assert shut(family, "an") == frozenset()
    greet = {"relation": Relation.NETWORK_GUIDE.value, "person_id": family.person("greet"), "from_on": clock.today()}
    Involvement.objects.create(dossier_id=family.sem.dossier, **greet)
    assert family.door("greet", child="sem").answers.no_topics == frozenset()


def test_noor_finds_greet_where_she_says_who_may_know_what_and_says_no(family: Family) -> None:
    name(family)
    where = family.url("portals:who_is", other=family.person("greet"))
    assert where in family.page("portals:known", seen_by="noor")
    surely(family, "greet", "johan")
    asks = family.url("portals:about", member=family.member("johan"))
    assert family.browser("noor").get(where, follow=True).redirect_chain[-1][0] == asks
    said(family, Word.NO, "johan")
    assert shut(family, "greet") == {Topic.HOME.value}
