"""What the organisation decided about who stands beside a child, as the child, its workers and the director read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.circle import reading as circle
from kring.kit import clock
from kring.kit.sentences import sentence
from kring.law.access import Relation
from kring.law.appointment import Consulted
from kring.law.decision import Decision
from kring.law.source import Status
from kring.rights import facts, reading
from kring.rights.acts.appointing import weigh
from kring.rights.asking import Block, Sheet
from kring.rights.earlier import Earlier, earlier
from kring.rights.house import house_of
from kring.rights.models import Appointment, Limit, Serving
from kring.rights.questions import LIMITED, Runs

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

ATTESTED = frozenset(
    f"appointment.{one}"
    for one in (
        "cannot-designate",
        "earlier-answered",
        "nobody-designated",
        "conflict",
        "adult",
        "independent",
        "proposed-agrees",
    )
)
"""What stands on the attest beside the talks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointed:
    """One appointment, and how far it is."""

    row: Appointment
    decision: Decision
    by: str
    chosen: bool
    """Whether the child chose somebody now: with the day of the decision before it, that came later."""
    for_whom: str
    """Of one that ended because the child chose itself: who began that day, for the child and who works with it."""
    before: list[Earlier]
    """What the child chose before: as it was weighed once it is decided, and as it is until then."""

    @property
    def lines(self) -> list[tuple[str, Any]]:
        """Each ground in words, with whether it holds."""
        return [
            (
                {True: "holds", False: "against", None: "open"}[one.holds],
                self.says(one.code, holds=one.holds),
            )
            for one in self.decision.grounds
        ]

    def says(self, code: str, *, holds: bool | None) -> Words | str:
        """A ground in words; that what the child chose was answered, only where it chose somebody before."""
        if code == "appointment.earlier-answered" and holds and not self.before:
            return _("In Kring staat niet dat het kind eerder iemand koos.")
        return sentence(code, name=self.row.called, holds=holds)

    @property
    def is_refused(self) -> bool:
        """Whether the director decided not to appoint, with its reason."""
        return self.row.ended_on is not None and self.row.decided_on is None and bool(self.row.motive)

    @property
    def talks(self) -> list[str]:
        """With whom was talked, and on which day, in the order of the decree."""
        return [f"{_day(self.row.talked[one])}: {self.says(one, holds=True)}" for one in _talks(self.row)]

    @property
    def waits(self) -> bool:
        """Whether the director can decide: only its own decision and the attest are open."""
        left = {one.code for one in self.decision.missing} - {"appointment.director", "appointment.attest"}
        return self.row.decided_on is None and self.row.ended_on is None and not left and not self.decision.against


@dataclass(frozen=True, slots=True, kw_only=True)
class Limited:
    """One limit, in words."""

    row: Limit
    name: str
    by: str

    @property
    def holds(self) -> bool:
        """Whether it holds today; after its last day it is over by itself."""
        return self.row.ended_on is None and self.row.from_on <= clock.today() <= self.row.until_on


def appointments(door: Door) -> list[Appointed]:
    """All of them, the last first."""
    rows = list(door.within(Appointment.objects.order_by("-pk")))
    names = reading.called({row.decided_by_id for row in rows if row.decided_by_id})
    return [_appointed(door, row, names) for row in rows]


def told_to_the_child(door: Door, *, serving: bool) -> list[Appointment]:
    """Whom the house appointed, once a person told the child: before that the table keeps it from its pages (R15).

    Who works with the child reads it here too once it was told, for the child may look along.  `serving`: somebody whom
    the child chose serves; then nobody else stands there, and nothing is asked (R6).
    """
    if serving or door.relation not in {Relation.CHILD, Relation.WORKER}:
        return []
    rows = Appointment.objects.in_force().filter(told_on__isnull=False)
    return list(door.within(rows.order_by("pk")))


def appointment(door: Door, key: UUID) -> Appointed:
    """One of them.  Raises `RefusedError`."""
    row = door.within(Appointment.objects.filter(pk=key)).first()
    if row is None:
        raise RefusedError
    return _appointed(door, row, reading.called({row.decided_by_id} - {None}))


def limits(door: Door) -> list[Limited]:
    """All of them, the last first."""
    rows = list(door.within(Limit.objects.order_by("-pk")))
    people = reading.called({row.decided_by_id for row in rows})
    names = circle.names(door, [row.member_id for row in rows]) if rows and reads_the_circle(door) else {}
    whom = _("de vertrouwenspersoon")
    return [Limited(row=row, name=names.get(row.member_id, whom), by=people.get(row.decided_by_id, "")) for row in rows]


def running(door: Door) -> dict[UUID, Runs]:
    """Of whom something is limited today, and until when."""
    return {member: Runs(until, by) for _child, member, until, by in LIMITED.of(door, on=clock.today())}


def limit(door: Door, key: UUID) -> Limit:
    """One of them.  Raises `RefusedError`."""
    row: Limit | None = door.within(Limit.objects.filter(pk=key)).first()
    if row is None:
        raise RefusedError
    return row


def reads_the_circle(door: Door) -> bool:
    """The director reads what there is to decide, and no circle."""
    return door.relation is not Relation.DIRECTOR


def attest(door: Door, one: Appointed) -> Sheet:
    """The attest of an appointment, as the director filled it in."""
    row, house = one.row, house_of(door)
    whom = _("%(name)s wordt aangesteld voor %(child)s.") % {"name": row.called, "child": door.dossier.call_name}
    blocks = (
        Block(_("Wie"), (row.called,)),
        Block(_("Voor wie"), (door.dossier.call_name,)),
        Block(
            _("Op welke grond"),
            (_("Artikel 24, paragraaf 2, van het decreet rechtspositie minderjarige."), *_grounds(one)),
        ),
        *_before(one),
        *_not_read(one),
        Block(_("De gesprekken vooraf"), tuple(one.talks)),
        Block(_("De jeugdhulpverleners"), tuple(row.named_workers)),
        Block(_("De reden"), words=row.motive),
        Block(_("Tot wanneer"), (_("Tot iemand begint die het kind zelf koos. Die gaat altijd voor."),)),
        Block(_("Beslist door"), (f"{one.by}, {date_format(row.decided_on or clock.today(), 'j F Y')}", whom)),
    )
    return Sheet(
        head=_("Attest van aanstelling"),
        lead=house.name,
        blocks=blocks,
        rows=1,
        signs=_("Handtekening van %(name)s, directie") % {"name": one.by},
        foot=house.name,
    )


def _grounds(one: Appointed) -> list[str]:
    """As they were weighed, in words: the two grounds, that nobody was designated, and the two conditions."""
    return [str(one.says(code, holds=True)) for code in _weighed(one, ATTESTED)]


def _before(one: Appointed) -> list[Block]:
    """Whom the child chose before is named, with what who prepared and who decided answered to it (A128)."""
    if not one.before:
        return []
    return [
        Block(_("Wat het kind eerder koos"), tuple(each.line for each in one.before)),
        Block(_("Wat de begeleiding daarop schreef"), words=one.row.on_earlier),
        Block(_("Wat de directie daarop schreef"), words=one.row.about_earlier),
    ]


def _not_read(one: Appointed) -> list[Block]:
    """Law that was not read yet is said on paper too: who signs knows what stands open (docs/law, a)."""
    since = [ground.valid_from for ground in one.decision.grounds if ground.status is Status.OPEN]
    if not since:
        return []
    words = _("De tekst van artikel 24 zoals die geldt sinds {day}, is in Kring nog niet gelezen.")
    told = (words.format(day=date_format(max(since), "j F Y")), _("De gronden staan hier zoals voor die dag."))
    return [Block(_("Na te kijken door een jurist"), told)]


def _weighed(one: Appointed, codes: frozenset[str]) -> list[str]:
    return [ground.code for ground in one.decision.grounds if ground.code in codes and ground.holds]


def _talks(row: Appointment) -> list[str]:
    return [who.value for who in Consulted if who.value in row.talked]


def _day(iso: str) -> str:
    return date_format(date.fromisoformat(iso), "j F Y")


def _for_whom(door: Door, row: Appointment) -> str:
    began = door.within(Serving.objects.in_force().filter(began_on=row.ended_on)).first()
    return reading.call_name(door, began.member_id) if began is not None else ""


def _appointed(door: Door, row: Appointment, names: dict[UUID, str]) -> Appointed:
    on = row.decided_on or clock.today()
    decision = Decision.from_kept(row.decision) if row.decision else weigh(door, row, on=on)
    return Appointed(
        row=row,
        decision=decision,
        by=names.get(row.decided_by_id, "") if row.decided_by_id else "",
        chosen=facts.a_choice_stands(door),
        for_whom=_for_whom(door, row) if row.by_choice and reads_the_circle(door) else "",
        before=[Earlier.from_kept(each) for each in row.earlier] if row.decided_on else earlier(door),
    )
