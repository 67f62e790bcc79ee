"""What Noor said and Lotte wrote down is shown as hers, to everyone who reads it (R23)."""

import pytest

from tests.family import Family
from tests.rooms.journal import page, write

REX = "Ik wil dat Rex mee mag."


def above(told: str, words: str) -> str:
    """What stands over these words in their note."""
    return told[: told.index(words)].rsplit("<article", 1)[1]


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_her_words_written_down_by_lotte_stand_under_her_name(family: Family, by: str) -> None:
    write(family, "lotte", REX, klass_0="own_words")
    assert "Noor, opgeschreven door Lotte" in above(page(family, by), REX)


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_what_lotte_wrote_herself_and_what_noor_typed_stand_under_the_one_who_wrote(family: Family, by: str) -> None:
    write(family, "lotte", "Er was overleg.")
    write(family, "noor", "Ik zit naast Yara.")
    told = page(family, by)
    assert "opgeschreven door" not in above(told, "Er was overleg.")
    assert "opgeschreven door" not in above(told, "Ik zit naast Yara.")
