"""The languages one taps: what is spoken most around the children of youth care, Dutch first; any other is typed.

The list is a help and no statistic: nothing is counted by it.  A language never stands in the way of anything (A35).
"""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OTHER = "other"
"""Chosen on the form when the language is not in the list: then it is typed."""
HOME = "nl"
"""The language of the house: nothing has to be arranged for it."""

LANGUAGES: Mapping[str, Promise] = MappingProxyType(
    {
        HOME: _("Nederlands"),
        "fr": _("Frans"),
        "en": _("Engels"),
        "ar": _("Arabisch"),
        "tr": _("Turks"),
        "ber": _("Berbers"),
        "uk": _("Oekraïens"),
        "ru": _("Russisch"),
        "pl": _("Pools"),
        "ro": _("Roemeens"),
        "bg": _("Bulgaars"),
        "es": _("Spaans"),
        "pt": _("Portugees"),
        "so": _("Somali"),
        "ti": _("Tigrinya"),
        "ps": _("Pasjtoe"),
        "fa": _("Dari of Farsi"),
        "vgt": _("Gebarentaal"),
    }
)


def called(language: str) -> Promise | str:
    """The name of a language: of the list, or as it was typed."""
    return LANGUAGES.get(language, language)
