"""The room `kit`."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "kring.kit"
    label = "kit"
