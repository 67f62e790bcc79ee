"""A message leaves once at most, whatever is killed, repeated or refused on the way."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage

from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.moments import jobs as moments
from kring.people.acts import messages
from kring.portals import jobs
from tests.family import Family
from tests.rooms.knocking import MORNING, At, choose, codes, tell
from tests.sink import Sink

# -- once at most -----------------------------------------------------------------------------------------------------


def test_telling_twice_is_telling_once(family: Family, post: Sink, at: At) -> None:
    choose(family, "karim")
    tell(family)
    tell(family)
    at(MORNING + timedelta(minutes=5))
    assert [jobs.tick(), jobs.tick()] == [1, 0]
    assert len(post.arrived) == 1


class Killed(BaseException):
    """The machine stops here."""


def dies(_: object) -> None:
    raise Killed


@pytest.mark.parametrize("mails", [0, 1])
def test_a_tick_that_is_killed_sends_nothing_twice(
    family: Family, post: Sink, at: At, monkeypatch: pytest.MonkeyPatch, mails: int
) -> None:
    choose(family, "karim")
    tell(family)
    at(MORNING + timedelta(minutes=5))
    send = EmailMessage.send

    def leaves_and_dies(mail: EmailMessage) -> int:
        if mails:
            send(mail)
        raise Killed

    with monkeypatch.context() as broken:
        broken.setattr(EmailMessage, "send", leaves_and_dies)
        with pytest.raises(Killed):
            jobs.tick()
    for minutes in (6, 11, 60):
        at(MORNING + timedelta(minutes=minutes))
        assert jobs.tick() == 0
    assert len(post.arrived) == mails
    assert codes(Event.MESSAGE_SENT, family) == [["account", "perhaps"]]


def test_what_a_killed_tick_only_took_leaves_after_five_minutes(
    family: Family, post: Sink, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(family, "karim")
    tell(family)
    at(MORNING + timedelta(minutes=5))
    with monkeypatch.context() as broken:
        broken.setattr(messages, "hand_over", dies)
        with pytest.raises(Killed):
            jobs.tick()
    for minutes, left in ((6, 0), (10, 1), (11, 0)):
        at(MORNING + timedelta(minutes=minutes))
        assert jobs.tick() == left
    assert len(post.arrived) == 1


def test_two_ticks_at_the_same_time_send_one_mail(
    family: Family, post: Sink, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(family, "karim")
    tell(family)
    at(MORNING + timedelta(minutes=5))
    send, others = EmailMessage.send, []

    def meanwhile(mail: EmailMessage) -> int:
        others.append(jobs.tick())
        return send(mail)

    monkeypatch.setattr(EmailMessage, "send", meanwhile)
    assert jobs.tick() == 1
    assert others == [0]
    assert len(post.arrived) == 1


def test_a_server_that_refuses_is_asked_again_for_three_days(family: Family, post: Sink, at: At) -> None:
    choose(family, "karim")
    tell(family)
    post.answer = "451 later"
    for hours in (1, 24, 48):
        at(MORNING + timedelta(hours=hours))
        assert jobs.tick() == 0
    at(MORNING + timedelta(hours=73))
    assert jobs.tick() == 0
    assert codes(Event.MESSAGE_DROPPED, family) == [["too-late"]]


def test_a_server_that_comes_back_gets_what_waited(family: Family, post: Sink, at: At, settings: object) -> None:
    choose(family, "karim")
    tell(family)
    at(MORNING + timedelta(hours=1))
    settings.EMAIL_PORT = 9  # type: ignore[attr-defined]  # nobody listens there
    assert jobs.tick() == 0
    settings.EMAIL_PORT = post.port  # type: ignore[attr-defined]
    at(MORNING + timedelta(hours=2))
    assert jobs.tick() == 1
    assert codes(Event.MESSAGE_SENT, family) == [["account"]]


@pytest.mark.parametrize("mails", [0, 1])
def test_a_reminder_to_a_colleague_that_a_kill_left_unknown_goes_again_under_its_own_name(
    family: Family, post: Sink, at: At, monkeypatch: pytest.MonkeyPatch, mails: int
) -> None:
    came = Dossier.objects.get(pk=family.sem.dossier).opened_on
    begun = MORNING.replace(year=came.year, month=came.month, day=came.day) + timedelta(days=40)
    at(begun)
    choose(family, "lotte")
    moments.remind()
    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", dies if not mails else _sends_and_dies(EmailMessage.send))
        at(begun + timedelta(minutes=5))
        with pytest.raises(Killed):
            jobs.tick()
    at(begun + timedelta(minutes=11))
    assert jobs.tick() == 1
    assert len(post.arrived) == 1 + mails
    assert len({mail["Message-ID"] for _to, mail in post.arrived}) == 1
    assert "perhaps" not in str(codes(Event.MESSAGE_SENT, family))


def _sends_and_dies(send: Callable[[EmailMessage], int]) -> Callable[[EmailMessage], int]:
    def sends(mail: EmailMessage) -> int:
        send(mail)
        raise Killed

    return sends
