"""The letter that says what somebody is: for the child, that person, and who works with the child."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.law.access import AT_HOME, Klass, Relation, Section, Verb
from kring.people.models import Person
from kring.rights.paper import paper
from kring.rights.reading import beside
from kring.support import forms_around as forms
from kring.support import letter as letters
from kring.support.acts import lettering as acts
from kring.support.page import role_of


@through_door(Section.SUPPORT, verb=Verb.ADD)
def letter(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """Whether both want it; each says it for itself, and takes it back as easily."""
    name = _who(door, member)[1]
    works = door.sieve(Section.SUPPORT).may_add(Klass.FILE)
    mine = door.relation is Relation.CHILD
    form = forms.Letter(request.POST or None, works=works, mine=mine)
    if form.is_valid():
        acts.say(door, member, form.said, act=form.act)
        messages.success(request, _("Bewaard."))
        return redirect("support:letter", door.dossier.pk, member)
    home = door.relation in AT_HOME
    frame = {"frame": "kit/page.html" if home else "kit/worker.html", "home": home, "here": "children", "mine": mine}
    said = letters.both(door, member)
    shown = {"form": form, "said": said, "name": name, "child": door.dossier, "member": member, **frame}
    return render(request, "support/letter.html", shown)


@through_door(Section.SUPPORT, verb=Verb.ADD)
def letter_pdf(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """On paper, while both want it."""
    role, name = _who(door, member)
    said = letters.both(door, member)
    if not said.agreed:
        raise RefusedError
    made = paper(request, letters.sheet(said, role, name, door.dossier.call_name))
    return made or redirect("support:letter", door.dossier.pk, member)


def _who(door: Door, member: UUID) -> tuple[Relation, str]:
    """As what, and by which name.  Raises `RefusedError` for who is nobody here."""
    if member in door.sieve(Section.SUPPORT).mine:
        return door.relation, Person.objects.get(pk=door.me).call_name
    roles = [one for one in beside(door) if one.member == member]
    if not roles:
        raise RefusedError
    return role_of(roles), roles[0].name
