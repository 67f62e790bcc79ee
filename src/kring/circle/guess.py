"""Who could this be?  From "oma Lea" or "juf Els" to a relation, a life domain and a kind, as a proposal.

Pure and fast; it knows nothing of the child and keeps nothing.  The guess is shown as a guess until someone confirms
it, and a name that says nothing is as welcome (issue 2, section 2; trace A103, A103b).  The words are in guess.toml.
"""

from dataclasses import dataclass, replace

from kring.circle.domains import Domain, Kind
from kring.circle.mentions import Mention, Typed, mentions, read
from kring.circle.wordlist import WORDS

_LONGEST = 40  # a relation is some words, not a story
_HAS = frozenset({"'s", "haar", "zijn", "hun"})  # "Yara haar mama", "mama's vriend"
_THROUGH_FAMILY = frozenset({Domain.FRIENDS, Domain.WORK, Domain.PAST})  # "vriend van mama", "ex van mama"
_PLACES = frozenset({Kind.PLACE, Kind.GROUP})


@dataclass(frozen=True, slots=True)
class Guess:
    """A proposal, and shown as one until somebody confirms it."""

    relation: str = ""  # in the words that were typed
    domain: Domain | None = None
    kind: Kind = Kind.PERSON
    in_care: bool = False  # a professional, who is passing
    past: bool = False  # someone of before; how near is never guessed
    sure: bool = False  # not sure: ask rather than fill in


NOTHING = Guess()


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of what was typed, with the relation words in it."""

    typed: Typed
    found: tuple[Mention, ...]
    start: int
    end: int

    def cut(self, start: int, end: int) -> "_Part":
        inside = tuple(m for m in self.found if start <= m.start and m.end <= end)
        return _Part(self.typed, inside, start, end)

    @property
    def place(self) -> Mention | None:
        return next((m for m in self.found if m.word.stays_put), None)

    @property
    def someone(self) -> Mention | None:
        """The first word for a person; "mijnheer" gives way to "pastoor"."""
        people = [m for m in self.found if not m.word.stays_put]
        return next((m for m in people if m.word.sure), people[0] if people else None)

    @property
    def says_nothing(self) -> bool:
        return all(token in WORDS.skipped for token in self.typed.folded[self.start : self.end])


def guess(text: str) -> Guess:
    """A proposal for who this is; `NOTHING` when the words do not say."""
    typed, before = _without_past(read(text))
    found = mentions(typed)
    seen = _read(_Part(typed, found, 0, len(typed)))
    if before or seen.domain is Domain.PAST or any(mention.past for mention in found):
        return _of_before(seen)
    return seen


def _of_before(seen: Guess) -> Guess:
    """An earlier foster mother is of an earlier place, "opa van vroeger" stays family; nobody of before is in care."""
    blood = seen.domain is Domain.FAMILY and not seen.relation.lower().startswith(("pleeg", "gast", "plus", "stief"))
    return replace(seen, domain=Domain.FAMILY if blood else Domain.PAST, past=True, in_care=False)


def _without_past(typed: Typed) -> tuple[Typed, bool]:
    """Takes "ex-", "vorige", "van vroeger" away from the words they stand beside."""
    gone: set[int] = set()
    for place, marker in enumerate(typed.folded):
        if marker not in WORDS.past or marker in WORDS.old or (place and typed.capital(place)):
            continue
        if marker == "ex" and not (place + 1 < len(typed) and WORDS.at(typed.folded, place + 1)):
            continue  # "mijn ex", "ex van mama": a relation by itself
        gone.add(place)
        if place and typed.folded[place - 1] == "van":
            gone.add(place - 1)
    return typed.without(gone), bool(gone)


def _read(part: _Part) -> Guess:
    hinge = _hinge(part)
    return _through(part, hinge) if hinge else _plain(part)


def _hinge(part: _Part) -> int:
    """Where "mama van Yara" or "Yara haar mama" turns; 0 when it does not."""
    for place in range(part.start + 1, part.end - 1):
        turns = part.typed.raw[place] == "van" or part.typed.folded[place].replace("’", "'") in _HAS
        if turns and not any(m.start <= place < m.end for m in part.found):
            return place
    return 0


def _plain(part: _Part) -> Guess:
    """One person or place: "oma Lea", "trainer Karim voetbal", "jeugdhuis De Kouter", "Karim chiro"."""
    someone, place = part.someone, part.place
    if someone:
        domains = {m.word.domain for m in part.found if m.word.sure and not m.word.stays_put}
        sure = someone.sure and domains == {someone.word.domain} and None not in domains
        who = Guess(someone.text, someone.word.domain, someone.word.kind, in_care=someone.word.care, sure=sure)
        return _at(who, place) if place else who
    if not place:
        return NOTHING
    word = place.word
    if not part.cut(part.start, place.start).says_nothing and not place.past:
        return Guess(place.text, word.around, in_care=word.care)
    sure = word.sure and (word.kind is Kind.PLACE or place.end == part.end)
    return Guess(place.text, word.domain, word.kind, in_care=word.care, sure=sure)


def _at(who: Guess, place: Mention) -> Guess:
    """ "begeleider scouts" is no professional; a volunteer, and "mevrouw Adu van de kerk", belong where they help."""
    elsewhere = who.in_care and not place.word.care and not place.word.people
    by_title = who.domain is Domain.SCHOOL and not who.sure
    if who.domain is None or elsewhere or by_title:
        return replace(who, domain=place.word.around, in_care=place.word.care, sure=False)
    return who


def _through(part: _Part, hinge: int) -> Guess:
    """Someone known through someone or something: "mama van Yara", "juf van Sem", "Karim van de voetbal"."""
    head, owner = part.cut(part.start, hinge), part.cut(hinge + 1, part.end)
    if part.typed.raw[hinge] != "van":
        head, owner = owner, head
    if owner.says_nothing:
        return _plain(head)
    who, whose = _plain(head), _read(owner)
    if who == NOTHING:
        return _from(part, owner, whose)
    around = owner.place.word.around if owner.place and whose.kind in _PLACES else whose.domain
    if whose.kind not in _PLACES or who.domain is not Domain.FAMILY:
        who = _moved(who, whose, around)  # "tante Mieke van de bakkerij" stays family: who she is goes before where
    if owner.place and whose.kind in _PLACES:
        who = _at(who, owner.place)
    text = f"{who.relation} van {part.typed.quoted(owner.start, owner.end)}"
    return replace(who, relation=text if len(text) <= _LONGEST else who.relation)


def _moved(who: Guess, whose: Guess, around: Domain | None) -> Guess:
    """Family of a friend belongs with the friends; a friend of mama belongs with the family."""
    if who.domain is Domain.FAMILY:
        if whose == NOTHING:
            return replace(who, domain=Domain.FRIENDS, sure=False)
        return replace(who, domain=around, sure=around in {Domain.FAMILY, Domain.FRIENDS})
    if who.domain in _THROUGH_FAMILY and whose.domain is Domain.FAMILY:
        return replace(who, domain=Domain.FAMILY, sure=False)
    return who


def _from(part: _Part, owner: _Part, whose: Guess) -> Guess:
    """A name and where it comes from."""
    if whose == NOTHING:
        return _plain(part)
    if whose.kind not in _PLACES or not owner.place:
        return Guess(f"van {part.typed.quoted(owner.start, owner.end)}"[:_LONGEST], whose.domain)
    word = owner.place.word
    return Guess(f"van {part.typed.quoted(owner.start, owner.end)}"[:_LONGEST], word.around, in_care=word.care)
