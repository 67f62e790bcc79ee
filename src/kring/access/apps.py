"""The room `access`."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class AccessConfig(AppConfig):
    name = "kring.access"
    label = "access"

    def ready(self) -> None:
        """PostgreSQL is told who asks."""
        from kring.access import telling  # noqa: PLC0415  # its models are there only now

        connection_created.connect(telling.on_this_connection, dispatch_uid="who-asks")
