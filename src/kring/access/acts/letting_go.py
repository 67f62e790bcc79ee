"""Something ends between the child and somebody: what it opened for that one, and of their agreement for others (A126).

Part of the act that ends the choice, or the serving.  What it said to that one alone stays said: also that it is not
safe (R14).
"""

from uuid import UUID

from django.db.models import Q

from kring.access.acts import holding
from kring.access.acts.again import look_no_more
from kring.access.door import Door
from kring.access.models import Giver, Item, Say, Says, Word
from kring.access.same import SamePerson
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Relation, Section, Topic


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


def end_what_it_shares(door: Door, member: UUID) -> None:
    """What the child agreed with this one and let another read, nobody reads any more by that yes (A87).

    It said so of an agreement that stood: when it chooses this person anew, it shares anew.  Part of that act.
    """
    rows = list(_shared_about(door, member).values_list("pk", flat=True))
    if rows:
        with door.writes(Event.ANSWER_WITHDRAWN, once=None, codes=(Word.YES.value,)) as write:
            Say.objects.filter(pk__in=rows).update(withdrawn_at=clock.now())
            write.subject = rows[0]


def shares_what_it_agreed(door: Door, member: UUID) -> bool:
    """Whether the child lets somebody read what it agreed with this one; one statement."""
    return _shared_about(door, member).exists()


def is_left_unread(door: Door, member: UUID) -> bool:
    """Whether something that the child said to this one alone can still be read by it; one statement."""
    who = SamePerson.objects.filter(item=member).values("person")
    said = Item.objects.filter(dossier=door.dossier, section=Section.SAID.value, told_to__in=who, held_close=False)
    child = Involvement.objects.filter(dossier=door.dossier, relation=Relation.CHILD.value).values("person")
    return said.filter(author__in=child, version=1).exists()


def _shared_about(door: Door, member: UUID) -> Says:
    about = {"item__section": Section.AGREEMENTS.value, "item__about": member}
    ours = Say.objects.filter(**about, dossier=door.dossier, giver=Giver.CHILD, answer=Word.YES, withdrawn_at=None)
    return ours.exclude(towards=member)
