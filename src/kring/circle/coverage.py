"""Looking widely enough (trace A103 B159): which life domains were looked at, and where one could look next.

Never a verdict: nobody seen yet means "nog niet in beeld", not "no network" (product.md R22; trace A101 B31).
"""

from collections.abc import Collection

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kring.circle.cards import Age, Card, Way
from kring.circle.domains import Domain

# Care is left out: professionals come into view by themselves, and a circle is not wide because they stand in it.
_FOR_ALL = (Domain.FAMILY, Domain.FRIENDS, Domain.SCHOOL, Domain.STREET, Domain.LEISURE, Domain.FAITH, Domain.PAST)
LOOKED_FOR: dict[Age, tuple[Domain, ...]] = {
    Age.CHILD: _FOR_ALL,
    Age.TEEN: (*_FOR_ALL, Domain.ONLINE),
    Age.YOUNG: (*_FOR_ALL, Domain.ONLINE, Domain.WORK),
}

# In the middle of a sentence, without a capital.
_IN_A_SENTENCE: dict[Domain, Promise] = {
    Domain.FAMILY: _("familie"),
    Domain.FRIENDS: _("vrienden"),
    Domain.SCHOOL: _("school"),
    Domain.STREET: _("buurt"),
    Domain.LEISURE: _("vrije tijd"),
    Domain.FAITH: _("geloof en gemeenschap"),
    Domain.WORK: _("werk"),
    Domain.ONLINE: _("online"),
    Domain.PAST: _("vroegere plekken"),
}

WAYS = (
    Way("family-year", _("Wie zag je op het laatste feest van de familie?"), Domain.FAMILY),
    Way("family-both", _("Denk aan elke kant van je familie. Wie is daar nog?"), Domain.FAMILY),
    Way("friends-parent", _("Welke mama of papa van een vriend kent jou?"), Domain.FRIENDS),
    Way(
        "friends-message",
        _("Kijk samen naar de laatste berichten op je gsm, als jij dat wil. Wie staat daar?"),
        Domain.FRIENDS,
    ),
    Way("school-year", _("Noem van elk schooljaar één juf, meester of leerkracht die je onthield."), Domain.SCHOOL),
    Way("school-other", _("Wie kent jou op school die geen les geeft?"), Domain.SCHOOL),
    Way("street-greet", _("Nog niemand uit de buurt. Wie groet jou op straat?"), Domain.STREET),
    Way("street-door", _("Wandel in gedachten door je straat. Wie woont achter welke deur?"), Domain.STREET),
    Way("leisure-once", _("Wat deed je vroeger graag? Wie was daar toen?"), Domain.LEISURE),
    Way("leisure-begin", _("Wat zou je willen doen? Wie zou je daar ontmoeten?"), Domain.LEISURE),
    Way("faith-feast", _("Met wie vier je een feest, zoals Kerstmis of het Suikerfeest?"), Domain.FAITH),
    Way("faith-language", _("Wie spreekt de taal van thuis met jou?"), Domain.FAITH),
    Way("past-places", _("Teken de plekken waar je woonde. Zet bij elke plek één naam."), Domain.PAST),
    Way("past-photo", _("Kijk samen naar een oude foto. Wie staat erop, en wie nam de foto?"), Domain.PAST),
    Way("online-play", _("Met wie speel of praat je online? Een bijnaam is genoeg."), Domain.ONLINE),
    Way("work-first", _("Wie leerde jou iets op je werk of je stage?"), Domain.WORK),
)


def not_looked_at(looked: Collection[Domain], age: Age) -> tuple[Domain, ...]:
    """Life domains that nobody has been asked about yet."""
    return tuple(domain for domain in LOOKED_FOR[age] if domain not in looked)


def looked_at(seen: Collection[Card], used: Collection[Domain]) -> frozenset[Domain]:
    """Looked at is asked about, or somebody already stands there.  "I do not know" counts as looked at."""
    return frozenset(used) | {domain for one in seen for domain in one.looks_at}


def coverage_sentence(looked: Collection[Domain], age: Age) -> str:
    """ "Nog niet bekeken: school, buurt."  A hint, never a measure."""
    left = not_looked_at(looked, age)
    if not left:
        return gettext("Overal gekeken. Er kan altijd nog iemand bij.")
    return gettext("Nog niet bekeken: %(domains)s.") % {
        "domains": ", ".join(str(_IN_A_SENTENCE[domain]) for domain in left)
    }


def ways_further(used: Collection[Domain], age: Age) -> tuple[Way, ...]:
    """Next small steps: where nobody stands yet comes first, one step per life domain before a second."""
    open_first = sorted(LOOKED_FOR[age], key=lambda domain: domain in used)
    by_domain = [[way for way in WAYS if way.domain is domain] for domain in open_first]
    turns = range(max(len(ways) for ways in by_domain))
    return tuple(ways[turn] for turn in turns for ways in by_domain if turn < len(ways))


def in_view_sentence(people: int, *, shut: bool) -> str:
    """What an empty or small circle says; one that is closed to who looks says nothing of who is there (R8)."""
    if shut:
        return gettext("De kring is dicht voor jou: daar staat een nee. Wat je er zelf bij zet, lees je wel.")
    if people == 0:
        return gettext("Er is nog niemand in beeld. Dat wil niet zeggen dat er niemand is. Waar kijken we eerst?")
    return ngettext(
        "Er is één iemand in beeld. Wie nog niet in beeld is, kan er nog komen.",
        "Er zijn %(count)s mensen in beeld. Wie nog niet in beeld is, kan er nog komen.",
        people,
    ) % {"count": people}
