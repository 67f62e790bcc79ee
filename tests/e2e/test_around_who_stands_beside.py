"""Around who stands beside Noor: welcome, check-in, a question on a rule, a letter; what her mother says; nobody yet.

One page is read for barriers as a phone and as a wide screen, without loading it twice.
"""

import re
from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import Page, expect

from kring.kit import clock
from tests.e2e.conftest import Visit
from tests.e2e.sitting import dossier

Clean = Callable[[Page], None]
RULE, WHY = "Mag het licht langer aan als ik bel?", "Goed dat je het vraagt. Op woensdag mag het."
HARD = "Mama wordt er stil van."


def reads_well(page: Page, clean: Clean) -> None:
    """On a phone and on a wide screen: no barrier, and nothing beside the edge."""
    for width, height in ((1280, 900), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        clean(page)


def wilma_is_welcome(wilma: Page, clean: Clean) -> None:
    """The pack says what she is and keeps to herself; what she asks about a rule finds an answer."""
    wilma.get_by_role("link", name=re.compile("Jouw welkomstblad")).click()
    expect(wilma.get_by_text("We vragen je discretie")).to_be_visible()
    expect(wilma.get_by_role("main")).not_to_contain_text("Je hebt beroepsgeheim")  # R10
    expect(wilma.get_by_text("Greet").first).to_be_visible()
    reads_well(wilma, clean)
    pdf = wilma.get_by_role("link", name="Bewaar als PDF").get_attribute("href")
    assert wilma.request.get(pdf or "").body().startswith(b"%PDF")
    wilma.get_by_role("link", name="Terug").click()
    wilma.get_by_role("link", name=re.compile("Hoe gaat het met jou")).click()
    wilma.get_by_label("Wanneer en hoe kan iemand je bereiken?").fill("Bel na zes uur.")
    wilma.get_by_role("button", name="Bewaar").first.click()
    expect(wilma.get_by_text("Dit weten we: Bel na zes uur.")).to_be_visible()
    reads_well(wilma, clean)
    wilma.get_by_role("link", name="Een vraag over een huisregel").click()
    wilma.get_by_label(re.compile("Welke regel")).fill(RULE)
    wilma.get_by_role("button", name="Vraag het").click()
    expect(wilma.get_by_text("Er is nog geen antwoord.")).to_be_visible()


def lotte_answers_and_asks_how_it_goes(lotte: Page, clean: Clean) -> None:
    lotte.goto(f"{dossier(lotte)}around/")
    expect(lotte.get_by_text(RULE)).to_be_visible()
    expect(lotte.get_by_text("Wanneer het past: Bel na zes uur.")).to_be_visible()
    reads_well(lotte, clean)
    lotte.get_by_role("link", name="Antwoord").click()
    lotte.get_by_label("Wat antwoord je?").fill(WHY)
    clean(lotte)
    lotte.get_by_role("button", name="Antwoord").click()
    expect(lotte.get_by_text("Je antwoord staat er.")).to_be_visible()
    lotte.get_by_role("link", name=re.compile("Plan wanneer je het vraagt.*Wilma")).click()
    lotte.get_by_label("Op welke dag?").fill((clock.today() + timedelta(days=2)).isoformat())
    clean(lotte)
    lotte.get_by_role("button", name="Plan het").click()
    lotte.get_by_role("link", name=re.compile("Het is gevraagd.*Wilma")).click()
    lotte.get_by_label("Hoe gaat het?").fill("Het is soms druk, en het is goed.")
    reads_well(lotte, clean)
    lotte.get_by_role("button", name="Bewaar").click()
    expect(lotte.get_by_text("Laatst gevraagd op")).to_be_visible()


def test_wilma_is_welcome_is_asked_how_it_goes_and_hears_back_about_a_rule(visit: Visit, clean: Clean) -> None:
    wilma, lotte = visit("wilma", width=390), visit("lotte", width=390)
    wilma_is_welcome(wilma, clean)
    lotte_answers_and_asks_how_it_goes(lotte, clean)
    wilma.reload()
    expect(wilma.get_by_text(WHY)).to_be_visible()
    reads_well(wilma, clean)


def wants(page: Page, answer: str) -> None:
    page.get_by_role("radio", name=answer).check()
    page.get_by_role("button", name="Bewaar").click()


def test_the_letter_is_there_while_both_want_it(visit: Visit, clean: Clean) -> None:
    """C106: each says it alone, and each takes it back alone."""
    noor, wilma = visit("noor", width=390), visit("wilma", width=390)
    wilma.get_by_role("link", name=re.compile("Hoe gaat het met jou")).click()
    wilma.get_by_role("link", name="Een brief om te tonen").click()
    wants(wilma, "Ja")
    expect(wilma.get_by_text("Noor zei nog geen ja.")).to_be_visible()
    reads_well(wilma, clean)
    noor.goto(wilma.url)
    wants(noor, "Ja")
    letter = noor.get_by_role("link", name="Bewaar als PDF")
    expect(letter).to_be_visible()
    reads_well(noor, clean)
    pdf = letter.get_attribute("href") or ""
    assert wilma.request.get(pdf).body().startswith(b"%PDF")
    wants(noor, "Nee")
    expect(letter).to_have_count(0)
    assert wilma.request.get(pdf).status == 404


def test_a_worry_of_her_mother_is_heard_and_noor_talks_about_it(visit: Visit, clean: Clean) -> None:
    """A worry is no no; what Noor says of it at home, nobody at home reads (A81, A95)."""
    lotte, noor = visit("lotte", width=390), visit("noor", width=390)
    place = dossier(lotte)
    lotte.goto(f"{place}home/around/")
    reads_well(lotte, clean)
    lotte.get_by_role("link", name="Een ouder maakt zich zorgen").click()
    lotte.get_by_role("radio", name=re.compile("[Mm]ama")).check()
    lotte.get_by_label(re.compile("Welke zorg")).fill("Gaat ze nu alles aan Wilma vertellen?")
    clean(lotte)
    lotte.get_by_role("button", name="Schrijf het op").click()
    expect(lotte.get_by_text("Laat eerst merken dat je deze zorg begrijpt.")).to_be_visible()
    reads_well(lotte, clean)
    noor.goto(f"{place}home/around/why/")
    noor.get_by_role("textbox").first.fill(HARD)
    noor.get_by_role("button", name="We praatten erover").click()
    expect(noor.get_by_text(HARD)).to_be_visible()
    reads_well(noor, clean)
    ann = visit("ann", width=390)
    for page in ("home/around/", "home/around/why/"):
        assert ann.request.get(f"{place}{page}").status == 404


def test_nobody_yet_is_no_end_and_lus_comes_by_her_yes_alone(visit: Visit, clean: Clean) -> None:
    """B31, A184: where they looked stands there, there is always a next day, and without a yes there is no sheet."""
    noor = visit("noor", width=390)
    place = re.sub(r".*(/d/[^/]+/).*", r"\1", noor.get_by_role("link", name="Mijn kring").get_attribute("href") or "")
    noor.goto(f"{place}further/")
    noor.get_by_role("button", name="We beginnen").click()
    expect(noor.get_by_text("Jullie kijken verder op")).to_be_visible()
    reads_well(noor, clean)
    noor.get_by_role("link", name=re.compile("Schrijf op wat jullie vonden")).nth(1).click()
    noor.get_by_label("Wat leverde het op?").fill("Juf Els van het vierde.")
    clean(noor)
    noor.get_by_role("button", name="Bewaar").click()
    expect(noor.get_by_text("Juf Els van het vierde.")).to_be_visible()
    noor.get_by_role("link", name="Vraag het samen aan Lus").click()
    noor.get_by_label(re.compile("Wat wil je dat Lus weet")).fill("Ik kook graag.")
    noor.get_by_role("button", name="Maak het blad").click()
    expect(noor.get_by_label(re.compile("Wat wil je dat Lus weet"))).to_have_value("Ik kook graag.")
    clean(noor)
    noor.get_by_role("radio", name=re.compile("Ja, Lus mag")).check()
    noor.get_by_role("button", name="Maak het blad").click()
    expect(noor.get_by_role("link", name="Het blad als PDF")).to_be_visible()
    reads_well(noor, clean)
