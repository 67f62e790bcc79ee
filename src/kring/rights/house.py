"""The house where a child is helped, and whom one asks there about what is kept (GDPR 13-14)."""

from django.db.models import DateField, OuterRef, QuerySet, Subquery, UUIDField
from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.kit import clock
from kring.kit.prepared import Open, Prepared
from kring.people.models import Organisation, Post, Role


def house_of(door: Door) -> Organisation:
    """The organisation, with the name of its data protection officer; one statement."""
    house: Organisation = _HOUSE.ask(today=clock.today(), team=door.dossier.team_id)[0]
    return house


def _house(*, today: Open, team: Open) -> QuerySet[Organisation, Organisation]:
    posts = Post.objects.current(today).filter(organisation=OuterRef("pk"), role=Role.OFFICER.value)
    name = Subquery(posts.order_by("from_on", "pk").values("person__call_name")[:1])
    return Organisation.objects.select_related("contact", "deputy").annotate(officer=name).filter(teams=team)


_HOUSE = Prepared(_house, today=DateField(), team=UUIDField())


def officer(house: Organisation) -> str:
    """Whom one asks: the data protection officer by name and how it is reached, as far as the house said (GDPR 14)."""
    name = getattr(house, "officer", None)
    said = {"house": house.name, "name": name, "reach": house.officer_reach}
    if name and house.officer_reach:
        words = _(
            "Vraag het aan {house}, bij {name}: de functionaris voor gegevensbescherming. Zo bereik je die: {reach}"
        )
    elif name:
        words = _(
            "Vraag het aan {house}, bij {name}: de functionaris voor gegevensbescherming."
            " Hoe je die bereikt, staat hier nog niet."
        )
    elif house.officer_reach:
        words = _("Vraag het aan de functionaris voor gegevensbescherming van {house}. Zo bereik je die: {reach}")
    else:
        words = _("Vraag het aan {house}. Vraag ook wie er de functionaris voor gegevensbescherming is.")
    return words.format(**said)
