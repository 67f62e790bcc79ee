"""What stays when the help ends or the child goes to another team, for who has to tell it.  Always through the door."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import UUIDField

from kring.access.door import Door
from kring.access.standing import born_on
from kring.dossier.here import works_here
from kring.dossier.models import Closing, Involvement
from kring.endings.models import Aftercare, Farewell
from kring.endings.questions import CARE, FAREWELLS, GOING
from kring.kit import clock
from kring.kit.prepared import Prepared
from kring.law.endings import looks_after
from kring.law.retention import Term, falls_due_on
from kring.rights import questions as rights
from kring.rights.house import house_of, officer
from kring.rights.staying import Staying, staying

_CLOSED = Prepared(lambda dossier: Closing.objects.filter(dossier=dossier).order_by("-closed_at"), dossier=UUIDField())
_BEGAN = Prepared(
    lambda dossier: (
        Involvement.objects.filter(dossier=dossier).order_by("from_on").values_list("from_on", flat=True)[:1]
    ),
    dossier=UUIDField(),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stays:
    """Who stays beside the child."""

    names: Sequence[str]
    not_yet: Sequence[str]
    """Whom the child chose, and of whom no yes was written down: that is nobody who stays yet."""

    @property
    def reads_nobody(self) -> bool:
        """Whether nobody stays whom the worker may read of."""
        return not self.names


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
    beside = _staying(door)
    return Stays(names=sorted(set(beside.there.values())), not_yet=sorted(set(beside.not_yet.values())))


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


def after(door: Door) -> list[Aftercare]:
    """What the house does after the help, until its last day; one statement."""
    today = clock.today()
    return [one for one in CARE.of(door) if one.until_on is None or one.until_on >= today]


def turns_to(door: Door) -> list[Farewell]:
    """To whom the child can turn now that somebody stopped, as it was said by telling it; until the last look (A140).

    One statement.
    """
    today = clock.today()
    return [row for row in FAREWELLS.of(door) if row.steps_in and looks_after(row.told_on, on=today)[-1] >= today]


def closed_last(door: Door) -> Closing | None:
    """How this place was closed, while it is; one statement."""
    rows: list[Closing] = _CLOSED.ask(dossier=door.dossier.pk)
    return rows[0] if rows and rows[0].reopened_at is None else None


def _staying(door: Door) -> Staying:
    wishes = rights.CHOSEN.of(door)
    return staying(wishes, rights.TAKEN.of(door), going=set(GOING.of(door))) if wishes else Staying()


def first_day(door: Door) -> date:
    """The day on which the help began here: nothing of it ended, or was told, before."""
    began: list[date] = _BEGAN.ask(dossier=door.dossier.pk)
    return max(door.dossier.opened_on, *began)


def others_who_work_here(door: Door) -> list[str]:
    """Who else works with this child today."""
    working = works_here(door.dossier.pk, on=clock.today())
    return [one.person.call_name for one in working if one.person_id != door.me]
