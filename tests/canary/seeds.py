"""Ten leaks, put in on purpose, each in another place: a crawl that does not find all ten proves nothing.

Each takes `patch` and makes one function of the program leak; `who` asks `where` and must not notice what leaks.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, JsonResponse
from django.template import engines
from django.urls import reverse

from kring.circle import paper
from kring.circle.models import Placement
from kring.dossier.models import Dossier, Involvement
from kring.journal.models import Passage
from kring.portals.views import homes
from kring.rights.hearing import Reader

Patch = Callable[[str, Any], None]
"""Puts something in the place of a function, until the test is over."""
EVERYONE_HERE = "{% for one in child.involvements.all %}{{ one.person.call_name }} {% endfor %}"


def names(dossier: UUID) -> list[str]:
    """Everyone who is involved with a child: no parent may know all of them."""
    return list(Involvement.objects.filter(dossier=dossier).values_list("person__call_name", flat=True))


def hidden(dossier: UUID) -> list[str]:
    """Names of the circle as the worker has it: no yes of the child opened those."""
    rows = Placement.objects.filter(item__dossier=dossier, layer="adult").opened()
    return [row.name for row in rows]


def passages(dossier: UUID) -> list[Passage]:
    """Notes of everyone."""
    return list(Passage.objects.filter(item__dossier=dossier).opened().select_related("item"))


@dataclass(frozen=True, slots=True)
class Seed:
    """One leak; `apart`: it holds no word, and is found by putting hidden rows there."""

    place: str
    who: str
    where: Callable[[UUID], str]
    sow: Callable[[Patch, UUID], None]
    apart: bool = False


def at(name: str, query: str = "") -> Callable[[UUID], str]:
    """The address of a page about a child."""
    return lambda dossier: reverse(name, kwargs={"dossier": dossier}) + query


def _on_the_home(change: Callable[[HttpResponse, dict[str, Any]], None]) -> Callable[[Patch, UUID], None]:
    """Something becomes of the home of a parent when it is made."""
    render = homes.render

    def leaky(request: HttpRequest, template: str, shown: dict[str, Any]) -> HttpResponse:
        answer = render(request, template, shown)
        if "child" in shown:
            change(answer, shown)
        return answer

    return lambda patch, _: patch("kring.portals.views.homes.render", leaky)


def _more(answer: HttpResponse, text: str) -> None:
    answer.content = answer.content.replace(b"</main>", f"<p>{text}</p></main>".encode())


def _template(answer: HttpResponse, shown: dict[str, Any]) -> None:
    """A template reaches past the view."""
    _more(answer, engines["django"].from_string(EVERYONE_HERE).render(shown))


def _header(answer: HttpResponse, shown: dict[str, Any]) -> None:
    answer["X-People"] = ", ".join(names(shown["child"].pk))


def _count(answer: HttpResponse, shown: dict[str, Any]) -> None:
    _more(answer, f"{len(passages(shown['child'].pk))} notities")


def _order(answer: HttpResponse, shown: dict[str, Any]) -> None:
    """What one may read, in an order that depends on what one may not."""
    beside = sorted(["Lotte", "Noor"], reverse=len(passages(shown["child"].pk)) % 2 == 0)
    _more(answer, ", ".join(beside))


def _timing(_: HttpResponse, shown: dict[str, Any]) -> None:
    """All rows are read, and sifted afterwards: the more is hidden, the longer it takes."""
    [row for row in passages(shown["child"].pk) if row.item.author_id is None]


def _json(patch: Patch, dossier: UUID) -> None:
    patch("kring.circle.answering.changes", lambda *_: JsonResponse({"changed": True, "names": hidden(dossier)}))


def _pdf(patch: Patch, dossier: UUID) -> None:
    """In the key of the drawing, and set by the press itself: a real sheet, of which the words are read as on paper."""
    told = paper._order

    def leaky(*asked: Any) -> dict[str, Any]:
        order: dict[str, Any] = told(*asked)
        sign = order["legend"][0][0]
        return order | {"legend": [*order["legend"], *((sign, name) for name in hidden(dossier))]}

    patch("kring.circle.paper._order", leaky)


def _readers(patch: Patch, dossier: UUID) -> None:
    """Who reads this, with everyone who is there, also on the other side of a wall."""
    rows = Involvement.objects.filter(dossier=dossier).select_related("person")
    patch("kring.rights.hearing.readers", lambda _: [Reader(one.person_id, one.person.call_name) for one in rows])


def _error(patch: Patch, dossier: UUID) -> None:
    said = f"Het dossier van {Dossier.objects.get(pk=dossier).call_name} is niet van jou."
    patch("kring.access.entrance.not_found", lambda *_: HttpResponseNotFound(said))


def _file_name(patch: Patch, dossier: UUID) -> None:
    def leaky(made: object, content_type: str, headers: dict[str, str]) -> HttpResponse:
        name = f'attachment; filename="{hidden(dossier)[0]}.pdf"'
        return HttpResponse(made, content_type=content_type, headers=headers | {"Content-Disposition": name})

    patch("kring.circle.paper._pressed", lambda *_: b"%PDF-1.7")
    patch("kring.circle.views.exports.HttpResponse", leaky)


TEN = (
    Seed("template", "ann", at("portals:home"), _on_the_home(_template)),
    Seed("json", "rita", at("circle:changes", "?since=0"), _json),
    Seed("pdf", "rita", at("circle:pdf", "?who=me&names=full"), _pdf),
    Seed("reader list", "ann", at("rights:say"), _readers),
    Seed("count", "ann", at("portals:home"), _on_the_home(_count), apart=True),
    Seed("error page", "an", at("circle:page"), _error),
    Seed("header", "ann", at("portals:home"), _on_the_home(_header)),
    Seed("ordering", "ann", at("portals:home"), _on_the_home(_order), apart=True),
    Seed("timing of a list", "ann", at("portals:home"), _on_the_home(_timing), apart=True),
    Seed("file name", "rita", at("circle:pdf", "?who=me&names=full"), _file_name),
)
