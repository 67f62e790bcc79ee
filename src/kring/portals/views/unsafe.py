"""A quiet "I am not safe now"."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.law.access import Relation, Section, Verb
from kring.portals import answer_forms
from kring.portals.unsafe import listeners, told
from kring.rights import numbers
from kring.rights.acts import said


@through_door(Section.SAID, verb=Verb.ADD, small=True)
def unsafe(request: HttpRequest, door: Door) -> HttpResponse:
    """First 112 and 101; then one person to tell, with the hours in which that person reads it."""
    if door.relation is not Relation.CHILD:
        raise RefusedError
    people = listeners(door)
    form = answer_forms.Unsafe(request.POST or None, people=people)
    if form.is_valid():
        words = said.Words(readers=(form.person,), text=_("Ik ben nu niet veilig."), only_to=form.person)
        said.say(door, words, act=form.act)
        messages.success(request, told(next(one for one in people if one.person == form.person)))
        return redirect(request.path)
    buttons = [(one, answer_forms.Unsafe(people=people, auto_id=False)) for one in people]
    seen = {"buttons": buttons, "numbers": numbers.for_relation(door.relation)}
    return render(request, "portals/unsafe.html", {"child": door.dossier, **seen})
