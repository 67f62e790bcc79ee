"""Taking the circle along: who sees this at home, what may be on it, and what the file says."""

import zlib
from typing import Any

import pytest
from django.http import HttpResponse

from kring.audit.events import Event
from kring.circle.acts import ties
from kring.circle.domains import Layer, TieKind
from kring.kit.keys import uuid7
from tests.family import Family


def take(family: Family, page: str, by: str = "noor", **asked: Any) -> HttpResponse:
    return family.browser(by).get(family.url(page), asked)


def svg(family: Family, **asked: Any) -> str:
    answer = take(family, "circle:svg", **asked)
    assert answer.status_code == 200
    text: str = answer.content.decode()
    return text


def test_first_the_question_who_sees_this(family: Family) -> None:
    assert "Wie ziet dit" in take(family, "circle:take").content.decode()
    for page in ("circle:pdf", "circle:svg", "circle:png", "circle:print"):
        answer = take(family, page)
        assert answer.status_code == 302, "without an answer nothing leaves"
        assert answer["Location"].endswith("/circle/take/")
    assert family.log(Event.CIRCLE_TAKEN_ALONG) == 0


def test_what_goes_home_shows_one_wall_no_nearness_no_tension_and_no_choice(family: Family) -> None:
    home, here = svg(family, who="home", side="1"), svg(family, who="here")
    assert "spanning" not in home
    assert "dichtbij" not in home.replace("over hoe dichtbij", ""), "only the sentence that says so"
    assert "spanning" in here
    assert "dichtbij" in here
    for drawn in (home, here):
        assert str(family.member("wilma")) not in drawn, "a file carries no keys"
    between = ties.Between(a=family.member("els"), b=family.member("karim"), kind=TieKind.TENSION)
    ties.tie(family.door("lotte"), between, layer=Layer.CHILD, act=uuid7())  # on no side: that may go home
    shown = svg(family, who="home", side="1", names="full", shown=["near", "tension"])
    assert "spanning" in shown
    assert "dichtbij" in shown


def test_a_sheet_for_home_does_not_tell_that_there_is_help_unless_chosen(family: Family) -> None:
    asked = {"who": "home", "side": "1", "names": "full"}
    for page, from_ in (("circle:print", 'class="a4"'), ("circle:svg", "<svg")):
        plain, more = (
            take(family, page, **asked, shown=shown).content.decode().split(from_, 1)[1] for shown in ([], ["care"])
        )
        assert [(page, word) for word in ("Lotte", "Hulpverlening") if word in plain] == []
        assert [(page, word) for word in ("Lotte", "Hulpverlening") if word not in more] == []


def test_lines_and_who_works_for_the_help_go_home_only_when_chosen(family: Family) -> None:
    plain, more = (
        take(family, "circle:print", who="home", side="1", names="full", shown=shown).content.decode()
        for shown in ([], ["ties", "care"])
    )
    for sign in ('class="tie', "werkt voor de hulp", " pro"):
        assert sign not in plain.split('class="a4"')[1]
        assert sign in more.split('class="a4"')[1]


@pytest.mark.parametrize(("names", "there"), [("full", True), ("initials", False), ("none", False)])
def test_with_names_or_without(family: Family, names: str, there: bool) -> None:
    assert ("Wilma" in svg(family, who="me", names=names, shown="near")) is there
    page = take(family, "circle:print", who="me", names=names, shown="near").content.decode()
    assert ("Wilma" in page) is there


@pytest.mark.parametrize(
    ("kind", "content", "begins"),
    [("pdf", "application/pdf", b"%PDF-"), ("png", "image/png", b"\x89PNG"), ("svg", "image/svg+xml", b"<svg")],
)
def test_a_file_has_a_name_that_says_nothing_and_is_kept_nowhere(
    family: Family, kind: str, content: str, begins: bytes
) -> None:
    answer = take(family, f"circle:{kind}", who="home", side="1")
    assert answer["Content-Type"] == content
    assert answer["Content-Disposition"] == f'attachment; filename="kring.{kind}"'
    assert "no-store" in answer["Cache-Control"]
    assert answer.content.startswith(begins)
    assert b"Lotte" not in answer.content[:400]
    assert family.log(Event.CIRCLE_TAKEN_ALONG) == 1


def test_a_pdf_holds_no_more_than_can_be_seen(family: Family) -> None:
    made = take(family, "circle:pdf", who="home", side="1", names="none").content
    text = made + b"".join(_unpacked(made))
    assert b"Wilma" not in text
    assert str(family.member("wilma")).encode() not in text


def _unpacked(pdf: bytes) -> list[bytes]:
    found = []
    for part in pdf.split(b"stream\n")[1:]:
        try:
            found.append(zlib.decompressobj().decompress(part.split(b"\nendstream")[0]))
        except zlib.error:
            continue
    return found


@pytest.mark.parametrize(
    "asked",
    [
        {"who": "everyone"},
        {"who": ""},
        {"who": "home", "names": "x", "side": "1"},
        {"who": "me", "names": "full", "shown": "all"},
    ],
)
def test_an_answer_that_is_none_is_asked_again(family: Family, asked: dict[str, str]) -> None:
    for page in ("circle:take", "circle:pdf", "circle:print"):
        answer = take(family, page, **asked)
        assert answer.status_code in {200, 302}
    assert family.log(Event.CIRCLE_TAKEN_ALONG) == 0


@pytest.mark.parametrize("stranger", ["an", "ann", "tarik", "wilma", "mo"])
def test_strangers_take_nothing(family: Family, stranger: str) -> None:
    for page in ("circle:take", "circle:pdf", "circle:svg", "circle:png", "circle:print"):
        assert take(family, page, by=stranger, who="home", side="1").status_code == 404


def test_when_no_sheet_can_be_made_it_is_said(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kring.circle.paper._PATIENCE", 0.0)
    answer = take(family, "circle:pdf", who="home", side="1")
    assert answer.status_code == 503
    assert "Dit blad is niet gelukt" in answer.content.decode()
    assert family.log(Event.CIRCLE_TAKEN_ALONG) == 0
