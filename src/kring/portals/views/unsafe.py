"""A quiet "I am not safe now"."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door, visits_too
from kring.access.page import show
from kring.agreements import lows
from kring.endings.remaining import turns_to
from kring.law.access import Relation, Section, Verb
from kring.portals import answer_forms, over
from kring.portals.unsafe import cried, cry_to, listeners, told
from kring.rights import hearing, numbers
from kring.rights.acts import said


@through_door(Section.SAID, verb=Verb.ADD, small=True, ends=True)
def unsafe(request: HttpRequest, door: Door) -> HttpResponse:
    """First 112 and 101; then one person to tell, with the hours in which that person reads it."""
    if door.relation is not Relation.CHILD:
        raise RefusedError
    if over.is_over(door):  # nobody works here any more: it says whom to call, and takes no word that nobody reads
        return _after_the_help(request, door)
    people, waits = listeners(door), hearing.waits(door)
    form = answer_forms.Unsafe(request.POST or None, people=people, over=bool(waits.nobody_reads))
    if form.is_valid():
        if form.is_over:
            said.needs_no_more(door, waits.nobody_reads, act=form.act)
            return redirect("portals:child", door.dossier.pk)
        chosen = next(one for one in people if one.person == form.person)
        said.say(door, cry_to(chosen), act=form.act)
        messages.success(request, told(chosen))
        return redirect(request.path)
    if request.method == "POST":  # whom it tapped left a moment ago, say: never silently nothing (R14)
        messages.error(request, _("Niemand kreeg dit bericht. Kies hieronder iemand anders, of bel 112."))
    buttons = [(one, answer_forms.Unsafe(people=people, auto_id=False)) for one in people]
    shown: dict[str, object] = {"buttons": buttons, "numbers": numbers.for_relation(door.relation)}
    shown |= {"waits": waits, "form": form, "over": answer_forms.OVER, "cried": cried(door, waits, people)}
    page = "portals/small/unsafe.html" if hearing.is_small(door) else "portals/unsafe.html"
    return render(request, page, {"child": door.dossier, **shown})


@through_door(Section.AGREEMENTS, small=True)
def not_well(request: HttpRequest, door: Door) -> HttpResponse:
    """ "It is not going well now", one tap from home: to whom the child can turn, and the way that it chose (C86).

    Of late told that somebody stopped: first to whom it can turn now, as they said together (A140).
    """
    if door.relation is not Relation.CHILD:
        raise RefusedError
    visits_too(door, Section.RIGHTS)
    ways = lows.as_it_is(door, lows.ways(door))
    seen: dict[str, object] = {"ways": ways, "later": bool(ways) and ways[0].later, "now": turns_to(door)}
    seen |= {"road": lows.second_road(door, ways), "numbers": lows.other_numbers(door.relation)}
    return show(request, door, "agreements/not_well.html", small=hearing.is_small(door), **seen)


def _after_the_help(request: HttpRequest, door: Door) -> HttpResponse:
    """Whom it can call; and of what it said before, and nobody read, that nobody has to look any more."""
    page = "portals/small/over_unsafe.html" if hearing.is_small(door) else "portals/over_unsafe.html"
    waits = hearing.waits(door)
    form = answer_forms.Unsafe(request.POST or None, people=[], over=bool(waits.nobody_reads))
    if form.is_valid():
        said.needs_no_more(door, waits.nobody_reads, act=form.act)
        return redirect("portals:child", door.dossier.pk)
    seen = {"numbers": numbers.for_relation(door.relation), "over": over.still(door), "waits": waits, "form": form}
    return render(request, page, {"child": door.dossier, "done": answer_forms.OVER, **seen})
