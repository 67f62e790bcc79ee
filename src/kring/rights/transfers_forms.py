"""The form of a page for a service: for whom, what was asked, and the words; then once more, with who will read it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.access.acts.pages import OfAParent
from kring.access.writing import ITSELF
from kring.kit.choice import Choice
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices, sentence
from kring.law.access import Relation
from kring.law.meaning import Expressed
from kring.law.transfers import Asked, Basis
from kring.rights.acts.transfers import Wanted
from kring.rights.forms import LONG, offer
from kring.rights.transfers import Receiver

HOW = [
    (Expressed.SAID.value, _("zei ja")),
    (Expressed.WRITTEN.value, _("schreef ja")),
    (ITSELF, _("tikt zelf ja, op de eigen bladzijde")),
    ("no", _("zei nee")),
    ("", _("nog niet gevraagd")),
]
"""Of each parent apart: how it said yes, or not."""
CHILDS = [*HOW[:2], (Expressed.POINTED.value, _("wees ja aan")), *HOW[2:]]
"""Of the child."""
SAID_YES = frozenset({*Expressed, ITSELF})
ANSWERS = [("yes", _("ja")), ("no", _("nee")), ("", _("nog niet gevraagd"))]
FACTS = {
    "needed": "transfers.needed",
    "in_its_interest": "transfers.interest",
    "consent_sought": "transfers.consent-sought",
    "child_consents": "transfers.child-consents",
    "parents_consent": "transfers.parents-consent",
    "written_request": "transfers.written-request",
}


class Sheet(OnceForm):
    """What is wanted and what is known of it; nothing is filled in beforehand."""

    receiver = forms.ChoiceField(
        label=_("Voor wie?"),
        widget=forms.RadioSelect({"class": "one"}),
        error_messages={"required": _("Kies iemand.")},
    )
    words = PlainText(
        label=_("Wat staat erop?"),
        help_text=_(
            "Schrijf het voor dit doel. Kopieer niets uit notities, en niets uit stukken van de rechtbank. "
            "Gaat het zonder ja naar de rechtbank? Laat dit leeg: Kring schrijft wie het kind is en welke hulp er is."
        ),
        required=False,
        max_length=LONG,
        widget=forms.Textarea({"rows": 8}),
    )
    basis = forms.ChoiceField(
        label=_("Gaat het naar de rechtbank: waarop steunt het?"),
        choices=choices(Basis),
        initial=Basis.CONSENT.value,
        widget=forms.RadioSelect({"class": "one"}),
    )
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        receivers: Sequence[Receiver],
        parents: Sequence[Receiver] = (),
        grown: bool = False,
        **options: Any,
    ) -> None:
        """`grown`: the child is of age, and of no parent is anything asked (R15)."""
        super().__init__(*args, **options)
        self.parents = {f"parent_{place}": one for place, one in enumerate(parents) if not one.apart}
        self.apart = [one.name for one in parents if one.apart]
        self.receivers = {str(one.person): one for one in receivers}
        offer(self, "receiver", [(key, Choice(one.name, one.word)) for key, one in self.receivers.items()])
        for name, code in FACTS.items():
            self.fields[name] = forms.ChoiceField(
                label=sentence(code), choices=ANSWERS, required=False, widget=forms.RadioSelect({"class": "reply"})
            )
        self.fields["child_consents"].choices = CHILDS  # type: ignore[attr-defined]
        for name, one in self.parents.items():
            self.fields[name] = forms.ChoiceField(
                label=_("Zei %(name)s ja?") % {"name": one.name},
                choices=HOW,
                required=False,
                widget=forms.RadioSelect({"class": "reply"}),
            )
        if parents:
            self.fields["parents_consent"].label = _("Is er nog een ouder, die hier niet binnenkomt?")
            self.fields["parents_consent"].choices = [("yes", _("er is er geen, of die zei ja")), *ANSWERS[1:]]  # type: ignore[attr-defined]
        if grown:
            del self.fields["parents_consent"]
        first = ["receiver", *list(FACTS)[:2], "consent_sought", "basis", "child_consents", *self.parents]
        self.order_fields([*first, "parents_consent", "written_request", "words"])

    def clean(self) -> dict[str, Any]:
        """Words are asked, but where the page rests on nobody's yes: then Kring writes it (R29)."""
        facts: dict[str, Any] = super().clean() or {}
        if facts.get("basis") != Basis.BASIC_DATA and not facts.get("words") and "words" not in self.errors:
            self.add_error("words", _("Schrijf wat erop staat."))
        return facts

    @property
    def who(self) -> Receiver:
        """For whom."""
        return self.receivers[self.cleaned_data["receiver"]]

    @property
    def wanted(self) -> Wanted:
        """The page, and what is known; of what position the receiver is, the act finds by itself."""
        known: dict[str, Any] = {
            name: {"yes": True, "no": False}.get(self.cleaned_data.get(name, "")) for name in FACTS
        }
        childs = self.cleaned_data["child_consents"]
        known["child_consents"] = True if childs in SAID_YES else known["child_consents"]
        asked = Asked(receiver=Relation.MANDATED_SERVICE, basis=Basis(self.cleaned_data["basis"]), **known)
        how = {one.person: self.cleaned_data[name] for name, one in self.parents.items()}
        if asked.basis is Basis.CONSENT and "no" in how.values():
            asked = replace(asked, parents_consent=False)
        said = tuple(OfAParent(key, one) for key, one in how.items() if one not in {"", "no"})
        given = said if asked.basis is Basis.CONSENT else ()
        words = self.cleaned_data["words"]
        yes = childs if childs in SAID_YES else ""
        return Wanted(person=self.who.person, words=words, asked=asked, said=given, childs=yes)
