"""The words of what happens next, for the child: the step that was taken last, and what comes after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kring.law.meaning import Meaning
from kring.law.seeking import Stage
from kring.law.steps import Stand, Step

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

WITHOUT_END = _("Hoe lang jullie proberen, kiezen jullie zelf. Niets stopt vanzelf.")
"""Of a trial of which no last day was said."""
MEETS: dict[Stage, Words] = {
    Stage.WANTED: _("Jij wil {name} leren kennen. Nog niemand vroeg het aan {name}. Je begeleider doet dat."),
    Stage.ASKED: _("Het is gevraagd aan {name}. Er is nog geen antwoord."),
    Stage.AGREED: _("{name} zei ja. Jullie kunnen elkaar leren kennen. Zeg aan je begeleider wanneer jij dat wil."),
    Stage.MET: _("Jij en {name} leerden elkaar kennen. Wil je {name} kiezen? Of niet? Jij beslist."),
    Stage.CHOSEN: _("Jij koos {name}. Zet {name} ook bij wie jij kiest."),
    Stage.DECLINED: _("Het gaat niet door met {name}. Dat ligt niet aan jou. Jullie kunnen samen verder kijken."),
}
"""How it stands with a volunteer whom the child wants to get to know (A152)."""
ALONG: dict[Stage, Words] = {
    Stage.WANTED: _("Jij wil dat {name} mee zoekt. Nog niemand vroeg het. Dat doe je samen met je begeleider."),
    Stage.ASKED: _("Het is gevraagd aan {name}. Er is nog geen antwoord."),
    Stage.SEARCHING: _("{name} zoekt mee naar iemand voor jou. Dat mag tijd kosten."),
    Stage.PROPOSED: _("{name} denkt aan iemand voor jou. Wil je die leren kennen? Jij beslist."),
    Stage.MET: _("Jij leerde iemand van {name} kennen. Wil je die kiezen? Of niet? Jij beslist."),
    Stage.CHOSEN: _("Jij koos iemand. {name} zocht mee."),
}
"""How it stands with Lus (A186)."""
WHERE: dict[Stand, Words] = {
    Stand.WISHED: _("Het is nog niet gevraagd aan {name}."),
    Stand.ASKED: _("Het is gevraagd aan {name}, op {day}. Er is nog geen antwoord."),
    Stand.THINKING: _("{name} denkt nog na. Dat mag."),
    Stand.NOT_NOW: _("{name} zei op {day}: nu niet."),
    Stand.NO: _("{name} zei nee. Dat ligt niet aan jou."),
    Stand.DESIGNATED: _("{name} zei ja, op {day}."),
    Stand.TRIED: _("Jullie proberen het samen, sinds {day}."),
    Stand.SERVING: _("Jullie zijn begonnen op {day}."),
    Stand.PAUSED: _("Het staat op pauze, sinds {day}."),
    Stand.ENDED: _("{name} stopte op {day}."),
}
TAKEN_AT = {
    Stand.ASKED: Step.ASKED,
    Stand.NOT_NOW: Step.ANSWERED,
    Stand.DESIGNATED: Step.ANSWERED,
    Stand.TRIED: Step.TRIED,
    Stand.SERVING: Step.BEGAN,
    Stand.PAUSED: Step.PAUSED,
}
"""The step whose day stands there."""
THEN: dict[Stand, Words] = {
    Stand.WISHED: _("Nu kies jij wie het vraagt, en hoe. Er moet niets vandaag."),
    Stand.ASKED: _("Nu is het wachten. Duurt het lang? Vraag aan je begeleider hoe het ermee staat."),
    Stand.THINKING: _("Nu is het wachten. Duurt het lang? Vraag aan je begeleider hoe het ermee staat."),
    Stand.NOT_NOW: _("Je keuze blijft staan. Je mag het later nog eens vragen, of er iemand bij kiezen."),
    Stand.NO: _("Je mag er altijd iemand bij kiezen. Praat erover met wie je wil."),
    Stand.DESIGNATED: _("Nu spreken jullie af wat jullie van elkaar verwachten. Eerst proberen mag ook."),
    Stand.TRIED: WITHOUT_END,
    Stand.SERVING: _("Wil je iets anders, of wil je stoppen? Dat kan altijd. Zeg het zelf, of samen met iemand."),
    Stand.PAUSED: _("Wie de pauze vroeg, zegt wanneer het verder gaat."),
    Stand.ENDED: _("Wat jij zei, blijft van jou."),
}
NOTHING_MORE = _("Er moet verder niets. Wil je dat {name} hier iets kan lezen, dan beslis jij wat.")
THEN_AS: dict[tuple[Meaning, Stand], Words] = {
    (Meaning.JIM, Stand.WISHED): _(
        "Nu kies jij wie het vraagt, en hoe. Kring geeft niemand uit je kring een link zonder jouw ja."
    ),
    (Meaning.SUPPORTER, Stand.WISHED): NOTHING_MORE,
    (Meaning.SUPPORTER, Stand.DESIGNATED): NOTHING_MORE,
    (Meaning.SUPPORTER, Stand.SERVING): NOTHING_MORE,
}
"""Where it is another thing for a JIM, or for somebody for the child of whom nothing is asked."""
