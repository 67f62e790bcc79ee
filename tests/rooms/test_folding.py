"""A page is the same, whether its templates were folded when they were read or not."""

import re
from copy import deepcopy
from datetime import UTC, date, datetime

import pytest
from django.conf import settings
from django.template import Context, Template, defaultfilters, engines
from django.template.defaulttags import URLNode
from django.test import override_settings
from django.urls import reverse
from django.utils import translation

from kring.kit.addresses import address
from kring.kit.folding import folded
from tests.family import Family

ANEW = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|value=.\w{64}.")
"""What is made anew for each page: once-tokens, and the token of a form."""
BETWEEN_LINES = re.compile(r"\s*\n\s*")
PAGES = ("portals:child", "circle:page", "circle:list", "rights:beside", "rights:wish", "portals:copy")


def read(family: Family, page: str) -> str:
    return ANEW.sub("", family.page(page, seen_by="lotte"))


@pytest.mark.parametrize("page", PAGES)
def test_folding_changes_no_letter(family: Family, page: str) -> None:
    folded = read(family, page)
    plain = deepcopy(settings.TEMPLATES)
    loaders = plain[0]["OPTIONS"]["loaders"][0][1]
    plain[0]["OPTIONS"]["loaders"] = [("django.template.loaders.cached.Loader", loaders)]
    with override_settings(TEMPLATES=plain):
        whole = read(family, page)
    assert BETWEEN_LINES.sub("\n", whole) == BETWEEN_LINES.sub("\n", folded)
    assert len(folded) < len(whole)


def test_what_somebody_typed_keeps_its_lines(family: Family) -> None:
    told = {"text": "Dag Noor,\n\n  tot woensdag", "child": {"pk": family.noor.dossier}}
    text = engines["django"].get_template("portals/copied.html").render(told)
    assert "Dag Noor,\n\n  tot woensdag" in text
    assert "\n  <" not in text


def test_a_letter_keeps_its_lines() -> None:
    assert "\n\nTyp deze cijfers over: 123" in engines["django"].get_template("people/code.txt").render({"code": "123"})


def test_an_address_is_what_django_says(family: Family) -> None:
    noor, wilma = family.noor.dossier, family.member("wilma")
    assert address("circle:person", noor, wilma) == reverse("circle:person", args=[noor, wilma])
    assert address("portals:today") == reverse("portals:today")
    written = engines["django"].from_string("{% url 'circle:person' noor wilma %}{% url 'circle:page' dossier=noor %}")
    assert written.template.render(Context({"noor": noor, "wilma": wilma})) == (
        reverse("circle:person", args=[noor, wilma]) + reverse("circle:page", args=[noor])
    )


def test_an_address_under_a_name_is_what_django_says_or_nothing(family: Family) -> None:
    named = "{% url 'circle:page' noor as one %}{% url 'portals:today' as two %}{% url 'nowhere:page' as three %}"
    given = Context({"noor": family.noor.dossier})
    shown = Template(named + "{{ one }} {{ two }} {{ three }}.")
    shown.nodelist = folded(shown.nodelist)
    assert shown.render(given) == f"{reverse('circle:page', args=[family.noor.dossier])} {reverse('portals:today')} ."
    assert not [node for node in shown.nodelist if type(node) is URLNode]


def test_a_day_is_written_as_django_writes_it_in_each_language() -> None:
    shown = engines["django"].from_string(
        "{{ day|date:'j F Y' }} {{ day|date:'c' }} {{ at|date:'j F' }} {{ none|date }}"
    )
    day = date(2026, 3, 1)
    given = {"day": day, "at": datetime(2026, 2, 28, 23, 30, tzinfo=UTC), "none": None}
    for language, month in (("nl-be", "maart"), ("fr", "mars"), ("nl-be", "maart")):
        with translation.override(language):
            written = defaultfilters.date(day, "j F Y")
            assert f"1 {month} 2026" == written
            assert shown.render(given) == f"{written} 2026-03-01 {defaultfilters.date(day, 'j F')} "
