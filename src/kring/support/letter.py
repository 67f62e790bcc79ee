"""The letter on which it stands what somebody is for a young person; nothing of the care stands on it (C106, C186).

No facility, no phone number and no reason; the first name of the young person only where that one wants it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.access.same import SamePerson
from kring.access.standing import anew_since
from kring.law.access import Relation
from kring.law.steps import Answered
from kring.law.support import Whose
from kring.rights import paths
from kring.rights.asking import Block, Sheet
from kring.support.models import LetterYes


@dataclass(frozen=True, slots=True)
class Both:
    """The yes of the child and that of the person, where they stand."""

    child: LetterYes | None
    person: LetterYes | None

    @property
    def agreed(self) -> bool:
        """Whether there is a letter."""
        return self.child is not None and self.person is not None


def both(door: Door, member: UUID, named: UUID | None = None) -> Both:
    """What stands now: what each said last, since this person stands beside the child; two statements.

    A letter is there only while somebody does: of a place that is over no yes counts, also where no page tells that
    person that it is over.  `named`: the first wish in force by which the child named it, where the visitor reads that.
    """
    since = anew_since(door.dossier.pk, member)
    rows = door.within(LetterYes.objects.filter(member=member).order_by("pk"))
    told = [row for row in rows if since is None or row.item.made_at > since]
    said = {row.whose: row for row in told if named is None or row.pk > named}
    found = {whose: row for whose, row in said.items() if row.withdrawn_on is None}
    return Both(found.get(Whose.CHILD.value), found.get(Whose.PERSON.value))


def said_yes(door: Door, member: UUID, said: Both, wishes: Iterable[UUID]) -> bool:
    """Whether this person ever said yes to being this: no letter says what somebody is that nobody asked (R9, B70).

    Who said here itself that it wants the letter, said so; what a worker wrote down for it needs an answer first.
    """
    if said.person is None:
        return False
    if SamePerson.objects.filter(item=member, person=said.person.item.author_id).exists():
        return True
    found = (paths.path_if_it_stands(door, one) for one in wishes)
    return any(one and (one.serving or one.began_on or one.reply is Answered.YES) for one in found)


def sheet(said: Both, role: Relation, name: str, child: str, *, on: date) -> Sheet:
    """The letter itself, as it is so on this day: paper does not know that somebody changed its mind.

    "Chose itself" is said of a JIM alone, which nobody becomes otherwise: of the others Kring does not know it on every
    page that makes this letter, and who was appointed was not chosen (R6).
    """
    by = child if said.child is not None and said.child.named else _("een jongere")
    heads = {
        Relation.JIM: (
            _("%(name)s is JIM"),
            _("JIM betekent Jouw Ingebrachte Mentor. %(by)s koos %(name)s zelf, om mee te lopen en mee te denken."),
        ),
        Relation.TRUST_PERSON: (
            _("%(name)s is vertrouwenspersoon"),
            _(
                "%(name)s is de vertrouwenspersoon van %(whom)s."
                " Een vertrouwenspersoon mag mee naar gesprekken en komt mee op voor rechten."
            ),
        ),
    }
    usual = (_("%(name)s is steunfiguur"), _("%(by)s wil %(name)s erbij. Een steunfiguur is er voor een jongere."))
    head, what = heads.get(role, usual)
    told = {"name": name, "by": by[:1].upper() + by[1:], "whom": by}
    return Sheet(
        head=capfirst(head % told),
        lead=_("Aan wie dit leest"),
        blocks=(
            Block(head=_("Wat is dat?"), lines=(capfirst(what % told),)),
            Block(
                head=_("Wat vragen we jou?"),
                lines=(
                    _("De jongere wil dat %(name)s erbij mag zijn. Hou daar rekening mee.") % told,
                    _("Vraag niet naar de reden. Die staat hier niet, en dat is zo bedoeld."),
                ),
            ),
        ),
        foot=_(
            "Gemaakt op %(day)s: die dag wilden allebei het. Dit blad geldt zolang zij het willen."
            " Klopt het nog? Vraag het aan %(name)s, of aan de jongere."
            " Een toestemming van ouders of van een dienst is het niet."
        )
        % {"day": date_format(on, "j F Y"), "name": name},
    )
