"""Noor chose Wilma; Lotte writes down what mama and papa say where Noor lets them know, and it decides nothing."""

from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.acts import answering, protecting
from kring.access.models import SamePerson, Word
from kring.access.writing import Filing
from kring.agreements.models import Agreement
from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Section, Topic
from kring.law.loyalty import Stance as Says
from kring.law.meaning import Expressed, Meaning
from kring.loyalty.models import Stance
from kring.rights.acts import wishes
from kring.rights.models import Wish
from tests.family import Family

OTHERS = [
    "ann",
    "tarik",
    "wilma",
    "karim",
    "rita",
    "bram",
    "hilde",
    "mo",
    "saar",
    "an",
    "nadia",
    "greet",
    "dirk",
    "sem",
]


def named(family: Family, who: str = "wilma", meaning: Meaning = Meaning.JIM) -> UUID:
    told = wishes.Said(meaning=meaning, expressed=Expressed.SAID, on=clock.today(), words="zij luistert")
    return wishes.name(family.door("noor", Section.RIGHTS), family.member(who), told, act=uuid7())


def answers(family: Family, word: Word = Word.YES, towards: str = "mama", item: UUID | None = None) -> None:
    topic = None if item else Topic.BESIDE_ME
    new = answering.Answering(towards=family.member(towards), word=word, topic=topic, item=item)
    answering.answer(family.door("noor", Section.ANSWERS), new, once=uuid7())


def send(family: Family, page: str, who: str = "lotte", *, facts: dict[str, str], **parts: object) -> HttpResponse:
    return family.browser(who).post(family.url(page, **parts), {"once": family.once(), **facts})


def says(
    family: Family, wish: UUID, what: str = "against", *, who: str = "lotte", toward: str = "mama"
) -> HttpResponse:
    facts = {"says": what, "words": "Ik <b>ken</b> haar niet.", "on": clock.today().isoformat()}
    return send(family, "loyalty:stance", who, facts=facts, parent=family.member(toward), wish=wish)


def stances(family: Family) -> int:
    found: int = family.door("lotte", Section.PARENTS).within(Stance.objects.all()).count()
    return found


def test_what_mama_says_is_a_row_on_its_day_and_a_new_one_stands_beside_it(family: Family) -> None:
    wish = named(family)
    answers(family)
    assert says(family, wish).status_code == 302
    assert says(family, wish, "hesitates").status_code == 302
    assert stances(family) == 2
    seen = family.page("loyalty:parents", seen_by="lotte")
    assert "mama aarzelt" in seen
    assert "Wat er eerder gezegd werd" in seen
    assert "Ik &lt;b&gt;ken&lt;/b&gt; haar niet." in seen
    assert family.log(Event.STANCE_HEARD) == 2


@pytest.mark.parametrize("word", [None, Word.NO, Word.ASK])
def test_of_a_private_wish_there_is_nothing_to_write_down(family: Family, word: Word | None) -> None:
    wish = named(family)
    if word:
        answers(family, word)
    answer = says(family, wish).content.decode()
    assert "We konden dit nog niet bewaren" in answer
    assert ("vraagt niemand het" if word is None else "valt dus niets op te schrijven") in answer
    seen = family.page("loyalty:stance", seen_by="lotte", parent=family.member("mama"), wish=wish)
    assert "Hier valt niets op te schrijven" in seen
    assert "Ik &lt;b&gt;ken" not in seen
    assert stances(family) == 0
    assert family.log(Event.STANCE_HEARD) == 0


def test_a_no_about_this_wish_goes_before_a_yes_about_all_of_them(family: Family) -> None:
    wish, other = named(family), named(family, "karim")
    answers(family)
    answers(family, Word.NO, item=wish)
    assert says(family, wish).status_code == 200
    assert says(family, other).status_code == 302


def test_a_no_about_the_person_goes_before_a_yes_about_who_stands_beside_noor(family: Family) -> None:
    wish = named(family)
    answers(family)
    answers(family, Word.NO, item=family.member("wilma"))
    assert says(family, wish).status_code == 200
    assert stances(family) == 0


def test_what_is_agreed_with_a_supporter_does_not_tell_that_it_is_the_trust_person(family: Family) -> None:
    supporter = named(family, "karim", Meaning.SUPPORTER)
    with family.door("lotte", Section.AGREEMENTS).writes(Event.AGREEMENT_MADE, once=uuid7()) as write:
        told = {"pact": uuid7(), "number": 1, "meaning": Meaning.SUPPORTER.value, "told": "oral", "reads": "all"}
        filing = Filing(klass=Klass.FILE, about=family.member("karim"))
        days = {"begun_on": clock.today(), "made_on": clock.today()}
        agreed = write.add(Agreement, filing, member_id=family.member("karim"), **told, **days).pk
    answers(family, item=agreed)
    assert says(family, supporter).status_code == 302
    private = named(family, "karim", Meaning.TRUST_PERSON)
    assert says(family, private).status_code == 200
    assert stances(family) == 1


def test_a_no_to_mama_under_another_name_is_a_no(family: Family) -> None:
    wish = named(family)
    answers(family)
    for name in ("mama", "els"):
        SamePerson.objects.create(item_id=family.member(name), person_id=family.person("ann"), confirmed_at=clock.now())
    answers(family, Word.NO, towards="els")
    assert says(family, wish).status_code == 200


def test_what_mama_may_know_papa_does_not(family: Family) -> None:
    wish = named(family)
    answers(family)
    assert says(family, wish, toward="papa").status_code == 200
    assert says(family, wish).status_code == 302


def test_taken_back_it_is_private_again(family: Family) -> None:
    wish = named(family)
    answers(family)
    answers(family, Word.NO)
    assert says(family, wish).status_code == 200


def test_with_a_restriction_of_contact_nobody_is_asked(family: Family) -> None:
    wish = named(family)
    answers(family)
    toward = [protecting.Toward(member=family.member("mama"))]
    door = family.door("lotte", Section.RIGHTS)
    protecting.restrict(door, toward, from_on=clock.today(), until_on=None, once=uuid7())
    assert "mag nu geen contact zijn" in says(family, wish).content.decode()


@pytest.mark.parametrize("what", [one.value for one in Says])
def test_whatever_a_parent_says_nothing_about_the_wish_changes(family: Family, what: str) -> None:
    wish = named(family, "karim", Meaning.TRUST_PERSON)
    answers(family)
    before = shown(family, wish)
    assert says(family, wish, what).status_code == 302
    assert shown(family, wish) == before
    row = family.door("noor", Section.RIGHTS).within(Wish.objects.filter(pk=wish)).get()
    assert (row.item.version, row.withdrawn_on) == (1, None)


def shown(family: Family, wish: UUID) -> dict[tuple[str, str], tuple[int, str]]:
    """Every page on which the wish shows, for the child, who stands beside it, its worker and both parents."""
    told = {"member": family.member("karim")}
    pages: dict[str, dict[str, object]] = {
        "rights:beside": {},
        "rights:person": told,
        "rights:wish": {},
        "rights:began": {"wish": wish},
        "rights:serve": told,
        "circle:page": {},
        "portals:child": {},
        "portals:home": {},
        "agreements:all": {},
    }
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for who in ("noor", "lotte", "karim", "ann", "tarik"):
        browser = family.browser(who)
        for page, parts in pages.items():
            answer = browser.get(family.url(page, **parts))
            found[who, page] = answer.status_code, without_tokens(answer.content.decode())
    return found


def without_tokens(page: str) -> str:
    return "\n".join(line for line in page.splitlines() if "once" not in line and "csrf" not in line)


def test_the_child_hears_of_it_from_people(family: Family) -> None:
    wish = named(family)
    answers(family)
    says(family, wish)
    for page in ("rights:beside", "portals:ahead", "portals:child", "loyalty:hard"):
        assert "ken&lt;/b&gt; haar niet" not in family.page(page, seen_by="noor")
    assert Event.STANCE_HEARD.is_kept_from_the_child
    assert Event.WORRY_HEARD.is_kept_from_the_child


@pytest.mark.parametrize("who", [*OTHERS, "noor"])
def test_to_others_there_is_nothing_here(family: Family, who: str) -> None:
    wish = named(family)
    answers(family)
    mama = family.member("mama")
    for page in ("loyalty:parents", "loyalty:worry"):
        assert family.browser(who).get(family.url(page)).status_code == 404
    assert family.browser(who).get(family.url("loyalty:talks", parent=mama)).status_code == 404
    assert says(family, wish, who=who).status_code == 404
    assert stances(family) == 0


def test_who_is_no_parent_is_not_asked(family: Family) -> None:
    wish = named(family)
    answers(family, towards="rita")
    assert says(family, wish, toward="rita").status_code == 404


def test_only_of_a_jim_that_is_not_accepted_three_questions_for_the_worker(family: Family) -> None:
    wish, other = named(family), named(family, "karim", Meaning.TRUST_PERSON)
    answers(family)
    says(family, other)
    assert "Drie vragen voor jou" not in family.page("loyalty:parents", seen_by="lotte")
    says(family, wish)
    assert "Drie vragen voor jou" in family.page("loyalty:parents", seen_by="lotte")


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_noor_and_lotte_talk_about_why_it_is_hard(family: Family, who: str) -> None:
    assert send(family, "loyalty:hard", who, facts={"words": "Mama gaat <b>wenen</b>."}).status_code == 302
    for reader in ("noor", "lotte"):
        assert "Mama gaat &lt;b&gt;wenen&lt;/b&gt;." in family.page("loyalty:hard", seen_by=reader)
    for other in ("ann", "tarik", "wilma", "bram", "hilde"):
        assert family.browser(other).get(family.url("loyalty:hard")).status_code == 404


def test_colleagues_find_a_guide_and_a_sheet_in_each_language(family: Family) -> None:
    lotte = family.browser("lotte")
    page = lotte.get("/talking/").content.decode()
    assert "Begin bij het kind" in page
    for language in ("nl", "ar", "pl"):
        assert lotte.get(f"/talking/{language}.pdf").content.startswith(b"%PDF")
    assert lotte.get("/talking/xx.pdf").status_code == 404
    assert family.browser("ann").get("/talking/").status_code == 404
