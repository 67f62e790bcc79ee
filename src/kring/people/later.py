"""What is done after the answer has gone out, so that the time of an answer tells nothing about what was found.

A mail, or a line in the log, takes longer for an address that we know than for one that we do not.  So neither is
weighed before the answer: both begin a moment later, in a thread of their own.  What waits when the program is stopped
is still done; what waits when the machine stops is lost, and who asked asks again.
"""

import logging
from collections.abc import Callable
from threading import Timer

from django.db import close_old_connections

log = logging.getLogger(__name__)
A_MOMENT = 1.5
"""Seconds: longer than any answer of these pages takes."""


def after_the_answer(work: Callable[[], object]) -> None:
    """Do this when the answer is out."""
    Timer(A_MOMENT, _run, [work]).start()


def _run(work: Callable[[], object]) -> None:
    close_old_connections()
    try:
        work()
    except Exception:  # nobody waits for this any more: the log of the server is the only place to say it
        log.exception("something that was left for after the answer did not happen")
    finally:
        close_old_connections()
