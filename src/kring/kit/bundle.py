"""One stylesheet and one script for the browser, many small ones for the reader.

`kit/css/kit.css` names its parts by @import, which works as it stands wherever static files are served unjoined. At
collectstatic every such import is replaced by the part itself, so that a first visit costs one request for all style.
The same for a module that imports others: `kring.kit.scripts`.  Remarks and needless space travel with neither.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from django.utils.functional import cached_property
from whitenoise.storage import CompressedManifestStaticFilesStorage

from kring.kit import scripts

PART = re.compile(r'@import url\("(?P<part>[\w-]+\.css)"\) layer\((?P<layer>\w+)\);')
NEEDLESS = re.compile(r"""(?P<words>"[^"]*"|'[^']*')|/\*.*?\*/\s*|\s*(?P<mark>[{};])\s*|(?P<space>\s+)""", re.DOTALL)
OURS = Path(__file__).resolve().parents[1]


class Source(Protocol):
    """Where a collected file came from."""

    def open(self, name: str) -> Any: ...  # noqa: ANN401 - Django's File, untyped in storages


def read(source: Source, name: str) -> str:
    with source.open(name) as file:
        content: bytes = file.read()
    return content.decode()


def joined(source: Source, name: str) -> str:
    """The text of a stylesheet with its parts inside their layers, without remarks and needless space."""
    folder = str(Path(name).parent)

    def put(found: re.Match[str]) -> str:
        part = read(source, f"{folder}/{found['part']}")
        return f"@layer {found['layer']}{{{part}}}"

    return NEEDLESS.sub(_needed, PART.sub(put, read(source, name))).strip() + "\n"


def _needed(found: re.Match[str]) -> str:
    """What is between quotes stays as it is; around a bracket or a semicolon no space is needed, elsewhere one."""
    return found["words"] or found["mark"] or (" " if found["space"] else "")


class BundledStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise ships no types
    """Hashed names, compressed copies, and stylesheets with their parts inside."""

    @cached_property
    def known(self) -> dict[str, str]:
        """Addresses once worked out: a page asks for the same ones dozens of times, and they do not change."""
        return {}

    def url(self, name: str, force: bool = False) -> str:
        if name not in self.known or force:
            self.known[name] = super().url(name, force)
        return self.known[name]

    def post_process(
        self, paths: dict[str, tuple[Any, str]], dry_run: bool = False, **options: object
    ) -> Iterator[tuple[str, str, bool]]:
        if not dry_run:
            whole = dict(_wholes(paths))
            for name, text in whole.items():
                Path(self.path(name)).write_text(text, encoding="utf-8")
                paths[name] = (self, name)
        yield from super().post_process(paths, dry_run, **options)


def _wholes(paths: dict[str, tuple[Any, str]]) -> Iterator[tuple[str, str]]:
    """Every stylesheet and script of ours, with its parts inside."""
    for name, (source, origin) in paths.items():
        if not Path(source.path(origin)).is_relative_to(OURS):
            continue
        if name.endswith(".css"):
            yield name, joined(source, origin)
        elif name.endswith(".js"):
            yield name, scripts.joined(Path(origin).name, _beside(source, Path(origin).parent))


def _beside(source: Source, folder: Path) -> scripts.Read:
    """Reads what lies in the same folder."""
    return lambda file: read(source, str(folder / file))
