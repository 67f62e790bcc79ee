"""The room `access`."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class AccessConfig(AppConfig):
    name = "kring.access"
    label = "access"

    def ready(self) -> None:
        """PostgreSQL is told who asks, and `people` when a child was born and how many a colleague works with."""
        from kring.access import leading, links, remarks  # noqa: PLC0415  # its models are there only now
        from kring.people import birthdays, depending  # noqa: PLC0415  # the same

        connection_created.connect(remarks.on_this_connection, dispatch_uid="who-asks")
        birthdays.are_told_by(links.birthday_of)
        depending.is_told_by(leading.how_many_with)
