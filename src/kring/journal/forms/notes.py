"""The forms to write a note and to change a passage."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.access.writing import Filing
from kring.journal import wording
from kring.journal.acts.notes import Note as NewNote
from kring.journal.acts.notes import Piece, Talk
from kring.journal.around import Someone, asked_about
from kring.journal.forms.shown import Shown
from kring.kit import clock
from kring.kit.choice import Choice
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import sentence
from kring.law.access import Klass, Relation, Topic
from kring.law.hands import HOLDS_CLOSE

LONG = 50_000  # characters
MOST = 8  # passages of one note
TOPICS = [one for one in Topic if one is not Topic.THE_FILE]
ABOUT_NOBODY, OF_NOBODY = "", "nobody"
FILED_OF_A_PARENT = frozenset({Klass.FILE.value, Klass.HOUSEHOLD.value})
OF_A_PARENT = frozenset({Topic.MOTHER, Topic.FATHER})
"""What a worker writes about this, is about a parent: filed so, it stands behind its wall and asks its yes (R7)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Who writes: in which relation, which classes the table lets it add, and who is around."""

    relation: Relation
    child: str
    wall: UUID | None
    classes: Sequence[Klass]
    people: Sequence[Someone]
    may_know: Sequence[Someone]

    def choices(self) -> list[tuple[str, Choice]]:
        """The classes in plain words."""
        return in_words(self.relation, self.child, self.classes)


def in_words(relation: Relation, child: str, classes: Sequence[Klass]) -> list[tuple[str, Choice]]:
    """Classes in plain words, for who writes in this relation."""
    told = wording.to_choose(relation)
    return [
        (one.value, Choice(*(str(words).format(child=child) for words in told[one]))) for one in told if one in classes
    ]


class Note(Shown):
    """A note: one text, or several of which each has its own class.  Nothing is saved here."""

    pieces = forms.IntegerField(required=False, widget=forms.HiddenInput)
    held_close = forms.BooleanField(label=_("Niet delen"), required=False)
    knowing = forms.MultipleChoiceField(
        label=_("Wil je dat iemand het weet? Kies wie."), required=False, widget=forms.CheckboxSelectMultiple
    )
    talked_on = forms.DateField(
        label=_("Op welke dag?"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    with_whom = PlainText(label=_("Met wie besproken?"), required=False, max_length=200)
    why_not = PlainText(label=_("Of: waarom (nog) niet besproken?"), required=False, max_length=LONG)

    def __init__(self, *args: Any, writer: Writer, count: int = 1, **options: Any) -> None:
        super().__init__(*args, **options)
        self.writer, self.count = writer, max(1, min(count, MOST))
        self.fields["pieces"].initial = self.count
        for index in range(self.count):
            self._add_piece(index)
        if writer.relation not in HOLDS_CLOSE:
            del self.fields["held_close"]
        if writer.may_know:
            self.fields["knowing"].choices = [(str(one.member), one.name) for one in writer.may_know]  # type: ignore[attr-defined]
        else:
            del self.fields["knowing"]
        if writer.relation is not Relation.WORKER:
            for name in ("talked_on", "with_whom", "why_not"):
                del self.fields[name]

    def _add_piece(self, index: int) -> None:
        self.fields[f"words_{index}"] = PlainText(
            label=_("Wat wil je opschrijven?") if index == 0 else _("Het andere stuk"),
            required=index == 0,
            error_messages={"required": _("Schrijf een paar woorden. Eén zin is genoeg.")},
            strip=False,
            max_length=LONG,
            widget=forms.Textarea(attrs={"rows": 5}),
        )
        choices = self.writer.choices()
        if choices:
            self.fields[f"klass_{index}"] = forms.ChoiceField(
                label=_("Wat is het?"),
                choices=choices,
                initial=choices[0][0],
                widget=forms.RadioSelect({"class": "one"}),
            )
        if self.writer.people:
            self.fields[f"about_{index}"] = forms.ChoiceField(
                label=_("Over wie gaat dit stuk?"),
                required=False,
                choices=[(ABOUT_NOBODY, _("niet over iemand apart"))]
                + [(str(one.member), one.name) for one in self.writer.people],
            )
        self.fields[f"topic_{index}"] = forms.ChoiceField(
            label=_("Waarover gaat het?"),
            choices=[(one.value, sentence(f"topic.{one.value}", name="")) for one in TOPICS],
            initial=Topic.GENERAL.value,
        )

    def clean(self) -> dict[str, Any]:
        """Something was written; what is not shared is not also given in confidence; a worker says who it talked to."""
        facts = super().clean() or {}
        written = [index for index in range(self.count) if facts.get(f"words_{index}", "").strip()]
        if not written and not self.errors:
            self.add_error("words_0", _("Schrijf een paar woorden. Eén zin is genoeg."))
        in_confidence = any(facts.get(f"klass_{index}") == Klass.CONFIDENCE for index in written)
        if facts.get("held_close") and in_confidence:
            self.add_error(
                "held_close",
                _("In vertrouwen leest de begeleiding het. Niet delen: dan leest die het niet. Kies één van de twee."),
            )
        if self.writer.relation is Relation.WORKER:
            self._ask_the_talk(facts)
            for index in written:
                self._ask_which_parent(facts, index)
        return facts

    def _ask_which_parent(self, facts: dict[str, Any], index: int) -> None:
        """Of the mother or the father: which of the circle that is, or nobody can keep it on its side (R7, R16)."""
        of_a_parent = facts.get(f"topic_{index}") in OF_A_PARENT and facts.get(f"klass_{index}") in FILED_OF_A_PARENT
        if of_a_parent and f"about_{index}" in self.fields and not facts.get(f"about_{index}"):
            said = _("Dit gaat over een ouder. Zeg over wie. Staat die er niet bij? Zet die dan eerst in de kring.")
            self.add_error(f"about_{index}", said)

    def _ask_the_talk(self, facts: dict[str, Any]) -> None:
        """B86: talked through with somebody on a day, or why not."""
        on, whom, why = (facts.get(name) for name in ("talked_on", "with_whom", "why_not"))
        if on and on > clock.today():
            self.add_error("talked_on", _("Die dag moet nog komen."))
        elif (on and not whom) or (whom and not on and "talked_on" not in self.errors):
            self.add_error("with_whom" if on else "talked_on", _("Zeg met wie én op welke dag."))
        elif not (on or whom or why) and "talked_on" not in self.errors:
            self.add_error("with_whom", _("Zeg met wie je dit besprak en wanneer, of waarom nog niet."))

    def filing(self, index: int) -> Filing:
        """Where the passage at this place belongs, by what is chosen or stands ready."""
        about = self._chosen(f"about_{index}")
        someone = next((one for one in self.writer.people if str(one.member) == about), None)
        klass = Klass(self._chosen(f"klass_{index}") or Klass.OWN_WORDS)
        topic = Topic(self._chosen(f"topic_{index}") or Topic.GENERAL)
        of_a_parent = self.writer.relation is Relation.WORKER and topic in OF_A_PARENT and klass is Klass.FILE
        return Filing(
            klass=Klass.HOUSEHOLD if of_a_parent else klass,
            topic=topic,
            wall=someone.wall if someone and someone.wall else self.writer.wall,
            about=someone.member if someone else None,
            held_close=bool(self._chosen("held_close")),
        )

    def written(self) -> list[int]:
        """The places at which something is written; of an empty form the first."""
        there = [index for index in range(self.count) if str(self._chosen(f"words_{index}") or "").strip()]
        return there or [0]

    def chosen(self) -> frozenset[UUID]:
        """Who of the circle may know it although it is not shared."""
        told = set(self._chosen("knowing") or ()) if self._chosen("held_close") else set()
        return frozenset(one.member for one in self.writer.may_know if str(one.member) in told)

    @property
    def note(self) -> NewNote:
        """What is written."""
        facts = self.cleaned_data
        pieces = tuple(Piece(words=facts[f"words_{one}"], filing=self.filing(one)) for one in self.written())
        talk = None
        if self.writer.relation is Relation.WORKER:
            talk = Talk(on=facts["talked_on"], with_whom=facts["with_whom"], why_not=facts["why_not"])
        knowing = tuple(UUID(one) for one in facts.get("knowing", ())) if facts.get("held_close") else ()
        return NewNote(pieces=pieces, talk=talk, knowing=knowing)

    def _chosen(self, name: str) -> Any:  # noqa: ANN401  # whatever a field holds
        if name not in self.fields:
            return None
        if self.is_bound:
            return self.cleaned_data.get(name) if self.is_valid() or hasattr(self, "cleaned_data") else None
        return self.get_initial_for_field(self.fields[name], name)


class Change(Shown):
    """Another text for a passage, for the version that was read."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    words = PlainText(
        label=_("Jouw tekst"),
        strip=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Leeg kan niet. Schrijf wat er moet staan.")},
    )
    klass = forms.ChoiceField(
        label=_("Wat is het?"),
        required=False,
        widget=forms.RadioSelect({"class": "one"}),
        help_text=_("Mogen er meer mensen meelezen? Schrijf het dan opnieuw op. Je ziet dan eerst wie het leest."),
    )
    knowing = forms.MultipleChoiceField(
        label=_("Wie mag de nieuwe tekst weten?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        *args: Any,
        may_know: Sequence[Someone] = (),
        classes: Sequence[tuple[str, Choice]] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        if len(classes) > 1:
            self.fields["klass"].choices = list(classes)  # type: ignore[attr-defined]  # a choice field
        else:
            del self.fields["klass"]
        if may_know:
            self.fields["knowing"].choices = [(str(one.member), one.name) for one in may_know]  # type: ignore[attr-defined]
        else:
            del self.fields["knowing"]

    @property
    def filed_as(self) -> Klass | None:
        """What it is from now on, by what is chosen or stands ready; `None` where that is not asked."""
        chosen = self._chosen("klass")
        return Klass(chosen) if chosen else None

    @property
    def may_know(self) -> tuple[UUID, ...] | None:
        """Who may know the new text, by what is chosen or stands ready; `None` where that is not asked."""
        chosen = self._chosen("knowing")
        return None if chosen is None else tuple(UUID(one) for one in chosen)

    def _chosen(self, name: str) -> Any:  # noqa: ANN401  # whatever a field holds
        if name not in self.fields:
            return None
        if not self.is_bound:
            return self.get_initial_for_field(self.fields[name], name)
        return self.cleaned_data.get(name) if self.is_valid() or hasattr(self, "cleaned_data") else None


class Apart(OnceForm):
    """Something under the agogic exception."""

    words = PlainText(label=_("Wat wil je apart bewaren?"), max_length=LONG, widget=forms.Textarea(attrs={"rows": 5}))
    about = forms.ChoiceField(
        label=_("Over wie gaat het?"),
        help_text=_("Wie je hier kiest, leest het nooit: ook niet naast jou."),
        error_messages={"required": _("Zeg over wie het gaat. Of kies: over niemand van de kring.")},
    )
    nobody = forms.CharField(required=False, widget=forms.HiddenInput)
    """The names that stood in it when the worker said that it is about none of these all the same."""

    def __init__(self, *args: Any, people: Sequence[Someone], around: Sequence[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.around = [*(one.name for one in people), *around]
        told = [(str(one.member), one.name) for one in people]
        offered = [("", _("Kies")), *told, (OF_NOBODY, _("over niemand van de kring"))]
        self.fields["about"].choices = offered  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def names(self) -> list[str]:
        """Whom a text that would be about nobody of the circle names, or means by "oma" or "papa"."""
        told = getattr(self, "cleaned_data", {})
        return asked_about(told.get("words", ""), self.around) if told.get("about") == OF_NOBODY else []

    @property
    def asks(self) -> str:
        """Whom it names, as long as nobody said that it is not about these: another name is asked anew (R17)."""
        names = ", ".join(self.names)
        return "" if names == self.cleaned_data.get("nobody") else names

    @property
    def person(self) -> UUID | None:
        """Whom it is about, of the circle."""
        about = self.cleaned_data["about"]
        return None if about == OF_NOBODY else UUID(about)
