"""The room `rights`."""

from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "kring.rights"
    label = "rights"
