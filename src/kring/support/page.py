"""For whom the pages of this room are.

What a house tells who stands beside a child is kept by who leads a team and who runs the house.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, Concatenate

from django.http import HttpRequest, HttpResponse

from kring.access.desk import desk_of
from kring.access.door import Door, RefusedError
from kring.access.leading import led_by
from kring.circle.domains import Kind
from kring.circle.guess import NOTHING, guess
from kring.circle.models import Placement
from kring.dossier.models import Dossier, Involvement
from kring.endings.acts.leaving import waits_to_be_told
from kring.kit import clock
from kring.kit.pages import not_found
from kring.law.access import Klass, Relation, Section
from kring.law.meaning import Meaning
from kring.law.ways import NETWORK, PARENTS, WORKERS
from kring.people.hosting import host_of
from kring.people.models import Post
from kring.people.standing import Standing
from kring.rights.reading import Beside
from kring.rights.stood import stood
from kring.support.forms_dilemma import SHORT

View = Callable[Concatenate[HttpRequest, Standing, ...], HttpResponse]


def for_keepers(view: View) -> View:
    """Inside `for_colleagues`: to any other colleague there is nothing here."""

    @wraps(view)
    def inside(request: HttpRequest, me: Standing, **rest: Any) -> HttpResponse:
        return view(request, me, **rest) if me.may_see_colleagues else not_found(request)

    return inside


def for_the_host(view: View) -> View:
    """Inside `for_colleagues`: for the fixed contact, or who steps in; to any other colleague there is nothing here."""

    @wraps(view)
    def inside(request: HttpRequest, me: Standing, **rest: Any) -> HttpResponse:
        here = Post.objects.current(clock.today()).filter(organisation=me.organisation)
        host = host_of(me.organisation, set(here.values_list("person_id", flat=True)))
        return view(request, me, **rest) if host == me.person.pk else not_found(request)

    return inside


def names_of_children(request: HttpRequest, me: Standing) -> list[str]:
    """Of the children one works or worked with oneself, and of no other: what asks a name out is no way to search.

    Who handed a child over an hour ago still knows its name, and writes it as easily.
    """
    if request.method != "POST":
        return []
    works = Involvement.objects.filter(person=me.person, relation__in=[one.value for one in WORKERS])
    return sorted(
        {
            *works.values_list("dossier__call_name", flat=True),
            *(one.call_name for one in desk_of(me.actor).dossiers.values()),
        }
    )


def asked_out(request: HttpRequest, me: Standing) -> dict[str, list[str]]:
    """The names that a form of the house alone asks out of what was typed."""
    return {"names": names_of_children(request, me), "heard": children_heard_of(request, me)}


def asked_out_of_work(request: HttpRequest, me: Standing) -> dict[str, list[str]]:
    """The same, and the names of the circles of the children one works with: what one reads there oneself."""
    return asked_out(request, me) | {"around": _names_of_circles(me) if request.method == "POST" else []}


def _names_of_circles(me: Standing) -> list[str]:
    """Who stands in them, and who comes in there.  Only the name proper: of "oma Rita" Rita, and of "mama" nothing."""
    placed, desk = Placement.objects.current().filter(kind=Kind.PERSON.value), desk_of(me.actor)
    others = [one.value for one in NETWORK | PARENTS]
    comes_in = Involvement.objects.filter(dossier__in=list(desk.dossiers), relation__in=others)
    called = {row.name for row in desk.within(placed)} | set(comes_in.values_list("person__call_name", flat=True))
    words = {word for name in called for word in name.split() if word[:1].isupper() and len(word) > SHORT}
    return sorted(word for word in words if guess(word) == NOTHING)


def children_heard_of(request: HttpRequest, me: Standing) -> list[str]:
    """Of the children of whom one hears without working with them, and of no other.

    So hear who leads their team, and who is the fixed contact, or steps in, for who stands beside one of them (R13).
    What is found is never said back: who types a name learns not which of the words it was.
    """
    if request.method != "POST":
        return []
    house, today = me.organisation, clock.today()
    heard = led_by(me.actor, today)
    if me.person.pk in {house.contact_id, house.deputy_id}:
        beside = Involvement.objects.filter(relation__in=[one.value for one in NETWORK])
        heard |= Dossier.objects.filter(team__organisation=house, pk__in=beside.values("dossier"))
    return sorted(set(heard.values_list("call_name", flat=True)))


def only_beside(door: Door) -> None:
    """For who stands beside the child.  Raises `RefusedError`."""
    if door.relation not in NETWORK:
        raise RefusedError


def only_who_still_stands(door: Door) -> None:
    """For who stands beside the child and did not stop.  Raises `RefusedError`: what was made for that is over."""
    only_beside(door)
    if no_more(door):
        raise RefusedError


def only_who_is_welcome(door: Door) -> None:
    """The same, and not while contact is restricted: this page says where one is welcome, and with whom (R28).

    Raises `RefusedError`, as for what is not there.
    """
    only_who_still_stands(door)
    if door.standing.restricted:
        raise RefusedError


def no_more(door: Door) -> bool:
    """Whether the visitor stood beside the child and does so no more, or said so itself and the child waits (R15)."""
    return door.relation is Relation.SUPPORTER and (stood(door) is not None or waits_to_be_told(door))


def only_who_works_here(door: Door) -> None:
    """For who works with the child.  Raises `RefusedError`."""
    if not door.sieve(Section.SUPPORT).may_add(Klass.FILE):
        raise RefusedError


def role_of(roles: Iterable[Beside]) -> Relation:
    """Named is not yet serving: until then somebody is welcome as a supporter (R2)."""
    if any(one.serving for one in roles):
        return Relation.TRUST_PERSON
    return Relation.JIM if any(one.meaning is Meaning.JIM for one in roles) else Relation.SUPPORTER


def waits(roles: Iterable[Beside]) -> bool:
    """Whether the child chose this person as its legal trust person, and the conditions were not all seen yet (R2)."""
    return any(one.meaning is Meaning.TRUST_PERSON and not one.serving for one in roles)
