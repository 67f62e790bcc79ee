"""Call names out of what someone typed or pasted (issue 2, 'Bad input'; quality.md section 3, row 10)."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kring.circle.names import (
    LONGEST,
    MOST,
    Name,
    Reason,
    again_sentence,
    clean,
    fold,
    read_names,
    sentence,
    take_names,
)


def texts(pasted: str) -> list[str]:
    names = read_names(pasted)
    assert not names.refused
    return [name.text for name in names.ok]


@pytest.mark.parametrize(
    "pasted",
    [
        "Wilma, Karim, Els",
        "Wilma; Karim ;Els;",
        "Wilma\nKarim\n\nEls\n",
        "Wilma\r\nKarim\rEls",
        "Wilma\tKarim\tEls",
        "- Wilma\n- Karim\n- Els",
        "• Wilma\n• Karim\n• Els",
        "• Wilma • Karim • Els",
        "* Wilma\n  * Karim\n – Els",
        "1. Wilma\n2. Karim\n3. Els",
        "1) Wilma\n2) Karim\n10) Els",
        "1. Wilma 2. Karim 3. Els",
        "☐ Wilma\n☑ Karim\n▪️ Els",
        "Wilma,,;\n ,Karim\u2028Els",
        '"Wilma", "Karim", "Els"',
    ],
)
def test_a_pasted_list_is_split_however_it_was_written(pasted: str) -> None:
    assert texts(pasted) == ["Wilma", "Karim", "Els"]


@pytest.mark.parametrize(
    "name",
    [
        "O'Brien",
        "O’Brien",
        "'t Joske",
        "Null",
        "None",
        "A",
        "é",
        "Jean-Pierre",
        "Van den Broeck",
        "Anne-Sophie Ó Súilleabháin",
        "Lea (oma, langs mama)",
        "mama van Yara",
        "王芳",
        "فاطمة",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0646",
        "Нина",
        "Nguyễn Thị Hằng",
        "🦄",
        "👨\u200d👩\u200d👧\u200d👦",
        "Poes ❤️",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "🫩",
        "?",
        "1 april",
        "2B",
        "Rex & co",
        "<b>Karim</b>",
        "=SOM(A1)",
    ],
)
def test_a_real_name_stays_as_it_is(name: str) -> None:
    assert texts(name) == [name]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Oma   Lea ", "Oma Lea"),
        ("Oma\u00a0Lea", "Oma Lea"),
        ("Jose\u0301", "José"),
        ("Ka\x00rim\x07", "Karim"),
        ("\u202eevil\u202c", "evil"),
        ("\u2066Karim\u2069", "Karim"),
        ("Ka\u200brim\ufeff", "Karim"),
        ("Karim\ud800", "Karim"),
        ("Karim\ufffe", "Karim"),
        ('"Karim"', "Karim"),
    ],
)
def test_what_cannot_be_seen_is_not_kept(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "   ", "\x00", "\u200d", "\u202e\u202c", "\u3164", "\ufe0f", "\u0301", "-", "---", " , ;\n"]
)
def test_nothing_is_nobody(typed: str) -> None:
    assert read_names(typed).ok == ()
    assert read_names(typed).refused == ()


def test_a_long_name_is_refused_whole_and_the_others_stay() -> None:
    names = read_names(f"Wilma, {'K' * 10_000}, Els")
    assert [name.text for name in names.ok] == ["Wilma", "Els"]
    assert [(r.text, r.reason, r.count) for r in names.refused] == [("K" * 10_000, Reason.TOO_LONG, 10_000)]
    assert str(LONGEST) in sentence(names.refused[0])
    assert texts("K" * LONGEST) == ["K" * LONGEST]


def test_a_pile_of_accents_is_refused_whole() -> None:
    pile = "Z" + "\u0335" * 40
    [refused] = read_names(pile).refused
    assert (refused.text, refused.reason) == (pile, Reason.STACKED)
    assert sentence(refused)


def test_five_thousand_pasted_names_lose_nothing() -> None:
    pasted = "\n".join(f"Naam {n}" for n in range(5_000))
    names = read_names(pasted)
    [refused] = names.refused
    assert names.ok == ()
    assert (refused.text, refused.reason, refused.count) == (pasted, Reason.TOO_MANY, 5_000)
    assert "5000" in sentence(refused)
    assert str(MOST) in sentence(refused)
    assert len(texts("\n".join(f"Naam {n}" for n in range(MOST)))) == MOST


def test_two_people_may_have_one_name_and_the_page_asks() -> None:
    names = read_names("Lien, Mo, lien, LIEN", known=["mo"])
    assert names.ok == (Name("Lien"), Name("Mo", again=True), Name("lien", again=True), Name("LIEN", again=True))
    assert "Mo, lien, LIEN" in again_sentence(names.ok)
    assert again_sentence(read_names("Lien, Lien").ok).startswith("Lien staat er al")
    assert again_sentence(read_names("Lien, Mo").ok) == ""


def test_a_list_that_was_split_before_is_not_split_again() -> None:
    assert [name.text for name in take_names(["Peeters, Jan", "", "Els"]).ok] == ["Peeters, Jan", "Els"]
    assert take_names(["Jan"] * 301).refused[0].reason is Reason.TOO_MANY


@pytest.mark.parametrize(
    ("one", "other"),
    [("José", "JOSE"), ("Łukasz", "lukasz"), ("I\u015f\u0131l", "isil"), ("mémé", "Meme"), ("O’Brien", "o'brien")],
)
def test_fold_compares_as_a_reader_does(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@settings(deadline=None)
@given(st.text(max_size=400))
def test_whatever_is_pasted_comes_back_visible_and_storable(pasted: str) -> None:
    names = read_names(pasted)
    for name in names.ok:
        assert 0 < len(name.text) <= LONGEST
        assert clean(name.text) == name.text == unicodedata.normalize("NFC", name.text)
        assert "\x00" not in name.text
        name.text.encode()
    assert all(refused.text for refused in names.refused)


@pytest.mark.parametrize(
    "pasted", ["(" * 200_000, "1. " * 70_000, "- " * 100_000, "a" * 500_000, "\u202e" * 200_000, ' "' * 90_000]
)
def test_hostile_text_takes_no_time(pasted: str) -> None:
    start = time.perf_counter()
    read_names(pasted)
    assert time.perf_counter() - start < 3
