"""What opens a covered page: fetched by a page that is open already, and kept by the browser, so that it is there when
the connection is gone.  It holds words and addresses only: nothing of a person, no token."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from django.template.loader import render_to_string
from django.utils import translation

from kring.kit import addresses

KEEP = "private, max-age=31536000, immutable"  # as long as a browser keeps anything: the address changes with the words


@dataclass(frozen=True, slots=True)
class Cover:
    """The inside of the cover in one language, and a mark that changes with it."""

    text: bytes
    mark: str


@cache
def written(language: str) -> Cover:
    """The cover in this language, a code of `settings.LANGUAGES`."""
    with translation.override(language):
        text = render_to_string("kit/parts/cover.html").encode()
    return Cover(text, sha256(text).hexdigest()[:8])


def address() -> str:
    """Where a page in the language of now finds its cover."""
    return f"{addresses.address('ways:cover')}?{written(translation.get_language()).mark}"
