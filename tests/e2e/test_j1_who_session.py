"""J1: Lotte and Noor hold a who-session on a tablet, print the circle, and Noor names Wilma.

With what goes wrong on the way: no connection, a lost answer, a tab that is gone, two devices.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.sitting import at, begin, chip, dossier, in_circle, line, saved, type_name

CARDS = Path(__file__).resolve().parents[1] / "files/vcards"
TWELVE = [
    "tante Els", "nonkel Jan", "oma Lea", "juf Mieke", "buurvrouw An", "trainer Bart", "neef Robbe", "meter Greet",
    "leider Wout", "beste vriendin Noa", "pater Damiaan", "begeleider Stijn",
]  # fmt: skip
Clean = Callable[[Page], None]


# -- the journey ------------------------------------------------------------------------------------------------------


def test_twelve_people_a_print_and_a_wish(visit: Visit, clean: Clean) -> None:
    page = visit("lotte", width=1024)
    place = begin(page)
    clean(page)
    for name in TWELVE:
        type_name(page, name)
        page.keyboard.press("Enter")
    saved(page)
    for name in TWELVE:
        expect(in_circle(page, name)).to_be_visible()
    expect(page.get_by_text("Nog een plaatsje geven")).to_be_hidden()
    clean(page)
    page.get_by_role("button", name="We stoppen hier").click()
    expect(page.get_by_text("mensen in beeld")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("minuten")
    clean(page)
    page.goto(f"{place}circle/print/?who=here")
    expect(page.get_by_text("tante Els").first).to_be_visible()
    page.goto(f"{place}wish/")
    page.locator("label", has_text="Wilma").first.click()
    page.locator("label:has(input[name=meaning][value=jim])").click()
    page.get_by_role("button", name="Zet het erbij").click()
    expect(page.get_by_text("Wilma").locator("visible=true").first).to_be_visible()


@pytest.mark.parametrize("width", [390, 1024, 1280])
@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
def test_every_page_of_it_is_clean(visit: Visit, clean: Clean, width: int, dark: bool) -> None:
    page = visit("lotte", width=width, dark=dark)
    place = dossier(page)
    page.goto(f"{place}session/")
    clean(page)
    begin(page)
    type_name(page, "oma Lea, Fatima, juf Mieke")
    saved(page)
    clean(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Even pauze").click()
    expect(page.get_by_role("heading", name="Even pauze")).to_be_visible()
    clean(page)
    page.get_by_role("button", name="We stoppen hier").click()
    expect(page.get_by_role("heading", name="Waar kunnen we nog kijken?")).to_be_visible()
    clean(page)
    page.get_by_role("link", name="Voor de begeleiding").click()
    expect(page.get_by_text("verslag van 2019")).to_be_visible()
    clean(page)


# -- hands ------------------------------------------------------------------------------------------------------------


def test_enter_and_one_tap(visit: Visit) -> None:
    page = visit("lotte", width=1024, touch=True)
    begin(page)
    type_name(page, "Fatima")
    expect(page.locator("[data-part=who]")).to_have_text("Fatima")
    saved(page)
    cell = page.locator("svg.circle.wide .street .cell.r1").bounding_box()
    assert cell
    page.touchscreen.tap(cell["x"] + cell["width"] / 2, cell["y"] + cell["height"] / 2)
    at(page, "Fatima", 1, "street")
    saved(page)


def test_arrows_steer_the_newest_chip_and_typing_goes_on(visit: Visit) -> None:
    page = visit("lotte", width=1024)
    begin(page)
    type_name(page, "oma Lea")
    expect(page.locator("[data-part=where]")).to_have_text("dichtbij, bij Gezin en familie")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-part=where]")).to_have_text("heel dichtbij, bij Vrienden")
    expect(page.locator("svg.wide .cell.aim")).to_have_count(1)
    page.keyboard.press("Enter")
    at(page, "oma Lea", 1, "friends")
    type_name(page, "juf Mieke")
    page.keyboard.press("Escape")
    expect(page.locator("svg.wide .cell.aim")).to_have_count(0)
    expect(chip(page, "juf Mieke")).to_be_visible()
    type_name(page, "nonkel Jan")
    expect(chip(page, "nonkel Jan")).to_have_attribute("aria-pressed", "true")


def test_keys_that_come_before_the_answer_reach_the_right_person(visit: Visit) -> None:
    page = visit("lotte", width=1024)
    page.route("**/circle/people/", lambda route: (page.wait_for_timeout(600), route.continue_()))
    begin(page)
    type_name(page, "oma Lea")
    for key in ("ArrowDown", "Enter"):
        page.keyboard.press(key)
    type_name(page, "juf Mieke")
    page.keyboard.press("Enter")
    at(page, "oma Lea", 3, "family")
    at(page, "juf Mieke", 2, "school")


def test_a_pasted_list_goes_where_the_words_propose(visit: Visit) -> None:
    page = visit("lotte", width=1024)
    begin(page)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("navigator.clipboard.writeText('1. oma Lea\\n2. Fatima\\n3. juf Mieke')")
    line(page).press("Control+v")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Zet ze zoals voorgesteld").click()
    at(page, "oma Lea", 2, "family")
    at(page, "juf Mieke", 2, "school")
    expect(chip(page, "Fatima")).to_be_visible()


def test_act_after_act_is_undone(visit: Visit) -> None:
    page = visit("lotte", width=1024)
    begin(page)
    type_name(page, "oma Lea")
    page.keyboard.press("Enter")
    at(page, "oma Lea", 2, "family")
    undo = page.get_by_role("button", name="Ongedaan maken")
    undo.click()
    expect(chip(page, "oma Lea")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(chip(page, "oma Lea")).to_be_hidden()
    expect(undo).to_be_disabled()


def test_cards_turn_and_the_coverage_follows(visit: Visit) -> None:
    page = visit("lotte", width=1024)
    begin(page)
    left = page.locator("[data-part=coverage]")
    before = left.inner_text()
    for _ in range(9):
        page.get_by_role("link", name="Volgende").locator("visible=true").click()
    expect(page.get_by_text("Vraag 10 van 10")).to_be_visible()
    assert left.inner_text() != before
    page.keyboard.press("PageUp")
    expect(page.get_by_text("Vraag 9 van 10")).to_be_visible()
    expect(line(page)).to_be_focused()


def test_contacts_of_a_phone_only_ticked_names_leave(visit: Visit) -> None:
    page = visit("lotte", width=1024)
    begin(page)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.post_data or "") if request.method == "POST" else None)
    page.get_by_label("Uit de contacten van een gsm").set_input_files(CARDS / "ios-3.0.vcf")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Oma Lea").check()
    dialog.get_by_role("button", name="Zet erbij").click()
    expect(chip(page, "Oma Lea")).to_be_visible()
    assert "Karim" not in "".join(sent)


# -- other ways -------------------------------------------------------------------------------------------------------


def test_a_crisis_three_lines_on_one_page(visit: Visit, clean: Clean) -> None:
    page = visit("lotte", width=390)
    begin(page, how="Het moet snel")
    expect(page.locator("[data-card]")).to_have_count(3)
    tonight = page.get_by_role("region", name="Wie kan er vanavond en vannacht helpen?")
    tonight.get_by_label("Typ een naam en druk op Enter").press_sequentially("tante Els")
    page.keyboard.press("Enter")
    expect(tonight.get_by_text("tante Els")).to_be_visible()
    saved(page)
    clean(page)
    page.reload()
    expect(tonight.get_by_text("tante Els")).to_be_visible()
    page.get_by_role("button", name="We stoppen hier").click()
    expect(page.get_by_text("tante Els").first).to_be_visible()


def test_without_a_script(visit: Visit) -> None:
    page = visit("lotte", width=1024, scripts=False)
    begin(page, scripts=False)
    page.get_by_role("link", name="Volgende").locator("visible=true").click()
    expect(page.get_by_text("Vraag 2 van 10")).to_be_visible()
    line(page).fill("Fatima")
    page.get_by_role("button", name="Zet erbij").click()
    page.get_by_role("link", name="Geef hen een plaats in de lijst").click()
    page.get_by_label("Hoe dichtbij: Fatima").select_option("heel dichtbij")
    page.get_by_label("Hoort bij: Fatima").select_option("Vrienden")
    with page.expect_navigation():  # without a script nothing else says that the form arrived
        page.get_by_role("button", name="Bewaar deze plaatsen").click()
    page.get_by_role("link", name="Samen kijken wie er is").click()
    at(page, "Fatima", 1, "friends")


def test_nothing_of_it_stands_in_the_title_or_the_address(visit: Visit) -> None:
    page = visit("noor", width=390)
    lotte = visit("lotte", width=1024)
    page.goto(f"{begin(lotte)}session/")
    assert page.title() == "Kring"
    assert "Noor" not in page.url
    expect(page.get_by_text("Weg van hier")).to_be_visible()
