"""Forms of what protects a child: a restriction of contact."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.access.acts.protecting import Said, Toward
from kring.kit import clock
from kring.kit.choice import Choice
from kring.kit.forms import OnceForm
from kring.law.restrictions import Decides, first_day, look_by
from kring.rights.alike import Called, Human
from kring.rights.forms import offer
from kring.rights.restrictions import WHO_DECIDES, Possible

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

OVER, LONGER = "over", "longer"
NOBODY = "nobody"


def day(label: Words, **options: Any) -> forms.DateField:
    """A day, picked or typed."""
    return forms.DateField(label=label, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **options)


def too_late(decided_by: str, last: date) -> str:
    """Why they look again sooner than on this day; nothing where the day is soon enough (docs/law/restrictions.md)."""
    by = look_by(decided_by, on=clock.today())
    if last <= by:
        return ""
    told = {"day": date_format(by, "j F Y")}
    if decided_by in {Decides.JUDGE, Decides.CONSULTANT}:
        return gettext("Kijk het eerder na: binnen twee jaar, ten laatste op %(day)s.") % told
    return gettext("Besliste jullie team dit? Kijk het dan binnen dertig dagen na, ten laatste op %(day)s.") % told


class Restrict(OnceForm):
    """With whom, who decided, from when, and when it is looked at again.  No reason and no document (R28)."""

    whom = forms.MultipleChoiceField(
        label=_("Met wie?"),
        help_text=_("Eerst wie hier binnenkomt, dan wie in de kring staat. Is dat dezelfde mens? Vink dan beide aan."),
        widget=forms.CheckboxSelectMultiple({"class": "names explained"}),
        error_messages={"required": _("Kies iemand.")},
    )
    from_on = day(_("Vanaf wanneer?"), help_text=_("In Kring geldt ze vanaf nu, ook als die dag nog moet komen."))
    decided_by = forms.ChoiceField(
        label=_("Wie besliste dit?"),
        choices=list(WHO_DECIDES.items()),
        widget=forms.RadioSelect({"class": "one"}),
        error_messages={"required": _("Kies wie dit besliste.")},
    )
    until_on = day(
        _("Wanneer kijken jullie dit opnieuw na?"),
        help_text=_(
            "Op die dag stopt niets vanzelf: Kring vraagt of ze nog geldt. Besliste jullie team? Dan binnen 30 dagen."
        ),
        error_messages={"required": _("Kies een dag.")},
    )

    none_of_them = forms.BooleanField(label=_("Nee, het geldt voor geen van hen"), required=False)

    def __init__(self, *args: Any, people: list[Possible], born_on: date | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.first = first_day(born_on, on=clock.today())
        self.people = {one.key: one for one in people}
        offer(self, "whom", [(one.key, one.label) for one in people])
        self.fields["from_on"].initial = clock.today
        self.asked_who = [f"is_{one.key}" for one in self._unknown]
        for one in self._unknown:
            self.fields[f"is_{one.key}"] = self._who_is(one)

    def _who_is(self, one: Possible) -> forms.ChoiceField:
        """Who of the circle this one is: a link under that name would go on, so it is not saved unsaid (R28)."""
        circle = [(key, each.name) for key, each in self.people.items() if each.toward.member]
        return forms.ChoiceField(
            label=gettext("Wie in de kring is %(name)s?") % {"name": one.name},
            choices=[("", gettext("Kies")), *circle, (NOBODY, gettext("niemand in de kring"))],
            error_messages={"required": gettext("Zeg wie %(name)s in de kring is.") % {"name": one.name}},
        )

    @property
    def who_is(self) -> list[forms.BoundField]:
        """The question of each who was ticked and of whom nobody said who of the circle it is."""
        return [self[name] for name in self.asked_who]

    @property
    def _unknown(self) -> list[Possible]:
        """Who comes in and was ticked without anybody of the circle that it can be."""
        ticked = self._ticked_first
        alone = [one for one in ticked if one.toward.person and not one.is_pointed]
        beside = [one for one in ticked if one.toward.member and not one.as_it]
        return [] if len(beside) >= len(alone) else alone

    def clean(self) -> dict[str, Any]:
        """The child was there on the first day; they look again after it, in time, on a day that is still to come."""
        facts = super().clean() or {}
        first, last = facts.get("from_on"), facts.get("until_on")
        if first and first < self.first:
            told = {"day": date_format(self.first, "j F Y")}
            self.add_error("from_on", gettext("De eerste dag kan niet voor %(day)s liggen. Kijk het jaar na.") % told)
        elif last and last < max(first or last, clock.today()):
            self.add_error("until_on", _("Die dag ligt voor de eerste dag, of is al voorbij."))
        if last and "until_on" not in self.errors and (late := too_late(facts.get("decided_by", ""), last)):
            self.add_error("until_on", late)
        if self.asks_who and not facts.get("none_of_them"):
            self.add_error("none_of_them", gettext("Geldt dit ook voor %(names)s?") % {"names": self.names})
        return facts

    @property
    def said(self) -> Said:
        """Who decided it, and its dates."""
        facts = self.cleaned_data
        return {
            "from_on": facts["from_on"],
            "until_on": facts["until_on"],
            "decided_by": facts["decided_by"],
        }

    @property
    def asks_who(self) -> bool:
        """Whether to ask who somebody is who comes in and was not ticked."""
        return bool(self._asked_of)

    @property
    def _asked_of(self) -> dict[str, str]:
        """Of whom: of loose people where more of the circle were ticked of whom it is not sure that they come in, than
        loose people; and of who comes in for a service under such a name.  Nobody matches names: the worker says it.
        """
        ticked = self._ticked
        asks = sum(not one.comes_in for one in ticked) > sum(one.is_loose for one in ticked)
        return (self._left if asks else {}) | self._namesakes

    @property
    def names(self) -> str:
        """Who else comes in, and may be somebody of the circle all the same."""
        *before, last = self._asked_of.values()
        return gettext("%(names)s en %(last)s") % {"names": ", ".join(before), "last": last} if before else last

    @property
    def are_several(self) -> bool:
        """Whether those are more than one."""
        return len(self._asked_of) > 1

    @property
    def done(self) -> str:
        """What was done, and nothing more."""
        told = [gettext("De contactbeperking geldt vanaf nu.")]
        told += [one.who for one in self._ticked if one.who]
        if names := self._who_came_in:
            told.append(gettext("Links van %(names)s werken niet meer.") % {"names": ", ".join(names)})
        else:
            told.append(gettext("Er was geen link die werkte."))
        if self.asks_who:
            told.append(gettext("Voor %(names)s verandert er niets.") % {"names": self.names})
        return " ".join(told)

    @property
    def _who_came_in(self) -> list[str]:
        """By name, each once: who comes in and was ticked, and who comes in as one of the circle who was."""
        persons = {one.toward.person: one.name for one in self._ticked if one.toward.person}
        return [*({who.person: who.name for one in self._ticked for who in one.as_it} | persons).values()]

    def shuts_out(self, member: UUID, works: str, child: str) -> None:
        """Who works with the child is said to be one of these: that is put right first, and nothing was saved."""
        told = {"name": self.people[f"m-{member}"].name, "who": works, "child": child}
        said = [
            gettext("Er staat dat %(who)s in de kring %(name)s is, en %(who)s werkt met %(child)s.") % told,
            gettext("Zo komt %(who)s hier niet meer binnen.") % told,
            gettext(
                "Zet eerst samen met %(child)s recht wie %(who)s is, of laat een collega of wie het team leidt kijken."
            )
            % told,
        ]
        self.add_error("whom", " ".join(said))

    @property
    def _ticked_first(self) -> list[Possible]:
        keys = self["whom"].value() or []
        return [self.people[key] for key in keys if key in self.people]

    @property
    def _ticked(self) -> list[Possible]:
        """Who was ticked, and who of the circle one of these is said to be."""
        said = [self.data.get(name, "") for name in self.asked_who]
        more = [self.people[key] for key in said if key in self.people]
        return [*self._ticked_first, *(one for one in more if one not in self._ticked_first)]

    @property
    def _left(self) -> dict[str, str]:
        """The loose people who were not ticked, nor come in as one who was, each once."""
        shut = {one.key for one in self._ticked} | {f"p-{who.person}" for one in self._ticked for who in one.as_it}
        return {key: one.name for key, one in self.people.items() if one.is_loose and key not in shut}

    @property
    def _namesakes(self) -> dict[str, str]:
        """Who comes in for a service, was not ticked, and is called as one who was."""
        names = [Called(one.name) for one in self._ticked]
        free = ((key, one) for key, one in self.people.items() if one.of_service and one not in self._ticked)
        return {
            key: one.name
            for key, one in free
            if any(Human(one.name, (Called(one.name),)).may_be(name) for name in names)
        }

    @property
    def towards(self) -> list[Toward]:
        """Who was ticked."""
        return [one.toward for one in self._ticked]


class WasTold(OnceForm):
    """Who told the child: a person, before any page says it (R15)."""

    by = forms.CharField(
        label=_("Wie vertelde het aan het kind?"),
        help_text=_("Vanaf nu staat het ook op de bladzijden van het kind, in gewone woorden."),
        error_messages={"required": _("Schrijf wie het vertelde.")},
        max_length=120,
    )


class Looked(OnceForm):
    """Somebody looked at it today: over, or it holds longer."""

    answer = forms.ChoiceField(
        label=_("Wat is er vandaag van?"),
        widget=forms.RadioSelect({"class": "one"}),
        choices=[
            (LONGER, Choice(_("Ze geldt nog."), _("Alles blijft dicht."))),
            (OVER, Choice(_("Ze is voorbij."), _("Ik keek het vandaag na bij wie de beperking oplegde."))),
        ],
        error_messages={"required": _("Kies een van de twee.")},
    )
    until_on = day(_("Geldt ze nog: wanneer kijken jullie opnieuw?"), required=False)

    def __init__(self, *args: Any, decided_by: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.decided_by = decided_by
        by = date_format(look_by(decided_by, on=clock.today()), "j F Y")
        self.fields["until_on"].help_text = gettext("Ten laatste op %(day)s.") % {"day": by}

    def clean(self) -> dict[str, Any]:
        """A new last day is still to come."""
        facts = super().clean() or {}
        last = facts.get("until_on")
        if facts.get("answer") == LONGER and last and last < clock.today():
            self.add_error("until_on", _("Die dag is al voorbij."))
        elif facts.get("answer") == LONGER and not last and "until_on" not in self.errors:
            self.add_error("until_on", _("Kies een dag."))
        elif facts.get("answer") == LONGER and last and (late := too_late(self.decided_by, last)):
            self.add_error("until_on", late)
        return facts

    @property
    def is_over(self) -> bool:
        """Whether it ends here."""
        return bool(self.cleaned_data["answer"] == OVER)

    @property
    def last_day(self) -> date | None:
        """Until when it holds now."""
        last: date | None = self.cleaned_data["until_on"]
        return last
