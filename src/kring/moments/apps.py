"""The room `moments`."""

from django.apps import AppConfig


class MomentsConfig(AppConfig):
    name = "kring.moments"
    label = "moments"
