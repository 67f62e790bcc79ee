"""What opens an address that is there only in a state of its own: of whom, and how it came to be so."""

from uuid import UUID

from kring.access.acts import pages, telling
from kring.access.models import Say
from kring.access.writing import ITSELF
from kring.dossier.models import Involvement
from kring.journal.models import Passage
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Relation, Section
from kring.law.meaning import Expressed, Meaning
from kring.law.transfers import Asked
from kring.portals.acts import point_out
from kring.portals.answers import someone
from kring.rights.acts import transfers, wishes
from tests.family import Family
from tests.rooms.pointing import surely

OF_ITS_OWN = {
    "circle:time": ("session", "ended"),  # the time of a session is told when it has ended
    "endings:pass_on": ("member", "passed"),
    "portals:is_so": ("member", "pointed"),
    "portals:someone_else": ("member", "pointed"),
    "portals:parents_stop": ("say", "parents_yes"),
    "portals:take_back": ("say", "parents_yes"),
    "portals:mine_yes": ("say", "mine_waits"),
    "portals:parents_yes": ("item", "of_mama"),
    "portals:emergency_over": ("item", "told_of"),
    "rights:service_ending": ("involvement", "of_a_service"),
    "rights:guide_ending": ("involvement", "guides"),
}
"""Of which address it is which part, and the name under which the one stands that opens it."""


def opened(family: Family, *, otherwise: str = "wilma") -> dict[str, UUID]:
    """Noor chose otherwise than Wilma, who may not know it yet and stays a supporter; papa came in; Ann said yes to a
    page for Nadia, and is to tap her yes to another; there is a text about mama, who is Ann; and Rita was told
    something in an emergency.

    `otherwise`: somebody else than Wilma, where she is to stay a JIM.
    """
    noor, chosen = family.door("noor", Section.RIGHTS), family.member(otherwise)
    for meaning in (Meaning.SUPPORTER, Meaning.JIM):
        said = wishes.Said(meaning=meaning, expressed=Expressed.SAID, on=clock.today())
        wishes.name(noor, chosen, said, act=uuid7())
    wishes.withdraw(noor, chosen, Meaning.JIM, act=uuid7(), on=clock.today())
    papa, answers = family.member("papa"), family.door("noor", Section.ANSWERS)
    point_out(answers, someone(answers, family.person("tarik")), papa, act=uuid7())
    nadia_has_a_page(family)
    nadia_has_a_page(family, how=ITSELF)
    waits = {"parents_yes": of_ann(family), "mine_waits": of_ann(family, waits=True)}
    waits["guides"] = Involvement.objects.get(person=family.person("bram"), dossier=family.noor.dossier).pk
    waits["of_a_service"] = Involvement.objects.get(person=family.person("nadia")).pk
    return {"passed": chosen, "pointed": papa, **waits, "of_mama": about_mama(family), **told_to_rita(family)}


def about_mama(family: Family) -> UUID:
    """What Lotte wrote about mama of the circle; that is Ann."""
    surely(family, "ann", "mama")
    rows = Passage.objects.filter(item__klass=Klass.HOUSEHOLD.value, item__about=family.member("mama"))
    key: UUID = family.door("lotte", Section.JOURNAL).within(rows)[0].pk
    return key


def told_to_rita(family: Family) -> dict[str, UUID]:
    """A text that Rita did not read, passed on by Lotte in an emergency, and that it was."""
    lotte, rita = family.door("lotte", Section.JOURNAL), family.person("rita")
    rows = lotte.within(Passage.objects.exclude(item__author=rita).order_by("pk"))
    found = next(one for one in rows if rita in {other.person for other in telling.to_whom(lotte, one.item)})
    why = {"motive": "Het moest nu.", "child_told": True, "parents_told": True}
    told = telling.disclose(lotte, telling.Emergency(item=found.pk, to=rita, **why), once=uuid7())  # type: ignore[arg-type]
    return {"told_of": found.pk, "told": told.pk}


def nadia_has_a_page(family: Family, how: str = "said") -> None:
    """A page for the court, by a yes that Noor taps and one of each of her parents; how these said it."""
    yes, nadia = ("needed", "in_its_interest", "child_consents", "parents_consent"), family.person("nadia")
    asked = Asked(receiver=Relation.COURT_SERVICE, **dict.fromkeys(yes, True))
    door = family.door("lotte", Section.TRANSFERS)
    said = tuple(pages.OfAParent(row.person_id, how) for row in transfers.parents(door, on=clock.today()))
    new = transfers.Wanted(person=nadia, words="voor de dienst alleen", asked=asked, said=said, childs="said")
    made = transfers.make(door, new, act=uuid7(), on=clock.today())
    hers = Say.objects.get(item=made.pk, giver="child")
    pages.child_says_yes(family.door("noor", Section.ANSWERS), hers, once=uuid7())


def of_ann(family: Family, *, waits: bool = False) -> UUID:
    """The yes of Ann to that page; the one that waits until she taps it herself."""
    of = {"dossier": family.noor.dossier, "giver": "parent", "given_by": family.person("ann"), "waits": waits}
    key: UUID = Say.objects.values_list("pk", flat=True).get(**of)
    return key
