"""Where a message arrives safely, as someone chooses it for itself."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit.choice import Choice
from kring.kit.forms import OnceForm
from kring.people.acts.messages import MAIL, NOWHERE, Chosen
from kring.people.models import Channel

HOURS = [(hour, f"{hour} u.") for hour in range(25)]
DIGEST, AT_ONCE = "digest", "at_once"


class Reach(OnceForm):
    """Without an address that is safe, nothing is sent.  A colleague has the address of the work."""

    where = forms.ChoiceField(
        label=_("Mag er een bericht komen?"),
        choices=[
            (NOWHERE, Choice(_("Nee, nergens"), _("Je ziet het wanneer je hier komt"))),
            (MAIL, Choice(_("Ja, op een e-mailadres"), _("Er staat alleen in dat er iets voor je klaarstaat"))),
        ],
        widget=forms.RadioSelect,
    )
    address = forms.EmailField(label=_("E-mailadres"), required=False, max_length=254)
    is_safe = forms.BooleanField(label=_("Alleen ik lees wat op dit adres toekomt"), required=False)
    from_hour = forms.TypedChoiceField(label=_("Niet voor"), choices=HOURS[:24], coerce=int)
    until_hour = forms.TypedChoiceField(label=_("Niet na"), choices=HOURS[1:], coerce=int)
    pace = forms.ChoiceField(
        label=_("Hoe vaak?"),
        choices=[
            (DIGEST, Choice(_("Hoogstens één keer per dag"), _("Zo zegt het uur niet wanneer er iets gebeurde"))),
            (AT_ONCE, _("Zodra er iets is")),
        ],
        widget=forms.RadioSelect,
    )
    reminders = forms.BooleanField(
        label=_("Herinner mij als het tijd is om met een kind over zijn recht te praten"), required=False
    )

    def __init__(self, *args: Any, works_as: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.works_as = works_as
        for name in ("address", "is_safe") if works_as else ("reminders",):
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        by_mail = said.get("where") == MAIL
        if by_mail and not self.works_as:
            if not said.get("address") and "address" not in self.errors:
                self.add_error("address", _("Op welk adres? Of kies hierboven: nergens."))
            if not said.get("is_safe"):
                self.add_error("is_safe", _("Leest er iemand mee? Kies dan hierboven: nergens."))
        if said.get("from_hour", 0) >= said.get("until_hour", 24):
            self.add_error("until_hour", _("Dit uur komt voor het andere."))
        return said

    @property
    def chosen(self) -> Chosen:
        """What was chosen; an address that is not used is not kept."""
        said = self.cleaned_data
        by_mail = said["where"] == MAIL
        return Chosen(
            address=said.get("address", "") if by_mail else "",
            is_safe=by_mail,
            from_hour=said["from_hour"],
            until_hour=said["until_hour"],
            at_once=said["pace"] == AT_ONCE,
            reminders=said.get("reminders", True),
        )

    @staticmethod
    def of(channel: Channel | None) -> dict[str, object]:
        """What was chosen before; of who never chose: nowhere."""
        now = channel or Channel()
        return {
            "where": MAIL if now.is_safe else NOWHERE,
            "address": now.address,
            "is_safe": now.is_safe,
            "from_hour": now.from_hour,
            "until_hour": now.until_hour,
            "pace": AT_ONCE if now.at_once else DIGEST,
            "reminders": now.reminders,
        }


class Proof(OnceForm):
    """The digits of the mail that was sent to an address."""

    code = forms.CharField(
        label=_("Zes cijfers"),
        max_length=6,
        widget=forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
