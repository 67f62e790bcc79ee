"""The words around parents and whom their child chose (`law.loyalty`): no blame, and no yes or no of a parent (A61)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kring.kit.said import Said

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

LOYAL_GROUNDS: dict[str, Said] = {
    "loyalty.child-lets-know": Said(
        _("Mag {name} weten wie het kind koos?"),
        _("Het kind zei dat {name} het mag weten."),
        _("Het kind wil niet dat {name} dit weet. Praat er niet over met {name}. Er valt dus niets op te schrijven."),
        _("Nog te vragen aan het kind: mag {name} dit weten? Tot dan vraagt niemand het aan {name}."),
    ),
    "loyalty.not-restricted": Said(
        _("Mag er contact zijn met {name}?"),
        _("Er mag contact zijn met {name}."),
        _("Met {name} mag nu geen contact zijn. Zolang dat zo is, wordt er niets gevraagd."),
        _("Nog te vragen: mag er contact zijn met {name}?"),
    ),
}
LOYAL: dict[str, Words] = {
    "stance.supports": _("steunt het"),
    "stance.hesitates": _("aarzelt"),
    "stance.against": _("ziet het niet zitten"),
    "stance.unknown": _("weet het nog niet"),
    "stance.not_asked": _("werd niet gevraagd"),
    "gain.heard": _("Het kind voelt zich gehoord, ook als het weinig zegt."),
    "gain.calm": _("Er komt rust: moeilijke dingen hoeven niet altijd aan tafel."),
    "gain.feelings": _("Iemand let op hoe het kind zich voelt. Dan kan de rest over de afspraken praten."),
    "gain.home": _("Iemand die ook thuis kent, en er goed over spreekt."),
    "gain.stays": _("Iemand die blijft als begeleiders veranderen."),
    "gain.relief": _("Een ouder hoeft niet alles alleen te dragen."),
    "gain.bridge": _("Iemand die het kind aanmoedigt om het ook thuis te vertellen."),
}
