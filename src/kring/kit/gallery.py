"""What the gallery shows: the figures and icons that were drawn, the tints, and one form with every kind of field."""

import re
from pathlib import Path

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit.choice import Choice

STATIC = Path(__file__).parent / "static" / "kit"
SAVED = _("Bewaard. Wilma staat in de kring.")


def drawn(sheet: str) -> list[str]:
    """The names of the pictures on a sheet of symbols."""
    return re.findall(r'<symbol id="([\w-]+)"', (STATIC / sheet).read_text(encoding="utf-8"))


FIGURES = drawn("figures.svg")
ICONS = drawn("icons.svg")
TONES = ["paper", "sheet", "coral", "coral-soft", "sage-soft", "plum-soft", "sky-soft", "sun", "sun-soft"]
TONES += ["family", "friends", "school", "street", "leisure", "faith", "past", "work", "online", "care"]

RINGS = [
    ("1", Choice(_("Heel dichtbij"), _("Daar kan ik altijd terecht"))),
    ("2", Choice(_("Dichtbij"), _("Die zie ik graag"))),
    ("3", Choice(_("Verder"), _("Die ken ik"))),
]
SUPPORT = [("P", _("Helpt met dingen doen")), ("G", _("Leuk om bij te zijn")), ("A", _("Geeft raad"))]
DOMAINS = [("", _("Weet ik niet")), ("family", _("Gezin en familie")), ("street", _("Buurt")), ("school", _("School"))]
DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class Sample(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label=_("Hoe noem jij deze persoon?"), help_text=_("De naam die jij gebruikt is genoeg."))
    domain = forms.ChoiceField(label=_("Waar ken je die van?"), choices=DOMAINS, required=False)
    ring = forms.ChoiceField(label=_("Hoe dichtbij?"), choices=RINGS, widget=forms.RadioSelect)
    support = forms.MultipleChoiceField(
        label=_("Wat doet die voor jou?"), choices=SUPPORT, widget=forms.CheckboxSelectMultiple, required=False
    )
    since = forms.DateField(label=_("Sinds wanneer?"), required=False, widget=DAY)
    mail = forms.EmailField(label=_("E-mailadres"), required=False)
    words = forms.CharField(
        label=_("Wat wil je erbij zeggen?"),
        help_text=_("We schrijven het op zoals jij het zegt."),
        required=False,
        widget=forms.Textarea,
    )
    there = forms.BooleanField(label=_("Dit kind was erbij"), required=False)
