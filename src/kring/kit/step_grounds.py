"""What the grounds of steps, limits and the trust person of a parent say to people (`kit/grounds.py` takes them in)."""

from django.utils.translation import gettext_lazy as _

from kring.kit.said import Said

STEPS: dict[str, Said] = {
    # From wish to standing person: these speak to the child, and on the page of a worker about it
    "steps.voice": Said(
        _("Van wie komt dit?"),
        _("Dit komt van jou, of van {name} zelf."),
        _("Alleen jij kan dit zeggen, of {name} over zichzelf."),
        _("Nog te vragen: van wie komt dit?"),
    ),
    "steps.day": Said(
        _("Klopt de dag?"),
        _("De dag klopt."),
        _("Die dag ligt voor het begin. Kies een latere dag."),
        _("Nog te vragen: welke dag was het?"),
    ),
    "steps.since-the-wish": Said(
        _("Had jij {name} op die dag al gekozen?"),
        _("Op die dag had jij {name} al gekozen."),
        _("Op die dag had jij {name} nog niet gekozen. Kijk de dag na."),
        _("Nog te vragen: welke dag was het?"),
    ),
    "steps.asked": Said(
        _("Wie vroeg het aan {name}?"),
        _("Het is gevraagd aan {name}."),
        _("Aan {name} is het nog niet gevraagd."),
        _("Nog te vragen: wie vroeg het aan {name}, en hoe?"),
    ),
    "steps.child-said-yes": Said(
        _("Zei jij dat iemand het aan {name} mag vragen?"),
        _("Jij zei dat iemand het aan {name} mag vragen."),
        _("Jij zei nee. Dan vraagt niemand iets aan {name}."),
        _("Nog te vragen: mag iemand dit voor jou aan {name} vragen?"),
    ),
    "steps.not-restricted": Said(
        _("Mag er contact zijn met {name}?"),
        _("Er mag contact zijn met {name}."),
        _("Dit kan nu niet. Praat er eerst over met je begeleider."),
        _("Nog te vragen: mag er contact zijn met {name}?"),
    ),
    "steps.word-of-the-child": Said(
        _("Zegt het kind dit zelf?"),
        _("Het kind zegt dit zelf."),
        _("Het kind zei dat dit niet klopt. Alleen het kind zelf kan dit nu zeggen."),
        _("Nog te vragen: zegt het kind dit zelf?"),
    ),
    "steps.word-of-the-person": Said(
        _("Zegt {name} dit zelf?"),
        _("{name} zegt dit zelf."),
        _(
            "Er is gezegd dat dit niet klopt. Alleen {name} zelf kan dit nu zeggen. Komt {name} hier niet binnen? Dan "
            "vraagt een collega het na, en schrijft die het op."
        ),
        _("Nog te vragen: zegt {name} dit zelf?"),
    ),
    "steps.person-agrees": Said(
        _("Wat zei {name} zelf?"),
        _("{name} zei ja."),
        _("{name} zei nog geen ja. Je keuze blijft staan. Vraag het later nog eens, of kies er iemand bij."),
        _("Nog te vragen: wat zegt {name} zelf? Zonder een ja van {name} begint er niets. Je keuze blijft staan."),
    ),
    # A limit for a while: read by workers and by the director
    "limits.extreme": Said(
        _("Is dit een uiterst extreme situatie?"),
        _("Dit is een uiterst extreme situatie."),
        _("Dit is geen uiterst extreme situatie. Dan kan er niets beperkt worden. Praat met het kind."),
        _("Nog te vragen: is dit een uiterst extreme situatie? Dat je er niet gerust in bent, is niet genoeg."),
    ),
    "limits.talked": Said(
        _("Is er eerst met het kind gepraat?"),
        _("Er is eerst met het kind gepraat."),
        _("Er is nog niet met het kind gepraat. Doe dat eerst."),
        _("Nog te doen: eerst met het kind praten."),
    ),
    "limits.motivated": Said(
        _("Staat de volledige reden er?"),
        _("De volledige reden staat er."),
        _("De reden is nog te kort. Schrijf ze voluit, in zinnen."),
        _("Nog te doen: de volledige reden opschrijven."),
    ),
    "limits.ends": Said(
        _("Wanneer stopt het?"),
        _("Het stopt vanzelf op een vaste dag."),
        _("Die dagen kunnen niet. Een beperking begint vandaag en duurt hoogstens dertig dagen."),
        _("Nog te vragen: tot wanneer? Zonder laatste dag kan het niet."),
    ),
    "limits.not-again": Said(
        _("Was er kort hiervoor al een beperking?"),
        _("Er was hiervoor geen beperking die te kort geleden is."),
        _("Er loopt al een beperking, of ze is pas voorbij. Blijft het probleem, dan beslist alleen de jeugdrechter."),
        _("Nog te vragen: was er kort hiervoor al een beperking?"),
    ),
    "limits.child-informed": Said(
        _("Weet het kind wat er beperkt wordt, waarom en tot wanneer?"),
        _("Het kind weet wat er beperkt wordt, waarom en tot wanneer."),
        _("Het kind weet het nog niet. Vertel het eerst zelf."),
        _("Nog te doen: zelf aan het kind vertellen wat, waarom en tot wanneer."),
    ),
    "limits.judge": Said(
        _("Weet het kind dat het naar de jeugdrechter kan?"),
        _("Het kind weet dat het naar de jeugdrechter kan, en wie daarbij helpt."),
        _("Het kind weet nog niet dat het naar de jeugdrechter kan. Zeg het, en zeg wie daarbij helpt."),
        _("Nog te doen: zeggen dat alleen de jeugdrechter kan beslissen als het probleem blijft."),
    ),
    # The trust person of a parent: these speak to that parent
    "parents-trust-person.adult": Said(
        _("Is {name} 18 jaar of ouder?"),
        _("{name} is 18 jaar of ouder."),
        _("{name} is nog geen 18. Vanaf 18 jaar kan het wel."),
        _("Nog te vragen: is {name} 18 jaar of ouder?"),
    ),
    "parents-trust-person.independent": Said(
        _("Staat {name} los van de hulp?"),
        _("{name} werkt niet mee aan de hulp."),
        _("{name} werkt mee aan de hulp. Daarom kan {name} deze rol nu niet opnemen."),
        _("Nog te vragen: werkt {name} mee aan de hulp?"),
    ),
    "parents-trust-person.designated": Said(
        _("Koos de ouder {name} zelf?"),
        _("De ouder koos {name} zelf."),
        _("De ouder kiest {name} nu niet."),
        _("Nog te vragen: kiest de ouder {name}?"),
    ),
}

STEPS_ABOUT_THE_CHILD: dict[str, Said] = {
    "steps.word-of-the-child": Said(
        _("Zegt {child} dit zelf?"),
        _("{child} zegt dit zelf."),
        _("{child} zei dat dit niet klopt. Alleen {child} zelf kan dit nu zeggen."),
        _("Nog te vragen: zegt {child} dit zelf?"),
    ),
    "steps.not-restricted": Said(
        _("Mag er contact zijn met {name}?"),
        _("Er mag contact zijn met {name}."),
        _("Met {name} mag nu geen contact zijn. Zolang dat zo is, wordt er niets gevraagd en begint er niets."),
        _("Nog te vragen: mag er contact zijn met {name}?"),
    ),
    "steps.voice": Said(
        _("Van wie komt dit?"),
        _("Dit komt van {child}, of van {name} zelf."),
        _("Alleen {child} kan dit zeggen, of {name} over zichzelf."),
        _("Nog te vragen: van wie komt dit?"),
    ),
    "steps.since-the-wish": Said(
        _("Had {child} op die dag {name} al gekozen?"),
        _("Op die dag had {child} {name} al gekozen."),
        _("Op die dag had {child} {name} nog niet gekozen. Kijk de dag na."),
        _("Nog te vragen: welke dag was het?"),
    ),
    "steps.child-said-yes": Said(
        _("Zei {child} dat iemand het aan {name} mag vragen?"),
        _("{child} zei dat iemand het aan {name} mag vragen."),
        _("{child} zei nee. Dan vraagt niemand iets aan {name}."),
        _("Nog te vragen: mag dit voor {child} aan {name} gevraagd worden? Zonder een ja vraagt niemand iets."),
    ),
    "steps.person-agrees": Said(
        _("Wat zei {name} zelf?"),
        _("{name} zei ja."),
        _("{name} zei nog geen ja. De keuze van {child} blijft staan. Vraag het later samen nog eens."),
        _("Nog te vragen: wat zegt {name} zelf? Zonder een ja van {name} begint er niets. De keuze blijft staan."),
    ),
}
