"""What is asked while one looks for somebody.  Almost everything may stay empty."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.access.writing import ITSELF
from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices
from kring.law.meaning import Expressed
from kring.law.seeking import Place, Stage
from kring.people.acts.volunteers import Offered
from kring.seeking.acts.looking import Tried
from kring.seeking.acts.referring import Asked, Step

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

LONG, SHORT = 50_000, 200
FEW = forms.Textarea({"rows": 3})
DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
LONGEST = 80
OF_SOMEBODY = frozenset({Stage.PROPOSED, Stage.MET, Stage.CHOSEN, Stage.NOT_CHOSEN})
"""The stages that are about one person whom Lus proposed."""
YES = [("yes", _("Ja, Lus mag mee zoeken")), ("no", _("Nee, nu niet"))]


class Look(OnceForm):
    """They looked somewhere."""

    words = PlainText(label=_("Wat leverde het op?"), required=False, max_length=LONG, widget=FEW)
    next_on = forms.DateField(
        label=_("Wanneer kijken jullie verder?"),
        help_text=_("Leeg is over drie weken."),
        required=False,
        widget=DAY,
    )

    def clean_next_on(self) -> date | None:
        """A day that is still to come."""
        day: date | None = self.cleaned_data["next_on"]
        if day and day <= clock.today():
            raise forms.ValidationError(_("Die dag is voorbij. Kies een dag die nog komt."))
        return day

    def tried(self, place: Place) -> Tried:
        """What was tried there."""
        return Tried(place=place, words=self.cleaned_data["words"], next_on=self.cleaned_data["next_on"])


class Refer(OnceForm):
    """The sheet for Lus, made together; without the child's yes there is none."""

    yes = forms.ChoiceField(
        label=_("Mag Lus mee zoeken?"), choices=YES, required=False, widget=forms.RadioSelect({"class": "reply"})
    )
    expressed = forms.ChoiceField(
        label=_("Hoe zei het kind dat?"), choices=choices(Expressed), required=False, widget=forms.RadioSelect
    )
    words = PlainText(
        label=_("Wat wil je dat Lus weet?"),
        help_text=_("Waar hou je van? Wie zou er bij je passen? Meer hoeft er niet op."),
        required=False,
        strip=False,
        max_length=LONG,
        widget=FEW,
    )
    languages = PlainText(label=_("Welke talen spreek je?"), required=False, max_length=SHORT)
    near = PlainText(
        label=_("In welke streek?"), help_text=_("Een streek of stad, geen adres."), required=False, max_length=SHORT
    )

    def __init__(self, *args: Any, mine: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.mine = mine
        if mine:
            del self.fields["expressed"]

    def clean(self) -> dict[str, Any]:
        """Who writes down a yes of the child says how it was said."""
        told = super().clean() or {}
        if not self.mine and told.get("yes") == "yes" and not told.get("expressed"):
            self.add_error("expressed", _("Zeg hoe het kind ja zei."))
        return told

    @property
    def asked(self) -> Asked:
        """What is asked."""
        facts = self.cleaned_data
        said = {"yes": True, "no": False}.get(facts["yes"])
        sheet = {name: facts[name] for name in ("words", "languages", "near")}
        return Asked(said_yes=said, expressed=facts.get("expressed") or ITSELF, **sheet)


class Move(OnceForm):
    """How it stands with Lus, or with a volunteer.  `child`: how it is called to who writes about it; empty: itself.

    That a volunteer said no is told by a person first, and written down then (R15).
    """

    stage = forms.ChoiceField(label=_("Hoe staat het nu?"), widget=forms.RadioSelect)
    on = forms.DateField(label=_("Sinds wanneer?"), widget=DAY)
    words = PlainText(
        label=_("In de eigen woorden van het kind"), required=False, strip=False, max_length=LONG, widget=FEW
    )

    called = PlainText(
        label=_("Hoe heet de persoon die Lus voorstelt?"),
        help_text=_("Een voornaam is genoeg."),
        required=False,
        max_length=LONGEST,
    )
    told = forms.BooleanField(label="", required=False)
    field_order = ("stage", "called")

    def __init__(
        self,
        *args: Any,
        stages: list[tuple[str, Words]],
        child: str,
        called: str = "",
        names: bool = False,
        **options: Any,
    ) -> None:
        """`called`: who was proposed, as it stands there; `names`: whether Lus proposes somebody."""
        super().__init__(*args, **options)
        self.fields["called"].initial = called
        if not (names and {Stage.PROPOSED.value, Stage.MET.value, Stage.CHOSEN.value} & dict(stages).keys()):
            del self.fields["called"]
        if not child:
            self.fields["words"].label = _("Wat wil jij erbij zeggen?")
        self.tells = bool(child) and Stage.DECLINED.value in dict(stages)
        self.fields["told"].label = _("Was het nee? Ik vertelde het eerst zelf aan %(child)s") % {"child": child}
        if not self.tells:
            del self.fields["told"]
        self.fields["stage"].choices = stages  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["on"].initial = clock.today

    def clean(self) -> dict[str, Any]:
        """A no is told first."""
        facts = super().clean() or {}
        if self.tells and facts.get("stage") == Stage.DECLINED.value and not facts.get("told"):
            self.add_error("told", _("Vertel het eerst zelf. Kring zegt het niet in jouw plaats."))
        return facts

    @property
    def step(self) -> Step:
        """What came."""
        facts = self.cleaned_data
        stage, called = Stage(facts["stage"]), facts.get("called", "")
        return Step(stage=stage, on=facts["on"], words=facts["words"], called=called if stage in OF_SOMEBODY else "")


class Volunteer(OnceForm):
    """Somebody who volunteers in this house, and wants to be there for a child as well."""

    call_name = PlainText(label=_("Roepnaam"), max_length=SHORT)
    when = PlainText(label=_("Wanneer is er tijd?"), required=False, max_length=SHORT)
    languages = PlainText(label=_("Welke talen?"), required=False, max_length=SHORT)
    likes = PlainText(label=_("Wat doet deze persoon graag?"), required=False, max_length=SHORT)
    extract_on = forms.DateField(
        label=_("Wanneer bekeek je het uittreksel, artikel 596.2 (minderjarigenmodel)?"),
        help_text=_("Alleen de dag. Geen kopie, en niet wat erop staat. Zonder deze dag ziet geen kind deze persoon."),
        required=False,
        widget=DAY,
    )
    agrees = forms.BooleanField(label=_("Deze persoon weet dat kinderen dit kunnen lezen, en zei ja"))
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean_extract_on(self) -> date | None:
        """A day that was."""
        day: date | None = self.cleaned_data["extract_on"]
        if day and day > clock.today():
            raise forms.ValidationError(_("Die dag moet nog komen."))
        return day

    @property
    def offered(self) -> Offered:
        """What it says of itself."""
        facts = self.cleaned_data
        return Offered(**{name: facts[name] for name in ("call_name", "when", "languages", "likes", "extract_on")})


class Offer(OnceForm):
    """What somebody wants to do for a child, small and concrete."""

    things = forms.MultipleChoiceField(label=_("Wat zou je graag doen?"), widget=forms.CheckboxSelectMultiple)
    words = PlainText(label=_("Nog iets anders?"), required=False, max_length=LONG, widget=FEW)

    def __init__(self, *args: Any, things: tuple[str, ...], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["things"].choices = [(str(number), one) for number, one in enumerate(things)]  # type: ignore[attr-defined]  # a MultipleChoiceField
        self.fields["things"].required = False
        self.offers = things

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        told = super().clean() or {}
        if not told.get("things") and not told.get("words"):
            self.add_error("things", _("Kies iets, of schrijf een paar woorden."))
        return told

    @property
    def said(self) -> str:
        """What was ticked, in whole lines, and what was added."""
        chosen = [self.offers[int(one)] for one in self.cleaned_data["things"]]
        return "\n".join([str(_("Dit doe ik graag:")), *chosen, self.cleaned_data["words"]]).strip()
