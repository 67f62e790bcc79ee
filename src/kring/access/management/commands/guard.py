"""`./kring migrate` ends with this: triggers on the log and, on PostgreSQL, grants of the application and policies."""

from typing import Any

from django.core.management.base import BaseCommand

from kring.access import policies
from kring.audit import guard


class Command(BaseCommand):
    help = "Set the triggers on the log and the grants of the application's role, and the policies on rows."

    def handle(self, *args: Any, **options: Any) -> None:
        guard.set_guards()
        policies.set_policies()
        self.stdout.write(f"Guards on the log: {', '.join(sorted(guard.guards()))}")
