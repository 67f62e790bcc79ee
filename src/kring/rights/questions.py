"""What pages of several rooms ask of who was chosen, put together once (docs/adr/0014)."""

from kring.access.questions import Question
from kring.rights.models import Serving, Taken, Wish

CHOSEN = Question(Wish, lambda within: within(Wish.objects.in_force().order_by("pk")))
"""Whom the child chose and did not let go of."""
TAKEN = Question(Taken, lambda within: within(Taken.objects.order_by("pk")))
"""What was written down since, of everybody."""
SERVING = Question(Serving, lambda within: within(Serving.objects.filter(ended_on=None)))
"""Who serves."""
