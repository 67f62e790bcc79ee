"""What Lotte wrote of whom Ann brings along: Ann reads by whom, what was seen of it, and says what she never said."""

from uuid import UUID

from django.http import HttpResponse

from kring.audit.events import Event
from kring.kit import clock
from tests.family import Family
from tests.rooms.test_own_person import WAITS, asked, name, post, row


def seen(family: Family, by: str = "ann") -> str:
    return family.page("rights:own_person", seen_by=by)


def deny(family: Family, own: UUID, *, by: str = "ann") -> HttpResponse:
    return post(family, "rights:own_person_ending", own, by=by, not_said="1")


def test_ann_reads_who_wrote_that_she_asked_it_and_denies_it_in_one_tap(family: Family) -> None:
    name(family)
    own = row(family).pk
    asked(family, own, by="lotte", reply="no")
    assert "Lotte schreef dit op, op" in seen(family)
    assert deny(family, own, by="lotte").status_code == 404
    assert deny(family, own).status_code == 302
    now = row(family)
    assert (now.asked_on, now.reply, now.unsaid_on) == (None, "", clock.today())
    assert "Lotte schreef dit op" not in seen(family)
    assert "dat zei ik niet" in family.page("rights:parents_person", seen_by="lotte", own=own)
    assert WAITS in family.page("portals:child", seen_by="lotte")
    assert family.log(Event.OWN_PERSON_DENIED) == 1
    assert deny(family, own).status_code == 404, "there is nothing any more"


def test_what_ann_wrote_herself_has_no_tap(family: Family) -> None:
    name(family)
    own = row(family).pk
    asked(family, own, reply="yes")
    assert "schreef dit op" not in seen(family)
    assert deny(family, own).status_code == 404


def test_ann_reads_what_was_seen_of_the_conditions_by_whom_and_what_follows(family: Family) -> None:
    name(family)
    own = row(family).pk
    assert "Nu al welkom bij een gesprek" in seen(family)
    post(family, "rights:parents_person", own, by="lotte", adult="yes", involved="no")
    page = seen(family)
    assert "Lotte bekeek de voorwaarden op" in page
    assert "Nu al welkom bij een gesprek" in page
    post(family, "rights:parents_person", own, by="lotte", adult="no", involved="yes")
    page = seen(family)
    assert "Daarom kan tante Fien nu niet jouw vertrouwenspersoon zijn" in page
    assert "Nu al welkom bij een gesprek" not in page
