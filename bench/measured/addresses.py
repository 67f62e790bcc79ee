"""Every page that can be asked for, found in the resolver; nobody has to remember to add one here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

LEFT_OUT = ("account_", "mfa_", "openid_", "demo:", "kit:", "bench-", "ways:leave")
"""Pages of libraries, of the practice place and of the gallery, the units themselves, and the way out: who asks for
that one is signed out, and would measure nothing after it."""

VARIANTS: dict[str, tuple[str, ...]] = {
    "circle:page": ("layer=adult",),
    "circle:list": ("layer=adult",),
    "circle:versions": ("from=2020-01-01",),
    **{f"circle:{what}": ("who=here",) for what in ("take", "print", "svg", "png", "pdf")},
}
"""The same page, asked for with something after the question mark, where that reads other rows."""


@dataclass(frozen=True, slots=True)
class Address:
    """A page: its name in the resolver, its route with the parts still open, and what is asked after it."""

    name: str
    route: str
    asked: str = ""

    @property
    def label(self) -> str:
        """How it is called in tables and in the baseline."""
        return f"{self.name}?{self.asked}" if self.asked else self.name

    @property
    def is_about_a_child(self) -> bool:
        """Whether it stands behind the door of one child."""
        return "<uuid:dossier>" in self.route

    def filled(self, parts: Mapping[str, object]) -> str:
        """The address with these parts.  Raises `LookupError` for a part that nobody gave a value."""
        path = "/" + self.route
        while "<" in path:
            before, _, rest = path.partition("<")
            part, _, after = rest.partition(">")
            name = part.rpartition(":")[2]
            if name not in parts:
                raise LookupError(f"{self.name} asks for <{name}>: give it a value in bench/measured/caseload.py")
            path = f"{before}{parts[name]}{after}"
        return f"{path}?{self.asked}" if self.asked else path


def addresses() -> list[Address]:
    """Every address of our own rooms; whether it shows something when asked for, only asking tells."""
    found = []
    for name, route in _named(get_resolver()):
        if not name.startswith(LEFT_OUT):
            found += [Address(name, route, asked) for asked in ("", *VARIANTS.get(name, ()))]
    return found


def _named(node: URLResolver, before: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    for entry in node.url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _named(entry, route, f"{space}{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern) and entry.name:
            yield space + entry.name, route
