"""The role card: Karim shows that he serves; who asks hears yes or no, and nothing else."""

from datetime import datetime, timedelta
from html import unescape

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.meaning import Expressed, Meaning
from kring.law.trust_person import ADULT, ENTRY, EXTRACT, INDEPENDENT
from kring.people.codes import LETTERS
from kring.people.models import RoleCard
from kring.public.asking import MOST
from kring.rights.acts import conditions, serving, wishes
from tests import answered
from tests.family import Family


@pytest.fixture(autouse=True)
def nobody_asked() -> None:
    cache.clear()


@pytest.fixture
def serves(family: Family) -> Family:
    """Noor named Karim, the conditions were looked at, and he began."""
    on, karim = clock.today(), family.member("karim")
    said = wishes.Said(meaning=Meaning.TRUST_PERSON, expressed=Expressed.SAID, on=on)
    wishes.name(family.door("noor", Section.RIGHTS), karim, said, act=uuid7())
    door = family.door("lotte", Section.CONDITIONS)
    seen = [conditions.Finding(code=code, holds=True) for code in (ADULT, INDEPENDENT, EXTRACT, ENTRY)]
    conditions.look(door, karim, seen, act=uuid7(), on=on)
    answered.said(family, "karim")
    serving.begin(door, karim, act=uuid7(), on=on)
    involve(family)
    return family


def involve(family: Family, who: str = "karim") -> None:
    Involvement.objects.get_or_create(
        dossier_id=family.noor.dossier,
        person_id=family.person(who),
        relation=Relation.TRUST_PERSON.value,
        from_on=clock.today(),
    )


def show(family: Family, *, by: str = "karim", once: str = "") -> HttpResponse:
    return family.browser(by).post(family.url("rights:card"), {"once": once or family.once()})


def code_of(response: HttpResponse) -> str:
    return response.content.decode().partition("data-code>")[2].partition("<")[0]


def ask(code: str, browser: Client | None = None) -> HttpResponse:
    return (browser or Client()).post(reverse("public:card"), {"code": code})


def said(response: HttpResponse) -> str:
    return response.content.decode().partition('role="status"><b>')[2].partition("</b>")[0]


def test_karim_shows_his_card_and_who_asks_hears_that_it_is_valid(serves: Family) -> None:
    assert "Toon een code" in serves.page("rights:card", seen_by="karim")
    shown = show(serves)
    page, code = unescape(shown.content.decode()), code_of(shown)
    assert "Karim" in page
    assert "vertrouwenspersoon in de jeugdhulp" in page
    assert "Het recht is hetzelfde zonder kaart" in page
    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert set(code) <= {*LETTERS, "-"}
    assert said(ask(code)) == "geldig"
    assert said(ask(code.lower().replace("-", " "))) == "geldig"
    assert serves.log(Event.ROLE_CARD_SHOWN) == 1


def test_the_card_tells_nothing_of_the_child_or_of_the_facility(serves: Family) -> None:
    shown = show(serves).content.decode()
    assert not [word for word in ("Noor", "De Brug", "Noord", "Lotte", "uittreksel") if word in shown]
    assert "<title>Kring</title>" in shown


def test_a_card_is_over_after_two_minutes(serves: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    code, now = code_of(show(serves)), datetime.now(tz=clock.now().tzinfo)  # noqa: TID251  # the clock is turned below
    for seconds, answer in ((110, "geldig"), (125, "niet geldig"), (-30, "niet geldig")):
        moment = now + timedelta(seconds=seconds)
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        assert said(ask(code)) == answer


def test_a_new_code_takes_the_place_of_the_old_one(serves: Family) -> None:
    first, second = code_of(show(serves)), code_of(show(serves))
    assert [said(ask(code)) for code in (first, second)] == ["niet geldig", "geldig"]
    assert RoleCard.objects.count() == 1


def test_a_form_that_is_sent_twice_shows_one_card(serves: Family) -> None:
    once = serves.once()
    assert show(serves, once=once).status_code == 200
    assert show(serves, once=once).status_code == 302
    assert serves.log(Event.ROLE_CARD_SHOWN) == 1


def test_when_noor_ends_it_the_card_is_over_at_once(serves: Family) -> None:
    code = code_of(show(serves))
    where = serves.url("rights:end", member=serves.member("karim"))
    assert serves.browser("noor").post(where, {"once": serves.once()}).status_code == 302
    assert said(ask(code)) == "niet geldig"
    assert show(serves).status_code == 404


def test_when_his_place_beside_noor_is_closed_the_card_is_over_at_once(serves: Family) -> None:
    code = code_of(show(serves))
    beside = Involvement.objects.filter(person=serves.person("karim"), relation=Relation.TRUST_PERSON.value)
    beside.update(ended_at=clock.now())
    assert said(ask(code)) == "niet geldig"
    assert show(serves).status_code == 404


@pytest.mark.parametrize("who", ["karim", "wilma", "rita", "lotte", "noor", "ann"])
def test_who_does_not_serve_has_no_card(family: Family, who: str) -> None:
    assert family.browser(who).get(family.url("rights:card")).status_code == 404
    assert show(family, by=who).status_code == 404
    assert family.log(Event.ROLE_CARD_SHOWN) == 0


def test_the_serving_of_another_gives_no_card_and_is_not_known(serves: Family) -> None:
    """Wilma stands in the same position, but no serving is about her: she does not learn that Karim serves."""
    involve(serves, "wilma")
    assert serves.browser("wilma").get(serves.url("rights:card")).status_code == 404
    assert serves.browser("wilma").get(serves.url("circle:page")).status_code == 404


def test_knowing_ones_own_role_opens_nothing_else(serves: Family) -> None:
    for page in ("rights:beside", "rights:meanings", "rights:wish", "circle:page", "portals:child"):
        assert serves.browser("karim").get(serves.url(page)).status_code == 404, page


def test_a_yes_and_a_no_are_as_long(serves: Family) -> None:
    valid, not_valid = ask(code_of(show(serves))), ask("AAAA-AAAA-AAAA")
    assert (said(valid), said(not_valid)) == ("geldig", "niet geldig")
    assert (valid.status_code, len(valid.content)) == (not_valid.status_code, len(not_valid.content))


@pytest.mark.parametrize("typed", ["", "x", "0" * 5000, "é-ü", "<script>", "AAAA-AAAA-AAAA"])
def test_whatever_is_typed_gets_an_answer(db: None, typed: str) -> None:
    assert said(ask(typed)) == "niet geldig"


def test_a_wrong_code_costs_as_many_statements(serves: Family, django_assert_num_queries: object) -> None:
    for code in (code_of(show(serves)), "AAAA-AAAA-AAAA", ""):
        with django_assert_num_queries(2):  # type: ignore[operator]
            ask(code)


def test_guessing_stops(db: None, serves: Family) -> None:
    code, answers = code_of(show(serves)), [ask("AAAA-AAAA-AAAA").status_code for _ in range(MOST)]
    assert set(answers) == {200}
    assert ask(code).status_code == 429
    assert ask(code, Client(REMOTE_ADDR="192.0.2.7")).status_code == 200


def test_nobody_writes_down_who_asked(serves: Family) -> None:
    code, before = code_of(show(serves)), serves.log(Event.DOOR_VISITED)
    ask(code)
    assert serves.log(Event.ROLE_CARD_SHOWN) == 1
    assert serves.log(Event.DOOR_VISITED) == before
