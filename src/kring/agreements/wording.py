"""Every point in words, for who reads it: the child itself, the person beside it, or somebody else; and its sign."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kring.law.agreements import Point

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


class Voice(StrEnum):
    """To whom a page speaks."""

    CHILD = "child"
    PERSON = "person"
    OTHER = "other"


ASKS: dict[Point, tuple[Words, Words, Words]] = {
    Point.ENGAGING: (
        _("Wat betekent het dat {name} er voor jou is?"),
        _("Wat betekent het dat jij er bent voor {child}?"),
        _("Wat betekent het dat {name} er is voor {child}?"),
    ),
    Point.RHYTHM: (_("Wanneer zien jullie elkaar?"), _("Wanneer zien jullie elkaar?"), _("Wanneer zien ze elkaar?")),
    Point.TOGETHER: (_("Wat doen jullie samen?"), _("Wat doen jullie samen?"), _("Wat doen ze samen?")),
    Point.APART: (
        _("Wat doen jullie elk apart?"),
        _("Wat doen jullie elk apart?"),
        _("Wat doen ze elk apart?"),
    ),
    Point.DOES: (_("Wat doet {name} voor jou?"), _("Wat doe jij voor {child}?"), _("Wat doet {name} voor {child}?")),
    Point.DOES_NOT: (_("Wat doet {name} niet?"), _("Wat doe jij niet?"), _("Wat doet {name} niet?")),
    Point.ALONG: (
        _("Gaat {name} mee naar gesprekken?"),
        _("Ga jij mee naar gesprekken?"),
        _("Gaat {name} mee naar gesprekken?"),
    ),
    Point.BETWEEN: (
        _("Helpt {name} praten als het moeilijk gaat met iemand?"),
        _("Help jij praten als het moeilijk gaat met iemand?"),
        _("Helpt {name} praten als het moeilijk gaat met iemand?"),
    ),
    Point.URGENT: (
        _("Wat doen jullie als het dringend is?"),
        _("Wat doen jullie als het dringend is?"),
        _("Wat doen ze als het dringend is?"),
    ),
    Point.LOW: (
        _("Hoe zeg jij dat het even niet gaat?"),
        _("Hoe zegt {child} dat het even niet gaat?"),
        _("Hoe zegt {child} dat het even niet gaat?"),
    ),
    Point.REPLY_PERSON: (
        _("Hoe snel antwoordt {name} aan jou?"),
        _("Hoe snel antwoord jij aan {child}?"),
        _("Hoe snel antwoordt {name}?"),
    ),
    Point.REPLY_CHILD: (
        _("Hoe snel antwoord jij aan {name}?"),
        _("Hoe snel antwoordt {child} aan jou?"),
        _("Hoe snel antwoordt {child}?"),
    ),
    Point.VISITS: (_("Komt {name} op bezoek?"), _("Kom jij op bezoek?"), _("Komt {name} op bezoek?")),
    Point.PHONE: (_("Wanneer bellen jullie?"), _("Wanneer bellen jullie?"), _("Wanneer bellen ze?")),
    Point.WEEKENDS: (
        _("Wat doen jullie in het weekend en de vakantie?"),
        _("Wat doen jullie in het weekend en de vakantie?"),
        _("Wat doen ze in het weekend en de vakantie?"),
    ),
    Point.PARENTS: (
        _("Praat {name} met je ouders?"),
        _("Praat jij met de ouders?"),
        _("Praat {name} met de ouders?"),
    ),
    Point.KNOWS: (
        _("Wat mag {name} verder vertellen?"),
        _("Wat mag jij verder vertellen?"),
        _("Wat mag {name} verder vertellen?"),
    ),
    Point.BACK: (_("Wat heeft {name} eraan?"), _("Wat heb jij eraan?"), _("Wat heeft {name} eraan?")),
    Point.TURN: (
        _("Bij wie kan {name} terecht met vragen?"),
        _("Bij wie kan jij terecht met vragen?"),
        _("Bij wie kan {name} terecht met vragen?"),
    ),
    Point.FALLBACK: (
        _("Welke begeleider helpt {name}?"),
        _("Op welke begeleider val jij terug?"),
        _("Op welke begeleider valt {name} terug?"),
    ),
    Point.FAREWELL: (
        _("Hoe nemen jullie ooit afscheid?"),
        _("Hoe nemen jullie ooit afscheid?"),
        _("Hoe nemen ze ooit afscheid?"),
    ),
    Point.REMARK: (
        _("Wat zegt {name} hierover?"),
        _("Wat zei jij hierover?"),
        _("Wat zegt {name} hierover?"),
    ),
}
"""For the child, for the person, for somebody else."""

HINTS: dict[Point, Words] = {
    Point.ENGAGING: _("Bijvoorbeeld: luisteren, terugbellen, mee naar de stad gaan."),
    Point.RHYTHM: _("Bijvoorbeeld: elke woensdagavond eten we samen."),
    Point.APART: _("Bijvoorbeeld: naar papa ga ik alleen."),
    Point.DOES_NOT: _("Bijvoorbeeld: niet naar school bellen zonder het te vragen."),
    Point.BETWEEN: _("Bijvoorbeeld: ja, op school. Thuis niet."),
    Point.URGENT: _("Bijvoorbeeld: bellen mag altijd, ook ’s nachts."),
    Point.LOW: _("Soms is het genoeg om even te zeggen dat het niet gaat. Er hoeft geen uitleg bij."),
    Point.BACK: _("Er hoeft niets teruggegeven te worden. Wie er voor iemand is, koos daar zelf voor."),
    Point.TURN: _("Bijvoorbeeld: bij Greet, op werkdagen, en bij Lus."),
    Point.FALLBACK: _("Wie, hoe, en tot wanneer?"),
    Point.FAREWELL: _("Hoe lang vooraf zeggen we het? Wie vertelt het? Zien we elkaar nog een keer?"),
}
SIGNS: dict[Point, str] = {
    Point.ENGAGING: "heart",
    Point.RHYTHM: "calendar",
    Point.TOGETHER: "people",
    Point.APART: "ring",
    Point.DOES: "tick",
    Point.DOES_NOT: "exit",
    Point.ALONG: "talk",
    Point.BETWEEN: "talk",
    Point.URGENT: "phone",
    Point.LOW: "mail",
    Point.REPLY_PERSON: "clock",
    Point.REPLY_CHILD: "clock",
    Point.VISITS: "home",
    Point.PHONE: "phone",
    Point.WEEKENDS: "calendar",
    Point.PARENTS: "people",
    Point.KNOWS: "eye",
    Point.BACK: "heart",
    Point.TURN: "question",
    Point.FALLBACK: "star",
    Point.FAREWELL: "out",
    Point.REMARK: "pencil",
}
"""The sign beside it, so that who does not read much finds it again."""
HOME, ITS_HOME = _("Waar je woont"), _("Waar {child} woont")
PARTS: tuple[tuple[Words, str, tuple[Point, ...]], ...] = (
    (_("Er zijn voor elkaar"), "sun", (Point.ENGAGING, Point.BACK)),
    (_("Samen"), "sage", (Point.RHYTHM, Point.TOGETHER, Point.APART)),
    (_("Wel en niet"), "", (Point.DOES, Point.DOES_NOT, Point.ALONG, Point.BETWEEN)),
    (
        _("Elkaar bereiken"),
        "sky",
        (Point.URGENT, Point.LOW, Point.REPLY_PERSON, Point.REPLY_CHILD),
    ),
    (HOME, "", (Point.VISITS, Point.PHONE, Point.WEEKENDS, Point.PARENTS)),
    (_("Hulp"), "", (Point.TURN, Point.FALLBACK)),
    (_("Later"), "plum", (Point.FAREWELL,)),
    (_("Wat erover gezegd is"), "", (Point.REMARK,)),
)
"""How the points stand together on a page and on paper: a title, a colour, the points."""


def asks(point: Point, voice: Voice, *, name: str, child: str) -> Words:
    """The question of a point."""
    return format_lazy(ASKS[point][list(Voice).index(voice)], name=name, child=child)


def titled(title: Words, voice: Voice, child: str) -> Words:
    """The title of some points: where the child lives is called so to who does not live there."""
    return format_lazy(ITS_HOME, child=child) if title is HOME and voice is not Voice.CHILD else title


def whose(names: Mapping[str, str], speaks: Voice) -> dict[str, str]:
    """Who says it, where both say what they expect; where another reads half of it, that it is a wish, and of whom."""
    if speaks is not Voice.OTHER or len(names) != 1:
        return dict(names)
    return {by: str(_("%(name)s verwacht")) % {"name": name} if name else "" for by, name in names.items()}
