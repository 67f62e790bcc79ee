"""Who will be able to read what is typed, as the page shows it before it is saved (R20).

What was shown comes back with the form as a mark.  When who reads it is no longer what was shown, the page comes back
with the new names and nothing is saved yet.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from kring.access.acts.answering import is_asked
from kring.access.models import Item
from kring.journal.forms.shown import Shown
from kring.law.access import Klass, Section


def no_yes_opens(section: Section, klass: Klass, *, held_close: bool) -> bool:
    """Whether no yes of the child opens it to anybody: in confidence, of a parent's home, or about others only."""
    return not is_asked(Item(section=section.value, klass=klass.value, held_close=held_close))


def mark_of(told: object) -> str:
    """What is shown, as a form carries it."""
    return blake2b(json.dumps(told).encode(), digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True)
class Look:
    """Who will be able to read one text, by name."""

    names: Sequence[str]
    may_be_saved: bool = False
    asks: bool = False
    """It is not saved for no other reason than that the readers are others than were shown."""

    @property
    def mark(self) -> str:
        """These names, as the form carries them."""
        return mark_of(list(self.names))


def look(form: Shown, names: Sequence[str], *, does: str = "save") -> Look:
    """Weigh what was sent against who reads it now; `does`: "look" for who only wants to see that."""
    filled = form.is_bound and form.is_valid()
    same = filled and does == "save" and form.cleaned_data["shown"] == mark_of(list(names))
    return Look(names, may_be_saved=same, asks=filled and not same)
