"""The room `access`."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from kring.people import birthdays


class AccessConfig(AppConfig):
    name = "kring.access"
    label = "access"

    def ready(self) -> None:
        """PostgreSQL is told who asks, and `people` when a child was born."""
        from kring.access import links, remarks  # noqa: PLC0415  # its models are there only now

        connection_created.connect(remarks.on_this_connection, dispatch_uid="who-asks")
        birthdays.are_told_by(links.birthday_of)
