"""What happens by itself, every few minutes: `./kring manage tick`.

Two at the same time, or one that is killed, send nothing twice (`people.acts.messages`).  What a message is about is
looked at here, because the answers of the child stand on floors above the people: at the last moment, in the
transaction that lets it go.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from smtplib import SMTPConnectError, SMTPException, SMTPServerDisconnected
from uuid import UUID

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from kring.access.acts.protecting import is_restricted
from kring.access.disclosure import Disclosure
from kring.access.models import Say
from kring.access.standing import anew_from
from kring.dossier.models import Involvement, Involvements
from kring.endings import jobs as endings
from kring.kit import clock
from kring.law.access import Relation
from kring.moments import jobs as moments
from kring.people import mail
from kring.people.acts import cards, days, house, messages
from kring.people.acts import peers as meetings
from kring.people.models import Channel, Message, MessageCode, Post, User, Way
from kring.people.reach import reach_of
from kring.support import jobs as support
from kring.support import peers

NOTHING = UUID(int=0)


class NobodyListensError(Exception):
    """The mail server is not there: the others wait for the next tick too."""


def tick() -> int:
    """Let go what fell due, where the day is believed (`people.acts.days`); send what may leave.  How many mails left.

    On a day that is not believed messages still leave: somebody may be waiting for one, and it takes nothing away.
    """
    messages.tidy()
    if days.is_believed():
        _goes_by_itself()
        days.tidied()
    left = 0
    waiting = Message.objects.waiting().filter(from_hour=None).order_by("person")
    for person in waiting.values_list("person", flat=True).distinct():
        try:
            left += _tell(person)
        except NobodyListensError:
            return left
    with suppress(NobodyListensError):
        left += _tell_before()
    return left


def _goes_by_itself() -> None:
    """What is erased or closed by the day that it is, and what somebody is reminded of."""
    messages.erase()
    cards.tidy()
    meetings.tidy()
    support.tidy()
    endings.tidy()
    house.close_what_ran_out(on=clock.today())
    moments.remind()
    endings.remind()


def _tell(person: UUID) -> bool:
    """One mail for everything that someone may hear of now; false when none left."""
    now = clock.now()
    channel = reach_of(person, on=clock.today())
    if channel and not channel.is_open(now):
        return False
    taken = messages.take(person, made_before=channel.takes_until(now) if channel else now)
    if channel is None:
        _drop(taken, "nowhere")
        return False
    fresh = [one for one in taken if one.made_at > now - messages.LONGEST]
    _drop([one for one in taken if one not in fresh], "too-late")
    if not fresh:
        return False
    with _line() as line:
        going = _at_the_last_moment(channel, fresh)
        return bool(going) and _leaves(channel.address, going, line)


def _at_the_last_moment(channel: Channel, fresh: Sequence[Message]) -> list[Message]:
    """What may leave now that the mail server listens: whatever was taken back since these were taken does not.

    Where somebody is not reached any more as a moment ago, they wait for the next tick.
    """
    now, still = clock.now(), reach_of(fresh[0].person_id, on=clock.today())
    if still is None or still.address != channel.address or not still.is_open(now):
        return []
    with transaction.atomic():
        going = [one for one in fresh if still_holds(one, now)]
        messages.hand_over(going)
    _drop([one for one in fresh if one not in going], "not-any-more")
    return going


@contextmanager
def _line() -> Iterator[BaseEmailBackend]:
    """The mail server, listening, so that nothing has to be waited for between the last look and the mail.

    Raises `NobodyListensError`.
    """
    line = get_connection()
    try:
        line.open()
    except (OSError, SMTPException) as refusal:
        raise NobodyListensError from refusal
    try:
        yield line
    finally:
        line.close()


def _tell_before() -> int:
    """What must reach where messages came until now, one by one, at the hours that were safe there.

    Raises `NobodyListensError`.
    """
    now, left = clock.now(), 0
    for one in messages.take_for_before(timezone.localtime(now).hour):
        if one.made_at <= now - messages.LONGEST or not User.objects.filter(person=one.person, is_active=True).exists():
            messages.drop([one], "not-any-more")
            continue
        with _line() as line:
            messages.hand_over([one])
            left += _leaves(one.address, [one], line)
    return left


def _leaves(address: str, going: Sequence[Message], line: BaseEmailBackend) -> bool:
    """Give the mail to the server.  Raises `NobodyListensError`."""
    written = mail.changed if any(one.code == MessageCode.ACCOUNT for one in going) else mail.knock
    letter = mail.named(written(address), [one.pk for one in going])
    letter.connection = line
    try:
        letter.send()
    except (OSError, SMTPException) as refusal:
        messages.refused(going)
        here = isinstance(refusal, SMTPException) and not isinstance(refusal, SMTPConnectError | SMTPServerDisconnected)
        if here:
            return False
        raise NobodyListensError from refusal
    messages.sent(going)
    return True


def _drop(some: Sequence[Message], why: str) -> None:
    if some:
        messages.drop(some, why)


def still_holds(message: Message, at: datetime) -> bool:
    """Whether what a message is about is still so: given and not taken back, and the person still involved."""
    return HOLDS[MessageCode(message.code)](message, at)


def _shared(message: Message, at: datetime) -> bool:
    """A yes that still holds, or an emergency that was told to this person; of a parent no longer what fell at 18.

    Of who said that it stops no yes: that opens nothing to it any more (`access.standing.has_stopped`).
    """
    here = _involved(message, at).values("dossier")
    told = Disclosure.objects.filter(
        pk=message.about or NOTHING, to=message.person, ended_at=None, dossier__in=here
    ).first()
    if told:
        return _counts(message, at, told.dossier_id, clock.day(told.at))
    yes = Say.objects.in_force(clock.today()).filter(
        pk=message.about or NOTHING, answer="yes", towards__same_person__person=message.person
    )
    goes_on = _involved(message, at).exclude(relation=Relation.SUPPORTER.value, told_as__gt="")
    said = set(yes.filter(dossier__in=goes_on.values("dossier")).values_list("dossier_id", "from_on"))
    return any(
        not is_restricted(dossier, person=message.person_id) and _counts(message, at, dossier, on)
        for dossier, on in said
    )


def _counts(message: Message, at: datetime, dossier: UUID, on: date) -> bool:
    """Whether what was opened on this day still counts: the rights of a parent end by a birthday (R15)."""
    held = list(_involved(message, at).filter(dossier=dossier).select_related("dossier"))
    anew = anew_from(held, on=clock.today())
    return anew is None or on >= anew


def _asked(message: Message, at: datetime) -> bool:
    return _involved(message, at).filter(dossier=message.about).exists()


def _moment(message: Message, at: datetime) -> bool:
    return _asked(message, at) and moments.still_waits(message.about or NOTHING)


def _role(message: Message, at: datetime) -> bool:
    held = _involved(message, at).filter(pk=message.about or NOTHING).first()
    return held is not None and not is_restricted(held.dossier_id, person=message.person_id)


def _handing(message: Message, at: datetime) -> bool:
    """Whether that colleague still has a last day, and who is told still works in that house."""
    held = Post.objects.current(clock.today()).filter(pk=message.about or NOTHING).exclude(until_on=None)
    return held.filter(
        organisation__posts__in=Post.objects.current(clock.today()).filter(person=message.person)
    ).exists()


def _way(message: Message, at: datetime) -> bool:
    return Way.objects.open(at).filter(pk=message.about or NOTHING, person=message.person).exists()


def _involved(message: Message, at: datetime) -> Involvements:
    return Involvement.objects.current(clock.today()).filter(person=message.person)


HOLDS: dict[MessageCode, Callable[[Message, datetime], bool]] = {
    MessageCode.SHARED: _shared,
    MessageCode.ASKED: _asked,
    MessageCode.MOMENT: _moment,
    MessageCode.HANDING: _handing,
    MessageCode.ROLE_CHANGED: _role,
    MessageCode.WAY_GIVEN: _way,
    MessageCode.GATHERING: lambda message, _at: peers.still_holds(message.person_id, message.about),
    MessageCode.ACCOUNT: lambda _message, _at: True,
}
