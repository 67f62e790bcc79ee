"""The page for jurists is made from the table that the door asks, and is never behind it."""

import pytest

from bench import access_table as made
from kring.law.access import Answer, Case, Klass, Relation, Section, Verb, table


def test_the_page_is_up_to_date() -> None:
    assert made.PAGE.read_text(encoding="utf-8") == made.page(), "Run `./kring bench access_table` and commit it."


def test_every_member_of_the_closed_lists_has_a_word() -> None:
    assert set(made.RELATIONS) == set(Relation)
    assert set(made.SECTIONS) == set(Section)
    assert set(made.CLASSES) == set(Klass)
    assert set(made.ANSWERS) == set(Answer)
    assert set(made.CASES) == set(Case)


def test_every_rule_is_a_line_and_every_silence_is_said() -> None:
    text = made.page()
    lines = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| Deel")]
    assert len(lines) == sum(map(len, table().values()))
    parts = {part.split("\n", 1)[0]: part for part in text.split("\n## ")}
    for relation in Relation:
        rules = sum(len(rules) for place, rules in table().items() if place[0] is relation)
        told = parts.get(made.RELATIONS[relation], "").count("\n| ") - 1  # the first is the heading of its table
        silent = f"* {made.lower(made.RELATIONS[relation])}\n" in parts["Voor wie nu alles dicht is"]
        assert (max(told, 0), silent) == (rules, not rules), relation


def test_nothing_that_is_shut_is_called_open() -> None:
    for place, rules in table().items():
        for rule in rules:
            shown = made.line_of(place, rule).split(" | ")[2:6]
            assert [cell != "-" for cell in shown] == [bool(rule.answers(verb)) for verb in Verb]
            opened = [Answer.OPEN in rule.answers(verb) for verb in Verb]
            assert [made.ANSWERS[Answer.OPEN] in cell for cell in shown] == opened


def test_a_rule_that_holds_only_in_some_cases_says_so() -> None:
    for place, rules in table().items():
        for rule in rules:
            assert all((made.CASES[case] in made.line_of(place, rule)) == (case in rule.when) for case in Case)


def test_that_the_directors_decide_themselves_is_said_to_them_alone() -> None:
    said = {
        place[0]: made.line_of(place, rule)
        for place, rules in table().items()
        for rule in rules
        if place[1] is Section.DECIDED and Answer.OPEN in rule.answers(Verb.CHANGE)
    }
    assert set(said) == {Relation.WORKER, Relation.DIRECTOR}
    assert "De directie beslist dit zelf" in said[Relation.DIRECTOR]
    assert "De directie beslist dit zelf" not in said[Relation.WORKER]
    assert "bereidt voor" in said[Relation.WORKER]


def test_where_a_rule_comes_from_is_said_in_dutch() -> None:
    told = made.references(
        "product.md R7; brief 1.6 rows 2 and 3: who reads it; issue 5, part 5; art. 72, 75 and 75/1 DIJH"
    )
    assert told == "R7; domeinnota 1.6, rijen 2 en 3; opdracht 5, deel 5; art. 72, 75 en 75/1 DIJH"
    with pytest.raises(ValueError, match="nothing"):
        made.references("somebody said so")


def test_a_source_that_points_at_another_row_is_refused() -> None:
    """The page is put together by relation, so nobody could find what stood above it in the table."""
    for source in ("as above; R15", "above, R7"):
        with pytest.raises(ValueError, match="another row"):
            made.references(source)
    assert made.references("R15; open point (w)") == "R15; open punt (w)"


def test_who_breaks_a_no_by_hand_stands_on_the_page() -> None:
    told = made.taken_away()
    head = made.page().partition("\n## Het kind")[0]
    assert told["passes_on"] == (
        "de begeleider van dit kind, de vertrouwenspersoon in de jeugdhulp, zodra die het echt is, de JIM"
    )
    for who in ("holds_close", "passes_on", "is_told"):
        assert told[who] in " ".join(head.split()), who
