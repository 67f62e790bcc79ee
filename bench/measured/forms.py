"""The forms of a page and its links, as a program that fills them in reads them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

TYPED = {"text", "search", "email", "tel", "url", ""}


@dataclass
class Form:
    """One form that is sent: its address, what it has already, and what one types in it."""

    action: str
    given: dict[str, str] = field(default_factory=dict)
    typed: dict[str, int] = field(default_factory=dict)  # a field, and how much it takes
    several_lines: set[str] = field(default_factory=set)

    def filled(self, words: list[str]) -> dict[str, str]:
        """With one of these in every field that one types in; where lines are asked, all of them."""
        told = dict(self.given)
        for number, (name, most) in enumerate(self.typed.items()):
            one = words[number % len(words)]
            told[name] = "\n".join(words) if name in self.several_lines else one[:most]
        return told


class Page(HTMLParser):
    """What stands on one page."""

    def __init__(self, address: str, text: str) -> None:
        super().__init__()
        self.address, self.links, self.forms, self.alarms = address, list[str](), list[Form](), list[str]()
        self._open: Form | None = None
        self._select = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self._alarm(tag, told)
        if tag == "a" and "href" in told:
            self.links.append(urljoin(self.address, told["href"]))
        elif tag == "form" and told.get("method", "").lower() == "post":
            self._open = Form(urljoin(self.address, told.get("action", "") or self.address))
            self.forms.append(self._open)
        elif self._open is not None:
            self._field(tag, told, self._open)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = ""

    def _field(self, tag: str, told: dict[str, str], form: Form) -> None:
        name, kind = told.get("name", ""), told.get("type", "")
        most = int(told.get("maxlength") or 1000)
        if tag == "select":
            self._select = name
        elif tag == "option" and self._select and told.get("value"):
            form.given.setdefault(self._select, told["value"])
        elif tag == "textarea" and name:
            form.typed[name] = most
            form.several_lines |= {name} if name == "names" else set()
        elif tag == "input" and name and kind in TYPED and not told.get("readonly"):
            form.typed[name] = most
        elif tag == "input" and name:
            self._given(name, kind, told, form)

    def _given(self, name: str, kind: str, told: dict[str, str], form: Form) -> None:
        if kind in {"radio", "checkbox"}:
            form.given.setdefault(name, told.get("value", "on"))
        elif kind in {"hidden", "date", "number", "time"}:
            form.given.setdefault(name, told.get("value") or ("2020-01-01" if kind == "date" else ""))

    def _alarm(self, tag: str, told: dict[str, str]) -> None:
        """Markup that is not of our templates: they have no handler, no inline script, no frame."""
        bad = [name for name in told if name.startswith("on")]
        led = {name: value for name, value in told.items() if (tag, name) != ("input", "value")}  # text in a field
        bad += [name for name, value in led.items() if value.strip().lower().startswith("javascript:")]
        if bad or tag in {"iframe", "object", "base"} or (tag == "script" and "src" not in told and not _is_data(told)):
            self.alarms.append(f"<{tag} {' '.join(bad)}>")


def _is_data(told: dict[str, str]) -> bool:
    """What a page hands to its own script, in a form that no browser runs."""
    return told.get("type") == "application/json" and told.get("id") == "question"


def is_ours(address: str, home: str) -> bool:
    """A page of Kring that one may open without leaving, signing out or fetching a file."""
    path = urlsplit(address).path
    leaves = ("/accounts/", "/static/", "/in/out", "/in/ended", "/in/lock", "/kit/", "/visit/", "/api")
    ends = (".pdf", ".svg", ".png", ".ics", ".csv", ".txt")
    return address.startswith(home) and not path.startswith(leaves) and not path.rstrip("/").endswith(ends)
