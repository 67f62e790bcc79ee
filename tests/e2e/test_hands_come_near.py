"""What moves a circle comes when a hand comes near: nothing that it did meanwhile is lost."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import Visit
from tests.e2e.sitting import begin, chip, dossier, in_circle, line, saved

BOARD = "**/circle/board*.js"


@contextmanager
def on_its_way(page: Page) -> Iterator[None]:
    """Meanwhile the scripts are asked for and have not come; afterwards they come."""
    asked: list[Route] = []
    page.route(BOARD, lambda route: asked.append(route))  # noqa: PLW0108  # Playwright marks what it is given
    yield
    page.wait_for_timeout(100)
    for route in asked:
        route.continue_()
    page.unroute(BOARD)


def test_names_typed_before_it_came_are_taken(visit: Visit) -> None:
    page = visit("lotte", width=1024)
    page.route(BOARD, lambda route: route.abort())
    place = begin(page, scripts=False)
    page.unroute(BOARD)
    with on_its_way(page):
        page.goto(f"{place}session/")
        expect(line(page)).to_be_focused()
        page.keyboard.type("oma Lea")
        page.keyboard.press("Enter")
        page.keyboard.type("juf Mie")
        expect(page.locator("kring-board:defined")).to_have_count(0)
    expect(chip(page, "oma Lea")).to_be_visible()
    expect(line(page)).to_have_value("juf Mie")
    page.keyboard.type("ke")
    page.keyboard.press("Enter")
    expect(chip(page, "juf Mieke")).to_be_visible()
    saved(page)


def test_a_question_turned_before_it_came_is_turned(visit: Visit) -> None:
    page = visit("lotte", width=390)
    with on_its_way(page):
        begin(page, scripts=False)
        expect(page.get_by_text("Vraag 1 van 10")).to_be_visible()
        page.get_by_role("link", name="Volgende").locator("visible=true").click()
    expect(page.get_by_text("Vraag 2 van 10")).to_be_visible()


def test_somebody_tapped_and_somebody_moved_by_keys_before_it_came(visit: Visit) -> None:
    page = visit("lotte", width=1024)
    place = dossier(page)
    with on_its_way(page):
        page.goto(f"{place}circle/")
        in_circle(page, "Wilma").click()
        expect(page.locator("[data-part=who]")).to_have_text("")
    expect(page.locator("[data-part=who]")).to_have_text("Wilma")
    with on_its_way(page):
        page.goto(f"{place}circle/")
        before = in_circle(page, "Wilma").get_attribute("data-domain")
        in_circle(page, "Wilma").focus()
        page.keyboard.press("ArrowRight")
    expect(in_circle(page, "Wilma")).not_to_have_attribute("data-domain", before or "")
    expect(in_circle(page, "Wilma")).to_be_focused()
    saved(page)


def test_a_drag_that_began_before_it_came_goes_on(visit: Visit) -> None:
    page = visit("lotte", width=1024)
    page.goto(f"{dossier(page)}circle/")
    with on_its_way(page):
        page.reload()
        here = in_circle(page, "Wilma")
        here.scroll_into_view_if_needed()
        box = here.bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 3
        page.mouse.move(x, y)
        page.mouse.down()
    expect(page.locator("kring-board:defined")).to_have_count(1)
    page.mouse.move(x + 20, y + 20, steps=3)
    expect(page.locator(".person.held")).to_have_count(1)
    page.mouse.up()


def test_without_a_connection_it_is_asked_for_again(visit: Visit) -> None:
    page = visit("lotte", width=1024)
    page.goto(f"{dossier(page)}circle/")
    page.route(BOARD, lambda route: route.abort())
    page.reload()
    in_circle(page, "Wilma").click()
    page.wait_for_timeout(200)
    page.unroute(BOARD)
    expect(page.locator("[data-part=who]")).to_have_text("Wilma", timeout=10_000)
