"""The form of a device of the house."""

from django.utils.translation import gettext_lazy as _

from kring.kit.forms import OnceForm, PlainText


class NewDevice(OnceForm):
    """A name by which colleagues know it again."""

    name = PlainText(label=_("Hoe noem je dit toestel?"), max_length=60, help_text=_("Zoals: de tablet in de living."))
