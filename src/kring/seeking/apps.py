"""The room `seeking`."""

from django.apps import AppConfig


class SeekingConfig(AppConfig):
    name = "kring.seeking"
    label = "seeking"
