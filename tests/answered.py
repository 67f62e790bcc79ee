"""Somebody whom Noor chose was asked, and said what it said: what has to be there before anybody tries or begins."""

from uuid import UUID

from kring.access.door import Door
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Answered, Asker, How, Step, Voice
from kring.rights import paths
from kring.rights.acts import answers, steps
from tests.family import Family


def asked(family: Family, who: str | UUID, meaning: Meaning = Meaning.TRUST_PERSON) -> None:
    """Noor asked it herself."""
    noor, today = family.door("noor", Section.RIGHTS), clock.today()
    path = paths.path_as(noor, _member(family, who), meaning)
    new = steps.New(step=Step.ASKED, on=today, asker=Asker.CHILD, how=How.VISIT)
    steps.take(noor, path, new, act=uuid7(), on=today)


def said(
    family: Family,
    who: str | UUID,
    meaning: Meaning = Meaning.TRUST_PERSON,
    reply: Answered = Answered.YES,
    words: str = "",
) -> None:
    """Noor asked it herself, and this is what she heard."""
    noor, today = family.door("noor", Section.RIGHTS), clock.today()
    path = paths.path_as(noor, _member(family, who), meaning)
    asking = steps.New(step=Step.ASKED, on=today, asker=Asker.CHILD, how=How.VISIT)
    heard = steps.New(step=Step.ANSWERED, on=today, voice=Voice.PERSON, reply=reply, words=words)
    told = answers.Answer(said=heard, asked=None if path.was_asked else asking)
    answers.answer(noor, path, told, act=uuid7(), on=today)


def said_to(worker: Door, member: UUID, meaning: Meaning) -> None:
    """A worker asked it with the yes of the child, and heard a yes."""
    today, path = clock.today(), paths.path_as(worker, member, meaning)
    yes = Expressed.SAID.value
    asking = steps.New(step=Step.ASKED, on=today, asker=Asker.WORKER, how=How.VISIT, expressed=yes)
    heard = steps.New(step=Step.ANSWERED, on=today, voice=Voice.PERSON, reply=Answered.YES)
    answers.answer(worker, path, answers.Answer(said=heard, asked=asking), act=uuid7(), on=today)


def _member(family: Family, who: str | UUID) -> UUID:
    return who if isinstance(who, UUID) else family.member(who)
