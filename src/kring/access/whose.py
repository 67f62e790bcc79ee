"""Whose an answer is: asked in one place (R7)."""

from django.db.models import F, Q

WRITTEN_DOWN = ~Q(recorded_by=F("given_by"))
"""Of an answer: another wrote it down in the name of the child (`Say.is_written_down`)."""
OWN = Q(recorded_by=F("given_by")) & (~Q(answer="yes") | Q(unsure=False))
"""Of an answer: the child's own (`Say.is_own`).  Everything that asks this, asks it here or of that one row."""
