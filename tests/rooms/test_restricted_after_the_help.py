"""After the help, while contact with Wilma is restricted: no page brings her and Noor together, or says why (R28)."""

from html import unescape

from kring.access.models import Restriction
from kring.kit import clock
from tests.family import Family
from tests.rooms.test_going import close
from tests.rooms.test_over import jim

STAYS = "Wie je koos, blijft:"
TOGETHER = ("ook jij niet", "beslissen jullie samen", "Wil je zelf stoppen?", "Wat jullie elkaar zeggen")
NOW = "Contact met Wilma is nu beperkt"


def restricts(family: Family) -> None:
    made = {"recorded_by_id": family.person("lotte"), "recorded_at": clock.now(), "from_on": clock.today()}
    Restriction.objects.create(dossier_id=family.noor.dossier, member_id=family.member("wilma"), **made)


def hers(family: Family) -> str:
    return unescape(family.browser("wilma").get("/today/", follow=True).content.decode())


def noors(family: Family) -> str:
    return unescape(family.page("portals:child", seen_by="noor"))


def test_wilma_reads_that_it_ended_and_whom_she_calls_and_nothing_that_brings_them_together(family: Family) -> None:
    jim(family)
    close(family)
    assert all(words in hers(family) for words in TOGETHER)
    restricts(family)
    seen = hers(family)
    assert not [words for words in TOGETHER if words in seen]
    assert "voor Noor stopte op" in seen
    assert "beperkt" not in seen
    lift(family)
    assert all(words in hers(family) for words in TOGETHER)


def lift(family: Family) -> None:
    row = Restriction.objects.in_force().get()
    Restriction.objects.filter(pk=row.pk).update(over_at=clock.now(), over_by_id=family.person("lotte"))


def test_noor_reads_nobody_to_go_to_with_whom_contact_is_restricted(family: Family) -> None:
    jim(family)
    close(family)
    assert f"{STAYS} Wilma" in noors(family)
    restricts(family)
    seen = noors(family)
    assert STAYS not in seen
    assert "Wilma" not in seen
    assert "beperkt" not in seen  # she learns it from a person (R15)


def test_lotte_reads_it_before_she_closes(family: Family) -> None:
    jim(family)
    assert NOW not in unescape(family.page("endings:close", seen_by="lotte"))
    restricts(family)
    seen = unescape(family.page("endings:close", seen_by="lotte"))
    assert NOW in seen
    assert "Noor koos Wilma. Dat stopt hier niet door." not in seen
    assert NOW in unescape(family.page("endings:move", seen_by="lotte"))
