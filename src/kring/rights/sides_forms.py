"""Forms of the two sides: their names, and who stands where."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.dossier.models import Wall
from kring.kit.forms import OnceForm, PlainText
from kring.rights.forms import offer
from kring.rights.sides import Standing

NONE = "none"


class Build(OnceForm):
    """What the two sides are called, for who works with the child."""

    one = PlainText(label=_("Hoe noem je de ene kant?"), help_text=_("Bijvoorbeeld: bij mama."), max_length=60)
    other = PlainText(label=_("En de andere?"), max_length=60)


class Put(OnceForm):
    """Who, and on which side; and once more, when what changes was read."""

    who = forms.ChoiceField(
        label=_("Wie?"), widget=forms.RadioSelect({"class": "names"}), error_messages={"required": _("Kies iemand.")}
    )
    where = forms.ChoiceField(
        label=_("Aan welke kant?"),
        widget=forms.RadioSelect({"class": "one"}),
        error_messages={"required": _("Kies een kant.")},
    )
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: list[Standing], sides: list[Wall], **options: Any) -> None:
        super().__init__(*args, **options)
        self.people, self.sides = {one.key: one for one in people}, {str(one.pk): one for one in sides}
        offer(self, "who", [(one.key, one.name) for one in people])
        offer(self, "where", [*((key, one.label) for key, one in self.sides.items()), (NONE, _("aan geen kant"))])

    @property
    def standing(self) -> Standing:
        """Who was chosen."""
        return self.people[self.cleaned_data["who"]]

    @property
    def wall(self) -> UUID | None:
        """Where it goes."""
        return None if self.cleaned_data["where"] == NONE else UUID(self.cleaned_data["where"])

    @property
    def changes(self) -> tuple[str, str]:
        """The names of the side it leaves and of the side it comes to; empty for none."""
        left, come = (self.sides.get(str(key)) for key in (self.standing.wall, self.wall))
        return (left.label if left else "", come.label if come else "")
