"""Forms of the house: rendered by the kit, and each sent at most once.

The hidden `once` names the act: it goes into the log with a unique constraint, so that a double click, the back button
and a retry after a time-out do a thing one time (quality.md 3, row 12).
"""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit.keys import uuid7

RESUMED = "resumed"
_CHOICES = (forms.ChoiceField, forms.MultipleChoiceField)
_OURS = (
    ("required", [forms.Field.default_error_messages["required"]], _("Dit is nog leeg.")),
    (
        "invalid_choice",
        [one.default_error_messages["invalid_choice"] for one in _CHOICES],
        _("Dat staat hier niet, of niet meer. Kies iets dat hier staat."),
    ),
)
"""Which words of the framework, and ours in their place."""
BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F])


class OnceForm(forms.Form):
    """A form with a once-token and, where a row is changed, the version that was read."""

    once = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": _("Laad de pagina opnieuw.")})

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["once"].initial = uuid7

    def full_clean(self) -> None:
        """Where a field has no words of its own for what is wrong, it has those of the house: also one added later.

        The framework would say back what was sent, such as the key of somebody who is not there any more.
        """
        for field in self.fields.values():
            for code, theirs, ours in _OURS:
                if any(field.error_messages.get(code) is one for one in theirs):
                    field.error_messages[code] = ours
        super().full_clean()

    def _post_clean(self) -> None:
        """Words that were never sent came back after a pause (`people.kept`): they are shown once more, not saved."""
        super()._post_clean()  # type: ignore[misc]  # a hook of the framework, not in its stubs
        if RESUMED in self.data:
            self.add_error(None, _("Hier was je gebleven. Lees het na, en bewaar het dan."))

    @property
    def act(self) -> UUID:
        """The once-token of a valid form."""
        token: UUID = self.cleaned_data["once"]
        return token

    @property
    def facts(self) -> dict[str, Any]:
        """What was filled in, without the once-token."""
        return {name: value for name, value in self.cleaned_data.items() if name != "once"}


class PlainText(forms.CharField):
    """Text as a person wrote it: no NUL, no direction overrides, never shortened; too long is said, not cut."""

    default_error_messages = {
        "max_length": _(
            "Dit is te lang: er passen %(limit_value)d tekens in, en dit zijn er %(show_value)d. Er is niets weg."
        )
    }

    def to_python(self, value: object) -> str:
        text = super().to_python(value)
        return "" if text is None else str(text).translate(BIDI).replace("\x00", "")
