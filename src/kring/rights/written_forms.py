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

from kring.rights.forms import Wish

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

NOT_YET: Words = _("Op die dag stond {name} hier nog niet in de kring. Kies een andere dag, of bevestig deze.")


class WrittenWish(Wish):
    """The same, with a word for a day before this person stood in the circle: then it is confirmed, or another day."""

    sure = forms.BooleanField(required=False)

    def __init__(self, *args: Any, child: str, too_early: Callable[[UUID | str, date], str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.too_early, self.asks_if_sure = too_early, False
        self.fields["sure"].label = _("Ja, {child} zei dit die dag al").format(child=child)

    def clean(self) -> dict[str, Any]:
        """A day on which this person was known, or one that was confirmed."""
        facts = super().clean() or {}
        early = "" if self.errors else self.too_early(self.who, self.said.on)
        if early:
            self.asks_if_sure = True
            if not facts.get("sure"):
                self.add_error("on", NOT_YET.format(name=early))
        return facts
