"""The room `loyalty`."""

from django.apps import AppConfig


class LoyaltyConfig(AppConfig):
    name = "kring.loyalty"
    label = "loyalty"
