"""Forms about the people of a circle: naming, giving a place, describing.  They validate and name, they never save."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _

from kring.circle import names
from kring.circle.acts.people import Described, Spot
from kring.circle.domains import Domain, Kind, Layer, Ring, Support
from kring.circle.reading import Person
from kring.kit.choice import Choice
from kring.kit.forms import OnceForm, PlainText

RING_HINTS = {
    Ring.VERY_NEAR: _("hier kan je altijd terecht"),
    Ring.NEAR: _("iemand die je goed kent"),
    Ring.FURTHER: _("iemand die je soms ziet"),
    Ring.ONCE: _("van vroeger, nu niet meer"),
}
DOMAINS = [(one.value, one.label) for one in Domain]
SHORT_DOMAINS = [(one.value, one.short) for one in Domain]
ALL_AT_ONCE = 40
"""So many people without a place stand on one page; the others follow when these have one."""


def capital(words: Promise) -> Any:  # noqa: ANN401 (a promise of words: what a form field shows)
    """Words at the start of a label, in the language of who reads."""
    return capfirst(format_lazy("{}", words))


def _ring(value: str) -> Ring:
    return Ring(int(value))


class LayerField(forms.TypedChoiceField):
    """Whose picture is being changed; a page always knows, so it is never asked."""

    def __init__(self) -> None:
        choices = [(one.value, one.label) for one in Layer]
        super().__init__(
            choices=choices, coerce=Layer, empty_value=Layer.CHILD, required=False, widget=forms.HiddenInput
        )


class VersionField(forms.UUIDField):
    """The placement that was on the screen, so that a change made meanwhile is noticed; `NOWHERE`: there was none."""

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput, error_messages={"required": _("Laad de pagina opnieuw.")})


class RingField(forms.TypedChoiceField):
    """How near: four cards, nearest first."""

    def __init__(self, **options: Any) -> None:
        cards = [(one.value, Choice(capital(one.label), RING_HINTS[one])) for one in Ring]
        wrong = {"required": _("Kies hoe dichtbij."), "invalid_choice": _("Kies een van deze ringen.")}
        super().__init__(choices=cards, coerce=_ring, error_messages=wrong, **options)


class DomainField(forms.TypedChoiceField):
    """Where someone comes from: one of the ten life domains."""

    def __init__(self, **options: Any) -> None:
        wrong = {"required": _("Kies waar deze persoon bij hoort."), "invalid_choice": _("Kies een van deze delen.")}
        super().__init__(coerce=Domain, error_messages=wrong, **options)


class Naming(OnceForm):
    """One name, or a pasted list."""

    layer = LayerField()
    names = PlainText(
        label=_("Wie mag erbij?"),
        help_text=_("Eén naam, of een hele lijst. Zet een komma tussen de namen, of begin telkens op een nieuwe lijn."),
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Typ eerst een naam.")},
        strip=False,
    )

    def __init__(self, *args: Any, known: Collection[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = known
        self.again = ""

    def clean_names(self) -> list[str]:
        read = names.read_names(self.cleaned_data["names"], self.known)
        if read.refused:
            raise ValidationError([said_of(one) for one in read.refused])
        if not read.ok:
            raise ValidationError(_("Hier staat nog geen naam die we kunnen lezen. Wat je typte staat er nog."))
        self.again = names.again_sentence(read.ok)
        return [one.text for one in read.ok]


class Placing(OnceForm):
    """Where someone stands: how near, and in which life domain."""

    layer = LayerField()
    version = VersionField()
    ring = RingField(label=_("Hoe dichtbij?"), widget=forms.RadioSelect)
    domain = DomainField(label=_("Waar hoort die bij?"), choices=SHORT_DOMAINS, widget=forms.RadioSelect)

    @property
    def spot(self) -> Spot:
        """The place that was chosen."""
        chosen = self.cleaned_data
        return Spot(layer=chosen["layer"], ring=chosen["ring"], domain=chosen["domain"])


class PlacingAll(OnceForm):
    """Everyone who has no place yet, in one go; who is left open simply waits."""

    layer = LayerField()

    def __init__(self, *args: Any, people: Iterable[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = list(people)[:ALL_AT_ONCE]
        for one in self.people:
            self.fields |= {f"ring-{one.key}": self._ring(one), f"domain-{one.key}": self._domain(one)}

    @staticmethod
    def _ring(one: Person) -> forms.Field:
        rings = [("", _("nog niet")), *((ring.value, ring.label) for ring in Ring)]
        asked = forms.Select(attrs={"aria-label": _("Hoe dichtbij: %(name)s") % {"name": one.name}})
        return forms.TypedChoiceField(
            label=_("Hoe dichtbij"), choices=rings, coerce=_ring, empty_value=None, required=False, widget=asked
        )

    @staticmethod
    def _domain(one: Person) -> forms.Field:
        domains = [("", _("weet ik niet")), *DOMAINS]
        asked = forms.Select(attrs={"aria-label": _("Hoort bij: %(name)s") % {"name": one.name}})
        return DomainField(
            label=_("Hoort bij"), choices=domains, empty_value=None, required=False, initial=one.domain, widget=asked
        )

    def clean(self) -> dict[str, Any]:
        for one in self.people:
            ring, domain = self._chosen(one)
            if ring and not domain:
                self.add_error(None, _("Kies bij %(name)s ook waar die bij hoort.") % {"name": one.name})
        if not self.errors and not self.spots:
            self.add_error(None, _("Kies bij iemand hoe dichtbij. De anderen mogen nog wachten."))
        return self.cleaned_data

    @property
    def spots(self) -> dict[UUID, Spot]:
        """Who gets a place, and where."""
        layer = self.cleaned_data.get("layer", Layer.CHILD)
        chosen = ((one, *self._chosen(one)) for one in self.people)
        return {one.key: Spot(layer=layer, ring=ring, domain=domain) for one, ring, domain in chosen if ring and domain}

    def rows(self) -> list[tuple[Person, forms.BoundField, forms.BoundField]]:
        """For the page: someone, with the two questions about them."""
        return [(one, self[f"ring-{one.key}"], self[f"domain-{one.key}"]) for one in self.people]

    def _chosen(self, one: Person) -> tuple[Ring | None, Domain | None]:
        return self.cleaned_data.get(f"ring-{one.key}"), self.cleaned_data.get(f"domain-{one.key}")


class Describing(OnceForm):
    """How someone is called, and what they are to the child."""

    layer = LayerField()
    version = VersionField()
    name = PlainText(label=_("Hoe noem je deze persoon?"), error_messages={"required": _("Een naam vragen we wel.")})
    relation = PlainText(
        label=_("Wie is dat voor jou?"),
        help_text=_("Bijvoorbeeld: oma, juf of een vriend van de chiro op zondag."),
        required=False,
    )
    kind = forms.TypedChoiceField(
        label=_("Wat is het?"),
        choices=[(one.value, capital(one.label)) for one in Kind],
        coerce=Kind,
        widget=forms.RadioSelect,
    )
    support = forms.MultipleChoiceField(
        label=_("Waarvoor kan je hier terecht?"),
        choices=[(one.value, capital(one.label)) for one in Support],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    in_care = forms.BooleanField(label=_("Werkt voor de hulp"), required=False)

    def clean_name(self) -> str:
        return _one_name(self.cleaned_data["name"])

    def clean_relation(self) -> str:
        relation = self.cleaned_data["relation"]
        return _one_name(relation) if relation else ""

    @property
    def described(self) -> Described:
        """What was filled in."""
        told = {name: self.cleaned_data[name] for name in ("name", "relation", "kind", "in_care")}
        return Described(**told, support="".join(self.cleaned_data["support"]))

    @staticmethod
    def shows(person: Person) -> dict[str, Any]:
        """What the form shows before anyone types."""
        told = {name: getattr(person, name) for name in ("name", "relation", "kind", "in_care")}
        return {**told, "support": list(person.support)}


class Removing(OnceForm):
    """Taking someone out of one layer."""

    layer = LayerField()
    version = VersionField()


class Undoing(OnceForm):
    """Which act is undone."""

    layer = LayerField()
    what = forms.UUIDField(widget=forms.HiddenInput)


def said_of(refused: names.Refused) -> str:
    """Why, and at a name of a list also which one."""
    start = refused.text[:30]
    why = names.sentence(refused)
    return why if refused.reason is names.Reason.TOO_MANY else f"“{start}{'…' if start != refused.text else ''}”: {why}"


def _one_name(text: str) -> str:
    read = names.take_names([text])
    if read.refused:
        raise ValidationError(names.sentence(read.refused[0]))
    if not read.ok:
        raise ValidationError(_("Hier staat nog geen naam die we kunnen lezen. Wat je typte staat er nog."))
    return read.ok[0].text
