"""Is it still this person?  Asked at a rhythm, without the person there; a no ends nothing by itself (A124)."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.access.readers import others
from kring.access.writing import Filing, NotAllowedError
from kring.audit.events import Event
from kring.circle import calling
from kring.endings.models import StillAsked
from kring.endings.reading import answers_about
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.kit.sentences import code_of, sentence
from kring.law.access import Klass, Section, Topic
from kring.law.endings import Still, still_again
from kring.rights import hearing
from kring.rights.acts import never_said, said
from kring.rights.denied import is_left_to_the_child
from kring.rights.models import Wish


def readers(door: Door, wish: Wish, named: Mapping[UUID, str]) -> list[str]:
    """Who will read the answer, by name: also that person itself, where the child shares what it says of it (R20)."""
    around = calling.as_known(door, others(door), named)
    return calling.will_read(door, Section.RIGHTS, _filing(wish), around)


def ask(door: Door, wish: Wish, answer: Still, words: str, *, act: UUID) -> None:
    """Keep what the child said, and when it is asked again.  Ending it is a step of the child's own.

    Raises `NotAllowedError` where the child denied such an answer before, and this visitor may not write one again.
    """
    if is_denied(door, answers_about(door, wish.member_id)):
        raise NotAllowedError
    today = clock.today()
    named = list(door.within(Wish.objects.in_force().filter(member=wish.member_id, meaning=wish.meaning)))
    with door.writes(Event.STILL_ASKED, once=act, codes=(answer.value,)) as write:
        told = {"member_id": wish.member_id, "meaning": wish.meaning, "asked_on": today}
        write.add(StillAsked, _filing(wish), answer=answer.value, words=words, **told)
        for row in named:
            write.look_again(row, on=still_again(today, answer) if row.pk == wish.pk else None)


def is_denied(door: Door, before: Iterable[StillAsked]) -> bool:
    """Whether the child denied one of these answers, whatever it is, and this visitor may not write another."""
    return is_left_to_the_child(door, [(row.pk, row.item.author_id, not row.answer) for row in before])


def deny(door: Door, row: StillAsked, *, act: UUID) -> None:
    """The child never said this: the answer and its words go, and who works with it hears so (R9, R23).

    That it was asked stays, on its day.  Raises `NotAllowedError`.
    """
    if not never_said.may_deny(door, row, row.answer):
        raise NotAllowedError
    text = " ".join(filter(None, [str(sentence(code_of(Still(row.answer)))), row.words]))
    with door.writes(Event.WISH_UNSAID, once=act) as write:
        write.change(row, version=row.item.version, answer="", words="")
    readers = tuple(one.person for one in hearing.readers(door))
    said.say(door, said.Words(readers=readers, text=_("Dat zei ik niet: %(words)s") % {"words": text}), act=uuid7())


def _filing(wish: Wish) -> Filing:
    return Filing(klass=Klass.OWN_WORDS, topic=Topic.BESIDE_ME, about=wish.member_id)
