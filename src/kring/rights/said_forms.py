"""The forms to say something and to answer it."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

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
