"""Days as people write them, in every template: a list of a hundred asks how the same few days are written."""

from datetime import date
from functools import lru_cache
from typing import Any

from django.template import Library, defaultfilters
from django.utils import translation

from kring.kit import clock
from kring.law.source import CHECKED_ON

DAY = "j F"
register = Library()
register.simple_tag(lambda: CHECKED_ON, name="checked_on")
"""The day on which the sources of the law were last gone through (brief 10.26)."""


@register.filter("date", expects_localtime=True, is_safe=False)
def written(value: Any, style: str | None = None) -> Any:  # noqa: ANN401  # whatever a template holds, as the framework's own
    """What `date` of the framework writes; a day is written once for each language and style.

    A day and a month without a year are of this year: of another one the year stands there as well (`kit.days`).
    """
    if style == DAY and isinstance(value, date) and value.year != clock.today().year:
        style = f"{DAY} Y"
    if type(value) is not date:
        return defaultfilters.date(value, style)
    return _written(value, style, translation.get_language())


@lru_cache(maxsize=1000)
def _written(day: date, style: str | None, _language: str) -> Any:  # noqa: ANN401  # as above
    return defaultfilters.date(day, style)
