"""Lotte chose Sem's pictures with him, so she can come in as Sem: his plan opens once a colleague asked too (R7, R28).

What he closes is closed at once, and stays so until then.  Pictures that he chooses alone: `test_new_pictures`.
"""

from html import unescape
from uuid import UUID

import pytest
from django.test import Client

from kring.access.acts import own_pictures
from kring.access.models import Given, Say, Word
from kring.access.parts import HasPart
from kring.access.writing import NotAllowedError
from kring.dossier.models import Dossier, Involvement
from kring.journal.acts import plan
from kring.journal.models import PlanKind
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.law.parts import Part, SaidBy
from kring.people.models import Post, Role
from kring.portals.answers import number
from tests.family import Family
from tests.rooms.pointing import surely
from tests.rooms.small import read, where
from tests.rooms.test_picture_code import choose, register, tap

PLAN = "Ik ga naar de buren."
SAFETY, HOME = number(Topic.SAFETY), number(Topic.HOME)


@pytest.fixture
def rita(family: Family) -> UUID:
    """Grandmother is there for Sem's safety; An came to work with Sem beside Lotte."""
    facts = {"dossier_id": family.sem.dossier, "from_on": clock.today()}
    Involvement.objects.create(person_id=family.person("rita"), relation=Relation.SUPPORTER.value, **facts)
    Involvement.objects.create(person_id=family.person("an"), relation=Relation.WORKER.value, **facts)
    team = Dossier.objects.get(pk=family.sem.dossier).team
    post = {"organisation": team.organisation, "team": team, "role": Role.WORKER.value, "from_on": clock.today()}
    Post.objects.create(person_id=family.person("an"), **post)
    surely(family, "rita", "sem_rita")
    member = family.member("sem_rita")
    part = {"part": Part.SAFETY.value, "said_by": SaidBy.CHILD.value, "recorded_by_id": family.person("sem")}
    HasPart.objects.create(member_id=member, **part, **facts)
    plan.add(family.door("sem", Section.SAFETY, child="sem"), plan.Line(kind=PlanKind.DO, words=PLAN), act=uuid7())
    return member


@pytest.fixture
def tablet(family: Family, rita: UUID) -> Client:
    """Somebody tapped Sem's pictures on the tablet of the house: Sem, or Lotte."""
    browser = register(family, "lotte")
    choose(family)
    tap(browser)
    return browser


def say(family: Family, browser: Client, word: str, about: int = SAFETY) -> str:
    asked = where(family, "portals:question", member=family.member("sem_rita"), topic=about)
    sent = {"word": word, "until": "stop", "once": family.once()}
    return unescape(browser.post(asked, sent, follow=True).content.decode())


def now(family: Family) -> Say:
    return Say.objects.filter(towards=family.member("sem_rita"), withdrawn_at=None).latest("said_at")


def reads_the_plan(family: Family) -> bool:
    return PLAN in family.page("journal:plan", seen_by="rita", child="sem")


def confirms(family: Family, browser: Client, **told: str) -> str:
    there = where(family, "portals:confirm_answer", say=now(family).pk)
    answer = browser.post(there, {"once": family.once(), **told}, follow=True)
    return unescape(answer.content.decode())


def asked_too(family: Family, who: str, **told: str) -> str:
    spoke = {"how": "said", "on": clock.today().isoformat()}
    return confirms(family, family.browser(who), **(spoke | told))


def about(family: Family, who: str) -> str:
    return unescape(family.page("portals:about", seen_by=who, child="sem", member=family.member("sem_rita")))


# -- the plan ---------------------------------------------------------------------------------------------------------


def test_his_plan_opens_once_a_colleague_asked_him_too(family: Family, tablet: Client) -> None:
    asks = read(tablet, where(family, "portals:question", member=family.member("sem_rita"), topic=SAFETY))
    assert "vraagt een begeleider die jouw prenten niet kent, het jou ook" in asks.replace("Dan ", "")
    told = say(family, tablet, "yes")
    assert "Een begeleider die jouw prenten niet kent, vraagt het jou ook." in told
    assert not reads_the_plan(family)
    assert "Sem tikte ja met prenten" in unescape(family.page("portals:known", seen_by="an", child="sem"))
    assert "Sem zei ja tegen mij" in about(family, "an")
    asked_too(family, "an")
    assert reads_the_plan(family)
    row = now(family)
    kept = (row.confirmed_by_id, row.confirmed_how, row.confirmed_on, row.is_own)
    assert kept == (family.person("an"), "said", clock.today(), False)
    here = read(tablet, where(family, "portals:about", member=family.member("sem_rita")))
    assert "Dit kwam van jouw prenten. An vroeg het jou ook" in here


def test_who_chose_the_pictures_with_him_is_no_second_one(family: Family, tablet: Client) -> None:
    say(family, tablet, "yes")
    assert "Sem zei ja tegen mij" not in about(family, "lotte")
    assert "Daarom vraagt een collega het Sem ook." in about(family, "lotte")
    asked_too(family, "lotte")
    confirms(family, tablet)
    assert now(family).waits
    assert not reads_the_plan(family)


@pytest.mark.parametrize("told", [{"how": ""}, {"on": ""}, {"on": "2020-01-01"}, {"on": "2990-01-01"}])
def test_how_and_when_she_spoke_with_him_is_written(family: Family, tablet: Client, told: dict[str, str]) -> None:
    say(family, tablet, "yes")
    asked_too(family, "an", **told)
    assert now(family).waits
    asked_too(family, "an")
    assert not now(family).waits


def test_what_lotte_wrote_down_he_does_not_open_with_her_pictures_either(family: Family, tablet: Client) -> None:
    asked = where(family, "portals:question", member=family.member("sem_rita"), topic=SAFETY)
    sent = {"word": "yes", "until": "stop", "said": "said", "once": family.once()}
    family.browser("lotte").post(asked, sent)
    assert now(family).waits
    assert "vraagt het jou ook" in confirms(family, tablet)
    assert now(family).waits
    asked_too(family, "lotte")
    assert now(family).waits
    asked_too(family, "an")
    assert reads_the_plan(family)


def test_of_anything_else_that_he_never_closed_his_tap_is_enough(family: Family, tablet: Client) -> None:
    assert "Bewaard. Je kan dit altijd veranderen." in say(family, tablet, "yes", HOME)
    assert not now(family).waits


# -- a parent, and what waits -----------------------------------------------------------------------------------------


def to_mama(family: Family, browser: Client) -> str:
    asked = where(family, "portals:question", member=family.member("sem_mama"), topic=HOME)
    assert "vraagt een begeleider die jouw prenten niet kent, het jou ook" in read(browser, asked)
    sent = {"word": "yes", "until": "stop", "once": family.once()}
    return unescape(browser.post(asked, sent, follow=True).content.decode())


def lets_mama(family: Family) -> bool:
    return Topic.HOME in family.door("ann", Section.SAID, child="sem").answers.yes_topics


def test_a_first_yes_to_a_parent_waits_for_who_does_not_know_his_pictures(family: Family, tablet: Client) -> None:
    """Lotte could give a parent what Sem keeps from home, and it would stand there as his own word."""
    surely(family, "ann", "sem_mama")
    assert "vraagt het jou ook" in to_mama(family, tablet)
    row = Say.objects.get(towards=family.member("sem_mama"))
    assert (row.waits, row.by_pictures, lets_mama(family)) == (True, True, False)
    there = where(family, "portals:confirm_answer", say=row.pk)
    spoke = {"how": "said", "on": clock.today().isoformat()}
    for who, opens in (("lotte", False), ("an", True)):
        family.browser(who).post(there, {"once": family.once(), **spoke})
        assert lets_mama(family) is opens


def test_what_waits_from_a_device_that_kring_does_not_know_is_no_surer_by_his_pictures(
    family: Family, tablet: Client
) -> None:
    say(family, tablet, "yes", HOME)
    Say.objects.filter(pk=now(family).pk).update(waits=True, unsure=True)
    assert "vraagt het jou ook" in confirms(family, tablet)
    assert now(family).waits
    asked_too(family, "an")
    assert not now(family).waits


# -- what he closed ---------------------------------------------------------------------------------------------------


def test_a_no_is_in_force_at_once_and_goes_by_the_word_of_a_colleague(family: Family, tablet: Client) -> None:
    say(family, tablet, "yes", HOME)
    say(family, tablet, "no", HOME)
    no = now(family)
    assert (no.answer, no.waits) == (Word.NO, False)
    stop = where(family, "portals:stop_answer", say=no.pk)
    assert stop not in read(tablet, where(family, "portals:about", member=family.member("sem_rita")))
    refused = tablet.post(stop, {"once": family.once()})
    assert "Dan vraagt een begeleider het jou ook." in unescape(refused.content.decode())
    assert Say.objects.get(pk=no.pk).withdrawn_at is None
    say(family, tablet, "yes", HOME)
    assert now(family).waits
    assert Say.objects.get(pk=no.pk).withdrawn_at is None
    asked_too(family, "an")
    assert (now(family).answer, now(family).waits) == (Word.YES, False)
    assert Say.objects.get(pk=no.pk).withdrawn_at is not None


def test_what_he_stopped_does_not_begin_again_with_a_tap(family: Family, tablet: Client) -> None:
    say(family, tablet, "yes", HOME)
    tablet.post(where(family, "portals:stop_answer", say=now(family).pk), {"once": family.once()})
    assert not Say.objects.filter(towards=family.member("sem_rita"), withdrawn_at=None).exists()
    say(family, tablet, "yes", HOME)
    assert now(family).waits


def test_with_a_way_in_of_his_own_nothing_of_this_waits(family: Family, rita: UUID) -> None:
    say(family, family.browser("sem"), "yes")
    assert reads_the_plan(family)


# -- who chooses them -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["sem", "noor", "ann", "rita"])
def test_nobody_else_chooses_them(family: Family, rita: UUID, who: str) -> None:
    assert family.browser(who).get(where(family, "rights:own_pictures")).status_code == 404


@pytest.mark.parametrize("by", ["noor", "lotte", "wilma"])
def test_only_who_came_in_by_pictures_chooses_others_at_the_act_either(family: Family, by: str) -> None:
    before = Given.objects.count()
    with pytest.raises(NotAllowedError):
        own_pictures.choose(
            family.door(by, Section.ANSWERS if by != "wilma" else Section.SAID), "sun", "1234", once=uuid7()
        )
    assert Given.objects.count() == before
