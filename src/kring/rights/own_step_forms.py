"""The forms of the steps of whom a parent named: to the parent, and about it to who works with the child (B123)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText
from kring.law.steps import Answered, Asker
from kring.rights.acts.own_steps import OwnStep, Said, first_day
from kring.rights.forms import LONG, offer
from kring.rights.protecting_forms import day
from kring.rights.step_forms import TO_COME
from kring.rights.trial_form import Trying

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

    from kring.rights.models import OwnPerson

WHEN = _("Wanneer?")
REPLIES = [(Answered.YES.value, _("ja")), (Answered.NO.value, _("nee")), (Answered.THINKING.value, _("nog niet"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Who is spoken of, who named it, and whether the page lies before that parent."""

    name: str
    parent: str
    mine: bool


class OwnStepForm(OnceForm):
    """A step and its day; its title, what stands below it and its button."""

    step: ClassVar[OwnStep]
    title: ClassVar[Words]
    lead: ClassVar[Words]
    button: ClassVar[Words]

    on = day(WHEN)

    def __init__(self, *args: Any, row: OwnPerson, named: Named, **options: Any) -> None:
        super().__init__(*args, **options)
        self.row, self.named = row, named
        self.fields["on"].initial = clock.today

    def told(self, words: Words | str) -> str:
        """With the name filled in."""
        return str(capfirst(str(words).format(name=self.named.name, parent=self.named.parent)))

    @property
    def heading(self) -> tuple[str, str, str]:
        """Title, lead and button, with the name filled in."""
        return self.told(self.title), self.told(self.lead), self.told(self.button)

    def clean_on(self) -> Any:  # noqa: ANN401  # a day, as the form read it
        """A day that was: not to come, and not before what it follows on."""
        on, first = self.cleaned_data["on"], first_day(self.row, self.step)
        if on > clock.today():
            raise forms.ValidationError(TO_COME)
        if first and on < first:
            raise forms.ValidationError(_("Die dag komt te vroeg. Kijk na wat hier al staat."))
        return on

    @property
    def said(self) -> Said:
        """The step."""
        return Said(step=self.step, on=self.cleaned_data["on"])


class AnsweredForm(OwnStepForm):
    """What the person said later: as often as it changes before the yes."""

    step = OwnStep.ANSWERED
    title = _("Wat zei {name}?")
    lead = _("Niemand moet ja zeggen. Nadenken mag, en nee is ook een antwoord.")
    button = _("Zet het erbij")

    reply = forms.ChoiceField(
        label=_("Wat was het antwoord?"), choices=REPLIES, widget=forms.RadioSelect({"class": "reply"})
    )
    words = PlainText(required=False, strip=False, max_length=LONG, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["on"].label = self.told(_("Wanneer zei {name} dat?"))
        self.fields["reply"].label = self.told(_("Wat zei {name}?"))
        self.fields["words"].label = self.told(_("In de woorden van {name}"))

    @property
    def said(self) -> Said:
        facts = self.cleaned_data
        return Said(step=self.step, on=facts["on"], reply=Answered(facts["reply"]), words=facts["words"])


class AskedForm(AnsweredForm):
    """Who asked and when, once, and what the person said at once."""

    step = OwnStep.ASKED
    title = _("Is het gevraagd aan {name}?")

    asker = forms.ChoiceField(label=_("Wie vroeg het?"), widget=forms.RadioSelect({"class": "one"}))
    word = forms.BooleanField(required=False)

    field_order = ("asker", "word", "on", "reply", "words")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["on"].label = WHEN
        offer(self, "asker", self._askers())
        self.fields["word"].label = self.told(_("{parent} zei mij dat we dit mogen vragen"))
        self.fields["word"].help_text = _("Alleen nodig als jullie het samen vroegen.")
        if self.named.mine:
            del self.fields["word"]

    def _askers(self) -> list[tuple[str, object]]:
        alone = _("ik zelf") if self.named.mine else self.told(_("{parent} zelf"))
        both = _("ik en de begeleiding samen") if self.named.mine else self.told(_("{parent} en ik samen"))
        return [(Asker.PARENT.value, alone), (Asker.TOGETHER.value, both)]

    def clean(self) -> dict[str, Any]:
        """Asked together only where the parent said so (R9)."""
        facts = super().clean() or {}
        together = facts.get("asker") == Asker.TOGETHER.value
        if together and "word" in self.fields and not facts.get("word"):
            self.add_error("word", self.told(_("Vraag het eerst aan {parent}. Zonder dat ja vraag je niets.")))
        return facts

    @property
    def said(self) -> Said:
        facts = self.cleaned_data
        return replace(super().said, asker=Asker(facts["asker"]), with_its_word=bool(facts.get("word")))


class NoticeForm(OwnStepForm):
    """The person got the notice on what is held about it (R9, GDPR 14)."""

    step = OwnStep.NOTICE
    title = _("Voor {name}")
    lead = _("Geef dit mee of lees het voor, de eerste keer dat jullie erover praten.")
    button = _("Het is verteld")


class TrialForm(Trying, OwnStepForm):
    """A trial of whom a parent brings along; it may be left out (C101)."""

    step = OwnStep.TRIAL
    title = _("Eerst eens proberen met {name}")
    lead = _("Drie maanden is een voorstel, geen regel. Een proef hoeft niet. Stoppen mag op elk moment.")
    button = _("Spreek de proef af")

    @property
    def said(self) -> Said:
        return Said(step=self.step, on=self.cleaned_data["on"], until=self.cleaned_data["until"])


class PauseForm(OwnStepForm):
    """A pause: nobody has to say why."""

    step = OwnStep.PAUSE
    title = _("Even pauze met {name}")
    lead = _("Een pauze mag. Niemand hoeft te zeggen waarom.")
    button = _("Zet het op pauze")


class GoingOnForm(OwnStepForm):
    """It goes on."""

    step = OwnStep.GOING_ON
    title = _("Weer verder met {name}")
    lead = _("Vanaf wanneer gaat het verder?")
    button = _("Het gaat verder")


FORMS: dict[OwnStep, type[OwnStepForm]] = {
    one.step: one for one in (AskedForm, AnsweredForm, NoticeForm, TrialForm, PauseForm, GoingOnForm)
}
