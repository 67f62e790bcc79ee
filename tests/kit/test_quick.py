"""What a template shows is what Django shows, where names are looked up and text is escaped in our own way."""

from collections import namedtuple
from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.template import Context, Template, engines
from django.utils.functional import SimpleLazyObject, lazystr
from django.utils.safestring import mark_safe

from kring.kit.folding import folded

Row = namedtuple("Row", ("name", "count"))


class Wilma:
    """Something with everything a name in a template can meet."""

    name = "Wilma <& Jef>"
    safe = mark_safe("<b>Wilma</b>")
    day = date(2026, 11, 30)
    later = lazystr("straks & later")
    kinds = {"name": "in a dictionary", "items": "a key goes before a method"}
    row = Row("Wilma", 3)
    children = ("Jef", "Lien")

    def call(self) -> str:
        return "gebeld & gezien"

    def ask(self, _whom: str) -> str:
        return "never"

    def erase(self) -> str:
        raise AssertionError("a template changes nothing")

    erase.alters_data = True  # type: ignore[attr-defined]  # as Django marks its own

    @property
    def gone(self) -> str:
        raise ObjectDoesNotExist

    @property
    def broken(self) -> str:
        raise ZeroDivisionError


NAMES = (
    *("who.name", "who.safe", "who.day", "who.later", "who.kinds.name", "who.kinds.items", "who.row.name", "who.row.1"),
    *("who.row.count", "who.children", "who.children.1", "who.children.5", "who.call", "who.call.0", "who.ask"),
    *("who.erase", "who.gone", "who.gone.more", "who.nothing", "nobody", "nobody.name", "lazy.name", "lazy.call"),
    *("number", "text.upper", "text.0", "none", "none.name", "kind.name", "who.name|upper", "who.day|date:form"),
    *("who.nothing|default:who.call", "nobody|default_if_none:who.name", "who.children|join:who.safe"),
)
PIECES = (
    *(f"{{{{ {name} }}}}" for name in NAMES),
    *(f"{{% if {name} %}}yes{{% else %}}no{{% endif %}}" for name in NAMES),
    "{% if who.name == text or nobody and who.call %}a{% elif not who.row.count > number %}b{% else %}c{% endif %}",
    "{% for one in who.children %}{{ forloop.counter }}{{ one }}{% if not forloop.last %}, {% endif %}{% endfor %}",
    "{% for one, other in pairs %}{{ one }}{{ other.name }}{% empty %}none{% endfor %}",
    "{% with one=who.call other=who.safe %}{{ one }}{{ other }}{% endwith %}",
    "{% autoescape off %}{{ who.name }}{{ who.later }}{% endautoescape %}",
)


def both(written: str) -> tuple[str, str]:
    """What Django writes, and what we do."""

    def shown(template: Template) -> str:
        wilma = Wilma()
        given = {"who": wilma, "lazy": SimpleLazyObject(lambda: wilma), "number": 3.5, "text": "<Noor>", "none": None}
        return template.render(Context({**given, "kind": Wilma, "form": "j F", "pairs": [("a", wilma)]}))

    plain, ours = (engines["django"].from_string(written).template for _ in range(2))
    ours.nodelist = folded(ours.nodelist)
    return shown(plain), shown(ours)


@pytest.mark.parametrize("written", PIECES)
def test_it_says_what_django_says(written: str) -> None:
    django, ours = both(written)
    assert ours == django


def test_what_goes_wrong_goes_wrong_as_with_django() -> None:
    for written in ("{{ who.broken }}", "{% if who.broken %}yes{% endif %}"):
        with pytest.raises(ZeroDivisionError):
            both(written)
        ours = engines["django"].from_string(written).template
        ours.nodelist = folded(ours.nodelist)
        with pytest.raises(ZeroDivisionError):
            ours.render(Context({"who": Wilma()}))


def test_names_are_looked_up_in_our_way() -> None:
    """Else the tests above compare Django with itself."""
    ours = folded(engines["django"].from_string("{{ who.name }}").template.nodelist)
    assert {type(node).__name__ for node in ours} == {"Value"}
    assert type(ours[0].filter_expression.var).__name__ == "Named"
