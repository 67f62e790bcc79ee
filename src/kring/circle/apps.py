"""The room `circle`."""

from django.apps import AppConfig


class CircleConfig(AppConfig):
    name = "kring.circle"
    label = "circle"
