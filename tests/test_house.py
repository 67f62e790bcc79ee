"""The rules of the house that no linter knows.  Every failure says what to do."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models
from django.urls import URLPattern, URLResolver, get_resolver

from kring.access.kept import Kept, KeptKey
from kring.audit import chain, guard
from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit.sentences import code_of, has_sentence
from kring.law import registry
from tests.sources import ROOT, SRC, calls, files, functions, modules, named, part, repository, room

OWN = "kring."
# Models of rooms above the door that say nothing about any child, each with its reason.
NOT_ABOUT_A_CHILD: dict[str, str] = {}


@cache
def floors() -> dict[str, int]:
    """Each room with its height, as import-linter has it: the ground floor is 0."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in told if contract["id"] == "floors")
    return {name: height for height, layer in enumerate(reversed(layers)) for name in re.findall(r"\w+", layer)}


def own_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith(OWN)]


def keys() -> Iterator[tuple[type[models.Model], str, models.Field, type[models.Model]]]:
    """Every key of our rooms: its model, its name, itself and what it points at."""
    for model in own_models():
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
            if field.remote_field and isinstance(field.related_model, type):
                yield model, f"{model._meta.label}.{field.name}", field, field.related_model


def patterns(node: URLResolver | None = None, before: str = "", space: str = "") -> Iterator[tuple[str, str, object]]:
    """Every address of the program: its route, the name it is reversed by, and its view."""
    for entry in (node or get_resolver()).url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from patterns(entry, route, inner)
        elif isinstance(entry, URLPattern):
            yield route, f"{space}{entry.name}" if entry.name else "", entry.callback


def tell(wrong: list[str], what_to_do: str) -> None:
    """Fail with what to do and where, and nothing else."""
    if wrong:
        pytest.fail(f"{what_to_do}\n  " + "\n  ".join(sorted(wrong)), pytrace=False)


# -- rows -------------------------------------------------------------------------------------------------------------


def floor(model: type[models.Model]) -> int:
    return floors()[home(model)]


def home(model: type[models.Model]) -> str:
    return model.__module__.split(".")[1]


def test_keys_never_go_up() -> None:
    up = [name for model, name, _, to in keys() if to.__module__.startswith(OWN) and floor(to) > floor(model)]
    tell(up, "A key points to a higher floor. Turn it round: the higher room points down, or both point to an Item.")


def test_a_row_about_a_child_is_kept() -> None:
    above = {model._meta.label for model in own_models() if floor(model) > floors()["access"] and not kept(model)}
    what_to_do = (
        "A model above the door is not Kept. Inherit access.kept.Kept, or give its reason in NOT_ABOUT_A_CHILD."
    )
    tell([*(above - NOT_ABOUT_A_CHILD.keys())], what_to_do)
    books = {"dossier", "access"}
    below = [name for model, name, _, to in keys() if to is Dossier and not kept(model) and home(model) not in books]
    tell(below, "Only bookkeeping of dossier and access points at a Dossier. Make it Kept: its item knows the dossier.")


def kept(model: type[models.Model]) -> bool:
    return issubclass(model, Kept)


def test_kept_rows_point_at_each_other_without_fetching() -> None:
    loose = [name for model, name, key, to in keys() if kept(to) and not (kept(model) and isinstance(key, KeptKey))]
    tell(
        loose, "A key to a Kept model fetches past the door. Between Kept models use KeptKey; elsewhere point at Item."
    )


def test_every_field_says_what_it_is_for() -> None:
    silent = [
        f"{model._meta.label}.{field.name}"
        for model in own_models()
        for field in model._meta.concrete_fields
        if not (field.primary_key or hasattr(field, "declaration"))
    ]
    tell(silent, "A field without purpose, ground and retention. Hang a Held(...) of kring.kit.fields on it.")


@pytest.mark.django_db
@pytest.mark.parametrize("change", ["UPDATE audit_entry SET event = 'x'", "DELETE FROM audit_entry"])
def test_the_log_refuses_to_be_changed(change: str) -> None:
    expected = {"log_refuses_update", "log_refuses_delete"}
    expected.add("log_refuses_truncate" if connection.vendor == "postgresql" else "log_refuses_replace")
    assert guard.guards() >= expected, "A trigger of the log is missing. Run `./kring migrate`: it ends with `guard`."
    chain.append(chain.Line(event=next(iter(Event)), actor_kind="job", actor=None))
    with connection.cursor() as cursor, pytest.raises(DatabaseError):
        cursor.execute(change)


# -- code -------------------------------------------------------------------------------------------------------------

NOWHERE = re.compile(r"\.(raw|extra|_base_manager)\(|RawSQL\(")
OPENING = re.compile(r"\.opened\(|\beverything\(|\ball_children\(")
WRITING = re.compile(r"\.save\(\)$|\bobjects\.(create|bulk_create|get_or_create|update_or_create)\(")
# Who may write past the door: rows that are not about a child, the door itself, the log, and the cast of the demo.
WRITERS = re.compile(r"people/acts|dossier/acts|access/(acts|visits|desk|writing|seen)|audit/chain\.py|demo/")


def found(pattern: re.Pattern[str]) -> list[tuple[Path, str]]:
    """Where a method is called, and the place as people write it."""
    called = ((path, line, call) for path in modules() for line, call in calls(path))
    return [(path, f"{named(path)}:{line} {call}") for path, line, call in called if pattern.search(call)]


def test_nothing_reads_past_the_door() -> None:
    past = [place for _, place in found(NOWHERE)]
    jobs = "kring/portals/management/commands/tick.py"
    past += [place for path, place in found(OPENING) if room(path) not in {"access", "demo"} and jobs not in str(path)]
    tell(
        past, "raw, extra, _base_manager, opened(), everything() and all_children() go past the door: door.within(...)."
    )


def test_only_acts_write() -> None:
    writing = [place for path, place in found(WRITING) if not WRITERS.search(named(path))]
    tell(writing, "Rows about a child are written with door.writes(...): write.add, write.change, write.remove.")


def test_a_day_is_the_day_in_flanders() -> None:
    """The day of an aware moment is the day in UTC: until one or two at night that is yesterday."""
    ours = [*modules(), *files(".py", under=ROOT / "tests")]
    days = [f"{named(path)}:{line} {call}" for path in ours for line, call in calls(path) if call.endswith(".date()")]
    tell(days, "moment.date() is not the day in Flanders: ask clock.day(moment).")


# -- words ------------------------------------------------------------------------------------------------------------


def test_every_code_has_a_sentence() -> None:
    codes = [*(code_of(event) for event in Event), *registry.register()]
    silent = [code for code in codes if not has_sentence(code)]
    tell(
        silent,
        "A code without words. Give it a sentence in kring/kit: sentences.py, happened.py or grounds.py.",
    )


# -- pages ------------------------------------------------------------------------------------------------------------


def test_everything_about_a_child_is_behind_the_door() -> None:
    about = [(route, view) for route, _, view in patterns() if "<uuid:dossier>" in route]
    loose = [route for route, view in about if not getattr(view, "through_door", None)]
    tell(
        loose, "A page about a child whose view is not behind the door. Put @through_door(Section.X) on it, outermost."
    )


def test_every_page_has_a_row_in_the_role_table() -> None:
    assert (ROOT / "tests/role_table.py").exists(), (
        "Write tests/role_table.py: ROWS, a row for each name of an address."
    )
    from tests.role_table import ROWS  # noqa: PLC0415  # so that its absence is said in a sentence

    names = {name for _, name, _ in patterns()}
    tell(
        [route for route, name, _ in patterns() if not name], "An address without a name. Name it, for the role table."
    )
    tell([*(names - ROWS.keys())], "A page without a row. Add it to ROWS in tests/role_table.py.")
    tell([*(ROWS.keys() - names)], "A row without a page. Take it out of ROWS in tests/role_table.py.")


INLINE = re.compile(
    r"""\sstyle=["']|<style[\s>]|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+=["']|javascript:""", re.IGNORECASE
)


def test_what_is_wrong_is_said_once() -> None:
    """`{{ form }}` begins with what is wrong (kit/forms/form.html); a page that shows its fields one by one says it."""
    wrong = re.compile(r'errors\.html" with wrong=(\w+)')
    twice = [
        named(path)
        for path in files(".html", under=SRC)
        for text in [path.read_text(encoding="utf-8")]
        if any(f"{{{{ {form} }}}}" in text for form in wrong.findall(text))
    ]
    tell(twice, "A form that is shown whole says itself what is wrong. Take the part that says it again away.")


def test_templates_carry_no_style_and_no_script() -> None:
    wrong = [
        f"{named(path)}:{number}"
        for path in files(".html", under=SRC)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if INLINE.search(line)
    ]
    tell(wrong, "The content security policy forbids inline style and script. Use a class, or a module of its own.")


# -- sizes and names --------------------------------------------------------------------------------------------------


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(
    ("endings", "below", "limit", "what_to_do"),
    [
        ((".py",), ROOT, 300, "A file over 300 lines. Split it by noun."),
        ((".html",), SRC, 60, "A template over 60 lines. Take a component or a part out of it."),
        ((".css",), SRC, 120, "A style sheet over 120 lines. One component, one file."),
        ((".js", ".mjs"), SRC, 80, "A script over 80 lines. Split it into modules, each with a test."),
    ],
    ids=["python", "template", "style", "script"],
)
def test_files_stay_small(endings: tuple[str, ...], below: Path, limit: int, what_to_do: str) -> None:
    found = [path for path in files(*endings, under=below) if "migrations" not in path.parts]
    tell([f"{named(path)}: {lines(path)}" for path in found if lines(path) > limit], what_to_do)


@pytest.mark.parametrize(("kind", "limit"), [("views", 25), ("acts", 30)])
def test_functions_stay_small(kind: str, limit: int) -> None:
    long = [
        f"{named(path)} {name}: {length}"
        for path in modules()
        if part(path) == kind
        for name, length in functions(path)
        if length > limit
    ]
    tell(long, f"A function of {kind} over {limit} lines. A view: one act and one reading. An act: ask, weigh, write.")


def test_the_launcher_and_the_readmes_stay_small() -> None:
    assert lines(ROOT / "kring") <= 300, "The launcher passed 300 lines. Move a verb to Python."
    long = [named(path) for path in SRC.glob("*/README.md") if lines(path) > 15]
    tell(long, "The README of a room has at most 15 lines: purpose, words, rules it asks.")


IMPOSED = "src/kring/config/sqlite/base.py"  # Django looks for a database under this name and no other
NAMELESS = {"utils", "helpers", "common", "core", "base", "services", "managers", "misc", "signals", "admin"}


def test_files_are_named_after_what_they_are() -> None:
    ours = [path for path in modules() if named(path) != IMPOSED]
    wrong = [named(path) for path in ours if NAMELESS & {word.removesuffix(".py") for word in path.parts[-3:]}]
    tell(wrong, "A name that says nothing. Name the file after the noun inside it.")
    tell([named(path) for path in repository() if " " in path.name], "A name with a space breaks the launcher.")


# Written with brackets so that this file does not find itself.
ADDRESS = re.compile(
    r"py[p]i\.org|python[h]osted\.|registry\.[n]pmjs|yarn[p]kg\.com|deb\.[d]ebian\.org|--(extra-)?index-u[r]l|"
    r"https?://\S+\.(whl|tgz|deb|tar\.gz)\b|/roo[t]/|/hom[e]/\w"
)


def test_no_address_of_a_registry_and_no_path_of_a_machine() -> None:
    wrong = [
        f"{named(path)}: {address[0]}"
        for path in repository()
        if (address := ADDRESS.search(path.read_bytes().decode("utf-8", "ignore")))
    ]
    tell(wrong, "An address to download from, or a path of one machine, has no place in the repository.")
