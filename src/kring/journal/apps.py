"""The room `journal`."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "kring.journal"
    label = "journal"
