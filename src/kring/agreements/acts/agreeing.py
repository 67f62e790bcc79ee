"""The yes of each of the two, and what the person says of it by itself.  Nobody else agrees, refuses or waits."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from kring.access.acts.protecting import is_restricted
from kring.access.acts.unread import tell_the_child
from kring.access.door import Door
from kring.access.looks import untold_about
from kring.access.models import Item
from kring.access.over import over_for
from kring.access.weighed import to_weigh
from kring.access.writing import ITSELF, Filing, NotAllowedError
from kring.agreements.acts import making
from kring.agreements.acts.denied import is_denied, keep, lift
from kring.agreements.drafting import Key, Value
from kring.agreements.models import Agreement, Point, Yes
from kring.agreements.over import choices
from kring.audit.events import Event
from kring.kit import clock
from kring.law import agreements as law
from kring.law.access import Klass, Relation
from kring.law.agreements import Party
from kring.law.decision import Decision
from kring.law.ways import NETWORK


class MayNotAgree(Exception):  # noqa: N818  # a refusal reads as a fact (house.md 7)
    """It is nobody's own word, of an impossible day, or contact is restricted."""

    def __init__(self, decision: Decision) -> None:
        super().__init__()
        self.decision = decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """Whose yes, on which day, and how: by its own tap, or as somebody heard, read or saw it."""

    party: Party
    on: date
    expressed: str = ITSELF
    waits: bool = False


def own_party(door: Door) -> Party | None:
    """Which of the two this visitor is, of whom a tap is a yes; nobody else's is."""
    if door.relation is Relation.CHILD:
        return Party.CHILD
    return Party.PERSON if door.relation in NETWORK else None


def agree(door: Door, row: Agreement, new: Agreed, *, act: UUID, on: date) -> None:
    """Keep a yes.  Raises `MayNotAgree`; `NotAllowedError` for a version that is not there, or is somebody else's.

    While it is written that the other one stops, and the child was not told, nothing new comes into force: the yes of
    that one is refused with `NotAllowedError`, and what the child says or writes down is kept and waits (R15).

    Raises `StaleError` when it was said already.
    """
    mine, stops = own_party(door), is_untold(door, row)
    if stops and new.party is Party.PERSON and mine is not Party.CHILD:
        raise NotAllowedError
    if row.made_on is None or (new.expressed == ITSELF) is not (new.party is mine) or not _goes_on(door, row):
        raise NotAllowedError
    decision = law.may_say_yes(_asked(door, row, new), on=on)
    if not decision.allowed:
        raise MayNotAgree(decision)
    with door.writes(Event.AGREEMENT_AGREED, once=act, codes=(new.party.value, new.expressed)) as write:
        if new.party is Party.CHILD:
            tell_the_child(door)
        filing = replace(_beside(row), klass=Klass.FILE, held_close=row.reads == law.Reads.NOTHING)
        yes = {"agreement_id": row.pk, "party": new.party.value, "expressed": new.expressed}
        yes |= {"said_on": new.on, "waits": stops}
        said = write.add(Yes, filing, **yes)
        making.show(write, row, [said], waits=new.waits)
        write.subject = row.pk
        if new.expressed == ITSELF:
            lift(door, row.member_id, new.party)
        _looks(row, row.look_again_on)  # where a yes was denied before, they said it anew: nobody looks at that now


def _asked(door: Door, row: Agreement, new: Agreed) -> law.Yes:
    """What law is asked about this yes."""
    return law.Yes(
        party=new.party,
        recorded_as=door.relation,
        on=new.on,
        made_on=row.made_on,
        restricted=is_restricted(door.dossier.pk, member=row.member_id),
        says_something=says_something(door, row),
        denied=new.expressed != ITSELF and is_denied(door, row.member_id, new.party),
    )


def deny(door: Door, row: Agreement, said: Yes, *, act: UUID) -> None:
    """One of the two never said the yes that somebody else wrote down for it: it is gone, and nothing holds by it.

    Who works with the child has it to look at from that day on.  An own tap is no such yes, and nobody denies for the
    other (R7, R23).  Raises `NotAllowedError`.
    """
    if said.expressed == ITSELF or said.party != own_party(door) or said.item.author_id == door.me:
        raise NotAllowedError
    with door.writes(Event.AGREEMENT_DENIED, once=act, codes=(said.party,)) as write:
        write.subject = said.agreement_id
        _looks(row, clock.today())
        keep(door, row, Party(said.party))
        said.item.delete()  # not by the table, which lets a person change what it wrote itself: this was said of it


def asked_after(door: Door, said: Yes, *, act: UUID) -> None:
    """The child was asked, right after its yes, what one more may know: the person reads that as well.

    Raises `NotAllowedError`; `StaleError` when somebody changed it meanwhile.
    """
    if said.party != Party.CHILD.value or not making.may_make(door):
        raise NotAllowedError
    with door.writes(Event.AGREEMENT_ANSWERED, once=act) as write:
        write.change(said, version=said.item.version, asked_until=clock.now())
        write.subject = said.agreement_id


def react(door: Door, row: Agreement, said: Mapping[Key, Value], *, act: UUID) -> None:
    """What the person expects, and what it says of these agreements: beside what stands there, which does not change.

    What it said before stays, with its own day.  Raises `NotAllowedError`.
    """
    own = all(key.by == Party.PERSON.value and key.code in law.BY_THE_PERSON for key in said)
    new = {key: value for key, value in said.items() if not value.is_empty}
    if row.made_on is None or own_party(door) is not Party.PERSON or not own or not new or not _goes_on(door, row):
        raise NotAllowedError
    with door.writes(Event.AGREEMENT_ANSWERED, once=act) as write:
        wanted = [
            (making.filing_of(row, key.code, key.by), making.fields_of(row, key, value)) for key, value in new.items()
        ]
        write.add_all(Point, wanted)
        write.subject = row.pk


def is_untold(door: Door, row: Agreement) -> bool:
    """Whether it is written that the other one stops, and the child was not told yet."""
    return row.member_id in untold_about(door.dossier.pk, [row.member_id])


def is_theirs(door: Door, row: Agreement) -> bool:
    """Whether this is an agreement of the visitor itself, where it is the person beside the child."""
    mine = door.sieve(row.section).mine
    return door.relation not in NETWORK or row.member_id in mine


def _goes_on(door: Door, row: Agreement) -> bool:
    """Whether it is theirs, and not over: of what the child chose otherwise since nobody says yes any more."""
    mine = {row.member_id} & door.sieve(row.section).mine if door.relation in NETWORK else set()
    over = (row.member_id, row.meaning) in over_for(door.dossier.pk, mine)
    return is_theirs(door, row) and not over and not choices(door).over_since(row)


def says_something(door: Door, row: Agreement) -> bool:
    """Whether a point stands in it, also one that the visitor does not read: an empty page is no agreement (A156)."""
    points = Point.objects.of(row.pact, row.number or 0).exclude(code=law.Point.REMARK.value)
    return row.told == law.Told.ORAL.value or to_weigh(door, points).exists()


def _looks(row: Agreement, on: date | None) -> None:
    """From which day who works with the child looks at it again; never at what the two keep to themselves (R8)."""
    if row.reads != law.Reads.NOTHING:
        Item.objects.filter(pk=row.pk).update(look_on=on)


def _beside(row: Agreement) -> Filing:
    return making.filing_of(row, law.Point.RHYTHM)
