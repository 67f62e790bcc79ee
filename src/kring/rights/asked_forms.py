"""The forms of asking and answering: who asked, how, by which yes of the child, and what the person said (R9, B70)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.access.writing import ITSELF
from kring.kit import clock
from kring.kit.forms import PlainText
from kring.kit.sentences import choices
from kring.law.steps import Answered, Asker, How, Step, Voice
from kring.rights.acts.steps import New
from kring.rights.forms import LONG, offer
from kring.rights.step_forms import StepForm, ToldForm, askers


class Asking(StepForm):
    """Who asked, how, and whether the person got the notice."""

    asker = forms.ChoiceField(label=_("Wie vroeg het?"), widget=forms.RadioSelect({"class": "one"}))
    how = forms.ChoiceField(
        label=_("Hoe is het gevraagd?"),
        choices=choices(How),
        widget=forms.RadioSelect({"class": "reply"}),
        error_messages={"required": _("Kies ook hoe het gevraagd is.")},
    )
    noticed = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "asker", askers(self.hand))
        said = _("{name} kreeg het blad over wat Kring bewaart").format(name=self.hand.name)
        self.fields["noticed"].label = said
        if self.hand.mine:
            self.fields["asker"].initial = Asker.CHILD.value
        else:
            words = _("Zei {child} dat het mag? Hoe?").format(child=self.hand.child)
            self.fields["expressed"].label, self.fields["expressed"].initial = words, None
            itself = _("Vroeg {child} het zelf? Dan hoef je dit niet aan te duiden.").format(child=self.hand.child)
            self.fields["expressed"].help_text = self._chose() or itself

    def _chose(self) -> str:
        """What the child chose with its own hands needs no second proof."""
        who = dict(askers(self.hand)).get(self.hand.chose)
        said = _("{child} koos zelf: {who}. Is het zo gevraagd, dan hoef je dit niet aan te duiden.")
        return said.format(child=self.hand.child, who=who) if who else ""

    def how_asked(self, facts: dict[str, Any]) -> dict[str, Any]:
        """What is kept of the asking."""
        asker = Asker(facts["asker"])
        return {
            "asker": asker,
            "voice": Voice.CHILD if asker in {Asker.CHILD, Asker.TOGETHER} else Voice.OTHER,
            "how": How(facts["how"]),
            "noticed_on": clock.today() if facts["noticed"] else None,
            "expressed": facts.get("expressed", "") or (ITSELF if self._by_itself(asker) else ""),
        }

    def _by_itself(self, asker: Asker) -> bool:
        return self.hand.mine or self.hand.chose == asker.value


class AskedForm(Asking):
    """Somebody asked: who, how, and who was there."""

    step = Step.ASKED
    present = PlainText(label=_("Wie was erbij?"), required=False, strip=False, max_length=LONG)

    field_order = ("asker", "how", "expressed", "on", "present", "noticed")

    def more(self, facts: dict[str, Any]) -> dict[str, Any]:
        return {"present": facts["present"], **self.how_asked(facts)}


class AnsweredForm(Asking, ToldForm):
    """What the person said, in its own words; each answer is one.  A no is told by a person first (R15).

    Where nobody wrote down yet that it was asked, this form asks it as well: who answered was asked by somebody (R9).
    """

    step = Step.ANSWERED
    reply = forms.ChoiceField(
        label=_("Wat was het antwoord?"), choices=choices(Answered), widget=forms.RadioSelect({"class": "reply"})
    )
    words = PlainText(
        label=_("In de woorden van die persoon"),
        required=False,
        strip=False,
        max_length=LONG,
        widget=forms.Textarea({"rows": 3}),
    )

    field_order = ("reply", "words", "asker", "how", "expressed", "on", "noticed", "told")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("asker", "how", "noticed", "expressed") if self.hand.asked else ():
            self.fields.pop(name, None)
        if not self.hand.asked:
            self.fields["asker"].help_text = _(
                "Wie vroeg het, en hoe, staat er nog niet. Duid het hier meteen mee aan."
            )
        self.fields["reply"].label = _("Wat zei {name}?").format(name=self.hand.name)
        self.fields["words"].label = _("In de woorden van {name}").format(name=self.hand.name)
        if "told" in self.fields:
            self.fields["told"].label = _("Is het een nee: weet {child} dat al?").format(child=self.hand.child)

    @property
    def asked(self) -> New | None:
        facts = self.cleaned_data
        return None if self.hand.asked else New(step=Step.ASKED, on=facts["on"], **self.how_asked(facts))

    def more(self, facts: dict[str, Any]) -> dict[str, Any]:
        """How the child said yes belongs to the asking; the answer is the word of the person."""
        return {
            "voice": Voice.PERSON,
            "reply": Answered(facts["reply"]),
            "words": facts["words"],
            "expressed": "",
        }
