"""The mark in the circle: who stands beside the child, written together with the wish it comes from."""

from uuid import UUID

from kring.access.writing import Writing
from kring.circle.models import Member
from kring.law.access import Verb
from kring.law.meaning import Meaning
from kring.rights.models import Serving, Wish


def mark(write: Writing, member: UUID) -> None:
    """Draw this person as it stands now.  A named trust person is drawn as a supporter until it serves (R2)."""
    door = write.door
    row: Member | None = door.within(Member.objects.filter(pk=member)).first()
    if row is None or not door.may(row, Verb.CHANGE):
        return  # someone only the adults drew: the wish stands, and the picture follows when an adult writes
    wishes = door.within(Wish.objects.in_force().filter(member=member))
    meanings = {Meaning(wish.meaning) for wish in wishes}
    serves = Meaning.TRUST_PERSON in meanings and door.within(Serving.objects.in_force().filter(member=member)).exists()
    shown = _shown(meanings, serves=serves)
    if row.mark != shown:
        write.change(row, mark=shown)


def _shown(meanings: set[Meaning], *, serves: bool) -> str:
    if serves:
        return "trust"
    if Meaning.JIM in meanings:
        return "jim"
    return "supporter" if meanings else ""
