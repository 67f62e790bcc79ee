"""The notice for the trust person of a parent: what Kring holds about it, for itself (R9, GDPR art. 14).

It names neither the child nor the other parent, and repeats nothing that anybody said: it may lie on a kitchen table.
"""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.rights.asking import Block, Sheet, contact_at, may_ask
from kring.rights.house import house_of
from kring.rights.own_step_forms import Named


def notice(door: Door, named: Named) -> Sheet:
    """What is held, from whom, why, who reads it, how long, and what one may ask."""
    house = house_of(door)
    of_whom = _("Van {parent}, en van wie met het kind werkt.")
    why = _("Zodat {parent} iemand kan meebrengen naar gesprekken over de hulp. Dit hoort bij de jeugdhulp.")
    blocks = (
        Block(_("Wat bewaart Kring over jou?"), tuple(_held(named))),
        Block(
            _("Wat bewaart Kring niet?"), (_("Niets over je verleden, je gezondheid of je liefdes. Geen document."),)
        ),
        Block(_("Van wie komt het?"), (of_whom.format(parent=named.parent),)),
        Block(_("Waarom?"), (why.format(parent=named.parent),)),
        Block(_("Wie leest het?"), tuple(_readers(named, house.name))),
        Block(_("Hoe lang?"), tuple(_how_long(named))),
        Block(_("Wat kan jij vragen?"), tuple(may_ask(house))),
    )
    lead = _("{parent} denkt aan jou als vertrouwenspersoon. Daarom staat je naam in Kring, de werkplek van {house}.")
    head = capfirst(_("Voor {name}").format(name=named.name))
    told = lead.format(parent=named.parent, house=house.name)
    return Sheet(head=head, lead=told, blocks=blocks, foot=contact_at(house))


def _held(named: Named) -> list[str]:
    told = [
        _("Je naam, en dat {parent} jou koos, op welke dag."),
        _("Wie het jou vroeg, wanneer, en wat jij antwoordde."),
        _("Of je 18 of ouder bent, en of je meewerkt aan de hulp."),
        _("De dagen van een proef, het begin, een pauze en het einde."),
    ]
    return [one.format(parent=named.parent) for one in told]


def _readers(named: Named, house: str) -> list[str]:
    told = [
        _("{parent}, en wie met het kind werkt. Niet het kind, en niet de andere ouder."),
        _("Wie in {house} over gegevens waakt, ziet wie wat opende."),
    ]
    return [one.format(parent=named.parent, house=house) for one in told]


def _how_long(named: Named) -> list[str]:
    gone = _("Kiest {parent} anders? Dan gaan je woorden weg, en wat over jou bekeken werd.")
    return [
        gone.format(parent=named.parent),
        _("Je naam, je ja of nee en de dagen blijven tot het kind 35 jaar wordt."),
    ]
