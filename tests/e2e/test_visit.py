"""The demo: one click to be someone, the word OEFENING everywhere, and no such way in anywhere else."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server, Visit, environment


def test_one_click_to_be_lotte(visit: Visit, clean: Callable[[Page], None]) -> None:
    page = visit("lotte")
    expect(page.get_by_text("OEFENING").first).to_be_visible()
    clean(page)


def test_the_cast_is_listed(server: Server, browser: object, clean: Callable[[Page], None]) -> None:
    page = browser.new_page(base_url=server.address)  # type: ignore[attr-defined]
    page.goto("/visit/")
    for name in ("Noor", "Sem", "Lotte", "Hilde"):
        expect(page.get_by_role("button", name=name, exact=True)).to_be_visible()
    clean(page)


def test_whose_way_in_was_closed_cannot_be_visited(server: Server, browser: object) -> None:
    code = "import django; django.setup(); from kring.people.models import User; "
    code += "User.objects.filter(email='lotte@kring.example').update(is_active=False)"
    subprocess.run([sys.executable, "-c", code], check=True, env=environment(server.data))
    page = browser.new_page(base_url=server.address)  # type: ignore[attr-defined]
    page.goto("/visit/")
    with page.expect_navigation() as answer:
        page.get_by_role("button", name="Lotte", exact=True).click()
    assert answer.value.status == 404


def test_the_demo_does_not_start_on_a_database_it_did_not_make(server: Server) -> None:
    code = "import django; django.setup(); from kring.demo.models import Mark; Mark.objects.all().delete()"
    place = environment(server.data)
    subprocess.run([sys.executable, "-c", code], check=True, env=place)
    seed = subprocess.run(
        [sys.executable, "-m", "django", "seed_demo"], check=False, env=place, capture_output=True, text=True
    )
    assert seed.returncode != 0
    assert "not made by the demo" in seed.stderr


def test_outside_the_demo_this_way_in_does_not_exist(tmp_path: Path) -> None:
    place = environment(tmp_path) | {"KRING_DEMO": ""}
    code = "import django; django.setup(); from django.urls import reverse; reverse('demo:cast')"
    told = subprocess.run([sys.executable, "-c", code], check=False, env=place, capture_output=True, text=True)
    assert "NoReverseMatch" in told.stderr
    assert os.path.exists(tmp_path)
