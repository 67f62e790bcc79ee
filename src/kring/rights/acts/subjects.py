"""For which subject the child turns to whom (C82): its own words, and no answer to who may read what."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing
from kring.audit.events import Event
from kring.law.access import Klass, Topic
from kring.rights.models import ForWhat


def choose(door: Door, member: UUID, subjects: Collection[Topic], *, act: UUID, on: date) -> None:
    """From now on these subjects; what was said before keeps its days."""
    rows = list(door.within(ForWhat.objects.filter(member=member, until_on=None)))
    wanted = {one.value for one in subjects}
    gone, before = [row for row in rows if row.subject not in wanted], {row.subject for row in rows}
    if not gone and wanted <= before:
        return
    filing = Filing(klass=Klass.OWN_WORDS, topic=Topic.BESIDE_ME, about=member)
    with door.writes(Event.SUBJECT_CHOSEN, once=act, codes=tuple(sorted(wanted))) as write:
        for row in gone:
            write.change(row, until_on=on)
        for subject in sorted(wanted - before):
            write.add(ForWhat, filing, member_id=member, subject=subject, from_on=on)
