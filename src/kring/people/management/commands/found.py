"""`./kring manage found`: the first organisation, its first team and who manages Kring there."""

from argparse import ArgumentParser
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction

from kring.people import welcome
from kring.people.actors import Actor, ActorKind
from kring.people.acts import house as acts
from kring.people.models import Organisation, Role, User, normalised

ASKED = {
    "organisation": "Hoe heet de organisatie? ",
    "team": "Hoe heet het eerste team? ",
    "name": "Roepnaam van wie Kring beheert? ",
    "email": "E-mailadres van deze persoon? ",
}
WORKS = "Werkt deze persoon zelf met kinderen? (j/n) "


class Command(BaseCommand):
    help = "Maakt de eerste organisatie, het eerste team en het account van wie Kring daar beheert."

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name in ASKED:
            parser.add_argument(f"--{name}")
        parser.add_argument("--works-with-children", action="store_true")
        parser.add_argument("--address", default="http://127.0.0.1:8000", help="het adres van Kring, voor de link")

    def handle(self, *_args: Any, **options: Any) -> None:
        given = {name: (options[name] or self._ask(question)).strip() for name, question in ASKED.items()}
        asked = not all(options[name] for name in ASKED)
        works = options["works_with_children"] or (asked and self._ask(WORKS).lower().startswith("j"))
        self._check(given)
        user = self._found(given, works=works)
        self.stdout.write(f"{given['organisation']} kan beginnen. Met deze link kiest {given['name']} een wachtwoord.")
        self.stdout.write("Hij werkt één keer, en drie dagen lang:\n")
        self.stdout.write(options["address"].rstrip("/") + welcome.link_for(user))

    def _found(self, given: dict[str, str], *, works: bool) -> User:
        house = Actor(ActorKind.JOB, None)
        with transaction.atomic():
            organisation = acts.found_organisation(house, given["organisation"])
            team = acts.form_team(house, organisation, given["team"])
            manager = acts.Colleague(call_name=given["name"], email=given["email"], role=Role.MANAGER)
            user = acts.add_colleague(house, organisation, manager)
            if works:
                acts.add_colleague(house, organisation, replace(manager, role=Role.WORKER, team=team))
        return user

    def _check(self, given: dict[str, str]) -> None:
        try:
            validate_email(given["email"])
        except ValidationError as error:
            raise CommandError("Dit lijkt geen e-mailadres.") from error
        if not all(given.values()):
            raise CommandError("Vul alles in: organisatie, team, naam en e-mailadres.")
        if Organisation.objects.filter(name__iexact=given["organisation"]).exists():
            raise CommandError("Deze organisatie is er al. Collega’s voeg je toe op de pagina Organisatie.")
        if User.objects.filter(email=normalised(given["email"])).exists():
            raise CommandError("Dit e-mailadres heeft al een plaats in Kring.")

    def _ask(self, question: str) -> str:
        try:
            return input(question)
        except EOFError as error:
            raise CommandError("Geef alles mee als optie, of antwoord op de vragen.") from error
