"""What rooms ask of their rows at every visit, put together once, gives what it gives when it is asked anew."""

from typing import Any

import pytest

from bench.measured.caseload import Caseload, make
from kring.access.desk import desk_of
from kring.access.door import come_to, open_door
from kring.access.questions import Question
from kring.agreements import questions as agreements
from kring.agreements.acts import agreeing
from kring.agreements.models import Agreement
from kring.circle import sittings, speech
from kring.circle.models import Placement
from kring.endings import questions as ending
from kring.endings import reading as endings
from kring.endings import remaining
from kring.journal import plan
from kring.journal import reading as journal
from kring.journal.acts import plan as plans
from kring.journal.models import Passage, PlanKind
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.agreements import Party
from kring.law.meaning import Expressed
from kring.loyalty import facts
from kring.loyalty import reading as loyalty
from kring.loyalty.acts import telling
from kring.loyalty.models import Worry
from kring.moments import reading as moments
from kring.people.actors import Actor, ActorKind
from kring.people.models import Volunteer
from kring.portals import start
from kring.seeking import reading as seeking
from kring.seeking.acts import referring
from kring.support import reading as support
from tests.family import Family
from tests.rooms.test_questions import told

ASKED: list[Question[Any]] = [
    agreements.EVERY,
    agreements.EVERY_POINT,
    agreements.EVERY_YES,
    agreements.POINTS,
    agreements.YES,
    ending.CARE,
    ending.FAREWELLS,
    ending.GOING,
    endings._LOOKS,
    endings._TO_TELL,
    facts._CALLED,
    journal._BEFORE,
    journal._TALKED,
    journal._TOPICS,
    journal._WRITTEN,
    plan._EDITIONS,
    plan._LINES,
    loyalty._ANSWERS,
    loyalty._GAINS,
    loyalty._HARD_TALKS,
    loyalty._NAMED,
    loyalty._STANCES,
    loyalty._WORRIES,
    moments._REPLIED,
    moments._TALKS,
    remaining._CHOSEN,
    seeking._EACH,
    seeking._MOVED,
    seeking._REFERRALS,
    seeking._SEARCH,
    seeking._TRIES,
    sittings._RUNNING,
    speech._PLACED,
    speech._SPOKEN,
    start._LAST_TALK,
    start._MADE,
    start._PLACED,
    support._CHECKS,
]


@pytest.fixture
def lived(family: Family) -> Caseload:  # the houses and teams of the cast
    """A child of whom something stands in every room, with its worker and its director; it said yes, and talked."""
    made = make(2)
    worker = Actor(ActorKind.SESSION, made.persons["worker"])
    here, talks = (open_door(worker, made.parts["dossier"], one) for one in (Section.AGREEMENTS, Section.MOMENTS))
    row = [one for one in agreements.EVERY.of(here) if str(one.pact) == str(made.parts["pact"]) and one.made_on][-1]
    yes = agreeing.Agreed(party=Party.CHILD, expressed=Expressed.SAID.value, on=clock.today())
    agreeing.agree(here, row, yes, act=uuid7(), on=clock.today())
    telling.talked(talks, "Mama wordt dan stil.", act=uuid7())
    rights, somebody = open_door(worker, made.parts["dossier"], Section.RIGHTS), made.parts["volunteer"]
    referring.wants_to_know(rights, seeking.search_of(rights), Volunteer.objects.get(pk=somebody), act=uuid7())
    safe = open_door(worker, made.parts["dossier"], Section.SAFETY)
    line = plan._LINES.of(safe)[0]
    plans.change(
        safe, line, plans.Line(kind=PlanKind(line.kind), words="Iemand anders"), line.item.version, act=uuid7()
    )
    return made


def values(question: Question[Any], lived: Caseload) -> dict[str, Any]:
    """What it is asked about: all that the worker reads."""
    door = come_to(Actor(ActorKind.SESSION, lived.persons["worker"]), lived.parts["dossier"])
    passages = list(door.within(Passage.objects.all()))
    of = {
        journal._BEFORE: [row.pk for row in passages],
        journal._TALKED: sorted({row.writing for row in passages}),
        journal._WRITTEN: sorted({row.writing for row in passages}),
        speech._PLACED: sorted(set(door.within(Placement.objects.all()).values_list("member_id", flat=True))),
        agreements.YES: list(door.within(Agreement.objects.all()).values_list("pk", flat=True)),
    }
    found = {"of": of.get(question), "pact": lived.parts["pact"], "number": 1}
    found["parent"] = door.within(Worry.objects.all())[0].parent_id
    return {name: found[name] for name in (*question._kinds, *question._lists)}


@pytest.mark.parametrize("question", ASKED)
def test_it_is_the_same_however_it_is_asked(lived: Caseload, question: Question[Any]) -> None:
    asked, found = values(question, lived), 0
    for who in lived.persons.values():
        door = come_to(Actor(ActorKind.SESSION, who), lived.parts["dossier"])
        anew = _told(question.build(door.within, **asked))
        for _ in range(2):
            assert _told(question.of(door, **asked)) == anew
        found += bool(anew)
    desk = desk_of(Actor(ActorKind.SESSION, lived.persons["worker"]), (Relation.WORKER,))
    assert _told(question.over(desk, **asked)) == _told(question.build(desk.within, **asked))
    assert found, "else nothing was compared"


def _told(rows: Any) -> Any:  # noqa: ANN401  # models, tuples, keys: whatever a question gives
    rows = list(rows)
    return rows if rows and not hasattr(rows[0], "item") and not isinstance(rows[0], tuple) else told(rows)
