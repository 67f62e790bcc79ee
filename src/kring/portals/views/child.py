"""One child: its own pages for the child, another for who works with it, and a quiet one for others it let in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from kring.access.acts.owning import of_age_since
from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door, visits_too
from kring.circle import reading
from kring.circle.domains import Layer
from kring.circle.drawing import draw_page
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.law.access import Relation, Section, Verb
from kring.law.ways import NETWORK, WITH_A_DESK
from kring.portals import ahead, over, stopping, unread
from kring.portals.course import Course
from kring.portals.one_child import OneChild
from kring.portals.small_ahead import drawn_steps
from kring.rights import given, hearing, letting_go
from kring.rights.decided import told_to_the_child
from kring.rights.faces import drawn, faces
from kring.rights.lately import lately
from kring.rights.new_cards import new_cards


@through_door(Section.CIRCLE, small=True)
def child(request: HttpRequest, door: Door) -> HttpResponse:
    """The home of a child, or the page about one; for who is let in only what the child chose to show."""
    visits_too(door, Section.RIGHTS)
    if over.is_over(door) and door.relation is Relation.CHILD:
        return _over(request, door)
    one = OneChild(door, weighs=door.relation is not Relation.CHILD)
    news = unread.news(door) | {"waits": hearing.waits(door)}
    if hearing.is_small(door):
        return render(request, "portals/small.html", _small(request, door, one) | news)
    pages = {Relation.CHILD: "portals/own_page.html", **dict.fromkeys(WITH_A_DESK, "portals/child.html")}
    shown: dict[str, object] = {"child": door.dossier, "one": one, "here": "children", **news}
    if door.relation is Relation.CHILD:
        shown |= {"limited": ahead.limited(one.beside), **_written(door, one)}
        shown |= {"cards": new_cards(door, request.stay), "form": OnceForm(auto_id=False), "grown": of_age_since(door)}  # type: ignore[attr-defined]  # kring.people.presence
    return render(request, pages.get(door.relation, "portals/let_in.html"), shown)


def _over(request: HttpRequest, door: Door) -> HttpResponse:
    """The home of a child whose help ended: what stays, whom it can call, and what it can end (R7, C139)."""
    shown: dict[str, object] = {"child": door.dossier, "over": over.of_the_child(door), "grown": of_age_since(door)}
    shown["waits"] = hearing.waits(door)
    if hearing.is_small(door):
        one = OneChild(door, weighs=False)
        shown |= {"one": one, "faces": letting_go.chosen(one.beside, one.people)}
        return render(request, "portals/small_over.html", shown)
    return render(request, "portals/over.html", shown)


def _written(door: Door, one: OneChild) -> dict[str, object]:
    """Of whom somebody wrote of late, as its own word, that it chose otherwise, or chose anew."""
    names, told = {who.key: who.name for who in one.people}, lately(door, on=clock.today())
    between = told.between(names, one.named, one.rests)
    again = told.chosen({who.member: who.name for who in one.beside}, one.named)
    return {"ended": [*told.ended(names, one.named), *between], "again": again}


def _small(request: HttpRequest, door: Door, one: OneChild) -> dict[str, object]:
    """The home of a small child: who is there for it, and what somebody wrote down that it may not have said."""
    now = {who.member for who in one.beside}
    there = {who.key: who.name for who in one.people if who.key not in now}
    told = lately(door, on=clock.today())
    again = told.chosen({who.member: who.name for who in one.beside}, one.named)
    between = told.between({who.member: who.name for who in one.beside}, one.named, one.rests)
    ended = [(drawn(name), name, it) for name, it in (*told.ended(there), *between, *again)]
    figures, limited = letting_go.chosen(one.beside, one.people), ahead.limited(one.beside)
    return {
        "child": door.dossier,
        "one": one,
        "faces": figures,
        "limited": limited,
        "cards": new_cards(door, request.stay),  # type: ignore[attr-defined]  # kring.people.presence
        "sure": not door.actor.is_unsure,
        "ended": ended,
        "form": OnceForm(auto_id=False),
    }


@through_door(Section.CIRCLE, small=True)
def drawing(request: HttpRequest, door: Door) -> HttpResponse:
    """My people, as a small child sees them: figures first, and the circle itself to look at."""
    _only_the_child(door)
    people = reading.people(door, Layer.CHILD)
    circle = mark_safe(draw_page(reading.picture_of(door, people, [])))  # noqa: S308  # draw() cleans and escapes every name
    return render(request, "portals/drawing.html", {"child": door.dossier, "faces": faces(people), "circle": circle})


@through_door(Section.RIGHTS, verb=Verb.CHANGE, ends=True)
def stop(request: HttpRequest, door: Door) -> HttpResponse:
    """Everything the child can stop, in two taps and without a reason."""
    _only_the_child(door)
    one = OneChild(door, weighs=False)
    names = {who.key: who.name for who in one.people}
    entries = [entry for entry in given.entries(door, names) if entry.holds and entry.relation in NETWORK]
    shown: dict[str, object] = {"shares": stopping.shares(door, names), "over": over.is_over(door)}
    chosen = {(row.member_id, row.meaning): row.pk for row in one.named}
    shown |= {
        "serving": [who for who in one.beside if who.serving],
        "others": [(who, chosen.get((who.member, who.meaning.value))) for who in one.beside if not who.serving],
    }
    form = OnceForm(auto_id=False)
    return render(request, "portals/stop.html", {"child": door.dossier, "entries": entries, "form": form, **shown})


@through_door(Section.RIGHTS, verb=Verb.CHANGE, small=True)
def ahead_of_me(request: HttpRequest, door: Door) -> HttpResponse:
    """What happens next, from what there is; and whom to ask."""
    _only_the_child(door)
    visits_too(door, Section.CIRCLE, Section.CONDITIONS)
    one, small = Course(door), hearing.is_small(door)
    steps, workers = ahead.steps(one), hearing.readers(door)
    shown: dict[str, object] = {"child": door.dossier, "one": one, "steps": steps, "form": OnceForm(auto_id=False)}
    shown["meets"] = ahead.meets(door) if one.may_seek else []
    serving = any(who.serving for who in one.beside)
    shown["appointed"] = told_to_the_child(door, serving=serving) if one.may_be_decided else []
    if small:
        worker = workers[0].name if workers else ""
        shown |= {"steps": drawn_steps(one, steps, worker), "worker": worker}
        return render(request, "portals/small/ahead.html", shown)
    return render(request, "portals/ahead.html", shown | {"workers": workers})


def _only_the_child(door: Door) -> None:
    """Pages that speak to the child itself.  Raises `RefusedError`."""
    if door.relation is not Relation.CHILD:
        raise RefusedError
