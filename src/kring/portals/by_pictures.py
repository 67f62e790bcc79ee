"""What a small child tapped with pictures that somebody else knows: another asks it too, and writes how and when.

Of the plan, of what the child closed, of what opens to a parent, and of all that waits for a yes: who chose the
pictures with it can come in as the child (R7, R28; quality.md 4, coercion).  With pictures that it chose alone the
child says it by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from kring.access.acts.holding import Spoke, taps_seen
from kring.access.door import Door
from kring.access.models import Say
from kring.access.spoken import spoken
from kring.circle.reading import Person
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.kit.sentences import choices, sentence
from kring.law.access import Relation, Topic
from kring.law.meaning import Expressed
from kring.law.standing import BY_A_PARENT
from kring.portals.answers import Answered, Towards

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


class AskedToo(OnceForm):
    """How the child said it to who asked it too, and on which day; not before it tapped."""

    how = forms.ChoiceField(
        label=_("Hoe zei het kind het?"),
        choices=[],
        widget=forms.RadioSelect({"class": "reply"}),
        error_messages={"required": _("Kies hoe het kind het zei.")},
    )
    on = forms.DateField(
        label=_("Op welke dag sprak je met het kind?"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Kies de dag waarop je met het kind sprak.")},
    )

    def __init__(self, *args: Any, said: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.said = said
        self.fields["how"].choices = choices(Expressed)  # type: ignore[attr-defined]  # a field of choices
        self.fields["on"].initial = clock.today()

    def clean_on(self) -> date:
        """A day that was, since the child tapped."""
        day: date = self.cleaned_data["on"]
        if not self.said <= day <= clock.today():
            raise forms.ValidationError(_("Kies een dag sinds het kind ja tikte, tot en met vandaag."))
        return day


def form(door: Door, say: Say, sent: QueryDict | None = None) -> OnceForm:
    """What is asked of who says that this yes begins: of the child nothing more than the tap."""
    if door.relation is Relation.CHILD or not say.by_pictures:
        return OnceForm(sent, auto_id=False)
    said = clock.day(say.said_at) if say.said_at else say.from_on
    return AskedToo(sent, said=said, auto_id=f"{say.pk}-%s")


def spoke(form: OnceForm) -> Spoke | None:
    """What that one wrote, out of a form that is valid."""
    return Spoke(form.cleaned_data["how"], form.cleaned_data["on"]) if isinstance(form, AskedToo) else None


def wrong(form: OnceForm) -> str:
    """The first thing that is to be filled in otherwise."""
    return str(next(iter(form.errors.values()))[0])


def told(door: Door, waiting: Iterable[Answered]) -> dict[str, object]:
    """For the page of one person: with which pictures the child taps, and the form of who asks it too."""
    if door.relation is Relation.CHILD:
        return {"known_pictures": door.actor.pictures_known}
    tapped = (replace(one, asks_too=form(door, one.say)) if one.say.by_pictures else one for one in waiting)
    return {"waiting": list(tapped)}


def known(door: Door, circle: Iterable[Person]) -> dict[str, object]:
    """For the page of who may know what: the pictures that others know; and who asks the child too, towards whom."""
    if door.relation is Relation.CHILD:
        return {"known_pictures": door.actor.pictures_known}
    if door.relation is not Relation.WORKER:
        return {}
    towards = set(spoken(door).filter(by_pictures=True, waits=True).values_list("towards", flat=True))
    return {"tapped": [(one.key, one.name) for one in circle if one.key in towards]}


def is_asked_too(door: Door, subject: Topic | None, who: Towards) -> bool:
    """Whether the child reads before it taps that another asks it too: of the plan always, and towards a parent."""
    return taps_seen(door) and (subject is Topic.SAFETY or who.relation in BY_A_PARENT)


def later(door: Door) -> str:
    """The code of what the child reads after its tap."""
    return "answer.waits-alone" if door.actor.beside_worker else "answer.asked-by-another"


def waits_on(door: Door) -> Words:
    """The same in words."""
    return sentence(later(door), name="")
