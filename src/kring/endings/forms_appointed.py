"""That somebody was appointed, told to the child by a person: who will, and who did (R15)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kring.endings.forms import Teller
from kring.endings.forms_told import Tell
from kring.kit.forms import PlainText
from kring.rights.models import Appointment


class WhoTells(Teller):
    """Who will tell it: here somebody is named, for it waits until a person does."""

    def __init__(self, *args: Any, row: Appointment, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["teller"].required = True
        self.initial = {"teller": row.teller, "how": row.tell_how, "tells_on": row.tells_on}


class WasTold(Tell):
    """It was told: when, by whom, and who was there too."""

    beside = PlainText(label=_("Wie was er nog bij?"), required=False, max_length=200)

    def __init__(self, *args: Any, row: Appointment, **options: Any) -> None:
        super().__init__(*args, first=date.min, plan="" if row.ended_on else row.teller, **options)
        if row.ended_on:
            del self.fields["beside"]
        self.decided_on, self.ended_on = row.decided_on, row.ended_on

    def clean_on(self) -> date:
        """A day that was, and not before the decision: until then there was nothing to tell."""
        day = super().clean_on()
        if self.ended_on and day < self.ended_on:
            words = _("Op die dag was het nog niet voorbij. Dat is het sinds %(day)s.")
            raise forms.ValidationError(words % {"day": date_format(self.ended_on, "j F Y")})
        if self.decided_on and day < self.decided_on:
            words = _("Op die dag was er nog niets beslist. De directie besliste op %(day)s.")
            raise forms.ValidationError(words % {"day": date_format(self.decided_on, "j F Y")})
        return day
