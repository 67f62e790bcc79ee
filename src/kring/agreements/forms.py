"""What is asked on the way to an agreement.  Nothing has to be filled in, and nothing typed is ever lost."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.agreements.drafting import Key, Value
from kring.agreements.wording import HINTS, Voice, asks
from kring.kit import clock
from kring.kit.choice import Choice
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices, sentence
from kring.law import agreements as law
from kring.law.agreements import Party, Point
from kring.law.meaning import Expressed
from kring.law.time import months_later

LONG = 50_000  # characters: what somebody says is never shortened
NUMBER = r"^[\d+()\s./-]*$"
BY_A_WAY = (Point.URGENT, Point.LOW)
REPLIES = {Point.REPLY_PERSON: Party.PERSON, Point.REPLY_CHILD: Party.CHILD}
"""Who can say why an answer takes longer: the one who gives it."""
LOOKS = {"1": 1, "3": 3, "6": 6}


class Begin(OnceForm):
    """Written or aloud; and of a child that does it alone, what who works with it reads (R8)."""

    told = forms.ChoiceField(
        label=_("Hoe doen jullie het?"),
        initial=law.Told.WRITTEN.value,
        widget=forms.RadioSelect,
        choices=[
            (law.Told.WRITTEN.value, Choice(_("We schrijven het op"), _("Korte vragen. Overslaan mag altijd."))),
            (law.Told.ORAL.value, Choice(_("We spraken het gewoon af"), _("Je noteert alleen dat het zo is."))),
        ],
    )
    reads = forms.ChoiceField(
        label=_("Wat mag je begeleiding hiervan lezen?"),
        initial=law.Reads.PRACTICAL.value,
        widget=forms.RadioSelect,
        choices=[
            (law.Reads.ALL.value, Choice(_("Alles"), _("We maken dit samen."))),
            (
                law.Reads.PRACTICAL.value,
                Choice(_("Alleen het praktische"), _("Wanneer, wat wel en niet. De rest is van jullie twee.")),
            ),
            (
                law.Reads.NOTHING.value,
                Choice(_("Niets"), _("De begeleiding leest dit niet, ook niet als het ernstig is.")),
            ),
        ],
    )

    def __init__(self, *args: Any, mine: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not mine:
            del self.fields["reads"]


class Step(OnceForm):
    """One short page."""

    def __init__(self, *args: Any, points: Sequence[Point], names: Mapping[str, Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.points, self.names = list(points), names
        for point in points:
            {**dict.fromkeys(law.PACED, self._paced), Point.KNOWS: self._knows}.get(point, self._said)(point)

    def _said(self, point: Point) -> None:
        if point in BY_A_WAY:
            self.fields[f"choice_{point}"] = _radio(law.Channel, self._asks(point))
        label = _("Wat spreken jullie af?") if point in BY_A_WAY else self._asks(point)
        self.fields[f"words_{point}"] = _words(label, "" if point in BY_A_WAY else HINTS.get(point, ""))
        if point in BY_A_WAY:
            self.fields[f"number_{point}"] = forms.RegexField(
                NUMBER,
                label=_("Welk nummer?"),
                required=False,
                max_length=40,
                widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
                error_messages={"invalid": _("Dit kan een telefoon niet bellen. Typ alleen cijfers.")},
            )

    def _paced(self, point: Point) -> None:
        for party in Party:
            self.fields[f"choice_{point}_{party}"] = _radio(law.Pace, _expects(party, self.names))
        self.fields[f"words_{point}_{REPLIES[point]}"] = _words(_("Waarom kan het soms langer duren?"), "")

    def _knows(self, _point: Point) -> None:
        for listener in law.Listener:
            self.fields[f"towards_{listener}"] = forms.ChoiceField(
                label=sentence(f"listener.{listener.value}", name=""),
                required=False,
                choices=[("", _("staat niet in de kring")), *self.names["circle"]],
            )

    @property
    def groups(self) -> list[tuple[object, list[forms.BoundField]]]:
        """The fields of each point, below its question where they do not ask it themselves."""
        return [
            (
                self._asks(point) if point in law.PACED else "",
                [self[name] for name in self.fields if _is_of(name, point)],
            )
            for point in self.points
        ]

    def _asks(self, point: Point) -> object:
        return asks(point, self.names["voice"], name=self.names["name"], child=self.names["child"])

    @property
    def values(self) -> dict[Key, Value]:
        """What this page says now, of every point that it asks."""
        told = self.cleaned_data
        found: dict[Key, Value] = {}
        for point in self.points:
            if point is Point.KNOWS:
                found |= {Key(point, "", one.value): Value(towards=told[f"towards_{one}"]) for one in law.Listener}
            elif point in law.PACED:
                found |= {Key(point, one.value): _value(told, f"{point}_{one}") for one in Party}
            else:
                found[Key(point)] = _value(told, point.value)
        return found

    @staticmethod
    def initial_of(values: Mapping[Key, Value]) -> dict[str, str]:
        """The fields as they stand."""
        told: dict[str, str] = {}
        for key, value in values.items():
            name = f"{key.code}_{key.by}" if key.by else key.code.value
            told |= {f"choice_{name}": value.choice, f"words_{name}": value.words, f"number_{name}": value.number}
            if key.listener:
                told[f"towards_{key.listener}"] = value.towards
        return told


class Days(forms.Form):
    """Until when we look again, and a trial of three months where they want one."""

    look = forms.ChoiceField(
        label=_("Wanneer kijken jullie opnieuw?"),
        required=False,
        widget=forms.RadioSelect({"class": "reply"}),
        choices=[
            ("1", _("over een maand")),
            ("3", _("over drie maanden")),
            ("6", _("over een half jaar")),
            ("day", _("op een dag die ik kies")),
            ("none", _("geen dag")),
        ],
    )
    look_on = forms.DateField(
        label=_("Welke dag?"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("Kies een dag, bijvoorbeeld 21 november.")},
    )
    trial = forms.BooleanField(label=_("We proberen het eerst drie maanden uit"), required=False)

    def clean(self) -> dict[str, Any]:
        """A day that is still to come."""
        facts = super().clean() or {}
        if facts.get("look") == "day":
            if facts.get("look_on") is None and "look_on" not in self.errors:
                self.add_error("look_on", _("Kies een dag."))
            elif facts.get("look_on") and facts["look_on"] <= clock.today():
                self.add_error("look_on", _("Die dag is al voorbij. Kies een dag die nog komt."))
        return facts

    @property
    def days(self) -> dict[str, str]:
        """As they are typed on; a trial that was begun goes on until its day."""
        told, today = self.cleaned_data, clock.today()
        look: date | None = None
        if told["look"] in LOOKS:
            look = months_later(today, LOOKS[told["look"]])
        elif told["look"] == "day":
            look = told["look_on"]
        begun = self.initial.get("trial_on") or months_later(today, law.LOOK_AGAIN_MONTHS.on(today)).isoformat()
        return {"look_again_on": look.isoformat() if look else "", "trial_until": begun if told["trial"] else ""}


class Recorded(OnceForm):
    """A yes of one of the two, as somebody heard, read or saw it."""

    party = forms.ChoiceField(
        label=_("Wie zei ja?"),
        widget=forms.RadioSelect({"class": "reply"}),
        error_messages={"required": _("Kies er één.")},
    )
    expressed = forms.ChoiceField(
        label=_("Hoe?"),
        choices=[],
        widget=forms.RadioSelect({"class": "reply"}),
        error_messages={"required": _("Kies er één.")},
    )
    on = forms.DateField(
        label=_("Wanneer was dat?"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), initial=clock.today
    )

    def __init__(self, *args: Any, parties: Sequence[tuple[str, object]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["party"].choices = list(parties)  # type: ignore[attr-defined]
        self.fields["expressed"].choices = choices(Expressed)  # type: ignore[attr-defined]


class Reaction(OnceForm):
    """What the person expects, and what it says of it."""

    def __init__(self, *args: Any, names: Mapping[str, Any], **options: Any) -> None:
        super().__init__(*args, **options)
        for point in (Point.REPLY_PERSON, Point.REPLY_CHILD):
            label = asks(point, Voice.PERSON, name=names["name"], child=names["child"])
            self.fields[f"choice_{point}"] = _radio(law.Pace, label)
            self.fields[f"words_{point}"] = _words(_("Waarom kan het soms langer duren?"), "")
        self.fields[f"words_{Point.REMARK}"] = _words(_("Wil je nog iets zeggen over deze afspraken?"), "")

    @property
    def values(self) -> dict[Key, Value]:
        """What was said."""
        codes = (Point.REPLY_PERSON, Point.REPLY_CHILD, Point.REMARK)
        return {Key(one, Party.PERSON.value): _value(self.cleaned_data, one.value) for one in codes}


def _is_of(name: str, point: Point) -> bool:
    kind, _, rest = name.partition("_")
    if point is Point.KNOWS:
        return kind == "towards"
    return rest in {point.value, *(f"{point}_{party}" for party in Party)}


def _radio(kind: type[law.Pace] | type[law.Channel], label: object) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,  # type: ignore[arg-type]  # lazy
        required=False,
        choices=choices(kind),
        widget=forms.RadioSelect({"class": "reply"}),
    )


def _words(label: object, hint: object) -> PlainText:
    return PlainText(
        label=label,  # type: ignore[arg-type]  # lazy
        required=False,
        strip=False,
        max_length=LONG,
        help_text=hint,  # type: ignore[arg-type]  # lazy
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def _value(told: Mapping[str, Any], name: str) -> Value:
    fields = {kind: told.get(f"{kind}_{name}", "") for kind in ("choice", "words", "number")}
    return Value(**fields)


def _expects(party: Party, names: Mapping[str, Any]) -> object:
    name = names["child"] if party is Party.CHILD else names["name"]
    if party is Party.CHILD and names["voice"] is Voice.CHILD:
        return _("Wat verwacht jij?")
    return _("Wat verwacht %(name)s?") % {"name": name}
