"""Who stands beside a child: named in which meaning, since when, serving or not, and what is still to be asked.

Named is not yet serving, and what nobody asked yet is never a refusal (R2).  Made of rows that were read already, so
that a page over many children needs no statement for each.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.circle.lettering import initial
from kring.law.decision import Decision
from kring.law.meaning import Meaning
from kring.law.trust_person import ENTRY, EXTRACT, may_serve
from kring.rights.facts import Look, last_looks, named_from, to_tell, told_no
from kring.rights.models import Serving, Wish
from kring.rights.models.held import ALL_SEEN
from kring.rights.questions import Runs

WORDS: dict[Meaning, Promise] = {
    Meaning.TRUST_PERSON: _("gekozen als vertrouwenspersoon"),
    Meaning.JIM: _("JIM"),
    Meaning.SUPPORTER: _("steunfiguur"),
}
SERVES = _("vertrouwenspersoon")


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One person the child named, in one meaning."""

    member: UUID
    name: str
    meaning: Meaning
    since: date
    serves_since: date | None
    decision: Decision | None
    all_seen_on: date | None = None
    """Since when everything that the law asks was seen and holds, also for who may not read what was seen."""
    paused_on: date | None = None
    unasked_since: date | None = None
    """Since when it waits that somebody asks it, of who is no trust person; a pet or a place is asked nothing."""
    limited_until: date | None = None
    """Until when something of what it does is limited, of who serves (R2)."""
    limited_by: str = ""
    told_no_on: date | None = None
    """Since when the child knows that the house says no for now, told by a person (R15)."""
    thing: bool = False
    """A pet, a place or a group: chosen as anybody else, and nothing of a person is asked of it."""
    apart: bool = False
    """Contact is restricted now: whatever was begun, nothing of it goes on, and no page says why (R28)."""
    to_tell: bool = False
    """Whether the director said no and nobody told the child yet, for who may read that."""

    @property
    def word(self) -> Promise:
        """In which meaning, in words; a legal trust person only once it serves."""
        return SERVES if self.serving else WORDS[self.meaning]

    @property
    def look(self) -> str:
        """How this person is drawn: who does not serve yet has no badge, and is welcome as a supporter (R2)."""
        waits = self.meaning is Meaning.TRUST_PERSON and not self.serving
        return Meaning.SUPPORTER.value if waits else self.meaning.value

    @property
    def initial(self) -> str:
        """The letter in the disc, as in the circle."""
        return initial(self.name)

    @property
    def note(self) -> str:
        """Since when; and that it rests, or cannot be now."""
        if self.apart:
            return str(_("dit kan nu niet"))
        if self.paused_on is not None:
            return _("op pauze sinds %(day)s") % {"day": date_format(self.paused_on, "j F Y")}
        if self.serves_since is not None:
            began = _("is begonnen op %(day)s") % {"day": date_format(self.serves_since, "j F Y")}
            return f"{began}. {self.limit}" if self.limit else began
        return _("gekozen op %(day)s") % {"day": date_format(self.since, "j F Y")}

    @property
    def limit(self) -> str:
        """That something is limited, for who may know it; what and why stands on a page of its own, or is told."""
        if self.limited_until is None:
            return ""
        return _("Er is iets beperkt tot en met %(day)s.") % {"day": date_format(self.limited_until, "j F Y")}

    @property
    def serving(self) -> bool:
        """Whether the legal position has begun."""
        return self.serves_since is not None

    @property
    def falls_back(self) -> bool:
        """Whether the house owes this person somebody to fall back on: who serves, and an asked JIM (R13, C113).

        Who was chosen and not asked yet, also anew after it stopped, serves nobody.
        """
        return self.serving or (self.meaning is Meaning.JIM and self.unasked_since is None)

    @property
    def to_ask(self) -> int:
        """How many things are still to be asked; of a JIM or a supporter the law asks nothing (R3)."""
        if self.all_seen_on is not None or self.told_no_on is not None:
            return 0
        missing = {one.code for one in self.decision.missing} if self.decision is not None else set()
        return len(missing - {ENTRY} if EXTRACT in missing else missing)

    @property
    def open_to_the_child(self) -> int:
        """The same as the child reads it line by line: of an extract it reads nothing (brief 1.6)."""
        missing = {one.code for one in self.decision.missing} if self.decision is not None else set()
        return len(missing - {ENTRY, EXTRACT})

    @property
    def may_begin(self) -> bool:
        """Everything was asked, nothing stands against it, and the serving has not begun."""
        return self.decision is not None and self.decision.allowed and not self.serving


_decided = lru_cache(maxsize=1000)(may_serve)
"""The law is asked once for each set of facts: of a hundred children most stand at the same."""


@dataclass(frozen=True, slots=True)
class Known:
    """The rows about one child that tell who stands beside it."""

    wishes: Iterable[Wish]
    conditions: Iterable[Any]  # kring.rights.facts.LOOKED
    servings: Iterable[Serving]
    paused: Mapping[UUID, date] = field(default_factory=dict)
    """Of which wishes it rests, and since when."""
    limited: Mapping[UUID, Runs] = field(default_factory=dict)
    """Of whom something is limited today, until when, and who wrote that."""
    things: Collection[UUID] = ()
    """Which of the circle is a pet, a place or a group: of these the law asks nothing."""


def beside(known: Known, names: Mapping[UUID, str], *, on: date) -> list[Beside]:
    """Everyone the child names now, trust persons first, then in the order in which they were named."""
    looks = _looks(known.conditions)
    begun = {row.member_id: row.began_on for row in known.servings if row.ended_on is None}
    order = list(Meaning)
    wishes = sorted(known.wishes, key=lambda row: (order.index(Meaning(row.meaning)), row.named_on, row.pk))
    first = {(row.member_id, row.meaning): row for row in reversed(wishes) if row.withdrawn_on is None}
    rests = {(row.member_id, row.meaning): known.paused[row.pk] for row in wishes if row.pk in known.paused}

    apart = {row.member_id for row in wishes if getattr(row, "apart", False)}

    def law(row: Wish) -> tuple[dict[str, Look], date | None] | None:
        return None if row.member_id in known.things else (looks.get(row.member_id, {}), begun.get(row.member_id))

    people = [
        _one(row, names[row.member_id], law(row), on=on)
        for row in wishes
        if row.member_id in names and first.get((row.member_id, row.meaning)) is row
    ]
    return [
        replace(
            one,
            apart=one.member in apart,
            paused_on=rests.get((one.member, one.meaning.value)),
            **_limited(known.limited.get(one.member) if one.serving else None),
        )
        for one in people
    ]


def _limited(runs: Runs | None) -> dict[str, Any]:
    return {} if runs is None else {"limited_until": runs.until, "limited_by": runs.by}


def _one(wish: Wish, name: str, law: tuple[dict[str, Look], date | None] | None, *, on: date) -> Beside:
    meaning = Meaning(wish.meaning)
    trusted = meaning is Meaning.TRUST_PERSON
    if law is None:
        said: dict[str, Any] = {"member": wish.member_id, "name": name, "meaning": meaning, "since": wish.named_on}
        return Beside(**said, serves_since=None, decision=None, thing=True)
    return Beside(
        member=wish.member_id,
        name=name,
        meaning=meaning,
        since=wish.named_on,
        serves_since=law[1] if trusted else None,
        unasked_since=None if trusted else wish.unasked_since,
        decision=_decided(named_from(law[0], chosen=True), on=on) if trusted else None,
        all_seen_on=_all_seen_on(law[0]) if trusted else None,
        told_no_on=told_no(law[0]) if trusted else None,
        to_tell=trusted and to_tell(law[0]),
    )


def _all_seen_on(looks: Mapping[str, Look]) -> date | None:
    said = looks.get(ALL_SEEN)
    return said.on if said is not None and said.holds else None


def _looks(conditions: Iterable[Any]) -> dict[UUID, dict[str, Look]]:
    """The last look at each condition, for each person."""
    by_member: defaultdict[UUID, list[Any]] = defaultdict(list)
    for row in conditions:
        by_member[row.member_id].append(row)
    return {member: last_looks(rows) for member, rows in by_member.items()}
