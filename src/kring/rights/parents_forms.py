"""The forms of whom a parent brings along: named by that parent, and looked at by who works with the child (B123)."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from kring.kit.forms import OnceForm
from kring.kit.sentences import sentence
from kring.rights.decided_forms import SAID, WORDS, three
from kring.rights.forms import CallName, alike_to
from kring.rights.models import OwnPerson
from kring.rights.reasons import Openly


class NameOwn(OnceForm):
    """A parent names whom it brings along."""

    called = CallName(label=_("Wie breng je mee?"))

    def __init__(self, *args: Any, known: Iterable[str] = (), **options: Any) -> None:
        """`known`: whom this parent brings along already."""
        super().__init__(*args, **options)
        self.known = list(known)

    @property
    def alike(self) -> str:
        """Who may be the same in another spelling: asked afterwards, as of whom a child names; it stands in no way."""
        return alike_to(self.cleaned_data["called"], self.known)


class LookAtOwn(Openly):
    """What a worker saw of the conditions of a parent's trust person."""

    adult = three(sentence("parents-trust-person.adult"))
    involved = three(_("Werkt die persoon mee aan de hulp?"))

    def __init__(self, *args: Any, row: OwnPerson, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial = {"adult": WORDS[row.adult], "involved": WORDS[row.involved]}
        self.fields["adult"].label = sentence("parents-trust-person.adult", name=row.called)

    @property
    def seen(self) -> dict[str, bool | None]:
        """What was seen."""
        return {name: SAID.get(self.cleaned_data[name]) for name in ("adult", "involved")}
