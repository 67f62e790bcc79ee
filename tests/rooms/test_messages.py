"""Messages: a knock on the door, sent to who called an address safe, at safe hours, once at most, and about nothing."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.access.models import Say
from kring.audit.events import Event
from kring.demo.cast import CAST
from kring.dossier.models import Involvement
from kring.people import welcome
from kring.people.acts import linking, passkeys
from kring.people.models import Channel, Message, MessageCode, User
from kring.portals import jobs
from tests.family import Family
from tests.rooms.knocking import MORNING, SAFE, At, choose, codes, tell, yes
from tests.rooms.staying import PIN, SENTENCE, account, at_work
from tests.sink import Sink

# -- what a mail says -------------------------------------------------------------------------------------------------


def test_a_mail_says_that_there_is_something_and_nothing_else(family: Family, post: Sink, at: At) -> None:
    choose(family, "karim")
    tell(family, about=yes(family).pk)
    at(MORNING + timedelta(minutes=5))
    assert jobs.tick() == 1
    [(to, mail)] = post.arrived
    assert to == SAFE
    assert mail["Subject"] == "Nieuw bericht"
    assert mail["From"] == "bericht@localhost"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"].endswith("@localhost>")
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content().split() == ["Er", "staat", "iets", "voor", "je", "klaar.", "http://localhost/"]
    whole = post.raw[0].decode().lower()
    names = {part.name.lower() for part in CAST}
    assert not names & set(re.findall(r"\w+", whole))
    assert not [word for word in ("kanariewoord", "school", "jeugd", "hulp", "dossier", "x-mailer") if word in whole]


def test_the_mails_of_signing_in_have_the_same_sender_and_headers(family: Family, post: Sink) -> None:
    welcome.send(User.objects.get(person=family.person("an")), "http://localhost/a-link/")
    Client().post(reverse("account_reset_password"), {"email": "lotte@kring.example"})
    for _, sent in post.arrived:
        assert (sent["From"], sent["Auto-Submitted"]) == ("bericht@localhost", "auto-generated")
        assert sent.get_content_type() == "text/plain"
        assert not [part.name for part in CAST if f" {part.name}" in sent.get_content()]
    assert post.arrived


# -- where ------------------------------------------------------------------------------------------------------------


def typed_over(browser: Client, family: Family, code: str = "") -> HttpResponse:
    """The digits of the last mail, or these."""
    found = re.search(r"\d{6}", str(mail.outbox[-1].body))
    assert found
    return browser.post(reverse("ways:channel"), {"code": code or found[0], "once": family.once()})


def fill(family: Family, who: str, **other: str) -> int:
    """Choose where, and prove it when it is another address."""
    said = {"where": "mail", "address": SAFE, "is_safe": "on", "from_hour": "9", "until_hour": "20", "pace": "digest"}
    sent = {name: value for name, value in {**said, **other, "once": family.once()}.items() if value}
    browser, mails = family.browser(who), len(mail.outbox)
    answer = browser.post(reverse("ways:channel"), sent)
    if len(mail.outbox) > mails:
        answer = typed_over(browser, family)
    return answer.status_code


def test_someone_chooses_where_a_message_is_safe(family: Family) -> None:
    assert fill(family, "karim") == 302
    kept = Channel.objects.get(person=family.person("karim"))
    assert (kept.address, kept.is_safe, kept.at_once) == (SAFE, True, False)
    assert codes(Event.CHANNEL_CHOSEN, family) == [["mail"]]
    assert fill(family, "karim", where="nowhere") == 302
    kept.refresh_from_db()
    assert (kept.address, kept.is_safe) == ("", False)


ASKED = {"where": "mail", "address": SAFE, "is_safe": "on", "from_hour": "9", "until_hour": "20", "pace": "digest"}


def test_an_address_is_used_once_who_reads_it_typed_over_a_code(family: Family) -> None:
    browser = family.browser("karim")
    browser.post(reverse("ways:channel"), {**ASKED, "once": family.once()})
    assert not Channel.objects.exists()
    assert "Kijk in je mail" in browser.get(reverse("ways:channel")).content.decode()
    for _ in range(4):
        assert "niet de cijfers" in typed_over(browser, family, "x").content.decode()
    assert typed_over(browser, family, "x").status_code == 302
    typed_over(browser, family)
    assert not Channel.objects.exists(), "after five wrong ones the code is over"
    browser.post(reverse("ways:channel"), {**ASKED, "once": family.once()})
    typed_over(browser, family)
    assert Channel.objects.get(person=family.person("karim")).address == SAFE


def test_where_messages_came_before_hears_of_another_address_at_its_own_hours(
    family: Family, post: Sink, at: At
) -> None:
    at(MORNING.replace(hour=21))
    choose(family, "karim", address="vroeger@post.example")
    choose(family, "karim")
    assert jobs.tick() == 0
    at(MORNING + timedelta(days=1))
    assert [jobs.tick(), jobs.tick()] == [1, 0]
    [(to, told)] = post.arrived
    assert to == "vroeger@post.example"
    assert told["Subject"] == "Nieuw bericht"
    assert told.get_content().startswith("Er staat iets voor je klaar.")
    assert SAFE not in post.raw[0].decode()


def test_after_nowhere_nothing_leaves(family: Family, post: Sink, at: At) -> None:
    choose(family, "karim")
    choose(family, "karim", address="")
    at(MORNING + timedelta(days=1))
    assert jobs.tick() == 0
    assert post.arrived == []


@pytest.mark.parametrize("missing", [{"is_safe": ""}, {"address": ""}, {"until_hour": "9"}])
def test_an_address_that_others_read_is_not_kept(family: Family, missing: dict[str, str]) -> None:
    assert fill(family, "karim", **missing) == 200
    assert not Channel.objects.exists()


@pytest.mark.parametrize("who", ["karim", "noor", "ann"])
def test_without_a_safe_channel_nothing_is_sent(family: Family, post: Sink, at: At, who: str) -> None:
    tell(family, who)
    at(MORNING + timedelta(days=1))
    assert jobs.tick() == 0
    assert post.arrived == []
    assert codes(Event.MESSAGE_DROPPED, family) == [["nowhere"]]


def test_a_colleague_has_the_address_of_the_account_and_a_digest(family: Family, post: Sink, at: At) -> None:
    tell(family, "lotte")
    assert jobs.tick() == 0
    at(MORNING + timedelta(days=1))
    assert jobs.tick() == 1
    assert post.arrived[0][0] == "lotte@kring.example"


# -- when -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-03-28T07:59", False),  # winter: 8:59
        ("2026-03-28T08:00", True),
        ("2026-03-29T06:59", False),  # the night an hour was skipped: 8:59
        ("2026-03-29T07:00", True),
        ("2026-10-25T07:59", False),  # the night an hour came twice
        ("2026-10-25T08:00", True),
        ("2026-10-25T18:59", True),
        ("2026-10-25T19:00", False),  # eight in the evening
    ],
)
def test_safe_hours_are_those_of_the_clock_on_the_wall(moment: str, is_open: bool) -> None:
    hours = Channel(from_hour=9, until_hour=20)
    assert hours.is_open(datetime.fromisoformat(f"{moment}+00:00")) is is_open


def test_the_first_hour_of_a_day_is_one_moment_also_when_it_comes_twice() -> None:
    for day, hour in (("2026-03-29", 1), ("2026-10-25", 0)):
        noon = datetime.fromisoformat(f"{day}T12:00+00:00")
        assert Channel(from_hour=2).takes_until(noon) == noon.replace(hour=hour)


def test_a_digest_is_one_mail_a_day_with_what_was_there_in_the_morning(family: Family, post: Sink, at: At) -> None:
    choose(family, "karim", at_once=False)
    for once in ("one", "two", "three"):
        tell(family, once=once)
    for hours, mails in ((0, 0), (2, 0), (24, 1), (25, 1)):
        at(MORNING + timedelta(hours=hours))
        jobs.tick()
        assert len(post.arrived) == mails
        tell(family, once=f"later {hours}")
    assert Message.objects.waiting().count() == 2  # of today: tomorrow's mail


def test_outside_safe_hours_a_message_waits(family: Family, post: Sink, at: At) -> None:
    choose(family, "karim")
    tell(family)
    for hour, mails in ((20, 0), (23, 0), (33, 1)):
        at(MORNING.replace(hour=0) + timedelta(hours=hour))
        jobs.tick()
        assert len(post.arrived) == mails


# -- what it is about still holds -------------------------------------------------------------------------------------


def withdraw(say: Say, _family: Family) -> None:
    Say.objects.filter(pk=say.pk).update(withdrawn_at=MORNING)


def stop(_say: Say, family: Family) -> None:
    Involvement.objects.filter(person=family.person("karim")).update(ended_at=MORNING)


def disable(_say: Say, family: Family) -> None:
    User.objects.filter(person=family.person("karim")).update(is_active=False)


def choose_nowhere(_say: Say, family: Family) -> None:
    choose(family, "karim", address="")


@pytest.mark.parametrize(
    ("happens", "why"),
    [(withdraw, "not-any-more"), (stop, "not-any-more"), (disable, "nowhere"), (choose_nowhere, "nowhere")],
)
def test_nothing_is_sent_after_it_was_taken_back(
    family: Family, post: Sink, at: At, happens: Callable[[Say, Family], None], why: str
) -> None:
    choose(family, "karim")
    say = yes(family)
    tell(family, about=say.pk)
    happens(say, family)
    at(MORNING + timedelta(minutes=5))
    assert jobs.tick() == 0
    assert post.arrived == []
    assert codes(Event.MESSAGE_DROPPED, family)[-1] == [why]


# -- what one comes in with changed -----------------------------------------------------------------------------------


def told_of_account(family: Family, who: str = "lotte") -> int:
    return Message.objects.filter(person=family.person(who), code=MessageCode.ACCOUNT.value).count()


def test_a_changed_way_in_is_told_to_its_owner(family: Family) -> None:
    browser = at_work(family)
    Message.objects.all().delete()
    browser.post(reverse("ways:pin"), {"old": PIN, "pin": "730158", "again": "730158", "once": family.once()})
    assert told_of_account(family) == 1
    passkeys.add(account(family), "mijn gsm", {"id": "AQID"})
    passkeys.remove(account(family), passkeys.of(account(family))[0])
    assert told_of_account(family) == 3
    linking.link(account(family), "acm", "lotte-at-acm")
    linking.unlink(account(family), "acm")
    assert told_of_account(family) == 5
    fields = {"oldpassword": SENTENCE, "password1": "vijf geiten op een berg", "password2": "vijf geiten op een berg"}
    assert browser.post(reverse("account_change_password"), fields).status_code == 302
    assert told_of_account(family) == 6


def test_who_comes_in_for_the_first_time_changed_nothing(family: Family) -> None:
    passkeys.add_first(account(family, "an"), "mijn gsm", {"id": "AQID"})
    assert told_of_account(family, "an") == 0


def test_the_mail_of_it_begins_as_every_other_and_says_where_to_look(family: Family, post: Sink, at: At) -> None:
    choose(family, "karim")
    tell(family)
    at(MORNING + timedelta(minutes=5))
    jobs.tick()
    [(_, mail)] = post.arrived
    assert mail["Subject"] == "Nieuw bericht"
    first, *_, last = mail.get_content().strip().splitlines()
    assert first == "Er staat iets voor je klaar."
    assert "niets veranderd" in mail.get_content()
    assert last == "http://localhost/in/stays/"
