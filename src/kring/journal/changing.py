"""Another text for a row that one wrote: first who will be able to read it, and only then is it saved (R20).

When it changed meanwhile, both texts are shown and nothing is lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from kring.access.door import Door
from kring.access.readers import Other, names_of_another_text
from kring.access.spoken import chosen_for
from kring.access.writing import StaleError
from kring.journal.acts import notes as acts
from kring.journal.around import who_may_know
from kring.journal.forms.notes import Change, in_words
from kring.journal.models import Apart, Passage
from kring.journal.shown import Look, look, no_yes_opens
from kring.kit.choice import Choice
from kring.law.access import Klass, opens_more
from kring.people.devices import is_new


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it: done, or a form to show, with what stands there now when somebody was faster."""

    form: Change
    look: Look
    is_done: bool = False
    waits: bool = False
    stands: str = ""
    no_yes_opens: bool = False
    """Whether no yes of the child opens it to anybody, in the class that is chosen."""

    @property
    def status(self) -> int:
        """409 when two changed the same."""
        return 409 if self.stands else 200


def changing(
    request: HttpRequest, door: Door, row: Passage | Apart, around: Sequence[Other] = (), *, asks: bool = False
) -> Made:
    """Change it, or the form to do so; `around`: everyone else who is involved, as the writer knows them.

    `asks`: something is asked first, so it waits.

    What is kept apart is read by who works with the child, whatever is typed: its page says so.  Raises
    `NotAllowedError` and `AlreadyDoneError`.
    """
    may_know = who_may_know(door, around) if row.item.held_close else []
    asked: dict[str, Any] = {"may_know": may_know, "classes": closer(door, row)}
    form = Change(request.POST, **asked) if request.method == "POST" else _fresh(row, asked)
    seen = look(form, _names(door, row, form, around), does=request.POST.get("do", "save"))
    if asks or not (seen.may_be_saved or (isinstance(row, Apart) and form.is_bound and form.is_valid())):
        klass = form.filed_as or Klass(row.item.klass)
        return Made(form, seen, no_yes_opens=no_yes_opens(row.section, klass, held_close=row.item.held_close))
    new = acts.Changed(
        words=form.cleaned_data["words"],
        version=form.cleaned_data["version"],
        knowing=form.may_know,
        klass=form.filed_as,
        waits=bool(form.may_know) and is_new(request, door.me),
    )
    before, version = row.words, row.item.version
    try:
        waits = acts.change(door, row, new, act=form.act)
    except StaleError:
        start = {"words": new.words, "version": version, "klass": row.item.klass}
        again = Change(initial=start, **asked)
        return Made(again, Look(_names(door, row, again, around)), stands=before)
    return Made(form, seen, is_done=True, waits=waits)


def _names(door: Door, row: Passage | Apart, form: Change, around: Sequence[Other]) -> list[str]:
    """Who will be able to read it, in the class that is chosen."""
    chosen = frozenset(form.may_know or ())
    return names_of_another_text(door, row.item, form.filed_as or Klass(row.item.klass), around, chosen)


def closer(door: Door, row: Passage | Apart) -> list[tuple[str, Choice]]:
    """The class of a passage, and those in which nobody reads it who does not now (`Writing.file_anew`)."""
    if isinstance(row, Apart) or row.item.held_close:
        return []
    sieve, now = door.sieve(row.section), Klass(row.item.klass)
    other = [one for one in Klass if sieve.may_add(one) and not opens_more(row.section, one, now)]
    return in_words(door.relation, door.dossier.call_name, [now, *other])


def _fresh(row: Passage | Apart, asked: dict[str, Any]) -> Change:
    """The text as it stands, what it is, and who may know it now."""
    start = {"words": row.words, "version": row.item.version, "klass": row.item.klass}
    return Change(initial=start | {"knowing": _knowing(row) if asked["may_know"] else []}, **asked)


def _knowing(row: Passage | Apart) -> list[str]:
    return [str(key) for key in chosen_for(row)]
