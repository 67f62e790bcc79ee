"""Names in a template, looked up without trying first what cannot be, and text escaped in one step.

Django asks of every object, at every name, whether it is a dictionary: of an object that is none that is an exception
for each name, and of a name that nobody gave it makes three.  What is found is the same; what is not found in an
object, or goes wrong, is left to Django.
"""

from collections.abc import Callable
from functools import lru_cache
from html import escape
from typing import Any

from django.template import Context
from django.template.base import (
    FilterExpression,
    NodeList,
    Variable,
    VariableDoesNotExist,
    VariableNode,
    render_value_in_context,
)
from django.template.context import BaseContext
from django.utils.functional import Promise
from django.utils.safestring import SafeString

MISSING = (TypeError, AttributeError, KeyError, ValueError, IndexError)
"""What Django takes for "there is no such key"."""


class Nodes(NodeList):
    """Pieces of a template; which one went wrong is told on the page of errors of Django alone, never here."""

    def render(self, context: Context) -> SafeString:
        """All of them, one after the other."""
        return SafeString("".join([node.render(context) for node in self]))


class Named(Variable):
    """A name, maybe with dots."""

    lookups: tuple[str, ...]

    @classmethod
    def instead_of(cls, variable: Variable) -> "Named":
        """The same name."""
        return cls(variable.var)

    def _resolve_lookup(self, context: Context) -> Any:  # noqa: ANN401  # whatever a page is given
        name, *further = self.lookups
        try:
            found = context[name]
        except KeyError:
            raise VariableDoesNotExist("Failed lookup for key [%s] in %r", (name, context)) from None
        try:
            found = _called(found) if callable(found) else found
            for bit in further:
                kind: Any = type(found)  # the stub of what remembers knows no classes
                found = _way(kind)(found, bit)
                found = _called(found) if callable(found) else found
        except Exception:  # it is asked once more, of Django, which raises it or says what stands instead
            return super()._resolve_lookup(context)  # type: ignore[misc]  # Django's own, not in its stubs
        return found


@lru_cache(maxsize=1000)
def _way(kind: type) -> Callable[[Any, str], Any]:
    """How a name is looked up in an object of this kind."""
    if issubclass(kind, BaseContext):
        return _left_to_django
    return _key_first if hasattr(kind, "__getitem__") else getattr


def _key_first(found: Any, bit: str) -> Any:  # noqa: ANN401  # as above
    try:
        return found[bit]
    except MISSING:
        return getattr(found, bit)


def _left_to_django(_found: object, bit: str) -> Any:  # noqa: ANN401  # as above
    raise LookupError(bit)


def _called(found: Any) -> Any:  # noqa: ANN401  # as above
    """What a method gives that asks nothing.  Raises `LookupError` where Django decides."""
    if getattr(found, "do_not_call_in_templates", False):
        return found
    if getattr(found, "alters_data", False):
        raise LookupError
    return found()


class Value(VariableNode):
    """`{{ }}`: text is escaped as it is; a number or a day is written as Django writes it."""

    def render(self, context: Context) -> SafeString:
        """What is shown."""
        try:
            found = self.filter_expression.resolve(context)
        except UnicodeDecodeError:
            return SafeString("")
        if isinstance(found, Promise):
            found = str(found)
        if type(found) is SafeString:
            return found
        if type(found) is str and context.autoescape:
            return SafeString(escape(found))
        return render_value_in_context(found, context)  # type: ignore[return-value]  # its stub says str


def quicken(expression: object) -> None:
    """What a tag is given, and what its filters are given: names are looked up as here."""
    if type(expression) is not FilterExpression:
        return
    if _is_a_name(expression.var):
        expression.var = Named.instead_of(expression.var)
    expression.filters = [
        (filtered, [(named, Named.instead_of(one) if _is_a_name(one) else one) for named, one in given])
        for filtered, given in expression.filters
    ]


def _is_a_name(one: object) -> bool:
    return type(one) is Variable and one.lookups is not None and not one.translate
