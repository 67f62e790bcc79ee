"""The whole life of who stands beside Noor: anybody tries anything, on any day, at any age of hers.

Every act goes through the doors and leaves rows; R1 to R6 and R9 of product.md hold after each of them.  Nobody but
Noor, or the person for itself, ends, blocks or delays.  What is tried is the same every time, and less of it on
PostgreSQL; with `KRING_DEEP=1` in the environment it is ten times as much, and other things every time.
"""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule, run_state_machine_as_test

from kring.dossier.models import Dossier
from kring.endings.acts.handing import Handing, hand_over
from kring.kit import clock
from kring.law.access import Section
from kring.law.appointment import Consulted
from kring.law.decision import Decision
from kring.law.meaning import Expressed, Meaning
from kring.law.registry import version
from kring.law.steps import Step, Voice
from kring.law.trust_person import ENTRY
from kring.rights import paths
from kring.rights.acts import appointing, conditions, serving, steps, wishes
from kring.rights.models import Appointment, Limit, Serving, Wish
from tests.family import Family
from tests.rooms.living import EVERYBODY, PEOPLE, SAW, At, Living, Looked, Whom
from tests.rooms.living_around import AROUND, all_known, before_all_of_it, limited
from tests.rooms.living_heard import STOPS_AND_SHE_KNOWS, may_take
from tests.rooms.living_holds import HOLDS, noor_has_the_last_word
from tests.rooms.living_otherwise import ChoosesOtherwise
from tests.rooms.living_tries import (
    AGES,
    ASKED_FIRST,
    BY,
    MEANING,
    REPLY,
    SHE_ASKS_AND_IT_IS_A_YES,
    USUAL,
    WHO,
    WHOM,
    WILD,
    how_much,
    new_step,
)


class WholeLife(ChoosesOtherwise):
    """What anybody can try, and what holds whatever they tried."""

    def __init__(self, family: Family, set_the_clock: At) -> None:
        super().__init__(Living(family, set_the_clock))
        self.kept: dict[Any, Any] = {}

    def teardown(self) -> None:
        try:
            noor_has_the_last_word(self.life)
        finally:
            self.life.over()

    @initialize(
        age=AGES, days=st.integers(-20, 20), before=st.sampled_from(["", "appointed", *PEOPLE]), jim=st.booleans()
    )
    def she_is_of_any_age(self, age: int | None, days: int, before: str, jim: bool) -> None:
        """Just before a birthday that changes other things, or of an age nobody wrote down; and what went before."""
        today = self.life.today
        born = "" if age is None else min(date(today.year - age, today.month, 15) + timedelta(days), today).isoformat()
        Dossier.objects.filter(pk=self.life.family.noor.dossier).update(born_on=born)
        if before == "appointed":
            self.somebody_appoints(by="worker", missing="")
        elif before:
            self.it_goes_as_it_should(who=before, extract="clear")
        if jim:
            self.somebody_names(by="noor", who="wilma", meaning=Meaning.JIM, expressed=Expressed.SAID, back=9)

    # -- what she says, and what the person says ----------------------------------------------------------------------

    @rule(by=BY, who=WHO, meaning=MEANING, expressed=st.sampled_from(Expressed), back=st.integers(0, 30))
    def somebody_names(self, by: str, who: str, meaning: Meaning, expressed: Expressed, back: int) -> None:
        """R1: she does at any moment, and whoever works with her writes it down; nobody else.

        Each naming is a record; word for word the same, by one hand, of one day, that is the one that stands there.
        """
        life, said = self.life, wishes.Said(meaning=meaning, expressed=expressed, on=self.life.today - timedelta(back))
        hand = life.family.seeded.persons.get(life.who(by))
        alike = (life.member(who), meaning.value, expressed.value, said.on, hand)
        there = {
            (one.member_id, one.meaning, one.expressed, one.named_on, one.item.author_id)
            for one in life.rows(Wish)
            if one.withdrawn_on is None
        }
        may, act = self.may_name(by, who), wishes.name
        assert life.tries(act, by, Section.RIGHTS, life.member(who), said) is may
        if may and alike not in there:
            life.should.named.append((who, meaning))

    @rule(by=BY, whom=WHOM, back=st.integers(-1, 20))
    def the_person_stops(self, by: str, whom: Whom, back: int) -> None:
        """Nobody is obliged; of a day to come it is not written, nor of one before it began."""
        who, meaning = self.life.whom(whom)
        life, since = self.life, self.life.today - timedelta(days=back)

        def stop() -> None:
            path = paths.path_as(life.door(by), life.member(who), meaning)
            wishes.stop(life.door(by), path, since, act=life.act(), today=life.today)

        if life.does(stop):
            assert life.who(by) == "noor", "what another writes of it waits"
            assert since <= life.today
            life.should.ends(who, meaning, "person")

    @rule(by=BY, whom=WHOM, tried=ASKED_FIRST | st.lists(USUAL | REPLY | WILD, min_size=2, max_size=5))
    def somebody_takes_steps(self, by: str, whom: Whom, tried: list[dict[str, Any]]) -> None:
        """Asked, answered, tried out, begun, paused, gone on: no step ends and no step names."""
        who, meaning = self.life.whom(whom)
        life = self.life

        def take(new: steps.New) -> None:
            path = paths.path_as(life.door(by), life.member(who), meaning)
            steps.take(life.door(by), path, new, act=life.act(), on=life.today)

        for told in tried:
            new = new_step(told, life.today)
            if life.does(lambda: take(new)):  # noqa: B023  # done at once
                assert may_take(life, by, who, new)
                assert new.step not in {Step.ENDED, Step.WISHED}
                if new.reply:
                    life.should.replies[who, meaning] = new.reply

    @rule(who=WHO, meaning=MEANING, how=st.sampled_from(Expressed), hers=st.booleans(), goes_on=st.booleans())
    def her_worker_writes_a_choice_that_she_never_made(
        self, who: str, meaning: Meaning, how: Expressed, hers: bool, goes_on: bool
    ) -> None:
        """She may have chosen the same person before, and it may have begun since: she says, that I never said."""
        if hers:
            self.somebody_names(by="noor", who=who, meaning=meaning, expressed=how, back=1)
        self.somebody_names(by="worker", who=who, meaning=meaning, expressed=how, back=0)
        if goes_on:
            whom = Whom(0, True, who, meaning)
            self.somebody_takes_steps(by="worker", whom=whom, tried=SHE_ASKS_AND_IT_IS_A_YES)
            self.somebody_looks_at_conditions(by="worker", whom=whom, saw=["adult", "apart", "clear"])
            self.somebody_lets_the_position_begin(by="worker", whom=whom)
        self.she_never_said_so(-1, of_an_end=False)
        assert not hers or self.life.should.names(who, meaning), "her own choice stands"

    # -- the legal position -------------------------------------------------------------------------------------------

    @rule(by=BY, whom=WHOM, saw=st.lists(st.sampled_from(sorted(SAW)), min_size=1, max_size=3))
    def somebody_looks_at_conditions(self, by: str, whom: Whom, saw: list[str]) -> None:
        """R3: of nobody but whom she named as legal trust person."""
        who, _ = self.life.whom(whom)
        life = self.life
        for one in saw:
            done = life.tries(conditions.look, by, Section.CONDITIONS, life.member(who), SAW[one], on=life.today)
            assert done is (life.who(by) == life.worker and life.should.trusts(who))
            if done:
                life.should.looked.setdefault(who, Looked()).see(one)

    @rule(by=st.just("mo") | BY, whom=WHOM, agrees=st.booleans())
    def somebody_decides_about_an_entry(self, by: str, whom: Whom, agrees: bool) -> None:
        """R5: the director, with a written ground; what a worker heard of it is only passed on."""
        who, _ = self.life.whom(whom)
        life, known = self.life, self.life.should.looked.get(who, Looked())
        director = life.who(by) == "mo"
        mo = life.family.person("mo")
        said = conditions.Finding(code=ENTRY, holds=agrees, ground="Na een gesprek.", decided_by=mo)
        done = life.tries(conditions.decide, by, Section.CONDITIONS, life.member(who), said, on=life.today)
        may = (director or life.who(by) == life.worker) and known.may_be_decided(by_the_director=director)
        assert done is may
        if done:
            known.entry = ("yes" if agrees else "no") if director else "passed_on"

    @rule(by=BY, whom=WHOM)
    def somebody_lets_the_position_begin(self, by: str, whom: Whom) -> None:
        """R2: it begins exactly when the conditions hold and the person said yes; nobody can keep it back."""
        who, _ = self.life.whom(whom)
        life, should = self.life, self.life.should
        done = life.tries(serving.begin, by, Section.CONDITIONS, life.member(who), on=life.today)
        meets = should.trusts(who) and should.looked.get(who, Looked()).serves and who not in should.serving
        assert done is (life.who(by) == life.worker and meets and should.agrees(who, Meaning.TRUST_PERSON))
        if done:
            should.serving.add(who)
            should.appointed = []  # R6: in the same act

    @rule(who=WHO, extract=st.sampled_from(["clear", "entry"]))
    def it_goes_as_it_should(self, who: str, extract: str) -> None:
        """She names and asks, it is a yes, the conditions are seen, and it begins; of an entry the director agrees."""
        self.somebody_names(by="noor", who=who, meaning=Meaning.TRUST_PERSON, expressed=Expressed.SAID, back=2)
        whom = Whom(0, True, who, Meaning.TRUST_PERSON)
        self.somebody_takes_steps(by="noor", whom=whom, tried=SHE_ASKS_AND_IT_IS_A_YES)
        self.somebody_looks_at_conditions(by="worker", whom=whom, saw=["adult", "apart", extract])
        self.somebody_decides_about_an_entry(by="mo", whom=whom, agrees=True)
        self.somebody_lets_the_position_begin(by="worker", whom=whom)

    # -- what the organisation decides, what others do, and time ------------------------------------------------------

    @rule(by=BY, missing=st.sampled_from(["", "", *(one.value for one in Consulted)]))
    def somebody_appoints(self, by: str, missing: str) -> None:
        """R6: prepared by who works with her, decided by the director; never while she chose somebody herself."""
        life, known = self.life, all_known(self.life.today, missing)
        if life.tries(appointing.prepare, by, Section.DECIDED, known):
            assert life.who(by) == life.worker
            assert not life.should.serving
            assert not life.should.a_choice_stands
            life.should.appointed.append("")
        for row in life.rows(Appointment)[-1:]:
            for who in (by, "mo"):
                motive = appointing.Motive("Na vier gesprekken.", "Wat ze koos, is gelezen.")
                if life.tries(appointing.decide, who, Section.DECIDED, row, motive, on=life.today):
                    assert who == "mo"
                    assert not life.should.a_choice_stands
                    assert row.ended_on is None

    @rule(by=BY, whom=WHOM, days=st.integers(0, 40))
    def somebody_limits_for_a_while(self, by: str, whom: Whom, days: int) -> None:
        """R2: dated and motivated, at most thirty days, and no word about the choice."""
        who, _ = self.life.whom(whom)
        before = self.life.what_she_said()
        self.life.does(lambda: limited(self.life, by, who, days))
        assert self.life.what_she_said() == before

    @rule(days=st.sampled_from([1, 16, 45, 100, 400, 1100]))
    def time_passes(self, days: int) -> None:
        """Trials end, she becomes twelve and eighteen, nobody looks for years: nothing ends by itself (R15)."""
        before = self.life.what_she_said()
        self.life.days.pass_by(days)
        assert self.life.what_she_said() == before

    @precondition(lambda self: self.life.should.named)
    @rule()
    def her_worker_leaves(self) -> None:
        """A170: another takes over, and her circle stays."""
        life, to = self.life, "greet" if self.life.worker == "lotte" else "lotte"
        before = life.what_she_said()
        assert not life.tries(hand_over, "worker", Section.RIGHTS, Handing(to=life.family.person(to))), "R15"
        told = Handing(to=life.family.person(to), told_on=life.today, told_by="haar begeleider")
        assert life.tries(hand_over, "worker", Section.RIGHTS, told)
        life.worker = to
        assert life.what_she_said() == before

    # -- what holds after each of them --------------------------------------------------------------------------------

    @invariant()
    def the_rules_hold(self) -> None:
        for holds in HOLDS:
            holds(self.life)

    @invariant()
    def a_decision_stays_as_it_was_taken(self) -> None:
        """R4: with the version of each ground of that day, whatever is decided after it."""
        life = self.life
        for row in [*life.rows(Serving), *life.rows(Limit), *(one for one in life.rows(Appointment) if one.decision)]:
            taken = Decision.from_kept(self.kept.setdefault(row.pk, row.decision))
            assert row.decision == self.kept[row.pk]
            assert taken.allowed
            assert all(one.valid_from == version(one.code, on=taken.on).valid_from for one in taken.grounds)


@pytest.fixture
def set_the_clock(monkeypatch: pytest.MonkeyPatch) -> At:
    def turn(moment: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: moment)

    return turn


def test_whatever_is_tried_nobody_but_noor_ends_blocks_or_delays(family: Family, set_the_clock: At) -> None:
    run_state_machine_as_test(lambda: WholeLife(family, set_the_clock), settings=how_much())


def test_everybody_does_everything_else_and_her_choice_stands(family: Family, set_the_clock: At) -> None:
    """Each act around her by each of the cast: somebody may do it, and nobody changes by it whom she chose.

    The one exception comes last: Wilma herself stops, and Noor was told it (R15): Wilma's word ends it.
    """
    life = Living(family, set_the_clock)
    before_all_of_it(life)
    stood = life.what_she_said()
    for what, act in sorted(AROUND.items(), key=lambda one: one[0] == STOPS_AND_SHE_KNOWS):
        done = [by for by in EVERYBODY if life.does(lambda: act(life, by, "wilma"))]  # noqa: B023  # done at once
        assert done, what
        assert not {"dirk", "an"} & set(done)
        if what != STOPS_AND_SHE_KNOWS:
            assert life.what_she_said() == stood, what
    ended = {one[1:] for one in life.what_she_said() if one not in stood}
    assert {(life.today, Voice.PERSON.value)} <= ended <= {(life.today, Voice.PERSON.value), (life.today,), ()}
    life.over()
