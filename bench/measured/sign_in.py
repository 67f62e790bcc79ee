"""Signing in, attacked: sessions that are played again, names that are guessed by time, passwords that are guessed.

Run inside a practice place, through the application itself (`bench.security`), or inside a test.
"""

import gc
import json
import secrets
import statistics
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse

from kring.kit import clock
from kring.people import later, seals
from kring.people.actors import Actor, ActorKind
from kring.people.acts import house, stays
from kring.people.models import Attempts, Organisation, Person, Post, Role, Stay, User

SENTENCE = "een oude wilg aan het water"
WRONG = "nooit geraden, nooit geweten"
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # where tries are counted and not timed
AT_ONCE = 50


def main(share: str) -> None:
    """Everything, as one line."""
    part = float(share)
    found = (
        enumeration(int(120 * part))
        | guesses(int(10_000 * part), int(1_000 * part))
        | race()
        | replays(int(20 * part) or 1)
    )
    print(json.dumps(found))


# -- what they have in common -----------------------------------------------------------------------------------------


def colleague(role: Role = Role.WORKER) -> User:
    """Somebody new, with a post and a password."""
    made = Organisation.objects.order_by("id").first()
    assert made is not None
    person = Person.objects.create(call_name="Iemand")
    user = User(person=person, email=f"{secrets.token_hex(6)}@kring.example", created_at=clock.now())
    user.set_password(SENTENCE)
    user.last_login = clock.now()
    user.save(force_insert=True)
    team = made.teams.first() if role in {Role.WORKER, Role.TEAM_LEAD} else None
    Post.objects.create(person=person, organisation=made, team=team, role=role.value, from_on=clock.today())
    return user


def sign_in(browser: Client, email: str | None, password: str, address: str = "10.0.0.1") -> HttpResponse:
    """Send the form."""
    return browser.post(reverse("account_login"), {"login": email, "password": password}, REMOTE_ADDR=address)


def is_in(browser: Client, page: str = "people:organisation") -> bool:
    """Whether there is something to see."""
    return bool(browser.get(reverse(page)).status_code == 200)


def copied(browser: Client) -> Client:
    """What a thief of the cookies holds."""
    thief = Client()
    for name, morsel in browser.cookies.items():
        thief.cookies[name] = morsel.value
    return thief


# -- row 13: what was a session once ----------------------------------------------------------------------------------


def replays(rounds: int) -> dict[str, int]:
    """How many sessions were accepted that should not be, of how many."""
    told = [(name, kind()) for _ in range(rounds) for name, kind in KINDS.items()]
    accepted = [name for name, taken in told if taken]
    for name in sorted(set(accepted)):
        print(f"accepted: {name}")
    return {"replays_accepted": len(accepted), "replays": len(told)}


def _signed_in(role: Role = Role.WORKER) -> tuple[User, Client, Client]:
    """Somebody who came in, and who copied the cookies; before anything happens the copy works too."""
    user, browser = colleague(role), Client()
    sign_in(browser, user.email, SENTENCE)
    thief = copied(browser)
    if not is_in(thief):
        raise RuntimeError("a copied cookie does not work, so nothing would be measured")
    return user, browser, thief


def _planted() -> bool:
    """A session that somebody else began, or made up, before the victim came in with it."""
    user, attacker = colleague(), Client()
    attacker.get(reverse("account_login"))
    attacker.cookies["kring"] = attacker.cookies["kring"].value if "kring" in attacker.cookies else "a" * 32
    victim = copied(attacker)
    sign_in(victim, user.email, SENTENCE)
    return is_in(attacker)


def _signed_out() -> bool:
    _, browser, thief = _signed_in()
    browser.post(reverse("account_logout"))
    return is_in(thief)


def _disabled() -> bool:
    user, _, thief = _signed_in()
    actor = Actor(ActorKind.JOB, None)
    for post in Post.objects.filter(person=user.person_id):
        house.end_post(actor, post, on=clock.today())
    return is_in(thief)


def _role_ended() -> bool:
    """A manager who is a worker from now on: the page of managers is not there any more."""
    user, _, thief = _signed_in(Role.MANAGER)
    held = Post.objects.get(person=user.person_id)
    Post.objects.create(
        person=user.person, organisation=held.organisation, role=Role.DIRECTOR.value, from_on=clock.today()
    )
    yesterday = clock.today() - timedelta(days=1)
    Post.objects.filter(person=user.person_id).update(from_on=yesterday, until_on=yesterday)
    return is_in(thief, "people:team")


def _stay_ended() -> bool:
    user, _, thief = _signed_in()
    for stay in Stay.objects.filter(user=user, ended_at=None):
        stays.end(stay, at=clock.now())
    return is_in(thief)


def _too_long() -> bool:
    user, _, thief = _signed_in()
    long_ago = clock.now() - timedelta(hours=12)
    Stay.objects.filter(user=user).update(began_at=long_ago)
    return is_in(thief)


def _other_password() -> bool:
    user, browser, thief = _signed_in()
    new = "een nieuwe wilg aan het water"
    browser.post(reverse("account_change_password"), {"oldpassword": SENTENCE, "password1": new, "password2": new})
    user.refresh_from_db()
    if not user.check_password(new):
        raise RuntimeError("the password did not change, so nothing would be measured")
    return is_in(thief)


KINDS: dict[str, Callable[[], bool]] = {
    "planted beforehand": _planted,
    "after signing out": _signed_out,
    "after the last post ended": _disabled,
    "after the role ended": _role_ended,
    "after the stay ended": _stay_ended,
    "after twelve hours": _too_long,
    "after another password": _other_password,
}


# -- row 17: names, by time -------------------------------------------------------------------------------------------


def enumeration(pairs: int) -> dict[str, float]:
    """By how much the time of an answer differs, in per cent: the median of pairs that stand beside each other."""
    known = colleague()
    asks: dict[str, Callable[[str], object]] = {
        "sign_in": lambda email: sign_in(Client(), email, WRONG),
        "used_up": lambda email: sign_in(Client(), email, WRONG),
        "forgotten": lambda email: Client().post(reverse("account_reset_password"), {"email": email}),
    }
    found = {}
    with nothing_after_the_answer(), _nothing_old_to_collect():
        for name, ask in asks.items():
            found[f"{name}_delta_pct"] = _difference(ask, str(known.email), pairs, used_up=name == "used_up")
    return {"enumeration_delta_pct": max(abs(delta) for delta in found.values()), **found}


def _difference(ask: Callable[[str], object], known: str, pairs: int, *, used_up: bool) -> float:
    differences, plain = [], []
    for number in range(-3, pairs):  # the first three warm up
        unknown = f"{secrets.token_hex(6)}@kring.example"
        first, second = (known, unknown) if number % 2 else (unknown, known)
        took = {email: _timed(ask, email, used_up=used_up and email == known) for email in (first, second)}
        if number >= 0:
            differences.append(took[known] - took[unknown])
            plain.append(took[unknown])
    return round(100 * statistics.median(differences) / statistics.median(plain), 2)


def _timed(ask: Callable[[str], object], email: str, *, used_up: bool) -> float:
    """One answer, with all tries left, or with none."""
    Attempts.objects.all().delete()
    if used_up:
        shut = clock.now() + timedelta(minutes=5)
        key = seals.seal(f"password unknown {email}", scope="attempts")
        Attempts.objects.create(pk=key, wrong=9, last_at=clock.now(), shut_until=shut)
    gc.collect()
    gc.disable()
    began = time.perf_counter()
    ask(email)
    took = time.perf_counter() - began
    gc.enable()
    return took


@contextmanager
def _nothing_old_to_collect() -> Iterator[None]:
    """What was there before is left alone: looking through it before each answer would take longer than all of them."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def nothing_after_the_answer() -> Iterator[None]:
    """What is left for after the answer is no part of it."""
    real, later.after_the_answer = later.after_the_answer, lambda work: None
    try:
        yield
    finally:
        later.after_the_answer = real


# -- row 17: passwords, by guessing -----------------------------------------------------------------------------------


@contextmanager
def counted(seen: list[str]) -> Iterator[None]:
    """Each time that a guess was held against a real password."""
    real = seals.fits

    def fits(code: str, kept: str) -> bool:
        seen.extend([kept] if kept else [])
        return real(code, kept)

    seals.fits = fits
    try:
        yield
    finally:
        seals.fits = real


def guesses(how_many: int, addresses: int) -> dict[str, Any]:
    """How many guesses at one account were looked at, from so many addresses; and whether the owner comes in."""
    seen: list[str] = []
    with override_settings(PASSWORD_HASHERS=QUICK), nothing_after_the_answer(), counted(seen):
        owner, own = colleague(), Client()
        sign_in(own, owner.email, SENTENCE)
        own.post(reverse("account_logout"))
        seen.clear()
        for number in range(how_many):
            other = number % addresses
            sign_in(Client(), owner.email, f"{WRONG} {number}", f"10.1.{other // 250}.{other % 250 + 1}")
        checked = len(seen)
        comes_in = sign_in(own, owner.email, SENTENCE).status_code == 302 and is_in(own)
    return {"guesses_checked": checked, "guesses": how_many, "owner_still_in": comes_in}


def race() -> dict[str, int]:
    """Fifty guesses at the same moment: no more are looked at than one after another."""
    seen: list[str] = []

    def guess(number: int) -> None:
        sign_in(Client(), email, f"{WRONG} {number}")
        connection.close()

    with override_settings(PASSWORD_HASHERS=QUICK), nothing_after_the_answer(), counted(seen):
        email = colleague().email
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(guess, range(AT_ONCE)))
    return {"at_once": AT_ONCE, "at_once_checked": len(seen)}
