"""What is asked when the child was told: what it said, the goodbye, and to whom it can turn; all may stay empty."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kring.endings.forms import DAY, FEW, LONG
from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText
from kring.law.endings import Leaves
from kring.rights.acts.telling import Told
from kring.rights.forms import offer

TOO = _("Wie stopt, leest deze dag op de eigen pagina tot ze geweest is. Spreek ze dus ook met die persoon af.")
OF_A_GOODBYE = ("goodbye", "goodbye_on")


class Tell(OnceForm):
    """The child was told.  Of a no to the question: when, and by whom; what the child says to it is the child's."""

    on = forms.DateField(label=_("Wanneer is het verteld?"), widget=forms.DateInput(DAY, format="%Y-%m-%d"))
    by = PlainText(
        label=_("Door wie?"),
        help_text=_("Dit leest het kind ook: een mens vertelde het."),
        error_messages={"required": _("Schrijf wie het vertelde.")},
        max_length=200,
    )
    reaction = PlainText(
        label=_("Wat zei het kind, in eigen woorden?"),
        help_text=_("Niets zeggen mag ook."),
        required=False,
        strip=False,
        max_length=LONG,
        widget=FEW,
    )
    goodbye = PlainText(
        label=_("Hoe nemen jullie afscheid?"),
        help_text=_("Een laatste keer samen eten, een brief, een foto. Of nog niet."),
        required=False,
        max_length=LONG,
        widget=FEW,
    )
    goodbye_on = forms.DateField(
        label=_("Op welke dag?"),
        required=False,
        widget=forms.DateInput(DAY, format="%Y-%m-%d"),
    )
    turn_to = forms.MultipleChoiceField(
        label=_("Bij wie wil het kind nu terechtkunnen?"),
        help_text=_(
            "Wie je kiest, wordt eerst gevraagd: dat staat dan bij wat jij te doen hebt. Wie ja zegt, staat erbij."
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple({"class": "names"}),
    )
    steps_in = PlainText(
        label=_("Nog iets dat al zeker is?"),
        help_text=_("Iemand die al ja zei, of een nummer. Het kind leest dit."),
        required=False,
        max_length=LONG,
        widget=FEW,
    )

    def __init__(
        self,
        *args: Any,
        first: date,
        why: Leaves = Leaves.NO,
        plan: str = "",
        people: Mapping[UUID, str] | None = None,
        **options: Any,
    ) -> None:
        """`plan`: who was to tell it.  It stands beside the question, and is no fact until somebody writes it.

        `why`: of a no and of a pause there is no goodbye.  `first`: from which day on it can have been told.
        `people`: whom of the circle the child may want to turn to.
        """
        super().__init__(*args, **options)
        self.first = first
        if plan:
            self.fields["by"].help_text = _("Afgesproken was: %(who)s. Schrijf wie het echt deed.") % {"who": plan}
        self.fields["on"].initial = clock.today
        offer(self, "turn_to", [(str(key), name) for key, name in (people or {}).items()])
        if why is Leaves.STOPS:
            self.fields["goodbye_on"].help_text = TOO
        no, rests = why is Leaves.NO, why is Leaves.PAUSE
        left_out = (*OF_A_GOODBYE, "reaction", "turn_to", "steps_in") if no else OF_A_GOODBYE if rests else ()
        for name in left_out if people else {*left_out, "turn_to"}:
            del self.fields[name]

    def clean_on(self) -> date:
        """A day that was."""
        day: date = self.cleaned_data["on"]
        if day > clock.today():
            raise forms.ValidationError(_("Die dag moet nog komen. Vertel het eerst, en schrijf het dan op."))
        if day < self.first:
            says = _("Dat is te vroeg: het kan pas verteld zijn vanaf %(day)s. Kijk de dag na.")
            raise forms.ValidationError(says % {"day": date_format(self.first, "j F Y")})
        return day

    def clean_goodbye_on(self) -> date | None:
        """A day that is still to come, or today."""
        day: date | None = self.cleaned_data["goodbye_on"]
        if day is not None and day < clock.today():
            raise forms.ValidationError(_("Die dag is al voorbij. Kies een dag die nog komt, of laat dit leeg."))
        return day

    @property
    def told(self) -> Told:
        """What was told."""
        facts = dict(self.facts)
        return Told(**facts | {"turn_to": tuple(UUID(one) for one in facts.get("turn_to", ()))})


class CanIt(OnceForm):
    """What somebody said who was asked whether the child can turn to it."""

    can = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])
