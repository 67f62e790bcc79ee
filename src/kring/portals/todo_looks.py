"""What is looked at again with a child: how it is after a farewell, whom it wants to know, and where they search."""

from collections.abc import Callable
from datetime import date
from functools import partial

from django.utils.translation import gettext as _

from kring.kit import clock
from kring.kit.addresses import address
from kring.kit.days import day_of
from kring.portals.caseload import LOOK_WITHIN, ChildSeen
from kring.portals.todo_kinds import LOOK, SAID, Todo
from kring.seeking.models import Referral


def things(child: ChildSeen) -> list[tuple[int, Callable[[], Todo]]]:
    """Each with a line of its own; whom it wants to know stands there once."""
    since = child.after_since
    return [
        *([(_weight_of_a_look(since), partial(_after, child, since))] if since else []),
        *((LOOK, partial(_meets, child, one)) for one in child.meets),
        *([(LOOK, partial(_seeks, child))] if child.seeks_since and not child.meets else []),
    ]


def _weight_of_a_look(since: date) -> int:
    """A child that nobody looked after a week after the day, does not sink below what is asked every day (A140)."""
    return SAID if clock.today() - since >= LOOK_WITHIN else LOOK


def _after(child: ChildSeen, since: date) -> Todo:
    """How the child is after a farewell; also who is still asked, and the goodbye itself (A140)."""
    words = _(
        "Na een afscheid: kijk hoe het gaat met %(child)s, en bij wie %(child)s terechtkan. Dat was voor %(day)s."
    )
    href, said = address("endings:endings", child.dossier), {"child": child.name, "day": day_of(since)}
    return Todo(
        weight=_weight_of_a_look(since), who=child.name, words=words % said, act=_("Bekijk"), href=href, tone="coral"
    )


def _meets(child: ChildSeen, asked: Referral) -> Todo:
    """Lus or a volunteer of the house is to be asked: the child reads that it will be (A152, A184)."""
    words = _("%(child)s wil %(name)s leren kennen, van de vrijwilligers. Vraag het aan %(name)s.")
    if not asked.volunteer:
        words = _("%(child)s wil dat %(name)s mee zoekt. Het blad is klaar. Vraag het samen aan %(name)s.")
    href = address("seeking:referral", child.dossier, asked.pk)
    said = words % {"child": child.name, "name": asked.name}
    return Todo(weight=LOOK, who=child.name, words=said, act=_("Bekijk"), href=href, tone="sun")


def _seeks(child: ChildSeen) -> Todo:
    words = _("%(child)s en jij zoeken samen iemand. Kijk weer een stap verder.") % {"child": child.name}
    href = address("seeking:path", child.dossier)
    return Todo(weight=LOOK, who=child.name, words=words, act=_("Kijk verder"), href=href, tone="sun")
