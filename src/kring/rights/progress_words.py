"""The words of the row of steps: where someone stands, what comes next, and what may be done as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kring.law.meaning import Meaning
from kring.law.steps import Answered, Stand, Step

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

CONDITIONS = "conditions"
ORDER = {
    Meaning.TRUST_PERSON: (Step.WISHED, Step.ASKED, Step.ANSWERED, Step.TRIED, CONDITIONS, Step.BEGAN),
    Meaning.JIM: (Step.WISHED, Step.ASKED, Step.ANSWERED, Step.TRIED, Step.BEGAN),
    Meaning.SUPPORTER: (Step.WISHED, Step.ASKED, Step.ANSWERED),
}
MINE: dict[Stand, Words] = {
    Stand.WISHED: _("Je koos {name}, en dat staat. Het is nog niet gevraagd aan {name}."),
    Stand.ASKED: _("Het is gevraagd aan {name}. Nu wachten jullie op een antwoord."),
    Stand.THINKING: _("{name} denkt nog na. Dat mag."),
    Stand.NOT_NOW: _("{name} zei: nu niet. Je keuze blijft staan. Je mag het later nog eens vragen."),
    Stand.NO: _("{name} zei nee. Dat ligt niet aan jou. Je mag er altijd iemand bij kiezen."),
    Stand.DESIGNATED: _("{name} zei ja."),
    Stand.TRIED: _("Jullie proberen het samen."),
    Stand.SERVING: _("Jij koos {name}, en jullie zijn begonnen."),
    Stand.PAUSED: _("Het staat op pauze. Wat je deelde, blijft open tot jij dat stopt."),
    Stand.ENDED: _("{name} stopte. Wat jij zei, blijft van jou."),
}
NOT_NOW_MINE = _("Dit kan nu niet. Vraag het aan je begeleider.")
NOT_NOW = _("Dit kan nu niet.")
APART = _("Jij en {name} mogen nu geen contact hebben.")
"""Of somebody with whom contact is restricted, once a person told the child (R15, R28)."""
"""While contact is restricted: whatever was begun, nothing of it goes on (R28)."""
ABOUT: dict[Stand, Words] = {
    Stand.WISHED: _("{child} koos {name}, en dat staat. Het is nog niet gevraagd aan {name}."),
    Stand.ASKED: _("Het is gevraagd aan {name}. Nu is het wachten op een antwoord."),
    Stand.THINKING: _("{name} denkt nog na. Dat mag."),
    Stand.NOT_NOW: _("{name} zei: nu niet. De keuze van {child} blijft staan. Het kan later nog eens gevraagd worden."),
    Stand.NO: _("{name} zei nee. De keuze blijft staan zoals {child} ze zei. Praat samen over wie nog kan."),
    Stand.DESIGNATED: _("{name} zei ja."),
    Stand.TRIED: _("{child} en {name} proberen het samen."),
    Stand.SERVING: _("{name} staat naast {child}."),
    Stand.PAUSED: _("Het staat op pauze. Wat {child} deelde, blijft open tot {child} dat stopt."),
    Stand.ENDED: _("Er staat dat {name} stopt."),
}
ALSO: dict[Stand, tuple[tuple[str, Words], ...]] = {
    Stand.WISHED: (("asked", _("Het is al gevraagd")),),
    Stand.ASKED: (("question", _("De vraag opnieuw maken")),),
    Stand.THINKING: (("question", _("Het nog eens vragen")),),
    Stand.NOT_NOW: (("question", _("Het nog eens vragen")),),
    Stand.NO: (("answered", _("Er is een ander antwoord")),),
    Stand.TRIED: (("tried", _("Langer proberen")), ("paused", _("Even pauze")), ("stopped", _("{name} stopt zelf"))),
    Stand.SERVING: (("paused", _("Even pauze")), ("stopped", _("{name} stopt zelf"))),
    Stand.PAUSED: (("stopped", _("{name} stopt zelf")),),
}
NEXT: dict[Stand, tuple[str, Words]] = {
    Stand.WISHED: ("question", _("Maak samen de vraag")),
    Stand.ASKED: ("answered", _("Schrijf het antwoord op")),
    Stand.THINKING: ("answered", _("Er is een antwoord")),
    Stand.NOT_NOW: ("answered", _("Er is een ander antwoord")),
    Stand.NO: ("wish", _("Kies er iemand bij")),
    Stand.PAUSED: ("resumed", _("Weer verder")),
    Stand.ENDED: ("endings:endings", _("Spreek af wie het vertelt")),
}
TRIAL_RUNS = _("De proef loopt tot {day}. Daarna praten jullie erover. Niets stopt vanzelf.")
TRIAL_IS_PAST = _("De proef liep tot {day}. Praat er samen over: hoe was het? Niets stopt vanzelf.")
SAYS_WHEN = _("{name} vroeg de pauze, en zegt ook wanneer het verder gaat.")
NO_YES = _(
    "{name} zei zelf: die ja was niet van mij. Tot {name} zelf ja zegt, is het geen vertrouwenspersoon: "
    "geen kaart, en niets te lezen van {child}. Vraag het opnieuw, en vertel het {child}."
)
NO_YES_YET = _("{name} zei zelf: die ja was niet van mij. Het gaat verder als {name} hier zelf ja zegt.")
UNTOLD = _("{child} weet dit nog niet: een mens vertelt het, nooit een scherm.")
SAID: dict[Answered, Words] = {
    Answered.YES: _("{name} zei ja"),
    Answered.THINKING: _("{name} denkt nog na"),
    Answered.NO: _("{name} zei nee"),
}
"""What may be tapped at once where there is an answer already; on the page itself there is one more."""
SEEN = _("voorwaarden bekeken")
TRY_OUT, GO_ON, AT_ONCE = _("Spreek een proef af"), _("Samen verder: {name} begint"), _("Meteen beginnen")
WITH_A_YES: dict[Meaning, tuple[str, Words]] = {
    Meaning.TRUST_PERSON: ("tried", _("Probeer het eerst samen")),
    Meaning.JIM: ("began", AT_ONCE),
}
"""What may be done quietly once the person said yes: try it out first, or begin at once."""
