"""The closed lists of the circle: where someone comes from, how near, what kind, which tie.

The ten life domains are those of the brief (section 5, trace B151); the rings are product.md area 1.  Codes are English
and are stored; the Dutch word a reader sees is the `label` of each member, so that no page ever invents its own.
"""

from enum import IntEnum, StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Domain(StrEnum):
    """A life domain: one sector of the circle, in the order in which the sectors go round, from the top clockwise."""

    FAMILY = "family"
    FRIENDS = "friends"
    SCHOOL = "school"
    STREET = "street"
    LEISURE = "leisure"
    FAITH = "faith"
    WORK = "work"
    ONLINE = "online"
    PAST = "past"
    CARE = "care"

    @property
    def label(self) -> Promise:
        """The word beside the sector."""
        return DOMAIN_LABELS[self]

    @property
    def short(self) -> Promise:
        """One short word, where a phone has no room for more."""
        return SHORT_LABELS.get(self, DOMAIN_LABELS[self])


class Ring(IntEnum):
    """How near someone is; the fourth is a state, not a distance: someone who was important."""

    VERY_NEAR = 1
    NEAR = 2
    FURTHER = 3
    ONCE = 4

    @property
    def label(self) -> Promise:
        """The words for this ring."""
        return RING_LABELS[self]


class Kind(StrEnum):
    """What stands in the circle: not only people matter to a child."""

    PERSON = "person"
    PET = "pet"
    PLACE = "place"
    GROUP = "group"

    @property
    def label(self) -> Promise:
        """The word for this kind."""
        return KIND_LABELS[self]


class Shown(StrEnum):
    """The sign of someone who stands beside the child; of several the first here is drawn."""

    TRUST = "trust"  # a legal trust person, from the day it serves (R2)
    JIM = "jim"
    SUPPORTER = "supporter"


class Support(StrEnum):
    """Kinds of support, by the letters that workers already know (P-G-A-E)."""

    PRACTICAL = "P"
    COMPANY = "G"
    ADVICE = "A"
    EMOTIONAL = "E"

    @property
    def label(self) -> Promise:
        """The word behind the letter."""
        return SUPPORT_LABELS[self]


class TieKind(StrEnum):
    """What is between two people of the circle."""

    KNOW = "know"
    CLOSE = "close"
    TENSION = "tension"
    BROKEN = "broken"

    @property
    def label(self) -> Promise:
        """The words for this tie."""
        return TIE_LABELS[self]


def tie_words(kind: TieKind, strength: int) -> str:
    """A tie in words, its strength too: a thicker line alone says nothing to who cannot see it."""
    how = STRENGTHS.get(strength)
    return f"{kind.label}, {how}" if how and strength != ORDINARY else str(kind.label)


class Layer(StrEnum):
    """Whose picture it is: the child's and the adults' stand side by side, neither overwrites the other."""

    CHILD = "child"
    ADULT = "adult"

    @property
    def label(self) -> Promise:
        """Whose picture this is, in words."""
        return LAYER_LABELS[self]


USED_ONLY = frozenset({Domain.WORK, Domain.ONLINE})
"""Sectors that are drawn only when someone stands in them."""

DOMAIN_LABELS: dict[Domain, Promise] = {
    Domain.FAMILY: _("Gezin en familie"),
    Domain.FRIENDS: _("Vrienden"),
    Domain.SCHOOL: _("School"),
    Domain.STREET: _("Buurt"),
    Domain.LEISURE: _("Vrije tijd"),
    Domain.FAITH: _("Geloof en gemeenschap"),
    Domain.WORK: _("Werk"),
    Domain.ONLINE: _("Online"),
    Domain.PAST: _("Vroegere plekken"),
    Domain.CARE: _("Hulpverlening"),
}

SHORT_LABELS: dict[Domain, Promise] = {
    Domain.FAMILY: _("Familie"),
    Domain.FAITH: _("Geloof"),
    Domain.PAST: _("Vroeger"),
    Domain.CARE: _("Hulp"),
}

RING_LABELS: dict[Ring, Promise] = {
    Ring.VERY_NEAR: _("heel dichtbij"),
    Ring.NEAR: _("dichtbij"),
    Ring.FURTHER: _("verder weg"),
    Ring.ONCE: _("was belangrijk"),
}

KIND_LABELS: dict[Kind, Promise] = {
    Kind.PERSON: _("iemand"),
    Kind.PET: _("een dier"),
    Kind.PLACE: _("een plek"),
    Kind.GROUP: _("een groep"),
}

SUPPORT_LABELS: dict[Support, Promise] = {
    Support.PRACTICAL: _("praktische hulp"),
    Support.COMPANY: _("gezelschap"),
    Support.ADVICE: _("raad"),
    Support.EMOTIONAL: _("emotionele steun"),
}

TIE_LABELS: dict[TieKind, Promise] = {
    TieKind.KNOW: _("kennen elkaar"),
    TieKind.CLOSE: _("hechte band"),
    TieKind.TENSION: _("spanning"),
    TieKind.BROKEN: _("geen contact meer"),
}

ORDINARY = 2
STRENGTHS: dict[int, Promise] = {1: _("een beetje"), ORDINARY: _("gewoon"), 3: _("heel sterk")}
"""How strong a tie is; an ordinary one is not said."""

LAYER_LABELS: dict[Layer, Promise] = {
    Layer.CHILD: _("jouw kring"),
    Layer.ADULT: _("de kring volgens de volwassenen"),
}
