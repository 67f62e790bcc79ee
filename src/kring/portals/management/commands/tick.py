"""`./kring manage tick`: what happens by itself.  Meant for every five minutes."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.access.scope import all_children
from kring.kit import clock
from kring.people.acts import days
from kring.portals import jobs


class Command(BaseCommand):
    help = "Sends the messages that may leave now, and lets go what fell due; meant to run every five minutes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--today", metavar="2026-11-30", help="this is the day: I looked at the clock")

    def handle(self, *_args: object, **options: Any) -> None:
        if options["today"]:
            self._believe(options["today"])
        with all_children():
            left = jobs.tick()
        self.stdout.write(f"{left} mail(s) sent")
        last = days.last_day()
        if last is not None and not days.is_believed():
            command = f"./kring manage tick --today {clock.today()}"
            told = {"now": _words(clock.today()), "last": _words(last), "command": command}
            raise CommandError(
                _(
                    "De klok van deze machine staat op %(now)s. De laatste keer dat Kring vanzelf wiste en afsloot,"
                    " was op %(last)s. Dat is meer dan veertig dagen verschil. Daarom wist en sluit Kring niets;"
                    " berichten vertrekken wel. Kijk of de klok juist staat, en zet ze goed als dat niet zo is."
                    " Staat ze juist? Typ dan één keer: %(command)s"
                )
                % told
            )

    def _believe(self, said: str) -> None:
        try:
            days.it_is(date.fromisoformat(said))
        except ValueError as error:  # no day at all, or another one
            told = _("De klok van deze machine staat op %(now)s. Typ die dag, of zet eerst de klok goed.")
            raise CommandError(told % {"now": _words(clock.today())}) from error


def _words(day: date) -> str:
    return date_format(day, "j F Y")
