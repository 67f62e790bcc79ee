"""The first way in of a new colleague: a link to choose a password, sent by mail.

It is the link of "password forgotten": it works once, for three days, and not any more after the first sign-in.  Who
adds a colleague does not see it, so that nobody comes in as somebody else (ASVS 5.0, 6.4.6).  Where no mail leaves, it
gets a closed link to hand over, and six digits open that; the digits are shown to who cannot make a link and leads a
team.  Where no such colleague came in yet, the data protection officer tells them; where that one did not either,
whoever did.  Not to everybody: each who knows them holds half of the way in of everyone who still has to begin.
"""

import base64
import logging
from collections import defaultdict
from smtplib import SMTPException
from uuid import UUID

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse

from kring.kit import crypto
from kring.people import mail, seals
from kring.people.models import Person, Post, Posts, Role, User
from kring.people.standing import CHANGES

log = logging.getLogger(__name__)
SCOPE = "welcome"
WHOEVER = ""
TELLS = (Role.TEAM_LEAD.value, Role.OFFICER.value, WHOEVER)
"""Whose task it is to tell the digits, the first of whom somebody came in before."""


def link_for(user: User) -> str:
    """The path of the page on which this person chooses a password."""
    key = default_token_generator.make_token(user)
    return reverse("account_reset_password_from_key", args=[user_pk_to_url_str(user), key])


def closed_link_for(user: User) -> str:
    """The path that opens with the digits: who holds it cannot read in it where it leads."""
    closed = crypto.encrypt(f"{user.pk} {link_for(user)}", scope=SCOPE)
    return reverse("ways:begin", args=[base64.urlsafe_b64encode(closed.encode()).decode().rstrip("=")])


def digits_for(user: User) -> str:
    """What a colleague tells the new one: the same until this person comes in, or gets another link."""
    return f"{int(seals.seal(f'{user.pk} {user.password}', scope=SCOPE)[:12], 16) % 10**6:06}"


def of_token(token: str) -> tuple[User, str] | None:
    """Whose closed link this is, and where it leads; nothing for one that we did not make, or who came in since."""
    try:
        closed = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode()
        key, _, path = crypto.decrypt(closed, scope=SCOPE).partition(" ")
    except ValueError:  # not of our making, in whatever way
        return None
    user = User.objects.filter(pk=key, is_active=True, last_login=None).first()
    return (user, path) if user else None


def tellers(here: Posts) -> list[Person]:
    """Who tells the digits: of the colleagues who came in before and cannot make a link, whose task it is (`TELLS`)."""
    makers = Post.objects.filter(role__in=[one.value for one in CHANGES]).values("person")
    able = here.filter(person__user__last_login__isnull=False).exclude(person__in=makers).select_related("person")
    by_role: defaultdict[str, dict[UUID, Person]] = defaultdict(dict)
    for post in able.order_by("person__call_name", "pk"):
        by_role[post.role][post.person_id] = post.person
        by_role[WHOEVER][post.person_id] = post.person
    return next((list(by_role[one].values()) for one in TELLS if by_role[one]), [])


def send(user: User, address: str) -> bool:
    """Send the link, in words that say nothing about any child.  False when the mail could not leave."""
    try:
        mail.written("people/welcome.txt", user.email or "", address=address).send()
    except (OSError, SMTPException):
        log.warning("a welcome mail could not be sent")
        return False
    return True
