"""What the canaries expect does not come from the door that they try: a wrong row of the table is a leak."""

from collections.abc import Iterator

import pytest

from kring.access.models import Item
from kring.journal.models import Passage
from kring.law import access
from kring.law.access import Section, Verb
from tests.canary.allowed import may, reader
from tests.canary.planting import Canary
from tests.family import Family
from tests.rooms.journal import row as row_of

TOO_MUCH = {
    "who": ["supporter"],
    "section": ["journal", "circle"],
    "class": ["file"],
    "know": "open",
    "read": "open",
    "because": "access.works-with-the-child",
    "source": "R7",
}


@pytest.fixture
def wrong_table(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The table lets who supports a child read the file; nobody decided that."""
    told = access._toml()

    def forget() -> None:
        for name in ("table", "classes", "protection"):
            getattr(access, name).cache_clear()

    monkeypatch.setattr(access, "_toml", lambda: {**told, "rule": [*told["rule"], TOO_MUCH]})
    forget()
    yield
    monkeypatch.undo()
    forget()


def meets(family: Family, who: str, item: Item) -> bool:
    return may(reader(family.actor(who)), Canary("zqabcdefgh", "journal.Passage.words", item, item))


def test_what_the_table_opens_and_the_second_list_does_not_is_a_leak(family: Family, wrong_table: None) -> None:
    row: Passage = row_of(family, "geld voor de schoolreis", seen_by="lotte")
    Item.objects.filter(pk=row.pk).update(klass="file", wall=None)
    item = Item.objects.get(pk=row.pk)
    assert family.door("rita", Section.JOURNAL).sieve(Section.JOURNAL).lets(item, Verb.READ), "the door is wrong too"
    assert not meets(family, "rita", item)
    assert meets(family, "lotte", item)
