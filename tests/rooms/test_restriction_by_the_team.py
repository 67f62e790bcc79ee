"""What the team decides alone is provisional: looked at again within thirty days, and Noor can say nobody told her."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.urls import reverse

from kring.access.acts import protecting
from kring.access.acts.protecting import Toward
from kring.access.models import Restriction
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from tests.family import Family
from tests.rooms.test_denied_stays import colleague
from tests.rooms.test_going import close
from tests.rooms.test_restrictions import is_told, jump, look, member, person, record
from tests.rooms.test_today import see
from tests.rooms.test_told_first import karim_serves

NEVER = "Niemand vertelde mij dat"
ASKS = "Een contactbeperking vraagt iets"
CALM = "Dit kan nu niet. Vraag het aan je begeleider."


def on(days: int) -> str:
    return (clock.today() + timedelta(days=days)).isoformat()


def words(page: str) -> str:
    return " ".join(unescape(page).split("<main")[1].split())


def reads(family: Family, page: str, by: str = "noor") -> str:
    return words(family.page(page, seen_by=by))


def lead(family: Family) -> str:
    return words(family.browser("hilde").get(reverse("portals:lead")).content.decode())


def never_told(family: Family, by: str = "noor") -> int:
    sent = {"never_told": Restriction.objects.get(over_at=None).pk, "once": family.once()}
    return family.browser(by).post(family.url("rights:decided"), sent).status_code


@pytest.mark.parametrize(("who", "days"), [("team", 30), ("judge", 730), ("consultant", 730)])
def test_the_day_to_look_again_is_never_further_than_this(family: Family, who: str, days: int) -> None:
    for wrong in (days + 1, 365 * 5):
        refused = record(family, member(family, "karim"), decided_by=who, until_on=on(wrong))
        assert "ten laatste op" in words(refused.content.decode())
        assert not Restriction.objects.exists()
    assert record(family, member(family, "karim"), decided_by=who, until_on=on(days)).status_code == 302
    row, by = Restriction.objects.get(), colleague(family)
    assert look(family, row, "longer", until_on=on(days + 1), by=by).status_code == 200
    assert look(family, row, "longer", until_on=on(days), by=by).status_code == 302


@pytest.mark.parametrize(
    "wrong", [{"from_on": "0001-01-01"}, {"from_on": "1901-01-01"}, {"until_on": "9999-12-31"}, {"until_on": "bla"}]
)
def test_a_day_that_cannot_be_is_said_and_nothing_is_lost(family: Family, wrong: dict[str, str]) -> None:
    refused = record(family, member(family, "karim"), **wrong)
    assert refused.status_code == 200
    assert (
        'value="judge" checked' in " ".join(refused.content.decode().split()) or "checked" in refused.content.decode()
    )
    assert not Restriction.objects.exists()
    if wrong.get("from_on"):
        assert "De eerste dag kan niet voor" in words(refused.content.decode())


def test_no_act_writes_what_the_page_refuses(family: Family) -> None:
    door, whom = family.door("lotte"), [Toward(member=family.member("karim"))]
    today = clock.today()
    for last in (None, today + timedelta(days=31)):
        with pytest.raises(NotAllowedError):
            protecting.restrict(door, whom, from_on=today, until_on=last, decided_by="team", once=uuid7())
    with pytest.raises(NotAllowedError):
        protecting.restrict(door, whom, from_on=date(1900, 1, 1), until_on=today, decided_by="judge", once=uuid7())
    (row,) = protecting.restrict(door, whom, from_on=today, until_on=today, decided_by="team", once=uuid7())
    with pytest.raises(NotAllowedError):
        protecting.prolong(door, row, today + timedelta(days=31), once=uuid7())


def test_passing_the_day_opens_nothing_and_asks_lotte_and_hilde(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    karim_serves(family)
    record(family, member(family, "karim"), decided_by="team", until_on=on(30))
    is_told(family)
    assert "Nakijken ten laatste op" in lead(family)
    assert ASKS not in see(family, "lotte")
    jump(monkeypatch, 31)
    assert ASKS in see(family, "lotte")
    assert "Bij 1 is de dag om na te kijken voorbij." in lead(family)
    assert "Tot iemand dat doet, geldt ze." in reads(family, "rights:restrictions", "lotte")
    assert protecting.is_restricted(family.noor.dossier, member=family.member("karim"))
    assert family.browser("karim").get(family.url("rights:card")).status_code == 404
    assert "Grote mensen moeten nu opnieuw kijken" in reads(family, "portals:child")


def test_hilde_reads_how_many_and_that_noor_was_not_told(family: Family) -> None:
    record(family, member(family, "karim"), decided_by="team", until_on=on(20))
    record(family, member(family, "rita"), decided_by="judge", until_on=on(200))
    page = lead(family)
    assert "Bij Noor gelden 2 contactbeperkingen" in page
    assert "1 besliste het team zelf. Dat is voorlopig" in page
    assert "Van 2 weet Noor nog niets." in page
    is_told(family)
    assert "Noor weet het." in lead(family)
    start = lead(family).index("Bij Noor gelden")
    assert "Karim" not in lead(family)[start : start + 900]


PAGES = ["portals:child", "rights:beside", "portals:ahead", "rights:decided"]


@pytest.mark.parametrize("page", PAGES)
def test_noor_reads_who_decided_who_wrote_who_told_and_when_they_look_again(family: Family, page: str) -> None:
    karim_serves(family)
    record(family, member(family, "karim"), decided_by="team", until_on=on(30))
    before = reads(family, page)
    assert "geen contact hebben" not in before
    assert NEVER not in before
    assert page == "rights:decided" or CALM[:15].lower() in before.lower()
    is_told(family, who="Lotte en tante Mia")
    after = reads(family, page)
    assert "mogen nu geen contact hebben. Dat besliste de begeleiding zelf. Het is voor even" in after
    assert "Lotte schreef dit op" in after
    assert "Lotte en tante Mia vertelde het jou." in after
    assert "Ten laatste op" in after
    assert NEVER in after
    assert CALM not in after


def test_nobody_told_noor_and_one_tap_says_so(family: Family) -> None:
    karim_serves(family)
    record(family, member(family, "karim"), decided_by="judge")
    assert never_told(family) == 200, "nobody wrote that somebody told her: there is nothing to say"
    is_told(family)
    for other in ("lotte", "hilde", "karim", "ann"):
        never_told(family, other)
        assert not Restriction.objects.exclude(untold_on=None).exists()
    assert ASKS not in see(family, "lotte")
    assert never_told(family) == 302
    assert family.log(Event.RESTRICTION_UNTOLD) == 1
    assert "niemand vertelde mij dat" in reads(family, "rights:decided")
    assert NEVER not in reads(family, "rights:decided")
    assert ASKS in see(family, "lotte")
    assert "Noor zei op" in reads(family, "rights:restrictions", "lotte")
    assert "Van 1 weet Noor nog niets." in lead(family)
    assert protecting.is_restricted(family.noor.dossier, member=family.member("karim"))


def test_what_she_says_nobody_told_another_tells_than_who_wrote_it(family: Family) -> None:
    karim_serves(family)
    record(family, member(family, "karim"), decided_by="judge")
    is_told(family)
    never_told(family)
    row = Restriction.objects.get()
    there, sent = family.url("rights:restriction", restriction=row.pk), {"tells": "yes", "by": "Greet"}
    again = family.browser("lotte").post(there, sent | {"once": family.once()})
    assert "Nu vertelt een collega het, en die schrijft het op." in words(again.content.decode())
    assert ASKS in see(family, "lotte"), "she wrote it before"
    assert family.browser(colleague(family)).post(there, sent | {"once": family.once()}).status_code == 302
    assert ASKS not in see(family, "lotte")
    told = reads(family, "rights:decided")
    assert "Greet vertelde het jou." in told
    assert "Eerst zei jij, op" in told
    assert NEVER in told


def test_nor_by_lifting_it_and_writing_it_anew(family: Family) -> None:
    karim_serves(family)
    record(family, member(family, "karim"), decided_by="judge")
    is_told(family)
    never_told(family)
    assert look(family, Restriction.objects.get(), "over").status_code == 302
    assert record(family, member(family, "karim"), decided_by="judge").status_code == 302
    row = Restriction.objects.get(over_at=None)
    there, sent = family.url("rights:restriction", restriction=row.pk), {"tells": "yes", "by": "Lotte"}
    family.browser("lotte").post(there, sent | {"once": family.once()})
    assert "vertelde het jou" not in reads(family, "rights:decided")
    assert family.browser(colleague(family)).post(there, sent | {"once": family.once()}).status_code == 302
    assert "vertelde het jou" in reads(family, "rights:decided")


def test_nor_by_writing_the_same_one_down_once_more_under_another_name(family: Family) -> None:
    karim_serves(family)
    record(family, person(family, "karim"), **{f"is_{person(family, 'karim')}": member(family, "karim")})
    first = Restriction.objects.order_by("pk").first()
    is_told(family)
    sent = {"never_told": first.pk if first else "", "once": family.once()}
    assert family.browser("noor").post(family.url("rights:decided"), sent).status_code == 302
    before = reads(family, "rights:decided")
    assert "niemand vertelde mij dat" in before
    record(family, member(family, "karim"), decided_by="team", until_on=on(20))
    for page in PAGES:
        assert "mogen nu geen contact hebben. Dat besliste de jeugdrechter" in reads(family, page), page
    after = reads(family, "rights:decided")
    assert "niemand vertelde mij dat" in after
    assert "Kinderrechtencommissaris" in after
    assert "Dat besliste de begeleiding" not in after, "that one nobody told her"


def test_what_the_team_decided_itself_is_prolonged_by_another_than_who_wrote_it(family: Family) -> None:
    karim_serves(family)
    record(family, member(family, "karim"), decided_by="team", until_on=on(20))
    is_told(family)
    row, other = Restriction.objects.get(), colleague(family)
    refused = look(family, row, "longer", until_on=on(30))
    assert "Een collega kijkt na of het nog moet voor Noor." in words(refused.content.decode())
    assert look(family, row, "longer", until_on=on(30), by=other).status_code == 302
    assert "keek opnieuw op" in reads(family, "rights:decided")
    assert look(family, row, "longer", until_on=on(25), by=other).status_code == 200, "nor twice by one"
    assert look(family, row, "longer", until_on=on(25)).status_code == 302, "she did not look last"
    assert Restriction.objects.get().until_on == clock.today() + timedelta(days=25)
    assert look(family, row, "over").status_code == 302, "that it is over, each of them says"


def test_what_is_over_stands_there_with_who_wrote_it_and_only_where_she_knew(family: Family) -> None:
    karim_serves(family)
    record(family, member(family, "karim"), decided_by="judge")
    assert look(family, Restriction.objects.get(), "over").status_code == 302
    assert "Dat is voorbij." not in reads(family, "rights:decided"), "she never knew"
    record(family, member(family, "karim"), decided_by="judge")
    is_told(family)
    row = Restriction.objects.get(over_at=None)
    never_told(family)
    assert look(family, row, "over").status_code == 302
    there = reads(family, "rights:decided")
    assert "Jij en trainer Karim mochten geen contact hebben. Dat is voorbij. Lotte schreef dat op" in there
    assert "niemand vertelde mij dat" in there
    assert there.count("Dat is voorbij.") == 1
    record(family, member(family, "karim"), decided_by="team", until_on=on(20))
    assert "Dat is voorbij." not in reads(family, "rights:decided"), "it holds again, and nobody told her yet"
    for other in ("lotte", "mo"):
        assert "Dat is voorbij." not in family.browser(other).get(family.url("rights:decided")).content.decode()


def test_of_somebody_she_did_not_choose_it_stands_where_she_reads_what_was_decided(family: Family) -> None:
    assert record(family, member(family, "johan"), decided_by="consultant", none_of_them="on").status_code == 302
    assert "Hier staat niets" in reads(family, "rights:decided")
    is_told(family)
    there = reads(family, "rights:decided")
    assert "Dat besliste de consulent." in there
    assert "Kinderrechtencommissaris" in there
    assert "Hier staat niets" not in there
    for other in ("lotte", "mo"):
        page = family.browser(other).get(family.url("rights:decided")).content.decode()
        assert "geen contact hebben" not in page


def test_after_the_help_she_reads_it_and_nothing_asks_who_is_not_there(family: Family) -> None:
    record(family, member(family, "johan"), decided_by="judge", none_of_them="on")
    is_told(family)
    close(family)
    there = reads(family, "rights:decided")
    assert "Dat besliste de jeugdrechter." in there
    assert NEVER not in there
    assert "Kinderrechtencommissaris" in there
    assert never_told(family) == 404
    assert not Restriction.objects.exclude(untold_on=None).exists()
