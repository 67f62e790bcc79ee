"""The question that child and worker prepare together: nothing is asked by it yet (A226b)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices
from kring.law.steps import Asker, How
from kring.rights.acts.steps import Prepared
from kring.rights.forms import LONG, offer
from kring.rights.step_forms import Hand, askers


class QuestionForm(OnceForm):
    """The question, made together: who asks, how, who is there, which words, and what if it is a no (A226b)."""

    asker = forms.ChoiceField(label=_("Wie vraagt het?"), widget=forms.RadioSelect({"class": "one"}))
    how = forms.ChoiceField(label=_("Hoe?"), choices=choices(How), widget=forms.RadioSelect({"class": "reply"}))
    present = PlainText(label=_("Wie is erbij?"), required=False, strip=False, max_length=LONG)
    words = PlainText(
        label=_("Met welke woorden?"), required=False, strip=False, max_length=LONG, widget=forms.Textarea({"rows": 4})
    )
    if_no = PlainText(
        label=_("En als het een nee is?"),
        required=False,
        strip=False,
        max_length=LONG,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, hand: Hand, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "asker", askers(hand))
        self.fields["words"].help_text = _(
            "Bijvoorbeeld: je bent belangrijk voor mij. Wil je er voor mij zijn als er gepraat wordt?"
        )
        self.fields["if_no"].help_text = (
            _("Een nee gaat over tijd of over kunnen, niet over jou. Bij wie ga je dan eerst?")
            if hand.mine
            else _("Een nee gaat over tijd of over kunnen. Wie is er dan eerst voor {child}?").format(child=hand.child)
        )

    @property
    def prepared(self) -> Prepared:
        """The question."""
        facts = self.cleaned_data
        told = {name: facts[name] for name in ("words", "present", "if_no")}
        return Prepared(asker=Asker(facts["asker"]), how=How(facts["how"]), **told)
