"""Addresses of our own pages, put together once for each page and then only given other keys.

A list of a hundred asked Django a hundred times how the same address is written.
"""

from functools import lru_cache
from uuid import UUID

from django.conf import settings
from django.template import Context
from django.template.defaulttags import URLNode
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse

MARKS = tuple(UUID(int=number) for number in range(1, 4))
"""Stand where the keys go; no address of ours has more."""


def address(name: str, *keys: object) -> str:
    """What `reverse` says."""
    if not _plain(keys):
        return reverse(name, args=keys)
    pieces = _pieces(name, len(keys), get_script_prefix(), get_urlconf() or settings.ROOT_URLCONF)
    return pieces[0] + "".join(f"{key}{after}" for key, after in zip(keys, pieces[1:], strict=True))


def _plain(keys: tuple[object, ...]) -> bool:
    return len(keys) <= len(MARKS) and all(type(key) is UUID for key in keys)


@lru_cache(maxsize=500)
def _pieces(name: str, keys: int, _prefix: str, _urls: object) -> list[str]:
    """What stands around the keys."""
    written = reverse(name, args=MARKS[:keys])
    for mark in MARKS:
        written = written.replace(str(mark), "\n")
    return written.split("\n")


class Address(URLNode):
    """`{% url %}` of which the name is fixed, also `as` something."""

    @classmethod
    def instead_of(cls, node: URLNode) -> URLNode:
        """The same tag; as it was when its name is not fixed, or its parts are named."""
        fixed = isinstance(node.view_name.var, str) and not node.view_name.filters and not node.kwargs
        return cls(node.view_name, node.args, node.kwargs, node.asvar) if fixed else node

    def render(self, context: Context) -> str:
        """The address; asked of Django where it has other parts than keys, or where a place may not have that page."""
        keys = tuple(one.resolve(context) for one in self.args)
        if not _plain(keys):
            return super().render(context)
        try:
            written = address(self.view_name.var, *keys)
        except NoReverseMatch:
            return super().render(context)
        if not self.asvar:
            return written
        context[self.asvar] = written
        return ""
