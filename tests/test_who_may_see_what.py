"""The page for jurists is made from the table that the door asks, and is never behind it."""

from bench import access_table as made
from kring.law.access import Answer, Klass, Relation, Section, table


def test_the_page_is_up_to_date() -> None:
    assert made.PAGE.read_text(encoding="utf-8") == made.page(), "Run `./kring bench access_table` and commit it."


def test_every_member_of_the_closed_lists_has_a_word() -> None:
    assert set(made.RELATIONS) == set(Relation)
    assert set(made.SECTIONS) == set(Section)
    assert set(made.CLASSES) == set(Klass)


def test_every_cell_is_a_line_and_every_silence_is_said() -> None:
    text = made.page()
    lines = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| Deel")]
    assert len(lines) == len(table())
    for relation in Relation:
        assert made.lower(made.RELATIONS[relation]) in text or made.RELATIONS[relation] in text


def test_nothing_that_is_shut_is_called_open() -> None:
    for (relation, section, klass), cell in table().items():
        begins = f"| {made.SECTIONS[section]} | {made.CLASSES[klass]} | "
        line = next(line for line in made.part_of(relation, table()).splitlines() if line.startswith(begins))
        said = line.removeprefix(begins).split(" | ")[:4]
        shown = [made.ANSWERS[answer] for answer in (cell.know, cell.read, cell.add, cell.change)]
        assert said == shown
        assert (made.ANSWERS[Answer.OPEN] in said) == (Answer.OPEN in (cell.know, cell.read, cell.add, cell.change))
