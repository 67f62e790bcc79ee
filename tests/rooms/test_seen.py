"""A note that is read by a yes is remembered once an hour (R7, house.md 4)."""

from datetime import datetime, timedelta

import pytest

from kring.access.acts import answering
from kring.access.acts.answering import Answering
from kring.access.door import come_to
from kring.access.models import Seen, Word
from kring.access.seen import notes_seen
from kring.journal.models import Passage
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from tests.family import Family


def test_each_note_is_remembered_once_in_an_hour_that_begins_on_the_hour(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    hour = clock.now().replace(minute=0, second=0, microsecond=0)

    def at(moment: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: moment)

    at(hour)
    lotte = family.door("lotte", Section.JOURNAL)
    first, second = lotte.within(Passage.objects.filter(item__klass="own_words", item__held_close=False))[:2]
    for one in (first, second):
        new = Answering(towards=family.member("karim"), word=Word.YES, item=one.pk)
        answering.answer(family.door("noor", Section.ANSWERS), new, once=uuid7())
    karim = come_to(family.actor("karim"), family.noor.dossier)
    notes_seen(karim, [first])
    at(hour + timedelta(minutes=59))
    notes_seen(karim, [first, second])
    there = Seen.objects.filter(person=family.person("karim"))
    assert sorted(there.values_list("item", "at")) == sorted([(first.pk, hour), (second.pk, clock.now())])
    at(hour + timedelta(hours=1))
    notes_seen(karim, [first])
    assert there.count() == 3
