"""What a ground of law or a factor of a JIM says to people: the question, and what is known of it.

Read through `kring.kit.sentences.sentence`.  Conditions of a trust person and factors of a JIM speak to the child (on a
worker's page the conditions speak about it), an appointment by the institution speaks to workers.  The extract is
always "artikel 596.2 (minderjarigenmodel)", because municipalities number their models differently (brief 1.3).
"""

from django.utils.translation import gettext_lazy as _

from kring.kit.agreed import ABOUT_AGREEING, AGREEING
from kring.kit.appointed import APPOINTED_GROUNDS
from kring.kit.loyal import LOYAL_GROUNDS
from kring.kit.said import Said
from kring.kit.sought import ABOUT_SEEKING, SOUGHT_GROUNDS
from kring.kit.step_grounds import STEPS, STEPS_ABOUT_THE_CHILD

GROUNDS: dict[str, Said] = {
    # May begin to serve as the legal trust person
    "trust-person.adult": Said(
        _("Is {name} 18 jaar of ouder?"),
        _("{name} is 18 jaar of ouder."),
        _("{name} is nog geen 18. Vanaf 18 jaar kan het wel."),
        _("Nog te vragen: is {name} 18 jaar of ouder?"),
    ),
    "trust-person.independent": Said(
        _("Staat {name} los van jouw hulp?"),
        _("{name} werkt niet mee aan jouw hulp."),
        _("{name} werkt mee aan jouw hulp. Daarom kan {name} deze rol nu niet opnemen, maar wel je steunfiguur zijn."),
        _("Nog te vragen: werkt {name} mee aan jouw hulp?"),
    ),
    "trust-person.designated": Said(
        _("Koos jij {name} zelf?"),
        _("Jij koos {name} zelf."),
        _("Jij kiest {name} nu niet als vertrouwenspersoon. Zeg je dat later wel, dan telt dat."),
        _("Nog te vragen: kies jij {name}?"),
    ),
    "trust-person.extract": Said(
        _("Is het uittreksel bekeken, artikel 596.2 (minderjarigenmodel)?"),
        _("Het uittreksel, artikel 596.2 (minderjarigenmodel), is bekeken. Er is geen kopie bewaard."),
        _("Het uittreksel, artikel 596.2 (minderjarigenmodel), is nog niet bekeken."),
        _("Nog te vragen: het uittreksel, artikel 596.2 (minderjarigenmodel). De gemeente geeft het gratis."),
    ),
    "trust-person.entry": Said(
        _("Moet de directie nog iets beslissen over het uittreksel?"),
        _("Over het uittreksel hoeft niemand nog iets te beslissen."),
        _("De directie besliste, met een geschreven reden: {name} neemt deze rol nu niet op. Steunfiguur zijn kan."),
        _("Nog te doen: de directie beslist over wat op het uittreksel staat."),
    ),
    **APPOINTED_GROUNDS,
    # May someone be let in: read by child and worker
    "ways.giver": Said(
        _("Mag jij deze persoon binnenlaten?"),
        _("Jij mag deze persoon binnenlaten."),
        _("Jij kunt deze persoon niet binnenlaten. Vraag het aan het kind of aan de begeleiding."),
        _("Nog te vragen: wie mag deze persoon binnenlaten?"),
    ),
    "ways.kind": Said(
        _("Past deze manier van binnenkomen bij {name}?"),
        _("Deze manier van binnenkomen past bij {name}."),
        _("Deze manier van binnenkomen past niet bij {name}. Kies een andere."),
        _("Nog te vragen: hoe komt {name} het best binnen?"),
    ),
    "ways.child-said-yes": Said(
        _("Zei het kind ja?"),
        _("Het kind zei ja."),
        _("Het kind zei nee. Dan krijgt {name} geen link."),
        _("Nog te vragen: zegt het kind ja?"),
    ),
    "ways.serving": Said(
        _("Is {name} nu vertrouwenspersoon?"),
        _("{name} is nu vertrouwenspersoon."),
        _("{name} is nu geen vertrouwenspersoon. Binnenkomen als steunfiguur kan wel."),
        _("Nog te vragen: is {name} nu vertrouwenspersoon?"),
    ),
    "ways.not-restricted": Said(
        _("Mag er contact zijn met {name}?"),
        _("Er mag contact zijn met {name}."),
        _("Er is beslist dat {name} nu geen contact mag hebben. Daarom kan {name} hier nu niet binnen."),
        _("Nog te vragen: mag er contact zijn met {name}?"),
    ),
    "ways.not-a-parent": Said(
        _("Is {name} hier iemand anders dan een ouder?"),
        _("{name} is hier geen ouder."),
        _(
            "{name} komt hier al binnen als ouder. Daarom is een link als steunfiguur niet nodig. "
            "Kies bij “Wie mag wat weten?” wat {name} mag weten. "
            "Kan {name} niet binnen? Vraag je begeleider om een link voor een ouder."
        ),
        _("Nog te vragen: is {name} een ouder?"),
    ),
    # A JIM: things to talk about, nothing more
    "jim.adult": Said(
        _("Is {name} ouder dan 18?"),
        _("{name} is ouder dan 18."),
        _("{name} is niet ouder dan 18. Praat samen: wie kan {name} erbij helpen?"),
        _("Nog te bespreken: is {name} ouder dan 18?"),
    ),
    "jim.not-a-parent": Said(
        _("Is {name} iemand anders dan je vader of moeder?"),
        _("{name} is niet je vader of moeder."),
        _("Praat samen: hoe is het als je vader of moeder je JIM is? Moet je dan soms kiezen?"),
        _("Nog te bespreken: is {name} iemand anders dan je vader of moeder?"),
    ),
    "jim.unpaid": Said(
        _("Is {name} er voor jou zonder dat dit werk is?"),
        _("{name} is er voor jou, niet omdat het werk is."),
        _("Praat samen: {name} krijgt er loon voor. Wat als dat werk stopt?"),
        _("Nog te bespreken: is {name} er voor jou zonder dat dit werk is?"),
    ),
    "jim.other-roof": Said(
        _("Woont {name} in een ander huis dan jij?"),
        _("{name} woont in een ander huis."),
        _("Praat samen: jij en {name} wonen in hetzelfde huis. Waar kunnen jullie rustig praten?"),
        _("Nog te bespreken: woont {name} in een ander huis dan jij?"),
    ),
    "jim.works-together": Said(
        _("Wil {name} samenwerken met je begeleiding?"),
        _("{name} wil samenwerken met je begeleiding."),
        _("Praat samen: wat heeft {name} nodig om met je begeleiding te kunnen praten?"),
        _("Nog te bespreken: wil {name} samenwerken met je begeleiding?"),
    ),
    "jim.not-a-lover": Said(
        _("Is {name} iemand anders dan je lief?"),
        _("{name} is niet je lief."),
        _("Praat samen: hoe gaat het verder als het uit zou zijn?"),
        _("Nog te bespreken: is {name} iemand anders dan je lief?"),
    ),
    "jim.parents-agree": Said(
        _("Vinden je ouders het goed?"),
        _("Je ouders vinden het goed."),
        _("Je ouders twijfelen. Praat met hen over wat {name} doet en niet doet. Jij kiest wie je JIM is."),
        _("Nog te bespreken: wat vinden je ouders ervan?"),
    ),
    # May a page be made for a service or for the court
    "transfers.receiver": Said(
        _("Is dit iemand van een dienst die bij het kind hoort?"),
        _("Dit is iemand van een dienst die bij het kind hoort."),
        _("Dit is niemand van een dienst. Voor deze persoon wordt geen blad gemaakt."),
        _("Nog te vragen: van welke dienst is deze persoon?"),
    ),
    "transfers.needed": Said(
        _("Is dit blad nodig voor de hulp?"),
        _("Dit blad is nodig voor de hulp."),
        _("Dit blad is niet nodig voor de hulp. Dan gaat er niets weg."),
        _("Nog te vragen: is dit blad nodig voor de hulp?"),
    ),
    "transfers.interest": Said(
        _("Is dit in het belang van het kind?"),
        _("Dit is in het belang van het kind."),
        _("Dit is niet in het belang van het kind. Dan gaat er niets weg."),
        _("Nog te vragen: is dit in het belang van het kind?"),
    ),
    "transfers.consent-sought": Said(
        _("Is aan het kind en de ouders gevraagd of het mag?"),
        _("Er is aan het kind en de ouders gevraagd of het mag."),
        _("Er is niet gevraagd of het mag. Vraag het eerst aan het kind en de ouders."),
        _("Nog te vragen: vinden het kind en de ouders het goed?"),
    ),
    "transfers.child-consents": Said(
        _("Zei het kind ja?"),
        _("Het kind zei ja, of kan dit zelf nog niet beslissen."),
        _("Het kind zei nee. Dan gaat er niets naar de rechtbank."),
        _("Nog te vragen: zegt het kind ja?"),
    ),
    "transfers.parents-consent": Said(
        _("Zeiden de ouders ja?"),
        _("De ouders zeiden ja, of het wordt hun niet meer gevraagd."),
        _("De ouders zeiden nee. Dan gaat er niets naar de rechtbank."),
        _("Nog te vragen: zeggen de ouders ja?"),
    ),
    "transfers.written-request": Said(
        _("Vroeg de dienst dit schriftelijk?"),
        _("De dienst vroeg dit schriftelijk. Alleen wie het kind is en welke hulp er is, gaat mee."),
        _("De dienst vroeg dit niet schriftelijk. Dan gaat er niets weg."),
        _("Nog te vragen: vroeg de dienst dit schriftelijk?"),
    ),
    "transfers.basic-data-only": Said(
        _("Staat er alleen op wie het kind is en welke hulp er is?"),
        _("Er staat alleen op wie het kind is en welke hulp er is."),
        _("Zonder ja schrijft Kring dit blad zelf: wie het kind is, en welke hulp er is. Maak het tekstvak leeg."),
        _("Nog te vragen: staat er alleen op wie het kind is en welke hulp er is?"),
    ),
    # Is this child capable of using one of the three rights that ask it by itself
    "capacity.presumed": Said(
        _("Is dit kind 12 jaar of ouder?"),
        _("Dit kind is 12 jaar of ouder. Dan gaat de wet ervan uit dat het dit zelf kan."),
        _("Dit kind is nog geen 12. Je kan samen bekijken of het dit al zelf kan."),
        _("Nog te vragen: hoe oud is dit kind?"),
    ),
    "capacity.found": Said(
        _("Werd bekeken of dit kind dit zelf kan?"),
        _("Er is bekeken en opgeschreven dat dit kind dit zelf kan."),
        _("Er is bekeken en opgeschreven dat dit kind dit nu nog niet zelf kan. Het kan later opnieuw bekeken worden."),
        _("Nog te doen: samen bekijken of dit kind dit zelf kan."),
    ),
    "capacity.of-age": Said(
        _("Is deze jongere 18 of ouder?"),
        _("Deze jongere is 18 of ouder, en beslist dit zelf. Niemand weegt dat nog."),
        _("Dit kind is nog geen 18."),
        _("Nog te vragen: hoe oud is dit kind?"),
    ),
    **STEPS,
    **AGREEING,
    **LOYAL_GROUNDS,
    **SOUGHT_GROUNDS,
}

ABOUT_THE_CHILD: dict[str, Said] = {
    # The same conditions as the worker reads them: one page speaks to one reader
    "trust-person.independent": Said(
        _("Staat {name} los van de hulp voor {child}?"),
        _("{name} werkt niet mee aan de hulp voor {child}."),
        _(
            "{name} werkt mee aan de hulp voor {child}. Daarom kan {name} deze rol nu niet opnemen. "
            "Steunfiguur zijn kan."
        ),
        _("Nog te vragen: werkt {name} mee aan de hulp voor {child}?"),
    ),
    "trust-person.designated": Said(
        _("Koos {child} zelf voor {name}?"),
        _("{child} koos zelf voor {name}."),
        _("{child} kiest {name} nu niet als vertrouwenspersoon. Verandert dat later, dan telt dat."),
        _("Nog te vragen: kiest {child} voor {name}?"),
    ),
    **STEPS_ABOUT_THE_CHILD,
    **ABOUT_AGREEING,
    **ABOUT_SEEKING,
}
