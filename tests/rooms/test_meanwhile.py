"""A yes that is taken back while a sheet is made of what it opened, and a clock that jumps over a last day (issue 4).

Each time: nothing is handed out, and the log has its line.
"""

import subprocess
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.http import HttpResponse

from kring.access.acts import answering, protecting
from kring.access.acts.answering import Answering
from kring.access.door import RefusedError
from kring.access.models import Say, Word
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from tests.family import Family
from tests.links import share
from tests.rooms.test_who_may_know import ask, sees_the_circle

HOME = {"who": "home", "names": "full", "shown": ["near"]}


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """What somebody else does while a sheet is in the press."""

    def does(act: Callable[[], object]) -> None:
        def press(*_: object, **__: object) -> object:
            act()
            return subprocess.CompletedProcess([], 0, stdout=b"%PDF-1.7")

        monkeypatch.setattr(subprocess, "run", press)

    return does


def take(family: Family, who: str, kind: str = "pdf") -> HttpResponse:
    return family.browser(who).get(family.url(f"circle:{kind}"), HOME)


def stop(family: Family) -> None:
    """Noor takes back all she said yes to, on her own page."""
    for say in Say.objects.filter(dossier=family.noor.dossier, answer="yes", withdrawn_at=None):
        family.browser("noor").post(family.url("portals:stop_answer", say=say.pk), {"once": family.once()})


# -- taken back while a file is being made ----------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["pdf", "png"])
def test_a_yes_taken_back_while_the_sheet_is_made_hands_out_no_sheet(
    family: Family, kind: str, meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    share(family, "wilma")
    meanwhile(lambda: None)
    assert take(family, "wilma", kind).content.startswith(b"%PDF")
    meanwhile(lambda: stop(family))
    refused = take(family, "wilma", kind)
    assert refused.status_code == 404
    assert not refused.has_header("Content-Disposition")
    assert family.log(Event.DOOR_REFUSED) == 1


def test_a_no_about_one_person_meanwhile_hands_out_no_sheet_with_that_person_on_it(
    family: Family, meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    share(family, "wilma")
    no = Answering(towards=family.member("wilma"), word=Word.NO, item=family.member("karim"))
    meanwhile(lambda: answering.answer(family.door("noor"), no, once=uuid7()))
    back = take(family, "wilma")
    assert back.status_code == 302
    meanwhile(lambda: None)
    assert take(family, "wilma").status_code == 200, "made anew, as it is now"


def test_contact_that_is_restricted_meanwhile_hands_out_no_sheet(
    family: Family, meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    share(family, "wilma")
    toward = [protecting.Toward(member=family.member("wilma"))]
    door = family.door("lotte", Section.RIGHTS)
    meanwhile(lambda: protecting.restrict(door, toward, from_on=clock.today(), until_on=None, once=None))
    assert take(family, "wilma").status_code == 404


def test_who_was_let_go_meanwhile_gets_no_sheet(
    family: Family, meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    mine = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("lotte"))
    yesterday = clock.today() - timedelta(days=1)
    meanwhile(lambda: mine.update(from_on=yesterday, until_on=yesterday))
    assert family.browser("lotte").get(family.url("circle:pdf"), {**HOME, "side": "1"}).status_code == 404


# -- a clock that jumps -----------------------------------------------------------------------------------------------


def test_a_clock_that_jumps_over_the_last_day_shuts_every_road(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(family, "karim", "yes", until="week")
    assert sees_the_circle(family, "karim")
    assert take(family, "karim", "svg").status_code == 200
    far = clock.now() + timedelta(days=400)
    monkeypatch.setattr(clock, "now", lambda: far)
    for page in ("portals:child", "circle:page", "circle:list", "circle:svg", "circle:pdf"):
        assert family.browser("karim").get(family.url(page), HOME).status_code == 404, page
    assert family.log(Event.DOOR_REFUSED) == 5
    with pytest.raises(RefusedError):
        family.door("karim")


def test_a_clock_that_jumps_while_the_sheet_is_made(
    family: Family, monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    ask(family, "karim", "yes", until="week")
    late = clock.now() + timedelta(days=8)
    meanwhile(lambda: monkeypatch.setattr(clock, "now", lambda: late))
    assert take(family, "karim").status_code == 404
