"""What of the answers of a child ends with something else: with a serving, or with what somebody is for it (A126)."""

from uuid import UUID

from django.db.models import Q

from kring.access.acts import holding
from kring.access.acts.again import look_no_more
from kring.access.door import Door
from kring.access.models import Giver, Say, Word
from kring.access.same import SamePerson
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Topic


def end_file_access(door: Door, member: UUID) -> None:
    """Access to the file was asked for who serves: it ends with the serving, also one that waits.  Part of that act."""
    said = holding.same(door, member, None, Topic.THE_FILE.value).filter(answer=Word.YES)
    rows = list(said.values_list("pk", flat=True))
    if rows:
        with door.writes(Event.ANSWER_WITHDRAWN, once=None, codes=(Word.YES.value,)) as write:
            said.update(withdrawn_at=clock.now())
            look_no_more(door.dossier.pk, members=[member])
            write.subject = rows[0]


def end_every_yes(door: Door, member: UUID) -> None:
    """The child ends what somebody is for it: no yes towards that person goes on, also none that waits (A126).

    What closes something stays.  Part of that act; the child may say yes again.
    """
    same = SamePerson.objects.filter(item=member).values("person")
    towards = Q(towards=member) | Q(towards__same_person__person__in=same)
    ours = Say.objects.filter(towards, dossier=door.dossier, giver=Giver.CHILD, answer=Word.YES, withdrawn_at=None)
    rows = list(ours.values_list("pk", flat=True))
    if rows:
        with door.writes(Event.ANSWER_WITHDRAWN, once=None, codes=(Word.YES.value,)) as write:
            Say.objects.filter(pk__in=rows).update(withdrawn_at=clock.now())
            look_no_more(door.dossier.pk, members=[member])
            write.subject = rows[0]
