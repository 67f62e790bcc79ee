"""What goes wrong in a who-session: no connection, a lost answer, a tab that is gone, two hands at once."""

import re

from playwright.sync_api import Route, expect

from tests.e2e.conftest import Visit
from tests.e2e.sitting import at, begin, chip, in_circle, line, ready, saved, type_name

# What a drag to the third ring tells, from a page that has not seen the other device yet.
ELSEWHERE = """() => { const circle = document.querySelector("kring-circle");
  const { key } = circle.querySelector(".person[data-domain=friends]").dataset;
  circle.tell("kring-place", { key, ring: 3, domain: "friends" }); }"""


# -- nothing is lost --------------------------------------------------------------------------------------------------


def test_a_tab_that_is_gone_loses_no_key(visit: Visit) -> None:
    page = visit("lotte", width=1024)
    place = begin(page)
    page.get_by_role("link", name="Volgende").locator("visible=true").click()
    with page.expect_response("**/draft/"):
        line(page).press_sequentially("tante El")
    other = page.context.new_page()
    page.close(run_before_unload=False)
    other.goto(f"{place}session/")
    expect(line(other)).to_have_value("tante El")
    expect(other.get_by_text("Vraag 2 van 10")).to_be_visible()


def test_without_a_connection_names_wait_and_are_saved_once(visit: Visit) -> None:
    page = visit("lotte", width=1024)
    begin(page)
    page.context.set_offline(True)
    type_name(page, "oma Lea, juf Mieke")
    expect(page.get_by_text("Nog niet bewaard: 2")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("oma Lea.*wordt bewaard"))).to_be_visible()
    page.context.set_offline(False)
    expect(chip(page, "oma Lea")).to_be_visible(timeout=15_000)
    saved(page)
    assert page.locator("[data-part=tray] [data-key]").filter(has_text="oma Lea").count() == 1


def test_an_answer_that_got_lost_makes_no_doubles(visit: Visit) -> None:
    page = visit("lotte", width=1024)
    lost: list[int] = []

    def lose_the_first(route: Route) -> None:
        route.fetch()  # type: ignore[attr-defined]  # the server did it
        if lost:
            route.continue_()
        else:
            lost.append(1)
            route.abort()

    begin(page)
    page.route("**/circle/people/", lose_the_first)
    type_name(page, "oma Lea")
    expect(chip(page, "oma Lea")).to_be_visible(timeout=10_000)
    saved(page)
    assert page.locator("[data-part=tray] [data-key]").filter(has_text="oma Lea").count() == 1


def test_what_cannot_be_taken_comes_back_to_the_line(visit: Visit) -> None:
    page = visit("lotte", width=1024)
    begin(page)
    line(page).fill("A" * 10_000)
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="Wat je typte staat er nog")).to_be_visible()
    expect(line(page)).to_have_value("A" * 10_000)
    line(page).fill(", ".join(f"naam {number}" for number in range(5000)))
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="5000 namen")).to_be_visible()


# -- two devices ------------------------------------------------------------------------------------------------------


def test_two_devices_see_each_other_and_keep_their_line(visit: Visit) -> None:
    lotte = visit("lotte", width=1024)
    place = begin(lotte)
    noor = visit("noor", width=390)
    noor.goto(f"{place}session/")
    line(noor).press_sequentially("mijn meter")
    type_name(lotte, "oma Lea")
    lotte.keyboard.press("Enter")
    expect(in_circle(noor, "oma Lea")).to_be_visible(timeout=2500)
    expect(line(noor)).to_have_value("mijn meter")


def test_in_a_crisis_two_devices_see_each_other_too(visit: Visit) -> None:
    lotte = visit("lotte", width=1024)
    place = begin(lotte, how="Het moet snel")
    noor = visit("noor", width=390)
    noor.goto(f"{place}session/")
    ready(noor)
    asked = "Wie kan er vanavond en vannacht helpen?"
    here, there = (page.get_by_role("region", name=asked) for page in (lotte, noor))
    there.get_by_label("Typ een naam en druk op Enter").press_sequentially("mijn meter")
    here.get_by_label("Typ een naam en druk op Enter").press_sequentially("tante Els")
    lotte.keyboard.press("Enter")
    expect(there.get_by_text("tante Els")).to_be_visible(timeout=5000)
    expect(there.get_by_label("Typ een naam en druk op Enter")).to_have_value("mijn meter")
    expect(here.get_by_text("tante Els")).to_have_count(1)
    lotte.get_by_role("button", name="Ongedaan maken").click()
    expect(there.get_by_text("tante Els")).to_have_count(0)


def test_the_same_person_put_elsewhere_on_two_devices_is_said_and_chosen(visit: Visit) -> None:
    lotte = visit("lotte", width=1024)
    place = begin(lotte)
    noor = visit("noor", width=1024)
    noor.route("**/circle/changes/*", lambda route: route.abort())
    noor.goto(f"{place}session/")
    in_circle(lotte, "Yara").first.focus()
    lotte.keyboard.press("ArrowDown")
    at(lotte, "Yara", 2, "friends")
    noor.unroute("**/circle/changes/*")
    in_circle(noor, "juf Els").first.focus()
    saved(lotte)
    noor.wait_for_function("() => document.querySelector('kring-circle').tell")  # what moves a circle comes later
    noor.evaluate(ELSEWHERE)
    clash = noor.get_by_role("alert").filter(has_text="op het andere toestel")
    expect(clash).to_be_visible()
    clash.get_by_role("button", name="Zet het zoals hier").click()
    expect(clash).to_be_hidden()


def test_what_still_stands_in_the_line_is_said_before_the_end(visit: Visit) -> None:
    page = visit("lotte", width=1024)
    begin(page)
    line(page).press_sequentially("oma Le")
    end = page.get_by_role("button", name="We stoppen hier")
    end.click()
    expect(page.get_by_role("alert").filter(has_text="Hier staat nog iets")).to_be_visible()
    end.click()
    expect(page.get_by_role("heading", name="Waar kunnen we nog kijken?")).to_be_visible()
