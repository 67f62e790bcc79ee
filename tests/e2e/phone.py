"""A phone or laptop with passkeys, as Chromium plays one; and time that passes for a page and for the server."""

import subprocess
import sys

from playwright.sync_api import Page

from tests.e2e.conftest import Server, environment

BACK = """
import sys, django; django.setup()
from datetime import timedelta
from kring.people.models import Stay
gone = timedelta(minutes=int(sys.argv[1]))
for stay in Stay.objects.filter(ended_at=None):
    Stay.objects.filter(pk=stay.pk).update(seen_at=stay.seen_at - gone, began_at=stay.began_at - gone)
"""
PASSWORD = """
import sys, django; django.setup()
from kring.people.models import User
user = User.objects.get(email=f"{sys.argv[1]}@kring.example")
user.set_password(sys.argv[2])
user.save()
"""
LINK = """
import sys, django; django.setup()
from kring.people import welcome
from kring.people.models import User
print(welcome.link_for(User.objects.get(email=f"{sys.argv[1]}@kring.example")))
"""


def with_passkeys(page: Page) -> None:
    """From now on this browser has a place for passkeys, and a finger that always fits."""
    kit = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": kit})


def pass_on_the_server(server: Server, minutes: int) -> None:
    """So long ago, everybody touched a page for the last time."""
    _run(server, BACK, str(minutes))


def set_the_clock(page: Page) -> None:
    """Time goes as the test says, from the next page on.

    On a page that stands open it would jump, and that page would then be covered and lock the stay on the server,
    now and then before the next page is asked for.
    """
    page.goto("about:blank")
    page.clock.install()


def choose_password(server: Server, key: str, password: str) -> None:
    """Someone of the cast has a password."""
    _run(server, PASSWORD, key, password)


def link_of_a_new_colleague(server: Server, key: str) -> str:
    """The link with which someone of the cast, who never came in, begins."""
    return _run(server, LINK, key)


def _run(server: Server, code: str, *words: str) -> str:
    place = environment(server.data)
    done = subprocess.run([sys.executable, "-c", code, *words], check=True, env=place, capture_output=True, text=True)
    return done.stdout.strip()
