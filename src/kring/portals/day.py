"""What was done with a child on one day, for the official file: so that nobody registers twice.

Others stand there by their initials, the child's own words only when asked for, and of conditions only that they were
looked at (R5).  Seven statements, all through the door; the log adds what left no row.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import DateField, DateTimeField, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.access.door import Door
from kring.access.questions import Question, Within
from kring.audit import chain
from kring.audit.events import Event
from kring.circle.lettering import initial
from kring.circle.models import Placement, Speech, WhoSession
from kring.kit.sentences import sentence
from kring.law.access import Klass, Section, Topic
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Voice
from kring.portals.caseload import best_names
from kring.portals.changes import Changes, changes
from kring.rights.models import Condition, Serving, Wish

LOGGED = (Event.DOSSIER_OPENED, Event.FACTOR_TALKED_THROUGH, Event.CIRCLE_TAKEN_ALONG, Event.DAY_COPIED)
"""What only the log tells of a day."""


@dataclass(frozen=True, slots=True)
class Words:
    """Something the child said itself, verbatim (R23)."""

    about: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day with one child."""

    child: str
    on: date
    lines: tuple[str, ...]
    words: tuple[Words, ...]
    copied_at: tuple[datetime, ...] = ()

    def text(self, *, by: str, own_words: bool) -> str:
        """The copy as plain text."""
        head = _("%(child)s, %(day)s") % {"child": self.child, "day": date_format(self.on, "j F Y")}
        # Their own lines stay lines, a little to the right, so that each is still one item.
        said = ["- " + "\n  ".join(self.quote(one).splitlines()) for one in self.words] if own_words else []
        lines = [f"- {line}" for line in self.lines] or [_("Op deze dag is in Kring niets opgeschreven.")]
        return "\n".join([head, "", *lines, *said, "", _("Opgeschreven door %(by)s, met Kring.") % {"by": by}])

    def quote(self, one: Words) -> str:
        """The child's words in a sentence."""
        return _("%(child)s over %(about)s: “%(words)s”") % {"child": self.child, "about": one.about, "words": one.text}


def day(door: Door, on: date) -> Day:
    """Everything of one day that this visitor may read."""
    since, until = bounds(on)
    placements = _PLACEMENTS.of(door)
    names = {member: initials(name) for member, name in best_names(placements).items()}
    wishes = _WISHES.of(door, on=on)
    names = {wish.member_id: initials(wish.called) for wish in wishes} | names
    log = chain.told(door.dossier.pk, since, until, LOGGED)
    events = Counter(entry.event for entry in log)
    lines = (
        *([_("Begonnen met Kring.")] if events[Event.DOSSIER_OPENED] else []),
        *_sessions(_SESSIONS.of(door, since=since, until=until)),
        *_circle(changes(placements, since, until), names),
        *_wishes(door.dossier.call_name, wishes, names, on),
        *_law(door, names, on),
        *_speech(door, names, on),
        *_log(door, events),
    )
    said = [wish for wish in wishes if wish.words and wish.named_on == on]
    return Day(
        child=door.dossier.call_name,
        on=on,
        lines=lines,
        words=tuple(Words(names.get(wish.member_id, ""), wish.words) for wish in said),
        copied_at=tuple(one.at for one in log if one.event == Event.DAY_COPIED and on.isoformat() in one.codes),
    )


def bounds(on: date) -> tuple[datetime, datetime]:
    """The first moment of a day in Flanders, and of the next."""
    first, after = (timezone.make_aware(datetime.combine(on + timedelta(days=step), time.min)) for step in (0, 1))
    return first, after


def initials(name: str) -> str:
    """A name as the official file may hold it, one letter: "oma Lea" and "tante Lea van de bakkerij" are "L."."""
    letter = initial(name).upper()
    return f"{letter}." if letter[:1].isalnum() else "?"


def spoken(code: str) -> str:
    """The words of a code as they stand in the middle of a sentence."""
    return str(sentence(code, name=""))


def _sessions(rows: Iterable[WhoSession]) -> Iterator[str]:
    for row in rows:
        minutes = max(1, round(row.seconds / 60))
        time_spent = ngettext("%(count)s minuut", "%(count)s minuten", minutes) % {"count": minutes}
        if row.ended_at is None:
            yield _("Samen gekeken wie er is: %(time)s, en nog niet klaar.") % {"time": time_spent}
        else:
            yield _("Samen gekeken wie er is: %(time)s.") % {"time": time_spent}


def _circle(changed: Changes, names: dict[UUID, str]) -> Iterator[str]:
    told = {
        changed.came: ngettext(
            "%(count)s nieuw in de kring: %(who)s", "%(count)s nieuw in de kring: %(who)s", len(changed.came)
        ),
        changed.moved: _("Een andere plaats in de kring: %(who)s"),
        changed.left: _("Uit de kring gehaald: %(who)s"),
    }
    for members, words in told.items():
        if members:
            yield words % {"count": len(members), "who": _listed(names[member] for member in members)}


def _wishes(child: str, wishes: Iterable[Wish], names: dict[UUID, str], on: date) -> Iterator[str]:
    for wish in wishes:
        meaning = spoken(f"meaning.{Meaning(wish.meaning).value}")
        facts = {"child": child, "name": names.get(wish.member_id, "?"), "meaning": meaning}
        if wish.named_on == on:
            how = spoken(f"expressed.{Expressed(wish.expressed).value}")
            yield _("%(child)s koos %(name)s als %(meaning)s (%(how)s).") % {**facts, "how": how}
        if wish.withdrawn_on == on:
            yield _left(wish) % facts


def _left(wish: Wish) -> str:
    """Whose word it was that it is over."""
    if wish.ended_by == Voice.PERSON.value:
        return _("%(name)s stopt als %(meaning)s.")
    return _("%(child)s koos anders: %(name)s niet meer als %(meaning)s.")


def _law(door: Door, names: dict[UUID, str], on: date) -> Iterator[str]:
    looked_at = {member for (member,) in _LOOKED.of(door, on=on)}
    if looked_at:
        who = _listed(names.get(member, "?") for member in sorted(looked_at))
        yield _("Voorwaarden van de wet bekeken voor: %(who)s") % {"who": who}
    for row in _SERVINGS.of(door, on=on):
        if row.began_on == on:
            yield _("%(name)s begon als vertrouwenspersoon.") % {"name": names.get(row.member_id, "?")}
        if row.ended_on == on:
            yield _("%(name)s stopte als vertrouwenspersoon.") % {"name": names.get(row.member_id, "?")}


def _speech(door: Door, names: dict[UUID, str], on: date) -> Iterator[str]:
    for row in _SPEECH.of(door, on=on):
        who = names.get(row.member_id, "?") if row.member_id else door.dossier.call_name
        facts = {"who": who, "language": row.in_short()}
        words = _("%(who)s praat het liefst %(language)s, met een tolk.") if row.interpreter else ""
        yield (words or _("%(who)s praat het liefst %(language)s.")) % facts


def _log(door: Door, events: Counter[str]) -> Iterator[str]:
    if events[Event.FACTOR_TALKED_THROUGH] and door.sieve(Section.RIGHTS).lets_any(Klass.OWN_WORDS, Topic.BESIDE_ME):
        yield _("Gepraat over wat goed is om te weten bij een JIM.")
    if events[Event.CIRCLE_TAKEN_ALONG]:
        yield _("De kring afgedrukt of meegegeven.")


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


# -- what is asked of the rows ----------------------------------------------------------------------------------------


def _named(within: Within[Wish], *, on: date) -> QuerySet[Wish]:
    return within(Wish.objects.filter(Q(named_on=on) | Q(withdrawn_on=on)))


def _together(within: Within[WhoSession], *, since: datetime, until: datetime) -> QuerySet[WhoSession]:
    return within(WhoSession.objects.filter(started_at__gte=since, started_at__lt=until))


def _seen(within: Within[Condition], *, on: date) -> QuerySet[Condition, tuple[UUID]]:
    return within(Condition.objects.filter(looked_at_on=on)).values_list("member_id")


def _served(within: Within[Serving], *, on: date) -> QuerySet[Serving]:
    return within(Serving.objects.filter(Q(began_on=on) | Q(ended_on=on)))


def _spoken(within: Within[Speech], *, on: date) -> QuerySet[Speech]:
    return within(Speech.objects.filter(said_on=on)).order_by("pk")


_PLACEMENTS = Question(Placement, lambda within: within(Placement.objects.all()))
_SESSIONS = Question(WhoSession, _together, since=DateTimeField(), until=DateTimeField())
_WISHES, _LOOKED = Question(Wish, _named, on=DateField()), Question(Condition, _seen, on=DateField())
_SERVINGS, _SPEECH = Question(Serving, _served, on=DateField()), Question(Speech, _spoken, on=DateField())
