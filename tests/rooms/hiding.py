"""Noor keeps one thing from one person: a no about that thing, as her page writes it."""

from uuid import UUID

from kring.access.acts import answering
from kring.access.models import SamePerson, Word
from kring.kit.keys import uuid7
from tests.family import Family


def hide(family: Family, item: UUID, *, towards: str = "lotte") -> None:
    """From somebody of her circle, who has a way in: by default Lotte, who stands in it herself."""
    member = family.member("lotte_member" if towards == "lotte" else towards)
    SamePerson.objects.get_or_create(item_id=member, person_id=family.person(towards))
    no = answering.Answering(towards=member, word=Word.NO, item=item)
    answering.answer(family.door("noor"), no, once=uuid7())
