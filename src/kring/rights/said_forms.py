"""The forms to say something and to answer it."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kring.access.acts.crying import Spoke
from kring.access.cries import Unread
from kring.kit import clock
from kring.kit.choice import Choice
from kring.kit.forms import OnceForm, PlainText
from kring.law.access import Relation
from kring.rights.acts.said import Words
from kring.rights.forms import LONG
from kring.rights.hearing import Reader
from kring.rights.models import Feeling

ALL = "all"
ASKS = {
    Relation.CHILD: _("Wat wil je zeggen?"),
    Relation.PARENT: _("Wat is je bezorgdheid, of je vraag?"),
    Relation.UPBRINGER: _("Wat is je bezorgdheid, of je vraag?"),
}


class Say(OnceForm):
    """A few words, to who works with the child; the child chooses to which of them."""

    only_to = forms.ChoiceField(label=_("Tegen wie?"), widget=forms.RadioSelect)
    words = PlainText(
        label=_("Wat wil je vragen?"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Schrijf een paar woorden. Eén is genoeg.")},
    )

    def __init__(self, *args: Any, relation: Relation, readers: list[Reader], **options: Any) -> None:
        super().__init__(*args, **options)
        self.readers, self.mine = readers, relation is Relation.CHILD
        self.fields["words"].label = ASKS.get(relation, self.fields["words"].label)
        if not self.mine or len(readers) == 1:
            del self.fields["only_to"]
            return
        one_by_one = [(str(one.person), Choice(one.name, _("Alleen deze begeleider leest het."))) for one in readers]
        self.fields["only_to"].choices = [*one_by_one, (ALL, _("Iedereen die mij begeleidt"))]  # type: ignore[attr-defined]

    @property
    def said(self) -> Words:
        """What is said, and who hears it: of a child with one worker that one alone."""
        chosen = self.cleaned_data.get("only_to") or (str(self.readers[0].person) if self.mine else ALL)
        only_to = None if chosen == ALL else UUID(chosen)
        readers = tuple(one.person for one in self.readers if only_to in {None, one.person})
        return Words(readers=readers, text=self.cleaned_data["words"], only_to=only_to)


class Feel(OnceForm):
    """A small child points at a face: that is all it takes."""

    feeling = forms.ChoiceField(choices=[(one.value, one.value) for one in Feeling])

    def said(self, readers: list[Reader]) -> Words:
        """The face, for everyone who works with the child: it did not choose between them."""
        return Words(readers=tuple(one.person for one in readers), feeling=Feeling(self.cleaned_data["feeling"]))


class Answer(OnceForm):
    """It was read; with a line back, or without."""

    answer = PlainText(
        label=_("Wil je iets terugzeggen?"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class SpokeWith(OnceForm):
    """Who spoke with the child about what nobody read, and on which day; not before it was said."""

    by = PlainText(label=_("Wie sprak met het kind?"), max_length=200)
    on = forms.DateField(label=_("Op welke dag?"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    last = forms.UUIDField(widget=forms.HiddenInput)
    """The last of what was said, as the page showed it: what is said meanwhile was not talked about."""

    def __init__(self, *args: Any, of: tuple[UUID, ...], unread: Unread, **options: Any) -> None:
        super().__init__(*args, **options)
        self.of, self.since = of, unread.since
        self.fields["last"].initial = of[-1] if of else None

    def clean_on(self) -> date:
        """A day that was, and not before it was said."""
        day: date = self.cleaned_data["on"]
        if day > clock.today():
            raise forms.ValidationError(_("Die dag moet nog komen. Spreek eerst met het kind."))
        said = clock.day(self.since) if self.since else day
        if day < said:
            told = {"day": date_format(said, "j F Y")}
            raise forms.ValidationError(_("Het kind zei dit pas op %(day)s. Kijk de dag na."), params=told)
        return day

    def clean(self) -> dict[str, Any]:
        """Nothing was said since."""
        facts = super().clean() or {}
        if not self.of or facts.get("last") != self.of[-1]:
            raise forms.ValidationError(_("Er is intussen iets veranderd. Kijk wat er nu staat."))
        return facts

    @property
    def spoke(self) -> Spoke:
        """What was filled in."""
        return Spoke(self.of, self.cleaned_data["by"], self.cleaned_data["on"])
