"""The letter that says what somebody is: for the child, that person, and who works with the child."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.access.acts.protecting import is_restricted
from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.items import is_on_this_side
from kring.kit import clock
from kring.law.access import AT_HOME, Klass, Relation, Section, Verb
from kring.people.models import Person
from kring.rights.models import Wish
from kring.rights.paper import paper
from kring.rights.reading import beside
from kring.support import forms_around as forms
from kring.support import letter as letters
from kring.support.acts import lettering as acts
from kring.support.page import only_who_still_stands, role_of


@dataclass(frozen=True, slots=True)
class _Who:
    """As what, by which name, and since which wish; as nothing: the child chose otherwise."""

    role: Relation | None
    name: str
    named: UUID | None = None
    wishes: tuple[UUID, ...] | None = None
    """By which wishes the child named it; nothing for the person itself, which knows what it said."""

    def may_be_made(self, door: Door, member: UUID, said: letters.Both) -> bool:
        """Whether both want it, and the person was asked and said yes."""
        return said.agreed and (self.wishes is None or letters.said_yes(door, member, said, self.wishes))


@through_door(Section.SUPPORT, verb=Verb.ADD)
def letter(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """Whether both want it; each says it for itself, and takes it back as easily."""
    who = _who(door, member)
    works = door.sieve(Section.SUPPORT).may_add(Klass.FILE)
    mine = door.relation is Relation.CHILD
    form = forms.Letter(request.POST or None, works=works, mine=mine)
    if form.is_valid():
        if who.role is None and form.said.yes:
            raise RefusedError
        acts.say(door, member, form.said, act=form.act)
        messages.success(request, _("Bewaard."))
        return redirect("support:letter", door.dossier.pk, member)
    home = door.relation in AT_HOME
    frame = {"frame": "kit/page.html" if home else "kit/worker.html", "home": home, "here": "children", "mine": mine}
    said = letters.both(door, member, who.named)
    shown = {
        "form": form,
        "said": said,
        "may_be_made": who.role is not None and who.may_be_made(door, member, said),
        "name": who.name,
        "child": door.dossier,
        "member": member,
        "still": who.role is not None,
        **frame,
    }
    return render(request, "support/letter.html", shown)


@through_door(Section.SUPPORT, verb=Verb.ADD)
def letter_pdf(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """On paper, while both want it."""
    who = _who(door, member)
    said = letters.both(door, member, who.named)
    if who.role is None or not who.may_be_made(door, member, said) or is_restricted(door.dossier.pk, member=member):
        raise RefusedError  # nobody any more, not both of them, or no paper for whom contact is restricted with (R28)
    made = paper(request, letters.sheet(said, who.role, who.name, door.dossier.call_name, on=clock.today()))
    return made or redirect("support:letter", door.dossier.pk, member)


def _who(door: Door, member: UUID) -> _Who:
    """Of whom it is.  Raises `RefusedError` for who is nobody here."""
    if member in door.sieve(Section.SUPPORT).mine and is_on_this_side(door, member):
        only_who_still_stands(door)
        return _Who(door.relation, Person.objects.get(pk=door.me).call_name)
    roles = [one for one in beside(door) if one.member == member]
    if roles:
        named = tuple(one.wish for one in roles)
        return _Who(role_of(roles), roles[0].name, named=min(named), wishes=named)
    before = door.within(Wish.objects.filter(member=member)).first()
    if before is None:
        raise RefusedError
    return _Who(None, before.called)
