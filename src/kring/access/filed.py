"""In which classes the rows of a model may be filed: data (`filed.toml`), asked where a row is added or filed anew."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from django.db.models import Model

from kring.law.access import Klass

FILED = Path(__file__).parent / "filed.toml"


class MisfiledError(RuntimeError):
    """Code would file a row where it is not meant to stand.  Never shown to a person: it is a fault in the house."""


@cache
def filed() -> Mapping[str, frozenset[Klass]]:
    """The classes of each model, by its label: `rights.Wish`."""
    rooms = tomllib.loads(FILED.read_text(encoding="utf-8"))
    return {
        f"{room}.{name}": frozenset(map(Klass, classes))
        for room, models in rooms.items()
        for name, classes in models.items()
    }


def refuse_misfiled(model: type[Model], classes: Iterable[Klass]) -> None:
    """Before anything is written.  Raises `MisfiledError`, also for a model of which nothing is said."""
    wrong = set(classes) - filed().get(model._meta.label, frozenset())
    if wrong:
        raise MisfiledError(f"{model._meta.label} is not filed as {', '.join(sorted(wrong))}: see access/filed.toml")
