"""Making a version: begun, typed page by page, left or made.  A version that was made is never changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from kring.access.door import Door
from kring.access.kept import Kept
from kring.access.models import Draft
from kring.access.spoken import walls_of
from kring.access.writing import Filing, NotAllowedError, Writing
from kring.agreements import drafting
from kring.agreements.drafting import Key, Typed, Value
from kring.agreements.models import Agreement, Point, Points, Yes
from kring.agreements.over import choices
from kring.audit.events import Event
from kring.circle import reading as circle
from kring.kit.keys import uuid7
from kring.law import agreements as law
from kring.law.access import Klass, Relation, Section, Topic, Verb
from kring.law.meaning import Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """How a version begins."""

    meaning: Meaning
    told: law.Told = law.Told.WRITTEN
    reads: law.Reads = law.Reads.ALL


def begin(door: Door, member: UUID, new: Begun, *, act: UUID, on: date) -> Agreement:
    """Begin a version; one that this visitor sees being typed already goes on.

    What of it who works with the child reads is the child's choice; who works with it keeps to the choice of before.
    What the child keeps to the two from now on stands apart while it is typed, and goes on with the words that stand
    there (`goes_on_with`); what it once kept so, no later version opens: that one begins empty.
    Raises `NotAllowedError` for who is not there, for whom the child chose and let go, and for who makes no agreements.
    """
    called, chosen = circle.names(door, [member]).get(member), choices(door)
    if called is None or not may_make(door) or chosen.let_go(member):
        raise NotAllowedError
    known = list(door.within(Agreement.objects.filter(member=member, meaning=new.meaning.value)).order_by("-pk"))
    alone = door.relation is Relation.CHILD and new.reads is law.Reads.NOTHING
    shut = {row.pact for row in known if row.reads == law.Reads.NOTHING}
    known = [row for row in known if (row.pact in shut) is alone]
    typing: Agreement | None = next((row for row in known if row.made_on is None and door.may(row, Verb.CHANGE)), None)
    if typing is not None and not chosen.over_since(typing):
        return typing
    reads = new.reads if door.relation is Relation.CHILD else law.Reads(known[0].reads if known else law.Reads.ALL)
    wall = walls_of(door.dossier.pk, [member])[member]
    close = (
        reads is not law.Reads.ALL and door.relation is Relation.CHILD
    )  # what a worker types, a colleague goes on with
    filing = Filing(klass=Klass.FILE, topic=Topic.BESIDE_ME, wall=wall, held_close=close)
    with door.writes(Event.AGREEMENT_BEGUN, once=act, codes=(new.told.value,)) as write:
        facts: dict[str, Any] = {"meaning": new.meaning.value, "told": new.told.value, "reads": reads.value}
        pact = known[0].pact if known else uuid7()
        row = write.add(Agreement, filing, pact=pact, member_id=member, called=called, begun_on=on, **facts)
        drafting.write_down(row, drafting.typed(typing.pk) if typing is not None else Typed())
        if typing is not None:
            write.remove(typing)  # of a choice that ended: what was typed goes on with the new one
    return row


def keep(door: Door, row: Agreement, changes: Mapping[Key, Value], days: Mapping[str, str]) -> None:
    """Keep what a short page says.  No line in the log: nothing is agreed by it.  Raises `NotAllowedError`."""
    if row.made_on is not None or not door.may(row, Verb.CHANGE):
        raise NotAllowedError
    with transaction.atomic():
        draft = Draft.objects.select_for_update().filter(pk=row.pk).first()
        so_far = drafting.read(draft.body) if draft else Typed()
        more = Typed(points={**so_far.points, **changes}, days={**so_far.days, **days})
        drafting.write_down(row, more, draft)


def make(door: Door, row: Agreement, *, act: UUID, on: date, waits: bool = False) -> None:
    """It stands there: to read for the person it is about, and to say yes to.  Nothing is agreed yet.

    What did not change stays the same row; what did is a row of its own, and the child is asked anew who may read it.
    What the child keeps from who works with it, it shows to this person by its yes (R8); `waits`: on a new device.  Of
    what stood in versions of before nobody reads more than of this one.
    Raises `StaleError` when another version was made at the same moment; `NotAllowedError` for what is over meanwhile.
    """
    chosen = choices(door)
    if chosen.over_since(row):
        raise NotAllowedError
    so_far = drafting.typed(row.pk)
    days = {name: date.fromisoformat(day) if day else None for name, day in so_far.days.items()}
    with door.writes(Event.AGREEMENT_MADE, once=act, codes=(row.told,)) as write:
        pact = goes_on_with(door, row)
        made = door.within(Agreement.objects.made().filter(pact=pact)).order_by("-number")
        last = made.first()
        number = last.number + 1 if last is not None else 1
        anew = last is not None and chosen.over_since(last) is not None
        before = _days_of(None if anew else last)
        facts: dict[str, Any] = {**before, **days, "pact": pact, "reads": _reads(write, row, last)}
        write.change(row, version=row.item.version, number=number, made_on=on, **facts)
        rows: list[Kept] = [*_points(write, row, so_far, anew=anew), *_closed(write, row)]
        close = row.reads == law.Reads.NOTHING
        rows += _shut(write, row, list(made)) if close and _is_the_child(write) else []
        for old in made:
            write.look_again(old, on=None)
        write.look_again(row, on=None if close else row.look_again_on)
        write.belongs([row], about=row.member_id, close=close)
        Draft.objects.filter(pk=row.pk).delete()
        show(write, row, [row, *rows], waits=waits)


def goes_on_with(door: Door, row: Agreement) -> UUID:
    """Of which pact this is the next version once it is made: its own, or what the same two agreed on last.

    The second one only where the child keeps it to the two while it is typed, and nothing of it stands there yet (R8).
    """
    if row.reads != law.Reads.NOTHING or row.made_on is not None:
        return row.pact
    stood = Agreement.objects.made().filter(member=row.member_id, meaning=row.meaning).order_by("-pk")
    pacts: list[UUID] = list(door.within(stood).values_list("pact", flat=True))
    return pacts[0] if pacts and row.pact not in pacts else row.pact


def leave(door: Door, row: Agreement, *, act: UUID) -> None:
    """Not now after all: what was typed is gone, and the version before stands as it stood."""
    if row.made_on is not None:
        raise NotAllowedError
    with door.writes(Event.AGREEMENT_LEFT, once=act) as write:
        write.remove(row)


def show(write: Writing, row: Agreement, rows: Sequence[Kept], *, waits: bool = False) -> None:
    """What is kept from who works with the child, the child shows to the person it is about.  Part of an act."""
    close = [one for one in write.items_now(rows) if one.held_close]
    if close and _is_the_child(write):
        write.say_yes(close, [row.member_id], waits=waits)


def filing_of(row: Agreement, point: law.Point, by: str = "") -> Filing:
    """Where a point of this version belongs; `by`: where one of the two says it for itself."""
    close = law.is_held_close(point, law.Reads(row.reads))
    klass = law.klass_of(point, by)
    return Filing(klass=klass, topic=Topic.BESIDE_ME, wall=row.item.wall_id, about=row.member_id, held_close=close)


def may_make(door: Door) -> bool:
    """Whether this visitor writes agreements down: the child, and who works with it."""
    sieve = door.sieve(Section.AGREEMENTS)
    return sieve.opens(Klass.OWN_WORDS, Verb.CHANGE) and sieve.may_add(Klass.FILE)


def _reads(write: Writing, row: Agreement, last: Agreement | None) -> str:
    """What who works with the child reads of it: of what the child chose meanwhile no worker makes it more (R8)."""
    chosen = last is not None and not _is_the_child(write)
    return last.reads if chosen and last is not None else row.reads


def _days_of(last: Agreement | None) -> dict[str, date | None]:
    return {"look_again_on": last.look_again_on, "trial_until": last.trial_until} if last is not None else {}


def _points(write: Writing, row: Agreement, so_far: Typed, *, anew: bool) -> list[Point]:
    """What stood before, some of it until now, and what is new in this version.

    `anew`: after what is over nothing is the same point, so that nobody reads it by an answer of before, and what the
    person said of it stays with that.
    """
    until, before = (row.number or 1) - 1, list(write.door.within(_standing(row)))
    now = {**{drafting.key_of(old): drafting.value_of(old) for old in before}, **so_far.points}
    same = set()
    for old in before:
        key = drafting.key_of(old)
        stays = now[key] == drafting.value_of(old) and old.item.held_close == filing_of(row, key.code).held_close
        if stays and not anew:
            same.add(key)
        elif anew or key.code is not law.Point.REMARK:
            write.change(old, until=until)
    kept = {key for key in now if key.code is law.Point.REMARK}
    new = {key: value for key, value in now.items() if key not in same | kept and not value.is_empty}
    wanted = [(filing_of(row, key.code, key.by), fields_of(row, key, value)) for key, value in new.items()]
    return [*([] if anew else before), *(write.add_all(Point, wanted) if wanted else [])]


def _closed(write: Writing, row: Agreement) -> list[Point]:
    """What stood in a version of before and the child keeps from who works with it from now on: its no holds for all.

    Only the child closes; what was kept once, no later version opens.
    """
    if not _is_the_child(write):
        return []
    stood, reads = write.door.within(Point.objects.filter(pact=row.pact)), law.Reads(row.reads)
    wide = [one for one in stood if law.is_held_close(law.Point(one.code), reads) and not one.item.held_close]
    write.belongs(wide, about=row.member_id, close=True)
    return wide


def _shut(write: Writing, row: Agreement, made: Sequence[Agreement]) -> list[Kept]:
    """The versions of before and each yes to them are kept to the two as well: nobody reads on what stopped (R8).

    Also not who wrote them down: the table closes it there (`closed_to_who_wrote_it`).  What somebody else is typing
    of it goes on by itself: it is no next version of what that one does not read.
    """
    for other in write.door.within(Agreement.objects.typing().filter(pact=row.pact)):
        write.change(other, pact=uuid7())
    said = write.door.within(Yes.objects.filter(agreement__in=[one.pk for one in made]))
    rows: list[Kept] = [one for one in (*made, *said) if not one.item.held_close]
    for old in made:
        write.change(old, reads=law.Reads.NOTHING.value)
    write.belongs(rows, about=row.member_id, close=True)
    return rows


def _standing(row: Agreement) -> Points:
    found: Points = Point.objects.filter(pact=row.pact, until=None).order_by("pk")
    return found


def fields_of(row: Agreement, key: Key, value: Value) -> dict[str, Any]:
    """What a row of this point says, from this version on."""
    return {
        "pact": row.pact,
        "member_id": row.member_id,
        "called": row.called,
        "code": key.code.value,
        "by": key.by,
        "choice": key.listener or value.choice,
        "words": value.words,
        "number": value.number,
        "towards_id": UUID(value.towards) if value.towards else None,
        "since": row.number,
    }


def _is_the_child(write: Writing) -> bool:
    return write.door.sieve(Section.AGREEMENTS).relation is Relation.CHILD
