"""Writing through a door: each row is asked of the table, gets its item, and keeps its version."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar
from uuid import UUID

from django.db.models import F

from kring.access.filed import refuse_misfiled
from kring.access.kept import Kept, KeptQuerySet
from kring.access.models import Giver, Item, Say
from kring.access.sieve import Sieve
from kring.dossier.models import Dossier, Wall
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Section, Topic, Verb, opens_more

M = TypeVar("M", bound=Kept)
Row = TypeVar("Row", bound=Kept)
ITSELF = "itself"
"""How the child answered, or let somebody in, when it did so with its own hands."""


class Opened(Protocol):
    """What writing needs of an open door."""

    @property
    def me(self) -> UUID: ...
    @property
    def dossier(self) -> Dossier: ...
    def sieve(self, section: Section) -> Sieve: ...
    def may(self, row: Kept, verb: Verb) -> bool: ...
    def within(self, rows: KeptQuerySet[Row], verb: Verb = Verb.READ) -> KeptQuerySet[Row]: ...


class NotAllowedError(Exception):
    """The table does not let this visitor write this: shown as something that is not there."""


class StaleError(Exception):
    """Somebody else changed this row since it was read; the page shows both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """Where a new row belongs: what the table asks about it."""

    klass: Klass
    topic: Topic | str = Topic.GENERAL
    """Of what stands beside a row that is there already: as it has it, also when that subject has another name now."""
    wall: UUID | None = None
    about: UUID | None = None
    told_to: UUID | None = None
    held_close: bool = False
    look_on: date | None = None
    """From which day somebody should look at it again."""


@dataclass(slots=True)
class Writing:
    """What is being written in one transaction.  `act` is the once-token of the form: the name of this act."""

    door: Opened
    act: UUID | None
    subject: UUID | None = None

    def add(self, model: type[M], filing: Filing, /, **fields: Any) -> M:
        """A new row with its item.  Raises `NotAllowedError`."""
        (row,) = self.add_all(model, [(filing, fields)])
        return row

    def add_all(self, model: type[M], wanted: Sequence[tuple[Filing, dict[str, Any]]]) -> list[M]:
        """Several new rows in a few statements, however many: a pasted list is one act.  Raises `NotAllowedError`."""
        if not all(self.door.sieve(model.section).may_add(filing.klass) for filing, _ in wanted):
            raise NotAllowedError
        refuse_misfiled(model, (filing.klass for filing, _ in wanted))
        walls = self._walls([filing.about for filing, _ in wanted if filing.about and not filing.wall])
        items = Item.objects.bulk_create([self._item(model.section, filing, walls) for filing, _ in wanted])
        rows = [model(item=item, **fields) for item, (_, fields) in zip(items, wanted, strict=True)]
        model.objects.all().opened().bulk_create(rows)
        for row in rows:
            self._touch(row)
        return rows

    def _walls(self, about: list[UUID]) -> dict[UUID, UUID]:
        """The walls of what these rows are about: what is told of somebody on a side, is told on that side (R16)."""
        if not about or not Wall.objects.filter(dossier=self.door.dossier.pk).exists():
            return {}
        rows = Item.objects.filter(pk__in=about).exclude(wall=None)
        return dict(rows.values_list("pk", "wall_id"))

    def _item(self, section: Section, filing: Filing, walls: dict[UUID, UUID]) -> Item:
        return Item(
            id=uuid7(),
            dossier_id=self.door.dossier.pk,
            section=section.value,
            klass=filing.klass.value,
            topic=str(filing.topic),
            author_id=self.door.me,
            wall_id=filing.wall or (walls.get(filing.about) if filing.about else None),
            about_id=filing.about,
            told_to_id=filing.told_to,
            held_close=filing.held_close,
            made_at=clock.now(),
            look_on=filing.look_on,
        )

    def looked_at(self, section: Section) -> None:
        """What somebody should have looked at again in this section, was looked at: nothing of it waits any more.

        Of the classes that this visitor may change.
        """
        sieve = self.door.sieve(section)
        mine = [klass.value for klass in Klass if sieve.opens(klass, Verb.CHANGE)]
        here = Item.objects.filter(dossier=self.door.dossier, section=section.value, klass__in=mine)
        here.exclude(look_on=None).update(look_on=None)

    def look_again(self, row: Kept, *, on: date | None) -> None:
        """From which day somebody looks at this row again; nothing: never.  Raises `NotAllowedError`."""
        if not self.door.may(row, Verb.CHANGE):
            raise NotAllowedError
        Item.objects.filter(pk=row.pk).update(look_on=on)

    def change(self, row: Kept, /, *, version: int | None = None, **fields: Any) -> None:
        """Change a row in hand.  With a version: only if it is still the one that was read, else `StaleError`."""
        if not self.door.may(row, Verb.CHANGE):
            raise NotAllowedError
        same = Item.objects.filter(pk=row.pk)
        if version is not None:
            same = same.filter(version=version)
        if not same.update(version=F("version") + 1):
            raise StaleError
        for name, value in fields.items():
            setattr(row, name, value)
        row.save(update_fields=list(fields))
        self._touch(row)

    def file_anew(self, row: Kept, beside: Sequence[Kept], klass: Klass, *, version: int | None = None) -> None:
        """The same row in another class, with what stands beside it; a yes for it as it was is asked anew (`Says`).

        Only into a class that nobody reads who could not read it before (`law.access.opens_more`): what was filed as
        told in confidence was read and written under that promise, and another word on a form does not open it.  To
        let more people read, one writes it again, and sees first who will.  Raises `NotAllowedError` and `StaleError`.
        """
        before = Klass(row.item.klass)
        if not self.door.sieve(row.section).may_add(klass) or opens_more(row.section, klass, before):
            raise NotAllowedError
        for one in (row, *beside):
            refuse_misfiled(type(one), [klass])
        self.change(row, version=version)
        Item.objects.filter(pk__in=[row.pk, *(one.pk for one in beside)]).update(klass=klass.value)
        row.item.klass = klass.value

    def belongs(self, rows: Sequence[Kept], *, about: UUID | None, close: bool | None = None) -> None:
        """Of whom these rows are now, and whether they are kept from who works with the child (R8).

        Part of an act that may change what they stand beside: `change` or `file_anew` asked it.
        """
        told = {"about": about} if close is None else {"about": about, "held_close": close}
        Item.objects.filter(pk__in=[one.pk for one in rows]).update(**told)

    def items_now(self, rows: Sequence[Kept]) -> list[Item]:
        """The items of these rows as this act left them: which text a yes is for (`say_yes`)."""
        return list(Item.objects.filter(pk__in=[one.pk for one in rows], dossier=self.door.dossier.pk))

    def remove(self, row: Kept) -> None:
        """Take a row away for good, with its item."""
        if not self.door.may(row, Verb.CHANGE):
            raise NotAllowedError
        self._touch(row)
        row.item.delete()

    def say_yes(self, items: Sequence[Item], towards: Sequence[UUID], *, waits: bool = False) -> bool:
        """The child writes, and says who may know this although it is not shared (R8): they, and nobody else.

        A yes for this text alone, in its present version.  `towards`: members of the circle of this child; others are
        nobody here.  `waits`: said on a device not seen before, so what is new opens nothing yet (`Say.waits`); what
        held already goes on, and who is not chosen any more is out at once.  Whether anything waits.
        """
        now = {(item.pk, item.version) for item in items}
        before = Say.objects.filter(item__in=items, giver=Giver.CHILD, answer="yes", withdrawn_at=None)
        chosen = [one for one in before if one.towards_id in towards and (one.item_id, one.of_version) in now]
        holds = [one for one in chosen if waits or not one.waits]
        before.exclude(pk__in=[one.pk for one in holds]).update(withdrawn_at=clock.now())
        here = Item.objects.filter(pk__in=towards, dossier=self.door.dossier, section=Section.CIRCLE.value)
        yes = {
            "dossier": self.door.dossier,
            "answer": "yes",
            "given_by_id": self.door.me,
            "recorded_by_id": self.door.me,
            "expressed": ITSELF,
            "from_on": clock.today(),
            "said_at": clock.now(),
            "waits": waits,
        }
        known = {(one.item_id, one.towards_id) for one in holds}
        pairs = [(item, one) for item in items for one in here if (item.pk, one.pk) not in known]
        Say.objects.bulk_create([Say(item=item, towards=one, of_version=item.version, **yes) for item, one in pairs])
        return waits and bool(pairs)

    def _touch(self, row: Kept) -> None:
        self.subject = self.subject or row.pk
