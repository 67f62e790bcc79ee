"""What is the same on every page is written once, when a template is read: fixed words, and addresses of static files.

There is one language (`settings.LANGUAGES`): its words are fixed too.  With a second one they are looked up per page.
The indents of a page are for who reads the template: none of them travels.
"""

import re

from django.conf import settings
from django.template import Context, Origin, Template
from django.template.base import Node, NodeList, TextNode, VariableNode
from django.template.defaulttags import CommentNode, LoadNode, URLNode
from django.template.loaders.cached import Loader as Cached
from django.templatetags.i18n import TranslateNode
from django.templatetags.static import StaticNode
from django.utils import translation
from django.utils.safestring import SafeString
from django_cotton.templatetags._component import AttrKind, CottonComponentNode, PreparedAttr

from kring.kit.addresses import Address
from kring.kit.quick import Nodes, Value, quicken

LISTS = ("nodelist", "nodelist_loop", "nodelist_empty")
BETWEEN_LINES = re.compile(r"\s*\n\s*")


class Loader(Cached):
    """Keeps every template that was read, folded."""

    def get_template(self, template_name: str, skip: list[Origin] | None = None) -> Template:
        """The template, with what is fixed in it written out."""
        template: Template = super().get_template(template_name, skip)
        if not hasattr(template, "folded"):
            template.nodelist = folded(template.nodelist)
            if template_name.endswith(".html"):  # in a letter a line begins where it was written
                _without_indents(template.nodelist)
            template.folded = True  # type: ignore[attr-defined]  # read here alone
        return template


def folded(nodes: NodeList) -> NodeList:
    """The same nodes: fixed ones as text, texts side by side as one."""
    found = Nodes()
    for node in nodes:
        text = _fixed(node)
        if text is None:
            _fold_inside(node)
            found.append(_instead_of(node))
        elif text and found and type(found[-1]) is TextNode:
            found[-1] = TextNode(found[-1].s + text)
        elif text:
            found.append(TextNode(text))
    found.contains_nontext = any(not isinstance(node, TextNode) for node in found)
    return found


def _without_indents(nodes: NodeList) -> None:
    """Of what the template itself writes; what somebody typed stays as it was typed."""
    for node in nodes.get_nodes_by_type(TextNode):
        node.s = BETWEEN_LINES.sub("\n", node.s)  # type: ignore[attr-defined]  # a TextNode


def _fixed(node: Node) -> str | None:
    """The text of a node that is the same on every page; nothing for any other."""
    if type(node) is TextNode:
        return node.s
    if isinstance(node, LoadNode | CommentNode):
        return ""
    if type(node) is StaticNode and node.varname is None and isinstance(node.path.var, str) and not node.path.filters:
        return str(node.render(Context()))
    if type(node) is TranslateNode and len(settings.LANGUAGES) == 1:
        return _word(node)
    return None


def _word(node: TranslateNode) -> str | None:
    words = node.filter_expression
    literal = getattr(words.var, "literal", None)
    if node.asvar or node.noop or node.message_context or words.filters or not isinstance(literal, str):
        return None
    with translation.override(settings.LANGUAGES[0][0]):
        return str(node.render(Context()))


def _instead_of(node: Node) -> Node:
    if type(node) is URLNode:
        return Address.instead_of(node)
    return Value(node.filter_expression) if type(node) is VariableNode else node


def _quicken_given(node: Node) -> None:
    """Of any tag: what it is given."""
    for given in vars(node).values():
        for one in given if isinstance(given, list) else (given,):
            quicken(one)


def _fold_inside(node: Node) -> None:
    _quicken_given(node)
    for name in LISTS:
        if isinstance(vars(node).get(name), NodeList):
            setattr(node, name, folded(getattr(node, name)))
    if "conditions_nodelists" in vars(node):  # of an IfNode
        for when, _ in node.conditions_nodelists:  # type: ignore[attr-defined]
            _quicken_condition(when)
        branches = [(when, folded(inside)) for when, inside in node.conditions_nodelists]  # type: ignore[attr-defined]
        node.conditions_nodelists = branches  # type: ignore[attr-defined]
    if isinstance(node, CottonComponentNode):
        node._prepared_attrs = [_attribute(one) for one in node._prepared_attrs]


def _quicken_condition(when: object) -> None:
    """Of an `if`: what it asks, and both sides of an "and", an "or", an "in" or a comparison."""
    quicken(getattr(when, "value", None))
    for side in ("first", "second"):
        if getattr(when, side, None) is not None:
            _quicken_condition(getattr(when, side))


def _attribute(one: PreparedAttr) -> PreparedAttr:
    """An attribute of a component: plain when what it is made of is fixed."""
    if one.kind != AttrKind.ESCAPED or one.compiled is None:
        return one
    nodes = folded(one.compiled.nodelist)
    one.compiled.nodelist = nodes
    texts = [node.s for node in nodes if type(node) is TextNode]
    if len(texts) < len(nodes):
        return one
    return one._replace(kind=AttrKind.STATIC, value=SafeString("".join(texts)), compiled=None)
