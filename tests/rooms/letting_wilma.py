"""Noor let Wilma read, as her JIM: what Wilma reads of it, and what Noor tells her alone."""

from kring.access.acts.answering import Answering, answer
from kring.access.models import Word
from kring.journal.acts import plan
from kring.journal.models import PlanKind
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.law.meaning import Expressed, Meaning
from kring.law.parts import Part
from kring.rights.acts import said, wishes
from kring.rights.models import Said
from tests import answered
from tests.family import Family
from tests.rooms.there_for import says_what_for

PLAN, QUIET, LATER, CRY = "Bel de buren", "Alleen voor jou", "Nog iets", "Het gaat niet"
OPEN = ("journal:plan", "circle:list", "rights:heard")


def let_wilma(family: Family) -> Family:
    """Noor chose Wilma, said yes to her about three subjects, and told her something."""
    as_jim = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("noor", Section.RIGHTS), family.member("wilma"), as_jim, act=uuid7())
    answered.said(family, "wilma", Meaning.JIM)
    for topic in (Topic.SAFETY, Topic.CIRCLE, Topic.SCHOOL):
        says_yes(family, topic)
    says_what_for(family, "wilma", Part.SAFETY)
    line = plan.Line(kind=PlanKind.DO, words=PLAN)
    plan.add(family.door("noor", Section.SAFETY), line, act=uuid7())
    tells(family, QUIET)
    return family


def says_yes(family: Family, topic: Topic) -> None:
    yes = Answering(towards=family.member("wilma"), word=Word.YES, topic=topic)
    answer(family.door("noor", Section.ANSWERS), yes, once=uuid7())


def tells(family: Family, words: str, *, not_safe: bool = False) -> None:
    to = family.person("wilma")
    told = said.Words(readers=(to,), text=words, only_to=to, not_safe=not_safe)
    said.say(family.door("noor", Section.SAID), told, act=uuid7())


def reads(family: Family) -> set[str]:
    """Of these pages the ones that are there for Wilma."""
    wilma = family.browser("wilma")
    return {one for one in OPEN if wilma.get(family.url(one)).status_code == 200}


def it_goes_on(family: Family) -> int:
    where = family.url("endings:goes_on", member=family.member("wilma"))
    return int(family.browser("lotte").post(where, {"once": family.once()}).status_code)


def it_stays(family: Family) -> int:
    """Wilma taps on her own page that she does not stop."""
    sent = {"stays": "yes", "once": family.once()}
    return int(family.browser("wilma").post(family.url("endings:itself"), sent).status_code)


def hears(family: Family) -> set[str]:
    rows = family.door("wilma", Section.SAID).within(Said.objects.all())
    return {row.words for row in rows}
