"""The register of processing is made from the fields, and is never behind them (GDPR art. 30)."""

from bench import register
from kring.rights.models import Condition


def test_the_register_is_up_to_date() -> None:
    assert register.PAGE.read_text(encoding="utf-8") == register.page(), "Run `./kring bench register` and commit it."


def test_every_table_of_a_library_says_what_it_keeps() -> None:
    assert {model._meta.label for model in register.foreign()} == register.LIBRARIES.keys(), (
        "Say in LIBRARIES of bench/register.py what this table keeps of a person."
    )


def test_every_field_of_ours_stands_in_it() -> None:
    text = register.page()
    for model in register.own():
        lines = [line for line in text.splitlines() if line.startswith(f"| `{model._meta.label}` |")]
        for _, encrypted, name, _ in register.declared(model):
            said = "ja" if encrypted else "nee"
            assert [line for line in lines if f"`{name}`" in line and f" | {said} | " in line]


def test_each_condition_has_the_ground_of_its_own_rows() -> None:
    """Being adult is a fact of the decree; only what is about the extract rests on the article about offences."""
    lines = list(register.rows_of(Condition))
    for code in ("trust-person.adult", "trust-person.independent", "trust-person.extract", "trust-person.entry"):
        about = [line for line in lines if f"`{code}`" in line]
        assert about
        assert all(("6.1.c, 10" in line) is (code.rpartition(".")[2] in {"extract", "entry"}) for line in about)
