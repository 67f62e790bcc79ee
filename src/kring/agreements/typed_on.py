"""What is being typed, page by page: what stands on a page, where it leads, and all of it once more."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from kring.access.door import Door, RefusedError
from kring.agreements import drafting, forms, knowing, pages, reading
from kring.agreements.acts import making
from kring.agreements.drafting import Key, Typed, Value
from kring.agreements.models import Agreement, Point
from kring.agreements.over import choices
from kring.agreements.pages import Page
from kring.agreements.wording import Voice
from kring.law import agreements as law
from kring.law.access import Relation
from kring.law.meaning import Meaning
from kring.rights.models import Wish

BOTH = (law.Point.ENGAGING, law.Point.RHYTHM)
"""One point of each part: who reads the one reads all of its part."""


def meaning(door: Door, member: UUID) -> Meaning:
    """In which meaning they agree: as they did before, else as the child named this person; else somebody for it."""
    before = door.within(Agreement.objects.filter(member=member).order_by("-pk")).values_list("meaning", flat=True)
    named = set(door.within(Wish.objects.in_force().filter(member=member)).values_list("meaning", flat=True))
    known = [one for one in before if not named or one in named]
    found = known or [one for one in Meaning if one.value in named]
    return Meaning(found[0]) if found else Meaning.SUPPORTER


def made(door: Door, member: UUID) -> UUID | None:
    """What there is with this person already."""
    rows = door.within(Agreement.objects.made().filter(member=member).order_by("-pk"))
    found: UUID | None = rows.values_list("pact", flat=True).first()
    return found


def before(door: Door, member: UUID) -> dict[str, str]:
    """How the last version with this person was begun."""
    last = door.within(Agreement.objects.filter(member=member).order_by("-pk")).first()
    return {"told": last.told, "reads": last.reads} if last is not None else {}


@dataclass
class Here:
    """One short page, as it is being typed."""

    door: Door
    row: Agreement
    number: int

    @property
    def page(self) -> Page:
        """Which page.  Raises `RefusedError` for one that is not there."""
        if not 1 <= self.number <= len(self.pages):
            raise RefusedError
        return self.pages[self.number - 1]

    @cached_property
    def pages(self) -> list[Page]:
        """All of them."""
        return pages.pages(self.row, self.door.relation)

    @property
    def of(self) -> int:
        """How many there are."""
        return len(self.pages)

    @cached_property
    def typed(self) -> Typed:
        """What was typed so far."""
        body = self.row.typed  # type: ignore[attr-defined]  # annotated by `Agreements.typing`
        return drafting.read(body) if body else Typed()

    @cached_property
    def before(self) -> UUID:
        """Of which pact this is the next version."""
        return making.goes_on_with(self.door, self.row)

    @cached_property
    def stood(self) -> list[Point]:
        """What stood there before."""
        return list(self.door.within(Point.objects.filter(pact=self.before, until=None).order_by("pk")))

    @property
    def values(self) -> Mapping[Key, Value]:
        """What stands there now."""
        return {**{drafting.key_of(one): drafting.value_of(one) for one in self.stood}, **self.typed.points}

    @property
    def names(self) -> dict[str, Any]:
        """Who is who, for the questions."""
        told: dict[str, Any] = {"name": self.row.called, "child": self.door.dossier.call_name, "circle": []}
        return told | {"voice": Voice.CHILD if self.door.relation is Relation.CHILD else Voice.OTHER}

    def form(self, posted: QueryDict | None) -> forms.Step:
        """The questions of this page."""
        points = pages.asked(self.row, self.page, self.door.relation)
        names, initial = self.names, forms.Step.initial_of(self.values)
        if law.Point.KNOWS in points:
            people, guessed = knowing.to_choose(self.door)
            names["circle"] = [(str(one.member), one.name) for one in people if one.member != self.row.member_id]
            initial = {f"towards_{one.value}": key for one, key in guessed.items()} | initial
        return forms.Step(posted, points=points, names=names, initial=initial)

    def days(self, posted: QueryDict | None) -> forms.Days | None:
        """The days, on the page that asks them."""
        if not self.page.days:
            return None
        days = self.typed.days or self._days_before()
        if not days:
            return forms.Days(posted, initial={"look": "3"})
        look, trial = (days.get(name, "") for name in ("look_again_on", "trial_until"))
        return forms.Days(
            posted,
            initial={"look": "day" if look else "none", "look_on": look, "trial": bool(trial), "trial_on": trial},
        )

    def _days_before(self) -> Mapping[str, str]:
        """The days of the version before."""
        made = self.door.within(Agreement.objects.made().filter(pact=self.before).order_by("-number"))
        last = made.first()
        if last is None or choices(self.door).over_since(last):
            return {}
        days = {"look_again_on": last.look_again_on, "trial_until": last.trial_until}
        return {name: day.isoformat() if day else "" for name, day in days.items()}

    def after(self, go: str) -> str:
        """Where one goes next: on, back, or to all of it."""
        then = self.number + {"on": 1, "back": -1}.get(go, self.of)
        if 1 <= then <= self.of:
            return reverse("agreements:step", args=[self.door.dossier.pk, self.row.pact, then])
        return reverse("agreements:ready", args=[self.door.dossier.pk, self.row.pact])


@dataclass
class Over:
    """All of it once more, before it stands there."""

    door: Door
    row: Agreement

    @property
    def reads_less(self) -> bool:
        """Whether the child lets who works with it read less than of the version before: that closes along (R8)."""
        reads, stood = law.Reads(self.row.reads), self.here.stood if self.door.relation is Relation.CHILD else []
        return any(law.is_held_close(law.Point(one.code), reads) and not one.item.held_close for one in stood)

    @property
    def without_number(self) -> bool:
        """Whether they call or write when it is not going well, and no number stands there: then there is no button."""
        low = self.here.values.get(Key(law.Point.LOW), Value())
        return low.choice in {law.Channel.CALL.value, law.Channel.MESSAGE.value} and not low.number

    @cached_property
    def here(self) -> Here:
        """What was typed, and what stood there before."""
        return Here(self.door, self.row, 1)

    @cached_property
    def parts(self) -> list[reading.Part]:
        """The points, as they will stand."""
        rows = [
            Point(**making.fields_of(self.row, key, value))
            for key, value in self.here.values.items()
            if not value.is_empty and key.code is not law.Point.REMARK
        ]
        voice = Voice.CHILD if self.door.relation is Relation.CHILD else Voice.OTHER
        return reading.parts(rows, voice, self.door.dossier.call_name)
