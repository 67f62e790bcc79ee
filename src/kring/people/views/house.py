"""The pages of the house: teams, colleagues, the fixed contact."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.kit import clock
from kring.people import depending, welcome
from kring.people.acts import house as acts
from kring.people.calling import Calls
from kring.people.entrance import for_colleagues, sent_from, sure
from kring.people.forms import house as forms
from kring.people.models import Person, Post, User
from kring.people.overview import Overview
from kring.people.standing import Standing

HERE = {"here": "organisation"}


@for_colleagues()
def organisation(request: HttpRequest, me: Standing) -> HttpResponse:
    """The house: who to call, which teams, who works where; and what to tell somebody new."""
    house = Overview(me, clock.today())
    begin = [(one, welcome.digits_for(one)) for one in house.told_by_me]
    return render(request, "people/organisation.html", {**HERE, "me": me, "house": house, "begin": begin})


@for_colleagues(changing=True)
def team(request: HttpRequest, me: Standing) -> HttpResponse:
    """A new team."""
    form = forms.NewTeam(request.POST or None)
    if form.is_valid():
        acts.form_team(me.actor, me.organisation, form.cleaned_data["name"], once=form.act)
        messages.success(request, _("Het team %(name)s is er.") % {"name": form.cleaned_data["name"]})
        return redirect("people:organisation")
    return render(request, "people/team.html", {**HERE, "form": form})


@for_colleagues(changing=True)
@sure
def colleague(request: HttpRequest, me: Standing) -> HttpResponse:
    """A new colleague: a post, an account, and a link to choose a password, which leaves by mail."""
    form = forms.NewColleague(request.POST or None, organisation=me.organisation)
    if form.is_valid():
        try:
            user = acts.add_colleague(me.actor, me.organisation, form.colleague, once=form.act)
        except acts.UsedElsewhereError:
            form.add_error("email", _("Dit adres kunnen we hier niet gebruiken. Vraag een ander adres aan je collega."))
        else:
            return _welcomed(request, user)
    return render(request, "people/colleague.html", {**HERE, "form": form})


def _account(me: Standing, person: UUID) -> User:
    here = User.objects.filter(is_active=True, person__posts__organisation=me.organisation).distinct()
    return get_object_or_404(here.select_related("person"), person=person)


@for_colleagues(changing=True)
@sent_from("people:organisation", of=_account)
@sure
def link(request: HttpRequest, me: Standing, user: User) -> HttpResponse:
    """A new link, for who never signed in; whoever did asks for one at the door (password forgotten)."""
    try:
        acts.make_link(me.actor, user)
    except acts.HasPasswordError:
        messages.info(request, _("Deze collega heeft al een wachtwoord. Een nieuw vraag je zelf, bij het aanmelden."))
        return redirect("people:organisation")
    return _welcomed(request, user)


@for_colleagues(changing=True)
@sure
def contact(request: HttpRequest, me: Standing) -> HttpResponse:
    """The fixed contact for trust persons and JIMs, and who steps in (R13)."""
    house = me.organisation
    posts = Post.objects.current(clock.today()).filter(organisation=house).select_related("person")
    fields = ("contact_id", "contact_phone", "deputy_id", "deputy_phone", "officer_reach")
    now = {name.removesuffix("_id"): getattr(house, name) for name in fields}
    form = forms.NamedContact(request.POST or None, initial=now, colleagues=[post.person for post in posts])
    if form.is_valid():
        acts.name_contact(me.actor, house, form.named, once=form.act)
        messages.success(request, _("Het vaste aanspreekpunt is bewaard."))
        return redirect("people:organisation")
    return render(request, "people/contact.html", {**HERE, "form": form})


@for_colleagues(changing=True)
@sure
def ending(request: HttpRequest, me: Standing, post: UUID) -> HttpResponse:
    """Someone stops with a task here: today, or with a last day that is said beforehand."""
    held = Post.objects.current(clock.today()).filter(organisation=me.organisation)
    ends = get_object_or_404(held.select_related("person", "team", "organisation"), pk=post)
    form = forms.EndOfPost(request.POST or None, post=ends, on=clock.today())
    if form.is_valid() and (said := _ended(me, ends, form)):
        messages.success(request, said)
        return redirect("people:organisation")
    shown = {"form": form, "post": ends, "role": forms.ROLE_WORDS[ends.role], "children": depending.on(ends)}
    shown |= {"called_as": [one for one in Calls if getattr(me.organisation, f"{one.value}_id") == ends.person_id]}
    return render(request, "people/ending.html", {**HERE, **shown})


def _ended(me: Standing, post: Post, form: forms.EndOfPost) -> str:
    """What was done, in words; nothing when it could not be: then the form says why."""
    told = {"name": post.person.call_name, "day": date_format(form.last_day, "j F Y") if form.last_day else ""}
    try:
        if form.at_once:
            acts.end_post(me.actor, post, on=clock.today(), once=form.act)
            return _("%(name)s stopt met deze taak.") % told
        acts.plan_end(me.actor, post, form.last_day, once=form.act)
    except acts.LastKeyError:
        form.add_error(None, _("Niemand zou Kring hier nog beheren. Geef eerst een collega deze taak."))
    except acts.EndedError:
        form.add_error(None, _("Een collega stopte deze taak net. Je hoeft niets meer te doen."))
    else:
        until = _("De laatste dag van %(name)s is %(day)s. Tot dan blijft alles open.")
        return (until if form.last_day else _("%(name)s blijft deze taak doen.")) % told
    return ""


def _welcomed(request: HttpRequest, user: User) -> HttpResponse:
    """The link leaves by mail, or is shown this once, unless the colleague signed in before."""
    person: Person = user.person
    if user.last_login:
        said = _("%(name)s heeft al een wachtwoord, en meldt zich gewoon aan.")
        messages.success(request, said % {"name": person.call_name})
        return redirect("people:organisation")
    shown: dict[str, object] = {"person": person, "email": user.email}
    if not welcome.send(user, request.build_absolute_uri(welcome.link_for(user))):
        shown |= _by_hand(request, user)
    return render(request, "people/welcomed.html", {**HERE, **shown})


def _by_hand(request: HttpRequest, user: User) -> dict[str, object]:
    """The link to hand over, which opens with digits that another tells; of the first of a house with nothing more."""
    here = Post.objects.current(clock.today()).filter(organisation__posts__person=user.person_id)
    tellers = welcome.tellers(here)
    path = welcome.closed_link_for(user) if tellers else welcome.link_for(user)
    return {"address": request.build_absolute_uri(path), "tellers": ", ".join(one.call_name for one in tellers)}
