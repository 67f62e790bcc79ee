"""How often one address may ask whether a card is valid: enough for a meeting, too little to guess.

Counted in the memory of the program, under an HMAC, and forgotten after ten minutes: who asked stands nowhere.  A code
has some 54 bits and lives two minutes, so that the count is a second lock and not the first.
"""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from kring.people import seals

MOST = 20
FORGOTTEN = 10 * 60  # seconds


def may_ask(request: HttpRequest) -> bool:
    """Count one question, and say whether it is answered."""
    key = seals.seal(get_adapter().get_client_ip(request), scope="asked about a card")
    cache.add(key, 0, FORGOTTEN)
    return cache.incr(key) <= MOST
