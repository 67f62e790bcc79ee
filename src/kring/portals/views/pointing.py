"""Who of the circle somebody is who may come in: saying so, and saying that it is somebody else."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.acts.pointing import is_known
from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.readers import Other
from kring.kit.forms import OnceForm
from kring.kit.sentences import sentence
from kring.law.access import AT_HOME, Relation, Section, Topic, Verb
from kring.law.ways import ALL_WHO_WORK
from kring.people.devices import is_new
from kring.portals import acts, answer_forms, answers, small
from kring.portals.page import show
from kring.portals.unlinked import unlinked
from kring.rights import hearing


@through_door(Section.ANSWERS, verb=Verb.ADD, small=True)
def who_is(request: HttpRequest, door: Door, other: UUID) -> HttpResponse:
    """Someone who may come in and was not pointed out in the circle yet: which of them is it?

    A child that points with pictures asks it by that: nothing opens until a worker confirms it (`access.same`).
    """
    who = answers.someone(door, other, AT_HOME | ALL_WHO_WORK)
    if _reads_the_plan_alone(door, who) and "member" not in request.POST:
        return _closes_the_plan(request, door, who)
    if who.members:
        return redirect("portals:about", door.dossier.pk, min(who.members))
    form = answer_forms.WhoIs(request.POST or None, members=unlinked(door, who))
    if form.is_valid() and _known_here(request, door, form):
        member = acts.point_out(door, who, form.chosen, act=form.act)
        return redirect("portals:about", door.dossier.pk, member)
    offered = form.fields["member"].choices  # type: ignore[attr-defined]  # a field of choices
    seen = {"faces": small.to_point_at(offered), "works": who.relation in ALL_WHO_WORK}
    return show(request, door, "who_is.html", other=who, form=form, workers=hearing.readers(door), **seen)


@through_door(Section.ANSWERS, verb=Verb.ADD, small=True)
def someone_else(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """Who was pointed out as this one of the circle is another: who then, and what changes by it.

    Also with pictures: it opens nothing before a worker confirms who it is, and what was closed stays so.
    """
    who = answers.towards(door, member)
    if who.other is None or not who.may_be_another:
        raise RefusedError
    form = answer_forms.WhoIs(request.POST or None, members=unlinked(door, who.other))
    if form.is_valid() and _known_here(request, door, form):
        to, moved = acts.point_elsewhere(door, who.other, member, form.chosen, act=form.act)
        messages.success(request, _("Het staat er."))
        if moved.stopped:
            said = _("Waar ja stond voor %(name)s, is nu gestopt. Zeg het opnieuw als het nog mag.")
            messages.info(request, said % {"name": who.name})
        return redirect("portals:about", door.dossier.pk, to)
    offered = form.fields["member"].choices  # type: ignore[attr-defined]  # a field of choices
    seen = {"faces": small.to_point_at(offered), "workers": hearing.readers(door)}
    return show(request, door, "someone_else.html", who=who, form=form, **seen)


@through_door(Section.ANSWERS, verb=Verb.ADD)
@posted("portals:known")
def is_so(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """A worker says that it is so: who of the circle the child pointed out.  One tap."""
    if door.relation is not Relation.WORKER or not is_known(door, member):
        raise RefusedError
    form = OnceForm(request.POST)
    if form.is_valid():
        acts.confirm_person(door, member, act=form.act)
        messages.success(request, _("Goed. Dat staat er nu."))
    return redirect("portals:known", door.dossier.pk)


def _reads_the_plan_alone(door: Door, who: Other) -> bool:
    """Whether it stands in, so that the child is asked one thing about it: the plan, open to it until a no (R13)."""
    stands_in = door.relation is Relation.CHILD and who.relation is Relation.FALLBACK_WORKER
    return stands_in and Topic.SAFETY not in who.standing.answers.no_topics


def _closes_the_plan(request: HttpRequest, door: Door, who: Other) -> HttpResponse:
    """The child says no to one that stands in, in one tap, also on a device that Kring does not know: it closes."""
    form = OnceForm(request.POST or None)
    if form.is_valid():
        acts.close_the_plan(door, who, act=form.act)
        messages.success(request, _("Goed. %(name)s leest je plan niet.") % {"name": who.name})
        return redirect("portals:known", door.dossier.pk)
    return show(request, door, "no_to_a_stand_in.html", other=who, form=form, member=min(who.members, default=None))


def _known_here(request: HttpRequest, door: Door, form: answer_forms.WhoIs) -> bool:
    """Whether this is done here; else the form says where.

    What is about one of the circle opens to who that is.  Who has the phone or the card of a child for a moment would
    point out somebody as whom it likes: on a device not seen before it waits for one that is known, or for a worker.
    """
    if door.relation is Relation.CHILD and is_new(request, door.me):
        form.add_error(None, sentence("why-not.new_device_points_out"))
        return False
    return True
