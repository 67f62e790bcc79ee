"""Taken back while the job already has the message in hand, and the mail server is on the line: nothing leaves.

Not over SMTP either: what is refused there is looked at once more before it is offered again (quality.md 4).
"""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.mail.backends.smtp import EmailBackend

from kring.access.models import Restriction, Say
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.people.models import Channel, Message, User
from kring.portals import jobs
from tests.family import Family
from tests.rooms.knocking import MORNING, SAFE, At, choose, codes, tell, yes
from tests.sink import Sink

Change = Callable[[Family], None]
ELSEWHERE = "elders@post.example"


def takes_it_back(_family: Family) -> None:
    Say.objects.update(withdrawn_at=MORNING)


def ends_his_place(family: Family) -> None:
    Involvement.objects.filter(person=family.person("karim")).update(ended_at=MORNING)


def restricts(family: Family) -> None:
    Restriction.objects.create(
        dossier_id=family.noor.dossier,
        member_id=family.member("karim"),
        from_on=clock.day(MORNING),
        recorded_by_id=family.person("lotte"),
        recorded_at=MORNING,
    )


def says_nowhere(family: Family) -> None:
    choose(family, "karim", address="")


def is_shut_out(family: Family) -> None:
    User.objects.filter(person=family.person("karim")).update(is_active=False)


def has_other_hours(_family: Family) -> None:
    Channel.objects.update(from_hour=18, until_hour=20)


def has_another_address(family: Family) -> None:
    Channel.objects.filter(person=family.person("karim")).update(address=ELSEWHERE)


@pytest.fixture
def on_the_line(monkeypatch: pytest.MonkeyPatch, family: Family) -> Callable[[Change], None]:
    """What happens while the mail server picks up."""

    def at_that_moment(change: Change) -> None:
        picks_up = EmailBackend.open

        def opens(line: EmailBackend) -> bool | None:
            opened = picks_up(line)
            if opened:
                change(family)
            return opened

        monkeypatch.setattr(EmailBackend, "open", opens)

    return at_that_moment


@pytest.mark.parametrize("change", [takes_it_back, ends_his_place, restricts, says_nowhere, is_shut_out])
def test_what_is_taken_back_while_the_server_picks_up_does_not_leave(
    family: Family, post: Sink, at: At, on_the_line: Callable[[Change], None], change: Change
) -> None:
    choose(family, "karim")
    tell(family, about=yes(family).pk)
    at(MORNING + timedelta(minutes=5))
    on_the_line(change)
    assert jobs.tick() == 0
    for minutes in (11, 30, 90):
        at(MORNING + timedelta(minutes=minutes))
        assert jobs.tick() == 0
    assert post.arrived == []
    assert codes(Event.MESSAGE_SENT, family) == []
    assert len(codes(Event.MESSAGE_DROPPED, family)) == 1


def test_without_a_change_it_leaves(family: Family, post: Sink, at: At, on_the_line: Callable[[Change], None]) -> None:
    choose(family, "karim")
    tell(family, about=yes(family).pk)
    at(MORNING + timedelta(minutes=5))
    on_the_line(lambda _family: None)
    assert jobs.tick() == 1
    assert [to for to, _ in post.arrived] == [SAFE]


def test_an_hour_that_is_not_safe_any_more_waits(
    family: Family, post: Sink, at: At, on_the_line: Callable[[Change], None]
) -> None:
    choose(family, "karim")
    tell(family, about=yes(family).pk)
    at(MORNING + timedelta(minutes=5))
    on_the_line(has_other_hours)
    assert jobs.tick() == 0
    assert post.arrived == []
    assert Message.objects.get().dropped_at is None
    at(MORNING.replace(hour=17, minute=30))  # half past six in Flanders
    assert jobs.tick() == 1


def test_an_address_that_is_not_used_any_more_gets_nothing(
    family: Family, post: Sink, at: At, on_the_line: Callable[[Change], None]
) -> None:
    choose(family, "karim")
    tell(family, about=yes(family).pk)
    at(MORNING + timedelta(minutes=5))
    on_the_line(has_another_address)
    assert jobs.tick() == 0
    at(MORNING + timedelta(minutes=11))
    assert jobs.tick() == 1
    assert [to for to, _ in post.arrived] == [ELSEWHERE]


@pytest.mark.parametrize("change", [takes_it_back, ends_his_place, restricts, says_nowhere])
def test_what_the_server_refused_is_looked_at_anew_before_it_is_offered_again(
    family: Family, post: Sink, at: At, change: Change
) -> None:
    choose(family, "karim")
    tell(family, about=yes(family).pk)
    post.answer = "451 later"
    at(MORNING + timedelta(minutes=5))
    assert jobs.tick() == 0
    change(family)
    post.answer = "250 OK"
    at(MORNING + timedelta(minutes=15))
    assert jobs.tick() == 0
    assert post.arrived == []
