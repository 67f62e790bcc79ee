"""What is written about somebody of a side belongs to that side, and a yes of before opens no other side (R16, R28)."""

import importlib

import pytest
from django.apps import apps
from django.db import connection

from kring.access.acts.answering import Answering, answer
from kring.access.acts.protecting import Toward, lift, restrict
from kring.access.models import Item, SamePerson, Say, Word
from kring.circle.acts.walls import put
from kring.dossier.models import Involvement
from kring.journal.acts import notes
from kring.journal.models import Passage
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Section, Topic
from tests.family import Family
from tests.links import says_it_again
from tests.rooms.journal import page, row, write
from tests.rooms.pointing import point
from tests.rooms.test_walls import wall

RITA = "oma Rita woont nu bij mama"


def stand(family: Family, key: str, side: str | None) -> None:
    where = wall(family, side) if side else None
    put(family.door("lotte"), Toward(member=family.member(key)), where, act=uuid7())


def say(family: Family, towards: str, topic: Topic, word: Word = Word.YES) -> Say:
    new = Answering(towards=family.member(towards), word=word, topic=topic)
    return answer(family.door("noor", Section.ANSWERS), new, once=uuid7())


def of_rita(family: Family) -> None:
    """Lotte writes about oma Rita in the file, and what Noor said of her."""
    about = {"about_0": str(family.member("rita")), "topic_0": "family"}
    write(family, "lotte", RITA, klass_0="file", **about)
    write(family, "lotte", "Ik wil bij oma slapen.", klass_0="own_words", **about)


@pytest.fixture
def papa(family: Family) -> Family:
    """Tarik is papa, stands on his side, and Noor says yes to him about her family."""
    point(family, "tarik", "papa", by="lotte")
    say(family, "papa", Topic.FAMILY)
    say(family, "papa", Topic.CIRCLE)
    return family


@pytest.mark.parametrize("moves", ["before", "after"])
def test_what_is_written_about_rita_is_of_her_side_whenever_it_was_written(papa: Family, moves: str) -> None:
    if moves == "after":
        of_rita(papa)
        assert "bij oma slapen" in page(papa, "tarik"), "she stands on no side yet"
    stand(papa, "rita", "mama")
    if moves == "before":
        of_rita(papa)
    assert RITA not in page(papa, "tarik")
    assert "bij oma slapen" not in page(papa, "tarik")
    for who in ("noor", "lotte"):
        assert RITA in page(papa, who), who
        assert "bij oma slapen" in page(papa, who)


def test_how_it_was_before_and_what_is_kept_apart_go_along(papa: Family) -> None:
    of_rita(papa)
    lotte = papa.door("lotte", Section.JOURNAL)
    text = row(papa, RITA)
    notes.change(lotte, text, notes.Changed(words="Zij woont elders.", version=1), act=uuid7())
    notes.write_apart(papa.door("lotte", Section.APART), "Er loopt iets.", papa.member("rita"), act=uuid7())
    stand(papa, "rita", "mama")
    about = set(Item.objects.filter(about=papa.member("rita")).values_list("pk", flat=True))
    also = set(Item.objects.filter(about__in=about).values_list("pk", flat=True))
    assert also, "the text as it was"
    walls = set(Item.objects.filter(pk__in=[*about, *also]).values_list("section", "wall"))
    assert (Section.APART.value, wall(papa, "mama")) in walls
    assert {one for _, one in walls} == {wall(papa, "mama")}


def test_it_goes_along_to_the_other_side_and_to_none_but_what_a_side_wrote_stays(papa: Family) -> None:
    of_rita(papa)
    stand(papa, "rita", "mama")
    text = row(papa, RITA)
    of_ann = Item.objects.create(
        dossier_id=papa.noor.dossier,
        section=Section.JOURNAL.value,
        klass=Klass.FILE.value,
        author_id=papa.person("ann"),
        about_id=papa.member("rita"),
        wall_id=wall(papa, "mama"),
        made_at=clock.now(),
    )
    stand(papa, "rita", "papa")
    assert Item.objects.get(pk=text.pk).wall_id == wall(papa, "papa")
    assert Item.objects.get(pk=of_ann.pk).wall_id == wall(papa, "mama")
    stand(papa, "rita", None)
    assert Item.objects.get(pk=text.pk).wall_id is None
    assert Item.objects.get(pk=of_ann.pk).wall_id == wall(papa, "mama")


def test_what_the_demo_wrote_about_mama_is_of_her_side(papa: Family) -> None:
    say(papa, "papa", Topic.MOTHER)
    say(papa, "papa", Topic.SCHOOL)
    text = row(papa, "Mama werkt sinds deze maand")
    assert text.item.wall_id == wall(papa, "mama")
    assert not list(papa.door("tarik", Section.JOURNAL).within(Passage.objects.filter(pk=text.pk)))
    assert list(papa.door("noor", Section.JOURNAL).within(Passage.objects.filter(pk=text.pk)))


def test_what_was_there_before_this_goes_behind_its_wall_by_the_migration(papa: Family) -> None:
    of_rita(papa)
    stand(papa, "rita", "mama")
    text, other = row(papa, RITA), row(papa, "Op school gaat het beter")
    edition = Item.objects.create(
        dossier_id=papa.noor.dossier,
        section=Section.JOURNAL.value,
        klass=Klass.FILE.value,
        author_id=papa.person("lotte"),
        about_id=text.pk,
        made_at=clock.now(),
    )
    Item.objects.filter(pk=text.pk).update(wall=None)
    moved = importlib.import_module("kring.access.migrations.0014_behind_the_wall_of_whom_it_is_about")
    moved.behind_its_wall(apps, connection.schema_editor())
    assert {one.wall_id for one in Item.objects.filter(pk__in=[text.pk, edition.pk])} == {wall(papa, "mama")}
    assert Item.objects.get(pk=other.pk).wall_id is None


def yes_topics(family: Family, who: str) -> set[Topic]:
    return set(family.door(who, Section.SAID).answers.yes_topics)


def asked_again(family: Family, key: str) -> bool:
    """Noor reads on the list that she is asked something, and on the page of that person what."""
    there = "Jij wordt nog iets gevraagd." in page(family, "noor", "portals:known")
    what = page(family, "noor", "portals:about", member=family.member(key))
    assert there is ("Dat ja wacht." in what)
    return there


def test_a_move_to_the_other_side_asks_noor_again(papa: Family) -> None:
    say(papa, "papa", Topic.SCHOOL, Word.NO)
    say(papa, "wilma", Topic.FRIENDS)
    of_rita(papa)
    stand(papa, "rita", "mama")
    stand(papa, "papa", "mama")
    assert Involvement.objects.get(person=papa.person("tarik"), dossier=papa.noor.dossier).wall_id == wall(papa, "mama")
    assert yes_topics(papa, "tarik") == set()
    assert papa.door("tarik", Section.SAID).answers.no_topics == {"school"}, "what closes, closes"
    assert yes_topics(papa, "wilma") == {Topic.FRIENDS}, "nobody else moved"
    assert "Jij zei hier ja. Er veranderde iets. Nu wacht dat ja." in page(papa, "noor", "portals:child")
    assert asked_again(papa, "papa")
    says_it_again(papa, "papa")
    assert yes_topics(papa, "tarik") == {Topic.FAMILY, Topic.CIRCLE}
    assert RITA in page(papa, "tarik")
    assert not asked_again(papa, "papa")


@pytest.mark.parametrize("where", ["papa", None])
def test_who_stays_or_comes_to_stand_on_none_opens_nothing_and_nobody_is_asked(papa: Family, where: str | None) -> None:
    stand(papa, "papa", where)
    assert yes_topics(papa, "tarik") == {Topic.FAMILY, Topic.CIRCLE}
    assert not asked_again(papa, "papa")


def test_who_comes_in_and_was_not_pointed_out_moves_without_a_yes(family: Family) -> None:
    """Nobody said who Ann is in the circle: there is no yes towards her to wait."""
    say(family, "mama", Topic.FAMILY)
    put(family.door("lotte"), Toward(person=family.person("ann")), wall(family, "papa"), act=uuid7())
    assert not Say.objects.filter(waits=True).exists()
    assert not SamePerson.objects.filter(person=family.person("ann")).exists()


@pytest.mark.parametrize("by", ["member", "person"])
def test_lifting_a_restriction_opens_nothing_until_noor_says_it_again(papa: Family, by: str) -> None:
    whom = Toward(member=papa.member("papa")) if by == "member" else Toward(person=papa.person("tarik"))
    lotte = papa.door("lotte", Section.RIGHTS)
    (running,) = restrict(lotte, [whom], from_on=clock.today(), until_on=None, once=uuid7())
    assert not asked_again(papa, "papa"), "while it holds there is nothing to say yes to"
    lift(lotte, running, once=uuid7())
    assert yes_topics(papa, "tarik") == set()
    assert asked_again(papa, "papa")
    says_it_again(papa, "papa")
    assert yes_topics(papa, "tarik") == {Topic.FAMILY, Topic.CIRCLE}


def test_nobody_around_papa_confirms_it_for_noor(papa: Family) -> None:
    stand(papa, "papa", "mama")
    said = Say.objects.filter(waits=True).first()
    assert said is not None
    for who in ("tarik", "ann", "wilma", "bram"):
        where = papa.url("portals:confirm_answer", say=said.pk)
        assert papa.browser(who).post(where, {"once": papa.once()}).status_code == 404, who
    assert yes_topics(papa, "tarik") == set()
