"""The first way in of a new colleague: a link to choose a password, sent by mail.

It is the link of "password forgotten": it works once, for three days, and not any more after the first sign-in.  Who
adds a colleague does not see it, so that nobody comes in as somebody else (ASVS 5.0, 6.4.6).  Where no mail leaves, it
gets a closed link to hand over, and six digits open that; the digits are shown to colleagues who cannot make a link.
"""

import base64
import logging
from smtplib import SMTPException

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse

from kring.kit import crypto
from kring.people import mail, seals
from kring.people.models import Post, Posts, User
from kring.people.standing import CHANGES

log = logging.getLogger(__name__)
SCOPE = "welcome"


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


def tellers(here: Posts) -> Posts:
    """Who can tell the digits: colleagues who came in before, and cannot make a link."""
    makers = Post.objects.filter(role__in=[one.value for one in CHANGES]).values("person")
    return here.filter(person__user__last_login__isnull=False).exclude(person__in=makers)


def send(user: User, address: str) -> bool:
    """Send the link, in words that say nothing about any child.  False when the mail could not leave."""
    try:
        mail.written("people/welcome.txt", user.email or "", address=address).send()
    except (OSError, SMTPException):
        log.warning("a welcome mail could not be sent")
        return False
    return True
