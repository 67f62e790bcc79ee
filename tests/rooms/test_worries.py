"""Mama and papa worry: Lotte hears it, acknowledges it, answers, and comes back to it on its day."""

from datetime import timedelta

import pytest
from django.http import HttpResponse

from kring.access.desk import desk_of
from kring.access.models import Word
from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.time import months_later
from kring.loyalty.models import Worry
from kring.rights.acts import said
from kring.rights.models import Said
from tests.family import Family
from tests.rooms.pointing import point
from tests.rooms.test_loyalty import OTHERS, answers, named, says, send, without_tokens

PAGES_OF_A_PARENT = ("portals:home", "rights:say", "rights:own_person", "portals:mine")


def heard(family: Family, who: str = "lotte", **facts: str) -> HttpResponse:
    told = {"parent": str(family.member("mama")), "words": "Straks <i>moet</i> ik daar langs.", "follow_on": ""}
    return send(family, "loyalty:worry", who, facts=told | facts)


def worry(family: Family) -> Worry:
    row: Worry = family.door("lotte", Section.PARENTS).within(Worry.objects.order_by("-pk"))[0]
    return row


def test_a_worry_is_heard_answered_and_come_back_to(family: Family) -> None:
    soon = clock.today() + timedelta(days=1)
    assert heard(family, follow_on=soon.isoformat()).status_code == 302
    seen = family.page("loyalty:talks", seen_by="lotte", parent=family.member("mama"))
    assert "Straks &lt;i&gt;moet&lt;/i&gt; ik daar langs." in seen
    assert "Laat eerst merken" in seen
    key = worry(family).pk
    again = {"answer": "Dat hoeft niet.", "again_on": (soon + timedelta(days=7)).isoformat()}
    assert send(family, "loyalty:answer", facts=again, worry=key).status_code == 302
    assert send(family, "loyalty:answer", facts={"answer": "Nooit.", "again_on": ""}, worry=key).status_code == 302
    seen = family.page("loyalty:talks", seen_by="lotte", parent=family.member("mama"))
    assert "Dat hoeft niet." in seen
    assert "Nooit." in seen
    assert "Klaar sinds" in seen
    assert send(family, "loyalty:answer", facts=again, worry=key).status_code == 404


def test_on_its_day_it_stands_in_the_day_of_the_worker(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    heard(family)
    assert Section.PARENTS not in desk_due(family, clock.today())
    day = clock.today() + timedelta(weeks=2)
    later = clock.now() + timedelta(weeks=2)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert desk_due(family, day)[Section.PARENTS] == day
    assert "Een ouder van Noor wacht op jou" in family.page("portals:child", seen_by="lotte")
    assert "Een ouder maakte zich zorgen" in family.page("endings:due", seen_by="lotte")


def desk_due(family: Family, day: object) -> dict[Section, object]:
    due = desk_of(family.actor("lotte")).due[family.noor.dossier]
    return {section: since for section, since in due.items() if since <= day}  # type: ignore[operator]  # two dates


def test_what_ann_says_on_her_own_page_becomes_a_worry(family: Family) -> None:
    door = family.door("ann", Section.SAID)
    said.say(door, said.Words(readers=(family.person("lotte"),), text="Wie is die vrouw?"), act=uuid7())
    key = family.door("lotte", Section.SAID).within(Said.objects.order_by("-pk"))[0].pk
    assert "zorg van een ouder" in family.page("rights:heard", seen_by="lotte")
    page = family.browser("lotte").get(f"{family.url('loyalty:worry')}?said={key}").content.decode()
    assert "Wie is die vrouw?" in page
    facts = {"once": family.once(), "parent": str(family.member("mama")), "words": "Wie is die vrouw?", "follow_on": ""}
    assert family.browser("lotte").post(f"{family.url('loyalty:worry')}?said={key}", facts).status_code == 302
    assert worry(family).said_id == key
    assert family.browser("lotte").get(f"{family.url('loyalty:worry')}?said={uuid7()}").status_code == 404


@pytest.mark.parametrize("wrong", [{"words": ""}, {"follow_on": "2020-01-01"}, {"parent": str(uuid7())}])
def test_what_cannot_be_is_said_and_nothing_is_lost(family: Family, wrong: dict[str, str]) -> None:
    answer = heard(family, **wrong).content.decode()
    assert "We konden dit nog niet bewaren" in answer
    assert family.log(Event.WORRY_HEARD) == 0


def test_gains_are_talked_about_without_naming_anybody(family: Family) -> None:
    facts = {"points": "stays", "words": "Dat is waar."}
    mama = family.member("mama")
    assert send(family, "loyalty:gains", facts=facts, parent=mama).status_code == 302
    seen = family.page("loyalty:talks", seen_by="lotte", parent=mama)
    assert "Iemand die blijft als begeleiders veranderen." in seen
    assert "Dat is waar." in seen
    assert "Kies een punt" in send(family, "loyalty:gains", facts={"words": ""}, parent=mama).content.decode()


@pytest.mark.parametrize("who", [*OTHERS, "noor"])
def test_to_others_there_is_no_worry(family: Family, who: str) -> None:
    heard(family)
    assert heard(family, who).status_code == 404
    assert family.browser(who).get(family.url("loyalty:talks", parent=family.member("mama"))).status_code == 404
    assert family.log(Event.WORRY_HEARD) == 1


def test_no_page_of_a_parent_tells_of_it(family: Family) -> None:
    before = {page: family.page(page, seen_by="ann") for page in PAGES_OF_A_PARENT}
    wish = named(family)
    answers(family, Word.NO)
    says(family, wish)
    heard(family)
    for page, was in before.items():
        assert without_tokens(family.page(page, seen_by="ann")) == without_tokens(was)


def test_what_one_parent_said_is_never_filed_as_a_worry_of_the_other(family: Family) -> None:
    door = family.door("ann", Section.SAID)
    said.say(door, said.Words(readers=(family.person("lotte"),), text="Wie is die vrouw?"), act=uuid7())
    key = family.door("lotte", Section.SAID).within(Said.objects.order_by("-pk"))[0].pk
    where = f"{family.url('loyalty:worry')}?said={key}&who={family.member('papa')}"
    assert "checked" not in family.browser("lotte").get(where).content.decode().partition("acknowledged")[0]
    facts = {"words": "Wie is die vrouw?", "follow_on": ""}

    def files(whom: str) -> HttpResponse:
        told = {"once": family.once(), "parent": str(family.member(whom)), **facts}
        return family.browser("lotte").post(where, told)

    point(family, "tarik", "papa", by="lotte")
    refused = files("papa").content.decode()
    assert "Dit zei de andere ouder." in refused
    assert "Wie is die vrouw?" in refused
    assert family.log(Event.WORRY_HEARD) == 0
    point(family, "ann", "mama", by="lotte")
    assert files("papa").status_code == 200
    assert files("mama").status_code == 302
    assert worry(family).parent_id == family.member("mama")


def test_at_eighteen_no_worry_of_a_parent_waits_when_the_place_closes(family: Family) -> None:
    """R15: from then on nothing of a parent waits; the worry itself stands where it stood."""
    heard(family, follow_on=(clock.today() + timedelta(days=1)).isoformat())
    waits = "Een zorg van een ouder wacht nog."
    assert waits in family.page("endings:close", seen_by="lotte")
    born = months_later(clock.today(), -12 * 18)
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on=born.isoformat())
    assert waits not in family.page("endings:close", seen_by="lotte")
