"""What is said around agreements: the grounds of a yes, and the words of the closed lists (`law.agreements`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kring.kit.said import Said

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

AGREEING: dict[str, Said] = {
    "agreements.voice": Said(
        _("Van wie komt de ja?"),
        _("De ja komt van jou, of van {name} zelf."),
        _("Alleen jij en {name} zeggen ja."),
        _("Nog te vragen: van wie komt de ja?"),
    ),
    "agreements.day": Said(
        _("Klopt de dag?"),
        _("De dag klopt."),
        _("Die dag kan niet. Ze moet nog komen, of de afspraken stonden er nog niet. Kies een andere dag."),
        _("Nog te vragen: welke dag was het?"),
    ),
    "agreements.something": Said(
        _("Staat er iets in?"),
        _("Er staat iets in."),
        _("Hier staat nog niets in om ja op te zeggen. Zet er eerst samen één afspraak in."),
        _("Nog te vragen: wat spreken jullie af?"),
    ),
    "agreements.own-yes": Said(
        _("Zegt {name} deze ja zelf?"),
        _("{name} zegt deze ja zelf."),
        _("{name} zei dat zo'n ja niet klopt. Alleen {name} zelf kan nu ja zeggen, met een eigen tik."),
        _("Nog te vragen: zegt {name} deze ja zelf?"),
    ),
    "agreements.not-restricted": Said(
        _("Mag er contact zijn met {name}?"),
        _("Er mag contact zijn met {name}."),
        _("Met {name} mag nu geen contact zijn. Zolang dat zo is, wordt er niets afgesproken."),
        _("Nog te vragen: mag er contact zijn met {name}?"),
    ),
}
ABOUT_AGREEING: dict[str, Said] = {
    "agreements.voice": Said(
        _("Van wie komt de ja?"),
        _("De ja komt van {child}, of van {name} zelf."),
        _("Alleen {child} en {name} zeggen ja."),
        _("Nog te vragen: van wie komt de ja?"),
    ),
}
AGREED: dict[str, Words] = {
    "told.written": _("opgeschreven"),
    "told.oral": _("mondeling"),
    "reads.all": _("alles"),
    "reads.practical": _("alleen het praktische"),
    "reads.nothing": _("niets"),
    "party.child": _("het kind"),
    "party.person": _("de persoon"),
    "pace.always": _("altijd meteen"),
    "pace.day": _("binnen een dag"),
    "pace.week": _("elke week een keer"),
    "pace.when": _("als er iets is"),
    "channel.call": _("bellen"),
    "channel.message": _("een berichtje"),
    "channel.visit": _("langsgaan"),
    "channel.sign": _("een woord of teken van ons"),
    "listener.worker": _("de begeleiding"),
    "listener.mother": _("mama"),
    "listener.father": _("papa"),
    "listener.school": _("school"),
    "state.open": _("nog niet afgesproken"),
    "state.child": _("wacht op de ja van {name}"),
    "state.person": _("wacht op de ja van het kind"),
    "state.agreed": _("afgesproken"),
}
