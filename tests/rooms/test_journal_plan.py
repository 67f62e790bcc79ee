"""The plan for when it is not safe: made by child and worker, read by who may; 112 and 101 whatever stands in it."""

import pytest
from django.http import HttpResponse

from kring.access.models import Say
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.journal.models import PlanLine
from kring.kit import clock
from kring.law.access import Relation, Section
from kring.law.parts import Part
from kring.people.models import Post, Role, Team
from tests.family import Family
from tests.rooms import test_picture_code as pictures
from tests.rooms.journal import SHOWN, page
from tests.rooms.knocking import yes
from tests.rooms.there_for import says_what_for

DOES = "schrijf naar Yara"


def add(family: Family, who: str, *, child: str = "noor", **facts: str) -> HttpResponse:
    told = {"once": family.once(), "kind": "do", "words": "Ik tel tot tien.", "number": ""} | facts
    return send(family, who, family.url("journal:plan", child=child), told)


def send(family: Family, who: str, where: str, told: dict[str, object]) -> HttpResponse:
    """Look who will read it, then keep it: as the page asks."""
    mark = SHOWN.search(family.browser(who).get(where).content.decode())
    return family.browser(who).post(where, told | ({"shown": mark[1]} if mark else {}))


def line(family: Family, words: str) -> PlanLine:
    door = family.door("lotte", Section.SAFETY)
    return next(one for one in door.within(PlanLine.objects.all()) if words in one.words)


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_child_and_worker_make_it_together(family: Family, who: str) -> None:
    assert add(family, who, words="Ik <b>tel</b> tot tien.").status_code == 302
    for reader in ("noor", "lotte"):
        told = family.page("journal:plan", seen_by=reader)
        assert "Ik &lt;b&gt;tel&lt;/b&gt; tot tien." in told
        assert 'href="tel:112"' in told
        assert 'href="tel:101"' in told
    assert family.log(Event.PLAN_CHANGED) == 1


def test_a_number_can_be_called(family: Family) -> None:
    assert add(family, "noor", kind="number", words="tante Mia", number="+32 470/00.00-07").status_code == 302
    assert 'href="tel:+32470000007"' in page(family, "noor", "journal:plan")


@pytest.mark.parametrize("number", ["javascript:alert(1)", "bel oma", "12 <b>"])
def test_what_is_no_number_is_said(family: Family, number: str) -> None:
    assert "Dit kan een telefoon niet bellen." in add(family, "noor", number=number).content.decode()


def test_a_line_that_is_a_number_has_one(family: Family) -> None:
    assert "Welk nummer is het?" in add(family, "noor", kind="number").content.decode()


@pytest.mark.parametrize("who", ["ann", "tarik", "wilma", "karim", "rita", "bram", "an", "mo"])
def test_to_others_there_is_nothing_here(family: Family, who: str) -> None:
    assert family.browser(who).get(family.url("journal:plan")).status_code == 404
    assert add(family, who).status_code == 404


def test_wilma_reads_it_by_noors_yes_and_a_part_in_her_safety_and_changes_nothing(family: Family) -> None:
    Say.objects.filter(pk=yes(family, "wilma").pk).update(topic="safety")
    assert family.browser("wilma").get(family.url("journal:plan")).status_code == 404, "a yes alone is no part (B47)"
    says_what_for(family, "wilma", Part.SAFETY)
    told = page(family, "wilma", "journal:plan")
    assert DOES in told
    assert "<textarea" not in told
    assert add(family, "wilma").status_code == 404
    assert family.browser("wilma").get(family.url("journal:line", line=line(family, DOES).pk)).status_code == 404


def test_who_stands_in_reads_the_plan_and_no_notes(family: Family) -> None:
    an = family.person("an")
    team = Team.objects.get(name="Team Noord")
    post = {"organisation": team.organisation, "team": team, "role": Role.WORKER.value, "from_on": clock.today()}
    Post.objects.create(person_id=an, **post)
    here = {"dossier_id": family.noor.dossier, "person_id": an, "relation": Relation.FALLBACK_WORKER.value}
    Involvement.objects.create(from_on=clock.today(), **here)
    assert DOES in page(family, "an", "journal:plan")
    assert family.browser("an").get(family.url("journal:notes")).status_code == 404
    assert add(family, "an").status_code == 404


def test_sem_reads_it_after_his_pictures(family: Family) -> None:
    tablet = pictures.register(family, "lotte")
    pictures.choose(family)
    pictures.tap(tablet)
    told = tablet.get(family.url("journal:plan", child="sem")).content.decode()
    assert "Ik neem Rex mee" in told
    assert 'href="tel:112"' in told
    assert "<textarea" not in told


def test_a_line_is_changed_and_taken_away(family: Family) -> None:
    row = line(family, DOES)
    where = family.url("journal:line", line=row.pk)
    told = {"once": family.once(), "kind": "do", "words": "Ik bel Yara.", "number": "", "version": 1}
    assert send(family, "noor", where, told).status_code == 302
    late = send(family, "lotte", where, told | {"once": family.once(), "words": "Ik ga slapen."})
    assert late.status_code == 409
    assert "Ik bel Yara." in late.content.decode()
    assert "Ik ga slapen." in late.content.decode()
    gone = family.browser("noor").post(family.url("journal:line_removal", line=row.pk), {"once": family.once()})
    assert gone.status_code == 302
    assert "Ik bel Yara." not in page(family, "noor", "journal:plan")


def test_a_line_of_another_child_is_not_here(family: Family) -> None:
    row = line(family, DOES)
    for name in ("journal:line", "journal:line_removal"):
        where = family.url(name, child="sem", line=row.pk)
        assert family.browser("lotte").post(where, {"once": family.once()}).status_code == 404
    assert DOES in page(family, "noor", "journal:plan")


def test_sent_twice_stands_once(family: Family) -> None:
    once = family.once()
    assert [add(family, "noor", once=once, words="één keer").status_code for _ in range(2)] == [302, 302]
    door = family.door("noor", Section.SAFETY)
    assert [one.words for one in door.within(PlanLine.objects.all())].count("één keer") == 1
