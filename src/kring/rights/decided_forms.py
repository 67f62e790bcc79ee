"""The forms of what the organisation decides, and of danger; each says what is still open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices, sentence
from kring.law.access import Topic
from kring.law.appointment import Consulted
from kring.law.decision import Decision
from kring.law.limits import Limited
from kring.law.parts import Part, SaidBy
from kring.law.steps import How
from kring.rights.acts.appointing import CHOSEN, Known, Motive
from kring.rights.forms import LONG, CallName, offer
from kring.rights.models import Appointment
from kring.rights.protecting_forms import day
from kring.rights.reasons import ADULTS_READ_THIS, ALL_READ_THIS, NotOfAge, Openly

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

ANSWERS = [("yes", _("ja")), ("no", _("nee")), ("", _("nog niet gevraagd"))]
SAID: dict[str, bool | None] = {"yes": True, "no": False}
WORDS = {True: "yes", False: "no", None: ""}
GROUNDS = {
    "cannot_designate": "appointment.cannot-designate",
    "conflict": "appointment.conflict",
    "adult": "appointment.adult",
    "agrees": "appointment.proposed-agrees",
}
WORKERS = ("one_worker", "other_worker")
NAME = 80
SUBJECTS = [one for one in Topic if one not in {Topic.GENERAL, Topic.CIRCLE, Topic.BESIDE_ME, Topic.THE_FILE}]


def three(label: Words) -> forms.ChoiceField:
    """Yes, no, or nobody asked yet."""
    return forms.ChoiceField(label=label, choices=ANSWERS, required=False, widget=forms.RadioSelect({"class": "reply"}))


def long_text(label: Words, rows: int = 3, **options: Any) -> PlainText:
    """Room to write."""
    return PlainText(label=label, max_length=LONG, strip=False, widget=forms.Textarea({"rows": rows}), **options)


OF_A_LIMIT = {
    "limits.extreme": "extreme",
    "limits.talked": "talked",
    "limits.motivated": "motive",
    "limits.ends": "until_on",
    "limits.not-again": "from_on",
    "limits.child-informed": "knows",
    "limits.judge": "judge",
}


ONE_AT_A_TIME = _("De organisatie stelt één persoon tegelijk aan, en er is al iemand: %(name)s. Stop dat eerst.")


class Prepare(Openly, NotOfAge):
    """What is known when the organisation thinks of appointing someone; anything may still be open."""

    reasons = ("why", "on_earlier")

    called = CallName(label=_("Aan wie denken jullie?"))
    why = long_text(
        _("Waarom kan het kind zelf niemand kiezen, en waarover botsen de belangen?"),
        required=False,
        help_text=_("Dat een kind jong is, is nooit een reden. Wie wijst, kiest."),
    )
    on_earlier = long_text(
        _("Het kind koos eerder zelf iemand. Waarom kan het dat nu niet meer?"),
        required=False,
        help_text=_("De directie leest dit, en het staat op het attest. Dat een kind jong is, is geen antwoord."),
    )
    involved = three(_("Werkt die persoon mee aan de hulp voor dit kind?"))
    one_worker = PlainText(label=_("Met welke jeugdhulpverlener?"), required=False, max_length=NAME)
    other_worker = PlainText(label=_("En met welke andere?"), required=False, max_length=NAME)

    def __init__(
        self, *args: Any, row: Appointment | None = None, before: bool = False, other: str = "", **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.other = other
        if not before:
            del self.fields["on_earlier"]
        for name, code in GROUNDS.items():
            self.fields[name] = three(sentence(code))
        for one in Consulted:
            self.fields[one.name.lower()] = day(sentence(one.value), required=False)
            self.fields[one.name.lower()].help_text = _("De dag van het gesprek")
        talks = [one.name.lower() for one in Consulted]
        self.order_fields(
            [
                "called",
                *list(GROUNDS)[:2],
                "why",
                "on_earlier",
                "adult",
                "involved",
                *talks[:3],
                *WORKERS,
                *talks[3:],
                "agrees",
            ]
        )
        if row is not None:
            self.initial = {name: WORDS[getattr(row, name)] for name in (*GROUNDS, "involved")}
            self.initial |= {"called": row.called, "why": row.why, "on_earlier": row.on_earlier}
            self.initial |= dict(zip(WORKERS, row.named_workers, strict=False))
            self.initial |= {Consulted(code).name.lower(): on for code, on in row.talked.items()}

    def clean(self) -> dict[str, Any]:
        """A talk was on a day that has been; and nobody else stands or is prepared."""
        facts = super().clean() or {}
        if self.other:
            self.add_error(None, ONE_AT_A_TIME % {"name": self.other})
        for one in Consulted:
            on = facts.get(one.name.lower())
            if on and on > clock.today():
                self.add_error(one.name.lower(), _("Die dag moet nog komen. Schrijf het op na het gesprek."))
        return facts

    def tell_of_the_choice(self, decision: Decision) -> None:
        """The child chose somebody: over that nobody is appointed, and nothing typed is lost."""
        for ground in decision.against:
            if ground.code in CHOSEN:
                self.add_error(None, sentence(ground.code, holds=False))

    @property
    def known(self) -> Known:
        """What is known."""
        facts = self.cleaned_data
        talked = {one: facts[one.name.lower()] for one in Consulted if facts[one.name.lower()]}
        answers: dict[str, Any] = {name: SAID.get(facts[name]) for name in (*GROUNDS, "involved")}
        words = {name: facts.get(name, "") for name in ("called", "why", "on_earlier")}
        workers = tuple(" ".join(facts[name].split()) for name in WORKERS if facts[name])
        return Known(talked=talked, workers=workers, **words, **answers)


class Decide(Openly, NotOfAge):
    """The director decides, with a reason, and answers to what the child chose before."""

    reasons = ("motive", "about_earlier")

    about_earlier = long_text(
        _("Het kind koos eerder zelf iemand. Wat is jouw antwoord daarop?"),
        3,
        help_text=_("Schrijf waarom het nu zelf niemand kan kiezen. Het staat op het attest."),
        error_messages={"required": _("Schrijf wat jij antwoordt op wat het kind eerder koos.")},
    )
    motive = long_text(_("Met welke reden beslis je dit?"), 4)
    sure = forms.BooleanField(
        label=_("Ik beslis dit, niet omdat het kind jong is, en vul hiermee het attest in."),
        error_messages={"required": _("Vink aan dat jij dit beslist.")},
    )

    def __init__(self, *args: Any, before: bool, says_no: bool = False, other: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.other, self.fields["sure"].required = "" if says_no else other, not says_no
        if not before:
            del self.fields["about_earlier"]

    def clean(self) -> dict[str, Any]:
        """Nobody else was appointed."""
        if self.other:
            self.add_error(None, ONE_AT_A_TIME % {"name": self.other})
        return super().clean() or {}

    @property
    def why(self) -> Motive:
        """As it is kept."""
        return Motive(self.cleaned_data["motive"], self.cleaned_data.get("about_earlier", ""))


class Limiting(Openly):
    """A limit for a while: what, why, until when, and what the child knows."""

    asked_by = OF_A_LIMIT

    plain = long_text(
        _("Wat kan er nu niet, en waarom? Schrijf het voor het kind."),
        help_text=ALL_READ_THIS,
    )
    motive = long_text(_("De volledige reden, voor het dossier"), 4, help_text=ADULTS_READ_THIS)
    from_on = day(_("Vanaf wanneer?"))
    until_on = day(_("Tot en met welke dag?"))

    def __init__(self, *args: Any, child: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["from_on"].initial = clock.today
        self.fields["until_on"].help_text = _("Hoogstens dertig dagen. Daarna stopt het vanzelf.")
        self.fields["extreme"] = three(sentence("limits.extreme"))
        for name, code in (("talked", "limits.talked"), ("knows", "limits.child-informed"), ("judge", "limits.judge")):
            self.fields[name] = three(sentence(code))
        self.order_fields(["extreme", "talked", "plain", "motive", "from_on", "until_on", "knows", "judge"])

    @property
    def limited(self) -> Limited:
        """What law asks."""
        facts = self.cleaned_data
        return Limited(
            extreme=SAID.get(facts["extreme"]),
            talked_with_the_child=SAID.get(facts["talked"]),
            motivated=bool(facts["motive"].strip()),
            from_on=facts["from_on"],
            until_on=facts["until_on"],
            child_knows_why_and_until_when=SAID.get(facts["knows"]),
            child_knows_the_judge=SAID.get(facts["judge"]),
        )


class Danger(OnceForm):
    """Somebody was reached in danger, without a yes of the child."""

    person = forms.ChoiceField(label=_("Wie heb je bereikt?"), widget=forms.RadioSelect({"class": "names"}))
    how = forms.ChoiceField(label=_("Hoe?"), choices=choices(How), widget=forms.RadioSelect({"class": "reply"}))
    on = day(_("Wanneer?"))
    motive = long_text(_("Welk gevaar was er, en waarom kon je niet eerst vragen?"))

    def __init__(self, *args: Any, people: Iterable[tuple[str, object]], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "person", people)
        self.fields["on"].initial = clock.today

    def clean(self) -> dict[str, Any]:
        """A day that has been."""
        facts = super().clean() or {}
        if facts.get("on") and facts["on"] > clock.today():
            self.add_error("on", _("Die dag moet nog komen."))
        return facts


class Told(OnceForm):
    """How the child was told."""

    how = long_text(_("Hoe heb je het verteld, en wat zei het kind?"), 2)

    def clean_how(self) -> str:
        """Verbatim, and something (R23)."""
        how: str = self.cleaned_data["how"]
        if not how.strip():
            raise ValidationError(_("Dit is nog leeg."))
        return how


class ThereFor(OnceForm):
    """What somebody is there for, and whose word it is; none is an answer too (B47)."""

    parts = forms.MultipleChoiceField(
        label=_("Waarvoor is deze persoon er?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    said_by = forms.ChoiceField(label=_("Wie zei het?"), choices=choices(SaidBy), widget=forms.RadioSelect)

    def __init__(self, *args: Any, mine: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        before = "my-part" if mine else "part"
        offer(self, "parts", [(one.value, sentence(f"{before}.{one.value}")) for one in Part])
        if mine:
            del self.fields["said_by"]

    @property
    def chosen(self) -> list[Part]:
        """What for."""
        return [Part(one) for one in self.cleaned_data["parts"]]

    @property
    def by(self) -> SaidBy:
        """Whose word it is; on its own page the child's."""
        return SaidBy(self.cleaned_data.get("said_by", SaidBy.CHILD))


class ForWhat(OnceForm):
    """For which subjects the child turns to someone; none is an answer too."""

    subjects = forms.MultipleChoiceField(
        label=_("Waarvoor kan je bij deze persoon terecht?"),
        required=False,
        widget=forms.CheckboxSelectMultiple({"class": "names"}),
    )

    def __init__(self, *args: Any, mine: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        before = "my-topic" if mine else "topic"
        offer(self, "subjects", [(one.value, sentence(f"{before}.{one.value}")) for one in SUBJECTS])

    @property
    def chosen(self) -> list[Topic]:
        """The subjects."""
        return [Topic(one) for one in self.cleaned_data["subjects"]]
