"""`./kring manage tick`: what happens by itself.  Meant for every five minutes."""

from django.core.management.base import BaseCommand

from kring.portals import jobs


class Command(BaseCommand):
    help = "Sends the messages that may leave now; meant to run every five minutes."

    def handle(self, *_: object, **__: object) -> None:
        self.stdout.write(f"{jobs.tick()} mail(s) sent")
