"""Who may know what of an agreement: the child's own answers in the table of access, no second list (C222, A87)."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID, uuid5

from kring.access.acts import answering
from kring.access.acts.answering import Answering
from kring.access.door import Door
from kring.access.models import Word
from kring.access.spoken import spoken
from kring.access.writing import ITSELF
from kring.law.access import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Towards:
    """Towards whom of the circle, and how the child said it; `waits`: on a device not seen before."""

    member: UUID
    expressed: str = ITSELF
    waits: bool = False


def tell(door: Door, to: Towards, words: Mapping[Topic, Word], *, act: UUID) -> None:
    """Keep what the child answers about each of these subjects.  Raises `MayNotAnswer`, `NotAllowedError`."""
    for topic, word in words.items():
        answering.answer(door, _answer(to, word, topic=topic), once=uuid5(act, topic.value))


def share(door: Door, to: Towards, items: Mapping[UUID, bool], *, act: UUID) -> None:
    """The child's yes for one parent about each point, or taken back.  Raises `MayNotAnswer`, `NotAllowedError`."""
    held = spoken(door).filter(item__in=list(items), towards=to.member)
    said = {one.item_id: one for one in held if one.answer == Word.YES}
    for item, yes in items.items():
        if yes:
            answering.answer(door, _answer(to, Word.YES, item=item), once=uuid5(act, str(item)))
        elif item in said:
            answering.withdraw(door, said[item], once=uuid5(act, str(item)))


def _answer(to: Towards, word: Word, *, topic: Topic | None = None, item: UUID | None = None) -> Answering:
    return Answering(towards=to.member, word=word, topic=topic, item=item, expressed=to.expressed, waits=to.waits)
