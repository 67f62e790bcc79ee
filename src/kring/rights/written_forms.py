"""A choice of the child as somebody else writes it down: a day that is hardly possible is asked about before it stands.

The child itself is never held up by its own day (R1): on its page that is only asked afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit.sentences import sentence
from kring.law.meaning import Meaning
from kring.rights.forms import SOMEONE_ELSE, Wish

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

HOW: Words = _("{child} koos eerst anders. Kies hoe {child} zei dat dit toch weer mag.")
WHEN: Words = _("Wanneer zei {child} dat?")
NOT_YET: Words = _("Op die dag stond {name} hier nog niet in de kring. Kies een andere dag, of bevestig deze.")


class WrittenWish(Wish):
    """The same, with a word for a day before this person stood in the circle: then it is confirmed, or another day."""

    sure = forms.BooleanField(required=False)

    def __init__(
        self,
        *args: Any,
        child: str,
        too_early: Callable[[UUID | str, date], str],
        was_ended: Callable[[UUID, Meaning], bool],
        is_denied: Callable[[UUID | str], bool],
        **options: Any,
    ) -> None:
        """`was_ended`: the child chose this one otherwise before; then how and when it said so is never guessed.

        `is_denied`: the child said of such a choice that it never made it.
        """
        super().__init__(*args, **options)
        self.is_denied = is_denied
        self.too_early, self.was_ended, self.asks_if_sure = too_early, was_ended, False
        asked = self.initial.get("person"), self.initial.get("meaning")
        self.anew = self._is_anew(*asked)
        if self.anew:
            self.fields["how"].initial = None
        self.child = child
        self.fields["sure"].label = _("Ja, {child} zei dit die dag al").format(child=child)

    def clean(self) -> dict[str, Any]:
        """A day on which this person was known, or one that was confirmed."""
        facts = super().clean() or {}
        self.anew = self._is_anew(facts.get("person"), facts.get("meaning"))
        if self.anew and not facts.get("how"):
            self.add_error("how", HOW.format(child=self.child))
        if self.anew and not facts.get("on") and "on" not in self.errors:
            self.add_error("on", WHEN.format(child=self.child))
        if not self.errors and self.is_denied(self.who):
            self.add_error(None, sentence("steps.word-of-the-child", child=self.child, name="", holds=False))
        early = "" if self.errors else self.too_early(self.who, self.said.on)
        if early:
            self.asks_if_sure = True
            if not facts.get("sure"):
                self.add_error("on", NOT_YET.format(name=early))
        return facts

    def _is_anew(self, person: str | None, meaning: str | None) -> bool:
        if meaning not in set(Meaning) or not person or person == SOMEONE_ELSE:
            return False
        try:
            return self.was_ended(UUID(person), Meaning(meaning))
        except ValueError:  # an address that somebody typed
            return False
