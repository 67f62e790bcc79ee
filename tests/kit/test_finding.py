"""A page that was found once is found again with the keys of the address that is asked for, and of no other."""

from uuid import UUID

import pytest
from django.urls import Resolver404, ResolverMatch, URLResolver, get_resolver

from bench.measured.addresses import Address, addresses
from kring.kit.finding import ABOUT_A_CHILD, Finder
from kring.kit.keys import uuid7


def finder() -> Finder:
    """Of the house, as if nobody had come yet."""
    known = get_resolver().url_patterns[0]
    assert isinstance(known, Finder)
    return Finder(known.pattern, known.urlconf_name)


class Parts(dict[str, object]):
    """Another key at each asking, and a word or a number where a page has one."""

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> object:
        return {"step": 1, "topic": 7, "listener": 0, "format": "pdf"}.get(name, uuid7())


def told(found: ResolverMatch) -> tuple[object, ...]:
    return found.func, found.args, found.kwargs, found.view_name, found.route, vars(found)["extra_kwargs"]


ABOUT = [one for one in addresses() if one.route.startswith(ABOUT_A_CHILD) and not one.asked]


def test_each_page_about_a_child_is_found_as_django_finds_it() -> None:
    once, again = finder(), 0
    for page in ABOUT:
        for _ in range(3):
            path = page.filled(Parts()).lstrip("/")
            try:
                anew = URLResolver.resolve(once, path)
            except Resolver404:  # a word that this page does not know
                continue
            assert told(once.resolve(path)) == told(anew), page
            again += 1
    assert again > len(ABOUT) * 2, "else hardly anything was compared"
    assert len(once._found) > 100, "else nothing was found again"


def test_no_key_of_who_came_before_is_kept() -> None:
    once = finder()
    once.resolve(Address("", ABOUT[0].route).filled(Parts()).lstrip("/"))
    assert len(once._found) == 1
    for found, names in once._found.values():
        assert names
        assert not [value for value in found.kwargs.values() if isinstance(value, UUID)]


SOME = "01a22b7b-2e37-70d9-87e8-68427e7e8db0"


@pytest.mark.parametrize("path", ["d/\n/", f"d/{SOME}/nothing/", "d/", f"d/{SOME}\n/", f"D/{SOME}/"])
def test_what_is_not_there_is_not_there_however_often_it_is_asked(path: str) -> None:
    once = finder()
    for _ in range(2):
        with pytest.raises(Resolver404):
            once.resolve(path)
    assert not once._found


def test_an_address_that_holds_a_secret_is_not_kept() -> None:
    once = finder()
    assert once.resolve("in/l/a-secret-of-somebody/").view_name.startswith("ways:")
    assert not once._found
