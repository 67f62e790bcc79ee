"""J6: Lotte leaves.  She reads what has to be in order, hands over, and sees Noor no more; Noor's circle stays."""

import re
from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import Page, expect

from kring.kit import clock
from tests.e2e.conftest import Visit

Clean = Callable[[Page], None]


def she_was_told(page: Page, by: str) -> None:
    """R15: a person tells it first, and then it is written down."""
    page.get_by_label("Wie vertelde het aan het kind?").fill(by)
    page.get_by_label("Op welke dag?").fill(clock.today().isoformat())


def handed_over(page: Page, told_by: str) -> None:
    she_was_told(page, told_by)
    page.get_by_role("button", name="Geef het door").click()


def test_lotte_hands_over_and_the_circle_stays(visit: Visit, clean: Clean) -> None:
    lotte, noor = visit("lotte", width=390), visit("noor", width=390)
    lotte.goto("/children/")
    lotte.get_by_role("link", name=re.compile("Noor")).first.click()
    child = lotte.url
    lotte.get_by_role("link", name="Iemand anders neemt het over").click()
    expect(lotte.get_by_text("Dit is in orde")).to_be_visible()  # Wilma stays, and Greet can be called
    clean(lotte)
    lotte.get_by_role("radio", name="Greet").check()
    she_was_told(lotte, "Lotte, aan tafel")
    lotte.get_by_role("button", name="Geef het door").click()
    expect(lotte.get_by_text("Greet neemt het over.")).to_be_visible()
    expect(lotte.get_by_role("heading", name="Noor")).to_have_count(0)
    clean(lotte)
    assert lotte.request.get(child).status == 404

    greet = visit("greet", width=390)
    greet.goto("/children/")
    greet.get_by_role("link", name=re.compile("Noor")).first.click()
    for page in (greet, noor):
        page.goto(re.sub(r"(/d/[^/]+/).*", r"\1circle/list/", child))
        expect(page.get_by_text("oma Rita").first).to_be_visible()


def test_mo_says_her_last_day_and_everyone_sees_what_is_to_be_done(visit: Visit, clean: Clean) -> None:
    mo, lotte, hilde = visit("mo", width=1280), visit("lotte", width=390), visit("hilde", width=390)
    mo.goto("/house/")
    mo.get_by_role("link", name=re.compile("Stopt.*Lotte")).click()
    mo.get_by_label("Wat is de laatste dag?").fill((clock.today() + timedelta(days=21)).isoformat())
    clean(mo)
    mo.get_by_role("button", name="Bewaar de laatste dag").click()
    expect(mo.get_by_text("Tot dan blijft alles open.")).to_be_visible()

    lotte.goto("/today/")
    lotte.get_by_role("link", name=re.compile("Bekijk.*Jij gaat weg")).click()
    expect(lotte.get_by_text("0 van 2 kinderen overgedragen")).to_be_visible()
    clean(lotte)
    lotte.get_by_role("link", name=re.compile("Bekijk.*Noor")).click()
    lotte.get_by_role("radio", name="Greet").check()
    lotte.get_by_role("checkbox", name=re.compile("Ik blijf er nog even bij")).check()
    handed_over(lotte, "Lotte, aan tafel")

    hilde.goto("/lead/")
    hilde.get_by_role("link", name="Kijk wie het overneemt van Lotte").click()
    expect(hilde.get_by_text("1 van 2 kinderen overgedragen")).to_be_visible()
    assert "Wilma" not in hilde.content()
    clean(hilde)
    hilde.get_by_role("link", name=re.compile("Kies iemand.*Sem")).click()
    hilde.get_by_role("radio", name="Greet").check()
    handed_over(hilde, "Lotte")
    expect(hilde.get_by_text("2 van 2 kinderen overgedragen")).to_be_visible()


def test_the_help_ends_and_goes_on(visit: Visit, clean: Clean) -> None:
    lotte, noor, hilde = visit("lotte", width=390), visit("noor", width=390), visit("hilde", width=1280)
    lotte.goto("/children/")
    lotte.get_by_role("link", name=re.compile("Noor")).first.click()
    lotte.get_by_role("link", name="Naar een ander team").click()
    expect(lotte.get_by_role("radio", name="An, Team Zuid")).to_be_visible()
    clean(lotte)
    lotte.get_by_role("link", name="De hulp stopt hier").click()
    she_was_told(lotte, "Lotte, aan tafel")
    lotte.get_by_role("checkbox", name=re.compile("Ik keek na")).check()
    clean(lotte)
    lotte.get_by_role("button", name="Sluit deze plek").click()
    expect(lotte.get_by_text("De plek is gesloten.")).to_be_visible()
    clean(lotte)
    noor.goto("/today/")
    expect(noor.get_by_role("heading", name="De hulp hier is gestopt")).to_be_visible()
    clean(noor)
    noor.get_by_role("link", name="Mijn kring", exact=True).click()
    expect(noor.get_by_text("oma Rita").first).to_be_visible()
    opens_again(hilde, clean)
    lotte.goto("/children/")
    expect(lotte.get_by_role("link", name=re.compile("Noor")).first).to_be_visible()


def opens_again(hilde: Page, clean: Clean) -> None:
    """Who leads the team, with a reason."""
    hilde.goto("/lead/")
    hilde.get_by_role("link", name="Gesloten plekken").click()
    clean(hilde)
    hilde.get_by_role("link", name=re.compile("Weer openen.*Noor")).click()
    hilde.get_by_label("Waarom gaat deze plek weer open?").fill("Noor is terug.")
    clean(hilde)
    hilde.get_by_role("button", name="Open deze plek weer").click()
    expect(hilde.get_by_text("De plek is weer open.")).to_be_visible()
