"""A note on its way: first who will be able to read it, by name, and only then is it saved (R20).

When who reads it is no longer what was shown (`journal.shown`), because another class was chosen or somebody came in
meanwhile, the page comes back with the new names and nothing is saved yet.
"""

from dataclasses import dataclass
from functools import cached_property

from django.forms import BoundField
from django.http import HttpRequest, QueryDict

from kring.access.door import Door
from kring.access.readers import Other, names_of_readers
from kring.circle import calling
from kring.journal.around import of_the_circle, who_may_know
from kring.journal.forms.notes import MOST, Note, Writer
from kring.journal.shown import mark_of, no_yes_opens
from kring.law.access import Klass, Relation, Section

FIELDS = ("words", "klass", "about", "topic")


@dataclass(frozen=True)
class Readers:
    """Who will be able to read the passage at one place."""

    place: int
    names: list[str]


@dataclass(frozen=True)
class PieceSeen:
    """One passage of the form; `names` is nothing for one in which nothing stands yet."""

    place: int
    fields: list[BoundField]
    names: list[str] | None
    no_yes_opens: bool = False
    """Whether no yes of the child opens it to anybody: in confidence, of a parent's home, or about others only."""


@dataclass
class Composing:
    """What someone is writing, and who will be able to read it."""

    door: Door
    posted: QueryDict | None
    does: str

    @cached_property
    def around(self) -> list[Other]:
        """Everyone else who is involved."""
        return calling.all_others(self.door)

    @cached_property
    def writer(self) -> Writer:
        """Who writes."""
        sieve = self.door.sieve(Section.JOURNAL)
        works = self.door.relation is Relation.WORKER
        return Writer(
            relation=self.door.relation,
            child=self.door.dossier.call_name,
            wall=next(iter(sorted(self.door.walls)), None),
            classes=[one for one in Klass if sieve.may_add(one)],
            people=of_the_circle(self.door) if works else [],
            may_know=who_may_know(self.door, self.around),
        )

    @cached_property
    def form(self) -> Note:
        """The form as it is now; with another piece it is not weighed yet, and keeps what was typed."""
        if self.posted is None:
            return Note(writer=self.writer)
        count = _number(self.posted.get("pieces"))
        if self.does == "more":
            typed = {name: self.posted[name] for name in self.posted if name not in {"once", "shown", "pieces"}}
            kept = typed | {"knowing": self.posted.getlist("knowing")}
            return Note(initial=kept, writer=self.writer, count=count + 1)
        return Note(self.posted, writer=self.writer, count=count)

    @cached_property
    def readers(self) -> list[Readers]:
        """By name, of each passage that holds something."""
        chosen = self.form.chosen()
        return [
            Readers(place, names_of_readers(self.door, Section.JOURNAL, self.form.filing(place), self.around, chosen))
            for place in self.form.written()
        ]

    @property
    def pieces(self) -> list[PieceSeen]:
        """Every passage of the form, with who will be able to read it."""
        read = {one.place: one.names for one in self.readers}
        return [
            PieceSeen(
                place,
                [self.form[f"{name}_{place}"] for name in FIELDS if f"{name}_{place}" in self.form.fields],
                read.get(place),
                no_yes_opens=place in read and self._no_yes_opens(place),
            )
            for place in range(self.form.count)
        ]

    def _no_yes_opens(self, place: int) -> bool:
        filing = self.form.filing(place)
        return no_yes_opens(Section.JOURNAL, filing.klass, held_close=filing.held_close)

    @property
    def talked(self) -> list[BoundField]:
        """With whom it was talked through, or why not (B86)."""
        return [self.form[name] for name in ("with_whom", "talked_on", "why_not") if name in self.form.fields]

    @property
    def mark(self) -> str:
        """What is shown now, as the form carries it."""
        return mark_of([[one.place, one.names] for one in self.readers])

    @cached_property
    def is_filled(self) -> bool:
        """Whether what was sent can be kept."""
        return self.form.is_bound and self.form.is_valid()

    @property
    def may_be_saved(self) -> bool:
        """Whether it can be kept, and who reads it is what the writer saw."""
        return self.is_filled and self.does == "save" and self.form.cleaned_data["shown"] == self.mark

    @property
    def asks(self) -> bool:
        """Whether it is not saved for no other reason than that the readers are others than were shown."""
        return self.is_filled and not self.may_be_saved

    @property
    def can_grow(self) -> bool:
        """Whether a piece may be added: the child writes its own words, and those are one."""
        return self.door.relation is not Relation.CHILD and self.form.count < MOST


def composing(request: HttpRequest, door: Door) -> Composing:
    """What is being written in this request."""
    posted = request.POST if request.method == "POST" else None
    return Composing(door, posted, request.POST.get("do", "save"))


def _number(told: str | None) -> int:
    return int(told) if told in {str(number) for number in range(1, MOST + 1)} else 1
