"""What happens next, for the child: from what was said and done, in plain words; nothing is promised (R2, R9)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.access.door import Door
from kring.law.meaning import Meaning
from kring.portals.beside import Beside
from kring.rights.decided import running
from kring.rights.entries import in_words


@dataclass(frozen=True, slots=True)
class Step:
    """One person, where it stands, and what comes then."""

    who: Beside
    now: str
    then: str


@dataclass(frozen=True, slots=True)
class Limited:
    """Of whom something is limited, and until when."""

    member: UUID
    name: str
    until: date


def limited(door: Door, people: list[Beside]) -> list[Limited]:
    """What runs today, of who serves: the child was told by a person before it could be written down (R15, brief 1.3).

    `law.limits` asks that it knows what, why and until when, and who can decide if it does not agree.
    """
    serving = {one.member: one.name for one in people if one.serving}
    days = running(door) if serving else {}
    return [Limited(member, serving[member], until) for member, until in days.items() if member in serving]


def steps(people: list[Beside], limited: Mapping[UUID, date]) -> list[Step]:
    """One for each person and meaning; `limited`: of whom something is limited, and until when."""
    return [
        _rests(one, one.paused_on)
        if one.paused_on
        else _trusted(one, limited.get(one.member))
        if one.meaning is Meaning.TRUST_PERSON
        else _chosen(one)
        for one in people
    ]


def _rests(one: Beside, since: date) -> Step:
    now = _("Jij en %(name)s hebben even pauze, sinds %(day)s.")
    then = _("Wie de pauze vroeg, zegt wanneer het verder gaat. Jouw keuze blijft staan. Wat je deelde, blijft open.")
    return Step(one, now % {"name": one.name, "day": date_format(since, "j F")}, then)


def _trusted(one: Beside, until: date | None) -> Step:
    if one.serves_since is not None:
        said = {"name": one.name, "day": date_format(one.serves_since, "j F Y")}
        now = _("%(name)s begon als je vertrouwenspersoon op %(day)s.") % said
        if until is not None:
            then = _("Tot en met %(until)s is er iets beperkt. Jouw keuze blijft staan. Vraag wat er nu niet kan.")
            return Step(one, now, then % {"until": date_format(until, "j F")})
        then = _(
            "%(name)s mag mee naar elk gesprek als jij dat wil. "
            "Een jeugdrechter kan heel soms nee zeggen, met een reden. Wil je het niet meer, dan stop jij het."
        )
        return Step(one, now, then % said)
    now = _named(one, _("als vertrouwenspersoon"))
    if one.told_no_on:
        return Step(one, now, in_words(one.name, one.told_no_on))
    if one.may_begin or one.all_seen_on:
        return Step(one, now, _waits_for_a_tap(one))
    then = ngettext(
        "Er is nog %(count)s ding na te kijken. Tot dan mag %(name)s er al voor je zijn.",
        "Er zijn nog %(count)s dingen na te kijken. Tot dan mag %(name)s er al voor je zijn.",
        one.to_ask,
    )
    late = _(
        "Je begeleider doet dat, en soms iemand van de directie. "
        "Duurt het lang, dan ligt dat niet aan de wet. Vraag het."
    )
    return Step(one, now, f"{then % {'count': one.to_ask, 'name': one.name}} {late}")


def _waits_for_a_tap(one: Beside) -> str:
    """Everything holds: from then on it waits for nobody but who works with the child, and it says so."""
    seen = _("Alles is nagekeken.")
    if one.all_seen_on:
        seen = _("Alles is nagekeken op %(day)s.") % {"day": date_format(one.all_seen_on, "j F")}
    waits = _(
        "Nu wacht het op je begeleider. Die zegt samen met jou wanneer %(name)s begint. Duurt het lang? Vraag het."
    )
    return f"{seen} {waits % _of(one)}"


def _chosen(one: Beside) -> Step:
    if one.meaning is Meaning.JIM:
        then = _(
            "Samen met je begeleider praat je over wat je van %(name)s verwacht. "
            "Kring geeft niemand uit je kring een link zonder jouw ja."
        )
        return Step(one, _named(one, _("als JIM")), then % _of(one))
    then = _("Er moet verder niets. Wil je dat %(name)s hier iets kan lezen, dan beslis jij wat.")
    return Step(one, _named(one, _("als iemand voor jou")), then % _of(one))


def _named(one: Beside, as_what: str) -> str:
    said = {"name": one.name, "as_what": as_what, "day": date_format(one.since, "j F Y")}
    return _("Je koos %(name)s %(as_what)s op %(day)s.") % said


def _of(one: Beside) -> dict[str, str]:
    return {"name": one.name}
