"""Writing through a door, act by act: who may, where a row stands, and of which version it is (R8, R16, house.md 4)."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from typing import Any

import pytest

from kring.access.door import Door, come_to
from kring.access.kept import Kept
from kring.access.models import Item, Say
from kring.access.writing import Filing, NotAllowedError, StaleError, Writing
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.dossier.models import Wall
from kring.journal.models import Passage
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Section, Topic
from tests.family import Family

WORDS = Filing(klass=Klass.OWN_WORDS, topic=Topic.SCHOOL)
Count = Callable[[int], AbstractContextManager[object]]
NOTE = Filing(klass=Klass.FILE, topic=Topic.SCHOOL)
SOON = clock.today() + timedelta(days=3)


@contextmanager
def writes(door: Door) -> Iterator[Writing]:
    with door.writes(Event.NOTE_WRITTEN, once=uuid7()) as writing:
        yield writing


def add(door: Door, *wanted: Filing) -> list[Passage]:
    with writes(door) as writing:
        return writing.add_all(Passage, [(one, facts(number)) for number, one in enumerate(wanted)])


def facts(number: int) -> dict[str, Any]:
    return {"writing": uuid7(), "position": number, "words": f"stuk {number}", "written_as": "worker"}


def stored(row: Kept) -> Item:
    return Item.objects.get(pk=row.pk)


def subject() -> object:
    return Entry.objects.filter(event=Event.NOTE_WRITTEN.value).latest("seq").subject


@pytest.fixture
def lotte(family: Family) -> Door:
    return family.door("lotte", Section.JOURNAL)


def test_a_row_stands_where_it_was_filed_and_the_first_is_what_the_log_tells_of(family: Family, lotte: Door) -> None:
    close = Filing(klass=Klass.FILE, topic=Topic.HOME, told_to=family.person("noor"), held_close=True, look_on=SOON)
    first, second = add(lotte, WORDS, close)
    item = stored(second)
    assert (item.klass, item.topic, item.told_to_id) == ("file", "home", family.person("noor"))
    assert (item.held_close, item.look_on, item.section) == (True, SOON, "journal")
    assert (item.author_id, item.dossier_id) == (family.person("lotte"), family.noor.dossier)
    assert subject() == first.pk
    with writes(lotte) as writing:
        assert writing.add(Passage, WORDS, **facts(0)).words == "stuk 0"


def test_where_one_of_the_rows_may_not_be_written_none_is(family: Family) -> None:
    wilma = come_to(family.actor("wilma"), family.noor.dossier)
    before = Item.objects.count()
    for wanted in ([WORDS], [Filing(klass=Klass.FILE), WORDS]):
        with pytest.raises(NotAllowedError):
            add(wilma, *wanted)
    assert Item.objects.count() == before
    assert len(add(wilma, Filing(klass=Klass.FILE))) == 1


def test_what_is_about_somebody_on_a_side_stands_on_that_side(family: Family, lotte: Door) -> None:
    mama = family.member("mama")
    hers = Item.objects.get(pk=mama).wall_id
    his = Item.objects.get(pk=family.member("papa")).wall_id
    assert hers
    about, besides = Filing(klass=Klass.FILE, about=mama), Filing(klass=Klass.FILE, about=mama, wall=his)
    of_nobody = Filing(klass=Klass.FILE, about=family.member("rita"))
    rows = add(lotte, about, besides, of_nobody, WORDS, Filing(klass=Klass.FILE, wall=his))
    assert [stored(row).wall_id for row in rows] == [hers, his, None, None, his]
    assert [stored(row).about_id for row in rows] == [mama, mama, family.member("rita"), None, None]


def test_the_side_is_asked_of_what_is_about_somebody_and_has_none_of_its_own(
    family: Family, lotte: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(Writing, "_walls", lambda _, about: asked.append(about) or {})
    mama, papa = family.member("mama"), family.member("papa")
    his = Item.objects.get(pk=papa).wall_id
    add(lotte, Filing(klass=Klass.FILE, about=mama), Filing(klass=Klass.FILE, about=papa, wall=his), WORDS)
    add(lotte, Filing(klass=Klass.FILE, wall=his))
    assert asked == [[mama], []]


def test_of_a_child_without_sides_no_side_is_asked(family: Family, django_assert_num_queries: Count) -> None:
    lotte = family.door("lotte", Section.JOURNAL)
    about = Filing(klass=Klass.FILE, about=family.member("rita"))
    writing = Writing(door=lotte, act=None)
    with django_assert_num_queries(0):
        assert writing._walls([]) == {}
    with django_assert_num_queries(2):
        assert writing._walls([family.member("mama"), family.member("rita")]).keys() == {family.member("mama")}
    Item.objects.update(wall=None)
    lotte.dossier.involvements.update(wall=None)
    Wall.objects.filter(dossier=family.noor.dossier).delete()
    with django_assert_num_queries(1):
        assert writing._walls([family.member("mama")]) == {}
    assert stored(add(lotte, about)[0]).wall_id is None


# -- changing ---------------------------------------------------------------------------------------------------------


def test_a_row_is_changed_by_who_may_and_in_the_version_that_was_read(family: Family, lotte: Door) -> None:
    (row,) = add(lotte, NOTE)
    with writes(lotte) as writing:
        writing.change(row, version=1, words="anders")
    assert stored(row).version == 2
    assert lotte.within(Passage.objects.filter(pk=row.pk)).get().words == "anders"
    assert subject() == row.pk
    with pytest.raises(StaleError), writes(lotte) as writing:
        writing.change(row, version=1, words="nog eens")
    with writes(lotte) as writing:
        writing.change(row, words="hoe dan ook")
    assert stored(row).version == 3
    with pytest.raises(NotAllowedError), writes(family.door("noor", Section.JOURNAL)) as writing:
        writing.change(row, words="van een ander")
    assert stored(row).version == 3


def test_a_day_to_look_again_is_set_and_taken_away_by_who_may_change_it(family: Family, lotte: Door) -> None:
    (row,) = add(lotte, NOTE)
    with writes(lotte) as writing:
        writing.look_again(row, on=SOON)
    assert stored(row).look_on == SOON
    with pytest.raises(NotAllowedError), writes(family.door("noor", Section.JOURNAL)) as writing:
        writing.look_again(row, on=None)
    assert stored(row).look_on == SOON


def test_what_was_looked_at_in_a_section_does_not_wait_any_more_of_what_one_may_change(family: Family) -> None:
    Item.objects.update(look_on=None)
    here = list(Item.objects.filter(dossier=family.noor.dossier)[:3])
    for item, (section, klass) in zip(
        here, (("rights", "own_words"), ("circle", "own_words"), ("rights", "third_party")), strict=True
    ):
        Item.objects.filter(pk=item.pk).update(section=section, klass=klass, look_on=SOON)
    noor = family.door("noor", Section.RIGHTS)
    with writes(noor) as writing:
        writing.looked_at(Section.RIGHTS)
    assert [Item.objects.get(pk=item.pk).look_on for item in here] == [None, SOON, SOON]


def test_a_row_is_filed_anew_only_where_nobody_else_reads_it_then(family: Family, lotte: Door) -> None:
    row, beside, other = add(lotte, Filing(klass=Klass.FILE), Filing(klass=Klass.FILE), Filing(klass=Klass.FILE))
    with writes(lotte) as writing:
        writing.file_anew(row, [beside], Klass.THIRD_PARTY, version=1)
    assert [stored(one).klass for one in (row, beside, other)] == ["third_party", "third_party", "file"]
    assert row.item.klass == "third_party"
    with pytest.raises(NotAllowedError), writes(lotte) as writing:
        writing.file_anew(row, [], Klass.FILE)
    with pytest.raises(NotAllowedError), writes(lotte) as writing:
        writing.file_anew(other, [], Klass.AGOGIC)
    with pytest.raises(StaleError), writes(lotte) as writing:
        writing.file_anew(other, [], Klass.THIRD_PARTY, version=9)


def test_a_row_goes_for_good_with_its_item_by_who_may_change_it(family: Family, lotte: Door) -> None:
    (row,) = add(lotte, NOTE)
    with pytest.raises(NotAllowedError), writes(family.door("noor", Section.JOURNAL)) as writing:
        writing.remove(row)
    assert Item.objects.filter(pk=row.pk).exists()
    with writes(lotte) as writing:
        writing.remove(row)
    assert not Item.objects.filter(pk=row.pk).exists()
    assert subject() is not None


# -- who may know what the child writes -------------------------------------------------------------------------------


def yes_of(row: Kept) -> set[tuple[Any, int, bool]]:
    said = Say.objects.filter(item=row.pk, withdrawn_at=None)
    return set(said.values_list("towards", "of_version", "waits"))


def says(door: Door, row: Kept, *towards: Any, waits: bool = False) -> bool:
    row.item.refresh_from_db()
    with writes(door) as writing:
        return writing.say_yes([row.item], towards, waits=waits)


def test_a_yes_is_for_whom_it_was_said_and_for_the_text_as_it_is(family: Family) -> None:
    noor = family.door("noor", Section.JOURNAL)
    wilma, karim = family.member("wilma"), family.member("karim")
    (row,) = add(noor, WORDS)
    assert not says(noor, row, wilma)
    assert yes_of(row) == {(wilma, 1, False)}
    first = Say.objects.get(item=row.pk)
    assert not says(noor, row, wilma, karim, family.member("sem_mama"), row.pk)
    assert yes_of(row) == {(wilma, 1, False), (karim, 1, False)}, "of this circle, and of nobody else"
    assert Say.objects.filter(pk=first.pk, withdrawn_at=None).exists(), "what held, holds"
    assert not says(noor, row, karim)
    assert yes_of(row) == {(karim, 1, False)}
    with writes(noor) as writing:
        writing.change(row, words="anders")
    assert not says(noor, row, karim)
    assert yes_of(row) == {(karim, 2, False)}
    assert not says(noor, row)
    assert yes_of(row) == set()


def test_on_a_new_device_what_held_goes_on_and_what_is_new_waits(family: Family) -> None:
    noor = family.door("noor", Section.JOURNAL)
    wilma, karim = family.member("wilma"), family.member("karim")
    (row,) = add(noor, WORDS)
    says(noor, row, wilma)
    assert says(noor, row, wilma, karim, waits=True)
    assert yes_of(row) == {(wilma, 1, False), (karim, 1, True)}
    assert not says(noor, row, wilma, karim, waits=True), "nothing new"
    assert yes_of(row) == {(wilma, 1, False), (karim, 1, True)}
    assert not says(noor, row, wilma, karim)
    assert yes_of(row) == {(wilma, 1, False), (karim, 1, False)}, "said where she is known"
