"""What a page asks of agreements at every visit, put together once (docs/adr/0014)."""

from django.db.models import F, IntegerField, UUIDField

from kring.access.acts.protecting import kept_apart
from kring.access.kept import KeptQuerySet
from kring.access.questions import Question, Within
from kring.agreements.models import Agreement, Point, Yes


def _in_order(within: Within[Agreement]) -> KeptQuerySet[Agreement]:
    rows = Agreement.objects.annotate(apart=kept_apart("member_id", "item__dossier_id"))
    return within(rows.order_by("number", "pk"))


EVERY = Question(Agreement, _in_order)
EVERY_YES = Question(Yes, lambda within: within(Yes.objects.all()))
YES = Question(
    Yes,
    lambda within, *, of: within(Yes.objects.filter(agreement__in=of).annotate(by=F("item__author__call_name"))),
    of=[UUIDField()],
)
"""Each with who wrote it down: of a yes that is no tap of its own, the page says by whom (R9)."""
POINTS = Question(
    Point,
    lambda within, *, pact, number: within(Point.objects.of(pact, number).order_by("pk")),
    pact=UUIDField(),
    number=IntegerField(),
)
EVERY_POINT = Question(
    Point, lambda within, *, pact: within(Point.objects.filter(pact=pact).order_by("pk")), pact=UUIDField()
)
