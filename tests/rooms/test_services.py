"""Vera of the OCJ: named by Lotte, let in by a link, for the page that is made for her and nothing else (R29)."""

import re
from datetime import timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.access.acts import LetIn, MayNotLetIn, let_in, receiving
from kring.access.door import RefusedError
from kring.access.models import Given
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Relation, Section
from kring.law.transfers import STANDS_AS, Service
from kring.law.ways import WayKind
from tests.family import Family
from tests.links import PHONE
from tests.rooms.test_going import close, reopen
from tests.rooms.test_stand_in import ask as stand_in
from tests.rooms.test_stand_in import jump
from tests.rooms.test_transfers import ALL_YES, BOTH, WORDS

NOT_HERS = ("portals:child", "portals:home", "circle:page", "journal:notes", "rights:ways", "rights:service")


def in_days(days: int) -> str:
    return (clock.today() + timedelta(days=days)).isoformat()


def names(family: Family, *, by: str = "lotte", browser: Client | None = None, **sent: Any) -> HttpResponse:
    told = {"told_by": "Lotte", "told_on": in_days(0), "until_on": in_days(60)}
    vera = {"name": "Vera", "service": "ocj", "where": "OCJ Leuven", **told, "once": family.once()}
    answer: HttpResponse = (browser or family.browser(by)).post(family.url("rights:service"), vera | sent)
    return answer


def halves(page: HttpResponse) -> tuple[str, str]:
    """The link and the digits, as Lotte sees them this once."""
    told = page.content.decode()
    (address,) = set(re.findall(r"/in/l/[\w-]+/", told))
    (pin,) = re.findall(r'class="code">(\d{3} \d{3})<', told)
    return address, pin.replace(" ", "")


def comes_in(page: HttpResponse) -> Client:
    address, pin = halves(page)
    browser = Client(headers={"User-Agent": PHONE})
    assert browser.post(address, {"pin": pin})["Location"] == reverse("arriving:welcome")
    return browser


def held(family: Family) -> Involvement:
    return Involvement.objects.exclude(service="").get(dossier=family.noor.dossier)


def writes(family: Family, person: UUID, **sent: str) -> HttpResponse:
    """Lotte makes a page for a service: needed, in her interest, and asked as far as possible."""
    asked = dict.fromkeys(("needed", "in_its_interest", "consent_sought"), "yes")
    page = {"receiver": str(person), "words": WORDS, "basis": "consent", **asked, "sure": "on", **sent}
    answer: HttpResponse = family.browser("lotte").post(family.url("rights:transfer"), page | {"once": family.once()})
    return answer


def reads(family: Family, browser: Client) -> bool:
    return WORDS in browser.get(family.url("rights:transfers")).content.decode()


def ends(family: Family, *, by: str = "lotte") -> int:
    where = family.url("rights:service_ending", involvement=held(family).pk)
    return int(family.browser(by).post(where, {"once": family.once()}).status_code)


def listed(family: Family, by: str) -> str:
    return unescape(family.page("rights:ways", seen_by=by))


def test_where_nobody_is_named_the_page_leads_to_naming(family: Family) -> None:
    Involvement.objects.filter(person=family.person("nadia")).update(ended_at=clock.now())
    page = family.page("rights:transfer", seen_by="lotte")
    assert "Er is nog niemand van een dienst" in page
    assert family.url("rights:service") in page
    assert family.browser("lotte").get(family.url("rights:service")).status_code == 200


def test_vera_of_the_ocj_reads_the_page_that_was_made_for_her_and_nothing_else(family: Family) -> None:
    made = names(family)
    assert family.log(Event.WAY_GIVEN) == 1
    vera = comes_in(made)
    welcome = unescape(vera.get(reverse("arriving:welcome")).content.decode())
    assert "die voor jou geschreven zijn" in welcome
    assert "van welke dienst je bent" in welcome
    assert reverse("arriving:account") not in welcome
    assert vera.get(reverse("portals:today"), follow=True).redirect_chain[-1][0] == family.url("rights:transfers")
    assert not reads(family, vera)
    row = held(family)
    assert row.relation == Relation.MANDATED_SERVICE
    assert "ondersteuningscentrum" in family.page("rights:transfer", seen_by="lotte")
    assert writes(family, row.person_id).status_code == 302
    assert reads(family, vera)
    assert WORDS in family.page("rights:transfers", seen_by="noor"), "Noor reads it too"
    for shut in NOT_HERS:
        assert vera.get(family.url(shut)).status_code == 404, shut
    assert vera.get(family.url("rights:transfers", child="sem")).status_code == 404
    assert WORDS not in family.page("rights:transfers", seen_by="nadia"), "nor a colleague of another service"


@pytest.mark.parametrize("fact", ["needed", "in_its_interest", "consent_sought"])
def test_without_need_interest_or_asking_no_page_is_made_for_the_ocj(family: Family, fact: str) -> None:
    vera = comes_in(names(family))
    assert "Nog te vragen" in writes(family, held(family).person_id, **{fact: ""}).content.decode()
    assert not reads(family, vera)


@pytest.mark.parametrize("service", list(Service))
def test_a_magistrate_comes_in_as_the_social_service_of_the_court_does(family: Family, service: Service) -> None:
    names(family, service=service.value)
    assert held(family).relation == STANDS_AS[service].value
    told = writes(family, held(family).person_id).content.decode()
    court = service in {Service.SOCIAL_SERVICE, Service.MAGISTRATE}
    assert ("Nog te vragen" in told) is court, "for the court the yes of Noor and of her parents is asked"
    yes = {**ALL_YES, **BOTH}
    assert writes(family, held(family).person_id, **yes).status_code == 302


def test_noor_reads_who_it_is_and_until_when_and_lotte_whether_the_link_was_opened(family: Family) -> None:
    made = names(family)
    noor, lotte = listed(family, "noor"), listed(family, "lotte")
    for page in (noor, lotte):
        assert "Vera" in page
        assert "OCJ Leuven" in page
        assert "Nadia" in page, "who was there before, with an account"
    assert "Wie leest bladen over jou?" in noor
    assert "Verder ziet die persoon hier niets." in noor
    assert "nog niet geopend" in lotte
    again = family.url("rights:way_again", way=Given.objects.get(way__person=held(family).person_id).pk)
    for way in (again, family.url("rights:service"), family.url("rights:service_ending", involvement=held(family).pk)):
        assert way in lotte
        assert way not in noor
    assert not re.findall(r'class="code">', noor + lotte)
    comes_in(made)
    assert "al geopend" in listed(family, "lotte")


@pytest.mark.parametrize("by", ["noor", "ann", "tarik", "wilma", "karim", "bram", "an", "hilde", "mo", "nadia", "dirk"])
def test_nobody_else_names_or_ends_one(family: Family, by: str) -> None:
    assert names(family, by=by).status_code == 404
    assert family.browser(by).get(family.url("rights:service")).status_code == 404
    assert family.log(Event.WAY_GIVEN) == 0
    names(family)
    assert ends(family, by=by) == 404
    assert family.log(Event.WAY_ENDED) == 0


def test_who_stands_in_names_nobody(family: Family) -> None:
    stand_in(family)
    assert names(family, by="an").status_code == 404
    with pytest.raises(RefusedError):
        family.door("an", Section.TRANSFERS)
    new = LetIn(name="Vera", relation=Relation.MANDATED_SERVICE, kind=WayKind.LINK)
    with pytest.raises(NotAllowedError):
        receiving.name(family.door("an", Section.SAFETY), named(family), once=None)
    with pytest.raises(MayNotLetIn):
        let_in(family.door("an", Section.SAFETY), new, once=None)
    assert family.log(Event.WAY_GIVEN) == 0


def named(family: Family, **facts: Any) -> receiving.Named:
    told = {"told_on": clock.today(), "told_by": "Lotte", "until_on": clock.today()}
    return receiving.Named(**{"name": "Vera", "service": Service.VK, "where": "", **told, **facts})


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"until_on": in_days(-1)}, "Die dag is al voorbij."),
        ({"until_on": in_days(400)}, "langer dan een jaar"),
        ({"told_on": in_days(1)}, "Vertel het eerst aan het kind."),
        ({"told_on": in_days(-9999)}, "De hulp begon hier pas op"),
        ({"told_by": ""}, "Dit is nog leeg."),
        ({"service": ""}, "Kies een dienst."),
        ({"name": ""}, "Dit is nog leeg."),
    ],
)
def test_what_cannot_be_is_said(family: Family, facts: dict[str, str], told: str) -> None:
    assert told in unescape(names(family, **facts).content.decode())
    assert not Involvement.objects.exclude(service="").exists()


@pytest.mark.parametrize(
    "facts",
    [
        {"until_on": clock.today() - timedelta(days=1)},
        {"until_on": clock.today() + timedelta(days=400)},
        {"told_on": clock.today() + timedelta(days=1)},
        {"told_by": " "},
    ],
)
def test_the_act_asks_the_same(family: Family, facts: dict[str, Any]) -> None:
    with pytest.raises(NotAllowedError):
        receiving.name(family.door("lotte", Section.TRANSFERS), named(family, **facts), once=None)
    assert family.log(Event.WAY_GIVEN) == 0


def test_a_year_is_the_longest_and_today_the_shortest(family: Family) -> None:
    today = clock.today()
    for days in (0, 365):
        receiving.name(
            family.door("lotte", Section.TRANSFERS), named(family, until_on=today + timedelta(days)), once=None
        )
    with pytest.raises(NotAllowedError):
        receiving.name(
            family.door("lotte", Section.TRANSFERS), named(family, until_on=today + timedelta(366)), once=None
        )
    held_until = Involvement.objects.exclude(service="").order_by("until_on").values_list("until_on", flat=True)
    assert list(held_until) == [today, today + timedelta(days=365)]


@pytest.mark.parametrize("by", ["noor", "nadia"])
def test_who_may_read_the_pages_ends_nobody_at_the_act_either(family: Family, by: str) -> None:
    names(family)
    with pytest.raises(NotAllowedError):
        receiving.end(family.door(by, Section.TRANSFERS), held(family), once=None)
    assert held(family).ended_at is None


def test_one_tap_ends_it(family: Family) -> None:
    vera = comes_in(names(family))
    writes(family, held(family).person_id)
    assert reads(family, vera)
    assert ends(family) == 302
    assert not reads(family, vera)
    assert vera.get(family.url("rights:transfers")).status_code != 200
    assert "Vera" not in listed(family, "noor")
    assert ends(family) == 404, "it is over"
    with pytest.raises(NotAllowedError):
        receiving.end(family.door("lotte", Section.TRANSFERS), held(family), once=None)


def test_it_ends_by_itself_and_no_new_link_makes_it_longer(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    vera = comes_in(names(family, until_on=in_days(3)))
    writes(family, held(family).person_id)
    given = Given.objects.get(way__person=held(family).person_id)
    again = family.url("rights:way_again", way=given.pk)
    fresh = comes_in(family.browser("lotte").post(again, {"once": family.once()}))
    assert reads(family, fresh)
    assert not reads(family, vera), "what she had before is over"
    assert held(family).until_on == clock.today() + timedelta(days=3)
    jump(monkeypatch, 4)
    assert "Vera" not in listed(family, "noor")
    assert family.browser("lotte").post(again, {"once": family.once()}).status_code == 404
    assert Involvement.objects.filter(person=held(family).person_id).count() == 1


def test_the_closing_ends_it_and_opening_again_brings_nobody_back(family: Family) -> None:
    vera = comes_in(names(family))
    writes(family, held(family).person_id)
    close(family)
    assert not reads(family, vera)
    assert family.browser("lotte").get(family.url("rights:service")).status_code == 404
    reopen(family)
    assert not reads(family, vera)
    assert "Vera" not in listed(family, "noor")
    assert names(family).status_code == 200, "she is named anew"


def test_who_says_this_is_not_me_is_out_and_lotte_reads_it(family: Family) -> None:
    vera = comes_in(names(family))
    assert vera.post(reverse("arriving:not_me")).status_code == 200
    page = listed(family, "lotte")
    assert "dit ben ik niet" in page
    assert family.url("rights:service") in page.split("dit ben ik niet")[1]
    assert held(family).ended_at is not None


def test_nothing_is_made_for_who_is_of_a_service_of_another_child(family: Family) -> None:
    names(family)
    row = held(family)
    where = family.url("rights:service_ending", child="sem", involvement=row.pk)
    assert family.browser("lotte").post(where, {"once": family.once()}).status_code == 404
    new = LetIn(name="Vera", relation=Relation.MANDATED_SERVICE, kind=WayKind.LINK, person=row.person_id)
    with pytest.raises(NotAllowedError):
        let_in(family.door("lotte", Section.TRANSFERS, child="sem"), new, once=None)
