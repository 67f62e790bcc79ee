"""Forms about what a child decides by itself, its birthday, and the authority of a parent."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.access.acts.birthdays import GROWN, Why
from kring.access.acts.deciding import Found, Held
from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices
from kring.law.capacity import AskedRight, Known, turns_at_first
from kring.law.standing import Authority
from kring.law.time import age_on
from kring.rights.forms import LONG
from kring.rights.protecting_forms import day


class Finding(OnceForm):
    """What was found of one right, and why."""

    right = forms.ChoiceField(
        label=_("Waarover gaat het?"), choices=choices(AskedRight), widget=forms.RadioSelect({"class": "one"})
    )
    capable = forms.TypedChoiceField(
        label=_("Kan het kind dit zelf beslissen?"),
        coerce=lambda text: text == "yes",
        choices=[("yes", _("ja")), ("no", _("nu nog niet"))],
        widget=forms.RadioSelect({"class": "reply"}),
    )
    motive = PlainText(
        label=_("Waarom?"),
        help_text=_("Alleen wie met het kind werkt, leest dit. Schrijf wat je zag en hoorde, geen etiket."),
        max_length=LONG,
        widget=forms.Textarea({"rows": 3}),
    )
    talked = forms.BooleanField(
        label=_("Dit is besproken met het kind en met de ouders."),
        error_messages={"required": _("Bespreek het eerst met het kind en met de ouders.")},
    )

    @property
    def found(self) -> Found:
        """What is written down."""
        facts = self.cleaned_data
        return Found(right=AskedRight(facts["right"]), capable=facts["capable"], motive=facts["motive"])


class Birthday(OnceForm):
    """A day; and once more, when how old that makes the child was read.

    Of another day than stands there, and of a first one near 12 or 18: why, and how it is known.
    """

    born_on = day(_("Wanneer is het kind geboren?"))
    motive = PlainText(
        label=_("Waarom is het een andere dag?"),
        help_text=_("Wie het kind begeleidt en wie het team leidt, lezen dit."),
        max_length=LONG,
        widget=forms.Textarea({"rows": 3}),
    )
    known = forms.ChoiceField(label=_("Hoe weet je dat?"), choices=choices(Known), widget=forms.RadioSelect)
    sure = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.is_first = not self.initial.get("born_on")
        if self.is_first:
            self.fields["motive"].label = _("Waarom is het deze dag?")
            self.fields["motive"].required = self.fields["known"].required = False

    @property
    def asks_why(self) -> bool:
        """Whether it is asked why: of another day always, of a first one when what was sent is near 12 or 18."""
        born = getattr(self, "cleaned_data", {}).get("born_on")
        return not self.is_first or (born is not None and turns_at_first(born, on=clock.today()))

    @property
    def why(self) -> Why | None:
        """Why it is this day; of a first one of a younger child nothing."""
        facts = self.cleaned_data
        return Why(motive=facts["motive"], known=Known(facts["known"])) if self.asks_why else None

    def clean(self) -> dict[str, Any]:
        """A first day near 12 or 18 asks why as well."""
        facts = super().clean() or {}
        for name in ("motive", "known"):
            if self.is_first and self.asks_why and not facts.get(name):
                self.add_error(name, _("Dan is het kind 12 of 18, of bijna. Vul dit ook in."))
        return facts

    def clean_born_on(self) -> date:
        """A day that is behind us, of somebody who can be a child in the youth help.  Raises `ValidationError`."""
        born: date = self.cleaned_data["born_on"]
        if born > clock.today():
            raise forms.ValidationError(_("Die dag moet nog komen."))
        if age_on(born, clock.today()) > GROWN:
            raise forms.ValidationError(_("Dan is dit geen kind meer. Kijk het jaar na."))
        return born

    @property
    def is_sure(self) -> bool:
        """Whether this same day was read again."""
        return bool(self.cleaned_data["sure"] == self.cleaned_data["born_on"].isoformat())

    @property
    def age(self) -> int:
        """How old that makes the child today."""
        return age_on(self.cleaned_data["born_on"], clock.today())


class ParentalAuthority(OnceForm):
    """Of one parent: has it the authority, and can it stand in for the child."""

    authority = forms.ChoiceField(
        label=_("Wat is gevraagd en bekeken?"),
        choices=choices(Authority),
        required=False,
        widget=forms.RadioSelect({"class": "one"}),
    )
    from_on = day(_("Sinds wanneer?"), required=False)
    until_on = day(_("Tot en met welke dag?"), help_text=_("Daarna staat er weer: nog niet gevraagd."), required=False)

    def clean(self) -> dict[str, Any]:
        """The last day comes after the first."""
        facts = super().clean() or {}
        first, last = facts.get("from_on"), facts.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("Die dag ligt voor de eerste dag."))
        return facts

    @property
    def held(self) -> Held:
        """What is written down."""
        facts = self.cleaned_data
        authority = Authority(facts["authority"] or "")
        return Held(authority=authority, from_on=facts["from_on"], until_on=facts["until_on"])
