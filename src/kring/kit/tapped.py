"""What a small child reads after it tapped something with its pictures (R7, A134)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

TAPPED: dict[str, Words] = {
    "answer.waits-for-who-it-is": _(
        "Bewaard. Je begeleider kijkt eerst na wie {name} is. Daarna vraagt Kring het nog eens."
    ),
    "answer.waits-without-pictures": _("Bewaard. Het begint pas als jij ja zegt met je eigen code, zonder prenten."),
    "answer.asked-by-another": _(
        "Bewaard. Het begint nog niet. Een begeleider die jouw prenten niet kent, vraagt het jou ook."
    ),
    "answer.waits-alone": _("Bewaard. Het begint nog niet. Kom straks alleen terug, en tik dan nog eens ja."),
    "why-not.pictures": _(
        "Dit kan hier niet meteen weg. Mag het weer? Tik dan bij Verander op ja. Dan vraagt een begeleider het jou ook."
    ),
}
