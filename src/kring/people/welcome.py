"""The first way in of a new colleague: a link to choose a password, shown once on screen and sent by mail.

It is the link of "password forgotten": it works once, for three days, and not any more after the first sign-in.
"""

import logging
from smtplib import SMTPException

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse

from kring.people import mail
from kring.people.models import User

log = logging.getLogger(__name__)


def link_for(user: User) -> str:
    """The path of the page on which this person chooses a password."""
    key = default_token_generator.make_token(user)
    return reverse("account_reset_password_from_key", args=[user_pk_to_url_str(user), key])


def send(user: User, address: str) -> bool:
    """Send the link, in words that say nothing about any child.  False when the mail could not leave."""
    try:
        mail.written("people/welcome.txt", user.email or "", address=address).send()
    except (OSError, SMTPException):
        log.warning("a welcome mail could not be sent")
        return False
    return True
