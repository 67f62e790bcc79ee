"""Lotte is away and An takes over: what Noor reads before she says that she is not safe, and who hears it (R14)."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from kring.access.acts import answering
from kring.access.models import Item, Word
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.people.models import Person
from kring.portals.unsafe import listeners
from kring.rights.acts.said import Words, say
from kring.rights.models import Said
from tests.family import Family
from tests.rooms.pointing import surely
from tests.rooms.test_not_safe import NOBODY, cry, today
from tests.rooms.test_stand_in import ask, jump

AWAY = "Lotte is er niet, tot en met"
READS = "An leest het in de plaats van Lotte. Lotte leest het ook, later."
CRIES = "zegt: ik ben nu niet veilig. Lees het nu."
WAITS = "dringends"


def page(family: Family) -> str:
    return unescape(" ".join(family.page("portals:unsafe", seen_by="noor").split()))


def cries(family: Family) -> set[str]:
    """To whom it waits that she is not safe, by name."""
    rows = Item.objects.filter(section=Section.SAID.value, look_on__isnull=False, version=1)
    return set(Person.objects.filter(pk__in=rows.values("told_to")).values_list("call_name", flat=True))


def noor_says_no(family: Family) -> None:
    """Towards An, about the plan: the one thing that who takes over reads."""
    surely(family, "an", "els")
    no = answering.Answering(towards=family.member("els"), word=Word.NO, topic=Topic.SAFETY)
    answering.answer(family.door("noor", Section.ANSWERS), no, once=uuid7())


def test_while_lotte_is_there_it_goes_to_her_alone(family: Family) -> None:
    assert AWAY not in page(family)
    assert cry(family) == 302
    assert cries(family) == {"Lotte"}


def test_noor_reads_who_reads_it_now_and_it_goes_to_both(family: Family) -> None:
    ask(family)
    seen = page(family)
    assert AWAY in seen
    assert READS in seen
    assert ">An<" not in seen, "she is chosen by who is away, and has no button of her own"
    assert cry(family) == 302
    assert cries(family) == {"Lotte", "An"}
    assert CRIES in today(family, "an")
    assert CRIES not in today(family, "greet")
    assert WAITS not in today(family, "hilde"), "somebody reads it"
    heard = family.page("rights:heard", seen_by="an")
    assert "Ik ben nu niet veilig." in heard
    assert "Noor zei dit tegen de begeleider voor wie jij overneemt, en tegen jou." in heard
    assert reverse("portals:today") in heard
    for shut in ("portals:child", "journal:notes", "circle:list", "rights:say", "portals:known"):
        assert family.browser("an").get(family.url(shut)).status_code == 404


def test_an_reads_nothing_else_that_was_said(family: Family) -> None:
    lotte = family.person("lotte")
    for only_to in (None, lotte):
        words = Words(readers=(lotte,), text="ik wil naar huis bellen", only_to=only_to)
        say(family.door("noor", Section.SAID), words, act=uuid7())
    cry(family)
    ask(family)
    assert family.browser("an").get(family.url("rights:heard")).status_code == 200
    heard = family.page("rights:heard", seen_by="an")
    assert "ik wil naar huis bellen" not in heard
    assert "Ik ben nu niet veilig." not in heard, "it was said to Lotte alone, before she was away"


@pytest.mark.parametrize(("first", "other"), [("an", "lotte"), ("lotte", "an")])
def test_what_one_of_them_read_holds_up_nobody_and_waits_for_the_other(family: Family, first: str, other: str) -> None:
    ask(family)
    cry(family)
    row = family.door(first, Section.SAID).within(Said.objects.filter(item__told_to=family.person(first))).get()
    where = family.url("rights:hear", said=row.pk)
    assert family.browser("wilma").post(where, {"once": family.once()}).status_code == 404
    assert family.browser(first).post(where, {"once": family.once(), "answer": "ik kom"}).status_code == 302
    assert cries(family) == set()
    assert family.door("noor", Section.SAID).dossier.urgent_since is None
    left = family.door(other, Section.SAID).within(Said.objects.filter(item__told_to=family.person(other))).get()
    assert left.read_at is None
    assert NOBODY not in family.page("portals:child", seen_by="noor")
    assert "ik kom" in family.page("rights:say", seen_by="noor")


def test_to_an_to_whom_noor_said_no_nothing_goes_and_she_reads_that_nobody_reads_it(family: Family) -> None:
    ask(family)
    noor_says_no(family)
    seen = page(family)
    assert AWAY in seen
    assert READS not in seen
    assert "Jij zei nee tegen" in seen
    assert "Nu leest niemand dit.</span>" in seen
    assert "Bel, of kies iemand anders." in seen
    assert all(f"tel:{one}" in seen for one in ("112", "101"))
    *others, last = listeners(family.door("noor", Section.SAID))
    assert others
    assert (last.name, last.nobody, last.now) == ("Lotte", True, False)
    assert cry(family) == 302
    assert cries(family) == {"Lotte"}
    assert CRIES not in today(family, "an")
    assert WAITS in today(family, "hilde"), "a human hears that it waits, without the words"
    assert "Nog niemand las het." in family.page("portals:child", seen_by="noor")
    assert "Ik ben nu niet veilig." in family.page("rights:heard", seen_by="lotte")


def test_when_the_days_are_over_lotte_is_there_again(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(family)
    assert AWAY in page(family)
    jump(monkeypatch, 4)
    assert AWAY not in page(family)
    assert cry(family) == 302
    assert cries(family) == {"Lotte"}


def test_an_takes_over_for_lotte_and_for_no_other_worker(family: Family) -> None:
    today_ = clock.today()
    worker = {"dossier_id": family.noor.dossier, "person_id": family.person("greet"), "from_on": today_}
    Involvement.objects.create(relation=Relation.WORKER.value, **worker)
    ask(family)
    row = Involvement.objects.get(relation=Relation.FALLBACK_WORKER.value)
    assert row.instead_of_id == family.person("lotte")
    here = {one.name: one.away for one in listeners(family.door("noor", Section.SAID)) if one.works}
    assert {name for name, away in here.items() if away} == {"Lotte"}
    Involvement.objects.filter(pk=row.pk).update(instead_of=None)  # of before it was written down for whom
    here = {one.name: one.away for one in listeners(family.door("noor", Section.SAID)) if one.works}
    assert {name for name, away in here.items() if away} == set(here)


def test_sem_reads_it_in_few_words(family: Family) -> None:
    sent = {"who": str(family.person("an")), "from_on": clock.today().isoformat()}
    sent |= {"until_on": (clock.today() + timedelta(days=3)).isoformat(), "once": family.once()}
    where = family.url("rights:stand_in", child="sem")
    assert "Lotte is er nu niet." not in family.page("portals:unsafe", seen_by="sem", child="sem")
    assert family.browser("lotte").post(where, sent).status_code == 302
    seen = family.page("portals:unsafe", seen_by="sem", child="sem")
    assert "Lotte is er nu niet." in seen
    assert "An leest het in de plaats." in seen


SAY_AGAIN = "Lotte is er nu niet. Zeg het opnieuw, dan krijgt An het ook."


def test_of_what_noor_said_before_lotte_went_she_reads_that_it_waits_for_lotte(family: Family) -> None:
    """It stays with whom it was said to (R7); Noor says it to who takes over herself, and then nothing asks it."""
    assert cry(family) == 302
    assert SAY_AGAIN not in page(family)
    ask(family)
    assert cries(family) == {"Lotte"}
    assert SAY_AGAIN in page(family)
    assert cry(family) == 302
    assert cries(family) == {"Lotte", "An"}
    assert SAY_AGAIN not in page(family)


def test_where_an_would_not_read_it_nothing_asks_to_say_it_again(family: Family) -> None:
    assert cry(family) == 302
    ask(family)
    noor_says_no(family)
    assert SAY_AGAIN not in page(family)
