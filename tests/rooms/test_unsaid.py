"""Lotte writes down that Noor chose otherwise: when and how she said so; Noor reads who wrote it and says: not so."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.access.acts import closing
from kring.access.desk import desk_of
from kring.access.kept import Kept
from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Stand
from kring.rights.acts import wishes
from kring.rights.models import Serving, Taken, Wish
from kring.rights.paths import path_as
from tests.family import Family
from tests.rooms.agreeing import agreed
from tests.rooms.test_chose_otherwise import agreement, chooses, relation, says_yes
from tests.rooms.test_decided import decide, prepare
from tests.rooms.test_small_who_may_know import tablet  # noqa: F401  # a fixture
from tests.rooms.test_told_first import karim_serves

OTHERS = ["wilma", "karim", "ann", "an", "bram", "mo", "hilde"]


@pytest.fixture
def wilma(family: Family) -> UUID:
    """Noor chose Wilma as her JIM; they agreed, and Wilma may know about school."""
    wish = chooses(family)
    agreed(family)
    says_yes(family)
    return wish


def writes(family: Family, wish: UUID, *, by: str = "lotte", **said: Any) -> str:
    """Lotte writes it down: on the day before, spoken; the answer, also of a form that says what is missing."""
    on = (clock.today() - timedelta(days=said.pop("ago", 0))).isoformat()
    told = {"once": family.once(), "expressed": "said", "on": on, "words": "ik wil liever oma", **said}
    where = family.url("rights:withdraw", wish=wish)
    return family.browser(by).post(where, told, follow=True).content.decode()


def kept(family: Family, model: type[Kept], **where: Any) -> list[Any]:
    return list(family.door("lotte", Section.RIGHTS).within(model.objects.filter(**where)).order_by("pk"))


def taps(family: Family, said: UUID, *, by: str = "noor") -> HttpResponse:
    return family.browser(by).post(family.url("rights:unsaid", said=said), {"once": family.once()}, follow=True)


def ending(family: Family) -> UUID:
    (row,) = kept(family, Taken, step="ended", voice="child")
    return row.pk


def beside(family: Family, who: str = "noor") -> str:
    return family.page("rights:beside", seen_by=who)


def test_one_tap_of_lotte_ends_nothing(family: Family, wilma: UUID) -> None:
    where = family.url("rights:withdraw", wish=wilma)
    assert "Hoe zei Noor dat?" in family.browser("lotte").get(where).content.decode()
    answer = family.browser("lotte").post(where, {"once": family.once()})
    assert "Kies hoe het gezegd is." in answer.content.decode()
    assert kept(family, Wish, pk=wilma)[0].withdrawn_on is None
    assert family.log(Event.WISH_WITHDRAWN) == 0


def test_nor_does_one_tap_end_a_serving(family: Family) -> None:
    karim_serves(family)
    where = family.url("rights:end", member=family.member("karim"))
    assert family.browser("lotte").post(where, {"once": family.once()}).status_code == 302
    assert len(kept(family, Serving, ended_on=None)) == 1
    assert family.browser("noor").post(where, {"once": family.once()}).status_code == 302
    assert not kept(family, Serving, ended_on=None)


def test_noor_reads_who_wrote_it_when_and_how_she_said_it(family: Family, wilma: UUID) -> None:
    assert "Noor leest dat." in writes(family, wilma)
    for who, words in (("noor", "op dat jij Wilma niet meer kiest."), ("lotte", "op dat Noor anders koos.")):
        seen = beside(family, who)
        assert "Lotte schreef op" in seen
        assert words in seen
        assert "ik wil liever oma" in seen
    assert "Zo zei je het: gezegd, op" in beside(family)
    assert ("Dat zei ik niet" in beside(family), "Dat zei ik niet" in beside(family, "lotte")) == (True, False)


def test_a_day_that_cannot_be_ends_nothing(family: Family, wilma: UUID) -> None:
    for ago in (-1, 3):
        writes(family, wilma, ago=ago)
        assert kept(family, Wish, pk=wilma)[0].withdrawn_on is None


def test_what_noor_does_herself_is_written_by_nobody_else(family: Family, wilma: UUID) -> None:
    family.browser("noor").post(family.url("rights:withdraw", wish=wilma), {"once": family.once()})
    assert not kept(family, Taken, step="ended")
    assert "schreef op" not in beside(family)
    assert "Dat zei ik niet" not in beside(family)


def test_her_one_tap_and_the_choice_stands_again(family: Family, wilma: UUID) -> None:
    there = agreement(family)
    writes(family, wilma)
    assert relation(family) is Relation.SUPPORTER
    assert family.browser("wilma").get(there).status_code == 404
    seen = taps(family, ending(family)).content.decode()
    assert "Wilma staat weer naast jou." in seen
    assert "dat zei ik niet" in seen
    assert kept(family, Wish, pk=wilma)[0].withdrawn_on is None
    assert path_as(family.door("lotte", Section.RIGHTS), family.member("wilma"), Meaning.JIM).stand is Stand.WISHED
    assert relation(family) is Relation.JIM
    assert family.browser("wilma").get(there).status_code == 200
    assert family.door("wilma", Section.SAID).answers.yes_topics == frozenset()  # asked anew
    assert family.log(Event.WISH_UNSAID) == 1


def test_who_served_serves_again_from_the_day_it_began(family: Family) -> None:
    wish = karim_serves(family)
    (before,) = kept(family, Serving)
    writes(family, wish)
    assert relation(family, "karim") is not Relation.TRUST_PERSON
    taps(family, ending(family))
    (now,) = kept(family, Serving)
    assert (now.began_on, now.ended_on, now.decision) == (before.began_on, None, before.decision)
    assert relation(family, "karim") is Relation.TRUST_PERSON
    assert "begon als vertrouwenspersoon" in family.page("rights:person", seen_by="noor", member=family.member("karim"))


def home(family: Family, who: str = "noor") -> str:
    return family.page("portals:child", seen_by=who)


def test_her_first_page_says_who_wrote_it_when_and_how_until_she_answers(family: Family, wilma: UUID) -> None:
    told = "Lotte schreef op dat jij Wilma niet meer kiest"
    assert told not in home(family)
    writes(family, wilma)
    seen = home(family)
    assert told in seen
    assert "Zo zei je het: " in seen
    assert "ik wil liever oma" in seen
    assert "Dat zei ik niet" in seen
    assert "Dat zei ik niet" not in home(family, "lotte")
    taps(family, ending(family))
    assert told not in home(family)


def test_what_she_ended_or_chose_anew_herself_asks_nothing_there(family: Family, wilma: UUID) -> None:
    family.browser("noor").post(family.url("rights:withdraw", wish=wilma), {"once": family.once()})
    assert "niet meer kiest" not in home(family)
    again = chooses(family)
    writes(family, again)
    assert "niet meer kiest" in home(family)
    chooses(family)
    assert "niet meer kiest" not in home(family)


def test_lotte_reads_that_it_was_contradicted_and_comes_back_to_it(family: Family, wilma: UUID) -> None:
    writes(family, wilma)
    taps(family, ending(family))
    assert desk_of(family.actor("lotte")).due[family.noor.dossier][Section.RIGHTS] == clock.today()
    due = family.page("endings:due", seen_by="lotte")
    assert "Iemand zei: dat zei ik niet." in due
    assert "wie vertelt het" not in due
    assert "We praatten erover" in beside(family, "lotte")
    assert "Goed dat je erop terugkwam." in taps(family, ending(family), by="lotte").content.decode()
    assert "dat zei ik niet" not in family.page("endings:due", seen_by="lotte")
    assert "We praatten erover" not in beside(family, "lotte")
    assert "dat zei ik niet" in beside(family, "lotte")  # that it was so, stays
    assert taps(family, ending(family), by="lotte").status_code == 404


def test_hilde_reads_a_number_and_nothing_else(family: Family, wilma: UUID) -> None:
    lead = family.browser("hilde").get(reverse("portals:lead")).content.decode()
    assert "dat zei ik niet" not in lead
    writes(family, wilma)
    taps(family, ending(family))
    lead = family.browser("hilde").get(reverse("portals:lead")).content.decode()
    assert "1 keer in dertig dagen zei iemand: dat zei ik niet" in lead
    assert "Wilma" not in lead


def test_by_closing_the_place_nobody_takes_that_number_away(family: Family, wilma: UUID) -> None:
    writes(family, wilma)
    taps(family, ending(family))
    last = closing.Last(day=clock.today(), told_on=clock.today(), told_by="Lotte")
    closing.close(family.door("lotte", Section.RIGHTS), last, once=uuid7())
    lead = family.browser("hilde").get(reverse("portals:lead")).content.decode()
    assert "1 keer in dertig dagen zei iemand: dat zei ik niet" in lead


def test_who_was_chosen_anew_meanwhile_simply_stands(family: Family, wilma: UUID) -> None:
    writes(family, wilma)
    again = chooses(family)
    assert "Wilma staat weer naast jou." in taps(family, ending(family)).content.decode()
    assert [row.pk for row in kept(family, Wish, withdrawn_on=None, meaning="jim")] == [again]


def test_too_late_when_she_chose_anew_and_ended_it_herself(family: Family, wilma: UUID) -> None:
    writes(family, wilma)
    again = chooses(family)
    family.browser("noor").post(family.url("rights:withdraw", wish=again), {"once": family.once()})
    assert "Kies dan opnieuw" in taps(family, ending(family)).content.decode()
    assert not kept(family, Wish, withdrawn_on=None, meaning="jim")
    assert "Iemand zei: dat zei ik niet." in family.page("endings:due", seen_by="lotte")


def test_what_she_ended_herself_before_does_not_come_back_with_it(family: Family) -> None:
    """Karim served, and she ended that with her own tap; she chose him anew, and Lotte wrote down an end of that."""
    first = karim_serves(family)
    family.browser("noor").post(family.url("rights:withdraw", wish=first), {"once": family.once()})
    assert "Je koos opnieuw" not in beside(family)
    anew = chooses(family, "karim", Meaning.TRUST_PERSON)
    writes(family, anew)
    taps(family, ending(family))
    assert [row.pk for row in kept(family, Wish, member=family.member("karim"), withdrawn_on=None)] == [anew]
    assert kept(family, Wish, pk=first)[0].withdrawn_on == clock.today()
    assert kept(family, Serving, ended_on=None) == [], "it ended by her own tap: it begins anew"


def test_somebody_appointed_meanwhile_is_not_put_aside_by_a_tap(family: Family) -> None:
    wish = karim_serves(family)
    writes(family, wish)
    assert decide(family, prepare(family)).status_code == 302
    taps(family, ending(family))
    assert kept(family, Wish, pk=wish)[0].withdrawn_on is None
    assert not kept(family, Serving, ended_on=None)  # it begins anew


def test_a_choice_that_lotte_wrote_down(family: Family) -> None:
    """R1: it stands at once, whoever writes it; and it goes with one tap when Noor never said it."""
    wish = chooses(family, "tom", Meaning.SUPPORTER, by="lotte")
    assert "Lotte schreef dit op, op" in beside(family)
    seen = taps(family, wish).content.decode()
    assert "tom" in seen.casefold()
    assert "staat daarvoor niet meer naast jou." in seen
    assert kept(family, Wish, pk=wish)[0].withdrawn_on == clock.today()
    assert "Iemand zei: dat zei ik niet." in family.page("endings:due", seen_by="lotte")


def test_her_own_choice_of_the_same_one_stays(family: Family) -> None:
    own = chooses(family, "tom", Meaning.SUPPORTER)
    wish = chooses(family, "tom", Meaning.SUPPORTER, by="lotte")
    assert "Jouw eigen keuze blijft." in taps(family, wish).content.decode()
    assert kept(family, Wish, pk=own)[0].withdrawn_on is None
    assert taps(family, own).status_code == 404  # she wrote that herself


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_says_so_in_her_place(family: Family, wilma: UUID, who: str) -> None:
    writes(family, wilma)
    assert taps(family, ending(family), by=who).status_code == 404
    assert family.log(Event.WISH_UNSAID) == 0
    assert taps(family, ending(family), by="lotte").status_code == 404  # nothing was contradicted yet
    assert taps(family, ending(family)).status_code == 200
    assert taps(family, ending(family)).status_code == 404  # said once


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_writes_it_down(family: Family, wilma: UUID, who: str) -> None:
    where, said = family.url("rights:withdraw", wish=wilma), {"expressed": Expressed.SAID.value}
    sent = {"once": family.once(), "on": clock.today().isoformat(), **said}
    assert family.browser(who).post(where, sent).status_code == 404
    assert kept(family, Wish, pk=wilma)[0].withdrawn_on is None
    assert "Noor leest dat." in writes(family, wilma)


def test_sem_of_nine_says_it_with_one_tap_on_his_first_page(family: Family, tablet: Client) -> None:  # noqa: F811
    """By pictures, and read aloud; what he ended himself is not asked."""
    rita, child = family.member("sem_rita"), {"child": "sem"}
    door = family.door("lotte", Section.RIGHTS, child="sem")
    said = wishes.Said(meaning=Meaning.SUPPORTER, expressed=Expressed.POINTED, on=clock.today())
    wish = wishes.name(door, rita, said, act=uuid7())
    home = family.url("portals:child", **child)
    assert "niet meer kiest" not in tablet.get(home).content.decode()
    sent = {"once": family.once(), "expressed": "pointed", "on": clock.today().isoformat(), "words": ""}
    assert family.browser("lotte").post(family.url("rights:withdraw", wish=wish, **child), sent).status_code == 302
    assert "Lotte schreef op dat jij" in tablet.get(home).content.decode()
    (row,) = door.within(Taken.objects.filter(step="ended"))
    there = family.url("rights:unsaid", said=row.pk, **child)
    answer = tablet.post(there, {"once": family.once()})
    assert answer.headers["Location"] == home
    assert "niet meer kiest" not in tablet.get(home).content.decode()
    assert door.within(Wish.objects.in_force().filter(pk=wish)).exists()
