"""Who is around, as a form needs it: whom a passage can be about, and who may know what is not shared."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from kring.access.door import Door
from kring.access.models import Item
from kring.access.readers import Other
from kring.circle.domains import Domain, Kind, Layer
from kring.circle.models import Placement
from kring.circle.names import fold
from kring.circle.wordlist import WORDS
from kring.law.access import Klass, Relation, Section

WORD = re.compile(r"\w+")
LONGEST = 40
NO_RELATION = WORDS.firstnames | {"kind", "kindje", "meter", "ouder"}
"""Read as a name, a measure or an age as well: asking at each of these would be asking at nothing."""
PARENTS = "ouders"


@dataclass(frozen=True, slots=True)
class Someone:
    """Someone of the circle, as a choice; behind which wall it stands."""

    member: UUID
    name: str
    wall: UUID | None = None


def of_the_circle(door: Door) -> list[Someone]:
    """Whom a worker can write about: everyone in the circle, by the child's word for it.  One statement."""
    if door.sieve(Section.CIRCLE).is_empty():
        return []
    rows = door.within(Placement.objects.filter(until_at=None))
    told = rows.values_list("member_id", "name", "layer", "item__wall_id")
    best = {
        member: Someone(member, name, wall)
        for member, name, layer, wall in sorted(told, key=lambda one: one[2] == Layer.CHILD.value)
    }
    return sorted(best.values(), key=lambda one: one.name.casefold())


def named_in(words: str, names: Sequence[str]) -> list[str]:
    """Whose names stand in a text: a name as a whole, or a word of it that is written with a capital.

    It asks a human to look, and decides nothing: two may have one name, and who is called "mama" may be somebody else.
    """
    text = f" {' '.join(fold(one) for one in WORD.findall(words))} "

    def stands(name: str) -> bool:
        parts = WORD.findall(name)
        whole = " ".join(fold(one) for one in parts)
        called = [fold(one) for one in parts if one[:1].isupper()]
        return any(f" {one} " in text for one in (whole, *called) if one)

    found = list(dict.fromkeys(one for one in names if stands(one)))
    return [one for one in found if not any(one != other and fold(one) in _folded(other) for other in found)]


def asked_about(words: str, names: Sequence[str]) -> list[str]:
    """Whom a text that would be about nobody may be about: who is named in it, and who is meant by a relation word.

    "Oma belde" is about somebody, whatever name she has in the circle; of a trainer or a neighbour that holds where
    somebody around is called so.  It asks once, and the worker decides (R17).
    """
    named = named_in(words, names)
    said = {part for one in named for part in _folded(one)}
    called = {fold(one) for name in names for one, _ in _relations(name)}
    meant = [one for one, is_family in _relations(words) if is_family or fold(one) in called]
    return [*named, *(one for one in dict.fromkeys(meant) if fold(one) not in said)]


def _relations(text: str) -> list[tuple[str, bool]]:
    """The words in a text that say who somebody is, in small letters, and whether each is of the family.

    By the list of the circle, without what is a first name, or an ordinary word here.
    """
    found = []
    for token in WORD.findall(text):
        folded = fold(token)
        entry = WORDS.at((folded,), 0) if len(token) <= LONGEST and folded not in NO_RELATION else None
        is_family = folded == PARENTS or (entry is not None and entry[1].domain is Domain.FAMILY)
        if is_family or (entry is not None and entry[1].kind is Kind.PERSON):
            found.append((token.lower(), is_family))
    return found


def _folded(name: str) -> list[str]:
    """The words of a name: who is named as "trainer Karim" is not named once more as "Karim"."""
    return [fold(one) for one in WORD.findall(name)]


def who_may_know(door: Door, around: Sequence[Other]) -> list[Someone]:
    """To whom the yes of the child would open words that it does not share (R8): asked of the table, not guessed.

    Of whom a worker did not say yet that it is so, such words wait for nobody: else that word would open them.
    """
    if door.relation is not Relation.CHILD:
        return []
    item = Item(
        dossier_id=door.dossier.pk,
        section=Section.JOURNAL.value,
        klass=Klass.OWN_WORDS.value,
        author_id=door.me,
        held_close=True,
    )
    return [
        Someone(min(one.confirmed), one.name)
        for one in around
        if one.confirmed and one.reads_if(item, one.standing.answers.and_yes(item.pk))
    ]
