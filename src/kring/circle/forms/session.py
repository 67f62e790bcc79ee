"""What is asked to hold a who-session: how, for whom; and what an open page tells while it is held."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.circle.acts.sessions import Note
from kring.circle.cards import Age, Mode
from kring.circle.names import read_names, sentence
from kring.kit.choice import Choice
from kring.kit.forms import OnceForm, PlainText

CALM = Choice(_("Rustig, met vragen"), _("Eén vraag tegelijk, op jullie tempo. Stoppen kan altijd."))
CRISIS = Choice(_("Het moet snel"), _("Drie vragen op één blad: wie nu, wie vanavond, wie voor het kind."))
MOST_TYPED = 200_000


class Start(OnceForm):
    """Before the first question."""

    mode = forms.ChoiceField(
        label=_("Hoe doen we het?"),
        choices=[(Mode.CALM.value, CALM), (Mode.CRISIS.value, CRISIS)],
        widget=forms.RadioSelect,
        initial=Mode.CALM.value,
    )
    age = forms.ChoiceField(
        label=_("Voor wie zijn de vragen?"),
        choices=[(age.value, age.label) for age in Age],
        widget=forms.RadioSelect,
        initial=Age.TEEN.value,
    )
    minutes = forms.IntegerField(
        label=_("Een tijd in gedachten, in minuten"),
        help_text=_("Alleen voor de begeleider. Het kind ziet geen klok."),
        required=False,
        min_value=5,
        max_value=240,
    )

    def __init__(self, *args: Any, alone: bool = False, **options: Any) -> None:
        """`alone`: the child itself begins, and is asked no time."""
        super().__init__(*args, **options)
        if alone:
            del self.fields["minutes"]

    def choices(self) -> dict[str, Any]:
        """What was chosen."""
        facts = self.facts
        return {"mode": Mode(facts["mode"]), "age": Age(facts["age"]), "minutes": facts.get("minutes")}


class Step(OnceForm):
    """A button: pause, go on, stop, put them where proposed."""

    resume = forms.BooleanField(required=False, widget=forms.HiddenInput)


class Noting(forms.Form):
    """What an open page tells.  Without a once-token: telling it twice is no harm."""

    page = forms.SlugField(max_length=40)
    typed = PlainText(required=False, strip=False, max_length=MOST_TYPED)
    takes = forms.CharField(required=False, max_length=1000)
    card = forms.IntegerField(required=False, min_value=0, max_value=60)
    seconds = forms.IntegerField(required=False, min_value=0, max_value=86_400)
    acts = forms.CharField(required=False, max_length=4000)

    def note(self) -> Note:
        """Only what was told: a field that was not sent is not a field that was emptied."""
        told = self.cleaned_data
        return Note(
            page=told["page"],
            typed=told["typed"] if "typed" in self.data else None,
            takes=tuple(told["takes"].split()),
            card=told["card"],
            seconds=told["seconds"] or 0,
            acts=tuple(_acts(told["acts"])) if "acts" in self.data else None,
        )


class Crisis(OnceForm):
    """Who was named at one of the three questions."""

    card = forms.SlugField(widget=forms.HiddenInput)
    names = PlainText(label=_("Typ een naam en druk op Enter"), strip=False, max_length=MOST_TYPED)

    def clean_names(self) -> list[str]:
        """Call names; what cannot be taken is said, and stays where it was typed."""
        found = read_names(self.cleaned_data["names"])
        if found.refused:
            raise forms.ValidationError([sentence(one) for one in found.refused[:3]])
        if not found.ok:
            raise forms.ValidationError(_("Hier staat nog geen naam. Een roepnaam of bijnaam is genoeg."))
        return [name.text for name in found.ok]


def _acts(text: str) -> list[str]:
    found = []
    for word in text.split():
        try:
            found.append(str(UUID(word)))
        except ValueError:
            continue
    return found
