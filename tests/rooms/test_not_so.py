"""What Lotte writes of pastor Johan, who has no way in: Noor reads by whom, and says that it is not so (R2).

With one tap it stands as before.  A pause that Noor would have asked as well, and a no that she would know.
"""

from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from django.urls import reverse

from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.endings.acts import leaving
from kring.endings.models import Farewell, Leaving
from kring.endings.second import SILENT
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.endings import Leaves
from kring.law.meaning import Meaning
from kring.law.steps import Stand
from kring.rights.acts.telling import Told
from kring.rights.models import Taken, Wish
from kring.rights.paths import path_as
from tests import answered
from tests.family import Family
from tests.rooms.test_not_safe import an_takes_over
from tests.rooms.test_steps import ASK, send
from tests.rooms.test_wish_page import name, wishes

NOT_SO = "Dat klopt niet, of dat weet ik niet"
KNOWS = "Zijn zus belde."


@pytest.fixture
def johan(family: Family) -> UUID:
    """Noor chose pastor Johan as her JIM, and they began; the wish."""
    name(family, "johan", by="noor", meaning="jim")
    wish: UUID = wishes(family)[-1].pk
    answered.said(family, "johan", Meaning.JIM)
    assert send(family, "began", wish, by="noor").status_code == 302
    return wish


def home(family: Family, who: str = "noor") -> str:
    return unescape(family.page("portals:child", seen_by=who))


def stand(family: Family) -> Stand:
    return path_as(family.door("noor", Section.RIGHTS), family.member("johan"), Meaning.JIM).stand


def denies(family: Family, by: str = "noor") -> int:
    rows = family.door("lotte", Section.RIGHTS).within(Taken.objects.stands_in_the_way().order_by("-pk"))
    where = family.url("rights:unsaid", said=rows[0].pk)
    return int(family.browser(by).post(where, {"once": family.once()}).status_code)


def is_told(family: Family, why: str = "stops", *, by: str = "lotte") -> None:
    facts = {"member": str(family.member("johan")), "why": why, "teller": "Lotte", "how": "", "tells_on": ""}
    family.browser("lotte").post(family.url("endings:leave"), {"once": family.once(), **facts})
    row = family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None)).get()
    told = {"once": family.once(), "on": clock.today().isoformat(), "by": "Lotte"}
    assert family.browser(by).post(family.url("endings:tell", leaving=row.pk), told).status_code == 302


def stops(family: Family, wish: UUID) -> None:
    assert send(family, "stopped", wish, by="lotte", words=KNOWS).status_code == 302
    is_told(family)


def test_how_lotte_knows_is_asked_and_nothing_ends_before_noor_was_told(family: Family, johan: UUID) -> None:
    assert "Hoe weet je dat?" in send(family, "stopped", johan, by="lotte").content.decode()
    page = family.page("rights:stopped", seen_by="lotte", wish=johan)
    assert "Is er gevaar dat niet kan wachten? Daarvoor is er de contactbeperking." in page
    assert send(family, "stopped", johan, by="lotte", words=KNOWS).status_code == 302
    assert stand(family) is Stand.SERVING
    assert "Lotte schreef op" not in home(family)


def test_it_ends_with_a_farewell_and_two_looks_and_noor_reads_who_wrote_it(family: Family, johan: UUID) -> None:
    stops(family, johan)
    assert family.door("lotte", Section.RIGHTS).within(Wish.objects.filter(withdrawn_on=None)).count() == 0
    assert "stopt ermee" in family.page("endings:endings", seen_by="noor")
    for page in (home(family), unescape(family.page("rights:beside", seen_by="noor"))):
        assert "Lotte schreef op dat pastor Johan stopt" in page
        assert KNOWS in page
        assert NOT_SO in page
        assert "zei dat het stopt" not in page


def test_with_one_tap_he_stands_beside_her_again(family: Family, johan: UUID) -> None:
    stops(family, johan)
    assert denies(family, "lotte") == 404
    assert denies(family) == 302
    assert stand(family) is Stand.SERVING
    assert "Lotte schreef op" not in home(family)
    assert "stopt ermee" not in family.page("endings:endings", seen_by="noor")
    assert family.door("lotte", Section.RIGHTS).within(Farewell.objects.all()).exists(), "what was told stays a record"
    assert "dat zei ik niet. Lees wat er opgeschreven stond" in family.page("endings:due", seen_by="lotte")


GONE = "Lotte schreef op dat pastor Johan er niet meer is"


def test_that_he_is_not_there_any_more_is_no_fact_by_lotte_alone(family: Family, johan: UUID) -> None:
    """Noor chose him, and he has no way in: a second human says that it was told, or it waits (R2)."""
    facts = {"member": str(family.member("johan")), "why": "lost", "teller": "Lotte", "how": "", "tells_on": ""}
    family.browser("lotte").post(family.url("endings:leave"), {"once": family.once(), **facts})
    row = family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None)).get()
    told = {"once": family.once(), "on": clock.today().isoformat(), "by": "Lotte"}
    where = family.url("endings:tell", leaving=row.pk)
    answer = family.browser("lotte").post(where, told, follow=True)
    assert "Noor koos Pastor Johan. Daarom zegt een tweede mens" in unescape(answer.content.decode())
    assert stand(family) is Stand.SERVING
    with pytest.raises(NotAllowedError):
        leaving.tell(family.door("lotte", Section.RIGHTS), row, Told(on=clock.today()), act=uuid7())
    later = clock.now() + SILENT + timedelta(minutes=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: later)
        leaving.tell(family.door("lotte", Section.RIGHTS), row, Told(on=clock.today()), act=uuid7())
    assert not family.door("noor", Section.RIGHTS).within(Wish.objects.in_force()).exists()


def test_who_leads_reads_that_a_second_human_is_asked_and_not_of_whom(family: Family, johan: UUID) -> None:
    line = "1 keer in veertien dagen schreef een begeleider op dat iemand er niet meer is"

    def lead() -> str:
        return unescape(family.browser("hilde").get(reverse("portals:lead")).content.decode())

    assert line not in lead()
    facts = {"member": str(family.member("johan")), "why": "lost", "teller": "Lotte", "how": "", "tells_on": ""}
    family.browser("lotte").post(family.url("endings:leave"), {"once": family.once(), **facts})
    assert line in lead()
    assert "Johan" not in lead()
    assert Event.LEAVING_ASKS_SECOND.is_kept_from_the_child


def test_noor_reads_on_her_first_page_who_wrote_it_and_denies_it_there(family: Family, johan: UUID) -> None:
    an_takes_over(family)
    is_told(family, "lost", by="an")
    line = GONE.replace("Lotte", "An")
    assert line in home(family)
    assert NOT_SO in home(family)
    assert line in unescape(family.page("rights:beside", seen_by="noor"))
    assert denies(family) == 302
    assert stand(family) is Stand.SERVING
    assert line not in home(family)


def test_after_that_no_waiting_makes_it_so(family: Family, johan: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    an_takes_over(family)
    is_told(family, "lost", by="an")
    denies(family)
    for why in ("lost", "stops"):
        facts = {"member": str(family.member("johan")), "why": why, "teller": "An", "how": "", "tells_on": ""}
        answer = family.browser("an").post(family.url("endings:leave"), {"once": family.once(), **facts})
        assert "Alleen Pastor Johan zelf kan dit nu zeggen." in unescape(answer.content.decode())
    later = clock.now() + SILENT + timedelta(minutes=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    with pytest.raises(NotAllowedError):
        leaving.hear(
            family.door("an", Section.RIGHTS), family.member("johan"), leaving.Heard(why=Leaves.LOST), act=uuid7()
        )
    assert stand(family) is Stand.SERVING


@pytest.mark.parametrize(
    ("voice", "line"),
    [
        ("child", "Lotte schreef op dat jij pauze wil met pastor Johan"),
        ("person", "Lotte schreef op dat pastor Johan pauze wil"),
    ],
)
def test_a_pause_that_lotte_wrote_noor_denies_with_one_tap(family: Family, johan: UUID, voice: str, line: str) -> None:
    assert send(family, "paused", johan, by="lotte", voice=voice, expressed="said", told="yes").status_code == 302
    assert stand(family) is Stand.PAUSED
    assert line in home(family)
    assert denies(family, "lotte") == 404
    assert denies(family) == 302
    assert stand(family) is Stand.SERVING
    assert "schreef op dat" not in home(family)
    assert "Op pauze" not in family.page("rights:beside", seen_by="noor")


def test_a_no_that_lotte_wrote_as_known_noor_did_not_hear(family: Family) -> None:
    name(family, "johan", by="noor", meaning="jim")
    wish = wishes(family)[-1].pk
    assert send(family, "answered", wish, by="lotte", reply="no", told="yes", **ASK).status_code == 302
    assert stand(family) is Stand.NO
    assert "Lotte schreef op dat pastor Johan nee zei" in home(family)
    assert denies(family) == 302
    assert stand(family) is Stand.ASKED
    assert "nee zei" not in home(family)


def test_what_noor_wrote_herself_asks_nothing_of_her(family: Family, johan: UUID) -> None:
    assert send(family, "paused", johan, by="noor", voice="person").status_code == 302
    assert "schreef op" not in home(family)


def test_an_answer_is_not_of_before_the_question(family: Family, johan: UUID) -> None:
    name(family, "wilma", by="noor", meaning="jim")
    wish = wishes(family)[-1].pk
    send(family, "asked", wish, by="noor", **ASK)
    before = {"on": (clock.today() - timedelta(days=10)).isoformat(), "reply": "yes"}
    assert send(family, "answered", wish, by="noor", **before).status_code == 200
    assert send(family, "answered", wish, by="noor", reply="yes").status_code == 302
