"""Who may read one thing, who can be chosen for it, and what pages count of what somebody knows."""

from datetime import timedelta
from html import unescape

import pytest

from kring.access.acts.answering import Answering, MayNotAnswer, WhyNot, answer
from kring.access.models import Item, Restriction, SamePerson, Say, Word
from kring.access.preview import along
from kring.access.readers import others
from kring.circle.models import Placement
from kring.dossier.models import Dossier
from kring.journal.models import Passage
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Section, Topic, Verb
from kring.portals.answers import number
from tests.family import Family
from tests.rooms.journal import row, write
from tests.rooms.knocking import yes

NOBODY = "Dit is zo geregeld dat geen ja er iets aan verandert."


def thing(family: Family, words: str, *, seen_by: str) -> str:
    there = row(family, words, seen_by=seen_by).pk
    return unescape(family.page("portals:thing", seen_by=seen_by, item=there))


def known(family: Family, seen_by: str) -> str:
    return unescape(family.page("portals:known", seen_by=seen_by))


def say_yes(family: Family, **about: object) -> Say:
    new = Answering(towards=family.member("karim"), word=Word.YES, **about)  # type: ignore[arg-type]
    return answer(family.door("noor", Section.ANSWERS), new, once=uuid7())


def notes_of(family: Family, who: str) -> list[Passage]:
    return list(family.door(who, Section.JOURNAL).within(Passage.objects.all()))


def test_only_whom_a_yes_opens_it_to_can_be_chosen(family: Family) -> None:
    told = thing(family, "Op school gaat het beter", seen_by="noor")
    assert "Dit lezen nu: <b>jij, Lotte</b> en wie jij later kiest." in told
    for who in ("karim", "wilma", "rita"):
        assert str(family.member(who)) in told
    assert family.url("portals:who_is", other=family.person("ann")) in told, "a parent nobody pointed out yet"
    assert str(family.person("nadia")) not in told


def test_about_what_no_yes_opens_nobody_is_offered(family: Family) -> None:
    told = thing(family, "Mama werkt", seen_by="lotte")
    assert NOBODY in told
    assert "Voor wie wil je dit kiezen?" not in told
    assert "en wie Noor kiest" not in told
    assert NOBODY not in thing(family, "Op school gaat het beter", seen_by="lotte")


def test_whom_she_said_no_to_about_the_subject_is_not_offered(family: Family) -> None:
    Say.objects.filter(pk=yes(family, "karim").pk).update(answer="no")
    told = thing(family, "Op school gaat het beter", seen_by="noor")
    assert str(family.member("karim")) not in told
    assert str(family.member("wilma")) in told


def test_a_parent_can_be_chosen_for_one_thing_of_the_file_and_who_stands_beside_her_not(family: Family) -> None:
    """From twelve on a parent reads the file by the yes of the youth; to Karim no yes opens it (brief 1.6)."""
    told = thing(family, "We bekeken samen twee scholen", seen_by="noor")
    assert family.url("portals:who_is", other=family.person("ann")) in told
    assert str(family.member("karim")) not in told
    SamePerson.objects.create(item_id=family.member("mama"), person_id=family.person("ann"), confirmed_at=clock.now())
    file, own = "We bekeken samen twee scholen", "Op school gaat het beter"
    for who, opens in (("mama", {file, own}), ("karim", {own})):
        where = family.url("portals:question", member=family.member(who), topic=number(Topic.SCHOOL))
        asked = unescape(family.browser("noor").get(where).content.decode())
        assert {one for one in (file, own) if one in asked} == opens
    said = Answering(towards=family.member("mama"), word=Word.YES, item=row(family, file).pk)
    answer(family.door("noor", Section.ANSWERS), said, once=uuid7())
    assert [one.words for one in notes_of(family, "ann") if file in one.words]


def test_a_no_to_the_text_itself_can_still_be_changed(family: Family) -> None:
    item = row(family, "Op school gaat het beter")
    answer(
        family.door("noor", Section.ANSWERS),
        Answering(towards=family.member("karim"), word=Word.NO, item=item.pk),
        once=uuid7(),
    )
    assert str(family.member("karim")) in thing(family, "Op school gaat het beter", seen_by="noor")


def test_a_count_tells_nothing_of_what_one_may_not_read(family: Family) -> None:
    write(family, "noor", "zondag is zwaar", held_close="on", knowing=[str(family.member("wilma"))])
    assert "1 ding apart" in known(family, "noor")
    assert "ding apart" not in known(family, "lotte")
    say_yes(family, item=row(family, "Op school gaat het beter").pk)
    assert "1 ding apart" in known(family, "lotte")


def test_the_page_speaks_to_who_looks(family: Family) -> None:
    assert "Jij zei nog nergens ja." in known(family, "noor")
    assert "Noor zei nog nergens ja." in known(family, "lotte")
    assert "jij ja zegt" not in known(family, "lotte")


def test_a_home_names_no_subject_that_is_shut(family: Family) -> None:
    yes(family, "karim")
    home = {"seen_by": "karim"}
    assert "school" in family.page("portals:home", **home)
    there = Restriction.objects.create(
        dossier_id=family.noor.dossier,
        member_id=family.member("karim"),
        from_on=clock.today(),
        recorded_by_id=family.person("lotte"),
        recorded_at=clock.now(),
    )
    assert "school" not in family.page("portals:home", **home)
    there.delete()
    Dossier.objects.filter(pk=family.noor.dossier).update(closed_on=clock.today())
    along = family.url("portals:along", other=family.person("karim"))
    assert "school" not in family.browser("noor").get(along).content.decode()


CIRCLE = ("portals:child", "circle:page", "circle:list", "circle:changes", "circle:take")


@pytest.mark.parametrize("page", CIRCLE)
def test_a_yes_about_something_else_makes_no_page_of_empty_frames(family: Family, page: str) -> None:
    yes(family, "karim")
    nothing = family.browser("an").get(family.url(page))
    answer = family.browser("karim").get(family.url(page))
    assert (answer.status_code, answer.content) == (404, nothing.content)
    assert "Bekijk de kring" not in family.page("portals:home", seen_by="karim")
    say_yes(family, item=family.door("noor").within(Placement.objects.filter(until_at=None)).first().pk)
    assert family.browser("karim").get(family.url(page)).status_code == 200
    assert "Bekijk de kring" in family.page("portals:home", seen_by="karim")


@pytest.mark.parametrize("days", [None, 30])
def test_a_yes_for_a_week_says_so_when_the_subject_stays_open(family: Family, days: int | None) -> None:
    item = row(family, "Op school gaat het beter").pk
    week = clock.today() + timedelta(days=7)
    said = say_yes(family, topic=Topic.SCHOOL, until_on=days and clock.today() + timedelta(days=days))
    with pytest.raises(MayNotAnswer) as refusal:
        say_yes(family, item=item, until_on=week)
    assert refusal.value.why is WhyNot.TOPIC_LASTS
    assert say_yes(family, item=item).pk, "a yes without a last day promises nothing"
    Say.objects.filter(pk=said.pk).update(until_on=week)
    assert say_yes(family, item=item, until_on=week).pk


@pytest.mark.parametrize("who", ["karim", "ann"])
def test_looking_along_shows_neither_what_is_hers_alone_nor_what_was_written_in_confidence(
    family: Family, who: str
) -> None:
    """The rows of a list and one in hand: only what both may read (R20)."""
    write(family, "noor", "Over de klas", topic_0="school")
    write(family, "noor", "Over papa", topic_0="father")
    write(family, "ann", "Ik ben zelf bang", klass_0="confidence")
    new = Answering(towards=family.member({"ann": "mama"}.get(who, who)), word=Word.YES, topic=Topic.SCHOOL)
    SamePerson.objects.get_or_create(
        item_id=new.towards, person_id=family.person(who), defaults={"confirmed_at": clock.now()}
    )
    answer(family.door("noor", Section.ANSWERS), new, once=uuid7())
    door = family.door("noor", Section.JOURNAL)
    looking = along(door, next(one for one in others(door) if one.person == family.person(who)))
    seen = list(looking.within(Passage.objects.all()))
    assert "Over de klas" in {one.words for one in seen}
    assert not {"Over papa", "Ik ben zelf bang"} & {one.words for one in seen}
    assert all(looking.may(one, Verb.READ) and not looking.may(one, Verb.CHANGE) for one in seen)
    for words, by in (("Over papa", "noor"), ("Ik ben zelf bang", "ann")):
        assert not looking.may(row(family, words, seen_by=by), Verb.READ)


def test_what_is_in_the_circle_is_counted_too(family: Family) -> None:
    placed = family.door("noor").within(Placement.objects.filter(until_at=None)).first()
    say_yes(family, item=placed.pk)
    assert "1 ding apart" in known(family, "lotte")
    texts = family.door("lotte", Section.JOURNAL).within(Passage.objects.filter(item__klass=Klass.OWN_WORDS.value))
    assert placed.pk not in {one.pk for one in texts}


def finds(family: Family, who: str, *, seen_by: str) -> list[str]:
    """The cards of the page that looks along: what is there by a yes, then the others."""
    page = family.page("portals:along", seen_by=seen_by, other=family.person(who))
    return unescape(page).split('<section class="card')[1:]


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_what_wilma_wrote_herself_is_told_apart_from_what_is_shared(family: Family, by: str) -> None:
    by_yes, hers, *_ = finds(family, "wilma", seen_by=by)
    assert "Nog niets met een ja." in by_yes
    assert "samen gekookt" not in by_yes
    assert "Door Wilma zelf geschreven" in hers
    assert "samen gekookt" in hers


def test_one_thing_that_noor_shares_is_no_nothing(family: Family) -> None:
    assert "Nog niets." in family.page("portals:home", seen_by="karim")
    assert [len(finds(family, "karim", seen_by="noor")), notes_of(family, "karim")] == [1, []]
    say_yes(family, item=row(family, "Op school gaat het beter", seen_by="noor").pk)
    assert "Noor wil dat jij iets kan lezen." in family.page("portals:home", seen_by="karim")
    (by_yes,) = finds(family, "karim", seen_by="noor")
    assert "Op school gaat het beter" in by_yes
    assert "Nog niets" not in by_yes


def asked_about(family: Family, who: str) -> str:
    return unescape(
        family.page("portals:question", seen_by="noor", member=family.member(who), topic=number(Topic.SCHOOL))
    )


def test_what_she_reads_anyway_is_not_counted_as_what_a_yes_opens(family: Family) -> None:
    """Wilma reads what she wrote herself: a yes opens the text of Noor, and no other."""
    write(family, "noor", "Over de klas", topic_0="school")
    hers = row(family, "samen gekookt", seen_by="lotte")
    Item.objects.filter(pk=hers.pk).update(topic=Topic.SCHOOL.value)
    asked = asked_about(family, "wilma")
    assert "Over de klas" in asked
    assert "samen gekookt" not in asked
    answer(
        family.door("noor", Section.ANSWERS),
        Answering(towards=family.member("wilma"), word=Word.YES, topic=Topic.SCHOOL),
        once=uuid7(),
    )
    again = asked_about(family, "wilma")
    assert "Over de klas" in again, "it stays what her yes opens"
    assert "samen gekookt" not in again


def test_towards_her_worker_the_question_is_about_all_that_a_no_would_close(family: Family) -> None:
    write(family, "noor", "Over de klas", topic_0="school")
    SamePerson.objects.create(
        item_id=family.member("lotte_member"), person_id=family.person("lotte"), confirmed_at=clock.now()
    )
    assert "Over de klas" in asked_about(family, "lotte_member")


@pytest.mark.parametrize(("who", "beside"), [("wilma", True), ("mama", False)])
def test_without_a_yes_the_page_does_not_say_that_nothing_is_shared(family: Family, who: str, beside: bool) -> None:
    """What Noor and Wilma agree on together Wilma reads without a yes."""
    SamePerson.objects.get_or_create(
        item_id=family.member("mama"), defaults={"person_id": family.person("ann"), "confirmed_at": clock.now()}
    )
    page = unescape(family.page("portals:about", seen_by="noor", member=family.member(who)))
    assert "Jij zei nog nergens ja tegen" in page
    assert "Je deelde nog niets" not in page
    assert ("Afspraken die jullie samen maken, leest" in page) is beside
