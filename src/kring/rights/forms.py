"""What is asked, in words.  Nothing here can refuse a wish: a form only says what it does not know yet, who or what."""

from collections.abc import Iterable, Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from kring.circle import names
from kring.kit import clock
from kring.kit.choice import Choice
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices, sentence
from kring.law.jim import SPOKEN_ONLY, Factor, Hint, Reply
from kring.law.meaning import Expressed, Meaning
from kring.law.trust_person import ADULT, ENTRY, EXTRACT, INDEPENDENT
from kring.rights.acts.conditions import Finding
from kring.rights.acts.wishes import Said
from kring.rights.people import Known

SOMEONE_ELSE = "new"
ALIKE = 0.8  # of the letters in the same order: "Wilma" and "Willma"
LONG = 50_000  # characters: what a child says is never shortened
SECRECY, DISCRETION = _("beroepsgeheim"), _("discretie gevraagd")

MEANINGS = (  # what each of the three is and is not, in short, with the label that R10 gives it
    (
        Meaning.TRUST_PERSON,
        _("Vertrouwenspersoon in de jeugdhulp"),
        _(
            "Mag mee naar elk gesprek als jij dat wil, en komt mee op voor je rechten. Beslist niet in jouw plaats. "
            "Een jeugdrechter kan heel soms nee zeggen, met een reden."
        ),
        "secrecy",
        _("beroepsgeheim, zodra het begint"),
    ),
    (
        Meaning.JIM,
        _("JIM"),
        _("Iemand die jij al kent en die met iedereen meedenkt, voor jou. Het is geen hulpverlener."),
        "discretion",
        DISCRETION,
    ),
    (
        Meaning.SUPPORTER,
        _("Iemand voor mij"),
        _("Iemand bij wie je terechtkan. Er hoort niets bij: geen regels, geen papieren."),
        "discretion",
        DISCRETION,
    ),
)


def offer(form: forms.Form, name: str, offered: Iterable[tuple[str, object]]) -> None:
    """Give a field its choices."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = [(value, label) for value, label in offered]


class CallName(PlainText):
    """One call name, as the circle writes it; what cannot be taken is said, and stays as it was typed."""

    def clean(self, value: object) -> str:
        """The name, or nothing."""
        taken = names.take_names([super().clean(value)])
        if taken.refused:
            raise forms.ValidationError(names.sentence(taken.refused[0]))
        if self.required and not taken.ok:
            raise forms.ValidationError(_("Typ een naam. Een voornaam is genoeg."))
        return taken.ok[0].text if taken.ok else ""


class Wish(OnceForm):
    """The child says who stands beside it, in which meaning; all the rest may stay empty.  `mine`: it types itself."""

    person = forms.ChoiceField(label=_("Wie kies je?"), required=False, widget=forms.RadioSelect({"class": "names"}))
    name = CallName(label=_("Iemand die hier nog niet staat"), required=False)
    meaning = forms.ChoiceField(
        label=_("Wat is deze persoon voor jou?"),
        widget=forms.RadioSelect(attrs={"class": "one"}),
        error_messages={"required": _("Kies wat deze persoon voor jou is. Weet je het niet? Neem dan de laatste.")},
    )
    words = PlainText(
        label=_("In je eigen woorden"), required=False, strip=False, max_length=LONG, widget=forms.Textarea({"rows": 2})
    )
    how = forms.ChoiceField(
        label=_("Hoe heb je het laten weten?"), required=False, widget=forms.RadioSelect({"class": "reply"})
    )
    on = forms.DateField(
        label=_("Wanneer was dat?"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    present = PlainText(label=_("Wie was erbij?"), required=False, strip=False, max_length=LONG)

    def __init__(
        self, *args: Any, people: Sequence[Known], mine: bool = False, born: date | None = None, **options: Any
    ) -> None:
        """`born`: the birthday of the child, where it is known: nobody chose anybody before it."""
        super().__init__(*args, **options)
        self.born = born
        self.usual = Expressed.WRITTEN if mine else Expressed.SAID
        offer(
            self,
            "person",
            [
                *((str(one.member), Choice(one.name, one.relation) if one.relation else one.name) for one in people),
                (SOMEONE_ELSE, _("iemand anders")),
            ],
        )
        offer(self, "meaning", [(one[0].value, _card(*one[1:])) for one in MEANINGS])
        offer(self, "how", choices(Expressed))
        self.known = [one.name for one in people]
        self.fields["how"].initial, self.fields["on"].initial = self.usual.value, clock.today

    def clean(self) -> dict[str, Any]:
        """Someone, somehow: who is chosen or typed."""
        facts = super().clean() or {}
        if facts.get("person") not in {None, "", SOMEONE_ELSE}:
            facts["name"] = ""  # what was typed before someone was ticked is not asked any more
            self.errors.pop("name", None)
        elif "person" not in self.errors and not facts.get("name") and "name" not in self.errors:
            field = "name" if facts.get("person") or not self.known else "person"
            self.add_error(field, _("Kies iemand, of typ een naam. Een voornaam is genoeg."))
        if facts.get("on") and facts["on"] > clock.today():
            self.add_error("on", _("Die dag moet nog komen. Wanneer zei je het?"))
        elif facts.get("on") and self.born and facts["on"] < self.born:
            mine = self.usual is Expressed.WRITTEN
            own, of_another = _("Toen was jij nog niet geboren."), _("Toen was het kind nog niet geboren.")
            self.add_error("on", f"{own if mine else of_another} {_('Kijk het jaar na.')}")
        return facts

    @property
    def alike(self) -> str:
        """Who may be the same as this new name in another spelling: asked afterwards, it stands in no way (R1)."""
        return alike_to(self.cleaned_data["name"], self.known)

    @property
    def who(self) -> UUID | str:
        """A member of the circle, or a new call name."""
        facts = self.cleaned_data
        return str(facts["name"]) if facts["name"] else UUID(facts["person"])

    @property
    def said(self) -> Said:
        """What the child said."""
        facts = self.cleaned_data
        return Said(
            meaning=Meaning(facts["meaning"]),
            expressed=Expressed(facts["how"] or self.usual),
            on=facts["on"] or clock.today(),
            present=facts["present"],
            words=facts["words"],
        )


class Pointed(OnceForm):
    """At whom a child pointed, at the question that makes it a designation (A134)."""

    person = forms.UUIDField(widget=forms.HiddenInput)


class Face(OnceForm):
    """Someone who is not in the pictures yet: tapped as a picture, by who does not read or write; or a name."""

    pick = forms.ChoiceField(required=False)
    name = CallName(label=_("Hoe heet die persoon?"), required=False)

    def __init__(self, *args: Any, picks: Iterable[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "pick", [(one, one) for one in picks])

    def clean(self) -> dict[str, Any]:
        """One of the two; what was typed goes before a picture."""
        facts = super().clean() or {}
        if not self.errors and not facts.get("name") and not facts.get("pick"):
            self.add_error("name", _("Tik op een prent, of typ een naam. Een voornaam is genoeg."))
        return facts

    @property
    def called(self) -> str:
        """How this one is called."""
        return str(self.cleaned_data["name"] or self.cleaned_data["pick"])


class Looked(OnceForm):
    """What someone saw of one condition: a tap, today.  Of the extract only whether something stands on it (R5)."""

    SEEN: ClassVar[dict[tuple[str, str], dict[str, bool | None]]] = {
        (ADULT, "yes"): {ADULT: True},
        (ADULT, "no"): {ADULT: False},
        (INDEPENDENT, "apart"): {INDEPENDENT: True},
        (INDEPENDENT, "involved"): {INDEPENDENT: False},
        (EXTRACT, "clear"): {EXTRACT: True, ENTRY: True},
        (EXTRACT, "entry"): {EXTRACT: True, ENTRY: None},
    }
    ANSWERS: ClassVar[dict[tuple[str, str], Promise]] = {
        (ADULT, "yes"): _("Ja, 18 of ouder"),
        (ADULT, "no"): _("Nee, nog geen 18"),
        (INDEPENDENT, "apart"): _("Nee, werkt niet mee"),
        (INDEPENDENT, "involved"): _("Ja, werkt mee"),
        (EXTRACT, "clear"): _("Bekeken, er staat niets op"),
        (EXTRACT, "entry"): _("Bekeken, er staat iets op"),
    }

    code = forms.ChoiceField(choices=[(code, code) for code in (ADULT, INDEPENDENT, EXTRACT)], widget=forms.HiddenInput)
    saw = forms.ChoiceField(choices=[(saw, saw) for _code, saw in SEEN])

    def clean(self) -> dict[str, Any]:
        """Each condition has its own two answers."""
        facts = super().clean() or {}
        if not self.errors and (facts["code"], facts["saw"]) not in self.SEEN:
            self.add_error(None, _("Laad de pagina opnieuw."))
        return facts

    @property
    def answers(self) -> list[tuple[str, Promise]]:
        """The two answers of this condition, as buttons: each says what it means by itself."""
        return [(saw, words) for (code, saw), words in self.ANSWERS.items() if code == self.initial.get("code")]

    @property
    def seen(self) -> list[Finding]:
        """What is kept, by condition."""
        told = self.SEEN[self.cleaned_data["code"], self.cleaned_data["saw"]]
        return [Finding(code=code, holds=holds) for code, holds in told.items()]


HINTS: dict[Factor | Hint, Promise] = {
    Hint.FORMER_WORKER: _("Was {name} vroeger je begeleider?"),
    Hint.AFTER_HOURS: _("Mag je {name} ook bellen buiten de werkuren?"),
}
POINTS: tuple[Factor | Hint, ...] = tuple(one for one in (*Factor, *Hint) if one not in SPOKEN_ONLY)
"""What is kept of a talk; of the rest one only talks."""


class Talked(OnceForm):
    """The talking points about a JIM: yes, no, let us talk, or nobody knows.  No answer is wrong."""

    def __init__(self, *args: Any, name: str, known: dict[Factor | Hint, Reply], **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = known
        for point in POINTS:
            self.fields[point.value] = forms.ChoiceField(
                label=str(HINTS[point]).format(name=name) if point in Hint else sentence(point.value, name=name),
                choices=choices(Reply),
                required=False,
                initial=known.get(point, Reply.UNKNOWN).value,
                widget=forms.RadioSelect(attrs={"class": "reply"}),
            )

    @property
    def news(self) -> dict[str, Reply]:
        """What was said now that was not known before."""
        said = {point: Reply(self.cleaned_data[point.value] or Reply.UNKNOWN) for point in POINTS}
        return {
            point.value: reply for point, reply in said.items() if reply is not self.known.get(point, Reply.UNKNOWN)
        }


def alike_to(name: str, known: Iterable[str]) -> str:
    """Which of the names that are known may be this one in another spelling; nothing for none."""
    typed = names.fold(name)
    return next((one for one in known if typed and _is_alike(typed, names.fold(one))), "")


def _is_alike(typed: str, known: str) -> bool:
    return typed in known.split() or known in typed.split() or SequenceMatcher(None, typed, known).ratio() > ALIKE


def _card(title: object, line: object, badge: str, label: object) -> Choice:
    return Choice(title, format_html('{} <span class="badge {}">{}</span>', line, badge, label))
