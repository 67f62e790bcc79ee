""" "Ik ben nu niet veilig": first with whom Noor told it, and never lost with who went (R7, R14, R28)."""

from html import unescape

import pytest
from django.urls import reverse

from kring.access.cries import lost
from kring.access.models import Item, Restriction
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.law.access import Relation, Section
from kring.people.models import Post, Role, Team
from kring.rights.models import Said
from tests.family import Family

CRY = "ik ben nu niet veilig"
WORDS = "Ik ben nu niet veilig."
LOST = "Noor zei iets dringends aan iemand die het nu niet kan lezen"
NOBODY = "Wie jij dat zei, kan het nu niet lezen"


def cry(family: Family, to: str = "lotte") -> int:
    sent = {"who": str(family.person(to)), "once": family.once()}
    return family.browser("noor").post(family.url("portals:unsafe"), sent).status_code


def ask(family: Family, who: str, words: str) -> None:
    assert (
        family.browser(who).post(family.url("rights:say"), {"once": family.once(), "words": words}).status_code == 302
    )


def today(family: Family, who: str = "lotte") -> str:
    return unescape(family.browser(who).get(reverse("portals:today"), follow=True).content.decode())


def heard(family: Family, who: str = "lotte") -> str:
    return unescape(family.page("rights:heard", seen_by=who))


def read_it(family: Family, who: str = "lotte") -> None:
    row = family.door(who, Section.SAID).within(Said.objects.filter(item__look_on__isnull=False)).get()
    sent = {"once": family.once(), "answer": "Ik kom nu."}
    assert family.browser(who).post(family.url("rights:hear", said=row.pk), sent).status_code == 302


def lotte_goes(family: Family) -> None:
    Post.objects.filter(person=family.person("lotte")).update(until_on=clock.today(), ended_at=clock.now())


def an_takes_over(family: Family) -> None:
    team = Team.objects.get(name="Team Noord")
    post = {"organisation": team.organisation, "team": team, "role": Role.WORKER.value, "from_on": clock.today()}
    Post.objects.create(person_id=family.person("an"), **post)
    new = {"relation": Relation.WORKER.value, "person_id": family.person("an"), "from_on": clock.today()}
    Involvement.objects.create(dossier_id=family.noor.dossier, **new)


def test_it_comes_before_every_newer_message_with_its_time_until_lotte_read_it(family: Family) -> None:
    assert cry(family) == 302
    for who in ("ann", "karim", "wilma", "tarik"):
        ask(family, who, f"Vraag van {who}")
    page, said = today(family), heard(family)
    at = clock.now().astimezone().strftime("%H:")
    first = page[page.index("Eerst dit") : page.index("Iemand wil je iets zeggen")]
    assert CRY in first
    assert at in first
    assert said.index("Noor is nu niet veilig. Gezegd op") < said.index("Vraag van")
    assert "Zoek Noor nu op, of bel." in said
    assert CRY in family.page("portals:child", seen_by="lotte")
    read_it(family)
    assert CRY not in today(family)
    assert "Eerst dit" not in today(family)
    assert "Noor is nu niet veilig" not in heard(family)
    assert "Iemand wil je iets zeggen" in today(family)
    assert Dossier.objects.get(pk=family.noor.dossier).urgent_since is None


def test_what_another_says_is_no_cry(family: Family) -> None:
    ask(family, "ann", WORDS)
    assert "Eerst dit" not in today(family)
    assert "Noor is nu niet veilig" not in heard(family)


@pytest.mark.parametrize("who", ["bram", "an", "hilde", "ann", "tarik", "wilma"])
def test_nobody_else_reads_that_it_waits_while_lotte_can_read_it(family: Family, who: str) -> None:
    cry(family)
    assert CRY in today(family)
    page = today(family, who)
    assert CRY not in page.lower()
    assert "dringends" not in page
    assert NOBODY not in family.page("portals:child", seen_by="noor")


def test_when_lotte_is_gone_the_lead_reads_that_it_waits_and_to_whom_and_never_what(family: Family) -> None:
    cry(family)
    assert "dringends" not in today(family, "hilde")
    lotte_goes(family)
    page = today(family, "hilde")
    assert "Noor zei iets dringends aan Lotte, en die leest het nu niet" in page
    assert "veilig" not in page


def test_who_takes_over_is_told_that_it_waits_and_reads_no_word_of_it(family: Family) -> None:
    cry(family)
    an_takes_over(family)
    assert LOST not in today(family, "an")
    lotte_goes(family)
    for page in (today(family, "an"), unescape(family.page("portals:child", seen_by="an"))):
        assert LOST in page
        assert CRY not in page.lower()
    assert WORDS not in heard(family, "an")


def test_noor_reads_it_on_her_first_page_and_tells_somebody_else(family: Family) -> None:
    cry(family)
    an_takes_over(family)
    lotte_goes(family)
    first = family.page("portals:child", seen_by="noor")
    assert NOBODY in first
    assert first.index(NOBODY) < first.index("Wie mag wat weten?")
    for there in (family.url("portals:unsafe"), "tel:112", "tel:101"):
        assert there in first
    assert "Lotte" not in first
    assert cry(family, "an") == 302
    assert CRY in today(family, "an")
    assert heard(family, "an").count(WORDS) == 1  # what she said to Lotte stays with Lotte
    read_it(family, "an")
    for where in (family.page("portals:child", seen_by="noor"), today(family, "hilde"), today(family, "an")):
        assert NOBODY in where or "dringends" in where  # nobody read what she said to Lotte
    sent = {"who": "over", "once": family.once()}
    assert family.browser("noor").post(family.url("portals:unsafe"), sent).status_code == 302
    assert NOBODY not in family.page("portals:child", seen_by="noor")
    assert "dringends" not in today(family, "hilde")
    assert LOST not in today(family, "an")


def test_noor_says_that_it_is_not_needed_any_more(family: Family) -> None:
    cry(family)
    sent = {"who": "over", "once": family.once()}
    assert family.browser("noor").post(family.url("portals:unsafe"), sent).status_code == 200  # Lotte can read it
    assert CRY in today(family)
    lotte_goes(family)
    assert "Het hoeft niet meer" in family.page("portals:unsafe", seen_by="noor")
    assert family.browser("noor").post(family.url("portals:unsafe"), sent).status_code == 302
    assert NOBODY not in family.page("portals:child", seen_by="noor")
    assert "dringends" not in today(family, "hilde")


def test_told_to_who_stood_beside_her_and_may_not_come_near_any_more(family: Family) -> None:
    """R28: a restriction takes it away from who was told; of Wilma the lead reads no name."""
    cry(family, "wilma")
    assert not lost(clock.today()).exists()
    made = {"recorded_by_id": family.person("lotte"), "recorded_at": clock.now(), "from_on": clock.today()}
    Restriction.objects.create(dossier_id=family.noor.dossier, member_id=family.member("wilma"), **made)
    assert LOST in today(family, "lotte")
    page = today(family, "hilde")
    assert LOST in page
    assert "Wilma" not in page
    assert NOBODY in family.page("portals:child", seen_by="noor")


def test_a_cry_that_was_read_is_not_lost_when_who_read_it_goes(family: Family) -> None:
    cry(family)
    read_it(family)
    lotte_goes(family)
    assert "dringends" not in today(family, "hilde")
    assert NOBODY not in family.page("portals:child", seen_by="noor")
    assert Item.objects.filter(section=Section.SAID.value).exists()


def test_the_place_of_noor_says_that_she_waits_until_the_last_of_two_was_read(family: Family) -> None:
    def waits() -> bool:
        return Dossier.objects.get(pk=family.noor.dossier).urgent_since is not None

    assert not waits()
    for who in ("lotte", "wilma"):
        cry(family, who)
    read_it(family, "lotte")
    assert waits(), "Wilma did not read hers"
    read_it(family, "wilma")
    assert not waits()


@pytest.mark.parametrize("to", ["bram", "sem", "ann"])
def test_whom_it_does_not_reach_she_reads_so_at_once(family: Family, to: str) -> None:
    """Who left a moment ago, or stands in no list: never silently nothing (R14)."""
    sent = {"who": str(family.person(to)), "once": family.once()}
    page = unescape(family.browser("noor").post(family.url("portals:unsafe"), sent).content.decode())
    assert "Niemand kreeg dit bericht. Kies hieronder iemand anders, of bel 112." in page
    assert "Niemand kreeg" not in family.page("portals:unsafe", seen_by="noor")
    assert not family.door("lotte", Section.SAID).within(Said.objects.filter(item__look_on__isnull=False)).exists()
