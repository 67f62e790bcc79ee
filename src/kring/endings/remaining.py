"""What stays when the help ends or the child goes to another team, for who has to tell it.  Always through the door."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, UUIDField
from django.utils.translation import gettext_lazy as _

from kring.access import told_after
from kring.access.acts.protecting import kept_apart
from kring.access.acts.telling import told_of
from kring.access.door import Door
from kring.access.looks import AFTERCARE, SEARCH, UNKNOWN, open_here
from kring.access.questions import Question
from kring.access.reported import Reported
from kring.access.standing import born_on
from kring.circle import calling
from kring.dossier.models import Closing, Involvement
from kring.endings.models import Aftercare, Farewell
from kring.endings.parting import still_so
from kring.endings.questions import CARE, FAREWELLS, GOING
from kring.kit import clock
from kring.kit.addresses import address
from kring.kit.prepared import Prepared
from kring.kit.sentences import code_of, sentence
from kring.law import endings as law
from kring.law.access import Case, Relation, Section
from kring.law.endings import UNREACHABLE, Gap, Missing, continuity, looks_after
from kring.law.meaning import Meaning
from kring.law.retention import Term, falls_due_on
from kring.law.steps import Voice
from kring.people.calling import Calls, callers_at
from kring.rights import questions as rights
from kring.rights.decided import running
from kring.rights.house import house_of, officer
from kring.rights.models import Wish
from kring.rights.staying import Staying, staying
from kring.rights.untold import untold_and_not_so

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

_CLOSED = Prepared(lambda dossier: Closing.objects.filter(dossier=dossier).order_by("-closed_at"), dossier=UUIDField())
_BEGAN = Prepared(
    lambda dossier: (
        Involvement.objects.filter(dossier=dossier).order_by("from_on").values_list("from_on", flat=True)[:1]
    ),
    dossier=UUIDField(),
)


OPEN_AT_THE_END: Mapping[str, tuple[Words, str]] = {
    UNKNOWN: (_("Er is nieuws over wie ernaast staat. Het kind weet het nog niet."), "endings:endings"),
    AFTERCARE: (
        _("Na een afscheid: kijken hoe het gaat, of vragen bij wie het kind nu terecht kan."),
        "endings:endings",
    ),
    SEARCH: (_("Jullie zoeken nog iemand, of een blad voor Lus is nog niet gevraagd."), "seeking:path"),
    Section.SUPPORT.value: (_("Een vraag of een gesprek van wie ernaast staat wacht nog."), "support:around"),
    Section.PARENTS.value: (_("Een zorg van een ouder wacht nog."), "endings:due"),
    Section.RIGHTS.value: (
        _("Er is nog iets te bekijken rond wie ernaast staat, of wie een ouder meebrengt."),
        "endings:due",
    ),
    Section.SAFETY.value: (_("Het plan van het kind wordt nog eens nagekeken."), "journal:plan"),
}
"""What a worker still has to do, by what it is (`access.looks.open_here`)."""

_NOW_OR_STOPPED = Q(withdrawn_on=None) | Q(ended_by=Voice.PERSON.value)
_CHOSEN = Question(
    Wish,
    lambda within: within(Wish.objects.filter(_NOW_OR_STOPPED).order_by("pk")).annotate(
        away=kept_apart("member", "item__dossier"),
        says=Exists(Reported.objects.filter(item=OuterRef("member"))),
    ),
)
"""Whom the child chose and did not let go of, and who stopped; with whether contact with it is restricted, and
whether it still says itself if what a worker wrote of it is so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stays:
    """Who stays beside the child."""

    names: Sequence[str]
    not_yet: Sequence[str]
    """Whom the child chose, and of whom no yes was written down: that is nobody who stays yet."""
    rests: Sequence[str] = ()
    """Who rests for a while, and is named for that."""
    limited: Sequence[tuple[str, date]] = ()
    """Of whom something is limited, and until when: who takes over reads it before anything (R2)."""
    stopped: Sequence[str] = ()
    """Of whom no yes was written down: who said before that it stops, and is asked anew."""
    untold: bool = False
    """Somebody said that it stops, and the child does not know yet: not who, for it may look along (R15)."""
    no_yes: bool = False
    """Somebody says that a yes in its name was none: it is talked about with the child first; who, is not named."""
    news: bool = False
    """Somebody stops and it is to be told now: nobody is still asked whether it is so."""
    away: Sequence[str] = ()
    """With whom contact is restricted now: nobody to go to, and named to nobody as one who stays (R28)."""

    @property
    def names_somebody(self) -> bool:
        """Whether somebody whom the child chose is named here, also who does not stay for sure."""
        return bool(self.names or self.not_yet or self.rests or self.away)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remains:
    """On whom a child falls back when the help ends, what the house does, and how long the file is kept."""

    lasting: str
    aftercare: Sequence[Aftercare]
    kept_until: date | None
    """Nothing: nobody wrote down the birthday, so nothing falls due."""
    before: Sequence[Closing]
    officer: str
    """Whom one asks about what is kept, and how that one is reached."""


def stays(door: Door) -> Stays:
    """Who stays beside this child; at most three statements."""
    return _as_told(*_chosen(door))


def stays_as_it_goes(door: Door) -> Stays:
    """The same for who hands the child on, with of whom something is limited now; one statement more."""
    wishes, beside = _chosen(door)
    return _as_told(wishes, beside, limited(door, wishes))


def limited(door: Door, wishes: Iterable[Wish]) -> list[tuple[str, date]]:
    """Of whom whom the child chose something is limited today, and until when; asked only where one can serve."""
    called = {one.member_id: one.called for one in wishes if one.meaning == Meaning.TRUST_PERSON.value}
    runs = running(door) if called else {}
    return [(called[member], one.until) for member, one in runs.items() if member in called]


def _as_told(wishes: Iterable[Wish], beside: Staying, limited: Sequence[tuple[str, date]] = ()) -> Stays:
    around = beside.there | beside.not_yet | beside.rests | beside.stopped
    away = {one.member_id for one in wishes if one.away}  # type: ignore[attr-defined]  # annotated by `_CHOSEN`

    def called(some: Mapping[UUID, str], *, shut: bool = False) -> list[str]:
        return sorted({name for member, name in some.items() if (member in away) is shut})

    some = (beside.there, beside.not_yet, beside.rests, beside.stopped)
    names, not_yet, rests, stopped = (called(one) for one in some)
    return Stays(
        names=names,
        not_yet=not_yet,
        rests=rests,
        stopped=stopped,
        limited=limited,
        no_yes=beside.no_yes,
        untold=bool(beside.untold),
        news=bool(beside.untold - {one.member_id for one in wishes if one.says}),  # type: ignore[attr-defined]  # the same
        away=called(around, shut=True),
    )


def remains(door: Door) -> Remains:
    """What stays with this child; three statements."""
    today, house = clock.today(), house_of(door)
    return Remains(
        lasting=house.lasting,
        officer=officer(house),
        aftercare=after(door),
        kept_until=falls_due_on(Term.FILE, born_on(door.dossier, on=today), on=today),
        before=_CLOSED.ask(dossier=door.dossier.pk),
    )


def passed_on(door: Door) -> list[tuple[str, date]]:
    """To whom something of the child was passed on in an emergency, and when, that nobody told it: the last first (R8).

    A place closes once a person told it (`access.acts.closing`).  Nothing is asked where nothing waits.
    """
    if door.dossier.passed_on_untold is None or door.dossier.closed_on is not None:
        return []
    rows = [one for one in told_of(door) if one.is_untold]
    names = calling.called(door, {one.to_id: one.to.call_name for one in rows})
    return [(names[one.to_id], clock.day(one.at)) for one in rows]


@dataclass(frozen=True, slots=True)
class StaysOpen:
    """What of it nobody did yet when a place closes, from which day on, and where it stands."""

    words: Words
    on: date
    href: str

    @property
    def is_ahead(self) -> bool:
        """Whether its day is still to come."""
        return self.on > clock.today()


def stays_open(door: Door) -> list[StaysOpen]:
    """What a closing would take from every list of the day, said before it: who looks after it then?  One statement.

    No names: a child may look along, and what it was not told yet a person tells it (R15).  From 18 on nothing of a
    parent waits any more.
    """
    found = open_here(door)
    if Case.MINOR not in door.standing.cases:
        found.pop(Section.PARENTS.value, None)
    return [
        StaysOpen(words, found[kind], address(page, door.dossier.pk))
        for kind, (words, page) in OPEN_AT_THE_END.items()
        if kind in found
    ]


def after(door: Door) -> list[Aftercare]:
    """What the house does after the help, until its last day; one statement."""
    today = clock.today()
    return [one for one in CARE.of(door) if one.until_on is None or one.until_on >= today]


def turns_to(door: Door) -> list[Farewell]:
    """To whom the child can turn now that somebody stopped, as it was said by telling it; until the last look (A140).

    Not of what the child said is not so.  Two statements, and one where nobody steps in.
    """
    today, rows = clock.today(), FAREWELLS.of(door)
    told = [row for row in rows if row.steps_in and looks_after(row.told_on, on=today)[-1] >= today]
    so = still_so(rows, untold_and_not_so(door)[1]) if told else []
    return [row for row in told if row in so]


def closed_last(door: Door) -> Closing | None:
    """How this place was closed, while it is; one statement."""
    rows: list[Closing] = _CLOSED.ask(dossier=door.dossier.pk)
    return rows[0] if rows and rows[0].reopened_at is None else None


def _chosen(door: Door) -> tuple[list[Wish], Staying]:
    """What the child chose, and who of them stays; what ended because somebody stopped is read along."""
    rows = _CHOSEN.of(door)
    gone = told_after.told(door) if door.dossier.closed_on and door.relation is Relation.CHILD else {}
    rows = [row for row in rows if row.member_id not in gone]
    wishes, before = ([row for row in rows if (row.withdrawn_on is None) is now] for now in (True, False))
    if not wishes:
        return [], Staying()
    return wishes, staying(wishes, rights.TAKEN.of(door), going=set(GOING.of(door)), before=before)


def first_day(door: Door) -> date:
    """The day on which the help began here: nothing of it ended, or was told, before."""
    began: list[date] = _BEGAN.ask(dossier=door.dossier.pk)
    return max(door.dossier.opened_on, *began)


@dataclass(frozen=True, slots=True)
class Checked:
    """What is not in order when a worker goes, and who stays."""

    missing: list[tuple[Missing, Words]]
    stays: Stays


def missing(door: Door) -> Checked:
    """Whether somebody stays, and who is to be called (A170, A176)."""
    wishes, beside = _chosen(door)
    gaps = {one.calls: one.gap for one in callers_at(door.dossier.team_id, clock.today())}
    told = _as_told(wishes, beside, limited(door, wishes))
    kept = law.Staying(
        beside=len(told.names),
        fixed_contact=gaps[Calls.CONTACT] not in UNREACHABLE,
        deputy=gaps[Calls.DEPUTY] not in UNREACHABLE,
        contact_leaves=gaps[Calls.CONTACT] is Gap.LEAVES,
        deputy_leaves=gaps[Calls.DEPUTY] is Gap.LEAVES,
    )
    child = door.dossier.call_name
    said = [(one, sentence(code_of(one), name="", child=child)) for one in continuity(kept)]
    return Checked(said, told)
