"""J6: Lotte leaves.  She reads what has to be in order, hands over, and sees Noor no more; Noor's circle stays."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit

Clean = Callable[[Page], None]


def test_lotte_hands_over_and_the_circle_stays(visit: Visit, clean: Clean) -> None:
    lotte, noor = visit("lotte", width=390), visit("noor", width=390)
    lotte.goto("/children/")
    lotte.get_by_role("link", name=re.compile("Noor")).first.click()
    child = lotte.url
    lotte.get_by_role("link", name="Iemand anders neemt het over").click()
    expect(lotte.get_by_text("Dit is in orde")).to_be_visible()  # Wilma stays, and Greet can be called
    clean(lotte)
    lotte.get_by_role("radio", name="Greet").check()
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
