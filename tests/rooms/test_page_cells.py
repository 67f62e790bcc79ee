"""In which frame a page about a child stands, and what each page knows of who looks (R26), without a database."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from kring.access import page
from kring.access.page import about, may_name, show
from tests.rooms.doors_by_hand import PLACE, door_of


@pytest.mark.parametrize(
    ("relation", "frame", "here", "mine", "works"),
    [
        ("child", "kit/page.html", "children", True, False),
        ("supporter", "kit/page.html", "children", False, False),
        ("worker", "kit/worker.html", "children", False, True),
        ("director", "kit/worker.html", "children", False, False),
        ("court_service", "kit/worker.html", "outside", False, False),
    ],
)
def test_each_looks_in_its_own_frame(relation: str, frame: str, here: str, mine: bool, works: bool) -> None:
    told = about(door_of(relation))
    assert (told["frame"], told["here"], told["mine"], told["works"]) == (frame, here, mine, works)
    assert told["home"] is (frame == "kit/page.html")
    assert (told["child"], told["dossier"]) == ("Noor", PLACE)
    assert told["may_name"]() is may_name(door_of(relation))


def test_the_child_and_who_works_with_it_write_down_whom_it_chooses() -> None:
    assert [may_name(door_of(who)) for who in ("child", "worker", "supporter", "parent")] == [True, True, False, False]


def test_a_page_shows_what_it_was_given_and_may_say_its_frame_and_status(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[dict[str, Any]] = []

    def render(_request: object, _template: str, seen: dict[str, Any], status: int) -> HttpResponse:
        shown.append(seen)
        return HttpResponse(status=status)

    monkeypatch.setattr(page, "render", render)
    request = RequestFactory().get("/")
    assert show(request, door_of("worker"), "x.html", words="hier").status_code == 200
    assert show(request, door_of("worker"), "x.html", status=409, frame="other.html").status_code == 409
    assert (shown[0]["words"], shown[0]["child"], shown[0]["frame"]) == ("hier", "Noor", "kit/worker.html")
    assert shown[1]["frame"] == "other.html"
