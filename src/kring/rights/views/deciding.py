"""What a child decides by itself; its birthday; and the authority of each parent."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.acts import birthdays
from kring.access.acts import deciding as acts
from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.page import show
from kring.law.access import Relation, Section, Verb
from kring.rights import deciding as reading
from kring.rights import deciding_forms as forms


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def deciding(request: HttpRequest, door: Door) -> HttpResponse:
    """Right by right: who can decide, and what was found.  The child reads it in its own words, and not why."""
    if door.relation is Relation.CHILD and request.method != "POST":
        mine = {"rights": reading.rights(door), "born": reading.born(door)[0], "grown": acts.weighs_no_more(door)}
        return show(request, door, "rights/deciding_mine.html", **mine)
    grown = reading.only_who_helps(door)
    if grown and request.method == "POST":
        raise RefusedError
    form = forms.Finding(request.POST or None)
    if form.is_valid():
        acts.find(door, form.found, once=form.act)
        messages.success(request, _("Het staat er. Het kind leest op zijn eigen pagina dat het bekeken is."))
        return redirect("rights:deciding", door.dossier.pk)
    day, age, soon = reading.born(door)
    seen = {"rights": reading.rights(door), "born": day, "age": age, "soon": soon, "grown": grown}
    parents = [] if grown else reading.parents(door)
    return show(request, door, "rights/deciding.html", form=form, parents=parents, **seen)


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def birthday(request: HttpRequest, door: Door) -> HttpResponse:
    """The birthday: first how old that makes the child, then yes; of another day also why, and how it is known."""
    reading.only_who_helps(door)
    form = forms.Birthday(request.POST or None, initial={"born_on": reading.born(door)[0]})
    if form.is_valid() and form.is_sure:
        row = birthdays.write(door, form.cleaned_data["born_on"], form.why, once=form.act)
        if row and not row.ended_at:
            messages.success(request, _("Gevraagd. Wie het team leidt, kijkt dit eerst na."))
            return redirect("rights:birthday", door.dossier.pk)
        messages.success(request, _("De verjaardag staat er."))
        return redirect("rights:deciding", door.dossier.pk)
    asked = form.cleaned_data["born_on"] if form.is_bound and form.is_valid() else None
    seen = {"asked": asked, "age": form.age if asked else None, "last": birthdays.last(door)}
    return show(request, door, "rights/birthday.html", form=form, **seen)


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def authority(request: HttpRequest, door: Door, person: UUID) -> HttpResponse:
    """The authority of one parent; the other is not named here.  Of who is of age there is none."""
    if reading.only_who_helps(door):
        raise RefusedError
    parent = reading.parent(door, person)
    row = parent.row
    known = {"authority": row.authority, "from_on": row.authority_from, "until_on": row.authority_until}
    form = forms.ParentalAuthority(request.POST or None, initial=known)
    if form.is_valid():
        acts.write_authority(door, row, form.held, once=form.act)
        messages.success(request, _("Het staat er."))
        return redirect("rights:deciding", door.dossier.pk)
    return show(request, door, "rights/authority.html", form=form, parent=parent)
