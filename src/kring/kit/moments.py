"""The words of the moments at which the right is explained (`law.rights_moments`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

MOMENTS: dict[str, Words] = {
    "moment.referral": _("De hulp begint"),
    "moment.intake": _("Een eerste gesprek"),
    "moment.evaluation": _("Een evaluatie of een bespreking van het plan"),
    "moment.crisis": _("Een crisis"),
    "moment.hearing": _("Een gesprek bij de jeugdrechter"),
    "moment.move": _("Een verhuis"),
    "moment.new_worker": _("Een nieuwe begeleider"),
    "moment.birthday": _("Een verjaardag die iets verandert"),
    "moment.again": _("Het is een tijd geleden"),
    "moment.asked": _("Wie je team leidt, vroeg ernaar"),
    "moment.closing": _("De hulp stopt"),
    "wellbeing.fine": _("het gaat goed"),
    "wellbeing.mixed": _("het gaat op en neer"),
    "wellbeing.heavy": _("het weegt"),
    "wellbeing.too_much": _("het is me te veel"),
    "outcome.asked": _("de organisatie bekijkt het"),
    "outcome.kept": _("de regel blijft"),
    "outcome.changed": _("de regel verandert"),
    "outcome.exception": _("er is een uitzondering"),
    "for.everyone": _("iedereen"),
    "for.trust_person": _("vertrouwenspersonen"),
    "for.jim": _("JIM’s"),
    "for.supporter": _("steunfiguren"),
    "for.parent": _("ouders"),
    "audience.small": _("een kind jonger dan 6"),
    "audience.child": _("een kind van 6 tot 11"),
    "audience.youth": _("een jongere vanaf 12"),
    "audience.parent": _("een ouder"),
    "audience.trust_person": _("iemand die naast het kind staat"),
    "reaction.wants": _("wil iemand, of wil samen zoeken"),
    "reaction.has": _("heeft al iemand"),
    "reaction.not_now": _("nu niet"),
    "reaction.unknown": _("weet het niet"),
    "reaction.nothing": _("zegt niets"),
    "delay.tomorrow": _("tot morgen"),
    "delay.no_calm": _("het is nu te druk of te moeilijk"),
    "delay.child_asked": _("het kind vroeg een andere dag"),
    "delay.absent": _("iemand is er niet"),
    "delay.interpreter": _("er komt iemand mee die de taal spreekt"),
    "delay.other": _("iets anders"),
    "still.yes": _("ja, nog altijd"),
    "still.doubts": _("ik weet het niet zeker"),
    "still.not_now": _("daar wil ik nu niet over praten"),
    "still.no": _("nee, niet meer"),
    "leaves.stops": _("stopt ermee"),
    "leaves.away": _("is er een tijd niet, of verhuist"),
    "leaves.lost": _("is er niet meer"),
    "leaves.worker": _("werkte hier, en gaat weg"),
    "leaves.child": _("het kind koos anders"),
    "missing.nobody_stays": _("Er staat niemand naast {child} die blijft. Kijk samen wie dat kan zijn."),
    "missing.no_contact": _("Er is geen vast aanspreekpunt om te bellen."),
    "missing.no_fallback": _("Niemand neemt over als het vaste aanspreekpunt er niet is."),
}
