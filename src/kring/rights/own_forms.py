"""Forms of coming in without mail: a code from paper, an own PIN, and of making the card."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit.forms import OnceForm
from kring.people.codes import LONGEST

WRONG_CARD = _("Met deze code kom je niet binnen. Kijk de letters nog eens na, of vraag een nieuw kaartje.")


class Code(forms.Form):
    """What stands on the card; small letters, spaces and dashes are no mistake.  Typing it twice is typing it once."""

    code = forms.CharField(
        label=_("De code op je kaartje"),
        max_length=LONGEST,
        help_text=_("Kleine letters mogen ook."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Typ de code van je kaartje.")},
    )


class Chose(OnceForm):
    """The child says that it chose these pictures, or used this card: which, so that no others are taken for them.

    Nothing: there is nothing to ask any more.
    """

    chose = forms.UUIDField(required=False)


class NewCard(OnceForm):
    """Whether the PIN was forgotten, or is known to somebody else."""

    anew = forms.BooleanField(label=_("Pincode vergeten: met dit kaartje komt er een nieuwe"), required=False)
    over = forms.BooleanField(
        label=_("Iemand anders kent de pincode of heeft de gsm: al wat er was, stopt nu"), required=False
    )
