"""Small modules for the reader, one script for the browser.

A module that imports others works as it stands.  At collectstatic, what it imports is put inside it, so that a page
asks for one file instead of twenty; each module keeps a scope of its own, and is run once, before who needs it.  Only
the plain forms that we write are known; anything else is refused while collecting, not found out in a browser.  Remarks
and indents stay here; names stay as they are, so that a fault told by a browser can be read.
"""

import re
from collections.abc import Callable, Iterator

IMPORT = re.compile(r'^import (?:\{ (?P<names>[\w, ]+) \} from )?"\./(?P<file>[\w-]+\.js)";\n', re.MULTILINE)
DECLARED = re.compile(r"^export ((?:async )?function\*?|class|const) (?P<name>\w+)", re.MULTILINE)
LISTED = re.compile(r"^export \{ (?P<names>[\w, ]+) \};\n", re.MULTILINE)
UNKNOWN = re.compile(r"^(import|export)\b.*$", re.MULTILINE)
REMARK = re.compile(r"^[ \t]*(//[^\n]*|/\*.*?\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
BESIDE = re.compile(r"(?<=[;{},]) // [^\n\"'`]*$", re.MULTILINE)
EMPTY = re.compile(r"\n\n+")
INDENT = re.compile(r"^[ \t]+", re.MULTILINE)

Read = Callable[[str], str]


class UnknownFormError(ValueError):
    """A module imports or exports in a form that cannot be put together."""


def needs(text: str) -> list[str]:
    """The modules that a module imports, in its order."""
    return [found["file"] for found in IMPORT.finditer(text)]


def joined(name: str, read: Read) -> str:
    """A module with everything it imports inside it, without remarks and indents; what it exports, it still exports."""
    order = list(dict.fromkeys(_depth_first(name, read, ())))
    variables = {file: f"m{number}" for number, file in enumerate(order)}
    parts = [_scoped(read(file), variables, variables[file]) for file in order[:-1]]
    return "".join([*parts, _bare(_imported(read(name), variables)), "\n"])


def _depth_first(name: str, read: Read, above: tuple[str, ...]) -> Iterator[str]:
    if name in above:
        raise UnknownFormError(f"{name} imports itself through {', '.join(above)}")
    for file in needs(read(name)):
        yield from _depth_first(file, read, (*above, name))
    yield name


def _scoped(text: str, variables: dict[str, str], variable: str) -> str:
    given = [found["name"] for found in DECLARED.finditer(text)]
    given += [name.strip() for found in LISTED.finditer(text) for name in found["names"].split(",")]
    text = LISTED.sub("", DECLARED.sub(lambda found: found[0].removeprefix("export "), _imported(text, variables)))
    return f"const {variable} = (() => {{\n{_bare(text)}\nreturn {{ {', '.join(given)} }};\n}})();\n"


def _imported(text: str, variables: dict[str, str]) -> str:
    """What was imported is taken from the scopes above.  Raises `UnknownFormError`."""
    text = IMPORT.sub(lambda found: _taken(found, variables), text)
    if strange := UNKNOWN.search(LISTED.sub("", DECLARED.sub("", text))):
        raise UnknownFormError(f"this cannot be put into one script: {strange[0]}")
    return text


def _taken(found: re.Match[str], variables: dict[str, str]) -> str:
    """The names out of the scope above; nothing for a module that is only to be run."""
    return f"const {{ {found['names']} }} = {variables[found['file']]};\n" if found["names"] else ""


def _bare(text: str) -> str:
    return EMPTY.sub("\n", INDENT.sub("", BESIDE.sub("", REMARK.sub("", text)))).strip()
