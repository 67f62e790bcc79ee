"""What the canaries expect does not come from the door that they try: a wrong row of the table is a leak."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from kring.access.models import Item
from kring.dossier.models import Dossier, Involvement
from kring.journal.models import Passage
from kring.kit import clock
from kring.law import access
from kring.law.access import Section, Verb
from kring.people.models import Person
from tests.canary.allowed import may, reader
from tests.canary.planting import Canary
from tests.family import Family
from tests.rooms.journal import row as row_of

CALLED = {"name", "contact_phone", "deputy_phone"}

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


# -- the one page that is left for whom the child chose, after the help (C139, R15) ---


def met_by(family: Family, who: str) -> set[str]:
    """Of the name of Noor and Sem, their house and who there is: which words this one may meet."""
    place = Dossier.objects.select_related("team__organisation").get(pk=family.noor.dossier)
    seen, house, words = reader(family.actor(who)), place.team.organisation, "zqabcdefgh"
    sown = {"Noor": Canary(words, "dossier.Dossier.call_name", place, None)}
    sown["Sem"] = Canary(words, "dossier.Dossier.call_name", Dossier.objects.get(pk=family.sem.dossier), None)
    for field in (*CALLED, "officer_reach"):
        sown[field] = Canary(words, f"people.Organisation.{field}", house, None)
    for key in ("greet", "hilde", "lotte", "noor", "ann", "karim"):
        row = Person.objects.get(pk=family.person(key))
        sown[f"Person {key}"] = Canary(words, "people.Person.call_name", row, None)
    return {name for name, canary in sown.items() if may(seen, canary)}


def close_every_place() -> None:
    Dossier.objects.update(closed_on=clock.today())


@pytest.mark.parametrize("who", ["rita", "wilma", "karim"])
def test_whom_the_child_chose_meets_its_name_and_whom_to_call_after_the_help(family: Family, who: str) -> None:
    close_every_place()
    assert met_by(family, who) - {f"Person {who}"} == {"Noor", "Person greet", "Person hilde"} | CALLED


@pytest.mark.parametrize("who", ["ann", "nadia", "an", "dirk"])
def test_nobody_else_meets_more_after_the_help(family: Family, who: str) -> None:
    """What a parent, a worker of another team and the court read by their doors or as colleagues, is as it was."""
    before = met_by(family, who)
    assert ("Noor" in before) is (who in {"ann", "nadia"})
    close_every_place()
    assert met_by(family, who) <= before


def test_who_was_dropped_meets_nothing_after_the_help(family: Family) -> None:
    held = Involvement.objects.filter(person=family.person("rita"), dossier=family.noor.dossier)
    held.update(ended_at=clock.now(), until_on=clock.today())
    close_every_place()
    assert met_by(family, "rita") == set()


def test_who_stood_there_until_yesterday_meets_nothing_after_the_help(family: Family) -> None:
    held = Involvement.objects.filter(person=family.person("rita"), dossier=family.noor.dossier)
    held.update(until_on=clock.today() - timedelta(days=1))
    close_every_place()
    assert met_by(family, "rita") == set()
