"""The first page of who came in by a link; "this is not me"; and an account in place of the link."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST  # noqa: TID251  # the same for everyone and for every id

from kring.access import acts, links
from kring.kit.forms import OnceForm
from kring.kit.pages import not_found
from kring.law.access import Relation
from kring.law.transfers import SERVICES
from kring.people.actors import actor_of
from kring.people.acts import attempts, stays
from kring.people.leaving import leaves_nothing
from kring.rights import way_forms


@never_cache
def welcome(request: HttpRequest) -> HttpResponse:
    """Who let you in, as a first name and nothing more; on to the own home, or not me."""
    actor = actor_of(request)
    opened = links.opened_by(actor) if actor and actor.way else []
    if not opened:
        return redirect("portals:today")
    shown = {"opened": opened, "may_have_account": acts.may_have_account(opened), "form": OnceForm(auto_id=False)}
    shown["of_a_service"] = all(Relation(one.relation) in SERVICES for one in opened)
    return render(request, "rights/welcome.html", shown)


@leaves_nothing
@never_cache
@require_POST
def not_me(request: HttpRequest) -> HttpResponse:
    """The link came to somebody else: nothing is shown any more, and who gave it reads that."""
    actor = actor_of(request)
    if actor is None or actor.way is None:
        return not_found(request)
    acts.disown(actor)
    logout(request)
    return render(request, "rights/not_me.html")


@never_cache
def account(request: HttpRequest) -> HttpResponse:
    """An account of one's own, for who comes more often: then the link is over."""
    actor = actor_of(request)
    opened = links.opened_by(actor) if actor and actor.way else []
    if actor is None or not acts.may_have_account(opened):
        return not_found(request)
    user = opened[0].way.person.user
    form = way_forms.Account(request.POST or None, user=user)
    if form.is_valid():
        whom = str(actor.way)
        if not attempts.may_try(request, "mail", whom):
            form.add_error(None, way_forms.WAIT)
            return render(request, "rights/account.html", {"form": form})
        try:
            facts = form.cleaned_data
            user = acts.have_account(actor, user, facts["email"], facts["password"], once=form.act)
        except acts.TakenError:
            attempts.failed(request, "mail", whom)  # else a link would tell who else has an account
            form.add_error("email", way_forms.NOT_THIS_ADDRESS)
        else:
            stays.come_in(request, user)
            return redirect("arriving:second")
    return render(request, "rights/account.html", {"form": form})


@never_cache
def second(request: HttpRequest) -> HttpResponse:
    """The account is there: now something that only its owner has beside the password."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    return render(request, "rights/second.html")
