"""What a worker fills in when it writes down that the child chose otherwise: how it said so, when, in which words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices
from kring.law.decision import Decision
from kring.law.meaning import Expressed
from kring.rights.acts.as_said import Otherwise
from kring.rights.forms import LONG, offer
from kring.rights.protecting_forms import day
from kring.rights.step_forms import tell_grounds


class OtherwiseForm(OnceForm):
    """Nothing is filled in beforehand of how the child said it: that is chosen, and never guessed."""

    expressed = forms.ChoiceField(
        label=_("Hoe zei het kind dat?"),
        widget=forms.RadioSelect({"class": "reply"}),
        error_messages={"required": _("Kies hoe het gezegd is. Zei het kind dit niet zelf, schrijf het dan niet op.")},
    )
    on = day(_("Wanneer?"))
    words = PlainText(
        label=_("In welke woorden?"),
        required=False,
        strip=False,
        max_length=LONG,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, *args: Any, name: str, child: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.name, self.child = name, child
        offer(self, "expressed", choices(Expressed))
        self.fields["expressed"].label = _("Hoe zei {child} dat?").format(child=child)
        self.fields["on"].label = _("Wanneer zei {child} dat?").format(child=child)
        self.fields["on"].initial = clock.today
        self.fields["words"].label = _("In de woorden van {name}").format(name=child)

    def tell(self, decision: Decision) -> None:
        """Say the grounds that are open."""
        tell_grounds(self, decision, name=self.name, child=self.child)

    @property
    def said(self) -> Otherwise:
        """What the child said."""
        facts = self.cleaned_data
        return Otherwise(expressed=Expressed(facts["expressed"]), on=facts["on"], words=facts["words"])
