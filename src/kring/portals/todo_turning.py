"""What is to be done about a birthday that changes something: to tell the child; and that the youth took it over."""

from collections.abc import Callable
from datetime import date
from functools import partial

from django.utils.translation import gettext as _

from kring.kit import clock
from kring.kit.addresses import address
from kring.kit.days import day_of
from kring.law.capacity import Turn
from kring.portals.caseload import ChildSeen
from kring.portals.todo_kinds import SAID, TURNS, Todo


def things(child: ChildSeen) -> list[tuple[int, Callable[[], Todo]]]:
    """A birthday that was, and that nobody wrote down that it was told, comes with what somebody said (R15)."""
    turn, since = child.turns, child.took_over
    return [
        *([(TURNS if turn.on > clock.today() else SAID, partial(_turns, child, turn))] if turn else []),
        *([(TURNS, partial(_took_over, child, since))] if since else []),
    ]


def _turns(child: ChildSeen, turn: Turn) -> Todo:
    words = _("%(child)s wordt %(age)s op %(day)s: vertel wat er verandert.")
    if turn.on <= clock.today():
        words = _("%(child)s werd %(age)s op %(day)s. Wie vertelde wat er verandert? Schrijf het op, of vertel het nu.")
    said = {"child": child.name, "age": turn.age, "day": day_of(turn.on)}
    href = address("moments:turning", child.dossier)
    weight = TURNS if turn.on > clock.today() else SAID
    return Todo(weight=weight, who=child.name, words=words % said, act=_("Bekijk"), href=href, tone="sky")


def _took_over(child: ChildSeen, since: date) -> Todo:
    words = _("%(child)s nam op %(day)s over wat hier staat. Een ja dat jij opschrijft, wacht nu op %(child)s.")
    said = words % {"child": child.name, "day": day_of(since)}
    href = address("portals:yours", child.dossier)
    return Todo(weight=TURNS, who=child.name, words=said, act=_("Lees"), href=href, tone="sky")
