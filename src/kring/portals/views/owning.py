"""From 18 on the youth takes over what stands here about it, or not yet; a worker writes down what it said."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.acts import owning
from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.law.access import Relation, Section, Verb
from kring.law.taking_over import Said
from kring.portals import forms, grown
from kring.portals.page import show


@through_door(Section.RIGHTS, verb=Verb.CHANGE, ends=True)
def yours(request: HttpRequest, door: Door) -> HttpResponse:
    """What changes and what does not, who reads something now, and one answer: yes, or not yet."""
    seen, mine = grown.seen(door), door.relation is Relation.CHILD
    over = door.dossier.closed_on is not None  # read until then and after; said while the place is open
    if request.method == "POST" and (over or not (mine or seen.may_be_written)):
        raise RefusedError
    form = forms.TakeOver(request.POST or None, child="" if mine else door.dossier.call_name, since=seen.on)
    if form.is_valid():
        owning.say(door, form.saying, once=form.act)
        yes = form.saying.said is Said.YES
        messages.success(request, _("Goed. Dat staat er nu.") if yes else _("Goed. Er verandert niets."))
        return redirect("portals:yours", door.dossier.pk)
    return show(request, door, "yours.html" if mine else "yours_with.html", seen=seen, form=form, over=over)
