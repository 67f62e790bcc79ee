"""What an emergency never opens, and when it ends (brief 1.6, R8, R17)."""

from datetime import timedelta

import pytest

from kring.access.models import Disclosure, Item
from kring.kit import clock
from kring.law.access import Section
from tests.family import Family
from tests.rooms.journal import row as row_of
from tests.rooms.test_going import close, reopen
from tests.rooms.test_telling import over, something, tell

ROADS = ("circle:page", "rights:meanings", "rights:reached", "rights:decided", "rights:transfers", "moments:moments")


def test_what_was_given_in_confidence_goes_to_nobody_by_an_emergency(family: Family) -> None:
    """The same text as a text of the file may be passed on: so it is not closed for another reason."""
    row = row_of(family, "samen gekookt", seen_by="lotte")
    where = family.url("portals:emergency", item=row.pk)
    assert f'"{where}"' in family.page("portals:thing", seen_by="lotte", item=row.pk)
    assert tell(family, row, to="karim").status_code == 302
    Item.objects.filter(pk=row.pk).update(klass="confidence")
    assert f'"{where}"' not in family.page("portals:thing", seen_by="lotte", item=row.pk)
    assert family.browser("lotte").get(where).status_code == 404
    for who in ("wilma", "karim", "rita", "ann"):
        assert tell(family, row, to=who).status_code == 404
    assert Disclosure.objects.count() == 1


@pytest.mark.parametrize("klass", ["confidence", "agogic"])
def test_what_was_told_before_and_is_closed_now_is_read_by_nobody(family: Family, klass: str) -> None:
    row = row_of(family, "samen gekookt", seen_by="lotte")
    tell(family, row, to="karim")
    assert row.pk in family.door("karim", Section.SAID).answers.disclosed
    Item.objects.filter(pk=row.pk).update(klass=klass)
    assert row.pk not in family.door("karim", Section.SAID).answers.disclosed


def test_an_emergency_opens_the_part_of_what_was_told_and_no_empty_page_of_another(family: Family) -> None:
    """No list, no frame and no count of what Rita was told nothing of: an emergency is about one text (R7, R8)."""
    row = row_of(family, "samen gekookt", seen_by="lotte")
    before = {one: family.browser("rita").get(family.url(one)).status_code for one in ROADS}
    assert 404 in before.values()
    tell(family, row, to="rita")
    assert row.words in family.page("journal:notes", seen_by="rita")
    assert {one: family.browser("rita").get(family.url(one)).status_code for one in ROADS} == before
    tell(family, something(family), to="rita")
    assert family.browser("rita").get(family.url("circle:page")).status_code == 200, "of this part she was"


def test_an_emergency_has_a_last_day_and_then_nobody_reads_it_any_more(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    row, today, now = something(family), clock.today(), clock.now()
    tell(family, row, to="karim")
    told = Disclosure.objects.get()
    assert told.until_on == today + timedelta(days=7)
    assert "Tot en met" in family.page("portals:thing", seen_by="noor", item=row.pk)
    for days, reads in ((7, True), (8, False)):
        monkeypatch.setattr(clock, "now", lambda days=days: now + timedelta(days=days))
        assert (row.pk in family.door("karim", Section.SAID).answers.disclosed) is reads
    assert "Gestopt na" in family.page("portals:thing", seen_by="noor", item=row.pk)
    assert over(family, told).status_code == 404, "it is over already"


def test_after_the_help_nothing_is_told_and_what_goes_on_opens_nothing(family: Family) -> None:
    """Nobody would read it then, and nothing opens by itself when the place goes on (R28)."""
    row = something(family)
    where = family.url("portals:emergency", item=row.pk)
    assert f'"{where}"' in family.page("portals:thing", seen_by="lotte", item=row.pk)
    close(family)
    assert f'"{where}"' not in family.page("portals:thing", seen_by="lotte", item=row.pk)
    assert family.browser("lotte").get(where).status_code == tell(family, row, to="karim").status_code == 404
    assert not Disclosure.objects.exists()


def test_what_was_over_by_itself_nobody_stopped_by_closing_the_place(family: Family) -> None:
    tell(family, something(family), to="karim", child_told="on")
    Disclosure.objects.update(until_on=clock.today() - timedelta(days=1))
    close(family)
    page = family.page("portals:known", seen_by="noor")
    assert ("Gestopt na" in page, "Gestopt op" in page) == (True, False)


def test_what_was_told_in_a_closed_place_before_that_was_refused_ends_when_it_goes_on(family: Family) -> None:
    row = something(family)
    tell(family, row, to="karim", child_told="on")
    close(family)
    Disclosure.objects.update(ended_at=None, ended_by=None)
    reopen(family)
    assert row.pk not in family.door("karim", Section.SAID).answers.disclosed
    assert Disclosure.objects.get().ended_by_id == family.person("hilde")
