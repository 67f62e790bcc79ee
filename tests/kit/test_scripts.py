"""Modules put into one script: everything inside, each once, each with a scope of its own; nothing half understood."""

from pathlib import Path

import pytest

from kring.kit.scripts import UnknownFormError, joined, needs
from tests.sources import SRC

CIRCLE = SRC / "circle/static/circle"
TOP = 'import { one, two } from "./low.js";\nexport const sum = one() + two;\n'
LOW = "// why\nexport function one() {\n  return 1;\n}\nconst own = 2;\nexport const two = own;\n"


def together(name: str, **files: str) -> str:
    return joined(name, lambda file: files[file.removesuffix(".js")])


def test_what_is_imported_stands_before_who_needs_it() -> None:
    whole = together("top.js", top=TOP, low=LOW)
    assert whole == (
        "const m0 = (() => {\nfunction one() {\nreturn 1;\n}\nconst own = 2;\nconst two = own;\n"
        "return { one, two };\n})();\n"
        "const { one, two } = m0;\nexport const sum = one() + two;\n"
    )


def test_a_module_that_is_only_run_and_remarks_that_stay_home() -> None:
    top = 'import "./low.js";\nconst far = "a; // b"; // why\nrun(far);\n'
    whole = together("top.js", top=top, low=LOW)
    assert whole.endswith('})();\nconst far = "a; // b";\nrun(far);\n')


def test_a_module_that_two_need_is_there_once() -> None:
    side = 'import { one } from "./low.js";\nexport class Side {}\n'
    top = 'import { Side } from "./side.js";\n' + TOP
    assert together("top.js", top=top, side=side, low=LOW).count("function one") == 1


@pytest.mark.parametrize(
    "strange",
    [
        'import all from "./low.js";',
        'import * as low from "./low.js";',
        "export default 1;",
        'export * from "./low.js";',
    ],
)
def test_a_form_that_is_not_known_is_refused(strange: str) -> None:
    with pytest.raises(UnknownFormError):
        together("top.js", top=f"{strange}\n", low=LOW)


def test_two_that_need_each_other_are_refused() -> None:
    low = 'import { sum } from "./top.js";\nexport const one = sum;\nexport const two = 2;\n'
    with pytest.raises(UnknownFormError):
        together("top.js", top=TOP, low=low)


@pytest.mark.parametrize("path", sorted(CIRCLE.glob("*.js")), ids=lambda path: path.name)
def test_every_script_of_the_circle_can_be_put_together(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if needs(text):
        whole = joined(path.name, lambda file: (CIRCLE / file).read_text(encoding="utf-8"))
        assert not needs(whole)
        assert whole.count("{") == whole.count("}")
