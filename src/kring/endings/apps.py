"""The room `endings`."""

from django.apps import AppConfig


class EndingsConfig(AppConfig):
    name = "kring.endings"
    label = "endings"
