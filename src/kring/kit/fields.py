"""Fields that say what they are for.

Every field of a row about a person declares purpose, legal ground and retention; the register of processing, erasure
and export are made from it (GDPR art. 5, 13, 14 and 30; product.md R27).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import FieldError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from kring.kit import crypto
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term

F = TypeVar("F", bound="models.Field[Any, Any]")


@dataclass(frozen=True, slots=True)
class Held:
    """A declaration to hang on fields: `circle = Held(...)`, then `name = circle(EncryptedText())`."""

    purpose: Purpose
    ground: LegalGround
    retention: Term

    def __call__(self, field: F) -> F:
        """Hang this declaration on `field` and give the field back."""
        field.declaration = self  # type: ignore[attr-defined]  # an attribute of ours, read by the house test
        return field


@dataclass(frozen=True, slots=True)
class HeldBy:
    """A declaration for rows of one table that are held for different reasons: `field` tells which row is which."""

    field: str
    each: Mapping[str, Held]

    def __call__(self, field: F) -> F:
        """Hang this declaration on `field` and give the field back."""
        field.declaration = self  # type: ignore[attr-defined]  # an attribute of ours, read by the house test
        return field

    def alike(self) -> dict[Held, list[str]]:
        """The values of `field`, together where the rows are held alike."""
        found: dict[Held, list[str]] = {}
        for value, held in self.each.items():
            found.setdefault(held, []).append(value)
        return found


if TYPE_CHECKING:
    _Text = models.TextField[str, str]
else:
    _Text = models.TextField


class EncryptedText(_Text):
    """Free text or contact data, closed with `kit.crypto` before it reaches the database.

    It can be read and written, never searched or sorted by the database: those raise `FieldError`.
    """

    encrypted = True

    def scope(self) -> str:
        """The column this text is bound to, so that a value moved to another column does not open."""
        return f"{self.model._meta.label_lower}.{self.attname}"

    def get_prep_value(self, value: Any) -> str | None:
        return None if value is None else crypto.encrypt(str(value), scope=self.scope())

    def from_db_value(self, value: str | None, expression: Any, connection: BaseDatabaseWrapper) -> str | None:
        return None if value is None else self.text_of(value)

    def text_of(self, value: str) -> str:
        """The text of a value as it lies in the database.  Raises `kit.crypto.UnreadableError`."""
        return crypto.decrypt(value, scope=self.scope())

    def closed(self) -> "models.ExpressionWrapper[models.F]":
        """This column as it lies in the database, to give to `text_of` later: of a long list only some is shown."""
        return models.ExpressionWrapper(models.F(self.name), output_field=models.TextField())

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise FieldError(f"{self.name} is encrypted: it cannot be compared by the database")
