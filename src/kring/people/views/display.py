"""How pages are shown: for everyone, also without an account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.cache import never_cache

from kring.kit.display import Display
from kring.kit.onward import onward
from kring.people.forms import display as forms
from kring.people.presence import begins_anew, opens_locked


@begins_anew
@opens_locked
@never_cache
def display(request: HttpRequest) -> HttpResponse:
    """Letters, colours, language, read aloud: kept by this browser, and by nobody else."""
    language = translation.get_language()
    form = forms.Display(request.POST or None, initial=forms.Display.of(Display.of(request), language))
    if form.is_valid():
        response = redirect(onward(request))
        form.chosen.remember(response, language=form.cleaned_data.get("language", language))
        return response
    return render(request, "people/display.html", {"form": form, "next": onward(request)})
