"""The sheet for Lus on paper: what was typed for it with the child, and nothing else of it (A184)."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.rights.asking import Block, Sheet
from kring.seeking.models import Referral


def sheet(row: Referral, child: str, worker: str) -> Sheet:
    """Call name, language, region, what the child wants to say, and who is to be called."""
    blocks = [
        Block(head=_("Wat ik wil zeggen"), words=row.words),
        Block(head=_("Talen"), words=row.languages),
        Block(head=_("Streek"), words=row.near),
        Block(head=_("Wie samen met mij vraagt"), words=worker),
    ]
    asked = _("Wij vragen dit samen, op %(day)s. %(child)s zei ja.") % {
        "day": date_format(row.asked_on),
        "child": child,
    }
    return Sheet(
        head=_("%(child)s zoekt iemand") % {"child": child},
        lead=asked,
        blocks=tuple(one for one in blocks if one.words),
        foot=_("Meer dan dit blad hoeft Lus niet te weten. Wat nodig is, vertelt het kind zelf."),
    )
