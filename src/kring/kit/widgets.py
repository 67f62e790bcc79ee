"""The fields of a form as HTML, written here and not in templates.

A page with three forms has sixty boxes, options and hidden values; as templates inside templates they cost more than
everything else on it.  What is written is what Django's templates write (a test holds them together), except where the
kit has a form of its own: a choice is a card to tap.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

Widget = Mapping[str, Any]


def attributes(given: Mapping[str, Any]) -> str:
    """The attributes of an element: `False` is not written, `True` is a name alone."""
    told = ((name, value) for name, value in given.items() if value is not False)
    return "".join(f" {name}" if value is True else f' {name}="{conditional_escape(value)}"' for name, value in told)


def box(widget: Widget) -> SafeString:
    """An `<input>` of any type."""
    value = "" if widget["value"] is None else f' value="{conditional_escape(widget["value"])}"'
    name = conditional_escape(widget["name"])
    return mark_safe(f'<input type="{widget["type"]}" name="{name}"{value}{attributes(widget["attrs"])}>')  # noqa: S308  # each value was escaped


def cards(widget: Widget) -> SafeString:
    """Choices as cards to tap, in groups where there are."""
    groups = [(name, mark_safe("".join(card(one) for one in options))) for name, options, _ in widget["optgroups"]]  # noqa: S308  # as above
    told = [
        format_html('<div class="group"><p class="eyebrow">{}</p>{}</div>', name, inside) if name else inside
        for name, inside in groups
    ]
    of = widget["attrs"]
    own = f" {of['class']}" if of.get("class") else ""
    key = format_html(' id="{}"', of["id"]) if of.get("id") else ""
    return format_html(
        '<div class="choices{}"{}>{}</div>', own, key, format_html_join("", "{}", ((one,) for one in told))
    )


def card(option: Widget) -> SafeString:
    """One choice."""
    key = option["attrs"].get("id")
    aims = format_html(' for="{}"', key) if key else ""
    return format_html('<label class="choice"{}>{}<span>{}</span></label>', aims, box(option), option["label"])


def options(widget: Widget) -> SafeString:
    """A list that opens."""
    told = []
    for group, inside, _ in widget["optgroups"]:
        lines = "".join(_option(one) for one in inside)
        told.append(f'<optgroup label="{conditional_escape(group)}">{lines}</optgroup>' if group else lines)
    name = conditional_escape(widget["name"])
    return mark_safe(f'<select name="{name}"{attributes(widget["attrs"])}>{"".join(told)}</select>')  # noqa: S308  # as above


def _option(one: Widget) -> str:
    value, label = conditional_escape(one["value"]), conditional_escape(one["label"])
    return f'<option value="{value}"{attributes(one["attrs"])}>{label}</option>'


def lines(widget: Widget) -> SafeString:
    """Room to write: a `<textarea>`; the browser drops the first new line."""
    inside = conditional_escape(widget["value"]) if widget["value"] else ""
    name = conditional_escape(widget["name"])
    return mark_safe(f'<textarea name="{name}"{attributes(widget["attrs"])}>\n{inside}</textarea>')  # noqa: S308  # as above


BOXES = ("text", "hidden", "number", "email", "url", "search", "tel", "date", "checkbox")
WRITERS: dict[str, Callable[[Widget], SafeString]] = {
    **{f"django/forms/widgets/{name}.html": box for name in BOXES},
    "django/forms/widgets/radio.html": cards,
    "django/forms/widgets/checkbox_select.html": cards,
    "django/forms/widgets/select.html": options,
    "django/forms/widgets/textarea.html": lines,
}
"""Which of Django's templates are written here; all others are rendered as templates."""
