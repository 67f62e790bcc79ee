"""Noor pointed out the wrong one in her circle, and says so: nothing opens by it, and what was closed stays closed."""

from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kring.access.acts import answering
from kring.access.acts.answering import Answering
from kring.access.acts.protecting import Toward, is_restricted, restrict
from kring.access.door import RefusedError
from kring.access.kept import kept_models
from kring.access.models import Item, Restriction, SamePerson, Say, Word
from kring.audit.events import Event
from kring.circle.models import Placement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.portals import answers
from tests.family import Family, undone
from tests.rooms.pointing import confirm, point
from tests.rooms.test_who_may_know import ask


def another(family: Family, member: str, to: str, *, by: str = "noor") -> int:
    """Say on the page itself that it is another one, or a new one."""
    where = family.url("portals:someone_else", member=family.member(member))
    chosen = {"member": to if to == "new" else str(family.member(to)), "once": family.once()}
    return family.browser(by).post(where, chosen).status_code


def is_now(family: Family, account: str) -> list[UUID]:
    return list(SamePerson.objects.filter(person=family.person(account)).values_list("item", flat=True))


def yes_topics(family: Family, who: str) -> frozenset[Topic]:
    return family.door(who, Section.SAID).answers.yes_topics


@pytest.fixture
def wrong(family: Family) -> Family:
    """Ann is mama, and Noor tapped papa."""
    point(family, "ann", "papa")
    return family


def test_she_says_who_it_is_and_the_page_of_the_wrong_one_leads_there(wrong: Family) -> None:
    about = wrong.page("portals:about", seen_by="noor", member=wrong.member("papa"))
    there = wrong.url("portals:someone_else", member=wrong.member("papa"))
    assert there in about
    asks = wrong.browser("noor").get(there).content.decode()
    assert "Wat dicht was, blijft dicht." in asks
    assert another(wrong, "papa", "mama") == 302
    assert is_now(wrong, "ann") == [wrong.member("mama")]
    assert wrong.log(Event.PERSON_POINTED_ELSEWHERE) == 1
    assert there not in wrong.page("portals:about", seen_by="noor", member=wrong.member("papa"))


def test_her_worker_says_it_with_her_and_nobody_else_does(wrong: Family) -> None:
    for who in ("ann", "wilma", "tarik", "bram", "greet"):
        assert another(wrong, "papa", "mama", by=who) == 404, who
    assert is_now(wrong, "ann") == [wrong.member("papa")]
    assert another(wrong, "papa", "mama", by="lotte") == 302
    assert is_now(wrong, "ann") == [wrong.member("mama")]


@pytest.mark.parametrize(("by", "before"), [("noor", None), ("lotte", "papa")])
def test_who_stood_as_whom_is_kept_where_another_said_it(wrong: Family, by: str, before: str | None) -> None:
    """Noor reads it of who moved somebody; what she said herself is nothing that Lotte did when she confirms it."""
    another(wrong, "papa", "mama", by=by)
    if by == "noor":
        confirm(wrong, "mama")
    row = SamePerson.objects.get(item=wrong.member("mama"))
    assert (row.confirmed_by_id, row.before_id) == (wrong.person("lotte"), before and wrong.member(before))


def test_somebody_who_was_not_there_yet_is_named(wrong: Family) -> None:
    assert another(wrong, "papa", "new") == 302
    (member,) = is_now(wrong, "ann")
    names = wrong.door("noor").within(Placement.objects.filter(member=member)).values_list("name", flat=True)
    assert list(names) == ["Ann"]


def test_a_yes_stops_and_she_reads_that_it_did(wrong: Family) -> None:
    ask(wrong, "papa", "yes", about="school")
    assert yes_topics(wrong, "ann") == set(), "nobody looked yet"
    confirm(wrong, "papa")
    assert yes_topics(wrong, "ann") == {Topic.SCHOOL}
    browser = wrong.browser("noor")
    where = wrong.url("portals:someone_else", member=wrong.member("papa"))
    answer = browser.post(where, {"member": str(wrong.member("mama")), "once": wrong.once()}, follow=True)
    assert "is nu gestopt" in answer.content.decode()
    assert yes_topics(wrong, "ann") == set()
    assert not Say.objects.filter(towards=wrong.member("papa"), withdrawn_at=None).exists()


@pytest.mark.parametrize("word", ["no", "ask"])
def test_what_was_closed_stays_closed_for_both(wrong: Family, word: str) -> None:
    ask(wrong, "papa", word, about="school")
    another(wrong, "papa", "mama")
    assert wrong.door("ann", Section.SAID).answers.no_topics == {"school"}
    assert Say.objects.filter(towards=wrong.member("papa"), answer=word, withdrawn_at=None).count() == 1


@pytest.mark.parametrize("by", [["noor"], ["lotte"], ["noor", "lotte"]])
def test_what_is_closed_to_both_already_stands_there_once(wrong: Family, by: list[str]) -> None:
    """Whoever may take it back takes it back once, and nothing lies under it."""
    for member in ("papa", "mama"):
        for who in by:
            new = Answering(towards=wrong.member(member), word=Word.NO, topic=Topic.SCHOOL)
            answering.answer(wrong.door(who, Section.ANSWERS), new, once=uuid7())
    assert another(wrong, "papa", "mama") == 302
    for member in ("papa", "mama"):
        stands = Say.objects.filter(towards=wrong.member(member), withdrawn_at=None)
        assert set(stands.values_list("recorded_by", flat=True)) == {wrong.person(who) for who in by}
        assert stands.count() == len(by)


def test_a_no_to_her_worker_holds_when_her_worker_is_another(family: Family) -> None:
    point(family, "lotte", "lotte_member")
    ask(family, "lotte_member", "no")
    before = family.door("lotte").within(Placement.objects.all()).count()
    assert another(family, "lotte_member", "new") == 302
    assert family.door("lotte").within(Placement.objects.all()).count() <= before + 1  # its own new name at most


@pytest.mark.parametrize("back", ["papa", "new"])
def test_a_restriction_of_contact_stays_on_both_until_a_human_being_says_otherwise(wrong: Family, back: str) -> None:
    papa = Toward(member=wrong.member("papa"))
    restrict(wrong.door("lotte"), [papa], from_on=clock.today(), until_on=None, once=uuid7())
    for of, to in (("papa", "mama"), ("mama", back)):
        assert another(wrong, of, to) == 302
        assert wrong.door("ann", Section.SAID).standing.restricted
        assert is_restricted(wrong.noor.dossier, member=wrong.member("papa"))
    assert Restriction.objects.in_force().count() == 2, "one for each, and no more when it is said again"


def test_a_restriction_with_who_came_in_is_none_with_who_it_was_taken_for(wrong: Family) -> None:
    ann = Toward(person=wrong.person("ann"))
    restrict(wrong.door("lotte"), [ann], from_on=clock.today(), until_on=None, once=uuid7())
    assert is_restricted(wrong.noor.dossier, member=wrong.member("papa")), "as long as she is taken for papa"
    assert another(wrong, "papa", "mama") == 302
    assert wrong.door("ann", Section.SAID).standing.restricted
    assert not is_restricted(wrong.noor.dossier, member=wrong.member("papa"))


def test_who_came_in_by_a_link_is_not_moved_but_its_link_is_stopped(family: Family) -> None:
    about = family.page("portals:about", seen_by="noor", member=family.member("karim"))
    assert family.url("portals:someone_else", member=family.member("karim")) not in about
    assert "Stop dan die link" in about
    assert another(family, "karim", "mama") == 404
    assert another(family, "mama", "papa") == 404, "nobody with a way in is mama"


def test_two_taps_are_one_and_the_same_one_is_no_other(wrong: Family) -> None:
    once = wrong.once()
    where = wrong.url("portals:someone_else", member=wrong.member("papa"))
    for _ in range(2):
        wrong.browser("noor").post(where, {"member": str(wrong.member("mama")), "once": once})
    assert is_now(wrong, "ann") == [wrong.member("mama")]
    mama = {"member": str(wrong.member("mama")), "once": wrong.once()}
    assert (
        wrong.browser("noor").post(wrong.url("portals:someone_else", member=wrong.member("mama")), mama).status_code
        == 200
    )
    assert wrong.log(Event.PERSON_POINTED_ELSEWHERE) == 1


def test_she_answered_first_and_then_says_who_it_is_and_her_yes_waits(family: Family) -> None:
    """Before Ann came in, Noor chose for mama; that opens nothing until she says it once more."""
    ask(family, "mama", "yes", about="school")
    where = family.url("portals:who_is", other=family.person("ann"))
    assert "Een ja begint pas na nog een ja." in family.browser("noor").get(where).content.decode()
    point(family, "ann", "mama")
    assert yes_topics(family, "ann") == set()
    said = Say.objects.get(towards=family.member("mama"))
    about = family.page("portals:about", seen_by="noor", member=family.member("mama"))
    assert family.url("portals:confirm_answer", say=said.pk) in about
    answering.confirm(family.door("noor", Section.ANSWERS), said, once=uuid7())
    assert yes_topics(family, "ann") == set(), "nobody looked yet"
    confirm(family, "mama")
    assert yes_topics(family, "ann") == {Topic.SCHOOL}


def test_she_answered_no_first_and_it_holds_at_once(family: Family) -> None:
    new = Answering(towards=family.member("mama"), word=Word.NO, topic=Topic.SCHOOL)
    answering.answer(family.door("noor", Section.ANSWERS), new, once=uuid7())
    point(family, "ann", "mama")
    assert family.door("ann", Section.SAID).answers.no_topics == {"school"}


Said = list[tuple[str, Word, Topic]]
SAID = st.lists(
    st.tuples(st.sampled_from(["papa", "mama"]), st.sampled_from(Word), st.sampled_from(answers.TOPICS)), max_size=5
)


def reads(family: Family) -> set[UUID]:
    """All that Ann reads."""
    try:
        door = family.door("ann", Section.SAID)
    except RefusedError:
        return set()
    return {row.pk for model in kept_models() for row in door.within(model.objects.all())}


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=SAID, shut=st.booleans(), by=st.sampled_from(["noor", "lotte"]), then=st.tuples(SAID, SAID))
def test_whatever_was_answered_nothing_opens_by_saying_that_it_is_another(
    family: Family, said: Said, shut: bool, by: str, then: tuple[Said, Said]
) -> None:
    """But what is about her, now that Kring knows who she is: that is hers (`own`).

    And her worker lifts nothing that she closed herself, whatever it wrote down there before.
    """
    later, written = then
    with undone():
        answer_all(family, said)
        answer_all(family, written, by="lotte")
        point(family, "ann", "papa", by=by)
        answer_all(family, [one for one in later if one[0] == "papa"])
        if shut:
            papa = Toward(member=family.member("papa"))
            restrict(family.door("lotte"), [papa], from_on=clock.today(), until_on=None, once=uuid7())
        before, no = reads(family), family.door("ann", Section.SAID).answers.no_topics
        assert another(family, "papa", "mama", by=by) == 302
        after = family.door("ann", Section.SAID)
        opened = Item.objects.filter(pk__in=reads(family) - before).exclude(about=family.member("mama"))
        assert not opened.exists()
        assert after.answers.no_topics >= no
        assert not after.answers.yes_topics
        assert after.standing.restricted is shut
        closed = set(Say.objects.filter(towards=family.member("mama")).closed().own().values_list("topic", flat=True))
        assert closed == {topic.value for topic in no_of_hers(family)}
        if not shut:
            answer_all(family, [("mama", Word.YES, topic) for topic in answers.TOPICS], by="lotte")
            assert family.door("ann", Section.SAID).answers.no_topics >= closed
            assert not family.door("ann", Section.SAID).answers.yes_topics & closed


def no_of_hers(family: Family) -> set[Topic]:
    """What she closed herself towards who Ann was taken for, or who Ann is."""
    both = [family.member("papa"), family.member("mama")]
    return {Topic(one.topic) for one in Say.objects.filter(towards__in=both).closed() if one.is_own}


def answer_all(family: Family, said: Said, *, by: str = "noor") -> None:
    for towards, word, topic in said:
        new = Answering(towards=family.member(towards), word=word, topic=topic)
        answering.answer(family.door(by, Section.ANSWERS), new, once=uuid7())


@pytest.mark.parametrize("first", ["no", "ask", None])
@pytest.mark.parametrize("own", ["no", "ask"])
def test_her_own_no_goes_along_beside_what_her_worker_wrote_there(wrong: Family, first: str | None, own: str) -> None:
    """What a worker wrote down, a worker may lift: in the place of hers it would open what she closed (R7, R8)."""
    confirm(wrong, "papa")
    ask(wrong, "papa", own, about="school")
    if first:
        ask(wrong, "els", first, about="school", by="lotte", said="said")
    assert another(wrong, "papa", "els", by="lotte") == 302
    ask(wrong, "els", "yes", about="school", by="lotte", said="said")
    for written in Say.objects.filter(towards=wrong.member("els"), withdrawn_at=None).written_down():
        wrong.browser("lotte").post(wrong.url("portals:stop_answer", say=written.pk), {"once": wrong.once()})
    ann = wrong.door("ann", Section.SAID).answers
    assert (ann.yes_topics, ann.no_topics) == (set(), {"school"})
    ask(wrong, "els", "yes", about="school")
    assert yes_topics(wrong, "ann") == {Topic.SCHOOL}, "she lifts it herself"


MOVED = "iemand anders is"


def test_she_reads_who_was_moved_by_both_names(wrong: Family) -> None:
    confirm(wrong, "papa")
    for page in ("portals:known", "portals:child"):
        assert MOVED not in wrong.page(page, seen_by="noor")
    assert another(wrong, "papa", "els", by="lotte") == 302
    for page in ("portals:child", "portals:known"):
        seen = wrong.page(page, seen_by="noor")
        assert MOVED in seen
        assert "Eerst stond hier: Ann is papa. Nu staat er: Ann is juf Els." in seen
        assert "Lotte schreef dit op" in seen
    for page in ("portals:child", "portals:known"):
        assert MOVED not in wrong.page(page, seen_by="noor"), "she read it"
        assert MOVED not in wrong.page(page, seen_by="lotte")


def test_what_she_says_herself_of_who_it_is_is_no_news_to_her(wrong: Family) -> None:
    assert another(wrong, "papa", "els") == 302
    assert MOVED not in wrong.page("portals:child", seen_by="noor")
    confirm(wrong, "els")
    assert "Nu staat er: Ann is juf Els." in wrong.page("portals:child", seen_by="noor"), "that Lotte confirmed it is"
