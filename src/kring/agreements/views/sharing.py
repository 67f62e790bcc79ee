"""What may be told to whom, what a parent reads of it, and an agreement on paper."""

from dataclasses import replace
from uuid import UUID, uuid5

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.access.acts import answering, protecting
from kring.access.acts.owning import waits_for_the_youth
from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.page import show
from kring.access.readers import Other
from kring.agreements import forms_of_knowing as forms
from kring.agreements import knowing, lows, reading, shown
from kring.agreements.acts import agreeing, making, telling
from kring.agreements.models import Point, Yes
from kring.agreements.pact import Pact
from kring.agreements.paper import Paper
from kring.agreements.wording import Voice
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.kit.sentences import sentence
from kring.kit.sheets import SheetError
from kring.law.access import Relation, Section, Verb
from kring.law.standing import BY_A_PARENT
from kring.people.devices import is_new
from kring.rights.house import house_of


@through_door(Section.AGREEMENTS, verb=Verb.CHANGE)
def knows(request: HttpRequest, door: Door, pact: UUID, listener: int) -> HttpResponse:
    """Of one listener, subject by subject: yes, no, or ask me first.  The child's own answers, and no second list."""
    found, one = _listener(door, pact, listener)
    after = _right_after(request, found)
    child = "" if door.relation is Relation.CHILD else door.dossier.call_name
    form = forms.Knows(request.POST or None, child=child, answered=knowing.answered(door, one.member))
    if form.is_valid():
        to = telling.Towards(member=one.member, expressed=form.expressed, waits=_waits(request, door))
        if _kept(form, lambda: telling.tell(door, to, form.news, act=form.act)):
            if after is not None:
                agreeing.asked_after(door, after, act=uuid5(form.act, "after"))
            messages.success(request, _later(door, to) or _("Bewaard. Je kan dit altijd veranderen."))
            return redirect(_after(door, found, listener, in_turn=after is not None))
    return show(request, door, "agreements/knows.html", pact=found, one=one, form=form, after=after)


@through_door(Section.AGREEMENTS, verb=Verb.CHANGE)
def parents(request: HttpRequest, door: Door, pact: UUID) -> HttpResponse:
    """Which parents may come in, and how much each of them reads of this agreement."""
    found = _made(door, pact)
    rows = reading.points(door, found, found.versions[-1].row.number or 0)
    over = found.over_since is not None
    seen = knowing.parents(door, () if over else rows)
    return show(request, door, "agreements/parents.html", pact=found, parents=seen, over=over)


@through_door(Section.AGREEMENTS, verb=Verb.CHANGE)
def share(request: HttpRequest, door: Door, pact: UUID, toward: UUID) -> HttpResponse:
    """Point by point: may this parent read it?  Nothing is ticked by itself (A87)."""
    found, parent = _standing(door, pact), _parent(door, toward)
    rows = [row for row in reading.points(door, found, found.versions[-1].row.number or 0) if shown.may_go(row)]
    reads = {row.pk for row in rows if parent.reads_if(row.item, parent.standing.answers)}
    child = "" if door.relation is Relation.CHILD else door.dossier.call_name
    form = forms.Share(request.POST or None, points=_offered(door, rows), reads=reads, child=child)
    if form.is_valid():
        to = telling.Towards(member=toward, expressed=form.expressed, waits=_waits(request, door))
        if _kept(form, lambda: telling.share(door, to, form.news, act=form.act)):
            only = _("Bewaard. %(name)s leest dit, en niets anders.") % {"name": parent.name}
            unsure = _("Bewaard. %(name)s leest dit zodra een begeleider nakeek wie dat is.") % {"name": parent.name}
            sure = only if toward in parent.confirmed else unsure
            messages.success(request, _later(door, to) or sure)
            return redirect("agreements:parents", door.dossier.pk, pact)
    return show(request, door, "agreements/share.html", pact=found, parent=parent, form=form)


@through_door(Section.AGREEMENTS)
def paper(request: HttpRequest, door: Door, pact: UUID) -> HttpResponse:
    """On paper: for the child, for the person, or for a parent what it may read."""
    whom = request.GET.get("for", "")
    try:
        pdf = _paper(door, pact, whom).pdf()
    except SheetError:
        messages.error(request, _("De PDF lukte niet. Probeer het straks opnieuw."))
        return redirect("agreements:agreement", door.dossier.pk, pact)
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="kring.pdf"'
    return answer


def _paper(door: Door, pact: UUID, whom: str) -> Paper:
    child = door.dossier.call_name
    if door.relation in BY_A_PARENT:
        return _for_a_parent(door, pact)
    found = _made(door, pact)
    if whom not in {"", "child", "person"}:
        return _for_a_parent(knowing.seen_by(door, _parent(door, _key(whom))), pact)
    own, all_of_it = reading.voice(door, found.member), making.may_make(door)
    voice = Voice(whom) if whom else own
    if voice is not own and not all_of_it:
        raise RefusedError  # a sheet that speaks as the child or the person is whole, and of who holds it
    if voice is Voice.PERSON and (found.over_since or protecting.is_restricted(door.dossier.pk, member=found.member)):
        raise RefusedError  # of what is over, and while contact is restricted, no paper is made for that person (R28)
    version = found.held or found.versions[-1]
    rows = reading.points(door, found, version.row.number or 0)
    sheet = Paper(child=child, name=found.name, parts=reading.parts(rows, voice, child), version=version, voice=voice)
    hears = knowing.may_tell(door, rows, version, voice)
    calls = lows.callers(door) if voice is Voice.PERSON else ()
    much = reading.how_much(door, rows, own)
    return replace(sheet, hears=hears, how_much=much, house=house_of(door).name, calls=calls)


def _for_a_parent(door: Door, pact: UUID) -> Paper:
    one = shown.shared(door).get(pact)
    if one is None:
        raise RefusedError
    child = door.dossier.call_name
    parts = reading.parts(one.points, Voice.OTHER, child)
    sheet = Paper(child=child, name=one.name, parts=parts, for_a_parent=True, proposed=not one.agreed)
    return replace(sheet, house=house_of(door).name, calls=lows.callers(door))


def _made(door: Door, pact: UUID) -> Pact:
    found = reading.pact(door, pact)
    if not found.versions:
        raise RefusedError
    return found


def _right_after(request: HttpRequest, pact: Pact) -> Yes | None:
    """The yes of the child, where it is asked right after it; only on the day it was said, and while it is the last."""
    said = pact.latest.child if pact.latest and "on" in request.GET else None
    return said if said is not None and clock.day(said.item.made_at) == clock.today() else None


def _after(door: Door, pact: Pact, listener: int, *, in_turn: bool) -> str:
    """Right after the yes of the child, of each listener in turn; else back to the agreement."""
    asks = knowing.next_to_ask(door, pact, listener) if in_turn else None
    if asks is not None:
        return reverse("agreements:knows", args=[door.dossier.pk, pact.key, asks]) + "?on=1"
    return reverse("agreements:agreement", args=[door.dossier.pk, pact.key])


def _standing(door: Door, pact: UUID) -> Pact:
    found = _made(door, pact)
    if found.over_since is not None:
        raise RefusedError  # of what is over nothing more goes to a parent
    return found


def _listener(door: Door, pact: UUID, listener: int) -> tuple[Pact, knowing.Hears]:
    found = _standing(door, pact)
    rows = reading.points(door, found, found.versions[-1].row.number or 0)
    listed = knowing.hears(door, rows, mine=door.relation is Relation.CHILD)
    one = next((one for one in listed if one.number == listener), None)
    if one is None or not making.may_make(door):
        raise RefusedError
    return found, one


def _parent(door: Door, toward: UUID) -> Other:
    found = next((one for one in knowing.parents(door, ()) if toward in one.other.members), None)
    if found is None or not making.may_make(door):
        raise RefusedError
    return found.other


def _key(told: str) -> UUID:
    try:
        return UUID(told)
    except ValueError:
        raise RefusedError from None


def _offered(door: Door, rows: list[Point]) -> list[tuple[UUID, object]]:
    voice = Voice.CHILD if door.relation is Relation.CHILD else Voice.OTHER
    parts = reading.parts(rows, voice, door.dossier.call_name)
    return [(line.row.pk, forms.offered(said, line)) for part in parts for said in part.points for line in said.lines]


def _waits(request: HttpRequest, door: Door) -> bool:
    return waits_for_the_youth(door) or (door.relation is Relation.CHILD and is_new(request, door.me))


def _later(door: Door, to: telling.Towards) -> str:
    """What is said of a yes that waits; nothing where it does not."""
    code = "answer.waits" if door.relation is Relation.CHILD else "answer.waits-for-the-youth"
    return str(sentence(code, child=door.dossier.call_name)) if to.waits else ""


def _kept(form: OnceForm, keep: forms.Act) -> bool:
    """Keep it, or say on the form why it cannot be."""
    try:
        keep()
    except answering.MayNotAnswer as refusal:
        form.add_error(None, sentence(f"why-not.{refusal.why.value}"))
        return False
    return True
