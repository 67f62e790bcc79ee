"""`./kring bench security`, small: hostile text through every form, read back in a browser (quality.md 3, row 16)."""

from playwright.sync_api import Browser

from bench.measured.injected import attack
from bench.measured.payloads import payloads
from tests.e2e.conftest import Server


def test_what_people_type_is_never_run(browser: Browser, server: Server) -> None:
    found = attack(browser, server.address, ["lotte"], [payloads()[:: 15 * 12]])
    assert found.executed == []
    assert len(found.fields) >= 8, found.fields
    assert found.opened >= 10
