"""What somebody filed wrongly: into a class that fewer read, with all that stands beside it; never one that opens."""

from html import unescape

import pytest
from django.http import HttpResponse

from kring.access.writing import NotAllowedError
from kring.journal.acts import notes
from kring.journal.models import Edition, Talked
from kring.kit.keys import uuid7
from kring.law.access import Klass, Section, opens_more
from tests.family import Family
from tests.rooms.journal import change, page, row, write


def file(family: Family, words: str, klass: str, *, by: str = "lotte", text: str = "") -> HttpResponse:
    """The same text, or another one, in another class."""
    there = row(family, words, seen_by=by)
    return change(family, by, there.pk, text or there.words, version=there.item.version, klass=klass)


def offered(family: Family, words: str, *, by: str = "lotte") -> list[str]:
    told = unescape(family.page("journal:change", seen_by=by, passage=row(family, words, seen_by=by).pk))
    return [one.value for one in Klass if f'value="{one.value}"' in told]


def test_what_was_told_in_confidence_is_closed_after_all(family: Family) -> None:
    write(family, "lotte", "haar juf belde mij")
    file(family, "haar juf belde", "file", text="haar juf belde mij thuis")
    assert "haar juf belde" in page(family, "noor")
    assert file(family, "haar juf belde", "confidence").status_code == 302
    for told in (page(family, "noor"), page(family, "noor", "journal:print")):
        assert "haar juf belde" not in told
        assert "Besproken met Noor op 5 januari" not in told
    noor = family.door("noor", Section.JOURNAL)
    assert not [one for one in noor.within(Edition.objects.all()) if "haar juf" in one.words], "also how it was before"
    assert not noor.within(Talked.objects.filter(talked_on="2026-01-05"))
    assert "haar juf belde mij thuis" in page(family, "lotte")


@pytest.mark.parametrize("klass", ["file", "own_words", "household"])
def test_what_a_class_held_is_not_opened_by_another_word_on_a_form(family: Family, klass: str) -> None:
    write(family, "lotte", "de juf vroeg iets", klass_0="confidence")
    assert file(family, "de juf vroeg", klass).status_code == 200
    there = row(family, "de juf vroeg", seen_by="lotte")
    new = notes.Changed(words=there.words, version=1, klass=Klass(klass))
    with pytest.raises(NotAllowedError):
        notes.change(family.door("lotte", Section.JOURNAL), there, new, act=uuid7())
    assert "de juf vroeg" not in page(family, "noor")


def test_only_what_closes_is_offered(family: Family) -> None:
    write(family, "lotte", "een feit")
    write(family, "lotte", "een geheim", klass_0="confidence")
    write(family, "lotte", "over de juf", klass_0="third_party")
    assert offered(family, "een feit") == ["file", "confidence", "third_party"]
    assert offered(family, "een geheim") == ["confidence", "third_party"]
    assert offered(family, "over de juf") == [], "what is about somebody else never goes to who it is about"


def test_of_who_lives_with_her_no_more_the_child_reads_nothing_once_it_is_filed_anew(family: Family) -> None:
    """Contextual data are of who lives with her when she asks (brief 1.6): who lives where, Kring does not know."""
    write(family, "lotte", "de vriend van mama werkt in de haven", klass_0="household")
    assert "in de haven" in page(family, "noor")
    assert file(family, "in de haven", "third_party").status_code == 302
    assert "in de haven" not in page(family, "noor")
    assert "in de haven" in page(family, "lotte")


def test_a_parent_too_and_nobody_for_another(family: Family) -> None:
    assert offered(family, "Noor was dit weekend rustig", by="ann") == ["file", "confidence"]
    assert file(family, "Noor was dit weekend rustig", "confidence", by="ann").status_code == 302
    assert "dit weekend rustig" not in page(family, "noor")
    there = row(family, "We bekeken samen", seen_by="lotte")
    for who in ("noor", "ann", "bram"):
        assert change(family, who, there.pk, there.words, klass="confidence").status_code == 404


def test_of_two_pieces_the_other_stays(family: Family) -> None:
    file(family, "We bekeken samen twee scholen", "confidence")
    told = page(family, "noor")
    assert "We bekeken samen" not in told
    assert "iets met dieren" in told
    assert "Besproken met Noor op" in told


@pytest.mark.parametrize(
    ("new", "old", "more"),
    [
        (Klass.CONFIDENCE, Klass.FILE, False),
        (Klass.THIRD_PARTY, Klass.CONFIDENCE, False),
        (Klass.CONFIDENCE, Klass.THIRD_PARTY, True),
        (Klass.FILE, Klass.HOUSEHOLD, True),
        (Klass.HOUSEHOLD, Klass.FILE, True),
        (Klass.OWN_WORDS, Klass.FILE, True),
        (Klass.FILE, Klass.OWN_WORDS, True),
    ],
)
def test_which_class_opens_more_is_asked_of_the_table(new: Klass, old: Klass, *, more: bool) -> None:
    assert opens_more(Section.JOURNAL, new, old) is more
