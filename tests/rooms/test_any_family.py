"""Any family, any day: each road to a row gives the same answer, and nothing opens by itself (house.md 4).

Families are drawn (`tests/rooms/drawn.py`) and made as rows (`tests/rooms/making.py`); who asks, asks as a page does.
With `KRING_DEEP=1` ten times as many, and other ones every time.
"""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.access.acts.answering import Answering, MayNotAnswer, answer, withdraw
from kring.access.door import RefusedError, open_door
from kring.access.models import Giver, Restriction, Say, Word
from kring.access.standing import Standing
from kring.access.writing import NotAllowedError
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Case, Relation, Section, Topic
from kring.law.standing import BY_A_PARENT
from tests.family import Family
from tests.rooms.drawn import CHILD, KINDS, TOPICS, Place, places, so_many, with_a_yes
from tests.rooms.making import PAGES, ROADS, Keys, Made, Reader, made

Turn = Callable[[int], None]
WALK = st.lists(st.integers(1, 4), max_size=2)
"""How many days go by, each time."""


@pytest.fixture
def turn(monkeypatch: pytest.MonkeyPatch) -> Turn:
    """The clock of the house, so many days from now."""
    real = clock.now()
    return lambda by: monkeypatch.setattr(clock, "now", lambda: real + timedelta(days=by))


Met = Counter[tuple[str, bool]]
"""In which positions something was read, and something was not."""


def all_roads_agree(new: Made, met: Met) -> None:
    for who in new.everybody:
        reader = Reader(new, who)
        for kind in KINDS:
            one = reader.by_the_row(kind)
            for name, road in ROADS.items():
                assert road(reader, kind) == one, f"{name}: {who}, {kind}"
            on_the_desk = one if reader.has_a_desk and kind != "apart" else frozenset()  # that stands on no list (R17)
            assert reader.the_desk(kind) == on_the_desk, f"desk: {who}, {kind}"
            position = reader.door.relation.value if reader.door else "nobody"
            met.update((position, row.pk in one) for row in new.rows[kind])


def test_row_address_many_desk_and_policy_say_the_same(family: Family, turn: Turn) -> None:
    met: Met = Counter()

    @so_many(30)
    @given(place=places(), walk=WALK)
    def agree(place: Place, walk: list[int]) -> None:
        turn(0)
        with made(family, place) as new:
            all_roads_agree(new, met)
            for number in range(len(walk)):
                turn(sum(walk[: number + 1]))
                all_roads_agree(new, met)

    agree()
    both = {one for one, shown in met if shown} & {one for one, shown in met if not shown}
    assert {"child", "worker", "parent"} <= both, "all of them read something, and not everything"
    assert met["nobody", False]
    assert not met["nobody", True]


def test_a_page_and_its_print_show_what_the_row_says(family: Family, turn: Turn) -> None:
    met: Met = Counter()

    @so_many(8)
    @given(place=places(), later=st.integers(0, 3))
    def agree(place: Place, later: int) -> None:
        turn(0)
        with made(family, place) as new:
            turn(later)
            for reader in (Reader(new, who) for who in new.everybody):
                for kind, pages in PAGES.items():
                    one = reader.by_the_row(kind)
                    for page in pages:
                        assert reader.on_a_page(kind, page) == one, f"{page}: {reader.who}"
                        met.update((page, row.pk in one) for row in new.rows[kind])

    agree()
    assert {one for one, shown in met if shown} == {one for pages in PAGES.values() for one in pages}


REFUSED = (MayNotAnswer, NotAllowedError, RefusedError)
BY = st.sampled_from([CHILD, CHILD, "lotte"])


@st.composite
def a_yes(draw: st.DrawFn) -> tuple[str, int, int | None, Topic, int | None, bool]:
    """Who says it, towards whom, about which row or else which subject, for how many days, and on a new device."""
    lasts = draw(st.none() | st.integers(0, 3))
    row, topic = draw(st.none() | st.integers(0, 8)), draw(st.sampled_from((*TOPICS, Topic.THE_FILE)))
    return draw(BY), draw(st.integers(0, 3)), row, topic, lasts, draw(st.booleans())


def test_one_yes_more_never_shows_less(family: Family, turn: Turn) -> None:
    done: Counter[str] = Counter()

    @so_many(60)
    @given(place=places(), said=a_yes())
    def holds(place: Place, said: tuple[str, int, int | None, Topic, int | None, bool]) -> None:
        by, towards, row, topic, lasts, waits = said
        turn(0)
        with made(family, place) as new:
            item = new.in_order[row % len(new.in_order)].pk if row is not None else None
            told = Answering(
                towards=new.members[place.people[towards % len(place.people)].who],  # who is at home comes first
                word=Word.YES,
                topic=None if item else topic,
                item=item,
                until_on=clock.today() + timedelta(days=lasts) if lasts is not None else None,
                expressed="itself" if by == CHILD else "said",
                waits=by == CHILD and waits,
            )
            before = new.all_shown()
            try:
                answer(open_door(family.actor(by), new.dossier, Section.ANSWERS), told, once=uuid7())
            except REFUSED:
                assert new.all_shown() == before, "what was refused changed nothing"
                return
            after = new.all_shown()
            assert {who for who in before if before[who] - after[who]} == set()
            done["said"] += 1
            done["opened"] += after != before

    holds()
    assert 0 < done["opened"] < done["said"], done


def test_taking_a_yes_back_never_shows_more(family: Family, turn: Turn) -> None:
    done: Counter[str] = Counter()

    @so_many(60)
    @given(place=with_a_yes(), which=st.integers(0, 5), by=BY, new_device=st.booleans())
    def holds(place: Place, which: int, by: str, new_device: bool) -> None:
        turn(0)
        with made(family, place) as new:
            ours = Say.objects.filter(dossier=new.dossier, answer=Word.YES, giver=Giver.CHILD).order_by("pk")
            before, say = new.all_shown(), ours[which % len(ours)]
            try:
                door = open_door(family.actor(by), new.dossier, Section.ANSWERS)
                withdraw(door, say, once=uuid7(), on_new_device=new_device)
            except REFUSED:
                return
            after = new.all_shown()
            assert {who for who in after if after[who] - before[who]} == set()
            assert Say.objects.get(pk=say.pk).withdrawn_at, "on whatever device"
            done["taken back"] += 1
            done["shut"] += after != before

    holds()
    assert 0 < done["shut"] < done["taken back"], done


@so_many(40)
@given(place=places(), walk=st.lists(st.integers(1, 4), min_size=1, max_size=3))
def test_time_alone_opens_nothing_that_is_protected(family: Family, turn: Turn, place: Place, walk: list[int]) -> None:
    """No restriction, wall or no falls away by a day; at 18 what was opened for parents ends, and stays so (R15, R28).

    What a birthday gives, it gives to the child itself: at 12 it may look into its own file.
    """
    turn(0)
    with made(family, place) as new:
        before = all_standing(new)
        for number in range(len(walk)):
            turn(sum(walk[: number + 1]))
            after = all_standing(new)
            for who, (then, shown) in after.items():
                opens_nothing(*before[who], then, shown)
                is_no_parent_any_more(new, who, then, shown)
            before = after
        assert Restriction.objects.in_force().filter(dossier=new.dossier).count() == len(place.restricted)


def all_standing(new: Made) -> dict[str, tuple[Standing | None, Keys]]:
    doors = {who: new.door(who) for who in new.everybody}
    return {who: (door.standing if door else None, new.shown(who)) for who, door in doors.items()}


def opens_nothing(was: Standing | None, shown: Keys, then: Standing | None, shown_then: Keys) -> None:
    if then is None:
        return
    assert was is not None, "who was not let in, comes in by no day"
    of_its_own_file = then.relation is Relation.CHILD and then.cases - was.cases == {Case.CAPABLE}
    assert of_its_own_file or shown_then <= shown
    assert then.restricted >= was.restricted, "also after its last day"
    assert then.walls == was.walls
    assert then.answers.no_items >= was.answers.no_items
    assert then.answers.no_topics >= was.answers.no_topics


def is_no_parent_any_more(new: Made, who: str, then: Standing | None, shown: Keys) -> None:
    """Of age: a parent reads what it said itself, and what was opened for it since."""
    if then is None or then.relation not in BY_A_PARENT or Case.MINOR in then.cases:
        return
    person, said = new.family.person(who), then.answers
    its_own = {row.pk for row in new.in_order if person in {row.item.author_id, row.item.told_to_id}}
    since = said.yes_items or said.yes_topics or said.theirs or said.told or said.disclosed
    assert since or shown <= its_own
    assert then.anew is not None
    assert all(on >= then.anew for (_, about), on in said.began.items() if about in said.yes_items | said.yes_topics)
