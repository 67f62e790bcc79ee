"""Who comes in says itself that what a worker wrote as its word is so: before that nobody is told it (R2)."""

from kring.access.reported import Reported
from kring.access.same import SamePerson
from tests.family import Family


def is_so(family: Family) -> None:
    """Everybody of whom Lotte wrote something, says that it is so."""
    names = {person: name for name, person in family.seeded.persons.items()}
    asked = SamePerson.objects.filter(item__in=Reported.objects.values("item"))
    for person in list(asked.order_by("pk").values_list("person_id", flat=True)):
        facts = {"once": family.once(), "so": "yes"}
        assert family.browser(names[person]).post(family.url("endings:itself"), facts).status_code == 302
