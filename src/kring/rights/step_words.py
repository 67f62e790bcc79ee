"""What the page of each step asks and says, to the child and about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from kring.law.steps import Step

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

    from kring.rights.step_forms import Hand


THANKS = _("Het staat erbij.")
UNTOLD = _("Het staat erbij, en er verandert nog niets. Het kind ziet dit niet: spreek af wie het vertelt.")

FIRST_ASKED = _(
    "Het staat erbij, en er verandert nog niets. {name} leest hier dat jij dit schreef, en zegt of het klopt."
)


@dataclass(frozen=True, slots=True)
class Told:
    """One page, with the names filled in."""

    title: str
    lead: str
    button: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The words of one step."""

    title: Words
    lead: Words
    mine: Words
    """The lead where the page speaks to the child."""
    button: Words
    thanks: Words = THANKS
    thanks_mine: Words = THANKS

    def thanks_to(self, hand: Hand) -> Words:
        """What is said when it was written down, to the child or to who works with it."""
        return self.thanks_mine if hand.mine else self.thanks

    def of(self, hand: Hand) -> Told:
        """For this person and this child."""
        lead = self.mine if hand.mine else self.lead
        told = [str(one).format(name=hand.name, child=hand.child) for one in (self.title, lead, self.button)]
        return Told(*map(capfirst, told))


PAGES: dict[Step, Page] = {
    Step.ASKED: Page(
        title=_("Het is gevraagd aan {name}"),
        lead=_("Niemand uit de kring wordt iets gevraagd zonder een ja van {child}."),
        mine=_("Zo blijft het staan wie het vroeg, en wanneer."),
        button=_("Zet het erbij"),
    ),
    Step.ANSWERED: Page(
        title=_("Wat zei {name}?"),
        lead=_("Niemand moet ja zeggen. Nadenken, nu niet en nee zijn ook antwoorden."),
        mine=_(
            "Niemand moet ja zeggen. Nadenken, nu niet en nee zijn ook antwoorden. Het gaat niet over wie jij bent."
        ),
        button=_("Zet het antwoord erbij"),
    ),
    Step.TRIED: Page(
        title=_("Probeer het eerst samen"),
        lead=_("Drie maanden is een voorstel uit de praktijk, geen regel. {child} mag op elk moment stoppen."),
        mine=_("Drie maanden is een voorstel, geen regel. Korter of langer mag. Jij mag op elk moment stoppen."),
        button=_("Spreek de proef af"),
    ),
    Step.BEGAN: Page(
        title=_("{name} begint"),
        lead=_("{child} zegt wanneer. Daarna kan {child} nog altijd anders kiezen."),
        mine=_("Jij zegt wanneer. Je mag later altijd anders kiezen."),
        button=_("{name} begint"),
    ),
    Step.PAUSED: Page(
        title=_("Even pauze met {name}"),
        lead=_("Een pauze is iets tussen {child} en {name}. Niemand anders kan er een vragen."),
        mine=_("Een pauze mag, en je hoeft niet te zeggen waarom. Wat je deelde, blijft open tot jij dat stopt."),
        button=_("Zet het op pauze"),
    ),
    Step.RESUMED: Page(
        title=_("Weer verder met {name}"),
        lead=_("Wie de pauze vroeg, zegt wanneer het weer verder gaat."),
        mine=_("Fijn dat het weer kan. Wanneer gaan jullie verder?"),
        button=_("We gaan verder"),
    ),
    Step.ENDED: Page(
        title=_("{name} stopt"),
        lead=_("Alleen als {name} dat zelf zei. Een mens vertelt het aan {child}, nooit een scherm."),
        mine=_("Alleen als {name} dat zelf zei. Stoppen gaat over tijd of over kunnen, niet over jou."),
        button=_("{name} stopt"),
        thanks=_("Het staat erbij. Wat het kind zei, blijft staan met de dagen erbij."),
        thanks_mine=_("Het staat erbij. Wat jij zei, blijft staan met de dagen erbij."),
    ),
}
