"""What stands around who stands beside a child: check-ins, when it suits, how it is for the person itself (A174, C55).

A check-in is of who works with the child and the person it is about; how it goes is the person's own, and nobody else
reads it.  None of it is about the child, and no page of the child shows it.
"""

from typing import Any, ClassVar

from django.db import models

from kring.access.kept import Kept, KeptKey, KeptQuerySet
from kring.circle.models import Member
from kring.kit.fields import EncryptedText, Held
from kring.law.access import Relation, Section
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.law.support import Wellbeing, Whose
from kring.people.models import HouseRule, Person

asked = Held(Purpose.CARE, LegalGround.CARE, Term.FILE)
beside = Held(Purpose.CARE, LegalGround.CARE, Term.BESIDE)
own = Held(Purpose.CARE, LegalGround.CARE, Term.NETWORK_CONTACT)
reach = Held(Purpose.CARE, LegalGround.CARE, Term.NETWORK_CONTACT)


class CheckIn(Kept):
    """Somebody asks the person how it goes: planned, and then held (A174)."""

    section = Section.SUPPORT

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    member = beside(KeptKey(Member, models.RESTRICT))
    planned_on = beside(models.DateField())
    suits = beside(EncryptedText(default=""))
    """When it suits the person, as it was asked beforehand."""
    by = beside(EncryptedText(default=""))
    """Who does it, where that is not who planned it: the fixed contact, or somebody of another service (A178)."""
    weeks = beside(models.PositiveSmallIntegerField())
    """After how many weeks again."""
    held_on = beside(models.DateField(null=True))
    words = beside(EncryptedText(default=""))
    follow_up = beside(EncryptedText(default=""))
    held_by = beside(models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+"))
    """Who wrote down what was said: whom it is about reads that (R9)."""


class Suits(Kept):
    """When and how somebody who stands beside the child can be reached, in its own words; the last one counts."""

    section = Section.SUPPORT

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    member = reach(KeptKey(Member, models.RESTRICT, null=True))
    words = reach(EncryptedText(default=""))


class HowIAm(Kept):
    """How it is to stand beside a child, for the person itself alone (C55, C220)."""

    section = Section.SUPPORT

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    answer = own(models.CharField(max_length=12, choices=[(one.value, one.value) for one in Wellbeing]))
    words = own(EncryptedText(default=""))
    on = own(models.DateField())


class RuleAsked(Kept):
    """A question or a remark on a rule of the house, as it was said, and what came of it (A246).

    Who asked is the item's author.  The register of the house holds the rule, and nothing of who asked.
    """

    section = Section.SUPPORT

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    words = asked(EncryptedText())
    said_as = asked(models.CharField(max_length=24, choices=[(one.value, one.value) for one in Relation]))
    asked_on = asked(models.DateField())
    rule = asked(models.ForeignKey(HouseRule, models.SET_NULL, null=True, related_name="+"))
    answer = asked(EncryptedText(default=""))
    answered_on = asked(models.DateField(null=True))


class LetterYes(Kept):
    """The child or the person wants a letter that says what that person is, or not any more (C106).

    Never changed: what each said last counts, so that who takes it back needs nobody who wrote it down.  It stands in
    the section of what they agree on: so the child reads it from the day it has a way in, whoever wrote it down.
    """

    section = Section.AGREEMENTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    member = beside(KeptKey(Member, models.RESTRICT))
    whose = beside(models.CharField(max_length=8, choices=[(one.value, one.value) for one in Whose]))
    named = beside(models.BooleanField(default=False))
    said_on = beside(models.DateField())
    withdrawn_on = beside(models.DateField(null=True))
