"""Around the path: for what the child turns to whom, and somebody who was reached in danger (C82, R9)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.acts import parts
from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.page import may_name, show
from kring.access.there_for import is_a_parent, known, said_of
from kring.access.writing import NotAllowedError
from kring.kit import clock
from kring.kit.sentences import sentence
from kring.law.access import Klass, Relation, Section, Verb
from kring.law.steps import How
from kring.people.devices import is_new
from kring.rights import around as reading
from kring.rights import decided_forms as forms
from kring.rights import given
from kring.rights.acts import reaching, subjects
from kring.rights.reading import call_name


@through_door(Section.RIGHTS)
def for_what(request: HttpRequest, door: Door) -> HttpResponse:
    """Who for what: every person the child turns to, by subject."""
    if not may_name(door):
        raise RefusedError
    return show(request, door, "rights/for_what.html", subjects=reading.by_subject(door), people=reading.people(door))


@through_door(Section.RIGHTS)
def for_what_one(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """The subjects of one person: ticks, and none is an answer too."""
    name = call_name(door, member)
    if not name or not may_name(door):
        raise RefusedError
    mine = door.relation is Relation.CHILD
    form = forms.ForWhat(request.POST or None, initial={"subjects": reading.subjects_of(door, member)}, mine=mine)
    if form.is_valid():
        subjects.choose(door, member, form.chosen, act=form.act, on=clock.today())
        return redirect("rights:for_what", door.dossier.pk)
    return show(request, door, "rights/for_what_one.html", form=form, name=name)


@through_door(Section.RIGHTS)
def there_for(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """What somebody of the circle is there for; it opens nothing by itself (B47)."""
    name = call_name(door, member)
    if not name or not may_name(door):
        raise RefusedError
    mine, rows = door.relation is Relation.CHILD, said_of(door, member)
    now = known(door, rows)
    initial = {"parts": [one.part for one in now], "said_by": now[0].said_by if now else ""}
    form = forms.ThereFor(request.POST or None, initial=initial, mine=mine)
    its_own = not mine and parts.said_by_the_child(door, rows)
    if form.is_valid() and not its_own:
        told = parts.Told(form.chosen, form.by, new=mine and is_new(request, door.me))
        parts.say(door, member, told, act=form.act)
        messages.success(request, _("Het staat er."))
        return redirect("circle:person", door.dossier.pk, member)
    words = [sentence(f"part.{one.part}") for one in now]
    seen = {"form": form, "name": name, "member": member, "its_own": its_own, "now": words}
    seen["by_a_yes_alone"] = is_a_parent(door, member)
    return show(request, door, "rights/there_for.html", **seen)


@through_door(Section.REACHED)
def reached(request: HttpRequest, door: Door) -> HttpResponse:
    """Who was reached in danger without a yes of the child: the worker writes it, and tells it; the child reads it."""
    writes = door.sieve(Section.REACHED).may_add(Klass.FILE)
    people = [(str(one.member), one.name) for one in given.to_choose(door)] if writes else []
    form = forms.Danger(request.POST or None, people=people) if people else None
    if form is not None and form.is_valid():
        facts = form.cleaned_data
        danger = {
            "member": UUID(facts["person"]),
            "how": How(facts["how"]),
            "motive": facts["motive"],
            "on": facts["on"],
        }
        try:
            reaching.reach(door, reaching.Danger(**danger), act=form.act)
        except NotAllowedError:
            form.add_error("person", _("Met deze persoon mag nu geen contact zijn."))
        else:
            messages.success(request, _("Het staat er. Vertel het zelf aan het kind, zo gauw het kan."))
            return redirect("rights:reached", door.dossier.pk)
    return show(request, door, "rights/reached.html", form=form, rows=reading.reached(door), writes=writes)


@through_door(Section.REACHED, verb=Verb.CHANGE)
def reached_told(request: HttpRequest, door: Door, reached: UUID) -> HttpResponse:
    """The child was told: how, and what it said."""
    row = reading.one_reached(door, reached)
    if row.told_on is not None:
        raise RefusedError
    form = forms.Told(request.POST or None)
    if form.is_valid():
        reaching.tell(door, row, form.cleaned_data["how"], act=form.act, on=clock.today())
        return redirect("rights:reached", door.dossier.pk)
    return show(request, door, "rights/reached_told.html", form=form, name=call_name(door, row.member_id))
