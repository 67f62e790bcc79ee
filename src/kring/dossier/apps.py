"""The room `dossier`."""

from django.apps import AppConfig


class DossierConfig(AppConfig):
    name = "kring.dossier"
    label = "dossier"
