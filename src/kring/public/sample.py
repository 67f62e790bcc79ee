"""The circle on the front page: invented, and drawn by the same function as every circle."""

from django.utils.safestring import SafeString, mark_safe

from kring.circle.domains import Domain, Kind, Ring, TieKind
from kring.circle.drawing import draw_page
from kring.circle.picture import Dot, Line, Picture

PICTURE = Picture(
    "Noor",
    (
        Dot("rita", "oma Rita", Ring.VERY_NEAR, Domain.FAMILY),
        Dot("sem", "Sem", Ring.VERY_NEAR, Domain.FAMILY),
        Dot("mama", "mama", Ring.NEAR, Domain.FAMILY),
        Dot("yara", "Yara", Ring.VERY_NEAR, Domain.FRIENDS),
        Dot("els", "juf Els", Ring.NEAR, Domain.SCHOOL),
        Dot("wilma", "Wilma", Ring.NEAR, Domain.STREET, mark="jim"),
        Dot("karim", "Karim", Ring.NEAR, Domain.LEISURE, mark="trust"),
        Dot("johan", "pastor Johan", Ring.FURTHER, Domain.FAITH),
        Dot("tom", "meester Tom", Ring.FURTHER, Domain.PAST),
        Dot("poes", "Mimi", Ring.VERY_NEAR, Domain.FAMILY, Kind.PET),
        Dot("lotte", "Lotte", Ring.FURTHER, Domain.CARE, in_care=True),
    ),
    (Line("rita", "wilma", TieKind.KNOW),),
)


def sample_circle() -> SafeString:
    """The drawing, as on every page."""
    return mark_safe(draw_page(PICTURE))  # noqa: S308  # draw() cleans and escapes every name
