"""Forms about ties between the people of a circle."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.circle.acts.ties import Between
from kring.circle.domains import ORDINARY, STRENGTHS, TieKind
from kring.circle.forms.people import LayerField, capital
from kring.circle.reading import Person
from kring.kit.forms import OnceForm


class Tying(OnceForm):
    """What is between someone and someone else."""

    layer = LayerField()
    a = forms.UUIDField(widget=forms.HiddenInput)
    b = forms.TypedChoiceField(
        label=_("Met wie?"),
        coerce=UUID,
        error_messages={"required": _("Kies met wie."), "invalid_choice": _("Kies iemand uit deze kring.")},
    )
    kind = forms.TypedChoiceField(
        label=_("Hoe is het tussen hen?"),
        choices=[(one.value, capital(one.label)) for one in TieKind],
        coerce=TieKind,
        initial=TieKind.KNOW.value,
    )
    strength = forms.TypedChoiceField(
        label=_("Hoe sterk?"), choices=list(STRENGTHS.items()), coerce=int, initial=ORDINARY
    )

    def __init__(self, *args: Any, people: Iterable[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        everyone = [(str(one.key), one.name) for one in people]
        self.known = {key for key, _name in everyone}
        first = (self.initial or self.data).get("a")
        self.fields["b"].choices = [("", _("Kies iemand")), *(one for one in everyone if one[0] != str(first))]  # type: ignore[attr-defined]  # a choice field

    @property
    def between(self) -> Between:
        """The tie that was drawn."""
        return Between(**{name: self.cleaned_data[name] for name in ("a", "b", "kind", "strength")})


class Untying(OnceForm):
    """Taking a tie away; the layer says which page comes next."""

    layer = LayerField()
