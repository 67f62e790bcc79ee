"""What is asked of who stands beside a child, of one or of many: the same, put together once (`access.questions`).

Only what is weighed: what the child said in its own words stays closed.
"""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet, UUIDField

from kring.access.acts.protecting import kept_apart
from kring.access.questions import Question, Within
from kring.circle.models import Placement, WhoSession
from kring.rights.facts import LOOKED
from kring.rights.models import Condition, Serving, Wish

CHILD = "item__dossier_id"
WISH = (CHILD, "pk", "member_id", "meaning", "named_on", "withdrawn_on", "unasked_since", "apart")
BY = ("expressed", "item__made_at", "item__author_id", "item__author__call_name")
"""How a choice came here, and who wrote it: the child reads so where it did not (R23)."""
SERVING = (CHILD, "member_id", "began_on", "ended_on")
NAME = Placement._meta.get_field("name")


PLACED = Question(
    Placement, lambda within, *, member: within(Placement.objects.filter(member=member)), member=UUIDField()
)
"""Where one of the circle stands and stood."""


def _people(within: Within[Placement]) -> QuerySet[Placement, Any]:
    current = within(Placement.objects.current()).order_by()
    return current.values_list(CHILD).annotate(Count("member_id", distinct=True))


def _wishes(within: Within[Wish]) -> QuerySet[Wish, Any]:
    rows = Wish.objects.filter(Q(withdrawn_on=None) | Q(item__look_on__isnull=False))
    read = within(rows).annotate(apart=kept_apart("member", "item__dossier"))
    return read.values_list(*WISH, *BY, "item__look_on", named=True)


def _names(within: Within[Placement], *, of: Collection[UUID]) -> QuerySet[Placement, Any]:
    rows = within(Placement.objects.filter(member__in=of)).order_by("since_at")
    return rows.values_list("member_id", "layer", "until_at", NAME.closed(), "kind")


def _conditions(within: Within[Condition]) -> QuerySet[Condition, Any]:
    return within(Condition.objects.all()).values_list(CHILD, *LOOKED, named=True)


def _servings(within: Within[Serving]) -> QuerySet[Serving, Any]:
    return within(Serving.objects.filter(ended_on=None)).values_list(*SERVING, named=True)


def _sessions(within: Within[WhoSession]) -> QuerySet[WhoSession, Any]:
    return within(WhoSession.objects.all()).values_list(CHILD, "started_at", "ended_at")


PEOPLE = Question(Placement, _people)
"""Of each child how many are in its circle now."""
WISHES = Question(Wish, _wishes)
"""Whom it chose and did not take back; and whom it chose otherwise, while a person still tells that one."""
NAMES = Question(Placement, _names, of=[UUIDField()])
"""How these are called in each layer, the name as it lies in the database (`NAME` opens it)."""
CONDITIONS = Question(Condition, _conditions)
"""What was looked at of whom it chose."""
SERVINGS = Question(Serving, _servings)
"""Who serves now."""
SESSIONS = Question(WhoSession, _sessions)
"""When it looked together who there is."""
