"""What is still to be done in the house, and what of it waits for the director itself: about a child only which one."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from kring.access.desk import Desk, desk_of
from kring.kit import clock
from kring.kit.addresses import address
from kring.kit.days import day_of
from kring.law.access import Relation, Section
from kring.people.standing import Standing
from kring.rights import entries, facts
from kring.rights.models import Appointment, Limit


@dataclass(frozen=True, slots=True)
class Task:
    """One thing for who runs the house, with one button; about a child it says which one."""

    words: str
    act: str
    href: str
    tone: str
    who: str = ""


def of_the_director(me: Standing) -> Iterator[Task]:
    """What waits for the director itself: something stands on an extract (R5).  What, or whose, it does not say."""
    desk = desk_of(me.actor, (Relation.DIRECTOR,))
    for dossier, member, look in entries.open_on(desk):
        words = _("Er staat iets op een uittreksel. Jij beslist, met een reden.")
        if look.again_on:
            words = _("Je zei nee. Daarna is er opnieuw naar het uittreksel gekeken. Beslis opnieuw.")
        elif look.passed_on:
            words = _("Iemand gaf een beslissing van de directie door. Ze telt pas als jij ze bevestigt.")
        href = address("rights:decision", dossier, member)
        yield Task(words, _("Beslis"), href, "coral", who=desk.dossiers[dossier].call_name)
    if desk.holds(Section.DECIDED):
        yield from _decided(desk)


def _decided(desk: Desk) -> Iterator[Task]:
    """An appointment that is prepared, and that something is limited: asked only where there is any of it."""
    yield from _limited(desk)
    over = Q(ended_on__isnull=False, by_choice=True, end_told_on=None)
    rows = desk.within(Appointment.objects.filter(Q(ended_on=None, decided_on=None) | over))
    for dossier, key, ended in rows.values_list("item__dossier_id", "pk", "ended_on"):
        words = _("Een begeleider bereidt een aanstelling voor. Jij beslist, met een attest.")
        if ended:
            words = _("Een aanstelling is voorbij, want het kind koos zelf iemand. Zeg dank je aan wie je aanstelde.")
        href = address("rights:appointment", dossier, key)
        yield Task(words, _("Bekijk"), href, "plum", who=desk.dossiers[dossier].call_name)
    yield from _chosen_over(desk)


def _chosen_over(desk: Desk) -> Iterator[Task]:
    """Somebody was appointed, and a choice of the child stands: a no was denied, or it chose since (R6).

    Whom it chose, the director does not read here.
    """
    goes_on = desk.within(Appointment.objects.filter(ended_on=None, decided_on__isnull=False))
    for dossier, key in goes_on.values_list("item__dossier_id", "pk"):
        if facts.a_choice_stands_at(dossier):
            words = _("Een keuze van het kind staat weer. Die gaat voor. Is deze aanstelling nog nodig?")
            href = address("rights:appointment", dossier, key)
            yield Task(words, _("Bekijk"), href, "coral", who=desk.dossiers[dossier].call_name)


def _limited(desk: Desk) -> Iterator[Task]:
    """That something is limited at a child, and until when; for whom, what and why it does not say (R2, R7)."""
    rows = desk.within(Limit.objects.in_force().filter(until_on__gte=clock.today()))
    for dossier, until in rows.values_list("item__dossier_id", "until_on"):
        words = _("Een begeleider beperkte iets voor wie naast een kind staat, tot en met %(day)s.")
        href = address("rights:decided", dossier)
        name = desk.dossiers[dossier].call_name
        yield Task(words % {"day": day_of(until)}, _("Bekijk"), href, "coral", who=name)
