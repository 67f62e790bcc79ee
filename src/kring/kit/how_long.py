"""How long each kind of data is kept, in words (`law.retention`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

HOW_LONG: dict[str, Words] = {
    "retention.file": _("Tot het kind 35 jaar wordt."),
    "retention.network-contact": _(
        "Tot het kind of de persoon zelf het vraagt, en ten laatste tot Kring voor dit kind stopt."
    ),
    "retention.check": _("Tot de persoon geen vertrouwenspersoon meer is."),
    "retention.draft": _("Tot het bevestigd is, en ten laatste 90 dagen na de laatste wijziging."),
    "retention.account": _("Tot een jaar nadat iemand er niet meer werkt."),
    "retention.log": _("Tien jaar."),
    "retention.session": _("Tot iemand zich afmeldt, en ten laatste een dag."),
    "retention.organisation": _("Tot een jaar nadat de organisatie met Kring stopt."),
    "retention.beside": _("Tot drie maanden nadat iemand niet meer naast het kind staat."),
    "retention.peers": _("Tot iemand het terugneemt, en ten laatste een half jaar na de laatste ja."),
    "retention.gathering": _("Tot de dag na de ontmoeting."),
}
