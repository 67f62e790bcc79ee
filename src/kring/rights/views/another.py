"""Another choice talked about, by who works with the child; the choice stays the child's (A118)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.page import show
from kring.law.access import Relation, Section
from kring.rights.acts import another as acts
from kring.rights.another_forms import AnotherForm
from kring.rights.models import OtherChoice
from kring.rights.views.steps import only_who_names, readers, spoken


@through_door(Section.RIGHTS)
def another(request: HttpRequest, door: Door, wish: UUID) -> HttpResponse:
    """What was said of it, each on its day, which the child reads too; who works with it writes one down."""
    path = only_who_names(door, wish, serves=False)
    works = door.relation is Relation.WORKER
    if request.method == "POST" and not works:
        raise RefusedError
    hand, around = spoken(door, path)
    form = AnotherForm(request.POST or None, child=hand.child)
    if form.is_valid():
        acts.talk(door, path, form.talked, act=form.act)
        messages.success(request, _("Het staat erbij. De keuze van het kind blijft staan."))
        return redirect("rights:another", door.dossier.pk, wish)
    rows = list(door.within(OtherChoice.objects.filter(wish=wish).order_by("-talked_on", "-pk")))
    seen = {"form": form, "rows": rows, "works": works, "name": hand.name, "will_read": readers(door, path, around)}
    return show(request, door, "rights/another.html", path=path, **seen)
