"""The sheet for Lus on paper: what was typed for it with the child, who asks and whom Lus calls (A184)."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.access.writing import ITSELF
from kring.people.models import Organisation
from kring.rights.asking import Block, Sheet
from kring.seeking.models import Referral


def sheet(row: Referral, child: str, worker: str, house: Organisation) -> Sheet:
    """Call name, language, region, what the child wants to say, who asks, and how Lus can answer.

    `worker`: who made it with the child, and nobody else; a child that made it with its own hands asks alone.
    """
    alone = row.expressed == ITSELF
    blocks = [
        Block(
            head=_("Wat ik wil zeggen") if alone else _("Wat %(child)s wil zeggen") % {"child": child}, words=row.words
        ),
        Block(head=_("Talen"), words=row.languages),
        Block(head=_("Streek"), words=row.near),
        Block(head=_("Wie samen met mij vraagt"), words="" if alone else worker),
        Block(head=_("Zo kan Lus antwoorden"), words=answer_to(house, "" if alone else worker)),
        Block(
            head=_("Zo komt dit blad bij Lus"),
            words=_(
                "Kring stuurt niets. Bel Lus samen, of geef dit blad zelf. Hoe je Lus bereikt, staat op lusvzw.be."
            ),
        ),
    ]
    day = date_format(row.asked_on)
    asked = _("Ik vraag dit, op %(day)s. Ik zei zelf ja.") % {"day": day}
    if not alone:
        told = {"day": day, "child": child, "worker": worker}
        asked = _("Wij vragen dit samen, op %(day)s. %(child)s zei ja. %(worker)s schreef dat op.") % told
    return Sheet(
        head=_("%(child)s zoekt iemand") % {"child": child},
        lead=asked,
        blocks=tuple(one for one in blocks if one.words),
        foot=_("Meer dan dit blad hoeft Lus niet te weten. Wat nodig is, vertelt het kind zelf."),
    )


def answer_to(house: Organisation, worker: str) -> str:
    """Whom Lus calls: the fixed contact with its number, for who made the sheet; else the house by name."""
    if house.contact_id and house.contact_phone:
        told = {"name": house.contact.call_name, "house": house.name, "phone": house.contact_phone}
        calls = _("Bel %(name)s van %(house)s: %(phone)s.") % told
    else:
        calls = _("Vraag naar de begeleiding bij %(house)s.") % {"house": house.name}
    return f"{calls} {_('Vraag naar %(name)s.') % {'name': worker}}" if worker else calls
