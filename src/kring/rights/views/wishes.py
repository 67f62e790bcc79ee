"""Naming someone, changing one's mind, and the story of both."""

from collections.abc import Iterator
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import may_name, show
from kring.access.readers import others
from kring.access.writing import Filing
from kring.circle import calling
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.law.access import Klass, Section, Topic, Verb
from kring.law.meaning import Meaning
from kring.rights import forms, reading
from kring.rights.acts import wishes
from kring.rights.comparing import ROWS
from kring.rights.models import Wish
from kring.rights.people import known, not_known_yet
from kring.rights.places import complaints


@through_door(Section.RIGHTS)
def wish(request: HttpRequest, door: Door) -> HttpResponse:
    """The child says who stands beside it: one step, nothing in between."""
    if not may_name(door):
        raise RefusedError
    people = known(door)
    asked = {"person": request.GET.get("member", ""), "meaning": request.GET.get("meaning", "")}
    form = forms.Wish(request.POST or None, initial=asked, people=people)
    if form.is_valid():
        wishes.name(door, form.who, form.said, act=form.act)
        messages.success(request, _("Het staat er. Je mag altijd anders kiezen."))
        for said in _asked_afterwards(door, form):
            messages.info(request, said)
        return redirect("rights:beside", door.dossier.pk)
    chosen = next((one for one in people if str(one.member) == form["person"].value()), None)
    named = calling.as_known(door, others(door), {one.member: one.name for one in people})
    filing = Filing(klass=Klass.OWN_WORDS, topic=Topic.BESIDE_ME)
    will_read = calling.will_read(door, Section.RIGHTS, filing, named)
    seen = {"frame": "kit/page.html", "form": form, "chosen": chosen, "will_read": will_read}  # under the child's hand
    return show(request, door, "rights/wish.html", **seen)


def _asked_afterwards(door: Door, form: forms.Wish) -> Iterator[str]:
    """What may be a mistake is asked when it stands there: nothing stands in the way of naming somebody (R1)."""
    if form.alike:
        said = _("Is dit dezelfde als %(name)s, die al in de kring staat? Kies dan die naam, en neem deze terug.")
        yield said % {"name": form.alike}
    name = not_known_yet(door, form.who, form.said.on)
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
    house = reading.house(door)
    return show(
        request, door, "rights/beside.html", people=people, story=story, house=house, form=OnceForm(auto_id=False)
    )


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
@posted("rights:beside")
def withdraw(request: HttpRequest, door: Door, wish: UUID) -> HttpResponse:
    """The child chose otherwise: one step, no reason."""
    row = door.within(Wish.objects.filter(pk=wish)).first()
    if row is None:
        raise RefusedError
    return let_go(request, door, row.member_id, Meaning(row.meaning))


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
@posted("rights:person", "member")
def end(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """The child ends the serving of its trust person: the same one step."""
    reading.standing(door, member)
    return let_go(request, door, member, Meaning.TRUST_PERSON)


def let_go(request: HttpRequest, door: Door, member: UUID, meaning: Meaning) -> HttpResponse:
    """Write that the child chose otherwise; show what closed by it, and how to take that back."""
    form = OnceForm(request.POST)
    if form.is_valid() and wishes.withdraw(door, member, meaning, act=form.act, on=clock.today()):
        messages.success(request, _("Je koos anders. Wil je het toch terug, dan staat het hieronder met één tik."))
        messages.info(request, _what_closed(door, member))
    return redirect("rights:beside", door.dossier.pk)


def _what_closed(door: Door, member: UUID) -> str:
    """No yes goes on, also not where this person stays as something else: the child says yes again (A126)."""
    name = reading.call_name(door, member)
    stays = [one.word for one in reading.beside(door) if one.member == member]
    said = _("Alles waar %(name)s van jou bij mocht, is nu dicht. Je mag opnieuw ja zeggen.") % {"name": name}
    if stays:
        said += " " + _("%(name)s blijft wel: %(what)s.") % {"name": name, "what": ", ".join(map(str, stays))}
    return said + " " + _("Kring stuurt %(name)s niets: spreek af wie het vertelt.") % {"name": name}


@through_door(Section.RIGHTS)
def meanings(request: HttpRequest, door: Door) -> HttpResponse:
    """What a trust person, a JIM and a supporter may do, beside each other (B117)."""
    return show(request, door, "rights/meanings.html", rows=ROWS, complaints=complaints(reading.house(door)))
