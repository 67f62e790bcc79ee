"""Another text for a row that one wrote; when it changed meanwhile, both texts are shown and nothing is lost."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from kring.access.door import Door
from kring.access.models import Giver, Say
from kring.access.writing import StaleError
from kring.journal.acts import notes as acts
from kring.journal.around import Someone
from kring.journal.forms.notes import Change
from kring.journal.models import Apart, Passage
from kring.people.devices import is_new


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it: done, or a form to show, with what stands there now when somebody was faster."""

    form: Change
    is_done: bool = False
    waits: bool = False
    stands: str = ""

    @property
    def status(self) -> int:
        """409 when two changed the same."""
        return 409 if self.stands else 200


def changing(request: HttpRequest, door: Door, row: Passage | Apart, may_know: Sequence[Someone] = ()) -> Made:
    """Change it, or the form to do so.  Raises `NotAllowedError` and `AlreadyDoneError`."""
    if request.method != "POST":
        return Made(_fresh(row, may_know))
    form = Change(request.POST, may_know=may_know)
    if not form.is_valid():
        return Made(form)
    new = acts.Changed(
        words=form.cleaned_data["words"],
        version=form.cleaned_data["version"],
        knowing=form.may_know,
        waits=bool(form.may_know) and is_new(request, door.me),
    )
    before, version = row.words, row.item.version
    try:
        waits = acts.change(door, row, new, act=form.act)
    except StaleError:
        again = Change(initial={"words": new.words, "version": version}, may_know=may_know)
        return Made(again, stands=before)
    return Made(form, is_done=True, waits=waits)


def _fresh(row: Passage | Apart, may_know: Sequence[Someone]) -> Change:
    """The text as it stands, and who may know it now."""
    start = {"words": row.words, "version": row.item.version, "knowing": _knowing(row) if may_know else []}
    return Change(initial=start, may_know=may_know)


def _knowing(row: Passage | Apart) -> list[str]:
    said = Say.objects.filter(item=row.pk, giver=Giver.CHILD, answer="yes", withdrawn_at=None)
    return [str(key) for key in said.values_list("towards_id", flat=True)]
