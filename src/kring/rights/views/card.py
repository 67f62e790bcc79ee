"""The role card of who serves as trust person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.kit.forms import OnceForm
from kring.law.access import Section, Verb
from kring.people.models import A_CARD, Person
from kring.rights import cards
from kring.rights.acts import cards as acts


@through_door(Section.RIGHTS, verb=Verb.KNOW)
def card(request: HttpRequest, door: Door) -> HttpResponse:
    """The card of the trust person itself: nothing of the child, of the facility or of any paper stands on it."""
    serving = cards.own_serving(door)
    if serving is None:
        raise RefusedError
    form = OnceForm(request.POST or None)
    shown = {"seconds": int(A_CARD.total_seconds()), "where": f"{request.get_host()}{reverse('public:card')}"}
    if form.is_valid():
        shown["code"], shown["until"] = acts.show(door, serving, act=form.act)
    me = Person.objects.get(pk=door.me)
    return render(request, "rights/card.html", {**shown, "name": me.call_name, "form": OnceForm()})
