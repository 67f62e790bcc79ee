"""The welcome pack: for the person itself on its own page, and on paper for who has no way in."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.law.access import Klass, Section, Verb
from kring.people.models import Person
from kring.rights.counted import said_yes_as
from kring.rights.paper import paper
from kring.rights.places import shelf
from kring.rights.said_yes import said_yes
from kring.support.pack import Pack, pack
from kring.support.page import only_who_is_welcome, role_of, waits


@through_door(Section.SAID, verb=Verb.ADD)
def welcome(request: HttpRequest, door: Door) -> HttpResponse:
    """What one is, may, and keeps to oneself; whom to call, and where else to turn."""
    only_who_is_welcome(door)
    me = Person.objects.get(pk=door.me)
    shown = {"pack": _mine(door), "me": me, "child": door.dossier, "shelf": shelf(door)}
    return render(request, "support/welcome.html", shown)


def _mine(door: Door) -> Pack:
    """Of the visitor itself; who said yes to being the trust person reads so, from then on."""
    return pack(door, door.relation, named=said_yes(door) is not None)


@through_door(Section.SAID, verb=Verb.ADD)
def welcome_pdf(request: HttpRequest, door: Door) -> HttpResponse:
    """The same on paper."""
    only_who_is_welcome(door)
    me = Person.objects.get(pk=door.me)
    made = paper(request, _mine(door).sheet(me.call_name))
    return made or redirect("support:welcome", door.dossier.pk)


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def pack_pdf(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """On paper for who said yes to the child, handed over by the child or who works with it (R9)."""
    if not door.sieve(Section.RIGHTS).may_add(Klass.OWN_WORDS):
        raise RefusedError
    roles = said_yes_as(door, member)
    if not roles or roles[0].apart:
        raise RefusedError  # while contact is restricted no paper is made for that person (R28)
    made = paper(request, pack(door, role_of(roles), named=waits(roles)).sheet(roles[0].name))
    return made or redirect("rights:person", door.dossier.pk, member)
