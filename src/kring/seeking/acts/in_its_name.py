"""A worker wrote that the child wants Lus, or a volunteer, and the child never said so: one tap, no reason (R2, R23).

It stops at once, what stood on the sheet is gone, and who works with the child hears it.  After that no worker writes
it for a child that comes in here itself; of one that does not, another than who wrote it (as of a choice,
`rights.denied`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kring.access.door import Door
from kring.access.writing import Filing, NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Relation, Topic
from kring.law.seeking import FOLLOWS, FOLLOWS_HERE, Stage
from kring.people.acts import volunteers
from kring.people.models import Volunteer
from kring.rights import hearing
from kring.rights.acts import said
from kring.rights.denied import is_left_to_the_child
from kring.seeking.models import Moved, Referral

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

NEVER: dict[bool, Words] = {
    False: _("Dat zei ik niet: dat Lus mee mag zoeken."),
    True: _("Dat zei ik niet: dat ik een vrijwilliger wil leren kennen."),
}
"""As who works with the child hears it: of Lus, and of a volunteer."""


def deny(door: Door, referral: Referral, *, act: UUID) -> None:
    """The child never said this.  Raises `NotAllowedError` for anybody else, and for what it wrote itself."""
    if not may_deny(door, referral):
        raise NotAllowedError
    with door.writes(Event.REFERRAL_DENIED, once=act) as write:
        follows = FOLLOWS if referral.volunteer is None else FOLLOWS_HERE
        stops = Stage.STOPPED in follows[Stage(referral.stage)]
        stage = Stage.STOPPED.value if stops else referral.stage
        gone = dict.fromkeys(("words", "languages", "near"), "")
        write.change(referral, version=referral.item.version, unsaid_on=clock.today(), stage=stage, **gone)
        if stops:
            filing = Filing(klass=Klass.OWN_WORDS, topic=Topic.GENERAL)
            write.add(Moved, filing, referral_id=referral.pk, stage=stage, moved_on=clock.today())
        write.look_again(referral, on=None)
        write.subject = referral.pk
        if referral.volunteer:
            volunteers.heard(referral.volunteer)
    readers = tuple(one.person for one in hearing.readers(door))
    said.say(door, said.Words(readers=readers, text=str(NEVER[referral.volunteer is not None])), act=uuid7())


def may_deny(door: Door, referral: Referral) -> bool:
    """Whether the visitor is the child, and another wrote this in its name."""
    mine = door.relation is Relation.CHILD and referral.item.author_id != door.me
    return mine and referral.unsaid_on is None


def is_denied(door: Door, volunteer: Volunteer | None = None) -> bool:
    """Whether the child said that it never said this, of Lus or of this volunteer, and the visitor may not write it."""
    asked = Referral.objects.filter(volunteer=volunteer.pk if volunteer else None)
    rows = door.within(asked).values_list("pk", "item__author_id", "unsaid_on")
    return is_left_to_the_child(door, [(key, author, on is not None) for key, author, on in rows])
