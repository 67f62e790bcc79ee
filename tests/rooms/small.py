"""A page of Sem, who came in with his pictures."""

from html import unescape

from django.test import Client

from tests.family import Family


def where(family: Family, page: str, **parts: object) -> str:
    """The address of a page about Sem."""
    return family.url(page, child="sem", **parts)


def read(browser: Client, address: str) -> str:
    """The words of a page that is there."""
    answer = browser.get(address)
    assert answer.status_code == 200, address
    return unescape(answer.content.decode())
