"""OpenID providers to sign in with, from the file that KRING_OPENID_FILE names: docs/how-to/run-it-for-real.md."""

import re
import tomllib
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from kring.config import environment

HERE: Final = {"127.0.0.1", "localhost"}
NEEDED: Final = ("id", "name", "server_url", "client_id")
STRENGTH: Final = ("acr", "amr")
WORD: Final = re.compile(r"[a-z][a-z0-9-]{0,30}")


class ProviderError(RuntimeError):
    """A provider in the file lacks something, or is not reached over https.  What stands there is not told."""


def providers() -> list[dict[str, Any]]:
    """The providers, as the sign-in library takes them; none when there is no file.  Raises `ProviderError`."""
    told = tomllib.loads(environment.value("KRING_OPENID", "")).get("provider", [])
    return [_provider(one, f"provider {number}") for number, one in enumerate(told, 1)]


def origins(found: list[dict[str, Any]]) -> list[str]:
    """Where a form may lead that begins to sign in: the providers, and where they say that they send people on to."""
    addresses = [address for one in found for address in (one["settings"]["server_url"], *one["settings"]["via"])]
    return sorted({_origin(address) for address in addresses})


def _provider(told: dict[str, Any], which: str) -> dict[str, Any]:
    file = told.get("client_secret_file")
    secret = Path(file).read_text(encoding="utf-8").strip() if file else told.get("client_secret", "")
    wanted = {name: told.get(name, "") for name in NEEDED} | {"client_secret": secret}
    missing = [name for name, value in wanted.items() if not value]
    if missing:
        raise ProviderError(f"KRING_OPENID: {which} lacks {', '.join(missing)}.")
    if not WORD.fullmatch(wanted["id"]):
        raise ProviderError(f"KRING_OPENID: the id of {which} is a word of small letters, digits and dashes.")
    addresses = [wanted["server_url"], *told.get("via", [])]
    if not all(_is_safe(address) for address in addresses):
        raise ProviderError(f"KRING_OPENID: {which} is reached over https, with a name.")
    return {
        "provider_id": wanted["id"],
        "name": wanted["name"],
        "client_id": wanted["client_id"],
        "secret": secret,
        "settings": {
            "server_url": wanted["server_url"].rstrip("/"),
            "via": told.get("via", []),
            **{name: _words(told, name, which) for name in STRENGTH},
        },
    }


def _words(told: dict[str, Any], name: str, which: str) -> list[str]:
    """What is enough: a list, for a single word would be read letter by letter."""
    words = told.get(name, [])
    if not isinstance(words, list) or not all(isinstance(one, str) and one and " " not in one for one in words):
        raise ProviderError(f"KRING_OPENID: {name} of {which} is a list of words without spaces.")
    return words


def _is_safe(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.hostname) and (parts.scheme == "https" or parts.hostname in HERE)


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
