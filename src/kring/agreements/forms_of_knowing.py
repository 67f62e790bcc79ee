"""Forms of who may know what of an agreement: what they keep are the child's own answers (`access.Say`)."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.access.models import Word
from kring.access.writing import ITSELF
from kring.agreements.knowing import SUBJECTS
from kring.agreements.reading import Line, Said
from kring.kit.choice import Choice
from kring.kit.forms import OnceForm
from kring.kit.sentences import choices, sentence
from kring.law.access import Topic
from kring.law.meaning import Expressed

Act = Callable[[], None]
WORDS = [
    (Word.YES.value, _("mag")),
    (Word.ASK.value, _("eerst vragen")),
    (Word.NO.value, _("mag niet")),
]


class OfTheChild(OnceForm):
    """What the child answers; who writes it down for the child, says how it said so."""

    said = forms.ChoiceField(
        choices=[], widget=forms.RadioSelect({"class": "reply"}), error_messages={"required": _("Kies er één.")}
    )

    def __init__(self, *args: Any, child: str, **options: Any) -> None:
        super().__init__(*args, **options)
        if not child:
            del self.fields["said"]
            return
        self.fields["said"].label = _("Hoe zei %(name)s dat?") % {"name": child}
        self.fields["said"].choices = choices(Expressed)  # type: ignore[attr-defined]

    @property
    def expressed(self) -> str:
        """By its own hands, or as somebody heard or saw it."""
        return str(self.cleaned_data.get("said") or ITSELF)


class Knows(OfTheChild):
    """Subject by subject, three words; what is left open stays open."""

    def __init__(self, *args: Any, child: str, answered: Mapping[Topic, str], **options: Any) -> None:
        super().__init__(*args, child=child, **options)
        self.answered, kind = answered, "topic" if child else "my-topic"
        for topic in SUBJECTS:
            self.fields[topic.value] = forms.ChoiceField(
                label=sentence(f"{kind}.{topic.value}", name=""),
                required=False,
                choices=WORDS,
                initial=answered.get(topic, ""),
                widget=forms.RadioSelect({"class": "reply"}),
            )
        if "said" in self.fields:
            self.order_fields([*(one.value for one in SUBJECTS), "said"])

    @property
    def news(self) -> dict[Topic, Word]:
        """What is answered otherwise than it stood."""
        told = {topic: self.cleaned_data[topic.value] for topic in SUBJECTS}
        return {topic: Word(word) for topic, word in told.items() if word and word != self.answered.get(topic)}


class Share(OfTheChild):
    """Which points a parent may read."""

    points = forms.MultipleChoiceField(
        label=_("Wat mag gelezen worden?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, *args: Any, points: Sequence[tuple[UUID, object]], reads: set[UUID], child: str, **options: Any
    ) -> None:
        super().__init__(*args, child=child, initial={"points": [str(key) for key in reads]}, **options)
        self.reads = reads
        self.fields["points"].choices = [(str(key), words) for key, words in points]  # type: ignore[attr-defined]
        self.order_fields(["points", "said"])

    @property
    def news(self) -> dict[UUID, bool]:
        """What is answered otherwise than it stood."""
        yes = {UUID(key) for key in self.cleaned_data["points"]}
        return {key: key in yes for key in yes ^ self.reads}


def offered(said: Said, line: Line) -> Choice:
    """A point to tick: the question, and all that goes of it, word for word."""
    words = " · ".join(str(one) for one in (line.choice, line.row.words.strip()) if one)
    return Choice(said.asks, words)
