"""A figure for someone, so that a small child can point without reading (A134).

Only drawn from what the child called this person; the tint says nothing about anybody: it keeps six faces apart.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from kring.circle.domains import Domain, Kind
from kring.circle.reading import Person
from kring.kit.keys import NOBODY

TINTS = 6

# The first word that fits; each is a whole word or, with a star, the beginning of one.
WORDS = {
    "grandmother": "oma omi bomma moeke mémé grootmoeder grootmama nana",
    "grandfather": "opa opi bompa vake pépé grootvader grootpapa",
    "mother": "mama mams mam moeder mamie plusmama pleegmama stiefmama pleegmoeder stiefmoeder",
    "father": "papa paps pap vader pappie pluspapa pleegpapa stiefpapa pleegvader stiefvader",
    "aunt": "tante tanti meter",
    "uncle": "nonkel oom peter meester leraar buurman",
    "sister": "zus zusje zussen nicht nichtje halfzus pluszus pleegzus",
    "brother": "broer broertje broers neef neefje halfbroer plusbroer pleegbroer",
    "baby": "baby",
    "teacher": "juf* lerares zorgjuf leerkracht* titularis",
    "neighbour": "buurvrouw buurmeisje",
    "coach": "trainer* coach leider leidster chiro* scouts*",
    "pastor": "pastor pastoor pater priester dominee imam zuster",
    "doctor": "dokter doktor huisarts arts verpleeg*",
    "worker": "begeleid* consulent* opvoed* hulpverlen* therapeut* psycholo*",
    "dog": "hond* puppy",
    "cat": "poes* kat kater",
    "pal": "vriendje maat kameraad",
    "friend": "vriend* bestie klasgeno*",
}
PICKS = (
    *("mama", "papa", "oma", "opa", "zus", "broer", "tante", "nonkel"),
    *("juf", "meester", "vriend", "buurvrouw", "hond", "poes"),
)
PARENT = frozenset(f"{WORDS['mother']} {WORDS['father']}".split())
BY_KIND = {Kind.PET: "dog", Kind.PLACE: "house", Kind.GROUP: "ball"}
UNKNOWN = (
    "someone"  # could be anybody: what the child did not say is not guessed; no child's face for a grown neighbour
)


@dataclass(frozen=True, slots=True)
class Face:
    """Someone a child can point at."""

    member: UUID
    name: str
    figure: str
    tint: int
    chosen: bool = False


def figure(person: Person) -> str:
    """The drawing for someone."""
    said = re.findall(r"\w+", f"{person.name} {person.relation}".casefold())
    for name, words in WORDS.items():
        if any(_fits(word, words.split()) for word in said):
            return name
    if person.kind in BY_KIND:
        return BY_KIND[person.kind]
    if person.in_care:
        return "worker"
    return "friend" if person.domain is Domain.FRIENDS else UNKNOWN


def to_pick(people: Iterable[Person]) -> list[Face]:
    """Pictures of who is not there yet, for a child that does not write; each is added under that word (A134)."""
    there = {one.name.casefold() for one in people}
    missing = [word for word in PICKS if word not in there]
    return [Face(NOBODY, word, drawn(word), place % TINTS + 1) for place, word in enumerate(missing)]


def drawn(word: str) -> str:
    """The drawing for one word."""
    return next((name for name, words in WORDS.items() if _fits(word, words.split())), UNKNOWN)


def says_parent(said: str, child: str) -> bool:
    """Whether these words are of a parent of this child: "papa", "mama van Noor"; not "mama van Yara"."""
    words = re.findall(r"\w+", said.casefold())
    others = {child.casefold(), "mij", "haar", "hem"}
    for place, word in enumerate(words):
        of, whose = [*words[place + 1 : place + 3], "", ""][:2]
        if word in PARENT and (of != "van" or whose in others):
            return True
    return False


def faces(people: list[Person], chosen: frozenset[UUID] = frozenset(), *, after: int = 0) -> list[Face]:
    """Faces in the order given; neighbours differ in tint, also from the last of so many that stand before them."""
    placed = enumerate(people, after)
    return [Face(one.key, one.name, figure(one), place % TINTS + 1, one.key in chosen) for place, one in placed]


def _fits(said: str, words: list[str]) -> bool:
    return any(said.startswith(word[:-1]) if word.endswith("*") else said == word for word in words)
