"""Sem, nine years, alone with his pictures: he says who somebody is, and lets it know something for a week.

He says no to Lotte, takes that back, and reads what was written down.
"""

import re
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from django.test import Client

from kring.access.acts import answering
from kring.access.asking import everything
from kring.access.models import Say, Word
from kring.access.same import SamePerson
from kring.circle.models import Placement
from kring.kit import clock
from kring.law.access import Section, Topic
from kring.portals.answers import number
from tests.family import Family
from tests.rooms.journal import write
from tests.rooms.pointing import surely
from tests.rooms.small import read, where
from tests.rooms.test_picture_code import choose, register, tap

HOME = number(Topic.HOME)
REX = "Ik wil dat Rex mee mag."


@pytest.fixture
def tablet(family: Family) -> Client:
    """Nobody pointed out anybody of Sem's circle yet."""
    browser = register(family, "lotte")
    choose(family)
    tap(browser)
    return browser


def point(family: Family, browser: Client, account: str, member: str) -> str:
    """One tap on a picture of his circle; the page he comes to."""
    there = where(family, "portals:who_is", other=family.person(account))
    chosen = "new" if member == "new" else str(family.member(member))
    answer = browser.post(there, {"member": chosen, "once": family.once()}, follow=True)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def say(family: Family, browser: Client, word: str, member: UUID, **more: str) -> str:
    asked = where(family, "portals:question", member=member, topic=HOME)
    sent = {"word": word, "until": "stop", "once": family.once(), **more}
    return unescape(browser.post(asked, sent, follow=True).content.decode())


def lets_ann(family: Family) -> bool:
    return Topic.HOME in family.door("ann", Section.SAID, child="sem").answers.yes_topics


# -- who is that? -----------------------------------------------------------------------------------------------------


def test_he_points_out_mama_himself_lotte_confirms_it_and_his_yes_waits_for_another(
    family: Family, tablet: Client
) -> None:
    known = read(tablet, where(family, "portals:known"))
    who_is = where(family, "portals:who_is", other=family.person("ann"))
    assert who_is in known
    asks = read(tablet, who_is)
    assert "Wie is Ann in jouw kring?" in asks
    faces = re.findall(r'#([a-z]+)"></use></svg><span>([^<]+)</span>', asks)
    assert {("mother", "mama"), ("grandmother", "oma Rita"), ("someone", "Staat er nog niet in")} <= set(faces)
    assert "Lotte krijgt dit te zien en kijkt na of het klopt." in asks
    mama = family.member("sem_mama")
    told = point(family, tablet, "ann", "sem_mama")
    assert "Jij zei: Ann is mama" in told
    said = say(family, tablet, "yes", mama)
    assert "Een begeleider die jouw prenten niet kent, vraagt het jou ook." in said
    assert not lets_ann(family)
    assert "Sem zei wie mama is. Klopt dat?" in family.page("portals:known", seen_by="lotte", child="sem")
    family.browser("lotte").post(where(family, "portals:is_so", member=mama), {"once": family.once()})
    assert not lets_ann(family), "Lotte knows his pictures, and mama is a parent"
    confirm = where(family, "portals:confirm_answer", say=Say.objects.get(towards=mama).pk)
    tablet.post(confirm, {"once": family.once()})
    assert not lets_ann(family)
    family.browser("sem").post(confirm, {"once": family.once()})
    assert lets_ann(family), "with a way in of his own he says it"


def test_with_his_own_way_in_his_yes_begins_once_lotte_looked(family: Family) -> None:
    sem, mama = family.browser("sem"), family.member("sem_mama")
    point(family, sem, "ann", "sem_mama")
    said = say(family, sem, "yes", mama)
    assert "Je begeleider kijkt nog na wie mama is. Daarna begint het." in said
    assert "Je begeleider kijkt nog na wie dit is." in read(sem, where(family, "portals:known"))
    assert not lets_ann(family)
    family.browser("lotte").post(where(family, "portals:is_so", member=mama), {"once": family.once()})
    assert lets_ann(family)
    assert SamePerson.objects.get(item=mama).confirmed_by_id == family.person("lotte")


def test_with_pictures_that_lotte_knows_nothing_opens_before_it_is_confirmed(family: Family, tablet: Client) -> None:
    """Whoever knows the pictures could point out Tarik as mama: it opens nothing, and his no holds."""
    mama = family.member("sem_mama")
    point(family, tablet, "tarik", "sem_mama")
    say(family, tablet, "yes", mama)
    door = family.door("tarik", Section.SAID, child="sem")
    assert not door.answers.yes_topics
    assert SamePerson.objects.get(item=mama).confirmed_at is None
    say(family, tablet, "no", mama)
    assert "home" in family.door("tarik", Section.SAID, child="sem").answers.no_topics


def test_somebody_of_his_circle_who_does_not_come_in_yet(family: Family, tablet: Client) -> None:
    juf = family.member("sem_juf")
    about = where(family, "portals:about", member=juf)
    assert about in read(tablet, where(family, "portals:known"))
    told = read(tablet, about)
    assert "Kring weet niet of juf Els hier komt. Jij kan wel al kiezen." in told
    assert where(family, "rights:say") in told
    say(family, tablet, "yes", juf)
    assert Say.objects.get(towards=juf).answer == Word.YES


# -- for how long, no, and taking it back -----------------------------------------------------------------------------


@pytest.mark.parametrize(("until", "days"), [("week", 7), ("stop", None)])
def test_a_yes_for_a_week_or_until_he_says_stop(family: Family, tablet: Client, until: str, days: int | None) -> None:
    juf = family.member("sem_juf")
    asks = read(tablet, where(family, "portals:question", member=juf, topic=HOME))
    assert "Ja, één week" in asks
    assert "Ja, tot ik stop zeg" in asks
    assert re.search(r'<form method="post" id="week">.*?name="until" value="week"', asks, re.DOTALL)
    say(family, tablet, "yes", juf, until=until)
    last = clock.today() + timedelta(days=days) if days else None
    assert Say.objects.get(towards=juf).until_on == last


def test_he_says_no_to_lotte_and_it_is_closed_at_once(family: Family, tablet: Client) -> None:
    who_is = where(family, "portals:who_is", other=family.person("lotte"))
    assert who_is in read(tablet, where(family, "portals:known"))
    assert "Zeg je nee? Dan is dat meteen dicht." in read(tablet, who_is)
    point(family, tablet, "lotte", "new")
    lotte = SamePerson.objects.get(person=family.person("lotte")).item_id
    assert Topic.HOME not in family.door("lotte", Section.JOURNAL, child="sem").answers.no_topics
    say(family, tablet, "no", lotte)
    assert Topic.HOME in family.door("lotte", Section.JOURNAL, child="sem").answers.no_topics


def test_he_changes_his_no_both_ways_and_what_he_closed_opens_no_more_by_his_pictures_alone(
    family: Family, tablet: Client
) -> None:
    """Lotte knows his pictures: what he closed, a colleague asks him too (`test_small_pictures_known.py`)."""
    surely(family, "ann", "sem_mama")
    mama = family.member("sem_mama")
    say(family, family.browser("sem"), "yes", mama)
    assert lets_ann(family)
    say(family, tablet, "no", mama)
    assert not lets_ann(family)
    told = read(tablet, where(family, "portals:about", member=mama))
    stop = where(family, "portals:stop_answer", say=Say.objects.get(towards=mama, withdrawn_at=None).pk)
    assert stop not in told
    assert where(family, "portals:question", member=mama, topic=HOME) in told
    say(family, tablet, "yes", mama)
    assert not lets_ann(family)
    say(family, family.browser("sem"), "yes", mama)
    assert lets_ann(family), "with his own way in he changes it alone"


def test_his_no_to_lotte_is_not_taken_back_with_the_pictures_that_she_knows(family: Family, tablet: Client) -> None:
    surely(family, "lotte", "sem_juf")
    lotte = family.member("sem_juf")
    say(family, tablet, "no", lotte)
    row = Say.objects.get(towards=lotte)
    stop = where(family, "portals:stop_answer", say=row.pk)
    assert stop not in read(tablet, where(family, "portals:about", member=lotte))
    tablet.post(stop, {"once": family.once()})
    row.refresh_from_db()
    assert row.withdrawn_at is None
    answering.withdraw(family.door("sem", Section.ANSWERS, child="sem"), row, once=clock_once(family))
    row.refresh_from_db()
    assert row.withdrawn_at is not None, "with his own way in it is"


def clock_once(family: Family) -> UUID:
    return UUID(family.once())


# -- what was written down --------------------------------------------------------------------------------------------


def test_he_reads_from_his_home_the_first_words_of_what_was_written_down(family: Family, tablet: Client) -> None:
    write(family, "lotte", f"{'Sem speelt graag buiten. ' * 8}En dat is lang.", child="sem", class_0="file")
    notes = where(family, "journal:notes")
    assert notes in read(tablet, where(family, "portals:child"))
    told = read(tablet, notes)
    assert REX in told
    assert "En dat is lang." not in told
    assert where(family, "journal:write") not in told
    assert "<kring-speak" in told


def test_what_he_does_not_share_is_not_read_with_pictures(family: Family, tablet: Client) -> None:
    """R8: who knows the pictures would read it."""
    write(family, "sem", "Niemand mag dit weten.", child="sem", held_close="on", topic_0="home")
    assert "Niemand mag dit weten." in family.page("journal:notes", seen_by="sem", child="sem")
    assert "Niemand mag dit weten." not in read(tablet, where(family, "journal:notes"))


# -- one name for everyone --------------------------------------------------------------------------------------------


def test_everywhere_he_reads_the_name_that_he_uses(family: Family, tablet: Client) -> None:
    """Ann is mama and Lotte is juf Lotte, on each page that he comes to; who comes in by it stands behind it."""
    surely(family, "ann", "sem_mama")
    surely(family, "lotte", "sem_juf")
    for row in family.door("lotte", Section.CIRCLE, child="sem").within(
        Placement.objects.filter(member=family.member("sem_juf"))
    ):
        row.name = "juf Loes"
        with everything():
            row.save(update_fields=["name"])
    say(family, tablet, "yes", family.member("sem_mama"))
    waiting, seen = [where(family, "portals:child")], set()
    while waiting:
        page = waiting.pop()
        seen.add(page)
        if page.endswith("/other/"):
            continue  # where it says who that is by its own name, the name is what it is about
        shown = re.sub(r'<section[^>]*id="who-it-is".*?</section>', "", read(tablet, page), flags=re.DOTALL)
        text = re.sub(r"<[^>]+>", " ", re.sub(r"<(script|style).*?</\1>", "", shown, flags=re.DOTALL))
        text = re.sub(r"([Mm]ama) \(Ann\)|([Jj]uf Loes) \(Lotte\)", r"\1\2", text)
        assert not re.search(r"\b(Ann|Lotte)\b", text), (page, re.findall(r".{60}\b(?:Ann|Lotte)\b.{20}", text))
        links = re.findall(
            r'href="(/d/[^"#?]+/(?:known|home|notes|say|unsafe|wish|drawing)/[^"#?]*)"', read(tablet, page)
        )
        waiting += [one for one in dict.fromkeys(links) if one not in seen and one not in waiting]
    assert len(seen) > 12
