"""A mail server that takes everything in, or refuses it, and lets it be read back."""

import email
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from email.policy import default

from aiosmtpd.controller import Controller
from django.test import override_settings


@dataclass
class Sink:
    """What arrived, for whom; and what it says to who wants to hand something over."""

    port: int
    answer: str = "250 OK"
    arrived: list[tuple[str, Message]] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)

    async def handle_DATA(self, _server: object, _session: object, envelope: object) -> str:  # noqa: N802  # its name
        if self.answer.startswith("250"):
            content: bytes = envelope.content  # type: ignore[attr-defined]
            self.raw.append(content)
            told = email.message_from_bytes(content, policy=default)
            self.arrived += [(to, told) for to in envelope.rcpt_tos]  # type: ignore[attr-defined]
        return self.answer


@contextmanager
def sink() -> Iterator[Sink]:
    """A server on the loopback, and settings that send to it."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    taken = Sink(port)
    controller = Controller(taken, hostname="127.0.0.1", port=port)
    controller.start()
    backend = "django.core.mail.backends.smtp.EmailBackend"
    try:
        with override_settings(EMAIL_BACKEND=backend, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port):
            yield taken
    finally:
        controller.stop()
