"""Due moments, ticks that are killed, and what arrived at the mail server (`bench.reminders`)."""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from typing import Any

from django.db import transaction

from kring.access.acts import open_dossier
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.people.actors import Actor, ActorKind
from kring.people.models import Channel, Message, Organisation, Person, Post, Role, Team, User
from tests.sink import sink

TICK = """
import sys, django
django.setup()
from datetime import timedelta
from kring.people.acts import messages
messages.LEASE = timedelta(seconds=0.5)
from kring.portals import jobs
print(jobs.tick())
"""
"""A tick of which what it held is free again in half a second: nobody waits here for the five minutes of every day."""
FIRST, LONGEST = 1.2, 3.5
"""Seconds after which a tick is killed: it takes about one to begin."""
ROUNDS = 60
REST = 0.6


def hold(due: int, kills: int, seed: int) -> dict[str, Any]:
    """Make them due, kill, let it run out, and count."""
    _make(due)
    began, chance = time.perf_counter(), random.Random(seed)  # noqa: S311  # repeatable, not secret
    with sink() as taken:
        killed = sum(_killed(taken.port, chance.uniform(FIRST, LONGEST)) for _ in range(kills))
        for _ in range(ROUNDS):
            time.sleep(REST)
            _tick(taken.port).wait(timeout=600)
            if not Message.objects.waiting().exists() and not Message.objects.exclude(taken_at=None).exists():
                break
    names = Counter((to, mail["Message-ID"]) for to, mail in taken.arrived)
    arrived = Counter(to for to, _name in names)
    return {
        "due": due,
        "sent_once": sum(count == 1 for count in arrived.values()),
        "lost": due - len(arrived),
        "doubled": sum(count > 1 for count in arrived.values()),
        "kills": killed,
        "handed_over_twice": sum(count - 1 for count in names.values()),
        "seconds": round(time.perf_counter() - began, 1),
    }


def _tick(port: int) -> "subprocess.Popen[bytes]":
    place = {"KRING_MAIL_HOST": "127.0.0.1", "KRING_MAIL_PORT": str(port)}
    return subprocess.Popen(  # our own script, no shell
        [sys.executable, "-c", TICK], env=os.environ | place, stdout=subprocess.DEVNULL
    )


def _killed(port: int, after: float) -> bool:
    """Whether a tick was killed while it was at work.  One that had done everything ends by itself before that."""
    running = _tick(port)
    try:
        running.wait(timeout=after)
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()
        return True
    return False


def _make(due: int) -> None:
    """Children with whom nobody talked yet, each with a worker of its own who may be reached at any hour."""
    with transaction.atomic():
        team = Team.objects.create(organisation=Organisation.objects.create(name="Huis"), name="Team")
        for number in range(due):
            person = Person.objects.create(call_name=f"Werker {number}")
            user = User(person=person, email=f"w{number}@kring.example", created_at=clock.now())
            user.set_unusable_password()
            user.save(force_insert=True)
            post = {"organisation": team.organisation, "team": team, "role": Role.WORKER.value}
            Post.objects.create(person=person, from_on=clock.today(), **post)
            Channel.objects.create(
                person=person, is_safe=True, at_once=True, from_hour=0, until_hour=24, set_at=clock.now()
            )
            open_dossier(Actor(ActorKind.SESSION, person.pk), call_name=f"Kind {number}", team=team, once=uuid7())
    assert Dossier.objects.count() == due
