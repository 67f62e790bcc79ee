"""A random word in every text of every row: names stay what they are, with a word behind them that nobody knows."""

import json
import random
import re
import string
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.db import models

from kring.access.asking import everything
from kring.access.kept import Kept
from kring.access.models import Disclosure, Draft, Item
from kring.kit.fields import EncryptedText

CANARY = re.compile(r"zq[a-z]{8}", re.IGNORECASE)
PLAIN = {"people.Organisation.name", "people.Team.name", "people.User.email", "people.Stay.browser"}
"""Texts that are searched or shown in lists, and so are not encrypted."""
NOT_WORDS = {
    "dossier.Dossier.born_on",
    "dossier.OtherBirthday.before",
    "dossier.OtherBirthday.born_on",
}  # a date is no place for a word


@dataclass(frozen=True, slots=True)
class Canary:
    """A word, and where it stands."""

    word: str
    field: str
    row: models.Model
    item: Item | None


def fields() -> list[tuple[type[models.Model], str]]:
    """Every field of our rooms that holds words of people."""
    found = []
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            label = f"{model._meta.label}.{field.name}"
            words = isinstance(field, EncryptedText) and label not in NOT_WORDS
            if words or label in PLAIN:
                found.append((model, field.name))
    return found


def plant(*, but: str = "") -> dict[str, Canary]:
    """A word in each of them, except in one field; the words with where they stand."""
    chance, sown = random.Random(), dict[str, Canary]()  # noqa: S311  # a word to find again, no secret
    for model, name in fields():
        if f"{model._meta.label}.{name}" == but:
            continue
        rows = model.objects.all()  # type: ignore[attr-defined]  # every model has one
        opened = rows.opened() if issubclass(model, Kept) else rows
        for row in opened:
            word = "zq" + "".join(chance.choices(string.ascii_lowercase, k=8))
            _write(opened, row, name, word)
            sown[word] = Canary(word, f"{model._meta.label}.{name}", row, _item(row))
    return sown


def _write(rows: models.QuerySet[models.Model], row: models.Model, name: str, word: str) -> None:
    with everything():
        rows.filter(pk=row.pk).update(**{name: _with(getattr(row, name), word, row)})


def _with(old: str | None, word: str, row: models.Model) -> str:
    if isinstance(row, Draft):
        notes = json.loads(old or "{}")
        return json.dumps(notes | {"lines": {"page": f"tante {word}"}})
    if isinstance(row, Disclosure) and old and old.startswith("{"):  # the texts that were passed on
        return json.dumps({name: f"{text} {word}" for name, text in json.loads(old).items()})
    if old and "@" in old:
        return f"{word}.{old}"
    return f"{old or ''} {word}".strip()


def _item(row: models.Model) -> Item | None:
    item: UUID | None = getattr(row, "item_id", None) if isinstance(row, (Kept, Draft)) else None
    return Item.objects.get(pk=item) if item else None
