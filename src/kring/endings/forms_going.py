"""What is asked when a place closes or opens again, or another team or worker comes.  The child is told first (R15)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.access.acts.closing import Last
from kring.access.acts.handing import Colleague
from kring.access.acts.moving import There
from kring.endings.acts.handing import Handing
from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText
from kring.law.endings import Wrong, wrong_day

if TYPE_CHECKING:
    from kring.people.models import Post

WIDGET = {"type": "date"}
LONG = 50_000


class Told(OnceForm):
    """By whom and when the child was told; `first`: the day on which the help began here."""

    told_by = PlainText(
        label=_("Wie vertelde het aan het kind?"),
        help_text=_("Een mens vertelt dit, nooit een bericht. Vertel het eerst, en schrijf het dan op."),
        max_length=200,
    )
    told_on = forms.DateField(label=_("Op welke dag?"), widget=forms.DateInput(WIDGET, format="%Y-%m-%d"))

    def __init__(self, *args: Any, first: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.first = first

    def clean_told_on(self) -> date | None:
        """A day that was, and not before the child came."""
        if self.cleaned_data["told_on"] is None:
            return None
        return self._was(self.cleaned_data["told_on"], _("Die dag moet nog komen. Vertel het eerst aan het kind."))

    def _was(self, day: date, to_come: Any) -> date:  # noqa: ANN401  # a text that waits for its language
        wrong = wrong_day(day, first=self.first, on=clock.today())
        if wrong is Wrong.TO_COME:
            raise forms.ValidationError(to_come)
        if wrong is Wrong.TOO_EARLY:
            told = {"day": date_format(self.first, "j F Y")}
            raise forms.ValidationError(_("De hulp begon hier pas op %(day)s. Kijk de dag na."), params=told)
        return day


class Close(Told):
    """The help ends."""

    day = forms.DateField(
        label=_("Wat is de laatste dag van de hulp?"), widget=forms.DateInput(WIDGET, format="%Y-%m-%d")
    )
    sure = forms.BooleanField(
        label=_(
            "Ik keek na wie en wat er blijft, en wie doet wat nog open staat. Hierna schrijft niemand hier nog iets."
        ),
        error_messages={"required": _("Kijk eerst na wie en wat er blijft, en vink dit aan.")},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["day"].initial = clock.today

    def clean_day(self) -> date:
        """A day that was, or today: a place closes when the help has ended, and not by itself later."""
        return self._was(self.cleaned_data["day"], _("Die dag moet nog komen. Sluit de plek op de dag zelf, of erna."))

    @property
    def last(self) -> Last:
        """What was filled in."""
        facts = self.cleaned_data
        return Last(day=facts["day"], told_on=facts["told_on"], told_by=facts["told_by"])


class Reopen(OnceForm):
    """Why it opens again."""

    why = PlainText(
        label=_("Waarom gaat deze plek weer open?"),
        help_text=_("Wie het kind begeleidt, leest dit."),
        max_length=LONG,
        widget=forms.Textarea({"rows": 3}),
    )


class Move(Told):
    """Which team, and who works with the child there."""

    to = forms.TypedChoiceField(
        label=_("Wie wordt de nieuwe begeleider?"),
        coerce=UUID,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Kies een begeleider van een ander team van dit huis.")},
    )
    field_order = ("once", "to", "told_by", "told_on")

    def __init__(self, *args: Any, posts: Sequence[Post], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["to"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(one.pk), _there(one)) for one in posts]

    @property
    def there(self) -> There:
        """What was filled in."""
        facts = self.cleaned_data
        return There(post=facts["to"], told_on=facts["told_on"], told_by=facts["told_by"])


def _there(post: Post) -> str:
    """Who it is and in which team; of who has a last day until when."""
    told = {"name": post.person.call_name, "team": post.team.name if post.team else ""}
    if post.until_on is None:
        return f"{told['name']}, {told['team']}"
    told["day"] = date_format(post.until_on, "j F Y")
    return gettext("%(name)s, %(team)s (werkt hier tot %(day)s)") % told


class HandOver(Told):
    """Who takes over, once the child was told; `alone`: nobody works with it, and then who comes tells it (R15)."""

    to = forms.ChoiceField(
        label=_("Wie neemt het over?"),
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Kies een collega van dit team die nog niet met dit kind werkt.")},
    )
    stays = forms.BooleanField(label=_("Ik blijf er nog even bij, tot de andere het kind kent"), required=False)

    field_order = ("once", "to", "stays", "told_by", "told_on")

    def __init__(self, *args: Any, colleagues: Mapping[UUID, Colleague], alone: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if alone:
            self.fields["told_by"].required = self.fields["told_on"].required = False
            self.fields["told_by"].help_text = _(
                "Nu werkt niemand met dit kind. Weet het kind het nog niet? Laat dit leeg: wie komt, vertelt het zelf."
            )
        self.colleagues, field = colleagues, self.fields["to"]
        if isinstance(field, forms.ChoiceField):
            by_name = sorted(colleagues.items(), key=lambda one: one[1].name.casefold())
            field.choices = [(str(key), _until(one)) for key, one in by_name]

    def clean_to(self) -> UUID:
        """Not somebody who goes before the child would know it."""
        to = UUID(self.cleaned_data["to"])
        if self.colleagues[to].goes_sooner:
            raise forms.ValidationError(_("Deze collega gaat zelf ook weg, en niet later. Kies iemand die blijft."))
        return to

    def clean(self) -> dict[str, Any]:
        """Who told it goes with the day."""
        facts = super().clean() or {}
        if not self.errors and bool(facts.get("told_by")) is not bool(facts.get("told_on")):
            self.add_error("told_on" if facts.get("told_by") else "told_by", _("Vul allebei in: wie, en op welke dag."))
        return facts

    @property
    def handing(self) -> Handing:
        """What was filled in."""
        facts = self.cleaned_data
        told = {"told_on": facts["told_on"], "told_by": facts["told_by"]}
        return Handing(to=facts["to"], stays=facts.get("stays", False), **told)


def _until(one: Colleague) -> str:
    """Who it is; of who has a last day until when."""
    told = {"name": one.name, "day": date_format(one.last_day, "j F Y") if one.last_day else ""}
    return gettext("%(name)s (werkt hier tot %(day)s)") % told if one.last_day else one.name
