"""The right is explained to Noor and to Sem, again and again: a fact for the lead, and words that are the child's."""

from datetime import date, timedelta

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils.formats import date_format

from kring.access.desk import desk_of
from kring.access.models import Item
from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.law.access import Section
from kring.law.rights_moments import MONTHS, SOON, Audience
from kring.law.time import months_later
from kring.moments import scripts
from kring.moments.models import Chance, Replied, Talk
from kring.people.models import Message, MessageCode
from kring.portals import jobs
from tests.family import Family

WORDS = "Ik wil <b>eerst</b> nadenken."
TODAY = clock.today


def send(family: Family, page: str, who: str = "lotte", *, child: str = "sem", **facts: str) -> HttpResponse:
    return family.browser(who).post(family.url(page, child=child), {"once": family.once(), **facts})


def explained(family: Family, who: str = "lotte", **facts: str) -> HttpResponse:
    told = {"reaction": "not_now", "words": WORDS, "audience": "child", "on": TODAY().isoformat(), "told_by": ""}
    return send(family, "moments:explain", who, **told | facts)


def since(family: Family, child: str = "sem") -> date | None:
    found: date | None = desk_of(family.actor("lotte")).due[family.seeded.dossiers[child]].get(Section.MOMENTS)
    return found


def test_with_sem_nobody_talked_and_that_waits_since_he_came(family: Family) -> None:
    told = family.page("moments:moments", seen_by="lotte", child="sem")
    assert "Het is tijd om erover te praten" in told
    assert "De hulp begint" in told
    assert "Praat met Sem over wie ernaast mag staan" in family.browser("lotte").get("/today/").content.decode()


def test_two_taps_and_nothing_waits_any_more(family: Family) -> None:
    assert explained(family).status_code == 302
    told = family.page("moments:moments", seen_by="lotte", child="sem")
    assert "Nu hoeft er niets" in told
    assert "Ik wil &lt;b&gt;eerst&lt;/b&gt; nadenken." in told
    assert since(family) == TODAY() + SOON, "not now"
    assert "Praat met Sem" not in family.browser("lotte").get("/today/").content.decode()
    assert family.log(Event.RIGHT_EXPLAINED) == 1


@pytest.mark.parametrize(
    ("reaction", "soon"), [("not_now", True), ("unknown", True), ("wants", False), ("has", False), ("nothing", False)]
)
def test_who_is_undecided_is_asked_again_in_some_weeks(family: Family, reaction: str, soon: bool) -> None:
    assert explained(family, reaction=reaction).status_code == 302
    again = TODAY() + SOON if soon else months_later(TODAY(), MONTHS)
    assert since(family) == again
    assert date_format(again, "j F") in family.page("moments:moments", seen_by="lotte", child="sem")


def test_the_child_reads_its_right_and_what_it_said(family: Family) -> None:
    told = family.page("moments:moments", seen_by="noor")
    assert "Je hebt recht op iemand naast je" in told
    assert "Ik wil iemand die mee durft naar de rechter." in told
    assert "Uitgelegd" not in told


@pytest.mark.parametrize("who", ["ann", "tarik", "wilma", "karim", "bram", "hilde", "mo", "saar", "an", "nadia"])
def test_to_others_there_is_nothing_here(family: Family, who: str) -> None:
    assert family.browser(who).get(family.url("moments:moments")).status_code == 404
    assert explained(family, who).status_code == 404


def test_the_child_writes_no_facts(family: Family) -> None:
    for page in ("moments:explain", "moments:later", "moments:happened", "moments:letter", "moments:chance"):
        assert family.browser("noor").get(family.url(page)).status_code == 404


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"on": "2099-01-01"}, "Die dag moet nog komen."),
        ({"on": "2001-01-01"}, "Toen stond dit kind nog niet in Kring."),
        ({"on": "gisteren"}, "Voer een geldige datum in."),
        ({"audience": "dog"}, "Dat staat hier niet, of niet meer"),
        ({"words": "x" * 50_001}, "50000"),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(family: Family, facts: dict[str, str], said: str) -> None:
    answer = explained(family, **facts).content.decode()
    assert said in answer
    assert facts.get("words", "nadenken.") in answer
    assert family.log(Event.RIGHT_EXPLAINED) == 0


def test_sem_keeps_his_pictures_until_lotte_told_him_what_changes_at_twelve(family: Family) -> None:
    """R15: the night of his birthday his home is what it was; what somebody told a parent changes nothing."""
    today, place = clock.today(), Dossier.objects.filter(pk=family.sem.dossier)
    place.update(born_on=today.replace(year=today.year - 12, day=min(today.day, 28)).isoformat())

    def has_pictures() -> bool:
        home = family.browser("sem").get(family.url("portals:child", child="sem"))
        return "portals/small.html" in {one.name for one in home.templates}

    assert has_pictures()
    assert explained(family, audience="parent").status_code == 302
    assert has_pictures()
    assert explained(family).status_code == 302
    assert not has_pictures()
    place.update(words_from=None, opened_on=today)
    assert not has_pictures(), "who came at twelve never had them"


def test_what_the_referrer_told_comes_along(family: Family) -> None:
    before = (family_day(family) - timedelta(days=30)).isoformat()
    assert explained(family, on=before, told_by="het CLB").status_code == 302
    told = family.page("moments:moments", seen_by="lotte", child="sem")
    assert "door het CLB" in told
    assert "na de start" not in told, "nobody talked with him here yet"
    assert "Het is tijd om erover te praten" in told


def family_day(family: Family) -> date:
    return Dossier.objects.get(pk=family.sem.dossier).opened_on


def test_until_tomorrow_nobody_asks_why(family: Family) -> None:
    assert send(family, "moments:tomorrow").status_code == 302
    assert since(family) == TODAY() + timedelta(days=1)
    told = family.page("moments:moments", seen_by="lotte", child="sem")
    assert "Het gesprek wacht tot" in told


def test_later_has_a_reason_and_a_day_that_is_to_come(family: Family) -> None:
    assert (
        "Kies een dag die nog moet komen."
        in send(family, "moments:later", until=TODAY().isoformat(), why="absent").content.decode()
    )
    day = TODAY() + timedelta(days=9)
    assert "Dit is nog leeg." in send(family, "moments:later", until=day.isoformat()).content.decode()
    assert send(family, "moments:later", until=day.isoformat(), why="absent").status_code == 302
    assert since(family) == day


def test_what_happens_makes_it_time_again(family: Family) -> None:
    explained(family)
    day = (TODAY() - timedelta(days=1)).isoformat()
    assert send(family, "moments:happened", moment="move", on=day).status_code == 302
    assert since(family) == TODAY() - timedelta(days=1)
    assert send(family, "moments:happened", moment="birthday", on=day).status_code == 200  # the calendar says that
    assert send(family, "moments:happened", moment="move", on="2099-01-01").status_code == 200


def test_a_form_sent_twice_counts_once(family: Family) -> None:
    once = {"once": family.once(), "audience": "child", "on": TODAY().isoformat(), "reaction": "unknown"}
    for _ in range(2):
        family.browser("lotte").post(family.url("moments:explain", child="sem"), once)
    door = family.door("lotte", Section.MOMENTS, child="sem")
    assert door.within(Talk.objects.all()).count() == door.within(Replied.objects.all()).count() == 1


def test_a_good_moment_is_talked_about_soon(family: Family) -> None:
    noted = {"member": str(family.member("karim")), "words": "Noor lachte na de match."}
    assert send(family, "moments:chance", child="noor", **noted).status_code == 302
    row = family.door("lotte", Section.RIGHTS).within(Chance.objects.all())[0]
    assert Item.objects.get(pk=row.pk).look_on == TODAY() + timedelta(days=1)
    talked = family.url("moments:chance_talked", chance=row.pk)
    assert family.browser("lotte").post(talked, {"once": family.once()}).status_code == 302
    assert Item.objects.get(pk=row.pk).look_on is None
    assert "Over gepraat op" in family.page("moments:chance", seen_by="lotte")
    assert send(family, "moments:chance", child="sem", **noted).status_code == 200  # nobody of Sem's circle


def test_the_letter_asks_to_bring_people_and_is_kept_nowhere(family: Family) -> None:
    told = {"to": "أمينة Łucja 🌻", "when": "Woensdag om 16 uur", "signed": "Lotte"}
    answer = send(family, "moments:letter", **told)
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert "Breng iemand mee" in family.page("moments:letter", seen_by="lotte", child="sem")


def test_a_tick_reminds_lotte_once_for_each_day(family: Family) -> None:
    for _ in range(3):
        jobs.tick()
    rows = Message.objects.filter(person=family.person("lotte"), code=MessageCode.MOMENT.value)
    assert [one.about for one in rows] == [family.sem.dossier]


def test_who_wants_no_reminders_gets_none_and_a_talk_stops_one(family: Family) -> None:
    browser = family.browser("lotte")
    chosen = {"once": family.once(), "where": "mail", "from_hour": "0", "until_hour": "24", "pace": "at_once"}
    assert browser.post(reverse("ways:channel"), chosen).status_code == 302
    jobs.tick()
    assert not Message.objects.filter(code=MessageCode.MOMENT.value).exists()


def test_another_consultant_is_counted_as_another_worker_is(family: Family) -> None:
    assert "andere consulent. Vraag" not in family.page("moments:moments", seen_by="lotte", child="sem")
    for _ in range(2):
        send(family, "moments:happened", moment="consultant", on=TODAY().isoformat())
    told = family.page("moments:moments", seen_by="lotte", child="sem")
    assert "Sem kreeg al 2 keer een andere consulent." in told
    explained(family)
    assert "al 2 keer een andere" in family.page("moments:moments", seen_by="lotte", child="sem")


def test_one_tap_on_what_sem_said_keeps_it_and_the_next_day_is_said_as_a_day_to_come(family: Family) -> None:
    asks = family.page("moments:explain", seen_by="lotte", child="sem")
    for value in ("wants", "has", "not_now", "unknown", "nothing", ""):
        assert f'name="reaction" value="{value}"' in asks
    assert 'type="radio" name="reaction"' not in asks
    first = min(asks.index(f'name="reaction" value="{value}"') for value in ("wants", "has", "nothing", ""))
    assert asks[first:].startswith('name="reaction" value=""'), "Enter in a field says nothing in the place of Sem"
    assert explained(family, reaction="has", words="").status_code == 302
    seen = family.page("moments:moments", seen_by="lotte", child="sem")
    assert "Dan is het weer een tijd geleden." in seen
    assert "Het is een tijd geleden" not in seen


def test_who_does_not_read_yet_gets_a_sheet_with_a_picture_beside_each_line() -> None:
    for audience in (Audience.SMALL, Audience.CHILD):
        sheet = scripts.sheet(audience, "nl")
        assert len(sheet.figures) == len(sheet.lines)
        assert scripts.pdf(sheet).startswith(b"%PDF")
    assert not scripts.sheet(Audience.PARENT, "nl").figures
