"""How pages are shown, as someone chooses it."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kring.kit.choice import Choice
from kring.kit.display import Display as Shown

LETTERS = [("plain", _("Gewoon")), ("large", _("Groot")), ("largest", _("Grootst"))]
THEMES = [
    ("device", Choice(_("Zoals dit toestel"), _("Overdag licht, 's avonds donker, als het toestel dat doet"))),
    ("light", _("Licht")),
    ("dark", _("Donker")),
]
ALOUD = [
    ("yes", Choice(_("Ja"), _("Bij een tekst staat een knop om hem te horen"))),
    ("no", _("Nee")),
]


class Display(forms.Form):
    """Not a `OnceForm`: choosing twice is choosing once."""

    language = forms.ChoiceField(label=_("Taal"), widget=forms.RadioSelect)
    letters = forms.ChoiceField(label=_("Letters"), choices=LETTERS, widget=forms.RadioSelect)
    theme = forms.ChoiceField(label=_("Licht of donker"), choices=THEMES, widget=forms.RadioSelect)
    aloud = forms.ChoiceField(label=_("Voorlezen"), choices=ALOUD, widget=forms.RadioSelect)
    kept = forms.BooleanField(
        label=_("Dit toestel is van mij alleen"),
        help_text=_("Dan blijft dit 30 dagen zo. Anders tot je de browser sluit."),
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if len(settings.LANGUAGES) > 1:
            self.fields["language"].choices = settings.LANGUAGES  # type: ignore[attr-defined]  # a ChoiceField
        else:
            del self.fields["language"]  # nothing to choose between

    @property
    def chosen(self) -> Shown:
        """What was chosen."""
        said = self.cleaned_data
        return Shown(said["letters"], said["theme"], said["aloud"] == "yes", said["kept"])

    @staticmethod
    def of(shown: Shown, language: str) -> dict[str, object]:
        """What stands there now."""
        aloud = "yes" if shown.aloud else "no"
        return {
            "language": language,
            "letters": shown.letters,
            "theme": shown.theme,
            "aloud": aloud,
            "kept": shown.kept,
        }
