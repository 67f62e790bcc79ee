"""The words of looking for somebody (`law.seeking`): warm, and never as if there were nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kring.kit.said import Said

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

SOUGHT_GROUNDS: dict[str, Said] = {
    "seeking.child-said-yes": Said(
        _("Mag Lus mee zoeken?"),
        _("Jij zei dat Lus mee mag zoeken."),
        _("Jij zei nee. Dan vraagt niemand iets aan Lus. Het kan later nog."),
        _("Nog te vragen: mag Lus mee zoeken? Zonder jouw ja vertrekt er niets."),
    ),
    "seeking.volunteer-extract": Said(
        _("Bekeek de organisatie het uittreksel, artikel 596.2 (minderjarigenmodel)?"),
        _("De organisatie bekeek het uittreksel, artikel 596.2 (minderjarigenmodel). Er is geen kopie bewaard."),
        _("De dag waarop het uittreksel bekeken werd, moet nog komen. Tot dan ziet geen kind deze vrijwilliger."),
        _("Nog te doen: het uittreksel, artikel 596.2 (minderjarigenmodel), bekijken. Tot dan ziet geen kind dit."),
    ),
    "seeking.stage": Said(
        _("Past deze stap hier?"),
        _("Deze stap past hier."),
        _("Deze stap past hier niet. Kijk na wat er al staat, en kies een andere stap."),
        _("Nog te vragen: welke stap was het?"),
    ),
    "seeking.child-chose": Said(
        _("Koos jij iemand?"),
        _("Jij koos iemand."),
        _("Jij koos hier nog niemand. Kies eerst iemand. Dan staat het er."),
        _("Nog te vragen: koos jij iemand?"),
    ),
    "seeking.day": Said(
        _("Klopt de dag?"),
        _("De dag klopt."),
        _("Die dag kan niet: ze moet nog komen, of ligt voor de vorige stap. Kies een andere dag."),
        _("Nog te vragen: welke dag was het?"),
    ),
}
ABOUT_SEEKING: dict[str, Said] = {
    "seeking.child-said-yes": Said(
        _("Zei {child} dat Lus mee mag zoeken?"),
        _("{child} zei dat Lus mee mag zoeken."),
        _("{child} zei nee. Dan vraagt niemand iets aan Lus. Het kan later nog."),
        _("Nog te vragen aan {child}: mag Lus mee zoeken? Zonder ja vertrekt er niets."),
    ),
    "seeking.child-chose": Said(
        _("Koos {child} iemand?"),
        _("{child} koos iemand."),
        _("{child} koos hier nog niemand. Zet het er eerst bij wanneer {child} iemand kiest. Dan staat het er."),
        _("Nog te vragen aan {child}: koos {child} iemand?"),
    ),
}
SOUGHT: dict[str, Words] = {
    "place.wider": _("De kring ruimer maken"),
    "place.past": _("In het verleden kijken"),
    "place.network": _("Vragen aan wie er al is"),
    "place.volunteer": _("Een vrijwilliger van de eigen organisatie"),
    "place.lus": _("Samen met Lus"),
    "place.lawyer": _("Een jeugdadvocaat"),
    "stage.wanted": _("nog te vragen"),
    "stage.asked": _("gevraagd"),
    "stage.agreed": _("zei ja"),
    "stage.declined": _("zei nee, of nu niet"),
    "stage.searching": _("Lus zoekt"),
    "stage.proposed": _("Lus stelt iemand voor"),
    "stage.met": _("leerden elkaar kennen"),
    "stage.chosen": _("gekozen"),
    "stage.not_chosen": _("niet gekozen"),
    "stage.stopped": _("gestopt, op eigen vraag"),
}
