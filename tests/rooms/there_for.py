"""Noor says what somebody of her circle is there for."""

from kring.access.acts import parts
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.parts import Part, SaidBy
from tests.family import Family


def says_what_for(family: Family, who: str, *some: Part) -> None:
    parts.say(family.door("noor", Section.RIGHTS), family.member(who), parts.Told(some, SaidBy.CHILD), act=uuid7())
