"""The small changes that a mutation run makes: to functions and sets in Python, and to the table of the law.

Each changed thing is one mutant.  Left alone: texts, annotations, docstrings, and defaults of fields, which are set
when a class is made and cannot be changed in a program that runs.
"""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from kring.law.access import Answer, Verb

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
}
CALLED = {"any": "all", "all": "any", "min": "max", "max": "min"}


@dataclass(frozen=True, slots=True)
class Changed:
    """One mutant of a module: in which function (or `""`: a name of the module), where, and what was done."""

    owner: str
    line: int
    what: str
    tree: ast.Module

    def __str__(self) -> str:
        return f"{self.owner}:{self.line} {self.what}"


Node = ast.AST
Maker = Callable[[Any], Iterator[tuple[str, Node]]]


def _compare(node: ast.Compare) -> Iterator[tuple[str, Node]]:
    for index, operator in enumerate(node.ops):
        made = copy.deepcopy(node)
        made.ops[index] = COMPARED[type(operator)]()
        yield f"{ast.unparse(node)} -> {ast.unparse(made)}", made


def _both(node: ast.BoolOp) -> Iterator[tuple[str, Node]]:
    made = copy.deepcopy(node)
    made.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield f"{ast.unparse(node)} -> {ast.unparse(made)}", made
    for index in range(len(node.values)):
        less = copy.deepcopy(node)
        del less.values[index]
        yield f"without {ast.unparse(node.values[index])}", less if len(less.values) > 1 else less.values[0]


def _not(node: ast.UnaryOp) -> Iterator[tuple[str, Node]]:
    if isinstance(node.op, (ast.Not, ast.Invert)):
        yield f"{ast.unparse(node)} -> {ast.unparse(node.operand)}", node.operand


def _count(node: ast.BinOp) -> Iterator[tuple[str, Node]]:
    if type(node.op) in COUNTED:
        made = copy.deepcopy(node)
        made.op = COUNTED[type(node.op)]()
        yield f"{ast.unparse(node)} -> {ast.unparse(made)}", made


def _constant(node: ast.Constant) -> Iterator[tuple[str, Node]]:
    if isinstance(node.value, bool):
        yield f"{node.value} -> {not node.value}", ast.Constant(not node.value)
    elif isinstance(node.value, int):
        yield f"{node.value} -> {node.value + 1}", ast.Constant(node.value + 1)


def _returned(node: ast.Return) -> Iterator[tuple[str, Node]]:
    if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield f"return {ast.unparse(node.value)} -> None", ast.Return(ast.Constant(None))


def _decided(node: ast.If | ast.IfExp) -> Iterator[tuple[str, Node]]:
    for value in (True, False):
        made = copy.deepcopy(node)
        made.test = ast.Constant(value)
        yield f"if {ast.unparse(node.test)} -> if {value}", made


def _sifted(node: ast.comprehension) -> Iterator[tuple[str, Node]]:
    for index in range(len(node.ifs)):
        made = copy.deepcopy(node)
        del made.ifs[index]
        yield f"without if {ast.unparse(node.ifs[index])}", made


def _members(node: ast.Set) -> Iterator[tuple[str, Node]]:
    for index in range(len(node.elts)):
        made = copy.deepcopy(node)
        del made.elts[index]
        less: ast.expr = made if made.elts else ast.Call(ast.Name("set", ast.Load()), [], [])
        yield f"without {ast.unparse(node.elts[index])}", less


def _called(node: ast.Call) -> Iterator[tuple[str, Node]]:
    if isinstance(node.func, ast.Name) and node.func.id in CALLED:
        made = copy.deepcopy(node)
        made.func = ast.Name(CALLED[node.func.id], ast.Load())
        yield f"{node.func.id} -> {CALLED[node.func.id]}", made


def _changed(node: ast.AugAssign) -> Iterator[tuple[str, Node]]:
    if type(node.op) in COUNTED:
        made = copy.deepcopy(node)
        made.op = COUNTED[type(node.op)]()
        yield f"{ast.unparse(node)} -> {ast.unparse(made)}", made


MAKERS: dict[type[ast.AST], Maker] = {
    ast.Compare: _compare,
    ast.BoolOp: _both,
    ast.UnaryOp: _not,
    ast.BinOp: _count,
    ast.Constant: _constant,
    ast.Return: _returned,
    ast.If: _decided,
    ast.IfExp: _decided,
    ast.comprehension: _sifted,
    ast.Set: _members,
    ast.Call: _called,
    ast.AugAssign: _changed,
}


def mutants(source: str) -> Iterator[Changed]:
    """Every mutant of a module, one after another."""
    whole = ast.parse(source)
    for owner, part in parts(whole):
        for path, node in _inside(part):
            for what, made in MAKERS.get(type(node), lambda _: iter(()))(node):
                yield Changed(
                    owner, getattr(node, "lineno", getattr(part, "lineno", 0)), what, _with(whole, part, path, made)
                )


def parts(whole: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """What can be changed in a program that runs: functions, methods, and names of the module with what they hold."""
    for node in whole.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{one.name}", one) for one in node.body if isinstance(one, ast.FunctionDef))
        elif isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
            yield "", node


Path = list[tuple[str, int | None]]


def _inside(part: ast.AST) -> Iterator[tuple[Path, ast.AST]]:
    """Each node with the way to it; no annotations and no decorators."""
    waiting: list[tuple[Path, ast.AST]] = [([], part)]
    while waiting:
        path, node = waiting.pop()
        yield path, node
        for name, value in ast.iter_fields(node):
            if name in {"annotation", "returns", "decorator_list", "args", "type_params"} and not isinstance(
                node, ast.Call
            ):
                continue
            if isinstance(value, ast.AST):
                waiting.append(([*path, (name, None)], value))
            elif isinstance(value, list):
                waiting += [([*path, (name, at)], one) for at, one in enumerate(value) if isinstance(one, ast.AST)]


def _with(whole: ast.Module, part: ast.AST, path: Path, made: Node) -> ast.Module:
    """The module once more, with one node in another's place."""
    memo: dict[int, Any] = {}
    tree = copy.deepcopy(whole, memo)
    holder: Any = memo[id(part)]
    for name, at in path[:-1]:
        holder = getattr(holder, name) if at is None else getattr(holder, name)[at]
    name, at = path[-1]
    if at is None:
        setattr(holder, name, made)
    else:
        getattr(holder, name)[at] = made
    return ast.fix_missing_locations(tree)


def tables(told: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mutant of the table: each answer and each case taken away, "open" put in, each protection taken away."""
    for at, rule in enumerate(told["rule"]):
        name = f"rule {at + 1} ({', '.join(rule['who'])} / {', '.join(rule['section'])})"
        yield from ((f"{name}: {what}", made) for what, made in _rules(told, at, rule))
    for name, entries in told["protection"].items():
        for entry in entries:
            made = copy.deepcopy(told)
            made["protection"][name] = [one for one in entries if one != entry]
            yield f"protection {name} without {entry}", made


def _rules(told: dict[str, Any], at: int, rule: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for verb in (one.value for one in Verb):
        said = rule.get(verb, "").split()
        for answer in said:
            yield f"{verb} without {answer}", _rule(told, at, verb, [one for one in said if one != answer])
        if Answer.OPEN.value not in said:
            yield f"{verb} with open", _rule(told, at, verb, [*said, Answer.OPEN.value])
    cases = rule.get("when", "").split()
    for case in cases:
        yield f"also when not {case}", _rule(told, at, "when", [one for one in cases if one != case])


def _rule(told: dict[str, Any], at: int, key: str, words: list[str]) -> dict[str, Any]:
    made = copy.deepcopy(told)
    made["rule"][at][key] = " ".join(words)
    return made
