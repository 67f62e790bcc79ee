"""Noor chooses otherwise, who works with her writes down that she did, and she says: that I never said.

What she says of that is read back out of what stood before, beside the rows: who was named, what was answered, and who
served, as it was at the moment in which somebody wrote the end.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Answered, Step, Voice
from kring.rights import paths
from kring.rights.acts import as_said, wishes
from kring.rights.models import Appointment, Taken, Wish
from tests.rooms.living import Living, Named, Whom
from tests.rooms.living_heard import HearsOfIt
from tests.rooms.living_tries import BY, WHOM


@dataclass(frozen=True, slots=True)
class Stood:
    """What stood of one person in one meaning, when somebody wrote down that she chose otherwise."""

    named: Named
    times: int
    reply: Answered | None
    serves: bool

    @classmethod
    def of(cls, life: Living, named: Named) -> "Stood":
        should, (who, meaning) = life.should, named
        serves = meaning is Meaning.TRUST_PERSON and who in should.serving
        return cls(named, should.named.count(named), should.replies.get(named), serves)


class ChoosesOtherwise(HearsOfIt):
    """Her own tap, the word of who works with her, and her no to that word."""

    def __init__(self, life: Living) -> None:
        super().__init__()
        self.life = life
        self.written: dict[UUID, Stood] = {}
        self.denied: set[str] = set()
        """Of whom she said that she never ended it: nobody writes that for her any more (R2)."""
        self.never_chosen: dict[str, UUID] = {}
        """Of whom she said that she never chose it, by the last such choice that another wrote."""

    @rule(by=BY, whom=WHOM, how=st.sampled_from(Expressed), back=st.integers(-1, 20))
    def somebody_chooses_otherwise(self, by: str, whom: Whom, how: Expressed, back: int) -> None:
        """One step, at any moment, whatever went before (A63); who writes it down says how she said it, and when."""
        named = who, meaning = self.life.whom(whom)
        life, stood = self.life, Stood.of(self.life, named)
        if life.who(by) == "noor":
            done = life.tries(wishes.withdraw, by, Section.RIGHTS, life.member(who), meaning, on=life.today)
            assert done
        else:
            done = life.does(lambda: written_down(life, by, named, how, back))
            assert not done or (life.who(by) == life.worker and who not in self.denied)
            if done:
                self.written[ends_written(life)[-1].pk] = stood
        if done:
            life.should.ends(who, meaning, "child")

    @precondition(lambda self: ends_written(self.life) or chosen_by_others(self.life))
    @rule(which=st.integers(0, 5), of_an_end=st.booleans())
    def she_never_said_so(self, which: int, of_an_end: bool) -> None:
        """With one tap it is put right: what never ended stands again, and what she never chose goes (R2, R23)."""
        life = self.life
        rows = ends_written(life) if of_an_end else chosen_by_others(life)
        if not rows:
            return
        row = rows[which % len(rows)]
        anew, appointed = named_since(life, row) if of_an_end else False, somebody_is_appointed(life)
        assert not life.does(lambda: as_said.deny(life.door("worker"), row.pk, act=life.act())), "nobody but Noor"
        assert life.does(lambda: as_said.deny(life.door("noor"), row.pk, act=life.act()))
        if of_an_end:
            self.denied.add(life.name_of(row.member_id))
        if not of_an_end:
            who = life.name_of(row.member_id)
            self.never_chosen[who] = max(row.pk, self.never_chosen.get(who, row.pk))
            self._never_chose((life.name_of(row.member_id), Meaning(row.meaning)))
        elif not anew:
            self._stands_again(self.written.pop(row.pk), appointed=appointed)

    @precondition(lambda self: self.life.should.named)
    @rule(whom=WHOM, how=st.sampled_from(Expressed), twice=st.booleans())
    def somebody_writes_an_end_that_she_never_said(self, whom: Whom, how: Expressed, twice: bool) -> None:
        """Of somebody who stands there, perhaps just named anew by her, after an end of her own."""
        who, meaning = self.life.whom(whom)
        whom = Whom(0, True, who, meaning)
        if who in self.denied:
            return
        if twice:
            self.somebody_chooses_otherwise("noor", whom, how, 0)
            said = wishes.Said(meaning=meaning, expressed=how, on=self.life.today)
            assert self.life.tries(wishes.name, "noor", Section.RIGHTS, self.life.member(who), said)
            self.life.should.named.append((who, meaning))
        self.somebody_chooses_otherwise("worker", whom, how, 0)
        self.she_never_said_so(-1, True)

    @precondition(lambda self: self.life.should.serving)
    @rule(which=st.integers(0, 3), how=st.sampled_from(Expressed))
    def somebody_writes_an_end_of_who_serves_that_she_never_said(self, which: int, how: Expressed) -> None:
        """Of her legal trust person: the position that was taken by a word that was not hers, stands again (R2).

        A rule of its own: of all whom somebody may try, who serves is seldom the one.
        """
        serving = sorted(set(self.life.should.serving) - self.denied)
        if not serving:
            return
        whom = Whom(0, True, serving[which % len(serving)], Meaning.TRUST_PERSON)
        written = set(self.written)
        self.somebody_chooses_otherwise("worker", whom, how, 0)
        (key,) = set(self.written) - written
        assert self.written[key].serves
        assert whom.who not in self.life.should.serving
        self.she_never_said_so(-1, True)
        assert whom.who in self.life.should.serving

    def may_name(self, by: str, who: str) -> bool:
        """She always; who works with her not of whom she never chose, until she chose it herself (R1, R2)."""
        life = self.life
        if life.who(by) == "noor" or who not in self.never_chosen:
            return life.writes_for_her(by)
        noor, member = life.family.person("noor"), life.member(who)
        hers = [row.pk for row in life.rows(Wish, "noor") if (row.member_id, row.item.author_id) == (member, noor)]
        return life.writes_for_her(by) and any(pk > self.never_chosen[who] for pk in hers)

    def _never_chose(self, named: Named) -> None:
        should = self.life.should
        if should.named.count(named) == 1:
            should.ends(*named, "child")
        else:
            should.named.remove(named)
            should.ended.append((*named, "child"))

    def _stands_again(self, stood: Stood, *, appointed: bool) -> None:
        should, named = self.life.should, stood.named
        for _ in range(stood.times):
            should.ended.remove((*named, "child"))
            should.named.append(named)
        if stood.reply is not None:
            should.replies[named] = stood.reply
        if stood.serves and not appointed:
            should.serving.add(named[0])
            should.appointed = []  # R6: what was only prepared goes


def written_down(life: Living, by: str, named: Named, how: Expressed, back: int) -> None:
    """Whoever works with her writes down how she said that she chose otherwise; a tap of its own ends nothing."""
    member, meaning = life.member(named[0]), named[1]
    assert not life.tries(wishes.withdraw, by, Section.RIGHTS, member, meaning, on=life.today)
    said = as_said.Otherwise(expressed=how, on=life.today - timedelta(days=back))
    as_said.end(life.door(by), paths.path_as(life.door(by), member, meaning), said, act=uuid7())


def ends_written(life: Living) -> list[Taken]:
    """The ends that others wrote as her word, and of which she said nothing."""
    ends = [row for row in life.rows(Taken, "noor") if row.step == Step.ENDED.value and row.voice == Voice.CHILD.value]
    return [row for row in ends if row.unsaid_on is None]


def chosen_by_others(life: Living) -> list[Wish]:
    """What others wrote as her choice, and stands."""
    noor = life.family.person("noor")
    return [row for row in life.rows(Wish, "noor") if row.withdrawn_on is None and row.item.author_id != noor]


def named_since(life: Living, end: Taken) -> bool:
    """Whether this person was named in this meaning after that end was written."""
    rows = life.rows(Wish, "noor")
    meaning = next(row.meaning for row in rows if row.pk == end.wish_id)
    return any(row.pk > end.pk for row in rows if (row.member_id, row.meaning) == (end.member_id, meaning))


def somebody_is_appointed(life: Living) -> bool:
    return any(row.decided_on and not row.ended_on for row in life.rows(Appointment))
