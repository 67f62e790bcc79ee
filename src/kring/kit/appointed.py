"""What the grounds of an appointment by the institution say: read by workers and the director, about the child (R6)."""

from django.utils.translation import gettext_lazy as _

from kring.kit.said import Said

APPOINTED_GROUNDS: dict[str, Said] = {
    "appointment.cannot-designate": Said(
        _("Kan het kind zelf niemand kiezen, ook niet door te wijzen?"),
        _("Volgens de begeleiding kan het kind nu zelf niemand kiezen, ook niet door te wijzen."),
        _("Het kind kan zelf kiezen. De keuze is aan het kind."),
        _("Nog te vragen: kan het kind zelf iemand kiezen, zeggend, schrijvend of wijzend?"),
    ),
    "appointment.conflict": Said(
        _("Willen het kind en de ouders iets anders, zo dat hun belangen botsen?"),
        _("De belangen van het kind en van de ouders botsen."),
        _("De belangen van het kind en van de ouders botsen niet."),
        _("Nog te vragen: botsen de belangen van het kind en van de ouders?"),
    ),
    "appointment.adult": Said(
        _("Is {name} 18 jaar of ouder?"),
        _("{name} is 18 jaar of ouder."),
        _("{name} is nog geen 18."),
        _("Nog te vragen: is {name} 18 jaar of ouder?"),
    ),
    "appointment.independent": Said(
        _("Staat {name} los van de hulp voor dit kind?"),
        _("{name} werkt niet mee aan de hulp voor dit kind."),
        _("{name} werkt mee aan de hulp voor dit kind."),
        _("Nog te vragen: werkt {name} mee aan de hulp voor dit kind?"),
    ),
    "appointment.child-consulted": Said(
        _("Is er met het kind gepraat?"),
        _("Er is met het kind gepraat."),
        _("Er is niet met het kind gepraat."),
        _("Nog te doen: met het kind praten."),
    ),
    "appointment.parents-consulted": Said(
        _("Is er met de ouders of de opvoedingsverantwoordelijken gepraat?"),
        _("Er is met de ouders of de opvoedingsverantwoordelijken gepraat."),
        _("Er is niet met de ouders of de opvoedingsverantwoordelijken gepraat."),
        _("Nog te doen: met de ouders of de opvoedingsverantwoordelijken praten."),
    ),
    "appointment.two-workers-consulted": Said(
        _("Is er met minstens twee jeugdhulpverleners gepraat?"),
        _("Er is met minstens twee jeugdhulpverleners gepraat. Hun namen staan erbij."),
        _("Er is niet met twee jeugdhulpverleners gepraat."),
        _("Nog te doen: met minstens twee jeugdhulpverleners praten, en hun namen opschrijven."),
    ),
    "appointment.proposed-consulted": Said(
        _("Is er met {name} zelf gepraat?"),
        _("Er is met {name} zelf gepraat."),
        _("Er is niet met {name} zelf gepraat."),
        _("Nog te doen: met {name} zelf praten."),
    ),
    "appointment.proposed-agrees": Said(
        _("Zei de persoon aan wie jullie denken zelf ja?"),
        _("{name} zei zelf ja."),
        _("{name} zei geen ja. Dan kan er geen aanstelling zijn."),
        _("Nog te vragen: zegt {name} zelf ja? Niemand is verplicht om het te doen."),
    ),
    "appointment.director": Said(
        _("Besliste de directie?"),
        _("De directie stelt {name} aan."),
        _("De directie stelt {name} niet aan."),
        _("Nog te vragen: wat beslist de directie?"),
    ),
    "appointment.attest": Said(
        _("Is het attest van aanstelling ingevuld?"),
        _("Het attest van aanstelling is ingevuld."),
        _("Het attest van aanstelling is niet ingevuld."),
        _("Nog te doen: het attest van aanstelling invullen."),
    ),
    "appointment.earlier-answered": Said(
        _("Koos het kind eerder iemand, en staat erbij waarom het dat nu niet kan?"),
        _("Wat het kind eerder koos, is gelezen en beantwoord."),
        _("Wat het kind eerder koos, is niet beantwoord."),
        _("Nog te doen: schrijf waarom het kind nu niet kan kiezen, terwijl het dat eerder wel deed."),
    ),
    "appointment.nobody-designated": Said(
        _("Staat er nu geen keuze van het kind zelf?"),
        _("Er staat nu geen keuze van het kind."),
        _("Het kind koos zelf iemand. Zolang die keuze staat, stelt de organisatie niemand aan."),
        _("Nog te vragen: koos het kind zelf iemand?"),
    ),
    "appointment.nobody-chosen": Said(
        _("Koos het kind zelf nog niemand die nu vertrouwenspersoon is?"),
        _("Het kind heeft zelf nog niemand gekozen die nu vertrouwenspersoon is."),
        _("Het kind koos zelf iemand. Die keuze gaat voor."),
        _("Nog te vragen: koos het kind zelf al iemand?"),
    ),
}
