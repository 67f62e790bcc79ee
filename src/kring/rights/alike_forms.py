"""The question of each form that gives a way in by a name: is this one who is here already (R28, R3)?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.kit.forms import OnceForm

if TYPE_CHECKING:
    from uuid import UUID

    from django.utils.functional import _StrPromise as Words

    from kring.rights.alike import Called, Here, Human

OTHER, SAME = "other", "same"
QUESTION = frozenset({"is_same", "asked_of"})
"""The fields of that question: it is no fact about who comes in."""
NOT_NOW = _("Dit kan nu niet. Vraag het aan je begeleider.")


class AsksWhetherSame(OnceForm):
    """Nothing is given while it is not answered; an answer counts for whom it was asked about, and nobody else."""

    is_same = forms.ChoiceField(
        label=_("Is dit dezelfde?"),
        required=False,
        widget=forms.RadioSelect({"class": "reply"}),
        choices=[(OTHER, _("Nee, het is iemand anders")), (SAME, _("Ja, dezelfde"))],
    )
    asked_of = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, here: Here, **options: Any) -> None:
        super().__init__(*args, **options)
        self.here = here
        self.of = self.question = ""

    mine = False
    """Whether it is the child that lets in."""

    def ask_about(self, one: Called, *, parents: bool, member: UUID | None = None, person: UUID | None = None) -> None:
        """Ask, of whom contact is restricted with, and else, where `parents`, of the parents who come in here.

        `member` or `person`: who was chosen, where it is somebody whom Kring knows.  Of a child nobody asks about whom
        it may not meet: its worker looks at that (R15, R28).
        """
        apart = self.here.apart(one, member=member, person=person)
        if apart and self.mine:
            self.add_error(None, NOT_NOW)
        elif apart:
            self._ask(apart, gettext("Met %(names)s is het contact beperkt. Is dit dezelfde?"))
            self._refuse_same(gettext("Dan kan het niet. Zolang het contact beperkt is, komt die niet binnen."))
        elif parents and (known := self.here.parents(one)):
            self._ask(known, gettext("%(names)s komt hier al binnen als ouder. Is dit dezelfde?"))
            self._refuse_same(self.if_a_parent)

    if_a_parent: Words | str = _("Kies die persoon dan in de lijst. Zo krijgt die een nieuwe link.")

    def _ask(self, people: list[Human], question: str) -> None:
        names = ", ".join(dict.fromkeys(one.name for one in people))
        self.of, self.question = names, question % {"names": names}

    def _refuse_same(self, words: Words | str) -> None:
        answer = self.cleaned_data.get("is_same") if self.cleaned_data.get("asked_of") == self.of else ""
        if answer != OTHER:
            self.add_error(None, words if answer == SAME else self.question)
