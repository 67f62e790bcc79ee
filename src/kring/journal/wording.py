"""The classes of data in plain words: for who writes, and beside a text that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kring.law.access import Klass, Relation

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

WORKER = {
    Klass.FILE: (_("Voor het dossier"), _("Wat je zag, deed of afsprak.")),
    Klass.OWN_WORDS: (
        _("Eigen woorden van {child}"),
        _("Letterlijk, zoals {child} het zei. Later verander je dit niet meer."),
    ),
    Klass.HOUSEHOLD: (_("Over thuis of een ouder"), _("Wat je weet van een ouder, of van wie nu met {child} woont.")),
    Klass.CONFIDENCE: (_("In vertrouwen gezegd"), _("Iemand vroeg om het niet verder te vertellen.")),
    Klass.THIRD_PARTY: (
        _("Alleen over iemand anders"),
        _("Het gaat niet over {child} zelf. Ook: wie niet meer met {child} woont."),
    ),
}
OTHERS = {
    Klass.FILE: (
        _("Gewoon"),
        _("Wie {child} begeleidt leest het, als {child} dat niet sloot. {child} ook, als het dat zelf al kan."),
    ),
    Klass.CONFIDENCE: (
        _("In vertrouwen"),
        _("Alleen wie {child} begeleidt, als {child} dat niet sloot. {child} niet."),
    ),
}
LABELS = {
    Klass.FILE: _("voor het dossier"),
    Klass.HOUSEHOLD: _("over thuis"),
    Klass.CONFIDENCE: _("in vertrouwen"),
    Klass.THIRD_PARTY: _("over iemand anders"),
}
"""Beside a text; own words need none: they look like what was said."""


SOMEONE = _("iemand naast {child}")
"""Who wrote a text, for whom what that person is to the child is not to be known."""


def to_choose(relation: Relation) -> dict[Klass, tuple[Words, Words]]:
    """What someone who writes chooses from, as far as the table lets it add (`Sieve.may_add`); the child not at all."""
    if relation is Relation.CHILD:
        return {}
    return WORKER if relation is Relation.WORKER else OTHERS
