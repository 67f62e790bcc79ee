"""Wilma stops: Lotte writes it down, a person tells Noor, they say goodbye, and somebody looks twice after that."""

from datetime import timedelta

import pytest
from django.http import HttpResponse

from kring.access.acts import answering
from kring.access.asking import everything
from kring.access.desk import desk_of
from kring.access.models import Item, Word
from kring.audit.events import Event
from kring.endings.models import AfterLook, Farewell, Leaving, StillAsked
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Section, Topic
from kring.law.meaning import Expressed, Meaning
from kring.rights.acts import wishes
from kring.rights.models import Wish
from tests import answered
from tests.family import Family
from tests.own_word import is_so

OTHERS = ["ann", "tarik", "wilma", "karim", "rita", "bram", "hilde", "mo", "saar", "an", "nadia"]
HOW = "Aan de keukentafel, zonder haast."


def send(family: Family, page: str, who: str = "lotte", *, facts: dict[str, str], **parts: object) -> HttpResponse:
    return family.browser(who).post(family.url(page, **parts), {"once": family.once(), **facts})


def heard(family: Family, who: str = "lotte", **facts: str) -> HttpResponse:
    told = {"member": str(family.member("wilma")), "why": "stops", "teller": "Lotte", "how": HOW, "tells_on": ""}
    return send(family, "endings:leave", who, facts=told | facts)


def leaving(family: Family) -> Leaving:
    row: Leaving = family.door("lotte", Section.RIGHTS).within(Leaving.objects.order_by("-pk"))[0]
    return row


def told(family: Family, who: str = "lotte", **facts: str) -> HttpResponse:
    said = {
        "on": clock.today().isoformat(),
        "by": "Lotte",
        "reaction": "Ik wil <b>nog één</b> keer koken.",
        "goodbye": "",
        "steps_in": "oma Rita",
    }
    is_so(family)
    return send(family, "endings:tell", who, facts=said | facts, leaving=leaving(family).pk)


def jim(family: Family) -> None:
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("lotte", Section.RIGHTS), family.member("wilma"), said, act=uuid7())


def test_before_noor_was_told_no_page_of_hers_shows_it(family: Family) -> None:
    assert heard(family).status_code == 302
    assert HOW in family.page("endings:endings", seen_by="lotte")
    for page in ("endings:endings", "rights:beside", "portals:ahead", "portals:known", "portals:child"):
        seen = family.page(page, seen_by="noor")
        assert HOW not in seen
        assert "stopt ermee" not in seen
        assert "Nu stopt er niemand" not in seen  # nor the contrary: a page says nothing of it
    assert Event.LEAVING_HEARD.is_kept_from_the_child
    assert family.log(Event.LEAVING_HEARD) == 1


def test_who_will_stop_is_not_called_somebody_who_stays(family: Family) -> None:
    jim(family)
    gone = "Er staat niemand naast Noor die blijft."
    assert gone in family.page("endings:hand_over", seen_by="lotte")
    assert "Daar staat nog geen ja bij." in family.page("endings:hand_over", seen_by="lotte")
    answered.said(family, "wilma", Meaning.JIM)
    assert "Daar staat nog geen ja bij." not in family.page("endings:hand_over", seen_by="lotte")
    assert gone not in family.page("endings:hand_over", seen_by="lotte")
    heard(family)
    assert gone in family.page("endings:hand_over", seen_by="lotte")


def test_told_by_a_person_it_stands_on_her_page_in_her_own_words(family: Family) -> None:
    heard(family)
    assert told(family).status_code == 302
    for who in ("noor", "lotte"):
        seen = family.page("endings:endings", seen_by=who)
        assert "Ik wil &lt;b&gt;nog één&lt;/b&gt; keer koken." in seen
        assert "oma Rita" in seen
    assert "Hoe gaat het nu met Noor?" not in family.page("endings:endings", seen_by="noor")


def test_after_two_and_six_weeks_somebody_looks(family: Family) -> None:
    heard(family)
    day = clock.today() - timedelta(weeks=2)
    told(family, on=day.isoformat())
    looks = list(family.door("lotte", Section.RIGHTS).within(AfterLook.objects.order_by("due_on")))
    assert [one.due_on for one in looks] == [clock.today(), day + timedelta(weeks=6)]
    assert desk_of(family.actor("lotte")).after[family.noor.dossier] == clock.today()
    assert "Na een afscheid: kijk hoe het gaat met Noor" in family.browser("lotte").get("/today/").content.decode()
    assert send(family, "endings:look", facts={"words": "Ze lacht weer."}, look=looks[0].pk).status_code == 302
    assert "Ze lacht weer." in family.page("endings:endings", seen_by="lotte")
    assert send(family, "endings:look", facts={"words": "Nog eens."}, look=looks[0].pk).status_code == 404
    assert Item.objects.get(pk=looks[0].pk).look_on is None


def test_an_empty_look_is_said(family: Family) -> None:
    heard(family)
    told(family, on=(clock.today() - timedelta(weeks=2)).isoformat())
    look = family.door("lotte", Section.RIGHTS).within(AfterLook.objects.order_by("due_on"))[0]
    for empty in ("", "   "):
        assert "Dit is nog leeg." in send(family, "endings:look", facts={"words": empty}, look=look.pk).content.decode()
    assert send(family, "endings:look", facts={"words": " ", "nothing": "on"}, look=look.pk).status_code == 302
    assert "Wou nu niets zeggen." in family.page("endings:endings", seen_by="lotte")


def test_the_second_look_is_not_on_the_day_of_the_first_and_who_reads_it_stands_there(family: Family) -> None:
    """R20, A140: it is asked twice with weeks between, also where both wait."""
    heard(family)
    told(family, on=clock.today().isoformat())
    looks = list(family.door("lotte", Section.RIGHTS).within(AfterLook.objects.order_by("due_on")))
    with everything():
        AfterLook.objects.all().opened().update(due_on=clock.today() - timedelta(days=70))
    assert "Noor leest het niet op de eigen bladzijden." in family.page("endings:endings", seen_by="lotte")
    assert send(family, "endings:look", facts={"words": "Ze weent veel."}, look=looks[0].pk).status_code == 302
    page = family.page("endings:endings", seen_by="lotte")
    assert "Op een andere dag vraagt Kring het nog één keer." in page
    assert family.url("endings:look", look=looks[1].pk) not in page
    assert send(family, "endings:look", facts={"words": "Nog altijd."}, look=looks[1].pk).status_code == 404
    with everything():
        AfterLook.objects.all().opened().filter(pk=looks[0].pk).update(looked_on=clock.today() - timedelta(days=1))
    assert send(family, "endings:look", facts={"words": "Nog altijd."}, look=looks[1].pk).status_code == 302


@pytest.mark.parametrize("who", OTHERS)
def test_to_others_there_is_nothing_here(family: Family, who: str) -> None:
    heard(family)
    for page in ("endings:endings", "endings:due", "endings:leave", "endings:hand_over"):
        assert family.browser(who).get(family.url(page)).status_code == 404
    assert heard(family, who).status_code == 404
    assert told(family, who).status_code == 404


def test_noor_writes_nothing_of_what_she_does_not_know(family: Family) -> None:
    heard(family)
    assert family.browser("noor").get(family.url("endings:leave")).status_code == 404
    assert told(family, "noor").status_code == 404


@pytest.mark.parametrize("day", ["2099-01-01", "gisteren"])
def test_what_cannot_be_is_said_and_stays(family: Family, day: str) -> None:
    heard(family)
    answer = told(family, on=day).content.decode()
    assert "keer koken." in answer
    assert family.log(Event.FAREWELL_BEGAN) == 0


def still(family: Family, who: str = "noor", **facts: str) -> HttpResponse:
    said = {"answer": "yes", "words": "Wilma is top."} | facts
    return send(family, "endings:still", who, facts=said, wish=wish(family))


def wish(family: Family) -> object:
    """The wish that names Wilma; an id that nobody has, when there is none."""
    row = family.door("lotte", Section.RIGHTS).within(Wish.objects.in_force()).first()
    return row.pk if row else uuid7()


def test_half_a_year_after_she_was_named_it_is_asked_again(family: Family) -> None:
    jim(family)
    key = wish(family)
    first = Item.objects.get(pk=key).look_on
    Item.objects.filter(pk=key).update(look_on=clock.today())
    assert "nog altijd de juiste JIM" in family.page("endings:due", seen_by="lotte")
    assert still(family, "lotte").status_code == 302
    assert Item.objects.get(pk=key).look_on == first
    assert "Niets om opnieuw te bekijken" in family.page("endings:due", seen_by="lotte")


def test_a_no_ends_nothing_and_says_how(family: Family) -> None:
    jim(family)
    answer = family.browser("noor").post(
        family.url("endings:still", wish=wish(family)),
        {"once": family.once(), "answer": "no", "words": ""},
        follow=True,
    )
    assert "in één stap" in answer.content.decode()
    door = family.door("noor", Section.RIGHTS)
    assert door.within(Wish.objects.in_force()).exists()
    assert door.within(StillAsked.objects.all()).count() == 1


def test_each_is_asked_in_words_of_its_own(family: Family) -> None:
    jim(family)
    wish = family.door("lotte", Section.RIGHTS).within(Wish.objects.in_force())[0].pk
    for who, label in (("noor", "Wat zeg jij?"), ("lotte", "Wat zegt het kind?")):
        assert label in family.page("endings:still", seen_by=who, wish=wish)


def test_of_who_was_not_named_there_is_nothing_to_ask(family: Family) -> None:
    assert still(family).status_code == 404


def test_what_lotte_sees_afterwards_is_hers_and_only_what_noor_said_is_noors(family: Family) -> None:
    heard(family)
    told(family)
    door = family.door("lotte", Section.RIGHTS)
    assert {row.item.klass for row in door.within(AfterLook.objects.all())} == {Klass.FILE.value}
    assert {row.item.klass for row in door.within(Farewell.objects.all())} == {Klass.OWN_WORDS.value}


def test_who_reads_her_answer_stands_there_also_when_it_is_wilma(family: Family) -> None:
    """R20: no page promises who does not read it; Noor may have shared what she says of who stands beside her."""
    jim(family)
    key = wish(family)
    before = family.page("endings:still", seen_by="noor", wish=key)
    assert "leest dit niet" not in before
    assert "Wilma" not in readers(before)
    new = answering.Answering(towards=family.member("wilma"), word=Word.YES, topic=Topic.BESIDE_ME)
    answering.answer(family.door("noor", Section.ANSWERS), new, once=uuid7())
    assert "Wilma" in readers(family.page("endings:still", seen_by="noor", wish=key))


def readers(page: str) -> str:
    return page.partition('class="readers"')[2].partition("</p>")[0]
