"""The register of processing is made from the fields, and is never behind them (GDPR art. 30)."""

from bench import register


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
        for _, encrypted, name in register.declared(model):
            said = "ja" if encrypted else "nee"
            assert [line for line in lines if f"`{name}`" in line and f" | {said} | " in line]
