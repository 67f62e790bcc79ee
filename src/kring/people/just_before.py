"""Who was in here right before who is in now: on a tablet of the house a worker may stand beside the child still."""

from datetime import datetime, timedelta
from typing import Final

from django.http import HttpRequest

from kring.people.models import Stay, StayKind

BEFORE: Final = "before"
"""Who signed out here, or was in when somebody else came in, and what its pages sign (`people.other_tab`)."""
JUST: Final = timedelta(minutes=15)


def a_worker_was_here(request: HttpRequest, at: datetime) -> bool:
    """Whether who was in here before this works here, and touched this device a quarter of an hour ago or less."""
    before = request.session.get(BEFORE)
    if not before:
        return False
    return Stay.objects.filter(user=before["of"], kind=StayKind.WORK.value, seen_at__gt=at - JUST).exists()
