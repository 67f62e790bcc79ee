"""The circle on paper and as a file: first who will see it, then what may be on it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.access.acts.walls import sides
from kring.access.door import Door
from kring.access.entrance import through_door
from kring.audit.events import Event
from kring.circle import paper, reading
from kring.circle.board import frame, layer_asked
from kring.circle.domains import Layer
from kring.circle.drawing import draw
from kring.circle.forms.taking import Taking
from kring.circle.legend import legend
from kring.circle.paper import Sheet
from kring.circle.picture import Picture
from kring.circle.views.answers import to
from kring.kit import clock
from kring.law.access import Section, sees_every_wall

Press = Callable[[Picture, Sheet], bytes | str]
KINDS: dict[str, tuple[str, Press]] = {
    "pdf": ("application/pdf", paper.pdf),
    "png": ("image/png", paper.png),
    "svg": ("image/svg+xml", paper.svg),
}


@through_door(Section.CIRCLE)
def take(request: HttpRequest, door: Door) -> HttpResponse:
    """Who sees this at home?  Then: what may be on it, with a look at it beforehand."""
    layer = layer_asked(request)
    if "who" not in request.GET:
        return render(request, "circle/take.html", frame(door, layer))
    form = _asked(request, door)
    if not form.is_valid():
        asks = {**frame(door, layer), "sides": form.sides}
        return render(request, "circle/take_where.html", asks) if form.asks_side else redirect(to("take", door, layer))
    picture = _sifted(door, form, layer)
    looks = draw(picture, names=form.cleaned_data["names"], rings=form.rings)
    told = {"form": form, "who": form.cleaned_data["who"].value, "looks": looks, "empty": not picture.dots}
    return render(request, "circle/taking.html", {**frame(door, layer), **told})


@through_door(Section.CIRCLE)
def print_page(request: HttpRequest, door: Door) -> HttpResponse:
    """One sheet of A4, with room to write by hand."""
    layer = layer_asked(request)
    form = _asked(request, door)
    if not form.is_valid():
        return redirect(to("take", door, layer))
    picture = _sifted(door, form, layer)
    looks = draw(picture, names=form.cleaned_data["names"], rings=form.rings)
    _tell(door, form, "print")
    told = {"looks": looks, "key": legend(picture, rings=form.rings), "today": clock.today(), "rings": form.rings}
    return render(request, "circle/print.html", {**frame(door, layer), **told})


@through_door(Section.CIRCLE)
def file(request: HttpRequest, door: Door, kind: str) -> HttpResponse:
    """The sheet as a file whose name says nothing."""
    layer = layer_asked(request)
    form = _asked(request, door)
    if not form.is_valid():
        return redirect(to("take", door, layer))
    content, press = KINDS[kind]
    picture = _sifted(door, form, layer)
    sheet = Sheet(
        names=form.cleaned_data["names"], rings=form.rings, day=clock.today(), practice=settings.KRING_PRACTICE
    )
    try:
        made = press(picture, sheet)
    except paper.PaperError:
        words = {"sentence": _("Het blad is niet gelukt. Probeer het straks nog eens, of druk de bladzijde zelf af.")}
        return render(request, "circle/unmade.html", {**frame(door, layer), **words}, status=503)
    _tell(door, form, kind)
    return HttpResponse(
        made, content_type=content, headers={"Content-Disposition": f'attachment; filename="kring.{kind}"'}
    )


def _asked(request: HttpRequest, door: Door) -> Taking:
    """Of who sees only one side the circle holds no other: that one is not asked to which home it goes."""
    return Taking.of(request.GET, sides(door.dossier.pk) if sees_every_wall(door.relation) else ())


def _sifted(door: Door, form: Taking, layer: Layer) -> Picture:
    picture = form.sifted(reading.picture(door, layer))
    return reading.on_a_side(picture, form.wall) if form.wall else picture


def _tell(door: Door, form: Taking, kind: str) -> None:
    """The log knows that a sheet left, for whom and how; never what stood on it."""
    shown = sorted(form.cleaned_data["shown"])
    codes = (kind, form.cleaned_data["who"].value, form.cleaned_data["names"].value, *shown)
    with door.writes(Event.CIRCLE_TAKEN_ALONG, once=None, codes=codes):
        pass
