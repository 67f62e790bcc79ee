"""The help of Noor or of Sem ended: what each of them still finds, can still end, and whom they can call (R7, C139)."""

import re
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client

from kring.access.acts import answering
from kring.access.models import Word
from kring.agreements.drafting import Key, Value
from kring.dossier.models import Dossier
from kring.endings.acts import aftercare
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.law.agreements import Point as Code
from kring.law.meaning import Expressed, Meaning
from kring.law.time import months_later
from kring.people.models import Organisation
from kring.rights.acts import wishes
from kring.rights.models import Wish
from tests import answered
from tests.family import Family
from tests.rooms import agreeing
from tests.rooms.test_going import close
from tests.rooms.test_today import choose_karim

DAY = timedelta(days=1)
CALLS = ("112", "101", "102", "1712")


def care(family: Family, until: int = 30) -> None:
    today = clock.today()
    agreed = aftercare.Agreed(
        who="Greet", what="Bellen: 0470 00 00 01", from_on=today - 2 * DAY, until_on=today + until * DAY
    )
    aftercare.agree(family.door("lotte", Section.RIGHTS), agreed, act=uuid7())


@pytest.fixture
def house(family: Family) -> Organisation:
    Organisation.objects.update(contact=family.person("greet"), contact_phone="0470 11 22 33")
    return Organisation.objects.get(contact=family.person("greet"))


def jim(family: Family) -> None:
    """Noor chose Wilma as her JIM, and Wilma said yes."""
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("noor", Section.RIGHTS), family.member("wilma"), said, act=uuid7())
    answered.said(family, "wilma", Meaning.JIM)


def read(answer: HttpResponse) -> str:
    return answer.content.decode()


def leads_to(browser: Client, page: str, family: Family, child: str = "noor") -> dict[str, int]:
    """Each address of this child on a page, and what is answered there."""
    own = f"/d/{family.seeded.dossiers[child]}/"
    found = {one.replace("&amp;", "&") for one in re.findall(r'href="(/[^"#]*)"', page)}
    return {one: browser.get(one).status_code for one in sorted(found) if one.startswith(own)}


# -- the child ---


def test_noor_reads_that_it_stopped_since_when_and_who_is_still_there(family: Family, house: Organisation) -> None:
    care(family)
    home = family.url("portals:child")
    assert "De hulp hier is gestopt" not in family.page("portals:child", seen_by="noor")
    close(family)
    seen = family.page("portals:child", seen_by="noor")
    assert "De hulp hier is gestopt" in seen
    assert "Lotte vertelde het jou op" in seen
    assert "0470 00 00 01" in seen
    assert 'href="tel:0470112233"' in seen
    assert family.browser("noor").get("/today/")["Location"] == home


@pytest.mark.parametrize(("who", "child"), [("noor", "noor"), ("sem", "sem")])
def test_no_link_of_a_home_leads_to_what_is_not_there(family: Family, who: str, child: str) -> None:
    Dossier.objects.filter(pk=family.seeded.dossiers[child]).update(closed_on=clock.today())
    browser = family.browser(who)
    page = read(browser.get(family.url("portals:child", child=child)))
    assert "De hulp hier is gestopt" in page
    found = leads_to(browser, page, family, child)
    assert len(found) > 2
    assert {one: code for one, code in found.items() if code != 200} == {}
    for one in found:
        further = leads_to(browser, read(browser.get(one)), family, child)
        assert {to: code for to, code in further.items() if code == 404} == {}, one


@pytest.mark.parametrize(("who", "child", "numbers"), [("noor", "noor", CALLS), ("sem", "sem", CALLS[:3])])
def test_not_safe_says_whom_to_call(
    family: Family, house: Organisation, who: str, child: str, numbers: tuple[str, ...]
) -> None:
    Dossier.objects.filter(pk=family.seeded.dossiers[child]).update(closed_on=clock.today())
    page = read(family.browser(who).get(family.url("portals:unsafe", child=child)))
    assert all(f'href="tel:{one}"' in page for one in numbers)
    assert 'href="tel:0470112233"' in page
    assert "Zeg het stil tegen iemand" not in page


def test_what_was_agreed_for_afterwards_is_read_until_its_last_day(family: Family) -> None:
    care(family, until=0)
    close(family)
    where = family.url("endings:aftercare")
    assert "0470 00 00 01" in read(family.browser("noor").get(where))
    assert family.browser("wilma").get(where).status_code == 404
    assert family.browser("ann").get(where).status_code == 404
    with pytest.MonkeyPatch.context() as later:
        tomorrow = clock.today() + DAY
        later.setattr(clock, "today", lambda: tomorrow)
        after = read(family.browser("noor").get(where))
    assert "0470 00 00 01" not in after
    assert "Er is niets afgesproken dat nu nog loopt" in after


def test_noor_lets_somebody_go_after_the_help_and_a_worker_does_not(family: Family) -> None:
    choose_karim(family, Meaning.JIM)
    close(family)
    (wish,) = family.door("lotte", Section.RIGHTS).within(Wish.objects.in_force())
    where = family.url("rights:withdraw", wish=wish.pk)
    assert where in family.page("portals:stop", seen_by="noor")
    assert family.browser("lotte").post(where, {"once": family.once()}).status_code == 404
    answer = family.browser("noor").post(where, {"once": family.once()}, follow=True)
    assert "Je koos anders." in read(answer)
    (row,) = family.door("lotte", Section.RIGHTS).within(Wish.objects.filter(pk=wish.pk))
    assert row.withdrawn_on == clock.today()


def test_sem_lets_somebody_go_by_pointing_after_the_help(family: Family) -> None:
    Dossier.objects.filter(pk=family.sem.dossier).update(closed_on=clock.today())
    home = family.page("portals:child", seen_by="sem", child="sem")
    assert "De hulp hier is gestopt." in home
    assert family.url("portals:drawing", child="sem") in home
    assert family.browser("sem").get(family.url("rights:pictures", child="sem")).status_code == 404


def test_nothing_new_is_written_at_an_address_that_ends_something(family: Family) -> None:
    close(family)
    sent = {"once": family.once(), "who": str(family.person("lotte"))}
    answer = family.browser("noor").post(family.url("portals:unsafe"), sent)
    assert "Wie kan je nog bellen?" in read(answer)
    assert family.browser("noor").post(family.url("endings:aftercare"), sent).status_code == 404


# -- who stands beside the child ---


def test_wilma_reads_thanks_whom_she_calls_and_that_she_does_not_end(family: Family, house: Organisation) -> None:
    jim(family)
    said = answering.Answering(towards=family.member("wilma"), word=Word.YES, topic=Topic.CIRCLE)
    answering.answer(family.door("noor", Section.ANSWERS), said, once=uuid7())
    assert "trainer Karim" in family.page("circle:list", seen_by="wilma")
    close(family)
    seen = read(family.browser("wilma").get("/today/", follow=True))
    assert "Dank je" in seen
    assert "De hulp van" in seen
    assert "stopt hier niet door, ook jij niet" in seen
    assert 'href="tel:0470112233"' in seen
    assert "Wil je zelf stoppen?" in seen
    assert "beroepsgeheim" not in seen
    assert "Karim" not in seen
    assert family.browser("wilma").get(family.url("circle:list")).status_code == 404
    assert family.browser("ann").get(family.url("portals:home")).status_code == 404


def test_what_was_agreed_with_wilma_closes_by_its_address_as_well(family: Family) -> None:
    low = {Key(Code.LOW): Value(choice="message", words="Een maantje.", number="0470 00 00 12")}
    pact = agreeing.agreed(family, points=low).pact
    pages = [family.url(f"agreements:{one}", pact=pact) for one in ("agreement", "low")]
    assert [family.browser("wilma").get(one).status_code for one in pages] == [200, 200]
    close(family)
    assert [family.browser("wilma").get(one).status_code for one in pages] == [404, 404]
    assert family.browser("noor").get(pages[0]).status_code == 200


def test_who_took_its_record_over_reads_that_and_the_aftercare_after_the_help(family: Family) -> None:
    born = months_later(clock.today(), -12 * 18 - 1)
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on=born.isoformat())
    care(family)
    where, browser = family.url("portals:yours"), family.browser("noor")
    said = {"once": family.once(), "said": "yes"}
    assert "Dit is van jou" in read(browser.post(where, said, follow=True))
    close(family)
    page = read(browser.get(where))
    assert "Dit is van jou" in page
    assert "Niemand die jij koos, leest hier nog iets." in page
    assert where in family.page("portals:child", seen_by="noor")
    assert "0470 00 00 01" in family.page("endings:aftercare", seen_by="noor")
    assert browser.post(where, said | {"once": family.once()}).status_code == 404
