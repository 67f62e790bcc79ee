"""What the house tests look at: the files of the repository, and the functions inside them."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src" / "kring"
MADE = {".venv", ".git", "var", "node_modules", "__pycache__"}


@cache
def repository() -> tuple[Path, ...]:
    """Every file that belongs to the repository, or would if it were added now."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        files = (ROOT / name for name in listed.stdout.splitlines())
    else:  # not a clone: everything that no tool made
        files = (path for path in ROOT.rglob("*") if not MADE & set(path.relative_to(ROOT).parts))
    return tuple(sorted(path for path in files if path.is_file()))


def files(*endings: str, under: Path = ROOT) -> list[Path]:
    """The files of the repository with these endings, below a folder."""
    return [path for path in repository() if path.suffix in endings and path.is_relative_to(under)]


def modules(*, migrations: bool = False) -> list[Path]:
    """Our Python in src; migrations are written by Django."""
    return [path for path in files(".py", under=SRC) if migrations or "migrations" not in path.parts]


@cache
def tree(path: Path) -> ast.Module:
    """A module as Python reads it."""
    return ast.parse(path.read_text(encoding="utf-8"))


def named(path: Path) -> str:
    """A path as people write it."""
    return str(path.relative_to(ROOT))


def room(path: Path) -> str:
    """The room a file of src stands in."""
    return path.relative_to(SRC).parts[0]


def part(path: Path) -> str:
    """What kind of file it is, also when it became a package: `acts.py` and `acts/wish.py` are both acts."""
    below = path.relative_to(SRC).parts[1:]
    return below[0].removesuffix(".py") if below else ""


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of a module with its length in lines; a docstring is free."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef):
            first = node.body[0]
            told = first.end_lineno - first.lineno + 1 if ast.get_docstring(node) and first.end_lineno else 0
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1 - told


def calls(path: Path) -> Iterator[tuple[int, str]]:
    """Each call with its line, as it is written: `rows.objects.create(`; one without arguments ends in `()`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            bare = "" if node.args or node.keywords else ")"
            yield node.lineno, f"{ast.unparse(node.func)}({bare}"
        elif isinstance(node, ast.Attribute) and node.attr == "_base_manager":
            yield node.lineno, f"{ast.unparse(node)}("
