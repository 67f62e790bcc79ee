"""What pages ask of who stops and of what the house does afterwards, put together once (docs/adr/0014)."""

from django.db.models import F

from kring.access.questions import Question
from kring.endings.models import Aftercare, Farewell, Leaving

GOING = Question(Leaving, lambda within: within(Leaving.objects.going()).values_list("member_id", flat=True))
"""Of which members of the circle it is known that they stop."""
CARE = Question(Aftercare, lambda within: within(Aftercare.objects.filter(stopped=False).order_by("from_on", "pk")))
"""What the house does after the help, and did not stop."""
FAREWELLS = Question(
    Farewell,
    lambda within: within(Farewell.objects.annotate(by=F("item__author__call_name")).order_by("-told_on", "-pk")),
)
"""Of whom the child was told that it stopped, the last first."""
