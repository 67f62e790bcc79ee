"""Naming someone, changing one's mind, and the story of both."""

from collections.abc import Iterator
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.access.acts import letting_go
from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import may_name, show
from kring.access.readers import names_of_readers, others
from kring.access.standing import born_on
from kring.access.writing import Filing
from kring.circle import calling
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.law.access import Klass, Relation, Section, Topic, Verb
from kring.law.meaning import Meaning
from kring.law.steps import Step
from kring.rights import facts, forms, reading
from kring.rights.acts import as_said, wishes
from kring.rights.acts.steps import MayNotTake, filing
from kring.rights.as_said_forms import OtherwiseForm
from kring.rights.comparing import ROWS
from kring.rights.decided import told_to_the_child
from kring.rights.denied import choice_is_denied
from kring.rights.hearing import is_small
from kring.rights.house import house_of
from kring.rights.models import Wish
from kring.rights.paths import Path, path_if_it_stands
from kring.rights.people import known, not_known_yet
from kring.rights.places import complaints
from kring.rights.told_apart import told_apart
from kring.rights.written_forms import WrittenWish


@through_door(Section.RIGHTS)
def wish(request: HttpRequest, door: Door) -> HttpResponse:
    """The child says who stands beside it: one step, nothing in between."""
    if not may_name(door):
        raise RefusedError
    people = known(door)
    asked = {name: request.GET.get(name, "") for name in ("name", "meaning")}
    asked["person"] = forms.SOMEONE_ELSE if asked["name"] else request.GET.get("member", "")
    form = _form(door, request.POST or None, initial=asked, people=people)
    if form.is_valid():
        there = wishes.stands_already(door, form.who, form.said)
        wishes.name(door, form.who, form.said, act=form.act)
        messages.success(request, _it_stands(door, again=there is not None))
        for said in _asked_afterwards(door, form):
            messages.info(request, said)
        return redirect("rights:beside", door.dossier.pk)
    chosen = next((one for one in people if str(one.member) == form["person"].value()), None)
    named = calling.as_known(door, others(door), {one.member: one.name for one in people})
    filing = Filing(klass=Klass.OWN_WORDS, topic=Topic.BESIDE_ME)
    will_read = calling.will_read(door, Section.RIGHTS, filing, named)
    seen = {"frame": "kit/page.html", "form": form, "chosen": chosen, "will_read": will_read}  # under the child's hand
    return show(request, door, "rights/wish.html", **seen)


def _it_stands(door: Door, *, again: bool) -> str:
    """It stands there, and may be chosen otherwise; the same from another tab stood there already."""
    child = reading.about(door)
    if again:
        return _("Dit staat er al. Het staat er één keer.")
    if child:
        return _("Het staat er. %(child)s mag altijd anders kiezen.") % {"child": child}
    return _("Het staat er. Je mag altijd anders kiezen.")


def _form(door: Door, sent: QueryDict | None, **options: Any) -> forms.Wish:
    """Under the child's own hand no day holds it up (R1); of another a day that is hardly possible is confirmed."""
    options["born"] = born_on(door.dossier, on=clock.today())
    if door.relation is Relation.CHILD:
        return forms.Wish(sent, mine=True, **options)
    options |= {"too_early": partial(not_known_yet, door), "was_ended": partial(facts.was_ended, door)}
    options["is_denied"] = partial(choice_is_denied, door)
    return WrittenWish(sent, child=door.dossier.call_name, **options)


def _asked_afterwards(door: Door, form: forms.Wish) -> Iterator[str]:
    """What may be a mistake is asked when it stands there: nothing stands in the way of naming somebody (R1)."""
    if form.alike:
        said = _("Is dit dezelfde als %(name)s, die al in de kring staat? Kies dan die naam, en neem deze terug.")
        yield said % {"name": form.alike}
    name = not_known_yet(door, form.who, form.said.on) if door.relation is Relation.CHILD else ""
    if name:
        said = _(
            "Op die dag stond %(name)s hier nog niet in de kring. Het staat er zoals je het zei. Klopt de dag niet?"
        )
        yield said % {"name": name} + " " + _("Kies dan opnieuw, met de juiste dag.")


@through_door(Section.RIGHTS)
def beside(request: HttpRequest, door: Door) -> HttpResponse:
    """Who stands beside the child now, and what it said before."""
    if not reading.knows_wishes(door):
        raise RefusedError
    people, story = reading.story(door, held=True)
    told = {"people": people, "story": story, "house": house_of(door), "form": OnceForm(auto_id=False)}
    told["appointed"] = told_to_the_child(door, serving=any(one.serving for one in people))
    told["works"] = door.relation is Relation.WORKER
    told["told_apart"] = apart = told_apart(door) if any(one.apart for one in people) else []
    told["knows_apart"] = {member for one in apart for member in one.members}
    return show(request, door, "rights/beside.html", small=is_small(door), **told)


@through_door(Section.RIGHTS, verb=Verb.CHANGE, ends=True)
def withdraw(request: HttpRequest, door: Door, wish: UUID) -> HttpResponse:
    """The child chose otherwise: one step, no reason.  A worker writes it down as it was said."""
    stands = None if door.relation is Relation.CHILD else path_if_it_stands(door, wish)
    if stands is not None:
        return _as_said(request, door, stands)
    row = door.within(Wish.objects.filter(pk=wish)).first()
    if row is None:
        raise RefusedError
    if request.method != "POST":
        return redirect("rights:beside", door.dossier.pk)
    return let_go(request, door, row.member_id, Meaning(row.meaning))


def _as_said(request: HttpRequest, door: Door, path: Path) -> HttpResponse:
    """When, how and in which words the child said it; the child reads who wrote it down."""
    name, child = path.wish.called or reading.call_name(door, path.member), door.dossier.call_name
    form = OtherwiseForm(request.POST or None, name=name, child=child)
    if form.is_valid():
        shared = letting_go.shares_what_it_agreed(door, path.member)
        try:
            as_said.end(door, path, form.said, act=form.act)
        except MayNotTake as refusal:
            form.tell(refusal.decision)
        else:
            messages.success(request, _("Het staat er zoals je het schreef. %(child)s leest dat.") % {"child": child})
            messages.info(request, _what_closed(door, path.member, shared=shared))
            return redirect("rights:beside", door.dossier.pk)
    will_read = names_of_readers(door, Section.RIGHTS, filing(path))
    return show(request, door, "rights/as_said.html", form=form, name=name, path=path, will_read=will_read)


@through_door(Section.RIGHTS, verb=Verb.CHANGE, ends=True)
@posted("rights:person", "member")
def end(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """The child ends the serving of its trust person: the same one step.  Nobody does it in its place."""
    reading.standing(door, member)
    if door.relation is not Relation.CHILD:
        return redirect("rights:person", door.dossier.pk, member)
    return let_go(request, door, member, Meaning.TRUST_PERSON)


@through_door(Section.RIGHTS, verb=Verb.CHANGE, small=True)
@posted("rights:beside")
def unsaid(request: HttpRequest, door: Door, said: UUID) -> HttpResponse:
    """The child never said this: one tap, no reason.  A worker taps that it read so, and talked about it."""
    form = OnceForm(request.POST)
    if form.is_valid() and door.relation is Relation.CHILD:
        for told in _put_right(door, as_said.deny(door, said, act=form.act)):
            messages.success(request, told)
    elif form.is_valid():
        as_said.talked_of(door, said, act=form.act)
        messages.success(request, _("Goed dat je erop terugkwam."))
    return redirect("portals:child" if is_small(door) else "rights:beside", door.dossier.pk)


def _put_right(door: Door, it: as_said.Unsaid) -> Iterator[str]:
    """What the child reads after that tap: who reads it, and what stands now."""
    name = {"name": reading.call_name(door, it.member)}
    yield _("Goed dat je het zegt. Je begeleider leest het. Wie het team leidt, ziet dat zoiets gebeurde.")
    if it.step in NOT_SO_NOW:
        yield str(NOT_SO_NOW[it.step])
    elif not it.ended:
        yield (
            _("%(name)s staat daarvoor niet meer naast jou.") % name if not it.stands else _("Jouw eigen keuze blijft.")
        )
    elif it.stands:
        yield _("%(name)s staat weer naast jou. Wat %(name)s mocht weten, blijft dicht tot jij opnieuw ja zegt.") % name
    else:
        yield _("Wil je %(name)s weer naast jou? Kies dan opnieuw, hieronder.") % name


NOT_SO_NOW = {
    Step.WISHED: gettext_lazy("Dat staat er niet meer. Je begeleider kijkt het opnieuw na."),
    Step.ASKED: gettext_lazy("Dat staat er niet meer."),
    Step.TRIED: gettext_lazy("Dat staat er niet meer."),
    Step.BEGAN: gettext_lazy("Dat staat er niet meer."),
    Step.RESUMED: gettext_lazy("De pauze staat er weer."),
    Step.PAUSED: gettext_lazy("Er is nu geen pauze."),
    Step.ANSWERED: gettext_lazy("Er staat nu geen nee. Je begeleider praat er met jou over."),
}


def let_go(request: HttpRequest, door: Door, member: UUID, meaning: Meaning) -> HttpResponse:
    """Write that the child chose otherwise; show what closed by it, and how to take that back."""
    form, over = OnceForm(request.POST), door.dossier.closed_on is not None
    shared = letting_go.shares_what_it_agreed(door, member)
    if form.is_valid() and wishes.withdraw(door, member, meaning, act=form.act, on=clock.today()):
        anew = _("Je koos anders. Wil je het toch terug, dan staat het hieronder met één tik.")
        messages.success(request, _("Je koos anders.") if over else anew)
        messages.info(request, _what_closed(door, member, shared=shared))
    return redirect("portals:child" if over else "rights:beside", door.dossier.pk)


def _what_closed(door: Door, member: UUID, *, shared: bool) -> str:
    """No yes goes on, also not where this person stays as something else: the child says yes again (A126).

    `shared`: it let others read what it agreed with this one.  What it said to that one alone stays said (R14).
    """
    told = {"name": reading.call_name(door, member), "child": reading.about(door)}
    stays = [one.word for one in reading.beside(door) if one.member == member]
    said = [_("Alles waar %(name)s van jou bij mocht, is nu dicht. Je mag opnieuw ja zeggen.")]
    if told["child"]:
        said = [_("Alles waar %(name)s van %(child)s bij mocht, is nu dicht. %(child)s mag opnieuw ja zeggen.")]
    elif letting_go.is_left_unread(door, member):
        words = _("Waar %(name)s van jou bij mocht, is nu dicht. Behalve dit: wat je alleen tegen %(name)s zei.")
        said = [words, _("Dat kan %(name)s nog lezen. Je mag opnieuw ja zeggen.")]
    if shared and told["child"]:
        said.append(_("Niemand leest nog de afspraken met %(name)s. Wat %(child)s deelde, deelt %(child)s opnieuw."))
    elif shared:
        said.append(_("Niemand leest nog je afspraken met %(name)s. Kies je weer voor %(name)s? Deel ze dan opnieuw."))
    if stays:
        said.append(_("%(name)s blijft wel: %(what)s."))
    said.append(_("Kring stuurt %(name)s niets: spreek af wie het vertelt."))
    return " ".join(said) % {**told, "what": ", ".join(map(str, stays))}


@through_door(Section.RIGHTS)
def meanings(request: HttpRequest, door: Door) -> HttpResponse:
    """What a trust person, a JIM and a supporter may do, beside each other (B117)."""
    return show(request, door, "rights/meanings.html", rows=ROWS, complaints=complaints(house_of(door)))
