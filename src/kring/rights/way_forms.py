"""Forms of letting someone in: whom, and the child's yes."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from kring.access.models import Given
from kring.access.writing import ITSELF
from kring.kit.choice import Choice
from kring.kit.forms import OnceForm
from kring.kit.sentences import choices
from kring.law.access import Relation
from kring.law.meaning import Expressed
from kring.law.ways import NETWORK
from kring.people.models import User, normalised
from kring.rights.alike import Here, is_a_parent
from kring.rights.alike_forms import AsksWhetherSame
from kring.rights.faces import says_parent
from kring.rights.forms import SOMEONE_ELSE, CallName, offer
from kring.rights.people import Known

WAIT = _("Te veel pogingen na elkaar. Wacht een paar minuten en probeer opnieuw.")
MINE_IS_A_PARENT = _("Die krijgt een eigen link van de begeleiding.")
IS_A_PARENT = _("Maak dan een link voor een ouder.")
NOT_THIS_ADDRESS = _("Dit adres kunnen we hier niet gebruiken. Neem een ander.")


class Link(AsksWhetherSame):
    """Someone of the circle.  For a child, sending this is its yes; a worker writes down how the child said it."""

    person = forms.ChoiceField(
        label=_("Voor wie?"),
        widget=forms.RadioSelect({"class": "names"}),
        error_messages={"required": _("Kies iemand.")},
    )
    said = forms.ChoiceField(
        widget=forms.RadioSelect({"class": "reply"}),
        error_messages={"required": _("Vraag het eerst. Zonder een ja krijgt niemand een link.")},
    )

    no_parent = forms.BooleanField(label=_("Nee, dit is geen ouder"), required=False)

    def __init__(self, *args: Any, people: Sequence[Known], here: Here, mine: bool, **options: Any) -> None:
        super().__init__(*args, here=here, **options)
        self.people = {str(one.member): one for one in people}
        self.child, self.mine = here.child, mine
        labels = (
            (key, Choice(one.name, one.relation) if one.relation else one.name) for key, one in self.people.items()
        )
        offer(self, "person", labels)
        if mine:
            del self.fields["said"]
        else:
            offer(self, "said", choices(Expressed))
            self.fields["said"].label = _("Hoe zei %(name)s ja?") % {"name": self.child}
            self.fields["said"].help_text = _("Je schrijft dit op zoals jij het hoorde of zag.")

    @property
    def asks_parent(self) -> bool:
        """Whether to ask a worker if this is a parent: only by how the one who was chosen here is called here."""
        one = self.people.get(str(self["person"].value()))
        return one is not None and not self.mine and says_parent(f"{one.name} {one.relation}", self.child)

    def clean(self) -> dict[str, Any]:
        """A parent has a way of its own, and is not let in as somebody who stands beside the child."""
        facts = super().clean() or {}
        if self.asks_parent and not facts.get("no_parent"):
            self.add_error(None, _("Is dit een ouder? Dan is er een andere weg."))
        elif one := self.people.get(str(facts.get("person"))):
            self._asks_of(one)
        return facts

    def _asks_of(self, one: Known) -> None:
        self.if_a_parent = MINE_IS_A_PARENT if self.mine else IS_A_PARENT
        called = self.here.called(one.name, one.relation)
        self.ask_about(called, member=one.member, parents=not self.asks_parent)

    @property
    def who(self) -> Known:
        """Who was chosen."""
        return self.people[self.cleaned_data["person"]]

    @property
    def expressed(self) -> str:
        """How the child said yes."""
        return str(self.cleaned_data.get("said", ITSELF))


class ParentLink(AsksWhetherSame):
    """A parent that Kring knows, or another."""

    person = forms.ChoiceField(label=_("Voor wie?"), required=False, widget=forms.RadioSelect({"class": "names"}))
    name = CallName(label=_("Hoe noem je deze ouder?"), required=False)
    relation = forms.ChoiceField(
        label=_("Wat is deze persoon?"),
        required=False,
        choices=[
            (Relation.PARENT.value, _("ouder")),
            (Relation.UPBRINGER.value, _("iemand anders die voor het kind zorgt")),
        ],
        initial=Relation.PARENT.value,
        widget=forms.RadioSelect({"class": "reply"}),
    )

    def __init__(self, *args: Any, known: Sequence[tuple[UUID, str]], here: Here, **options: Any) -> None:
        super().__init__(*args, here=here, **options)
        self.known = {str(key): name for key, name in known}
        self.knows_someone = bool(known)
        offer(self, "person", [*self.known.items(), (SOMEONE_ELSE, _("een andere ouder"))])

    def clean(self) -> dict[str, Any]:
        """Someone, somehow."""
        facts = super().clean() or {}
        if facts.get("person") in self.known:
            facts["name"] = self.known[facts["person"]]
            self.errors.pop("name", None)
        elif not facts.get("name") and not self.errors:
            self.add_error(
                "name" if facts.get("person") or not self.known else "person", _("Kies iemand, of typ een naam.")
            )
        if not self.errors:
            new = facts["person"] not in self.known
            called = self.here.called(facts["name"], parent=is_a_parent(self.stands_as))
            self.ask_about(called, person=self.chosen, parents=new)
        return facts

    @property
    def chosen(self) -> UUID | None:
        """A parent that Kring knows already."""
        person = self.cleaned_data["person"]
        return UUID(person) if person in self.known else None

    @property
    def stands_as(self) -> Relation:
        """What a new one is for the child."""
        return Relation(self.cleaned_data["relation"] or Relation.PARENT)


class Again(AsksWhetherSame):
    """A new link for who was let in before: since then contact with somebody may have been restricted (R28)."""

    def __init__(self, *args: Any, row: Given, here: Here, mine: bool, **options: Any) -> None:
        super().__init__(*args, here=here, **options)
        self.row, self.mine, self.relation = row, mine, Relation(row.relation)

    def clean(self) -> dict[str, Any]:
        """The questions of a first link; that it is no parent was said then already."""
        facts = super().clean() or {}
        if self.errors:
            return facts
        member, person = self.row.item_id, self.row.way.person
        called = self.here.as_it_stands(person.call_name, member, self.relation)
        self.if_a_parent = MINE_IS_A_PARENT if self.mine else IS_A_PARENT
        as_one = self.relation in NETWORK and not called.parent
        self.ask_about(called, member=member, person=None if member else person.pk, parents=as_one)
        return facts


class Account(OnceForm):
    """An account in place of the link: an own address, and a password as everybody's."""

    email = forms.EmailField(
        label=_("Je eigen mailadres"),
        help_text=_("Een adres dat alleen jij leest."),
        widget=forms.EmailInput({"autocomplete": "username"}),
    )
    password = forms.CharField(
        label=_("Een wachtwoord"),
        strip=False,
        max_length=200,
        help_text=_("Minstens 15 tekens. Een zin mag ook."),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user

    def clean_email(self) -> str:
        """As it is kept and looked up."""
        return normalised(self.cleaned_data["email"])

    def clean_password(self) -> str:
        """Long enough, and enough in it to guess.  Raises `ValidationError`."""
        validate_password(self.cleaned_data["password"], self.user)
        return str(self.cleaned_data["password"])


def _card(one: Known) -> object:
    return Choice(one.name, one.relation) if one.relation else one.name
