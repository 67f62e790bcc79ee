"""Forms of "wie mag wat weten": an answer, an emergency, and who someone is in the circle."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.access.acts.answering import Answering
from kring.access.acts.telling import Emergency, ParentsYes
from kring.access.models import Word
from kring.access.readers import Other
from kring.access.writing import ITSELF
from kring.kit import clock
from kring.kit.choice import Choice
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices
from kring.law.access import Topic
from kring.law.meaning import Expressed
from kring.portals.unsafe import Listener

LONG = 400
NEW = "new"
UNTIL = {
    "stop": (_("tot ik stop"), None),
    "week": (_("een week"), timedelta(days=7)),
    "month": (_("een maand"), timedelta(days=30)),
    "day": (_("tot een dag die ik kies"), None),
}


class Question(OnceForm):
    """Yes, no, or ask me first; of a yes why, and until when."""

    word = forms.ChoiceField(
        label=_("Jouw antwoord"),
        widget=forms.RadioSelect({"class": "answer"}),
        error_messages={"required": _("Kies één van de drie.")},
        choices=[
            (Word.YES.value, Choice(_("Ja"), _("Dit mag."))),
            (Word.ASK.value, Choice(_("Vraag het mij eerst"), _("Nu niet. Misschien later."))),
            (Word.NO.value, Choice(_("Nee"), _("Dit mag niet."))),
        ],
    )
    said = forms.ChoiceField(
        choices=[], widget=forms.RadioSelect({"class": "reply"}), error_messages={"required": _("Kies er één.")}
    )
    until = forms.ChoiceField(
        label=_("Tot wanneer?"),
        required=False,
        initial="stop",
        choices=[(key, words) for key, (words, _) in UNTIL.items()],
        widget=forms.RadioSelect({"class": "reply"}),
    )
    day = forms.DateField(
        label=_("Welke dag?"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("Kies een dag, bijvoorbeeld 21 november.")},
    )
    purpose = PlainText(
        label=_("Waarom?"),
        required=False,
        max_length=LONG,
        help_text=_("Dit mag leeg blijven. Alleen jij en je begeleiding lezen het."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, child: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        if not child:
            del self.fields["said"]
            return
        self.fields["word"].label = _("Wat zei %(name)s?") % {"name": child}
        self.fields["said"].label = _("Hoe zei %(name)s dat?") % {"name": child}
        self.fields["said"].choices = choices(Expressed)  # type: ignore[attr-defined]
        self.fields["purpose"].help_text = _("Dit mag leeg blijven. Alleen het kind en de begeleiding lezen het.")

    def clean(self) -> dict[str, Any]:
        """A day that was asked for is there; that it is still to come, the act says, which keeps that it was tried."""
        facts = super().clean() or {}
        asked = facts.get("until") == "day" and facts.get("word") == Word.YES
        if asked and facts.get("day") is None and "day" not in self.errors:
            self.add_error("day", _("Kies een dag."))
        return facts

    def answering(self, member: UUID, *, topic: Topic | None, item: UUID | None, waits: bool) -> Answering:
        """The answer."""
        facts = self.cleaned_data
        return Answering(
            towards=member,
            word=Word(facts["word"]),
            topic=topic,
            item=item,
            purpose=facts["purpose"],
            until_on=self._until(),
            expressed=facts.get("said") or ITSELF,
            waits=waits,
        )

    def _until(self) -> date | None:
        chosen = self.cleaned_data["until"]
        for_so_long = UNTIL[chosen][1] if chosen in UNTIL else None
        if for_so_long:
            return clock.today() + for_so_long
        return self.cleaned_data["day"] if chosen == "day" else None


class WhoIs(OnceForm):
    """Which member of the circle someone with a way in is; or a new one."""

    member = forms.ChoiceField(
        label=_("Wie is dit in de kring?"),
        widget=forms.RadioSelect({"class": "names"}),
        error_messages={"required": _("Kies iemand.")},
    )

    def __init__(self, *args: Any, members: list[tuple[UUID, str, bool]], **options: Any) -> None:
        super().__init__(*args, **options)
        said = _("Hier is al iets gekozen. Een ja begint pas na nog een ja.")
        offered = [(str(key), Choice(name, said) if answered else name) for key, name, answered in members]
        self.fields["member"].choices = [*offered, (NEW, _("Staat er nog niet in"))]  # type: ignore[attr-defined]
        self.fields["member"].initial = None if offered else NEW

    @property
    def chosen(self) -> UUID | None:
        """Somebody who stands there, or nobody yet."""
        told = self.cleaned_data["member"]
        return None if told == NEW else UUID(told)


class InEmergency(OnceForm):
    """To whom, why, and who knew beforehand."""

    to = forms.ChoiceField(label=_("Aan wie geef je dit door?"), widget=forms.RadioSelect({"class": "names"}))
    motive = PlainText(
        label=_("Waarom kan dit niet wachten?"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf kort op waarom.")},
    )
    child_told = forms.BooleanField(label=_("Het kind wist vooraf dat ik dit zou doen"), required=False)
    parents_told = forms.BooleanField(label=_("De ouders wisten het vooraf"), required=False)
    why_not = PlainText(
        label=_("Wist iemand het niet vooraf? Waarom niet?"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, people: list[Other], grown: bool = False, **options: Any) -> None:
        """`grown`: of a youth of age nobody asks whether its parents knew."""
        super().__init__(*args, **options)
        self.grown = grown
        if grown:
            del self.fields["parents_told"]
            self.fields["why_not"].label = _("Wist die het niet vooraf? Waarom niet?")
        self.fields["to"].choices = [(str(one.person), one.name) for one in people]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Who did not tell beforehand says why not (R8)."""
        facts = super().clean() or {}
        knew = facts.get("child_told") and (self.grown or facts.get("parents_told"))
        if not knew and not facts.get("why_not"):
            young = _("Schrijf op waarom het kind of de ouders het niet vooraf wisten.")
            self.add_error("why_not", _("Schrijf op waarom die het niet vooraf wist.") if self.grown else young)
        return facts

    def emergency(self, item: UUID) -> Emergency:
        """What is told to whom."""
        facts = self.facts
        return Emergency(item=item, to=UUID(facts.pop("to")), **{"parents_told": False, **facts})


class Over(OnceForm):
    """Why what was told in an emergency closes again."""

    motive = PlainText(
        label=_("Waarom is dit niet meer nodig?"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf kort op waarom.")},
    )


class WhoTold(OnceForm):
    """Who told the child what was passed on without its knowing: a person, before its first page says so (R8)."""

    by = PlainText(
        label=_("Wie vertelde het aan het kind?"),
        help_text=_("Daarna staat het ook op de eerste bladzijde van het kind, in gewone woorden."),
        max_length=120,
        error_messages={"required": _("Schrijf wie het vertelde.")},
    )


class OfAParent(OnceForm):
    """A parent said yes to a text about itself being read by one person, and how it said so."""

    towards = forms.ChoiceField(label=_("Wie mag dit lezen?"), widget=forms.RadioSelect({"class": "names"}))
    said = forms.ChoiceField(label=_("Hoe zei de ouder ja?"), choices=[], widget=forms.RadioSelect({"class": "reply"}))
    asked_safely = forms.BooleanField(
        label=_("Ik vroeg het aan de ouder, en dat kon veilig"),
        error_messages={"required": _("Is vragen niet veilig? Dan wordt dit niet gedeeld, en vraag je niets.")},
    )

    def __init__(self, *args: Any, people: list[tuple[UUID, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["towards"].choices = [(str(key), name) for key, name in people]  # type: ignore[attr-defined]
        itself = (ITSELF, _("tikt zelf ja, op de eigen bladzijde"))
        self.fields["said"].choices = [*choices(Expressed), itself]  # type: ignore[attr-defined]

    def yes(self, item: UUID) -> ParentsYes:
        """What the parent said yes to."""
        facts = self.cleaned_data
        return ParentsYes(item=item, towards=UUID(facts["towards"]), expressed=facts["said"])


OVER = "over"


class Unsafe(OnceForm):
    """One person to tell; or that it is not needed any more, of what nobody can read (`over`)."""

    who = forms.ChoiceField(error_messages={"required": _("Kies iemand.")})

    def __init__(self, *args: Any, people: list[Listener], over: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        told = [(str(one.person), one.name) for one in people]
        self.fields["who"].choices = [*told, (OVER, OVER)] if over else told  # type: ignore[attr-defined]

    @property
    def is_over(self) -> bool:
        """Whether nobody has to hear it any more."""
        return bool(self.cleaned_data["who"] == OVER)

    @property
    def person(self) -> UUID:
        """Whom it is told."""
        return UUID(self.cleaned_data["who"])
