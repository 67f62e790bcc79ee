"""Writing an agreement down: begun, typed on short pages, looked over and made; or left."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import show
from kring.access.readers import Other, names_of_each
from kring.agreements import forms, lows, reading, typed_on
from kring.agreements.acts import making
from kring.agreements.models import Agreement
from kring.agreements.over import choices
from kring.agreements.wording import Voice
from kring.circle import calling
from kring.circle import reading as circle
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.law import agreements as law
from kring.law.access import Relation, Section, Verb
from kring.people.devices import is_new
from kring.rights import hearing
from kring.rights.places import shelf


@through_door(Section.AGREEMENTS, verb=Verb.CHANGE)
def begin(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """With whom is known; written or aloud, and what of it who works with the child reads."""
    name = circle.names(door, [member]).get(member)
    if name is None or not making.may_make(door):
        raise RefusedError
    made = typed_on.made(door, member)
    if made is not None and not (request.POST or request.GET.get("again")):
        return redirect("agreements:agreement", door.dossier.pk, made)
    if choices(door).let_go(member):
        messages.info(request, _let_go(door, name))
        return redirect("agreements:all", door.dossier.pk)
    mine = door.relation is Relation.CHILD
    form = forms.Begin(request.POST or None, mine=mine, initial=typed_on.before(door, member))
    if form.is_valid():
        told, reads = law.Told(form.cleaned_data["told"]), law.Reads(form.cleaned_data.get("reads") or law.Reads.ALL)
        new = making.Begun(meaning=typed_on.meaning(door, member), told=told, reads=reads)
        row = making.begin(door, member, new, act=form.act, on=clock.today())
        return redirect("agreements:step", door.dossier.pk, row.pact, 1)
    return show(request, door, "agreements/begin.html", form=form, name=name, made=made, shelf=shelf(door))


@through_door(Section.AGREEMENTS, verb=Verb.CHANGE)
def step(request: HttpRequest, door: Door, pact: UUID, step: int) -> HttpResponse:
    """One short page; what stands there is kept when one goes on, back, or away."""
    here = typed_on.Here(door, reading.typing(door, pact), step)
    form, days = here.form(request.POST or None), here.days(request.POST or None)
    if form.is_valid() and (days is None or days.is_valid()):
        making.keep(door, here.row, form.values, days.days if days else {})
        return redirect(here.after(request.POST.get("go", "on")))
    return show(
        request, door, "agreements/step.html", here=here, form=form, days=days, wrong=form if form.errors else days
    )


@through_door(Section.AGREEMENTS, verb=Verb.CHANGE)
def ready(request: HttpRequest, door: Door, pact: UUID) -> HttpResponse:
    """All of it once more, with who will read it by name; then it stands there, to say yes to (R20)."""
    row, form = reading.typing(door, pact), OnceForm(request.POST or None)
    if form.is_valid():
        if choices(door).over_since(row):
            return redirect(reverse("agreements:begin", args=[door.dossier.pk, row.member_id]) + "?again=1")
        waits = door.relation is Relation.CHILD and is_new(request, door.me)
        making.make(door, row, act=form.act, on=clock.today(), waits=waits)
        said = _("Het staat er. Het geldt nog niet. Zeg nu elk ja, als het zo goed is.")
        messages.success(request, said)
        return redirect("agreements:agreement", door.dossier.pk, row.pact)
    seen = typed_on.Over(door, row)
    filings = [making.filing_of(row, part) for part in typed_on.BOTH]
    everyone = calling.all_others(door)
    will_read = [_both(row, everyone, one) for one in names_of_each(door, Section.AGREEMENTS, filings, everyone)]
    return show(request, door, "agreements/ready.html", seen=seen, form=form, will_read=will_read)


def _both(row: Agreement, everyone: Sequence[Other], names: Sequence[str]) -> list[str]:
    """With whom it is agreed first, once: also where that one comes in under another name than it is called here."""
    itself = {one.name for one in everyone if row.member_id in one.members}
    return [row.called, *(name for name in names if name not in {row.called, *itself})]


@through_door(Section.AGREEMENTS, verb=Verb.CHANGE)
@posted("agreements:all")
def leave(request: HttpRequest, door: Door, pact: UUID) -> HttpResponse:
    """Not now after all."""
    row, form = reading.typing(door, pact), OnceForm(request.POST)
    if form.is_valid():
        making.leave(door, row, act=form.act)
        messages.success(request, _("Weggedaan. Wat er vroeger stond, staat er nog."))
    return redirect("agreements:all", door.dossier.pk)


@through_door(Section.AGREEMENTS, small=True)
def low(request: HttpRequest, door: Door, pact: UUID) -> HttpResponse:
    """ "It is not going well now": the way that they chose, and whom else to call.  Nothing is kept of it (C86)."""
    found = reading.pact(door, pact)
    one = lows.way(door, found)
    if one is None or reading.voice(door, found.member) is Voice.OTHER:
        raise RefusedError
    seen: dict[str, object] = {"pact": found, "one": one, "numbers": lows.other_numbers(door.relation)}
    if door.relation is Relation.CHILD:
        (one,) = lows.as_it_is(door, [one])
        seen |= {"one": one, "road": lows.second_road(door, [one]), "later": one.later}
    else:
        seen["callers"] = lows.callers(door)
    return show(request, door, "agreements/low.html", small=hearing.is_small(door), **seen)


def _let_go(door: Door, name: str) -> str:
    if door.relation is Relation.CHILD:
        return _("Kies %(name)s eerst opnieuw. Dan kunnen jullie iets afspreken.") % {"name": name}
    said = {"name": name, "child": door.dossier.call_name}
    return _("Afspraken met %(name)s kunnen pas als %(child)s opnieuw %(name)s kiest.") % said
