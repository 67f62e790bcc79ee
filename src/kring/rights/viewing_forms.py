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

    sure = forms.CharField(required=False, widget=forms.HiddenInput)
    """Whom the worker saw named on the second look."""

    def __init__(self, *args: Any, others: list[Other], people: list[Known], is_busy: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.is_busy = is_busy
        self.others = {str(one.person): one for one in others}
        cards = (
            (key, Choice(one.name, sentence(f"relation.{one.relation.value}"))) for key, one in self.others.items()
        )
        offer(self, "person", cards)
        self.called = {str(one.member): one.name for one in people}
        offer(self, "member", list(self.called.items()))
        if all(one.members for one in others):
            del self.fields["member"]

    def clean(self) -> dict[str, Any]:
        """Somebody of whom Kring knows who it is in the circle; one at a time."""
        facts = super().clean() or {}
        if self.is_busy:
            self.add_error(None, _("Er kijkt nu al iemand mee. Eén tegelijk: stop dat eerst."))
        other = self.others.get(facts.get("person", ""))
        if other and not other.members and not facts.get("member"):
            self.add_error("member", _("Kies wie dat in de kring is. Staat die persoon er niet? Zet die er eerst bij."))
        return facts

    @property
    def who_may(self) -> str:
        """Who of this child may look beside a worker, by name and as what: parents too, of a child that cannot yet."""
        told = [f"{one.name} ({sentence(f'relation.{one.relation.value}', name='')})" for one in self.others.values()]
        return ", ".join(told)

    @property
    def account(self) -> Other:
        """Who asked, as it comes in."""
        return self.others[self.cleaned_data["person"]]

    @property
    def comes_as(self) -> object:
        """As what that is."""
        return sentence(f"relation.{self.account.relation.value}", name="")

    @property
    def name(self) -> str:
        """Who that would be in the circle."""
        return self.called.get(self.cleaned_data.get("member", ""), "")

    @property
    def pair(self) -> str:
        """Both together: another choice is looked at anew."""
        return f"{self.who} {self.same_as}"

    @property
    def is_sure(self) -> bool:
        """Whether nothing is said about who it is, or it was looked at once more by name."""
        return self.same_as is None or self.cleaned_data["sure"] == self.pair

    @property
    def who(self) -> UUID:
        """Who asked."""
        return UUID(self.cleaned_data["person"])

    @property
    def same_as(self) -> UUID | None:
        """Who that is in the circle, where it was asked."""
        told = self.cleaned_data.get("member")
        return UUID(told) if told and not self.account.members else None
