"""What the entrance does with a request, step by step and without a database (house.md 4; R24): who is let in, what
is noted, and that a refusal is the page of what does not exist.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from kring.access import entrance
from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door, visits_too
from kring.access.writing import NotAllowedError, StaleError
from kring.audit.chain import AlreadyDoneError
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Verb
from kring.people.actors import Actor, ActorKind
from kring.people.models import Person
from tests.rooms.doors_by_hand import ME, PLACE, door_of, stands

ITEM = uuid7()
HERE = f"/d/{PLACE}/"
SMALL = Actor(ActorKind.SESSION, ME, is_small=True)


class Doorway:
    """What stands around the entrance: who comes, which door it finds, and what was written down."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.actor: Actor | None = Actor(ActorKind.SESSION, ME)
        self.door: Door | None = door_of("worker")
        self.visits: list[Section] = []
        self.refused: list[Section] = []
        self.asked: list[Any] = []
        self.warned: list[str] = []
        patch.setattr(entrance, "actor_of", lambda _: self.actor)
        patch.setattr(entrance, "open_door", self.opened)
        patch.setattr(entrance, "come_to", self.opened)
        patch.setattr(entrance, "_section_of", lambda _, item: Section.RIGHTS if item == ITEM else Section.CIRCLE)
        patch.setattr(entrance, "_note_the_refusal", lambda _actor, _dossier, section: self.refused.append(section))
        patch.setattr(entrance, "not_found", lambda _: HttpResponse(status=404))
        patch.setattr(entrance.messages, "warning", lambda _, said: self.warned.append(said))
        patch.setattr(Door, "notes_the_visit", lambda _, section: self.visits.append(section))

    def opened(self, _actor: Actor, _dossier: UUID, *where: Any, **_: object) -> Door:
        self.asked.append(where)
        if self.door is None:
            raise RefusedError
        return self.door


@pytest.fixture
def doorway(monkeypatch: pytest.MonkeyPatch) -> Doorway:
    return Doorway(monkeypatch)


def page(_request: HttpRequest, door: Door, **rest: Any) -> HttpResponse:
    """A view: in a section, or of one row that it finds."""
    if rest.get("item") == ITEM:
        door.read_in = Section.RIGHTS
    return HttpResponse("here")


def fails(why: Exception) -> Callable[..., HttpResponse]:
    def view(_request: HttpRequest, _door: Door, **_: Any) -> HttpResponse:
        raise why

    return view


def get(
    view: Callable[..., HttpResponse], *, page_from: str = "", accept: str = "text/html", **rest: object
) -> HttpResponse:
    request = RequestFactory().get(HERE, headers={"accept": accept, "referer": page_from})
    return view(request, dossier=PLACE, **rest)


def test_a_view_says_through_which_door_it_stands() -> None:
    """The house test and the matrix read it."""
    view: Any = through_door(Section.CIRCLE, verb=Verb.ADD, small=True)(page)
    assert (view.through_door, view.verb, view.small) == (Section.CIRCLE, Verb.ADD, True)
    assert through_door(None)(page).through_door == "item"  # type: ignore[attr-defined]
    assert posted("circle:page")(page).leads_to_its_page is True  # type: ignore[attr-defined]


def test_who_did_not_sign_in_is_asked_to(doorway: Doorway) -> None:
    doorway.actor = None
    answer = get(through_door(Section.CIRCLE)(page))
    assert answer.status_code == 302
    assert HERE in answer["Location"]
    assert not doorway.asked


def test_a_page_of_a_section_asks_that_section_and_is_a_visit_to_it(doorway: Doorway) -> None:
    assert get(through_door(Section.CIRCLE, verb=Verb.ADD)(page)).content == b"here"
    assert doorway.asked == [(Section.CIRCLE, Verb.ADD)]
    assert doorway.visits == [Section.CIRCLE]
    assert get(through_door(Section.CIRCLE, visit=False)(page)).content == b"here"
    assert doorway.visits == [Section.CIRCLE], "a poll is no visit"


def test_a_page_of_one_row_is_a_visit_to_where_that_row_stands(doorway: Doorway) -> None:
    view = through_door(None)(page)
    assert get(view, item=uuid7()).content == b"here"
    assert not doorway.visits, "it found no row"
    assert get(view, item=ITEM).content == b"here"
    assert doorway.visits == [Section.RIGHTS]
    assert get(through_door(None, visit=False)(page), item=ITEM).content == b"here"
    assert doorway.visits == [Section.RIGHTS]
    assert doorway.asked == [(), (), ()]


def test_a_refusal_is_what_does_not_exist_and_stands_in_the_log(doorway: Doorway) -> None:
    assert get(through_door(Section.CIRCLE)(fails(NotAllowedError()))).status_code == 404
    doorway.door = None
    assert get(through_door(Section.SAFETY)(page)).status_code == 404
    assert get(through_door(None)(page), item=ITEM).status_code == 404
    assert doorway.refused == [Section.CIRCLE, Section.SAFETY, Section.RIGHTS]


def test_a_small_child_finds_its_own_pages_only(doorway: Doorway) -> None:
    view, small = through_door(Section.CIRCLE)(page), through_door(Section.CIRCLE, small=True)(page)
    assert get(small).status_code == get(view).status_code == 200
    doorway.actor = SMALL
    assert get(small).status_code == 200
    assert get(view).status_code == 404


# -- a form -----------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_address_of_a_form_leads_to_its_page() -> None:
    view: Any = posted("portals:thing", "item")(page)
    for method in ("get", "head"):
        answer = view(getattr(RequestFactory(), method)(HERE), door_of("worker"), item=ITEM, more=1)
        assert answer.status_code == 302
        assert str(PLACE) in answer["Location"]
        assert str(ITEM) in answer["Location"]
    assert view(RequestFactory().post(HERE), door_of("worker"), item=ITEM).content == b"here"
    assert view(RequestFactory().put(HERE), door_of("worker"), item=ITEM).status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize(("method", "written"), [("get", 0), ("head", 0), ("put", 0), ("post", 1)])
def test_what_an_empty_form_would_write_is_written_nowhere_and_a_form_that_is_sent_is_asked_once(
    method: str, written: int
) -> None:
    asked, before = list[str | None](), Person.objects.count()

    def writes(request: HttpRequest, _door: Door, **_: Any) -> HttpResponse:
        asked.append(request.method)
        Person.objects.create(call_name="Iemand")
        return HttpResponse("here")

    posted("portals:thing", "item")(writes)(getattr(RequestFactory(), method)(HERE), door_of("worker"), item=ITEM)
    assert asked == [method.upper()]
    assert Person.objects.count() == before + written


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "head", "post", "put", "options"])
@pytest.mark.parametrize("why", [RefusedError(), NotAllowedError()])
def test_the_address_of_a_form_is_nothing_for_who_may_not_send_it(
    doorway: Doorway, why: Exception, method: str
) -> None:
    """However it is asked: it answers as an address that does not exist, and stands in the log."""
    view = through_door(Section.CIRCLE)(posted("portals:thing", "item")(fails(why)))
    answer = view(getattr(RequestFactory(), method)(HERE), dossier=PLACE, item=ITEM)
    assert answer.status_code == 404
    assert doorway.refused == [Section.CIRCLE]


@pytest.mark.parametrize("why", [AlreadyDoneError(), StaleError()])
@pytest.mark.parametrize("ours", [True, False])
def test_what_was_done_before_or_meanwhile_leads_back_to_the_page(
    doorway: Doorway, why: Exception, *, ours: bool
) -> None:
    back = "http://testserver/elsewhere/" if ours else "http://example.org/elsewhere/"
    answer = get(through_door(Section.CIRCLE)(fails(why)), page_from=back)
    assert (answer.status_code, answer["Location"]) == (302, back if ours else HERE)
    assert len(doorway.warned) == isinstance(why, StaleError)


def test_a_script_is_told_the_same_in_its_own_way(doorway: Doorway) -> None:
    again = get(through_door(Section.CIRCLE)(fails(AlreadyDoneError())), accept="application/json")
    assert (again.status_code, again.content) == (200, b'{"again": true}')
    changed = get(through_door(Section.CIRCLE)(fails(StaleError())), accept="application/json")
    assert changed.status_code == 409
    assert b"conflict" in changed.content
    assert not doorway.warned


# -- a file -----------------------------------------------------------------------------------------------------------


def test_a_file_is_given_to_who_may_have_it_once_it_is_made(doorway: Doorway) -> None:
    def file(_request: HttpRequest, _door: Door, **_: Any) -> HttpResponse:
        if becomes:
            doorway.door = becomes.pop()
        return HttpResponse(headers={"Content-Disposition": "attachment"})

    def asked(then: list[Door | None]) -> int:
        doorway.door = door_of("worker")
        becomes[:] = then
        return get(through_door(Section.CIRCLE, verb=Verb.KNOW)(file)).status_code

    becomes: list[Door | None] = []
    assert asked([]) == 200
    assert doorway.asked[-2:] == [(Section.CIRCLE, Verb.KNOW)] * 2
    assert asked([None]) == 404
    assert asked([door_of("worker", restricted=True)]) == 302
    closed = Dossier(pk=PLACE, closed_on=clock.today())
    assert asked([Door(Actor(ActorKind.SESSION, ME), ME, closed, stands("worker"))]) == 302
    assert len(doorway.warned) == 2


def test_a_page_that_shows_more_is_a_visit_to_each_section_where_something_is(doorway: Doorway) -> None:
    visits_too(door_of("supporter"), Section.SAID, Section.CONCERNS)
    assert doorway.visits == [Section.SAID]
