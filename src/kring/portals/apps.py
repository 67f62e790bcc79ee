"""The room `portals`."""

from django.apps import AppConfig


class PortalsConfig(AppConfig):
    name = "kring.portals"
    label = "portals"
