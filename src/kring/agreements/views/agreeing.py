"""Reading an agreement, saying yes to it, laying what both expect and two versions side by side, and on paper."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import show
from kring.access.readers import names_of_readers
from kring.access.writing import ITSELF
from kring.agreements import comparing, forms, knowing, lows, reading, shown
from kring.agreements.acts import agreeing, making
from kring.agreements.apart import keeps_apart
from kring.agreements.asked import not_asked
from kring.agreements.models import Yes
from kring.agreements.pact import Pact
from kring.agreements.versions import Version
from kring.agreements.wording import Voice
from kring.circle.domains import Kind
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.kit.sentences import sentence
from kring.law.access import Relation, Section, Verb
from kring.law.agreements import Party, Point
from kring.law.standing import BY_A_PARENT
from kring.law.ways import NETWORK
from kring.people.devices import is_new
from kring.rights import hearing
from kring.rights.people import around
from kring.rights.resting import pause_here, resting

OWN_YES = "agreements.own-yes"
"""Of this ground alone it is told whose yes it is: of the child or of the other one."""


@through_door(Section.AGREEMENTS, small=True)
def all_of_them(request: HttpRequest, door: Door) -> HttpResponse:
    """Every agreement that this visitor reads; for a parent what the child shares of each."""
    if door.relation in BY_A_PARENT:
        child = door.dossier.call_name
        some = shown.shared(door).items()
        shared = [(key, one, reading.parts(one.points, Voice.OTHER, child)) for key, one in some]
        if not shared:
            raise RefusedError
        return show(request, door, "agreements/parent.html", shared=shared)
    pacts, chosen = reading.and_chosen(door)
    if small := hearing.is_small(door):
        pacts = [one for one in pacts if one.latest]  # what is being typed it does not go on with
    with_whom = {one.member for one in pacts}
    may_make = making.may_make(door) and not small
    others = around(door) if may_make else []
    free = [one for one in others if one.key not in with_whom and not chosen.let_go(one.key)]
    people = [one for one in free if one.kind is Kind.PERSON and knowing.is_offered(one, chosen)]
    pause = pause_here(door) if pacts and door.relation in NETWORK else None
    seen = {"pacts": pacts, "people": people, "may_make": may_make, "small": small, "pause": pause}
    guides = door.relation is Relation.NETWORK_GUIDE  # it reads with whom, and not as what that one stands there (R7)
    return show(request, door, "agreements/all.html", guides=guides, **seen)


@through_door(Section.AGREEMENTS, small=True)
def agreement(request: HttpRequest, door: Door, pact: UUID) -> HttpResponse:
    """The agreement itself: the last version, or another one that is asked for."""
    found = reading.pact(door, pact)
    asked = request.GET.get("version", "")
    version = found.version(asked) if asked else found.latest
    if version is None:
        if found.typing and not asked and door.may(found.typing, Verb.CHANGE):
            return redirect("agreements:ready", door.dossier.pk, pact)
        raise RefusedError
    rows = reading.points(door, found, version.row.number or 0)
    voice = reading.voice(door, found.member)
    seen = {
        "pact": found,
        "version": version,
        "parts": reading.parts(rows, voice, door.dossier.call_name),
        "hears": knowing.may_tell(door, rows, version, voice),
        "file": None if version.over_since else knowing.of_the_file(door, found, voice),
        "voice": voice.value,
        "how_much": reading.how_much(door, rows, voice),
        "small": hearing.is_small(door),
        "has_low": voice is not Voice.OTHER and not version.over_since and lows.has_low(door, found, version, rows),
    }
    seen |= _may(door, found, version, empty=not rows and not agreeing.says_something(door, version.row))
    seen |= _rests(door, found, voice) | {"apart": keeps_apart(door, found.row)}
    return show(request, door, "agreements/agreement.html", form=OnceForm(auto_id=False), **seen)


def _rests(door: Door, found: Pact, voice: Voice) -> dict[str, object]:
    """Since when the two rest: as the child knows it, and for the person the pause that it asked itself or was told.

    And whether the person was asked at all, and said yes: before that it reads nothing of this (R9).
    """
    if voice is not Voice.PERSON:
        unasked = found.member in not_asked(door, {found.member}, found.chosen)
        return {"paused_on": resting(door).get(found.member), "unasked": unasked}
    pause = pause_here(door)
    return {"paused_on": pause.since if pause else None}


def _may(door: Door, pact: Pact, version: Version, *, empty: bool) -> dict[str, object]:
    """What the visitor may do with a version: a yes is given to the last one, once something stands in it."""
    mine, last = reading.own_party(door, pact), version is pact.latest and not version.over_since
    yes = last and not empty
    may_make = making.may_make(door) and not hearing.is_small(door)
    pointed = door.actor.is_small  # four pictures are easily seen by another: a yes is no tap behind them
    return {
        "may_make": may_make,
        "may_tell": may_make and not version.over_since,
        "empty": last and empty,
        "may_tap": yes and mine is not None and not (mine in version.said_yes or pointed or pact.may_not_agree),
        "may_write_down": yes and may_make and not version.is_agreed,
        "may_deny": last and not pointed and _written_for_me(door, pact, version) is not None,
    }


@through_door(Section.AGREEMENTS, verb=Verb.ADD)
@posted("agreements:agreement", "pact")
def tap(request: HttpRequest, door: Door, pact: UUID) -> HttpResponse:
    """One of the two says yes, by a tap; or that it never said the yes that stands there."""
    found, form = reading.pact(door, pact), OnceForm(request.POST)
    mine = reading.own_party(door, found)
    if mine is None or found.latest is None or found.over_since:
        raise RefusedError
    if "not_said" in request.POST:
        return _deny(request, door, found, form)
    if found.may_not_agree:
        raise RefusedError
    if form.is_valid():
        waits = mine is Party.CHILD and is_new(request, door.me)
        new = agreeing.Agreed(party=mine, on=clock.today(), waits=waits)
        wrong = _agree(door, found, new, act=form.act)
        for one in wrong:
            messages.error(request, one)
        if not wrong:
            messages.success(request, _("Jouw ja staat erbij."))
            return redirect(_next(door, pact, mine))
    return redirect("agreements:agreement", door.dossier.pk, pact)


def _deny(request: HttpRequest, door: Door, pact: Pact, form: OnceForm) -> HttpResponse:
    """The yes that another wrote down for who reads this was not said: one tap."""
    said = _written_for_me(door, pact, pact.latest)
    if said is None:
        raise RefusedError
    if form.is_valid():
        agreeing.deny(door, pact.row, said, act=form.act)
        messages.success(request, _("Goed dat je het zegt. Die ja is weg. Zo is er niets afgesproken."))
    return redirect("agreements:agreement", door.dossier.pk, pact.key)


def _written_for_me(door: Door, pact: Pact, version: Version | None) -> Yes | None:
    """The yes of the visitor to this version that somebody else wrote down; nothing where it said it itself."""
    mine = reading.own_party(door, pact)
    said = version.said_yes.get(mine) if version and mine else None
    is_written = said is not None and said.expressed != ITSELF and said.item.author_id != door.me
    return said if is_written else None


@through_door(Section.AGREEMENTS, verb=Verb.CHANGE)
def recorded(request: HttpRequest, door: Door, pact: UUID) -> HttpResponse:
    """A yes as somebody heard it."""
    found = reading.pact(door, pact)
    if found.latest is None or found.over_since or found.latest.is_agreed or not making.may_make(door):
        raise RefusedError
    names = {Party.CHILD: door.dossier.call_name, Party.PERSON: found.name}
    own = agreeing.own_party(door)
    stops = own is not Party.CHILD and agreeing.is_untold(door, found.row)
    said = {*found.latest.said_yes, own, *([Party.PERSON] if stops else [])}
    left = [(one.value, names[one]) for one in Party if one not in said]
    form = forms.Recorded(request.POST or None, parties=left)
    if form.is_valid():
        told = form.cleaned_data
        new = agreeing.Agreed(party=Party(told["party"]), on=told["on"], expressed=told["expressed"])
        wrong = _agree(door, found, new, act=form.act)
        for one in wrong:
            form.add_error(None, one)
        if not wrong:
            messages.success(request, _("De ja is opgeschreven."))
            return redirect(_next(door, pact, new.party))
    return show(request, door, "agreements/recorded.html", pact=found, form=form, stops=stops)


@through_door(Section.AGREEMENTS, verb=Verb.ADD)
def react(request: HttpRequest, door: Door, pact: UUID) -> HttpResponse:
    """What the person beside the child expects, and what it says of these agreements."""
    found = reading.pact(door, pact)
    if found.latest is None or reading.own_party(door, found) is not Party.PERSON:
        raise RefusedError
    names = {"name": found.name, "child": door.dossier.call_name}
    form = forms.Reaction(request.POST or None, names=names)
    if form.is_valid():
        if not all(one.is_empty for one in form.values.values()):
            agreeing.react(door, found.latest.row, form.values, act=form.act)
            messages.success(request, _("Het staat erbij."))
        return redirect("agreements:agreement", door.dossier.pk, pact)
    filing = making.filing_of(found.latest.row, Point.REMARK, Party.PERSON.value)
    will_read = names_of_readers(door, Section.AGREEMENTS, filing)
    return show(request, door, "agreements/react.html", pact=found, form=form, will_read=will_read)


@through_door(Section.AGREEMENTS)
def versions(request: HttpRequest, door: Door, pact: UUID) -> HttpResponse:
    """Two versions side by side: what stayed, what changed, what came and what went."""
    found = reading.pact(door, pact)
    seen = comparing.compared(door, found, request.GET.get("from", ""), request.GET.get("to", ""))
    return show(request, door, "agreements/versions.html", pact=found, seen=seen)


def _next(door: Door, pact: UUID, said: Party) -> str:
    """After the yes of the child it is asked of each what that one may know, in turn; else back to the agreement."""
    own = said is Party.CHILD and making.may_make(door) and not hearing.is_small(door)
    asks = knowing.next_to_ask(door, reading.pact(door, pact)) if own else None
    if asks is None:
        return reverse("agreements:agreement", args=[door.dossier.pk, pact])
    return reverse("agreements:knows", args=[door.dossier.pk, pact, asks]) + "?on=1"


def _agree(door: Door, found: Pact, new: agreeing.Agreed, *, act: UUID) -> list[str]:
    """Keep a yes to the last version; or in words why that cannot be."""
    if found.latest is None:
        raise RefusedError
    try:
        agreeing.agree(door, found.latest.row, new, act=act, on=clock.today())
    except agreeing.MayNotAgree as refusal:
        child = "" if door.relation is Relation.CHILD else door.dossier.call_name
        named = {OWN_YES: door.dossier.call_name} if new.party is Party.CHILD else {}
        return [
            str(sentence(one.code, name=named.get(one.code, found.name), child=child, holds=False))
            for one in refusal.decision.against
        ]
    return []
