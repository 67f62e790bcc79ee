"""The words of who reads a page that was made for it: of which service, or of what of the court (`law.transfers`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

SERVED: dict[str, Words] = {
    "relation.mandated_service": _("van een gemandateerde dienst"),
    "relation.court_service": _("van de sociale dienst van de rechtbank"),
    "service.ocj": _("van een ondersteuningscentrum jeugdzorg (OCJ)"),
    "service.vk": _("van een vertrouwenscentrum (VK)"),
    "service.social_service": _("van de sociale dienst van de jeugdrechtbank"),
    "service.magistrate": _("van de jeugdrechtbank: een rechter of het parket"),
}
