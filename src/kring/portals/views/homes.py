"""Homes: everyone comes in at `today`, and finds the page that was made for them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from kring.access.acts.looking import waiting
from kring.access.door import Door
from kring.access.entrance import through_door
from kring.access.leading import noted
from kring.endings.acts.leaving import waits_to_be_told
from kring.endings.reading import goodbye_of
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.kit.pages import not_found
from kring.law.access import Case, Relation, Section, Verb
from kring.law.support import SERVES
from kring.law.ways import NETWORK, PARENTS
from kring.people import kept
from kring.people.actors import Actor, actor_of
from kring.people.entrance import for_colleagues
from kring.people.models import Person, Role
from kring.people.overview import Overview
from kring.people.standing import Standing, standing_of
from kring.portals import houses, logs, over
from kring.portals.figures import explained, of_the_house
from kring.portals.many import jim_for
from kring.portals.places import places
from kring.portals.plot import plot
from kring.portals.shared import to_read, written
from kring.portals.views.work import day_of
from kring.rights import hearing, numbers
from kring.rights.acts import held, own_person
from kring.rights.cards import limited_until, own_serving
from kring.rights.house import house_of
from kring.rights.resting import where_i_stand
from kring.rights.said_yes import said_yes, written_for_me
from kring.rights.stood import stood, was_trusted
from kring.support.advice import places_for
from kring.support.fallback import fallback_of
from kring.support.peers import invited


@never_cache
def today(request: HttpRequest) -> HttpResponse:
    """Home: of a colleague its work, of everyone else the place that is theirs."""
    actor = actor_of(request)
    if actor is None:
        return redirect_to_login(request.get_full_path())
    if kept.kept(request) and not actor.is_small:
        return redirect("ways:again")
    me = standing_of(actor, clock.today())
    return day_of(request, me) if me else _own(request, actor)


@login_required
@never_cache
def own(request: HttpRequest) -> HttpResponse:
    """The own place of someone; a colleague comes here who is also a parent, or stands beside a child."""
    actor = actor_of(request)
    return _own(request, actor) if actor else not_found(request)


@through_door(Section.SAID, verb=Verb.ADD, ends=True)
def home(request: HttpRequest, door: Door) -> HttpResponse:
    """The home of a parent, and of who stands beside a child."""
    if door.relation not in {*PARENTS, *NETWORK}:
        return redirect("portals:child", door.dossier.pk)
    if over.is_over(door):
        return _over(request, door)
    of, serving = house_of(door), own_serving(door)
    shown = {
        "child": door.dossier,
        "me": Person.objects.get(pk=door.me),
        "role": door.relation.value,
        **written(door),
        **to_read(door),
        "serves": serving is not None,
        "limited": limited_until(door, serving),
        "fallback": fallback_of(of),
        "numbers": numbers.for_relation(door.relation),
        "places": places_for(of, door.relation),
        "jim_for": jim_for(door),
        "by_link": door.actor.way is not None,
        "invited": invited(door, of),
        "meets": door.relation in SERVES,
        **_asks_me(door),
        **_of_a_parent(door),
    }
    return render(request, "portals/parent.html" if door.relation in PARENTS else "portals/beside.html", shown)


def _over(request: HttpRequest, door: Door) -> HttpResponse:
    """Of a place that was closed: thanks, that it does not end by this, and whom one calls; no word of the child."""
    me = Person.objects.get(pk=door.me)
    seen = {"child": door.dossier, "me": me, "over": over.beside(door), "role": door.relation.value}
    seen["by_link"] = door.actor.way is not None
    return render(request, "portals/over_beside.html", seen)


def _of_a_parent(door: Door) -> dict[str, bool]:
    """Whether it still has a say by its position, and whether the page on which it names who it brings is there."""
    grown = door.relation in PARENTS and Case.MINOR not in door.standing.cases
    brings = not door.sieve(Section.PARENTS).is_empty()
    return {"brings": brings, "grown": grown, "brought": grown and own_person.wrote_some(door)}


def _where_it_stands(door: Door) -> dict[str, object]:
    """Of who stands beside the child: its own pause, or that it goes on again, and its trial with the days of it."""
    here = where_i_stand(door)
    return {"pause": here.pause, "again": here.again, "trial": here.trial}


def _no_more(door: Door) -> dict[str, object]:
    """Whether the visitor stood beside the child and does so no more, or said that it stops; asked of a supporter."""
    if door.relation is not Relation.SUPPORTER:
        return {}
    was, stops = stood(door), waits_to_be_told(door)
    goodbye = goodbye_of(door) if was else None
    return {
        "stood": was,
        "goodbye": goodbye,
        "stops": stops,
        "secret": bool(was or stops) and was_trusted(door, stops=stops),
    }


def _asks_me(door: Door) -> dict[str, object]:
    """What waits for the visitor itself: something said to it, a word of its own to confirm, a worker to sit beside.

    And whether it stands there still.
    """
    answered = written_for_me(door)
    return {
        **_no_more(door),
        "restricted": door.standing.restricted,
        **_where_it_stands(door),
        "said_yes": None if answered and answered.denied else said_yes(door),
        "answered": answered,
        "once": OnceForm(auto_id=False),
        "waits": hearing.waits_for(door),
        "asked": held.written_of_me(door),
        "waited_for": door.actor.way is None and waiting(door) is not None,
    }


@for_colleagues()
def lead(request: HttpRequest, me: Standing) -> HttpResponse:
    """The team lead: who works where, what is missing, and nothing of any child."""
    if not me.roles & {Role.TEAM_LEAD}:
        return not_found(request)
    seen = houses.Lead(me)
    noted(me.actor, [one.dossier for one in seen.lost])
    return render(request, "portals/lead.html", {"me": me, "lead": seen, "house": seen.house, **_frame(me)})


@for_colleagues(changing=True)
def tasks(request: HttpRequest, me: Standing) -> HttpResponse:
    """Who runs the house: what is still to be done in it."""
    todo = houses.tasks(me, Overview(me, clock.today()))
    return render(
        request,
        "portals/tasks.html",
        {"me": me, "tasks": todo, "explained": explained(of_the_house(me.organisation)), **_frame(me)},
    )


@for_colleagues()
def log(request: HttpRequest, me: Standing) -> HttpResponse:
    """The officer: how long the log is, whether it is whole, and where a door stayed shut."""
    if not me.roles & {Role.OFFICER}:
        return not_found(request)
    if request.method == "POST":
        fault = logs.first_fault()
        said = _("Er is iets mis met het logboek: %(fault)s. Verwittig wie Kring beheert.") % {"fault": fault}
        whole = _("Het logboek is heel: geen regel is veranderd of weggehaald.")
        (messages.error if fault else messages.success)(request, said if fault else whole)
        return redirect("portals:log")
    seen = logs.Log(me.organisation)
    drawn = mark_safe(plot(seen.refusals, _("Deuren die dicht bleven, per dag")))  # noqa: S308  # plot() escapes its words
    return render(request, "portals/log.html", {"me": me, "log": seen, "plot": drawn, **_frame(me)})


def _frame(me: Standing) -> dict[str, object]:
    return {"here": "today", "hats": houses.hats(me)}


def _own(request: HttpRequest, actor: Actor) -> HttpResponse:
    """One place opens at once, of several one chooses; who has none reads what it can do."""
    mine = places(actor)
    mine += places(actor, closed=True) if not any(one.is_own for one in mine) else []
    if len(mine) == 1:
        return redirect(mine[0].href)
    return render(request, "portals/choice.html" if mine else "portals/nothing.html", {"places": mine})
