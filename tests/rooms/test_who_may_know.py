"""Wie mag wat weten: Noor says yes, no or ask me first; it holds at the next request, and two taps take it back."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.access.acts import answering
from kring.access.acts.answering import Answering
from kring.access.models import Restriction, Say, Word
from kring.audit.events import Event
from kring.circle.models import Placement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.people.models import Message
from kring.portals.answers import number
from kring.rights.models import Wish
from tests.family import Family
from tests.rooms.pointing import confirm


def ask(family: Family, who: str, word: str, *, about: str = "circle", by: str = "noor", **more: Any) -> HttpResponse:
    """Answer on the page itself."""
    where = family.url("portals:question", member=family.member(who), topic=number(Topic(about)))
    sent = {"word": word, "until": "stop", "once": family.once()} | more
    return family.browser(by).post(where, sent)


def sees_the_circle(family: Family, who: str) -> bool:
    return bool(family.browser(who).get(family.url("portals:child")).status_code == 200)


def last(family: Family, who: str) -> Say:
    return Say.objects.filter(towards=family.member(who)).order_by("-said_at").first() or pytest.fail("nothing said")


def test_a_yes_opens_and_two_taps_close_it(family: Family) -> None:
    assert not sees_the_circle(family, "karim")
    assert ask(family, "karim", "yes").status_code == 302
    assert sees_the_circle(family, "karim")
    page = family.page("portals:about", seen_by="noor", member=family.member("karim"))
    stop = family.url("portals:stop_answer", say=last(family, "karim").pk)
    assert f'href="{stop}"' in page
    family.browser("noor").post(stop, {"once": family.once()})
    assert not sees_the_circle(family, "karim")
    assert family.log(Event.ANSWER_GIVEN) == family.log(Event.ANSWER_WITHDRAWN) == 1


def test_a_yes_about_school_says_nothing_about_her_father(family: Family) -> None:
    ask(family, "karim", "yes", about="school")
    ask(family, "karim", "no", about="father")
    answers = family.door("karim", Section.SAID).answers
    assert (answers.yes_topics, answers.no_topics) == ({Topic.SCHOOL}, {Topic.FATHER})
    home = family.page("portals:home", seen_by="karim")
    assert "school" in home
    assert "vader" not in home


@pytest.mark.parametrize("word", ["no", "ask"])
def test_another_answer_takes_the_place_of_a_yes(family: Family, word: str) -> None:
    ask(family, "karim", "yes")
    ask(family, "karim", word)
    assert not sees_the_circle(family, "karim")
    assert Say.objects.filter(towards=family.member("karim"), withdrawn_at=None).count() == 1


def test_a_no_closes_what_is_open_for_a_worker_but_what_she_wrote_herself(family: Family) -> None:
    """Noor says who of her circle Lotte is, from the page of who may know what, and then no."""
    where = family.url("portals:who_is", other=family.person("lotte"))
    assert where in family.page("portals:known", seen_by="noor")
    chosen = {"member": str(family.member("lotte_member")), "once": family.once()}
    assert family.browser("noor").post(where, chosen).status_code == 302
    about = family.page("portals:about", seen_by="noor", member=family.member("lotte_member"))
    assert "Lotte werkt met jullie en leest wat daarbij hoort." in about
    assert "Jij zei nog nergens ja" not in about
    ask(family, "lotte_member", "no")
    left = family.door("lotte").within(Placement.objects.all())
    assert {row.item.author_id for row in left} <= {family.person("lotte")}


def test_the_rest_closes_the_list_as_one_knows_only_then_what_that_is(family: Family) -> None:
    page = family.page("portals:about", seen_by="noor", member=family.member("karim"))
    asked = [family.url("portals:question", member=family.member("karim"), topic=number(one)) for one in Topic]
    places = {where: page.index(f'href="{where}"') for where in asked if f'href="{where}"' in page}
    assert len(places) > 2
    assert max(places, key=lambda where: places[where]) == asked[number(Topic.GENERAL)]


def test_until_a_day_and_not_a_day_more(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(family, "karim", "yes", until="week")
    now = clock.now()
    for days, opens in ((7, True), (8, False), (-30, False)):
        monkeypatch.setattr(clock, "now", lambda days=days: now + timedelta(days=days))
        assert bool(family.door("karim", Section.SAID).answers.yes_topics) is opens, days


def test_a_day_that_has_been_is_said_on_the_form(family: Family) -> None:
    yesterday = (clock.today() - timedelta(days=1)).isoformat()
    answer = ask(family, "karim", "yes", until="day", day=yesterday)
    assert "Die dag is al voorbij" in answer.content.decode()
    assert not Say.objects.filter(towards=family.member("karim")).exists()
    assert family.log(Event.ANSWER_REFUSED) == 1


def test_without_an_answer_nothing_is_kept(family: Family) -> None:
    assert "Kies één van de drie" in ask(family, "karim", "").content.decode()
    assert not Say.objects.exists()


def test_sending_twice_is_saying_once(family: Family) -> None:
    once = family.once()
    for _ in range(2):
        ask(family, "karim", "yes", once=once)
    assert Say.objects.count() == 1


def test_not_for_herself_and_not_while_contact_is_restricted(family: Family) -> None:
    new = Answering(towards=family.member("karim"), word=Word.YES, topic=Topic.SCHOOL)
    Restriction.objects.create(
        dossier_id=family.noor.dossier,
        member_id=family.member("karim"),
        from_on=clock.today(),
        until_on=clock.today() - timedelta(days=1),
        recorded_by_id=family.person("lotte"),
        recorded_at=clock.now(),
    )
    with pytest.raises(answering.MayNotAnswer) as refusal:
        answering.answer(family.door("noor", Section.ANSWERS), new, once=uuid7())
    assert refusal.value.why is answering.WhyNot.RESTRICTED
    told = ask(family, "karim", "yes").content.decode()
    assert ("contact beperkt" in told, "Dit kan nu niet." in told) == (False, True), "nobody told her yet (R15)"
    Restriction.objects.update(told_by="Lotte", told_on=clock.today())
    assert "contact beperkt" in ask(family, "karim", "yes").content.decode()
    assert ask(family, "karim", "no").status_code == 302, "a no is always possible"


def test_access_to_the_file_is_asked_of_who_serves_and_of_nobody_else(family: Family) -> None:
    assert "echt je vertrouwenspersoon" in ask(family, "rita", "yes", about="the_file").content.decode()


@pytest.mark.parametrize("what", ["member", "topic"])
def test_what_is_not_there_is_not_there(family: Family, what: str) -> None:
    parts = {"member": family.member("karim"), "topic": number(Topic.SCHOOL)}
    strange: dict[str, object] = {"member": uuid7(), "topic": 99}
    where = family.url("portals:question", **(parts | {what: strange[what]}))
    assert family.browser("noor").get(where).status_code == 404
    assert family.browser("noor").post(where, {"word": "yes", "once": family.once()}).status_code == 404


@pytest.mark.parametrize("who", ["karim", "wilma", "ann", "tarik", "bram", "greet", "an", "mo"])
def test_nobody_answers_in_her_place(family: Family, who: str) -> None:
    assert ask(family, "karim", "yes", by=who).status_code == 404
    assert not Say.objects.exists()


def test_a_worker_writes_down_what_she_said_and_how(family: Family) -> None:
    assert "Hoe zei Noor dat?" in ask(family, "karim", "yes", by="lotte").content.decode()
    ask(family, "karim", "yes", by="lotte", said="pointed")
    said = last(family, "karim")
    assert (said.given_by_id, said.recorded_by_id) == (family.person("noor"), family.person("lotte"))
    assert "Lotte schreef dit op" in family.page("portals:about", seen_by="noor", member=family.member("karim"))


def test_one_thing_for_one_person_and_who_read_it_already(family: Family) -> None:
    row = family.door("noor").within(Placement.objects.filter(until_at=None)).first()
    where = family.url("portals:question_thing", member=family.member("karim"), item=row.pk)
    family.browser("noor").post(where, {"word": "yes", "until": "stop", "once": family.once()})
    assert [one.pk for one in family.door("karim").within(Placement.objects.all())] == [row.pk]
    assert "Keek in de kring" not in family.page("portals:thing", seen_by="noor", item=row.pk)
    assert sees_the_circle(family, "karim")
    thing = family.page("portals:thing", seen_by="noor", item=row.pk)
    assert "Keek in de kring" in thing
    assert "Karim" in thing.split("Keek in de kring")[1].split("</ul>")[0]
    assert "Of dit er toen bij stond, weet Kring niet." in thing
    about = family.page("portals:about", seen_by="noor", member=family.member("karim"))
    assert "zag, blijft geweten" in about
    assert "Wat zag" not in family.page("portals:about", seen_by="lotte", member=family.member("karim"))


def test_a_text_that_changed_since_is_asked_anew(family: Family) -> None:
    row = family.door("noor").within(Placement.objects.filter(until_at=None)).first()
    new = Answering(towards=family.member("karim"), word=Word.YES, item=row.pk)
    answering.answer(family.door("noor", Section.ANSWERS), new, once=uuid7())
    assert family.door("karim").within(Placement.objects.all()).exists()
    row.item.version += 1
    row.item.save(update_fields=["version"])
    assert not family.door("karim", Section.SAID).answers.yes_items


def test_a_share_tells_the_person_and_a_withdrawal_stops_the_mail(family: Family) -> None:
    ask(family, "karim", "yes")
    message = Message.objects.get(person=family.person("karim"))
    assert message.about == last(family, "karim").pk


def test_looking_along_shows_what_both_may_see_and_no_more(family: Family) -> None:
    along = family.url("portals:along", other=family.person("karim"))
    before = family.browser("noor").get(along).content.decode()
    assert "Nog niets" in before
    ask(family, "karim", "yes")
    after = family.browser("noor").get(along).content.decode()
    assert "Wilma" in after
    assert family.browser("karim").get(along).status_code == 404


def test_why_do_i_see_this(family: Family) -> None:
    row = family.door("noor").within(Placement.objects.filter(until_at=None)).first()
    where = family.url("portals:why", item=row.pk)
    assert "Dit is van jou" in family.browser("noor").get(where).content.decode()
    assert "maakten dit samen" in family.browser("lotte").get(where).content.decode()
    assert family.browser("karim").get(where).status_code == 404
    ask(family, "karim", "yes")
    assert "Het kind beslist" in family.browser("karim").get(where).content.decode()


def test_who_came_in_is_pointed_out_in_the_circle_first(family: Family) -> None:
    where = family.url("portals:who_is", other=family.person("ann"))
    assert where in family.page("portals:known", seen_by="noor")
    family.browser("noor").post(where, {"member": "new", "once": family.once()})
    about = family.browser("noor").get(where)
    assert about.status_code == 302
    member = UUID(about["Location"].rstrip("/").rsplit("/", maxsplit=1)[-1])
    family.browser("noor").post(
        reverse("portals:question", args=[family.noor.dossier, member, number(Topic.SCHOOL)]),
        {"word": "yes", "until": "stop", "once": family.once()},
    )
    assert family.door("ann", Section.SAID).answers.yes_topics == set(), "nobody looked yet"
    confirm(family, member)
    assert family.door("ann", Section.SAID).answers.yes_topics == {Topic.SCHOOL}
    assert family.door("tarik", Section.SAID).answers.yes_topics == set()
    assert not family.door("ann", Section.SAID).within(Wish.objects.all()).exists()
