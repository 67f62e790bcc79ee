"""Each module of the law has its tests, its page for a jurist, and versions of what it weighs (R4)."""

import ast
from pathlib import Path

import pytest

from kring.law.registry import register

ROOT = Path(__file__).parents[2]
MODULES = sorted(one for one in (ROOT / "src" / "kring" / "law").glob("*.py") if one.stem != "__init__")
ELSEWHERE = {
    "meaning": "test_closed_lists",
    "parts": "test_closed_lists",
    "processing": "test_closed_lists",
    "source": "test_closed_lists",
    "registry": "test_register",
}
"""Closed lists, and the register itself: their tests have another name."""
WITHOUT_A_PAGE = {
    "decision": "how a rule is kept: docs/law/README.md",
    "registry": "how a rule is kept: docs/law/README.md",
    "source": "how a rule is kept: docs/law/README.md",
    "time": "days and ages, no rule",
    "access": "the table access.toml is written to be read by itself",
    "standing": "which cases of that table hold",
    "parts": "a closed list, on the page docs/law/support.md",
}


def stem(path: Path) -> str:
    return path.stem


def grounds_of(path: Path) -> set[str]:
    """Every code that the module weighs as a ground, where it stands there in full."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    first = [
        node.args[0] for node in calls if isinstance(node.func, ast.Name) and node.func.id == "Ground" and node.args
    ]
    return {node.value for node in first if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@pytest.mark.parametrize("path", MODULES, ids=stem)
def test_it_has_tests_of_its_own(path: Path) -> None:
    tests = Path(__file__).with_name(f"{ELSEWHERE.get(path.stem, f'test_{path.stem}')}.py")
    assert tests.is_file()
    told = tests.read_text(encoding="utf-8")
    assert "@given" in told or "parametrize" in told, "a table of cases, or a property"
    if path.stem not in ELSEWHERE.keys() | {"closed_lists"} and grounds_of(path):
        assert "@given" in told or "RuleBasedStateMachine" in told, (
            "what decides has a property that holds for all facts"
        )


@pytest.mark.parametrize("path", [one for one in MODULES if one.stem not in WITHOUT_A_PAGE], ids=stem)
def test_a_jurist_finds_its_page(path: Path) -> None:
    page = ROOT / "docs" / "law" / f"{path.stem.replace('_', '-')}.md"
    assert f"law/{path.name}" in page.read_text(encoding="utf-8")
    assert f"[{page.name}]({page.name}) | `{path.name}`" in (page.parent / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", MODULES, ids=stem)
def test_each_ground_that_it_weighs_has_versions_with_a_source(path: Path) -> None:
    for code in grounds_of(path):
        assert register()[code], code
        assert all(one.source and one.wording for one in register()[code])


def test_no_ground_stands_in_the_register_that_nobody_weighs() -> None:
    texts = "".join(one.read_text(encoding="utf-8") for one in MODULES)
    assert not [code for code in register() if f'"{code}"' not in texts]
