"""`./kring demo`: fill the practice database once, and say who can be visited."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from kring.access.scope import all_children
from kring.demo import agreements
from kring.demo.cast import CAST, seed
from kring.demo.models import Mark
from kring.kit import clock
from kring.people.models import User


class Command(BaseCommand):
    help = "Seed the practice database; refuses one that was not made by the demo."

    def handle(self, *args: Any, **options: Any) -> None:
        if not Mark.objects.exists():
            if User.objects.exists():
                raise CommandError("This database was not made by the demo: it may hold real people.")
            with transaction.atomic(), all_children():
                Mark.objects.create(made_at=clock.now())
                seeded = seed()
                agreements.choose(seeded.persons, seeded.dossiers, seeded.members)
                agreements.agree(seeded.persons, seeded.dossiers, seeded.members)
        for part in CAST:
            self.stdout.write(f"  {part.name:8} {part.who}")
