"""A role card is shown and looked at on two phones; a code of a phone beside a password; a passkey of a youth."""

import re
import subprocess
import sys
from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Browser, Page, expect

from kring.kit import clock
from tests.e2e.conftest import Server, Visit, environment
from tests.e2e.phone import choose_password, set_the_clock, with_passkeys
from tests.e2e.sitting import dossier

SECRET = "JBSWY3DPEHPK3PXP"
SCREEN = {"width": 390, "height": 844}
NOOR = """
import django; django.setup()
from kring.access.door import open_door
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.meaning import Expressed, Meaning
from kring.law.trust_person import ADULT, ENTRY, EXTRACT, INDEPENDENT
from kring.access.models import SamePerson
from kring.access.scope import all_children
from kring.people.actors import Actor, ActorKind
from kring.people.models import User
from kring.law.steps import Answered, Asker, How, Step, Voice
from kring.rights import paths
from kring.rights.acts import answers, conditions, serving, steps, wishes
def person(key): return User.objects.get(email=f"{key}@kring.example").person_id
def door(key, section): return open_door(Actor(ActorKind.SESSION, person(key)), place, section)
place = Involvement.objects.get(person=person("noor"), relation="child").dossier_id
(everywhere := all_children()).__enter__()  # kept: it ends once nobody holds it
karim = SamePerson.objects.get(person=person("karim"), item__dossier=place).item_id
"""
SERVES = (
    NOOR
    + """
on = clock.today()
said = wishes.Said(meaning=Meaning.TRUST_PERSON, expressed=Expressed.SAID, on=on)
wishes.name(door("noor", Section.RIGHTS), karim, said, act=uuid7())
seen = [conditions.Finding(code=code, holds=True) for code in (ADULT, INDEPENDENT, EXTRACT, ENTRY)]
conditions.look(door("lotte", Section.CONDITIONS), karim, seen, act=uuid7(), on=on)
path = paths.path_as(door("noor", Section.RIGHTS), karim, Meaning.TRUST_PERSON)
asked = steps.New(step=Step.ASKED, on=on, asker=Asker.CHILD, how=How.VISIT)
yes = steps.New(step=Step.ANSWERED, on=on, voice=Voice.PERSON, reply=Answered.YES)
answers.answer(door("noor", Section.RIGHTS), path, answers.Answer(said=yes, asked=asked), act=uuid7(), on=on)
serving.begin(door("lotte", Section.CONDITIONS), karim, act=uuid7(), on=on)
new = {"dossier_id": place, "person_id": person("karim"), "relation": Relation.TRUST_PERSON.value}
Involvement.objects.get_or_create(**new, from_on=on)
"""
)
ENDS = NOOR + "serving.end(door('noor', Section.RIGHTS), karim, on=clock.today())\n"
LATER = """
import django; django.setup()
from datetime import timedelta
from kring.people.models import RoleCard
for card in RoleCard.objects.all():
    RoleCard.objects.filter(pk=card.pk).update(until_at=card.until_at - timedelta(minutes=2))
"""
WITH_AN_APP = f"""
import django; django.setup()
from allauth.mfa.models import Authenticator
from allauth.mfa.adapter import get_adapter
from kring.people.models import User
user = User.objects.get(email="hilde@kring.example")
told = {{"secret": get_adapter().encrypt("{SECRET}")}}
Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data=told)
"""


def there(server: Server, code: str) -> None:
    """Do this on the server."""
    subprocess.run([sys.executable, "-c", code], check=True, env=environment(server.data), capture_output=True)


@pytest.fixture
def asker(browser: Browser, server: Server) -> Page:
    """The phone of somebody who is signed in nowhere."""
    return browser.new_context(base_url=server.address, viewport=SCREEN, has_touch=True, locale="nl-BE").new_page()


def card_of(karim: Page) -> str:
    """The page of the card, for the child of his home."""
    karim.goto("/today/")
    found = re.search(r"/d/[0-9a-f-]+/", karim.url)
    assert found
    return f"{found[0]}card/"


def verdict(asker: Page, code: str) -> str:
    """What the public page says of a code that is typed over."""
    asker.goto("/card/")
    asker.get_by_label("De code op de kaart").fill(code)
    asker.get_by_role("button", name="Kijk na").tap()
    return asker.locator(".verdict b").inner_text()


def shown(karim: Page) -> str:
    """The code that Karim shows now."""
    with karim.expect_navigation():  # the code of before stands there until the new one comes
        karim.get_by_role("button", name="code").first.tap()
    return karim.locator("[data-code]").inner_text()


def test_a_role_card_is_shown_on_one_phone_and_looked_at_on_another(
    visit: Visit, server: Server, asker: Page, clean: Callable[[Page], None]
) -> None:
    there(server, SERVES)
    karim = visit("karim", width=390, touch=True)
    karim.goto(card_of(karim))
    clean(karim)
    code = shown(karim)
    clean(karim)
    assert karim.evaluate("document.documentElement.scrollWidth") <= SCREEN["width"]
    assert verdict(asker, code) == "geldig"
    clean(asker)
    assert asker.evaluate("document.documentElement.scrollWidth") <= SCREEN["width"]
    assert "Noor" not in asker.content()
    assert "Karim" not in asker.content()

    there(server, LATER)
    assert verdict(asker, code) == "niet geldig", "two minutes later"
    clean(asker)

    again = shown(karim)
    assert again != code
    assert verdict(asker, again) == "geldig"
    there(server, ENDS)
    assert verdict(asker, again) == "niet geldig", "Noor ended it, and the code did not live on"


def test_the_code_is_gone_from_the_phone_when_it_is_over(visit: Visit, server: Server) -> None:
    there(server, SERVES)
    karim = visit("karim", width=390, touch=True)
    where = card_of(karim)
    set_the_clock(karim)
    karim.goto(where)
    shown(karim)
    karim.clock.run_for(119_000)
    expect(karim.locator("[data-code]")).to_be_visible()
    karim.clock.run_for(2_000)
    expect(karim.get_by_text("Deze code is voorbij.")).to_be_visible()
    expect(karim.locator("kring-countdown.over [data-code]")).to_have_css("text-decoration-line", "line-through")


def of_the_app(*, wrong: bool = False) -> str:
    """The six digits that an app shows now, or others."""
    found = format_hotp_value(hotp_value(SECRET, int(clock.now().timestamp()) // 30))
    return f"{(int(found) + 1) % 10**6:06}" if wrong else found


def test_a_colleague_signs_in_with_a_code_of_the_phone(
    browser: Browser, server: Server, clean: Callable[[Page], None]
) -> None:
    choose_password(server, "hilde", "vier paarden in de wei")
    there(server, WITH_AN_APP)
    page = browser.new_context(base_url=server.address, viewport=SCREEN, locale="nl-BE").new_page()
    page.goto("/accounts/in/")
    page.get_by_label("E-mail").fill("hilde@kring.example")
    page.get_by_role("textbox", name="Wachtwoord").fill("vier paarden in de wei")
    page.get_by_role("button", name="Aanmelden met je wachtwoord").click()
    expect(page.get_by_role("heading", name="Nog één stap")).to_be_visible()
    clean(page)
    page.goto("/today/")
    expect(page.get_by_role("heading", name="Nog één stap")).to_be_visible()  # half way is not in
    page.get_by_role("textbox", name="code").fill(of_the_app(wrong=True))
    page.get_by_role("button", name="Aanmelden", exact=True).click()
    expect(page.get_by_role("heading", name="Nog één stap")).to_be_visible()
    clean(page)
    page.get_by_role("textbox", name="code").fill(of_the_app())
    page.get_by_role("button", name="Aanmelden", exact=True).click()
    expect(page.get_by_role("navigation").get_by_text("Organisatie")).to_be_visible()


@pytest.fixture
def phone(browser: Browser, server: Server) -> Page:
    """Noor's phone, with a place for passkeys, at an address where browsers allow them."""
    address = server.address.replace("127.0.0.1", "localhost")
    page = browser.new_context(base_url=address, viewport=SCREEN, has_touch=True, locale="nl-BE").new_page()
    with_passkeys(page)
    return page


def with_a_card(phone: Page, lotte: Page) -> None:
    """Lotte makes a card, and Noor comes in with it; it is not her own phone yet."""
    lotte.goto(f"{dossier(lotte)}ways/own/")
    lotte.get_by_role("button", name="Maak een kaartje").click()
    code = lotte.locator("main .code.groups").inner_text()
    phone.goto("/in/card/")
    phone.get_by_label("De code op je kaartje").fill(code)
    phone.get_by_role("button", name="Verder").tap()
    for field in ("Zes cijfers", "Nog eens dezelfde"):
        phone.get_by_role("textbox", name=field).fill("738261")
    phone.get_by_role("button", name="Dit worden ze").tap()
    phone.get_by_role("button", name="Nee").tap()
    expect(phone.get_by_role("heading", name="Dag Noor")).to_be_visible()


def test_noor_makes_a_passkey_and_comes_in_with_it(visit: Visit, phone: Page, clean: Callable[[Page], None]) -> None:
    with_a_card(phone, visit("lotte"))
    phone.goto(f"{phone.url}ways/own/")
    clean(phone)
    phone.get_by_role("link", name="Binnenkomen met een passkey").tap()
    phone.get_by_role("link", name="Maak een passkey").tap()
    phone.get_by_label("Hoe noem je hem?").fill("mijn gsm")
    clean(phone)
    phone.get_by_role("button", name="Maak de passkey").tap()
    expect(phone.get_by_role("heading", name="mijn gsm")).to_be_visible()
    phone.context.clear_cookies()
    phone.goto("/accounts/in/")
    phone.get_by_role("button", name="Aanmelden met een passkey").tap()
    expect(phone.get_by_role("heading", name="Dag Noor")).to_be_visible()
    assert phone.title() == "Kring"
