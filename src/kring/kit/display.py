"""How someone wants to see pages: how large the letters, light or dark, read aloud or not; in which language.

Kept in a small cookie of words that say nothing about anyone, so that it works without an account too.  A script cannot
read it, and it goes when the browser is closed, unless someone says that this is an own device.
"""

from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE: Final = f"{settings.KRING_COOKIES}kring-look"
LETTERS: Final = ("plain", "large", "largest")
THEMES: Final = ("device", "light", "dark")
QUIET, KEPT = "quiet", "kept"
THIRTY_DAYS: Final = 30 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Display:
    """What was chosen; without a choice: letters as they are, the colours of the device, read aloud where it can."""

    letters: str = LETTERS[0]
    theme: str = THEMES[0]
    aloud: bool = True
    kept: bool = False

    @classmethod
    def of(cls, request: HttpRequest | None) -> "Display":
        """What this browser chose; words that we do not know are nothing."""
        said = set(request.COOKIES.get(COOKIE, "").split(".")) if request else set()
        letters = next((one for one in LETTERS if one in said), LETTERS[0])
        theme = next((one for one in THEMES if one in said), THEMES[0])
        return cls(letters, theme, QUIET not in said, KEPT in said)

    @property
    def colours(self) -> str:
        """For the attribute of a page: only a choice of one's own; else the device decides."""
        return "" if self.theme == THEMES[0] else self.theme

    @property
    def scheme(self) -> str:
        """What the browser paints before the style is there, so that nothing flashes."""
        return self.colours or "light dark"

    def remember(self, response: HttpResponse, *, language: str) -> None:
        """Give the browser this choice."""
        said = [self.letters, self.theme, *([] if self.aloud else [QUIET]), *([KEPT] if self.kept else [])]
        for name, value in ((COOKIE, ".".join(said)), (settings.LANGUAGE_COOKIE_NAME, language)):
            response.set_cookie(
                name,
                value,
                max_age=THIRTY_DAYS if self.kept else None,
                httponly=True,
                samesite="Lax",
                secure=settings.SESSION_COOKIE_SECURE,
            )
