"""The question cards of the who-session, in the order in which they are offered; none is compulsory (B45).

Ours unless a card says otherwise.  Written for Flanders: A2 for children, B1 for youths; look/look.md for the voice.
"""

from django.utils.translation import gettext_lazy as _

from kring.circle.cards import Age, Card, Mode, Source
from kring.circle.domains import Domain

_CHILD = (
    Card(
        "child-home",
        _("Wie woont er bij jou?"),
        _("Dieren tellen ook mee. Woon je op twee plekken? Dan noem je iedereen."),
        (Domain.FAMILY,),
    ),
    Card("child-happy", _("Van wie word jij blij?"), _("Je mag zoveel namen zeggen als je wil. Eén is ook goed.")),
    Card(
        "child-thinking",
        _("Wie kan er met je meedenken?"),
        _("Een groot mens of een kind, het mag allebei. Weet je het nog niet? Dat is goed."),
        source=Source.REPORT,
        trace="C94",
    ),
    Card(
        "child-family",
        _("Wie hoort er nog bij jouw familie?"),
        _("Een oma, een nonkel, een nicht. Ook als je ze niet veel ziet."),
        (Domain.FAMILY,),
    ),
    Card(
        "child-play", _("Met wie speel jij graag?"), _("Op school, thuis of buiten. Alles is goed."), (Domain.FRIENDS,)
    ),
    Card(
        "child-school",
        _("Wie is er lief voor jou op school?"),
        _("Een juf, een meester, een kind, of iemand van de refter."),
        (Domain.SCHOOL,),
        Source.NEAR_REPORT,
        "A103b",
    ),
    Card(
        "child-street",
        _("Wie zegt er dag tegen jou in de straat?"),
        _("Een buurvrouw, of iemand van de winkel. Weet je de naam niet? Dat is ook goed."),
        (Domain.STREET,),
        Source.NEAR_REPORT,
        "A103b",
    ),
    Card(
        "child-friends-parent",
        _("Welke mama of papa van een vriendje is lief voor jou?"),
        _("Bij wie thuis mag jij spelen of mee-eten? Weet je niemand? Dat is goed."),
        (Domain.FRIENDS,),
        Source.NEAR_REPORT,
        "A103b",
    ),
    Card(
        "child-fun",
        _("Wie zie jij bij sport, chiro, kerk of moskee?"),
        _("Ga je nergens naartoe? Dan slaan we dit over."),
        (Domain.LEISURE, Domain.FAITH),
    ),
    Card(
        "child-before",
        _("Aan wie van vroeger denk jij nog graag?"),
        _("Iemand die je nu niet meer ziet, mag er ook bij."),
        (Domain.PAST,),
    ),
)

_TEEN = (
    Card(
        "teen-thinking",
        _("Wie kan er met je meedenken?"),
        _("Elke naam is goed. Je mag ook later kiezen."),
        source=Source.REPORT,
        trace="C94",
    ),
    Card(
        "teen-helped",
        _("Denk aan een moment dat moeilijk was. Wie heeft je toen geholpen?"),
        _("Je hoeft niet te vertellen wat er was. Alleen wie er was. Meer dan één mag ook."),
        source=Source.NEAR_REPORT,
        trace="C70",
    ),
    Card(
        "teen-family",
        _("Wie hoort er bij jouw familie, ook als je die niet vaak ziet?"),
        _("Wie familie is, kies jij. Plusouders en pleegouders horen erbij als jij dat vindt."),
        (Domain.FAMILY,),
    ),
    Card(
        "teen-friends",
        _("Bij wie mag jij gewoon zijn wie je bent?"),
        _("Iemand die niet oordeelt. Het mag ook iemand zijn die je alleen online kent."),
        (Domain.FRIENDS, Domain.ONLINE),
        Source.NEAR_REPORT,
        "C80",
    ),
    Card(
        "teen-school",
        _("Welke leerkracht of wie op school heeft jou al eens gesteund?"),
        _("Ook van vorig jaar, of van je vorige school."),
        (Domain.SCHOOL,),
        Source.NEAR_REPORT,
        "A103b",
    ),
    Card(
        "teen-street",
        _("Bij wie in de buurt kan je binnenlopen?"),
        _("Een buurman, een buurvrouw, iemand van het buurthuis. Of iemand die je alleen groet."),
        (Domain.STREET,),
        Source.NEAR_REPORT,
        "A103b",
    ),
    Card(
        "teen-friends-parent",
        _("Welke ouder van een vriend of vriendin deed al eens iets extra voor jou?"),
        _("Je mee laten eten, je naar huis brengen. Klein telt ook."),
        (Domain.FRIENDS,),
        Source.NEAR_REPORT,
        "A103b",
    ),
    Card(
        "teen-leisure",
        _("Wie kent jou van de sport, de jeugdbeweging, de muziek of het jeugdhuis?"),
        _("Een trainer, een leider, iemand van je ploeg. Niets daarvan? Ook goed."),
        (Domain.LEISURE,),
    ),
    Card(
        "teen-faith",
        _("Zijn er mensen in de kerk, de moskee of een groep die jou kennen?"),
        _("Alleen als dat bij jou hoort. Je mag deze vraag overslaan."),
        (Domain.FAITH,),
    ),
    Card(
        "teen-before",
        _("Wie van vroeger zou je nog eens willen horen?"),
        _("Iemand uit een pleeggezin, een leefgroep of je oude straat. Het hoeft nu niet te lukken."),
        (Domain.PAST,),
    ),
)

_YOUNG = (
    Card(
        "young-helped",
        _("Denk aan een moment waarop je vastliep. Was er toen iemand om je te helpen? Wie was dat?"),
        _("Het gaat om wie, niet om wat er gebeurde. Het kunnen er meer zijn. Niemand is ook een antwoord."),
        source=Source.NEAR_REPORT,
        trace="C70",
    ),
    Card(
        "young-thinking",
        _("Wie kan er met je meedenken?"),
        _("Iemand die je nu al kent. Je hoeft nog niets te beslissen."),
        source=Source.REPORT,
        trace="C94",
    ),
    Card(
        "young-family",
        _("Met wie van je familie heb je iets, van dichtbij of van ver?"),
        _("Ook een tante die je maar één keer per jaar ziet. Familie die je zelf koos, telt mee."),
        (Domain.FAMILY,),
    ),
    Card(
        "young-night",
        _("Wie mag je bellen als je niet kan slapen?"),
        _("Een vriend, een lief, iemand van online. Twijfel je? Zet de naam er toch bij."),
        (Domain.FRIENDS, Domain.ONLINE),
    ),
    Card(
        "young-school",
        _("Welke leerkracht, prof of begeleider op school geloofde in jou?"),
        _("Nu of vroeger. Je mag zoveel namen noemen als je wil."),
        (Domain.SCHOOL,),
        Source.NEAR_REPORT,
        "A103b",
    ),
    Card(
        "young-street",
        _("Wie in je straat of op je kot zou merken dat je er een week niet bent?"),
        _("Een buur, een kotgenoot, iemand van de winkel. Weet je niemand? Dan kijken we ergens anders."),
        (Domain.STREET,),
        Source.NEAR_REPORT,
        "A103b",
    ),
    Card(
        "young-table",
        _("Bij wie thuis kan je zo aan tafel schuiven?"),
        _("Ook bij de ouders van een vriend of vriendin."),
        (Domain.FRIENDS,),
        Source.NEAR_REPORT,
        "A103b",
    ),
    Card(
        "young-work",
        _("Wie ken je van je werk, je stage of wat je graag doet?"),
        _("Een collega, een baas, een trainer, iemand van een groep of een geloof. Wat niet past, sla je over."),
        (Domain.WORK, Domain.LEISURE, Domain.FAITH),
    ),
    Card(
        "young-hurt",
        _("Wie zou het jammer vinden als je hem of haar niets vroeg?"),
        _("Soms wacht er iemand tot je iets vraagt. Je hoeft nu niets te vragen."),
        trace="B44",
    ),
    Card(
        "young-before",
        _("Wie van vroeger was belangrijk en mag hier een plek krijgen?"),
        _("Een pleegouder, een begeleider, een oude buur. Je hoeft niets met hen af te spreken."),
        (Domain.PAST,),
    ),
)

CARDS: dict[Age, tuple[Card, ...]] = {Age.CHILD: _CHILD, Age.TEEN: _TEEN, Age.YOUNG: _YOUNG}

# Exactly three (B107): the first minutes of a crisis have room for no more.
CRISIS = (
    Card(
        "crisis-now",
        _("Wie kan er nu bij zijn?"),
        _("Iemand die snel kan komen of kan bellen. Eén naam is genoeg."),
        trace="B107",
    ),
    Card(
        "crisis-tonight",
        _("Wie kan er vanavond en vannacht helpen?"),
        _("Een bed, eten, een luisterend oor. Weet je het nog niet? Dan vragen we het straks opnieuw."),
        trace="B107",
    ),
    Card(
        "crisis-child",
        _("Wie is er vandaag voor %(name)s?"),
        _("Iemand die vertrouwd is. Vraag het ook aan %(name)s zelf."),
        trace="B107",
    ),
)

# Read aloud, answered by pointing (A134).  The last one is a designation; %(name)s is who the child pointed at.
PICTURES = (
    Card(
        "picture-happy",
        _("Wie maakt mij blij?"),
        _("Wijs maar aan. Meer dan één mag."),
        source=Source.NEAR_REPORT,
        trace="A134",
    ),
    Card(
        "picture-care",
        _("Wie zorgt goed voor mij?"),
        _("Wijs maar aan. Je kan niet fout kiezen."),
        source=Source.NEAR_REPORT,
        trace="A134",
    ),
    Card(
        "picture-love",
        _("Wie ziet mij graag?"),
        _("Wijs maar aan. Niemand kiezen mag ook."),
        source=Source.NEAR_REPORT,
        trace="A134",
    ),
    Card(
        "picture-along",
        _("Mag %(name)s meekomen als we over jou praten?"),
        _("Ja, nee of nog niet. Je mag later iets anders kiezen."),
        trace="A134",
        designates=True,
    ),
)


def cards_for(mode: Mode, age: Age) -> tuple[Card, ...]:
    """The cards of one session."""
    return {Mode.CALM: CARDS[age], Mode.CRISIS: CRISIS, Mode.PICTURES: PICTURES}[mode]


def card(card_id: str) -> Card | None:
    """The card with this id; `None` for an id that no longer exists, so that an old session still opens."""
    return _BY_ID.get(card_id)


_BY_ID = {one.id: one for one in (*_CHILD, *_TEEN, *_YOUNG, *CRISIS, *PICTURES)}
