"""The boxes of a form, written in Python: what Django's own templates write, and cards to tap for choices."""

import re
from datetime import date

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe

from kring.kit.choice import Choice
from kring.kit.renderer import KitRenderer

HOSTILE = """"'><script>&amp; é"""
FRUIT = [("", "Weet ik niet"), ("Groep", [("a&b", "Appel"), (HOSTILE, HOSTILE)]), ("3", mark_safe("<b>peer</b>"))]
SPACE = re.compile(r">\s+|\s+<")


def tight(text: str) -> str:
    return SPACE.sub(lambda found: found[0].strip(), str(text)).strip()


@pytest.mark.parametrize(
    ("widget", "value"),
    [
        (forms.TextInput({"maxlength": 10, "autofocus": True, "disabled": False}), HOSTILE),
        (forms.TextInput(), None),
        (forms.TextInput({"data-x": HOSTILE}), ""),
        (forms.NumberInput(), 1000000),
        (forms.EmailInput(), mark_safe("a&amp;b")),
        (forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), date(2026, 11, 21)),
        (forms.HiddenInput(), HOSTILE),
        (forms.CheckboxInput(), True),
        (forms.CheckboxInput(), False),
        (forms.Select(choices=FRUIT), "a&b"),
        (forms.Select({"required": True}, choices=FRUIT), HOSTILE),
        (forms.SelectMultiple(choices=FRUIT), ["3", "a&b"]),
        (forms.NullBooleanSelect(), None),
        (forms.Textarea(), HOSTILE),
    ],
    ids=lambda one: type(one).__name__,
)
def test_a_box_is_what_django_writes(widget: forms.Widget, value: object) -> None:
    given = {"name": f"n{HOSTILE}", "value": value, "attrs": {"id": "id_n"}}
    ours, theirs = (tight(widget.render(**given, renderer=one())) for one in (KitRenderer, DjangoTemplates))
    assert ours == theirs


@pytest.mark.parametrize("kind", [forms.RadioSelect, forms.CheckboxSelectMultiple])
def test_choices_are_cards(kind: type[forms.widgets.ChoiceWidget]) -> None:
    widget = kind({"class": "rings"}, choices=[("1", Choice("Dicht<bij", "Die zie ik graag")), ("G", [(HOSTILE, "x")])])
    told = widget.render("ring", "1", {"id": "id_ring"}, KitRenderer())
    box = "radio" if kind is forms.RadioSelect else "checkbox"
    assert told.startswith(
        '<div class="choices rings" id="id_ring"><label class="choice" for="id_ring_0">'
        f'<input type="{box}" name="ring" value="1" class="rings" id="id_ring_0" checked>'
        "<span>Dicht&lt;bij<small>Die zie ik graag</small></span></label>"
        '<div class="group"><p class="eyebrow">G</p><label class="choice"'
    )
    assert "<script>" not in told
    assert told.endswith("<span>x</span></label></div></div>")
