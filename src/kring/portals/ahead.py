"""What happens next, for the child: from what was said and done, in plain words; nothing is promised (R2, R9, B125)."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.access.door import Door
from kring.kit.days import day_of
from kring.law.meaning import Meaning
from kring.law.seeking import Stage
from kring.law.steps import Stand
from kring.portals.ahead_words import ALONG, MEETS, TAKEN_AT, THEN, THEN_AS, WHERE, WITHOUT_END
from kring.portals.beside import Beside
from kring.portals.course import Course
from kring.rights import progress_words
from kring.rights.entries import in_words
from kring.rights.paths import Path
from kring.seeking.reading import meeting


@dataclass(frozen=True, slots=True)
class Step:
    """One person, what the child said, how far it is, and what comes then."""

    who: Beside
    now: str
    then: str
    where: str = ""
    """Asked, answered, on trial, begun: the last that was done."""
    stand: Stand = Stand.WISHED
    asks: UUID | None = None
    """The choice of which the child says who asks it and how, while nobody did."""


@dataclass(frozen=True, slots=True)
class Limited:
    """Of whom something is limited, and until when."""

    member: UUID
    name: str
    until: date
    by: str
    """Who wrote it, and that the child knows it (`law.limits`)."""


def limited(people: list[Beside]) -> list[Limited]:
    """What runs today, of who serves: the child was told by a person before it could be written down (R15, brief 1.3).

    `law.limits` asks that it knows what, why and until when, and who can decide if it does not agree.
    """
    return [Limited(one.member, one.name, one.limited_until, one.limited_by) for one in people if one.limited_until]


@dataclass(frozen=True, slots=True)
class Meets:
    """Lus, or a volunteer of the house whom the child wants to get to know: how it stands (A152, A186)."""

    key: UUID
    name: str
    says: str
    chosen: bool


def meets(door: Door) -> list[Meets]:
    """Each of them once.  One statement."""
    return [
        Meets(row.pk, row.name, capfirst(str(words[stage]).format(name=row.name)), chosen=stage is Stage.CHOSEN)
        for row in meeting(door)
        if (stage := Stage(row.stage)) in (words := MEETS if row.volunteer else ALONG)
    ]


def steps(course: Course) -> list[Step]:
    """One for each person and meaning."""
    told = {member for apart in course.told_apart for member in apart.members}
    found = (_step(one, course.paths.get((one.member, one.meaning))) for one in course.beside)
    found = (
        replace(one, now=str(progress_words.APART).format(name=one.who.name)) if one.who.member in told else one
        for one in found
    )
    return [replace(one, now=capfirst(one.now), then=capfirst(one.then), where=capfirst(one.where)) for one in found]


def _step(one: Beside, path: Path | None) -> Step:
    if one.thing:
        then = _("%(name)s hoort bij jou. Er is niets na te kijken. Wil je ook een mens naast jou? Dat kan altijd.")
        return Step(one, _("Je koos %(name)s. Dat staat.") % _of(one), then % _of(one))
    if one.apart:  # before a person told the child; after it `steps` says so
        return Step(one, str(progress_words.NOT_NOW_MINE), _("Jouw keuze blijft staan."))
    if one.paused_on:
        return _rests(one, one.paused_on)
    trusted = one.meaning is Meaning.TRUST_PERSON
    step = _trusted(one) if trusted else _chosen(one, path)
    if one.serving or path is None:
        return replace(step, stand=Stand.SERVING if one.serving else Stand.WISHED)
    said_no = trusted and path.stand in {Stand.NO, Stand.NOT_NOW}
    told = replace(step, where=_where(one, path), stand=path.stand, asks=_asks(one, path))
    return replace(told, then=_then(one, path)) if said_no else told


def _asks(one: Beside, path: Path) -> UUID | None:
    """Of who is only for the child nothing has to be asked (R3)."""
    waits = path.stand is Stand.WISHED and one.meaning is not Meaning.SUPPORTER
    return path.wish.pk if waits else None


def _rests(one: Beside, since: date) -> Step:
    now = _("Jij en %(name)s hebben even pauze, sinds %(day)s.")
    then = _("Wie de pauze vroeg, zegt wanneer het verder gaat. Jouw keuze blijft staan. Wat je deelde, blijft open.")
    return Step(one, now % {"name": one.name, "day": day_of(since)}, then, stand=Stand.PAUSED)


def _trusted(one: Beside) -> Step:
    if one.serves_since is not None:
        said = {"name": one.name, "day": date_format(one.serves_since, "j F Y")}
        now = _("%(name)s begon als je vertrouwenspersoon op %(day)s.") % said
        if one.limited_until is not None:
            then = _("Tot en met %(until)s is er iets beperkt. Jouw keuze blijft staan. Vraag wat er nu niet kan.")
            return Step(one, now, then % {"until": day_of(one.limited_until)})
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
    late = _("Wil je weten hoe het zit, of duurt het lang? Vraag je begeleider. De wet zegt niet dat je moet wachten.")
    return Step(one, now, f"{_still_open(one)} {late}")


def _still_open(one: Beside) -> str:
    """As many as the page of this person shows the child, and that somebody looks at the rest."""
    count = one.open_to_the_child
    said = {"count": count, "name": one.name}
    rest = _("Je begeleider bekijkt nog iets met %(name)s. Jij hoeft daar niets voor te doen.") % said
    opens = ngettext("Er staat nog %(count)s ding open.", "Er staan nog %(count)s dingen open.", count) % said
    until = _("Tot dan mag %(name)s er al voor je zijn.") % said
    return " ".join([opens, rest, until] if count else [rest, until])


def _waits_for_a_tap(one: Beside) -> str:
    """Everything holds: from then on it waits for nobody but who works with the child, and it says so."""
    seen = _("Alles is nagekeken.")
    if one.all_seen_on:
        seen = _("Alles is nagekeken op %(day)s.") % {"day": day_of(one.all_seen_on)}
    waits = _(
        "Nu wacht het op je begeleider. Die zegt samen met jou wanneer %(name)s begint. Duurt het lang? Vraag het."
    )
    return f"{seen} {waits % _of(one)}"


def _chosen(one: Beside, path: Path | None) -> Step:
    """Of a JIM or somebody for the child: what comes after the step that was taken last; the law asks nothing (R3)."""
    as_what = _("als JIM") if one.meaning is Meaning.JIM else _("als iemand voor jou")
    return Step(one, _named(one, as_what), _then(one, path))


def _then(one: Beside, path: Path | None) -> str:
    stand = path.stand if path is not None else Stand.WISHED
    if stand is Stand.TRIED and path is not None:
        return _trial(path)
    return str(THEN_AS.get((one.meaning, stand), THEN[stand])).format(name=one.name)


def _trial(path: Path) -> str:
    """Until when they try, and that nothing stops by itself."""
    until = path.trial.until if path.trial else None
    if until is None:
        return str(WITHOUT_END)
    words = progress_words.TRIAL_IS_PAST if path.trial_is_past else progress_words.TRIAL_RUNS
    return str(words).format(day=date_format(until, "j F Y"))


def _where(one: Beside, path: Path) -> str:
    """The step that was taken last, with its day; of a trial with a trust person also until when."""
    stand = path.stand
    on = next((record.on for record in reversed(path.records) if record.step is TAKEN_AT.get(stand)), path.since)
    told = str(WHERE[stand]).format(name=one.name, day=date_format(on, "j F Y"))
    return f"{told} {_trial(path)}" if stand is Stand.TRIED and one.meaning is Meaning.TRUST_PERSON else told


def _named(one: Beside, as_what: str) -> str:
    said = {"name": one.name, "as_what": as_what, "day": date_format(one.since, "j F Y")}
    return _("Je koos %(name)s %(as_what)s op %(day)s.") % said


def _of(one: Beside) -> dict[str, str]:
    return {"name": one.name}
