"""Two sides of one circle that know nothing of each other; each move is said before it is made (R16)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.acts import walls
from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.page import show
from kring.circle.acts.walls import put
from kring.law.access import Section
from kring.rights import sides as reading
from kring.rights import sides_forms as forms


@through_door(Section.RIGHTS)
def sides(request: HttpRequest, door: Door) -> HttpResponse:
    """Who stands where; or the names of the two sides, while there are none."""
    reading.only_who_builds(door)
    here = reading.by_side(door)
    form = None if here else forms.Build(request.POST or None)
    if form and form.is_valid():
        walls.build(door, [form.cleaned_data["one"], form.cleaned_data["other"]], once=form.act)
        return redirect("rights:sides", door.dossier.pk)
    return show(request, door, "rights/sides.html", form=form, sides=here)


@through_door(Section.RIGHTS)
def side(request: HttpRequest, door: Door) -> HttpResponse:
    """Put somebody on a side: first what changes for whom, then yes."""
    reading.only_who_builds(door)
    here = walls.sides(door.dossier.pk)
    if not here:
        raise RefusedError
    form = forms.Put(request.POST or None, people=reading.standings(door), sides=here)
    if form.is_valid():
        if form.cleaned_data["sure"]:
            put(door, form.standing.toward, form.wall, act=form.act)
            messages.success(request, _("Het is zo vanaf nu. Wat iemand al las, blijft geweten."))
            return redirect("rights:sides", door.dossier.pk)
        left, come = form.changes
        return show(request, door, "rights/side_sure.html", form=form, left=left, come=come)
    return show(request, door, "rights/side.html", form=form)
