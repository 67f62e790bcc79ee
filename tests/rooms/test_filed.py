"""In which class a row stands: written twice, and refused where a row is added or filed anew (R7)."""

from collections import defaultdict

import pytest

from kring.access.filed import MisfiledError, filed
from kring.access.kept import Kept, kept_models
from kring.access.models import Item
from kring.access.writing import Filing
from kring.audit.events import Event
from kring.journal.models import Passage
from kring.kit.keys import uuid7
from kring.law.access import Klass, Relation, Section, Verb, table
from kring.moments.models import Chance
from kring.rights.models import Wish
from tests.family import Family
from tests.law.test_second_list import FILED
from tests.rooms.journal import row as row_of


def test_every_model_says_where_it_is_filed_and_nothing_else_does() -> None:
    assert set(filed()) == {model._meta.label for model in kept_models()}
    assert all(filed().values())


def test_where_a_row_is_filed_is_what_the_second_list_says() -> None:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for model in kept_models():
        for klass in filed()[model._meta.label]:
            found[f"{model.section.value}.{klass.value}"].add(model.__name__)
    assert found == {place: set(names) for place, names in FILED.items()}


def test_whatever_is_filed_somebody_may_add_and_read() -> None:
    """Else the class is one that the table does not know there: a row nobody finds."""
    for place in FILED:
        section, klass = place.split(".")
        cells = [table().get((one, Section(section), Klass(klass)), ()) for one in Relation]
        for verb in (Verb.ADD, Verb.READ):
            assert any(rule.answers(verb) for rules in cells for rule in rules), (place, verb)


def test_of_everything_that_the_cast_holds_no_row_stands_elsewhere(family: Family) -> None:
    for model in kept_models():
        found = set(model.objects.all().opened().values_list("item__klass", "item__section"))
        assert {klass for klass, _ in found} <= {one.value for one in filed()[model._meta.label]}, model
        assert {section for _, section in found} <= {model.section.value}, model


@pytest.mark.parametrize(("model", "klass"), [(Wish, Klass.FILE), (Chance, Klass.OWN_WORDS)])
def test_a_row_in_another_class_is_refused_also_where_the_table_lets_one_add_there(
    family: Family, model: type[Kept], klass: Klass
) -> None:
    """Lotte adds both classes here: filed as file, more people would read what the child said."""
    door, before = family.door("lotte", Section.RIGHTS), Item.objects.count()
    assert door.sieve(Section.RIGHTS).may_add(klass)
    with pytest.raises(MisfiledError, match=r"filed\.toml"), door.writes(Event.WISH_EXPRESSED, once=uuid7()) as write:
        write.add(model, Filing(klass=klass))
    assert Item.objects.count() == before
    assert family.log(Event.WISH_EXPRESSED) == 0


def test_a_text_filed_anew_stays_among_its_classes(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lotte may file it as told in confidence; where that class is none of a note, nothing is changed."""
    row = row_of(family, "samen gekookt", seen_by="lotte")
    door = family.door("lotte", Section.JOURNAL)
    mine = filed() | {Passage._meta.label: frozenset({Klass.OWN_WORDS})}
    before = row.item.klass
    with monkeypatch.context() as patched:
        patched.setattr("kring.access.filed.filed", lambda: mine)
        with pytest.raises(MisfiledError), door.writes(Event.NOTE_CHANGED, once=uuid7()) as write:
            write.file_anew(row, (), Klass.CONFIDENCE)
    assert row_of(family, "samen gekookt", seen_by="lotte").item.klass == before
