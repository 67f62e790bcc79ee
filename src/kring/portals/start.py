"""How does one begin with this child?  Seven steps in words, which were done, and the one that comes next (A7b, A13).

Advice and no gate: each can be done in any order, and none has to be.  Six statements, all through the door.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Max
from django.utils.formats import date_format
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.access.desk import Desk
from kring.access.door import Door
from kring.access.questions import Question
from kring.agreements import over
from kring.agreements.models import Agreement
from kring.circle.models import Placement
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.addresses import address
from kring.law.access import Section
from kring.law.meaning import Meaning
from kring.law.steps import Step as Path
from kring.moments.models import Talk
from kring.portals.caseload import best_names
from kring.rights import questions as rights
from kring.rights.models import Wish

if TYPE_CHECKING:
    from kring.access.kept import KeptQuerySet

NEVER = date.min
_LAST_TALK = Question(
    Talk, lambda within: within(Talk.objects.here()).order_by("-on_day").values_list("on_day", flat=True)[:1]
)
"""Of who works with the child here: what who referred it explained is not the first talk here (A17, A19)."""
_PLACED = Question(Placement, lambda within: within(Placement.objects.current()))
_MADE = Question(Agreement, lambda within: within(Agreement.objects.made()))
ASKED = frozenset({Path.ASKED.value, Path.ANSWERED.value, Path.TRIED.value, Path.BEGAN.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: what it is, what stands there already, and where one does it."""

    word: str
    says: str
    href: str
    done: bool


@dataclass(frozen=True, slots=True)
class Start:
    """The steps of one child."""

    steps: list[Step]

    @property
    def next(self) -> Step:
        """The first that was not done yet; following up is never done."""
        return next(one for one in self.steps if not one.done)


@dataclass(frozen=True, slots=True)
class Talked:
    """A child, and when its right was last talked about."""

    child: UUID
    name: str
    on: date | None

    @property
    def ago(self) -> str:
        """How long that is, in words."""
        return ago(self.on)


def start(door: Door) -> Start:
    """How far one is with this child."""
    child = door.dossier
    last = next(iter(_LAST_TALK.of(door)), None)
    placements, wishes = _PLACED.of(door), rights.CHOSEN.of(door)
    first = wishes[0] if wishes else None
    names = best_names(placements)
    name = (names.get(first.member_id) or first.called) if first else ""
    begun, asked = _steps(door, wishes)
    people = len({one.member_id for one in placements})
    made = _MADE.of(door)
    agreed = bool(made) and not all(map(over.choices(door).over_since, made))
    person = address("rights:person", child.pk, first.member_id) if first else address("rights:wish", child.pk)
    told = [
        (_("Leg het recht uit"), last_talked(last), address("moments:moments", child.pk), last is not None),
        (_("Kijk samen wie er is"), _in_the_circle(people), address("circle:session", child.pk), people > 0),
        (_("Laat het kind kiezen"), _chosen(name), address("rights:wish", child.pk), first is not None),
        (_("Vraag het samen"), _("Wie vraagt het, hoe, en wat als het een nee is?"), person, asked),
        (_("Maak afspraken"), _("Wat doet die persoon, en wat niet?"), address("agreements:all", child.pk), agreed),
        (_("Leg het vast"), _("De voorwaarden van de wet, of wat je met een JIM bespreekt."), person, begun),
        (_("Blijf volgen"), _("Vraag hoe het gaat, en of het nog klopt."), address("support:around", child.pk), False),
    ]
    return Start([Step(word=word, says=says, href=href, done=done) for word, says, href, done in told])


def last_talks(desk: Desk) -> list[Talked]:
    """When one last talked about it with each child of a desk, the longest ago first.  One statement."""
    rows: KeptQuerySet[Talk] = desk.within(Talk.objects.here())
    days = dict(rows.order_by().values_list("item__dossier_id").annotate(Max("on_day")))
    readable = desk.reads(Section.MOMENTS)
    found = [_talked(child, days) for key, child in desk.dossiers.items() if key in readable]
    return sorted(found, key=lambda one: (one.on or NEVER, one.name.casefold()))


def last_talked(on: date | None) -> str:
    """When it was talked about for the last time, and how long ago that is."""
    if on is None:
        return _("Nog niet besproken. Vijf minuten is genoeg.")
    return _("Laatst besproken op %(day)s, %(ago)s.") % {"day": date_format(on, "j F Y"), "ago": ago(on)}


def ago(on: date | None) -> str:
    """How long ago a day was, in words."""
    if on is None:
        return _("nog nooit")
    today = clock.today()
    return _("vandaag") if on >= today else _("%(time)s geleden") % {"time": timesince(on, today, depth=1)}


def _talked(child: Dossier, days: dict[UUID, date]) -> Talked:
    return Talked(child.pk, child.call_name, days.get(child.pk))


def _steps(door: Door, wishes: Iterable[Wish]) -> tuple[bool, bool]:
    """Whether one of those the child named has begun, and whether one of them was asked."""
    members = {one.member_id for one in wishes}
    taken = {row.step for row in rights.TAKEN.of(door) if row.member_id in members}
    serves = {row.member_id for row in rights.SERVING.of(door)} & members
    supports = any(one.meaning == Meaning.SUPPORTER.value for one in wishes)  # of whom nothing is asked (R3)
    return bool(serves) or Path.BEGAN.value in taken or supports, bool(taken & ASKED)


def _in_the_circle(people: int) -> str:
    if not people:
        return _("Er staat nog niemand in de kring.")
    return ngettext("Er staat één iemand in de kring.", "Er staan er %(count)s in de kring.", people) % {
        "count": people
    }


def _chosen(name: str) -> str:
    return _("Gekozen: %(name)s.") % {"name": name} if name else _("Nog niemand gekozen. Dat kan altijd, ook later.")
