"""Where somebody can turn to: kept by who leads a team or runs the house, read by every colleague."""

from uuid import UUID

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.kit.forms import OnceForm
from kring.kit.pages import not_found
from kring.people.acts import advice as acts
from kring.people.entrance import for_colleagues, sent_from
from kring.people.models import Adviser
from kring.people.standing import Standing
from kring.rights.places import known, shown
from kring.support import forms
from kring.support.advice import not_on_the_list
from kring.support.page import for_keepers

HERE = {"here": "organisation"}


def _row(me: Standing, adviser: UUID) -> Adviser:
    return get_object_or_404(Adviser, pk=adviser, organisation=me.organisation)


@for_colleagues()
def advice(request: HttpRequest, me: Standing) -> HttpResponse:
    """The list of the house, what Kring proposes, and on whom one falls back when the case has closed."""
    keeps = me.may_see_colleagues
    if request.method == "POST" and not keeps:
        return not_found(request)
    proposed = not_on_the_list(me.organisation)
    chosen = next((one.initial for one in proposed if one.name == request.GET.get("from")), {})
    form = forms.Adviser(request.POST or None, initial=chosen)
    if form.is_valid():
        acts.add(me.actor, me.organisation, form.advice, once=form.act)
        messages.success(request, _("Het staat op de lijst."))
        return redirect("around:advice")
    rows = list(Adviser.objects.filter(organisation=me.organisation).order_by("name", "pk"))
    seen = {"rows": list(zip(rows, shown(rows), strict=True)), "known": [known(one) for one in proposed]}
    lasts = forms.Lasting(initial={"lasting": me.organisation.lasting}, auto_id="lasting_%s")
    return render(
        request, "support/advice.html", {**HERE, **seen, "form": form, "lasts": lasts, "me": me, "keeps": keeps}
    )


@for_colleagues()
@for_keepers
def adviser(request: HttpRequest, me: Standing, adviser: UUID) -> HttpResponse:
    """Somebody looked at one again."""
    row = _row(me, adviser)
    form = forms.Adviser(request.POST or None, initial=model_to_dict(row))
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or row.version
            acts.change(me.actor, row, form.advice, version=version, once=form.act)
        except acts.ChangedError:
            form.add_error(None, _("Een collega veranderde dit net. Kijk na wat er nu staat."))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("around:advice")
    return render(request, "support/adviser.html", {**HERE, "form": form, "row": row, "once": OnceForm(auto_id=False)})


@for_colleagues()
@for_keepers
@sent_from("around:advice", of=_row)
def adviser_removal(request: HttpRequest, me: Standing, row: Adviser) -> HttpResponse:
    """It stands on the list no more."""
    form = OnceForm(request.POST)
    if form.is_valid():
        acts.remove(me.actor, row, once=form.act)
        messages.success(request, _("Het staat niet meer op de lijst."))
    return redirect("around:advice")


@for_colleagues()
@for_keepers
@sent_from("around:advice")
def lasting(request: HttpRequest, me: Standing) -> HttpResponse:
    """On whom who stands beside a child falls back when the case has closed."""
    form = forms.Lasting(request.POST)
    if form.is_valid():
        acts.lasts(me.actor, me.organisation, form.cleaned_data["lasting"], once=form.act)
        messages.success(request, _("Bewaard."))
    else:
        messages.error(request, _("Schrijf op wie er is, hoe, en tot wanneer."))
    return redirect("around:advice")
