"""All versions of what two agree on, put together: which one holds, and what another agreement took the place of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from kring.access.writing import ITSELF
from kring.agreements.models import Agreement, Yes
from kring.agreements.over import Choices
from kring.agreements.versions import Version
from kring.circle.lettering import initial
from kring.law import agreements as law
from kring.law.agreements import Party
from kring.rights.faces import drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Pact:
    """Everything between the child and one person in one meaning, as far as this visitor reads it."""

    key: UUID
    versions: list[Version]
    typing: Agreement | None
    chosen: Choices
    let_go: bool = False
    """The child chose this person once, and does not any more."""
    replaced: bool = False
    """What the same two agreed on later took its place: of two, one holds."""
    replaces: bool = False
    """It is a proposal beside an agreement that holds: with the yes of both, that one stops."""
    may_not_agree: bool = False
    """To who stands beside the child: it said that it stops, and says no yes any more meanwhile."""
    as_what: str = ""
    """As what, in a word, and how the disc is drawn; nothing for who may not know it (R7)."""
    look: str = ""

    @property
    def latest(self) -> Version | None:
        """The last version that was made."""
        return self.versions[-1] if self.versions else None

    @property
    def held(self) -> Version | None:
        """The version that holds: the last to which both said yes, of those that are not over."""
        number = law.in_force([(one.row.number or 0, one.state) for one in self.versions if not one.over_since])
        return next((one for one in self.versions if one.row.number == number), None)

    @property
    def over_since(self) -> date | None:
        """Since when all of it is over; a newer version is of a newer choice."""
        return self.latest.over_since if self.latest else None

    @property
    def proposed(self) -> Version | None:
        """A newer version than the one that holds, which waits for a yes."""
        return self.latest if self.held and self.latest is not self.held else None

    @property
    def row(self) -> Agreement:
        """A row that says with whom."""
        return self.latest.row if self.latest else self.typing  # type: ignore[return-value]  # a pact has one of the two

    @property
    def member(self) -> UUID:
        """Who it is with."""
        return UUID(str(self.row.member_id))

    @property
    def name(self) -> str:
        """How the child calls this person."""
        return self.row.called

    @property
    def initial(self) -> str:
        """The letter in the disc, as in the circle."""
        return initial(self.name)

    @property
    def figure(self) -> str:
        """How this person is drawn for a small child."""
        return drawn(self.name)

    def version(self, told: str) -> Version | None:
        """The one with this number, as an address says it."""
        return next((one for one in self.versions if str(one.row.number) == told), None)


def put_together(
    rows: Sequence[Agreement], said_yes: Iterable[Yes], chosen: Choices, waits: Collection[UUID]
) -> list[Pact]:
    """Every pact with its versions, in order of beginning; of the same two in one meaning, one holds."""
    by_version: defaultdict[UUID, dict[Party, Yes]] = defaultdict(dict)
    for yes in said_yes:
        by_version[yes.agreement_id][Party(yes.party)] = yes
    by_pact: defaultdict[UUID, list[Agreement]] = defaultdict(list)
    for row in rows:
        if row.made_on is not None or not chosen.over_since(row):
            by_pact[row.pact].append(row)
    found = [
        Pact(
            key=key,
            versions=[
                Version(row, by_version[row.pk], chosen.over_since(row), row.pk in waits)
                for row in some
                if row.made_on is not None
            ],
            typing=next((row for row in some if row.made_on is None), None),
            chosen=chosen,
            let_go=chosen.let_go(some[0].member_id),
        )
        for key, some in sorted(by_pact.items(), key=lambda one: one[0])
    ]
    return _one_holds(found)


def _one_holds(found: Sequence[Pact]) -> list[Pact]:
    """Of two that hold between the same two, the one that was begun last; the other one is over since that yes.

    They are two where the child kept the first from who works with it: nobody but the two knows then of both (R8).
    """
    by_two: defaultdict[tuple[UUID, str], list[Pact]] = defaultdict(list)
    for one in found:
        by_two[one.member, one.row.meaning].append(one)
    return [_beside(one, by_two[one.member, one.row.meaning]) for one in found]


def _beside(one: Pact, all_of_two: Sequence[Pact]) -> Pact:
    held = sorted((each.held for each in all_of_two if each.held is not None), key=lambda version: version.row.pk)
    last = _holds(held)
    if last is None or one.held is last:
        return one
    if one.held is None:
        return replace(one, replaces=one.latest is not None and one.latest.over_since is None)
    since = max(yes.said_on for yes in last.said_yes.values())
    versions = [replace(version, over_since=version.over_since or since) for version in one.versions]
    return replace(one, versions=versions, replaced=True)


def _holds(held: Sequence[Version]) -> Version | None:
    """Of what holds between two the one that was begun last; what the child kept to the two ends by its own tap alone.

    Who works with the child reads nothing of that one: its word that the child said yes to another ends it for nobody.
    """
    kept = [one for one in held if one.row.reads == law.Reads.NOTHING]
    tapped = [one for one in held if one in kept or one.said_yes[Party.CHILD].expressed == ITSELF]
    return (tapped if kept else held)[-1] if held else None
