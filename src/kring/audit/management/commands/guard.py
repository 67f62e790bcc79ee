"""`./kring migrate` ends with this: triggers on the log and, on PostgreSQL, the grants of the application's role."""

from typing import Any

from django.core.management.base import BaseCommand

from kring.audit import guard


class Command(BaseCommand):
    help = "Set the triggers on the log and the grants of the application's role."

    def handle(self, *args: Any, **options: Any) -> None:
        guard.set_guards()
        self.stdout.write(f"Guards on the log: {', '.join(sorted(guard.guards()))}")
