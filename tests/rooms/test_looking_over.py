"""Looking beside a worker is over for good with whatever ends it, and never blocks who comes after (R17, R28)."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from kring.access.acts import answering, birthdays, closing, deciding, handing, protecting
from kring.access.acts.answering import Answering
from kring.access.beside import Beside
from kring.access.leading import open_as_lead, open_closed
from kring.access.models import Restriction, Say, Word
from kring.access.writing import NotAllowedError
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.law.capacity import AskedRight, Known
from kring.law.standing import Authority
from kring.people.models import Post
from tests.family import Family
from tests.rooms.test_looking import ask, begin, later, sees, serving  # noqa: F401  # a fixture

YEAR = timedelta(days=365)


@pytest.fixture
def ann(family: Family) -> Family:
    """Sem's mother, who has the authority, reads beside Lotte what is kept apart."""
    parent = Involvement.objects.get(dossier=family.sem.dossier, person=family.person("ann"))
    held = deciding.Held(authority=Authority.HOLDS)
    deciding.write_authority(family.door("lotte", Section.RIGHTS, child="sem"), parent, held, once=None)
    ask(family, "ann", child="sem", member=family.member("sem_mama"))
    begin(family, "ann", child="sem")
    assert sees(family, "ann", child="sem")
    return family


def closes(family: Family) -> None:
    today = clock.today()
    last = closing.Last(day=today, told_on=today, told_by="Lotte")
    closing.close(family.door("lotte", Section.RIGHTS, child="sem"), last, once=uuid7())


def reopens(family: Family) -> None:
    closing.reopen(open_closed(family.actor("hilde"), family.sem.dossier), "Hij is terug", once=uuid7())


def restricts(family: Family) -> None:
    door, toward = family.door("lotte", Section.RIGHTS, child="sem"), protecting.Toward(person=family.person("ann"))
    protecting.restrict(door, [toward], from_on=clock.today(), until_on=None, once=None)


def lifts(family: Family) -> None:
    row = Restriction.objects.get(over_at=None)
    protecting.lift(family.door("lotte", Section.RIGHTS, child="sem"), row, once=None)


def born(years: int) -> Callable[[Family], None]:
    def written(family: Family) -> None:
        why = birthdays.Why(motive="De akte", known=Known.PAPER)
        day = clock.today() - years * YEAR - timedelta(days=40)
        row = birthdays.write(family.door("lotte", Section.RIGHTS, child="sem"), day, why, once=uuid7())
        if row and not row.holds:
            birthdays.decide(
                open_as_lead(family.actor("hilde"), family.sem.dossier, Section.MOMENTS), row, holds=True, once=uuid7()
            )

    return written


def found(*, capable: bool) -> Callable[[Family], None]:
    def written(family: Family) -> None:
        new = deciding.Found(right=AskedRight.FILE, capable=capable, motive="Wij spraken erover")
        deciding.find(family.door("lotte", Section.RIGHTS, child="sem"), new, once=uuid7())

    return written


def holds(authority: Authority) -> Callable[[Family], None]:
    def written(family: Family) -> None:
        parent = Involvement.objects.get(dossier=family.sem.dossier, person=family.person("ann"))
        door = family.door("lotte", Section.RIGHTS, child="sem")
        deciding.write_authority(door, parent, deciding.Held(authority=authority), once=None)

    return written


ENDS_AND_GOES_ON = [
    pytest.param(closes, reopens, id="the place closed, and opened again"),
    pytest.param(restricts, lifts, id="contact was restricted, and is not the next minute"),
    pytest.param(born(18), born(9), id="of age by a birthday, and nine again"),
    pytest.param(found(capable=True), found(capable=False), id="able itself, and not any more"),
    pytest.param(holds(Authority.UNKNOWN), holds(Authority.HOLDS), id="without authority, and with it"),
]


@pytest.mark.parametrize(("ends", "goes_on"), ENDS_AND_GOES_ON)
def test_what_ended_it_never_lets_it_begin_again_by_itself(
    ann: Family, ends: Callable[[Family], None], goes_on: Callable[[Family], None]
) -> None:
    ends(ann)
    assert not sees(ann, "ann", child="sem")
    goes_on(ann)
    assert not sees(ann, "ann", child="sem"), "the same session, without a request and without a tap"
    assert "Leest mee tot" not in ann.page("rights:viewings", seen_by="lotte", child="sem")
    ask(ann, "ann", child="sem")
    begin(ann, "ann", child="sem")
    assert sees(ann, "ann", child="sem"), "asked anew, and signed in anew"


def test_where_the_help_ended_nobody_is_asked_to_look(ann: Family) -> None:
    Beside.objects.update(ended_at=clock.now())
    closes(ann)
    with pytest.raises(NotAllowedError):
        ask(ann, "ann", child="sem")
    reopens(ann)
    ask(ann, "ann", child="sem")


def test_a_worker_who_hands_over_and_comes_back_does_not_sit_beside_any_more(ann: Family) -> None:
    place, lotte, bram = ann.sem.dossier, ann.person("lotte"), ann.person("bram")
    Involvement.objects.filter(dossier=place, person=bram).update(ended_at=clock.now())
    Post.objects.filter(person=bram).delete()
    Post.objects.filter(person=lotte, role="worker").update(from_on=clock.today() - YEAR)
    post = Post.objects.get(person=lotte, role="worker")
    Post.objects.create(
        person_id=bram, organisation=post.organisation, role="worker", team=post.team, from_on=date(2020, 1, 1)
    )
    handing.hand_over(ann.door("lotte", child="sem"), bram, stays=False, once=uuid7())
    assert not sees(ann, "ann", child="sem")
    ask(ann, "ann", child="sem", by="bram")  # who was asked by another never stands in the way
    assert not sees(ann, "ann", child="sem")
    handing.hand_over(ann.door("bram", child="sem"), lotte, stays=True, once=uuid7())
    assert not sees(ann, "ann", child="sem")


def test_of_a_worker_who_is_gone_nothing_stands_in_the_way_of_the_next(serving: Family) -> None:  # noqa: F811
    """Also where nobody wrote that it ended: who left the house sits beside nobody."""
    ask(serving)
    begin(serving)
    Involvement.objects.filter(dossier=serving.noor.dossier, person=serving.person("lotte")).update(
        person=serving.person("greet")
    )
    post = Post.objects.get(person=serving.person("lotte"), role="worker")
    Post.objects.get_or_create(
        person_id=serving.person("greet"),
        organisation=post.organisation,
        role="worker",
        team=post.team,
        from_on=date(2020, 1, 1),
    )
    assert not sees(serving)
    ask(serving, by="greet")
    begin(serving)
    assert sees(serving)


def test_two_who_work_with_noor_both_see_who_looks_and_may_stop_it(serving: Family) -> None:  # noqa: F811
    ours = Involvement.objects.get(dossier=serving.noor.dossier, person=serving.person("lotte"))
    post = Post.objects.get(person=serving.person("lotte"), role="worker")
    Post.objects.create(
        person_id=serving.person("greet"),
        organisation=post.organisation,
        role="worker",
        team=post.team,
        from_on=date(2020, 1, 1),
    )
    Involvement.objects.create(
        dossier=ours.dossier, person_id=serving.person("greet"), relation=ours.relation, from_on=clock.today()
    )
    ask(serving)
    begin(serving)
    page = serving.page("rights:viewings", seen_by="greet")
    assert "Leest mee tot" in page
    assert "naast Lotte" in page
    row = Beside.objects.get(ended_at=None)
    ending = serving.url("rights:viewing_ending", viewing=row.pk)
    assert serving.browser("bram").post(ending, {"once": serving.once()}).status_code == 404
    assert sees(serving)
    assert serving.browser("greet").post(ending, {"once": serving.once()}).status_code == 302
    assert not sees(serving)
    ask(serving, by="greet")


def test_a_yes_that_is_taken_back_and_said_again_does_not_open_it(
    serving: Family,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ask(serving)
    begin(serving)
    said = Say.objects.get(topic=Topic.THE_FILE.value, towards=serving.member("karim"))
    answering.withdraw(serving.door("noor", Section.ANSWERS), said, once=uuid7())
    later(monkeypatch, minutes=1)
    yes = Answering(towards=serving.member("karim"), word=Word.YES, topic=Topic.THE_FILE)
    answering.answer(serving.door("noor", Section.ANSWERS), yes, once=uuid7())
    assert not sees(serving)
    ask(serving)
    begin(serving)
    assert sees(serving)
    no = Answering(towards=serving.member("karim"), word=Word.NO, topic=Topic.THE_FILE)
    answering.answer(serving.door("noor", Section.ANSWERS), no, once=uuid7())
    answering.answer(serving.door("noor", Section.ANSWERS), yes, once=uuid7())
    assert not sees(serving)


def test_another_answer_of_noor_stops_nobody(serving: Family) -> None:  # noqa: F811
    ask(serving)
    begin(serving)
    yes = Answering(towards=serving.member("karim"), word=Word.YES, topic=Topic.SCHOOL)
    answering.answer(serving.door("noor", Section.ANSWERS), yes, once=uuid7())
    assert sees(serving)
