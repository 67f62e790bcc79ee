"""The room `agreements`."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "kring.agreements"
    label = "agreements"
