"""What pages of several rooms ask of who was chosen, put together once (docs/adr/0014)."""

from datetime import date
from typing import NamedTuple

from django.db.models import DateField

from kring.access.acts.protecting import kept_apart
from kring.access.questions import Question
from kring.rights.models import Limit, Serving, Taken, Wish

CHOSEN = Question(Wish, lambda within: within(Wish.objects.in_force().order_by("pk")))
"""Whom the child chose and did not let go of."""
NAMED = Question(
    Wish,
    lambda within: within(Wish.objects.annotate(apart=kept_apart("member", "item__dossier"))).order_by(
        "-named_on", "-pk"
    ),
)
"""Whom the child ever chose, the last first; and whether contact is restricted now (R28)."""
TAKEN = Question(Taken, lambda within: within(Taken.objects.order_by("pk")))
"""What was written down since, of everybody."""
SERVING = Question(Serving, lambda within: within(Serving.objects.filter(ended_on=None)))
"""Who serves."""
LIMITED = Question(
    Limit,
    lambda within, *, on: within(Limit.objects.runs(on)).values_list(
        "item__dossier_id", "member_id", "until_on", "decided_by__call_name"
    ),
    on=DateField(),
)
"""Of whom something is limited on a day: of which child, until when, and who wrote it (R2)."""


class Runs(NamedTuple):
    """Until when something is limited, and who wrote it down."""

    until: date
    by: str
