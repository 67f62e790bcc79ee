"""`./kring verify-log`: is the log whole?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kring.audit import chain
from kring.audit.models import Entry


class Command(BaseCommand):
    help = "Check the chain of the log and its anchor file; name the first broken, cut or rewritten entry."

    def handle(self, *args: Any, **options: Any) -> None:
        for fault in chain.faults():
            raise CommandError(f"The log is not whole: {fault}.")
        self.stdout.write(f"The log is whole: {Entry.objects.count()} entries.")
