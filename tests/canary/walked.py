"""Wilma on her way from a wish to a trial, and somebody who was reached in danger: a word in each of those rows."""

from kring.endings import appointed
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.law.appointment import Consulted
from kring.law.limits import Limited
from kring.law.meaning import Meaning
from kring.law.steps import Answered, Asker, How, Step, Voice
from kring.law.support import Wellbeing
from kring.rights import paths
from kring.rights.acts import another, appointed_told, appointing, limiting, own_person, reaching, steps, subjects
from kring.support.acts import checking
from tests.family import Family


def walked(family: Family) -> None:
    """Asked with a prepared question, answered in her own words; Rita reached one night, and told."""
    noor, lotte, today = family.door("noor", Section.RIGHTS), family.door("lotte", Section.REACHED), clock.today()
    wilma = family.member("wilma")
    prepared = steps.Prepared(asker=Asker.CHILD, how=How.VISIT, words="wil jij", present="wij twee", if_no="dan oma")
    steps.prepare(noor, paths.path_as(noor, wilma, Meaning.JIM), prepared, act=uuid7(), on=today)
    asked = steps.New(step=Step.ASKED, on=today, asker=Asker.CHILD, how=How.VISIT, present="wij twee")
    said = steps.New(step=Step.ANSWERED, on=today, voice=Voice.PERSON, reply=Answered.YES, words="natuurlijk")
    for new in (asked, said):
        steps.take(noor, paths.path_as(noor, wilma, Meaning.JIM), new, act=uuid7(), on=today)
    other = another.Talked(on=today, reasons="oma woont dichter", said="toch wilma")
    here = family.door("lotte", Section.RIGHTS)
    another.talk(here, paths.path_as(here, wilma, Meaning.JIM), other, act=uuid7())
    subjects.choose(noor, wilma, [Topic.SCHOOL], act=uuid7(), on=today)
    danger = reaching.Danger(member=family.member("rita"), how=How.CALL, motive="die nacht alleen", on=today)
    row = reaching.reach(lotte, danger, act=uuid7())
    reaching.tell(lotte, row, "aan tafel gezegd", act=uuid7(), on=today)
    _decided(family)
    checking.suits(family.door("wilma", Section.SUPPORT), "liefst op zaterdag", act=uuid7())
    checking.how_i_am(family.door("wilma", Section.SUPPORT), Wellbeing.HEAVY, "soms lig ik wakker", act=uuid7())


def _decided(family: Family) -> None:
    """An appointment for Sem, a limit for a while, and whom Ann brings along."""
    today = clock.today()
    words = {"called": "Gust", "why": "kan niet kiezen", "workers": ("een van hier", "een van daar")}
    talked = dict.fromkeys(Consulted, today)
    yes = dict.fromkeys(("cannot_designate", "conflict", "adult", "agrees"), True)
    known = appointing.Known(involved=False, talked=talked, **yes, **words)
    row = appointing.prepare(family.door("lotte", Section.DECIDED, child="sem"), known, act=uuid7())
    appointing.decide(
        family.door("mo", Section.DECIDED, child="sem"),
        row,
        appointing.Motive("gehoord en gezien"),
        act=uuid7(),
        on=today,
    )
    will = appointed_told.Plan(teller="wie hem kent", how="na school, rustig", tells_on=today)
    lotte = family.door("lotte", Section.DECIDED, child="sem")
    appointed_told.plan(lotte, appointed.untold(lotte)[0], will, act=uuid7())
    told = appointed_told.Told(on=today, by="wie hij graag ziet", beside="met zijn hond")
    appointed_told.tell(lotte, appointed.untold(lotte)[0], told, act=uuid7())
    yes = ("extreme", "talked_with_the_child", "motivated", "child_knows_why_and_until_when", "child_knows_the_judge")
    limited = Limited(from_on=today, until_on=today, **dict.fromkeys(yes, True))
    told = {"plain": "deze week niet bellen", "motive": "er was heel ernstig gevaar"}
    wanted = limiting.Wanted(member=family.member("karim"), limited=limited, **told)
    limiting.limit(family.door("lotte", Section.DECIDED), wanted, act=uuid7(), on=today)
    own_person.name(family.door("ann", Section.PARENTS), "Fien", act=uuid7(), on=today)
