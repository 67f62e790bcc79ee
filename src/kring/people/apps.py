"""The room `people`."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "kring.people"
    label = "people"

    def ready(self) -> None:
        """Passkeys of the sign-in library lie closed from now on."""
        from kring.people import closing  # noqa: F401, PLC0415  # its model is there only now
