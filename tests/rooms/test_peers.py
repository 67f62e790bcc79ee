"""Wilma, a JIM, meets others who stand beside a child: by her own yes, and nobody reads who said one (C138, C202)."""

from datetime import datetime, timedelta
from html import unescape

import pytest
from django.http import HttpResponse
from django.utils import timezone

from kring.access.acts import protecting
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Relation, Section
from kring.law.support import yes_until
from kring.people.acts import peers as acts
from kring.people.models import Coming, Gathering, Message, MessageCode, Organisation, PeerYes, Post
from kring.portals import jobs
from kring.support.peers import stand, still_holds
from tests.family import Family
from tests.rooms.knocking import At, choose
from tests.sink import Sink

HERE = "/around/meetings/"


def says_yes(family: Family, who: str = "wilma") -> HttpResponse:
    return family.browser(who).post(family.url("support:others"), {"once": family.once()})


def plans(family: Family, who: str = "greet", where: str = HERE, **facts: str) -> HttpResponse:
    told = {
        "once": family.once(),
        "on": (clock.today() + timedelta(days=10)).isoformat(),
        "at": "19:30",
        "place": "De zolder van het buurthuis",
        "subject": "limits",
        "agreed": "Geen namen van kinderen.",
    }
    return family.browser(who).post(where, told | facts)


def answers(family: Family, who: str = "wilma", **facts: str) -> HttpResponse:
    where = family.url("support:comes", gathering=Gathering.objects.get().pk)
    return family.browser(who).post(where, {"once": family.once(), "comes": "yes", "first_name": "Wilma"} | facts)


def read(family: Family, who: str = "greet") -> str:
    return unescape(family.browser(who).get(HERE).content.decode())


def seen(family: Family, who: str = "wilma") -> str:
    return unescape(family.page("support:others", seen_by=who))


def karim_serves(family: Family) -> None:
    held = Involvement.objects.filter(person=family.person("karim"))
    held.update(relation=Relation.TRUST_PERSON.value)


def stops_beside(family: Family, who: str = "wilma") -> None:
    Involvement.objects.filter(person=family.person(who)).update(ended_at=clock.now())


# -- a yes of one's own -----------------------------------------------------------------------------------------------


def test_wilma_says_yes_for_a_quarter_and_takes_it_back(family: Family) -> None:
    assert "Wil je dat?" in seen(family)
    assert says_yes(family).status_code == 302
    assert "Jij zei ja" in seen(family)
    assert PeerYes.objects.get().until_on == yes_until(clock.today())
    plans(family)
    answers(family)
    assert family.browser("wilma").post(family.url("support:no_more"), {"once": family.once()}).status_code == 302
    assert not PeerYes.objects.exists()
    assert not Coming.objects.exists()
    assert "zolder" not in seen(family)
    assert family.log(Event.PEERS_SAID) == 2


def test_nothing_of_it_hangs_on_a_child(family: Family) -> None:
    says_yes(family)
    plans(family)
    answers(family)
    told = Entry.objects.filter(seq__gt=family.start, event__startswith="peers.")
    assert [one.dossier for one in told] == [None, None]


def test_a_yes_lapses_by_itself_and_is_asked_again_in_calm(family: Family, at: At) -> None:
    says_yes(family)
    plans(family)
    until = PeerYes.objects.get().until_on
    at(datetime.combine(until - timedelta(days=10), timezone.localtime(clock.now()).timetz()))
    assert "Ja, nog drie maanden" in seen(family)
    Gathering.objects.update(on=until + timedelta(days=5))
    assert "zolder" in seen(family)
    at(datetime.combine(until, timezone.localtime(clock.now()).timetz()))
    page = seen(family)
    assert "Je ja liep af" in page
    assert "zolder" not in page
    assert answers(family).status_code == 404
    says_yes(family)
    assert "zolder" in seen(family)


def test_who_is_a_supporter_or_anybody_else_finds_nothing(family: Family) -> None:
    for who in ("karim", "rita", "noor", "ann", "tarik", "lotte", "bram", "greet", "mo", "dirk"):
        assert family.browser(who).get(family.url("support:others")).status_code == 404, who
        assert says_yes(family, who).status_code == 404, who
    assert not PeerYes.objects.exists()


# -- a meeting --------------------------------------------------------------------------------------------------------


def test_the_fixed_contact_hosts_and_no_other_colleague_finds_it(family: Family) -> None:
    assert plans(family).status_code == 302
    assert "De zolder van het buurthuis" in read(family)
    assert HERE in family.browser("greet").get("/house/").content.decode()
    for other in ("lotte", "bram", "hilde", "mo", "saar", "an"):
        assert family.browser(other).get(HERE).status_code == 404, other
        assert plans(family, other).status_code == 404, other
        assert HERE not in family.browser(other).get("/house/").content.decode()
    assert family.log(Event.GATHERING_PLANNED) == 1


def test_where_the_contact_left_who_steps_in_hosts(family: Family) -> None:
    Post.objects.filter(person=family.person("greet")).update(until_on=clock.today() - timedelta(days=1))
    assert plans(family, "hilde").status_code == 302
    assert family.browser("greet").get(HERE).status_code == 404


def test_the_host_reads_the_first_name_of_who_comes_and_of_nobody_else(family: Family) -> None:
    says_yes(family)
    plans(family)
    page = read(family)
    assert "Nog niemand zei: ik kom." in page
    assert "Wilma" not in page
    assert answers(family, first_name="Wil").status_code == 302
    assert "Je zei: ik kom." in seen(family)
    assert "Wil" in read(family)
    answers(family, comes="no")
    assert "Je zei: ik kom niet." in seen(family)
    assert "Nog niemand zei: ik kom." in read(family)
    assert Coming.objects.get().first_name == ""


def test_who_comes_says_a_name_and_never_that_of_the_child(family: Family) -> None:
    says_yes(family)
    plans(family)
    assert "Schrijf je voornaam" in answers(family, first_name="").content.decode()
    assert "Hier staat de naam van het kind" in answers(family, first_name="Wilma van Noor").content.decode()
    assert not Coming.objects.exists()


def test_without_a_yes_there_is_no_meeting(family: Family) -> None:
    plans(family)
    assert "zolder" not in seen(family)
    assert answers(family).status_code == 404


def test_who_stands_beside_no_child_any_more_is_out_at_once(family: Family) -> None:
    says_yes(family)
    plans(family)
    answers(family, first_name="Wil")
    stops_beside(family)
    assert family.browser("wilma").get(family.url("support:others")).status_code == 404
    assert "Wil" not in read(family).replace("Wilt", "")
    assert not stand(Organisation.objects.get(), {family.person("wilma")})


@pytest.mark.parametrize("by", ["member", "person"])
def test_while_contact_is_restricted_nobody_is_invited(family: Family, by: str) -> None:
    house, wilma = Organisation.objects.get(), family.person("wilma")
    assert stand(house, {wilma}) == {wilma}
    whom = protecting.Toward(member=family.member("wilma")) if by == "member" else protecting.Toward(person=wilma)
    door = family.door("lotte", Section.RIGHTS)
    protecting.restrict(door, [whom], from_on=clock.today(), until_on=None, once=None)
    assert not stand(house, {wilma})


@pytest.mark.parametrize("field", ["place", "words", "agreed"])
def test_the_name_of_a_child_one_works_with_is_refused(family: Family, field: str) -> None:
    house = Organisation.objects.get()
    house.contact_id = family.person("lotte")
    house.save()
    assert "Hier staat een naam: Noor" in plans(family, "lotte", **{field: "Over Noor"}).content.decode()
    assert not Gathering.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"on": "2020-01-01"}, "Kies een dag"),
        ({"on": "2090-01-01"}, "Kies een dag"),
        ({"subject": "other"}, "Schrijf in enkele woorden"),
        ({"agreed": ""}, "Dit is nog leeg."),
        ({"place": "x" * 50_000}, "300"),
    ],
)
def test_what_cannot_be_is_said(family: Family, wrong: dict[str, str], said: str) -> None:
    assert said in plans(family, **wrong).content.decode()
    assert not Gathering.objects.exists()


def test_another_day_and_off(family: Family) -> None:
    says_yes(family)
    plans(family)
    answers(family)
    row = Gathering.objects.get()
    there = f"{HERE}{row.pk}/"
    assert "19:30" in family.browser("greet").get(there).content.decode()
    assert plans(family, where=there, place="Bij de bakker", version="1").status_code == 302
    assert "Bij de bakker" in seen(family)
    assert "Dit is net veranderd" in plans(family, where=there, version="1").content.decode()
    assert family.browser("greet").post(f"{there}off/", {"once": family.once()}).status_code == 302
    assert "Dit gaat niet door." in seen(family)
    assert family.browser("greet").get(there).status_code == 404
    assert answers(family).status_code == 404
    whom = Message.objects.filter(code=MessageCode.GATHERING.value).values_list("person_id", flat=True)
    assert list(whom) == [family.person("wilma")] * 3, "planned, another place, and off"


# -- the knock --------------------------------------------------------------------------------------------------------


def test_a_neutral_knock_leaves_for_whose_yes_holds(family: Family, post: Sink, at: At) -> None:
    choose(family, "wilma")
    says_yes(family)
    plans(family)
    at(clock.now().replace(hour=10) + timedelta(days=1))
    assert jobs.tick() == 1
    letter = post.arrived[0]
    assert "ontmoeting" not in str(letter).lower()
    assert "JIM" not in str(letter)


def test_what_does_not_hold_any_more_is_not_told(family: Family) -> None:
    says_yes(family)
    plans(family)
    key, wilma = Gathering.objects.get().pk, family.person("wilma")
    assert still_holds(wilma, key)
    assert not still_holds(family.person("karim"), key), "no yes, and a supporter"
    PeerYes.objects.update(until_on=clock.today())
    assert not still_holds(wilma, key), "it lapsed"
    PeerYes.objects.update(until_on=yes_until(clock.today()))
    Gathering.objects.update(called_off_on=clock.today())
    assert not still_holds(wilma, key), "called off, and she said nothing"
    Coming.objects.create(gathering_id=key, person_id=wilma, comes=True, first_name="Wil", said_on=clock.today())
    assert still_holds(wilma, key), "called off: who would come is told"
    stops_beside(family)
    assert not still_holds(wilma, key)


# -- gone in time -----------------------------------------------------------------------------------------------------


def test_what_is_past_is_erased(family: Family, at: At) -> None:
    says_yes(family)
    plans(family)
    answers(family)
    acts.tidy()
    assert Coming.objects.exists()
    at(clock.now() + timedelta(days=11))
    acts.tidy()
    assert not Coming.objects.exists()
    assert PeerYes.objects.exists()
    at(clock.now() + timedelta(days=184))
    acts.tidy()
    assert not PeerYes.objects.exists()


def test_a_trust_person_who_serves_meets_others_too(family: Family) -> None:
    karim_serves(family)
    assert says_yes(family, "karim").status_code == 302


def test_the_host_is_asked_for_a_meeting_in_words_that_tell_of_nobody(family: Family) -> None:
    def asked(who: str) -> bool:
        page = family.browser(who).get("/today/?all=1", follow=True).content.decode()
        return "wil soms anderen ontmoeten" in page

    assert not asked("greet")
    says_yes(family)
    assert not asked("greet"), "of one alone it would say who"
    karim_serves(family)
    says_yes(family, "karim")
    assert asked("greet")
    assert not asked("lotte")
    assert not {"Wilma", "Karim"} & set(_line(family).split())
    plans(family)
    assert not asked("greet")


def _line(family: Family) -> str:
    page = family.browser("greet").get("/today/?all=1").content.decode()
    return page.partition("Ontmoeting")[2].partition("</li>")[0]
