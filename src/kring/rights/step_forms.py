"""The forms of the steps: a trial, a beginning, a pause, an end.  They say what they do not know yet.

On the child's own page they speak to the child, and on that of a worker about it; then also how the child said it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices, sentence
from kring.law.decision import Decision
from kring.law.meaning import Expressed
from kring.law.steps import Asker, Step, Voice, is_told_first
from kring.rights.acts.steps import New
from kring.rights.forms import LONG, offer
from kring.rights.own_word import WHY_NOT
from kring.rights.protecting_forms import day
from kring.rights.trial_form import Trying

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

KNOWS = "yes"
TO_COME = _("Die dag moet nog komen. Kies vandaag, of een dag die voorbij is.")
FIELD_OF = {
    "steps.day": "on",
    "steps.since-the-wish": "on",
    "steps.asked": "asker",
    "steps.child-said-yes": "expressed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who is spoken of, and under whose hand the page lies."""

    name: str
    child: str
    mine: bool
    paused_by: Voice | None = None
    asked: bool = True
    """Whether it stands there who asked this person, and how."""
    chose: str = ""
    """Who asks it, as the child chose with its own hands on the question that was prepared; empty: it did not."""
    comes_in: bool = False
    """Whether this person comes in here: then it is asked itself whether it stops, rests or said no (R2)."""
    why_not: str = ""
    """Why what this person would have said cannot be written now (`own_word`)."""


def _knows(label: Words) -> forms.ChoiceField:
    choices = [(KNOWS, _("Ja, iemand vertelde het")), ("no", _("Nog niet"))]
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=forms.RadioSelect({"class": "reply"}))


class StepForm(OnceForm):
    """A step: its day, and on the page of a worker how the child said it."""

    step: ClassVar[Step]
    on = day(_("Wanneer?"))
    expressed = forms.ChoiceField(
        label=_("Hoe zei het kind dat?"), required=False, widget=forms.RadioSelect({"class": "reply"})
    )

    def __init__(self, *args: Any, hand: Hand, **options: Any) -> None:
        super().__init__(*args, **options)
        self.hand = hand
        self.fields["on"].initial = clock.today
        offer(self, "expressed", choices(Expressed))
        self.fields["expressed"].label = _("Hoe zei {child} dat?").format(child=hand.child)
        self.fields["expressed"].initial = Expressed.SAID.value
        if hand.mine:
            del self.fields["expressed"]

    def tell(self, decision: Decision) -> None:
        """Say the grounds that are open."""
        tell_grounds(self, decision, name=self.hand.name, child="" if self.hand.mine else self.hand.child)

    @property
    def asked(self) -> New | None:
        """Who asked it and how, where nobody wrote that down yet."""
        return None

    @property
    def new(self) -> New:
        """The step."""
        facts = self.cleaned_data
        told = {"step": self.step, "on": facts["on"], "expressed": facts.get("expressed", "")}
        return New(**told | self.more(facts))

    def more(self, _facts: dict[str, Any]) -> dict[str, Any]:
        """What belongs to this step alone."""
        return {}

    @property
    def is_held(self) -> bool:
        """Whether the child is to be told first; what it writes itself it knows (R15)."""
        return is_told_first(self.new.record) and not self.hand.mine and self.cleaned_data.get("told") != KNOWS


class ToldForm(StepForm):
    """What a person says of itself: whether the child knows is asked, and never guessed (R15)."""

    told = _knows(_("Weet het kind dit al?"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["told"].label = _("Weet {child} dit al?").format(child=self.hand.child)
        self.fields["told"].help_text = _(
            "Nog niet? Dan ziet {child} hier niets van. Je spreekt daarna af wie het vertelt."
        ).format(child=self.hand.child)
        if self.hand.mine or self.hand.comes_in:
            del self.fields["told"]

    @property
    def may_wait(self) -> bool:
        """Whether what is written here may wait: for the word of the person itself, or until the child was told."""
        return not self.hand.mine

    def clean(self) -> dict[str, Any]:
        """An answer, where it is the person who says it; and nothing against what that one said here itself (R2)."""
        facts = super().clean() or {}
        if self.errors or self.hand.mine or not is_told_first(self.new.record):
            return facts
        if self.hand.why_not:
            self.add_error(None, str(WHY_NOT[self.hand.why_not]).format(name=capfirst(self.hand.name)))
        elif "told" in self.fields and not facts.get("told"):
            self.add_error("told", _("Kies of {child} dit al weet.").format(child=self.hand.child))
        return facts


class TriedForm(Trying, StepForm):
    """A trial of somebody whom the child chose (C101)."""

    step = Step.TRIED
    until = day(_("Tot wanneer proberen jullie het?"))

    field_order = ("on", "until", "expressed")

    def more(self, facts: dict[str, Any]) -> dict[str, Any]:
        return {"until": facts["until"]}


class BeganForm(StepForm):
    """They begin."""

    step = Step.BEGAN
    field_order = ("on", "expressed")


class PausedForm(ToldForm):
    """A pause: by the child, or by the person for itself."""

    step = Step.PAUSED
    voice = forms.ChoiceField(
        label=_("Wie vraagt een pauze?"), widget=forms.RadioSelect({"class": "reply"}), initial=Voice.CHILD.value
    )

    field_order = ("voice", "on", "expressed", "told")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        child = _("ik") if self.hand.mine else self.hand.child
        offer(self, "voice", [(Voice.CHILD.value, child), (Voice.PERSON.value, self.hand.name)])

    def more(self, facts: dict[str, Any]) -> dict[str, Any]:
        return {"voice": Voice(facts["voice"])}


class ResumedForm(StepForm):
    """It goes on: by who paused."""

    step = Step.RESUMED
    field_order = ("on", "expressed")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.hand.paused_by is Voice.PERSON:
            self.fields.pop("expressed", None)

    def more(self, _facts: dict[str, Any]) -> dict[str, Any]:
        return {"voice": self.hand.paused_by or Voice.CHILD}


class StoppedForm(ToldForm):
    """The person said that it stops.  A worker writes how it knows: nothing ends by that alone (R2)."""

    step = Step.ENDED
    words = PlainText(label=_("Hoe weet je dat?"), required=False, max_length=LONG, widget=forms.Textarea({"rows": 2}))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields.pop("expressed", None)
        self.fields["on"].label = _("Wanneer zei {name} dat?").format(name=self.hand.name)
        self.fields.pop("told", None)  # it ends once that was told, and how it went is written there
        if self.hand.mine or self.hand.comes_in:
            del self.fields["words"]
        else:
            self.fields["words"].required = True
            self.fields["words"].help_text = _(
                "{name} komt hier niet zelf binnen. {child} leest later wat jij schrijft, met jouw naam erbij."
            ).format(name=self.hand.name, child=self.hand.child)

    def more(self, facts: dict[str, Any]) -> dict[str, Any]:
        return {"voice": Voice.PERSON, "words": facts.get("words", "")}


def tell_grounds(form: forms.Form, decision: Decision, *, name: str, child: str) -> None:
    """Say the grounds that are open, at the field where something can be done about it."""
    for ground in (*decision.missing, *decision.against):
        field = FIELD_OF.get(ground.code)
        said = sentence(ground.code, name=name, child=child, holds=ground.holds)
        if ground.code == "steps.day" and (form.cleaned_data.get("on") or clock.today()) > clock.today():
            said = TO_COME
        form.add_error(field if field in form.fields else None, said)


def askers(hand: Hand) -> list[tuple[str, object]]:
    """Who can ask, in words for who reads the page."""
    if hand.mine:
        return list(choices(Asker))
    return [
        (Asker.CHILD.value, _("{child} zelf").format(child=hand.child)),
        (Asker.TOGETHER.value, _("{child} en de begeleiding samen").format(child=hand.child)),
        (Asker.PARENT.value, _("een ouder, die dan weet wie {child} koos").format(child=hand.child)),
        (Asker.WORKER.value, _("de begeleiding, voor {child}").format(child=hand.child)),
    ]
