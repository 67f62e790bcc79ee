"""A stay: from coming in until leaving, on one device.  A session of the framework only carries its number."""

from datetime import datetime, timedelta
from enum import StrEnum

from django.db import models

from kring.kit import clock
from kring.kit.fields import Held
from kring.kit.keys import uuid7
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.people.models.persons import User
from kring.people.models.ways import Device, Way

being_here = Held(Purpose.ACCOUNT, LegalGround.LEGITIMATE_INTEREST, Term.SESSION)

LONGEST = timedelta(hours=12)
IDLE_AT_WORK = timedelta(minutes=15)
IDLE_AT_HOME = timedelta(minutes=5)
LONGEST_TALK = timedelta(hours=2)
"""How long a talk with a child keeps a stay at work open, from the last touch."""


class StayKind(StrEnum):
    """For whom this place stays open: who works here finds a lock after a while, others an ended stay."""

    WORK = "work"
    HOME = "home"


class Stay(models.Model):
    """Someone is here, by one way in (an account when `way` is empty)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = being_here(models.ForeignKey(User, models.CASCADE, related_name="stays"))
    way = being_here(models.ForeignKey(Way, models.CASCADE, null=True, related_name="+"))
    device = being_here(models.ForeignKey(Device, models.SET_NULL, null=True, related_name="+"))
    kind = being_here(models.CharField(max_length=4, choices=[(one.value, one.value) for one in StayKind]))
    browser = being_here(models.CharField(max_length=40, default=""))
    began_at = being_here(models.DateTimeField())
    seen_at = being_here(models.DateTimeField())
    held_until = being_here(models.DateTimeField(null=True))
    locked_at = being_here(models.DateTimeField(null=True))
    ended_at = being_here(models.DateTimeField(null=True))
    waits_until = being_here(models.DateTimeField(null=True))

    class Meta:
        indexes = (models.Index(fields=["user", "ended_at"], name="stay_by_user"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.began_at:%Y-%m-%d %H:%M}"

    @property
    def idle(self) -> timedelta:
        """How long nobody may touch it."""
        return IDLE_AT_HOME if self.kind == StayKind.HOME else IDLE_AT_WORK

    def is_over(self, at: datetime) -> bool:
        """Ended, or too long: twelve hours at most, and for who is not at work five minutes without a touch."""
        if self.ended_at or at >= self.began_at + LONGEST or at < self.began_at - IDLE_AT_HOME:
            return True
        return self.kind == StayKind.HOME and self._is_idle(at)

    def is_unsure(self, at: datetime) -> bool:
        """Came in with digits that were chosen anew with a card, and not confirmed yet (`people.acts.anew`)."""
        return self.waits_until is not None and at < self.waits_until

    def is_locked(self, at: datetime) -> bool:
        """At work: after fifteen minutes without a touch, unless a session with a child holds it open."""
        if self.locked_at:
            return True
        return self.kind == StayKind.WORK and not self.is_held(at) and self._is_idle(at)

    def _is_idle(self, at: datetime) -> bool:
        """Untouched for too long.  Set back, a clock makes nobody stay longer: the last touch is far off then too."""
        return abs(at - self.seen_at) >= self.idle

    def is_held(self, at: datetime) -> bool:
        """Worker and child sit together: then nothing closes by itself.

        Never longer than a talk from now: what was written before a clock was set back holds nothing open by that.
        """
        if self.kind != StayKind.WORK or self.held_until is None:
            return False
        return timedelta(0) < self.held_until - at <= LONGEST_TALK + IDLE_AT_HOME

    @property
    def held_now(self) -> bool:
        """The same, for the script of a page."""
        return self.is_held(clock.now())
