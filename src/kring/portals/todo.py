"""The worker's day: what to do next, in words, each with one button.  At most three at a time (product.md 1).

No scores and no order of merit: first, apart and never counted away, a child that is not safe now (R14), and one
whose cry nobody can read any more; then what is told today: its day has passed, or a call would not be answered; then
an alarm (R13, R15), then what someone said and nobody heard, then a protection that somebody has to look at (R28),
then whom the child pointed out in its circle (R7), then a talk about the right that waits too long (A31), then what
was begun together, then a birthday that changes something (R15), then what is still to be asked, then who stands
beside a child is asked how it goes (A174), then agreements to look at again (A160), then a child that nobody looked
with yet (R22), then a talk about the right (A11). What does not fit is counted.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.kit import clock
from kring.kit.addresses import address
from kring.kit.days import day_of
from kring.law.endings import Gap
from kring.law.rights_moments import has_passed
from kring.people.calling import Caller, Calls
from kring.portals import todo_chosen, todo_looks, todo_turning
from kring.portals.caseload import ChildSeen
from kring.portals.todo_kinds import (
    AGREED,
    ALARM,
    AROUND,
    ASKING,
    BEGUN,
    FIRST,
    LAPSED,
    LATE,
    LOOK,
    LOST,
    OVERDUE,
    POINTED,
    READY,
    SAID,
    TALK,
    UNSAFE,
    Todo,
)

AT_MOST = 3
WRONG = {Calls.CONTACT: frozenset(Gap), Calls.DEPUTY: frozenset({Gap.LEFT, Gap.LEAVES})}
"""What is an alarm at each child it touches.  That no deputy was ever named is one of the house alone."""
Thing = tuple[int, Callable[[], Todo]]


@dataclass(frozen=True, slots=True)
class Today:
    """What comes first, and how many things more there are: nothing that waits is out of sight."""

    first: list[Todo]
    """Of children who are not safe now: all of them, the first to say so first, above everything else."""
    shown: list[Todo]
    more: int


def of_today(
    children: Iterable[ChildSeen],
    callers: Sequence[Caller],
    last_day: date | None = None,
    *,
    hosts: bool = False,
    at_most: int = AT_MOST,
) -> Today:
    """The things that come first.  Only these are put into words: a worker has a hundred children.

    `last_day`: of the worker, when it goes: then there is something to hand over while there are children (A170).
    `hosts`: it is to plan a meeting of who stands beside children (C138).
    """
    today = clock.today()
    children = list(children)
    longest_first = sorted(children, key=lambda child: (-child.waits, child.talk_since or today))
    goes: list[Thing] = [(ALARM, partial(_going, last_day))] if last_day and longest_first else []
    meets: list[Thing] = [(AROUND, _hosting)] if hosts else []
    found = [*goes, *meets, *(thing for child in longest_first for thing in _things(child, callers))]
    first = sorted(found, key=lambda thing: thing[0])[:at_most]
    return Today(_before_all(children), [say() for _, say in first], len(found) - len(first))


def of_child(child: ChildSeen, callers: Sequence[Caller]) -> list[Todo]:
    """Everything to do for one child, what comes first on top."""
    return [*_before_all([child]), *(say() for _, say in _things(child, callers))]


def _before_all(children: Sequence[ChildSeen]) -> list[Todo]:
    cried = [(one.cried, one) for one in children if one.cried]
    first = sorted(cried, key=lambda pair: pair[0])
    return [*(_unsafe(child, at) for at, child in first), *(_lost(child) for child in children if child.lost)]


def _things(child: ChildSeen, callers: Sequence[Caller]) -> list[Thing]:
    wrong = [one for one in callers if one.gap in WRONG[one.calls]]
    falls_back = [one for one in child.beside if one.falls_back]
    return [
        *((ALARM, partial(todo_chosen.without_contact, child, one, wrong[0])) for one in falls_back if wrong),
        *((SAID, partial(todo_chosen.no_to_tell, child, one)) for one in child.beside if one.to_tell),
        *([(OVERDUE if child.late else ALARM, partial(_untold, child))] if child.untold else []),
        *([(ALARM, partial(_plan, child))] if child.plan_since else []),
        *([(ALARM, partial(_passed_on, child, child.passed_on))] if child.passed_on else []),
        *([(SAID, partial(todo_chosen.no_appointment, child, child.said_no_on))] if child.said_no_on else []),
        *([(SAID, partial(_said, child))] if child.unheard else []),
        *([(LAPSED, partial(_lapsed, child))] if child.lapsed else []),
        *([(LAPSED, partial(_moved, child))] if child.moved else []),
        *([(POINTED, partial(_pointed, child))] if child.pointed else []),
        *([(POINTED, partial(_new_pictures, child))] if child.new_pictures else []),
        *([(BEGUN, partial(_paused, child))] if child.paused else []),
        *todo_turning.things(child),
        *([(SAID if child.otherwise else LOOK, partial(_look, child))] if child.look_since else []),
        *([(LOOK, partial(_of_a_parent, child))] if child.parents_since else []),
        *todo_looks.things(child),
        *((READY, partial(todo_chosen.ready, child, one)) for one in child.beside if one.may_begin),
        *((ASKING, partial(todo_chosen.asking, child, one)) for one in child.beside if one.to_ask and not one.serving),
        *(
            (ASKING, partial(todo_chosen.unasked, child, one))
            for one in child.beside
            if todo_chosen.waits_for_a_question(one)
        ),
        *([(AROUND, partial(_around, child))] if child.around_since else []),
        *([(AGREED, partial(_agreed, child, child.agreed_until))] if child.agreed_until else []),
        *([(FIRST, partial(_first, child))] if child.people == 0 and not child.paused else []),
        *([(_weight_of_a_talk(child.talk_since), partial(_talk, child, child.talk_since))] if child.talk_since else []),
    ]


def _weight_of_a_talk(since: date) -> int:
    """One that waits too long stands before what was paused: else the lead hears of it before the worker does."""
    return LATE if has_passed(since, on=clock.today()) else TALK


def _untold(child: ChildSeen) -> Todo:
    """No name and not what it is: a child may look along on this screen, and a person tells it (R15)."""
    words = _("Er is nieuws over wie naast %(child)s staat. %(child)s weet het nog niet. Wie vertelt het, en wanneer?")
    until = _(
        "Tot dan leest %(child)s overal hoe het was, ook bij “Het gaat nu niet zo goed”. "
        "Kijk of het klopt, en vertel het dan vandaag."
    )
    words = f"{words} {until}"
    href = address("endings:endings", child.dossier)
    said = words % {"child": child.name}
    if child.late:
        said = f"{said} {_('Doe het vandaag nog: dit kan niet wachten.')}"
    weight = OVERDUE if child.late else ALARM
    return Todo(weight=weight, who=child.name, words=said, act=_("Bekijk"), href=href, tone="coral")


def _plan(child: ChildSeen) -> Todo:
    """What a child does when it is not safe leads to who stopped, or whom it may not meet now.

    No name and no reason: a child may look along (R15, R28).
    """
    words = _("Kijk het plan van %(child)s na: er staat iemand in die nu niet te bellen is.")
    href, said = address("journal:plan", child.dossier), words % {"child": child.name}
    return Todo(weight=ALARM, who=child.name, words=said, act=_("Bekijk"), href=href, tone="coral")


def _passed_on(child: ChildSeen, since: date) -> Todo:
    """Not what it is nor to whom: a child may look along on this screen, and a person tells it (R8, R15)."""
    words = _("Er gebeurde iets op %(day)s dat %(child)s nog niet weet. Wie vertelt het? Kijk eerst zonder %(child)s.")
    said = words % {"child": child.name, "day": day_of(since)}
    href = address("portals:known", child.dossier)
    return Todo(weight=ALARM, who=child.name, words=said, act=_("Bekijk"), href=href, tone="coral")


def _going(last_day: date) -> Todo:
    words = _("Je laatste dag is %(day)s. Kijk per kind wie het overneemt en wie er blijft.")
    said = {"day": day_of(last_day)}
    href = address("handing:mine")
    return Todo(weight=ALARM, who=_("Jij gaat weg"), words=words % said, act=_("Bekijk"), href=href, tone="coral")


def _hosting() -> Todo:
    """Neutral: not who asked, and not how many (C138)."""
    words = _("Wie naast een kind staat, wil soms anderen ontmoeten. Er is nu geen ontmoeting. Plan er een.")
    href = address("around:gatherings")
    return Todo(weight=AROUND, who=_("Ontmoeting"), words=words, act=_("Bekijk"), href=href, tone="sage")


def _said(child: ChildSeen) -> Todo:
    words = _("Iemand wil je iets zeggen of vragen.")
    if child.waits:
        waits = ngettext("Dat wacht al %(count)s dag.", "Dat wacht al %(count)s dagen.", child.waits)
        words = f"{words} {waits % {'count': child.waits}}"
    href = address("rights:heard", child.dossier)
    return Todo(weight=SAID, who=child.name, words=words, act=_("Lees"), href=href, tone="sky")


def _unsafe(child: ChildSeen, at: datetime) -> Todo:
    """As the child said it, with the day and the hour."""
    when = date_format(timezone.localtime(at), "j F, H:i")
    words = _("%(child)s zegt jou: ik ben nu niet veilig. %(when)s.") % {"child": child.name, "when": when}
    href = address("rights:heard", child.dossier)
    return Todo(weight=UNSAFE, who=child.name, words=words, act=_("Lees en antwoord"), href=href, tone="coral")


def _lost(child: ChildSeen) -> Todo:
    words = _("%(child)s zei iets dringends aan iemand die het nu niet kan lezen. Vraag %(child)s aan wie het mag.")
    href = address("rights:heard", child.dossier)
    told = words % {"child": child.name}
    return Todo(weight=LOST, who=child.name, words=told, act=_("Kijk hoe"), href=href, tone="coral")


def _lapsed(child: ChildSeen) -> Todo:
    """Its day has passed, or the child still is to be told; not with whom, for the child may look along (R15)."""
    words = _("Een contactbeperking vraagt iets: %(child)s weet het nog niet, of jullie moeten kijken of ze nog geldt.")
    href, said = address("rights:restrictions", child.dossier), words % {"child": child.name}
    return Todo(weight=LAPSED, who=child.name, words=said, act=_("Kijk na"), href=href, tone="coral")


def _moved(child: ChildSeen) -> Todo:
    words = _(
        "Een contactbeperking noemt iemand uit de kring. Wie dat is, veranderde. Geldt ze ook voor wie het nu is?"
    )
    href = address("rights:restrictions", child.dossier)
    return Todo(weight=LAPSED, who=child.name, words=words, act=_("Kijk na"), href=href, tone="coral")


def _pointed(child: ChildSeen) -> Todo:
    words = _("%(child)s zei wie iemand in de kring is. Klopt dat?") % {"child": child.name}
    href = address("portals:known", child.dossier)
    return Todo(weight=POINTED, who=child.name, words=words, act=_("Kijk na"), href=href, tone="sky")


def _new_pictures(child: ChildSeen) -> Todo:
    """To all who work with it: who could have done it itself reads there that a colleague asks it."""
    words = _("%(child)s komt anders binnen dan voordien. Vraag of %(child)s dat zelf koos.")
    href, said = address("rights:own", child.dossier), words % {"child": child.name}
    return Todo(weight=POINTED, who=child.name, words=said, act=_("Kijk na"), href=href, tone="sky")


def _paused(child: ChildSeen) -> Todo:
    words = _("Jullie waren aan het kijken wie er is. Het staat op pauze.")
    href = address("circle:session", child.dossier)
    return Todo(weight=BEGUN, who=child.name, words=words, act=_("Kijk verder"), href=href, tone="sky")


def _look(child: ChildSeen) -> Todo:
    """By name to whom is still to be told that the child chose otherwise: its home changed that moment (A126)."""
    words = _("Er is iets om opnieuw te bekijken rond wie naast %(child)s staat.")
    if child.otherwise:
        words = _("%(child)s koos anders. Wie vertelt het %(name)s? Kring stuurt %(name)s niets.")
    said = {"child": child.name, "name": ", ".join(map(str, child.otherwise))}
    href = address("endings:due", child.dossier)
    return Todo(weight=LOOK, who=child.name, words=words % said, act=_("Bekijk"), href=href, tone="sky")


def _of_a_parent(child: ChildSeen) -> Todo:
    """Whom a parent brings along, or its worry: not said which, for the child may look along on this screen (R16)."""
    words = _("Een ouder van %(child)s wacht op jou. Kijk het na als %(child)s er niet bij is.") % {"child": child.name}
    href = address("endings:due", child.dossier)
    return Todo(weight=LOOK, who=child.name, words=words, act=_("Kijk na"), href=href, tone="sky")


def _around(child: ChildSeen) -> Todo:
    words = _("Vraag hoe het gaat met wie naast %(child)s staat, of beantwoord een vraag.") % {"child": child.name}
    href = address("support:around", child.dossier)
    return Todo(weight=AROUND, who=child.name, words=words, act=_("Bekijk"), href=href, tone="sage")


def _agreed(child: ChildSeen, day: date) -> Todo:
    words = _("Kijk samen of de afspraken nog kloppen. Dat staat op %(day)s.")
    href = address("agreements:all", child.dossier)
    said = words % {"day": day_of(day)}
    return Todo(weight=AGREED, who=child.name, words=said, act=_("Bekijk"), href=href, tone="sage")


def _talk(child: ChildSeen, since: date) -> Todo:
    words = _("Praat met %(child)s over wie ernaast mag staan. Dat wacht sinds %(day)s.")
    if child.asked_on is not None:
        asked = _("Wie je team leidt, vroeg ernaar op %(asked)s.")
        words = f"{words} {asked}"
    said = {"child": child.name, "day": day_of(since), "asked": child.asked_on and day_of(child.asked_on)}
    href = address("moments:moments", child.dossier)
    weight = _weight_of_a_talk(since)
    return Todo(weight=weight, who=child.name, words=words % said, act=_("Bekijk"), href=href, tone="sun")


def _first(child: ChildSeen) -> Todo:
    words = _("Er staat nog niemand in de kring. Kijk samen wie er is.")
    href = address("circle:session", child.dossier)
    return Todo(weight=FIRST, who=child.name, words=words, act=_("Kijk samen"), href=href, tone="sage")
