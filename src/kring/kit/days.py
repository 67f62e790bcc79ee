"""A day as one writes it where it is mostly of this year: with its year as soon as it is of another."""

from datetime import date

from django.utils.formats import date_format

from kring.kit import clock


def day_of(day: date) -> str:
    """The day and the month; of another year the year as well."""
    return date_format(day, "j F" if day.year == clock.today().year else "j F Y")
