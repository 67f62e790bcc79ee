"""The form with which a worker says who asked to look, and sits beside it."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.access.readers import Other
from kring.kit.choice import Choice
from kring.kit.forms import OnceForm
from kring.kit.sentences import sentence
from kring.rights.forms import offer
from kring.rights.people import Known


class Ask(OnceForm):
    """Who asked, aloud; and who that is in the circle where nobody said so yet."""

    person = forms.ChoiceField(
        label=_("Wie vroeg het, en zit nu naast jou?"),
        widget=forms.RadioSelect({"class": "one"}),
        error_messages={"required": _("Kies iemand.")},
    )
    member = forms.ChoiceField(
        label=_("Wie is dat in de kring?"),
        help_text=_("Nodig, want wat over iemand zelf gaat of over wie dicht bij die persoon staat, toont Kring niet."),
        required=False,
        widget=forms.RadioSelect({"class": "names"}),
    )

    def __init__(self, *args: Any, others: list[Other], people: list[Known], **options: Any) -> None:
        super().__init__(*args, **options)
        self.others = {str(one.person): one for one in others}
        cards = (
            (key, Choice(one.name, sentence(f"relation.{one.relation.value}"))) for key, one in self.others.items()
        )
        offer(self, "person", cards)
        offer(self, "member", [(str(one.member), one.name) for one in people])
        if all(one.members for one in others):
            del self.fields["member"]

    def clean(self) -> dict[str, Any]:
        """Somebody of whom Kring knows who it is in the circle."""
        facts = super().clean() or {}
        other = self.others.get(facts.get("person", ""))
        if other and not other.members and not facts.get("member"):
            self.add_error("member", _("Kies wie dat in de kring is. Staat die persoon er niet? Zet die er eerst bij."))
        return facts

    @property
    def who(self) -> UUID:
        """Who asked."""
        return UUID(self.cleaned_data["person"])

    @property
    def same_as(self) -> UUID | None:
        """Who that is in the circle, where it was asked."""
        told = self.cleaned_data.get("member")
        return UUID(told) if told and not self.others[self.cleaned_data["person"]].members else None
