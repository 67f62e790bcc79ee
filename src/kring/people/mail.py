"""A mail of Kring: plain text, a sender that says nothing, nothing that follows a reader, no answer expected."""

from collections.abc import Iterable
from email.utils import make_msgid, parseaddr
from uuid import UUID, uuid5

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

NAMES = UUID("01a22600-0000-7000-8000-6b72696e6700")
"""Under which our mails are named."""


def headers() -> dict[str, str]:
    """What every mail carries: made by a program (RFC 3834), and a number that does not name the machine."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return {
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "Message-ID": make_msgid(domain=domain or "localhost"),
    }


def written(template: str, to: str, **said: object) -> EmailMessage:
    """A mail from a template: its first line is the subject."""
    subject, _, body = render_to_string(template, said).strip().partition("\n")
    return EmailMessage(subject, f"{body.strip()}\n", to=[to], headers=headers())


def named(mail: EmailMessage, of: Iterable[UUID]) -> EmailMessage:
    """The same mail sent a second time bears the same name, so that a mail server and a reader know it for one."""
    domain = mail.extra_headers["Message-ID"].partition("@")[2]
    mail.extra_headers["Message-ID"] = f"<{uuid5(NAMES, ' '.join(sorted(map(str, of))))}@{domain}"
    return mail


def changed(to: str) -> EmailMessage:
    """What one comes in with is not what it was: begins as a knock, and says below where to look when it is strange."""
    where = settings.KRING_ADDRESS.rstrip("/") + reverse("ways:stays")
    return written("people/changed.txt", to, where=where)


def knock(to: str) -> EmailMessage:
    """There is something inside; what, and about whom, is not said (R26)."""
    return written("people/knock.txt", to, where=settings.KRING_ADDRESS)
