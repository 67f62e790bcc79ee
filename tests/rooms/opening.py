"""What opens an address that is there only in a state of its own: of whom, and how it came to be so."""

from uuid import UUID

from kring.access.acts import pages
from kring.access.models import Say
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.meaning import Expressed, Meaning
from kring.law.transfers import Asked
from kring.portals.acts import point_out
from kring.portals.answers import someone
from kring.rights.acts import transfers, wishes
from tests.family import Family

OF_ITS_OWN = {
    "circle:time": ("session", "ended"),  # the time of a session is told when it has ended
    "endings:pass_on": ("member", "passed"),
    "portals:is_so": ("member", "pointed"),
    "portals:someone_else": ("member", "pointed"),
    "portals:parents_stop": ("say", "parents_yes"),
    "portals:take_back": ("say", "parents_yes"),
}
"""Of which address it is which part, and the name under which the one stands that opens it."""


def opened(family: Family) -> dict[str, UUID]:
    """Noor chose otherwise than Wilma, who may not know it yet; papa came in; Ann said yes to a page for Nadia."""
    noor, wilma = family.door("noor", Section.RIGHTS), family.member("wilma")
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wishes.name(noor, wilma, said, act=uuid7())
    wishes.withdraw(noor, wilma, Meaning.JIM, act=uuid7(), on=clock.today())
    papa, answers = family.member("papa"), family.door("noor", Section.ANSWERS)
    point_out(answers, someone(answers, family.person("tarik")), papa, act=uuid7())
    nadia_has_a_page(family)
    return {"passed": wilma, "pointed": papa, "parents_yes": of_ann(family)}


def nadia_has_a_page(family: Family) -> None:
    """A page for the court, by a yes of Noor and of each of her parents."""
    yes, nadia = ("needed", "in_its_interest", "child_consents", "parents_consent"), family.person("nadia")
    asked = Asked(receiver=Relation.COURT_SERVICE, **dict.fromkeys(yes, True))
    door = family.door("lotte", Section.TRANSFERS)
    said = tuple(pages.OfAParent(row.person_id, "said") for row in transfers.parents(door, on=clock.today()))
    new = transfers.Wanted(person=nadia, words="voor de dienst alleen", asked=asked, said=said, childs="said")
    transfers.make(door, new, act=uuid7(), on=clock.today())


def of_ann(family: Family) -> UUID:
    """The yes of Ann to that page."""
    of = {"dossier": family.noor.dossier, "giver": "parent", "given_by": family.person("ann")}
    key: UUID = Say.objects.values_list("pk", flat=True).get(**of)
    return key
