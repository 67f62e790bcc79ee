"""What a trust person, a JIM and a supporter may do, beside each other (B117; brief 1.0-1.6)."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Row:
    """One question with three answers."""

    asks: Promise
    trust_person: Promise
    jim: Promise
    supporter: Promise


ROWS = (
    Row(
        _("Wat is het?"),
        _("Iemand die je helpt opkomen voor je rechten. Het staat in de wet."),
        _("Iemand die jij al kent en die met iedereen meedenkt, voor jou."),
        _("Iemand bij wie je terechtkan."),
    ),
    Row(_("Wie kiest?"), _("Jij."), _("Jij. Je vraagt het zelf of met hulp."), _("Jij.")),
    Row(
        _("Moeten je ouders akkoord zijn?"),
        _("Nee."),
        _("Het is fijn als ze het goedvinden. Daar praten jullie over."),
        _("Nee. Zij beslissen wel mee over wat van hen is."),
    ),
    Row(
        _("Zijn er voorwaarden?"),
        _("Vier: 18 jaar of ouder, niet meewerken aan jouw hulp, door jou gekozen, en een uittreksel van de gemeente."),
        _("Nee. Er zijn zeven dingen om samen over te praten."),
        _("Nee."),
    ),
    Row(
        _("Vroeger je begeleider, betaald voor de zorg, of in hetzelfde huis?"),
        _("De wet kijkt alleen of die persoon nu meewerkt aan jouw hulp. Wie vroeger je begeleider was, kan het zijn."),
        _("Liever niet: een JIM is er met het hart. Praat erover. Twee jaar wachten is een afspraak in Nederland."),
        _("Maakt niet uit."),
    ),
    Row(
        _("Mee naar een gesprek?"),
        _("Ja, naar elk gesprek met jou, als jij dat wil. Een jeugdrechter kan heel soms nee zeggen, met een reden."),
        _("Als jullie dat samen afspreken."),
        _("Als jullie dat samen afspreken."),
    ),
    Row(
        _("Iets lezen over jou?"),
        _("Mee in je dossier kijken, als jij dat goedvindt. Ben je nog geen 12, dan mag dat meestal niet."),
        _("Alleen wat jij deelt."),
        _("Alleen wat jij deelt."),
    ),
    Row(
        _("Zwijgen over wat je vertelt?"),
        _("Beroepsgeheim: dat staat in de wet. Bij gevaar mag die hulp zoeken."),
        _("Discretie: dat vragen en spreken we af."),
        _("Discretie: dat vragen en spreken we af."),
    ),
    Row(
        _("Tot wanneer?"),
        _("Tot jij iets anders kiest."),
        _("Tot jullie stoppen. Niet vanzelf op je 18de."),
        _("Zo lang je wil."),
    ),
)
