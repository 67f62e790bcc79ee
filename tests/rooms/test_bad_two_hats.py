"""A worker who is also a parent of the child (R7, R15): she comes in as the parent, everywhere, and does no work there.

That she works with children elsewhere stays; who leads the team reads that this child has nobody.
"""

import pytest
from django.urls import reverse

from kring.access import leading
from kring.access.acts import handing, moving
from kring.access.desk import desk_of
from kring.access.leading import open_as_lead
from kring.audit.events import Event
from kring.dossier.here import works_here
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.people.models import Post
from kring.rights import hearing
from tests.family import Family, undone
from tests.role_table import ROWS, Row
from tests.rooms.journal import TALK, write
from tests.rooms.test_role_table import ABOUT_A_CHILD, address, all_parts, route_of, tried

HERS = {"portals:take_back", "portals:mine_yes"}
"""What only Ann said yes to, or still can."""


def is_a_parent_too(family: Family, who: str = "lotte") -> None:
    """Of Noor, as Ann is."""
    as_parent = Involvement.objects.get(dossier=family.noor.dossier, person=family.person("ann"))
    as_parent.pk, as_parent.person_id = uuid7(), family.person(who)
    as_parent.save(force_insert=True)


def works_too(family: Family, who: str) -> None:
    """With Noor, as Lotte does."""
    as_worker = Involvement.objects.get(
        dossier=family.noor.dossier, person=family.person("lotte"), relation=Relation.WORKER.value
    )
    held = Post.objects.filter(person=family.person("lotte"), role=Relation.WORKER.value)[0]
    for row in (held, as_worker):
        row.pk, row.person_id = uuid7(), family.person(who)
        row.save(force_insert=True)


@pytest.mark.parametrize("method", ["get", "post"])
def test_on_every_page_about_the_child_she_finds_what_a_parent_finds(family: Family, method: str) -> None:
    parts = all_parts(family)
    is_a_parent_too(family)
    lotte, ann = family.browser("lotte"), family.browser("ann")
    for browser in (lotte, ann):
        browser.get(reverse("ways:display"))
    of_a_child = [one for one in ABOUT_A_CHILD if "<uuid:dossier>" in route_of(one) and one not in HERS]
    assert len(of_a_child) > 150
    wrong = []
    for name in of_a_child:
        where = address(name, parts)
        with undone():
            same = tried(lotte, method, where) == tried(ann, method, where)
        if not same:
            wrong.append(name)
    assert not wrong


def test_what_she_wrote_as_a_worker_is_all_she_reads_of_it(family: Family) -> None:
    works_too(family, "an")
    write(family, "an", "An schreef dit over Noor", **TALK)
    write(family, "lotte", "Lotte schreef dit zelf")
    assert "An schreef dit" in family.page("journal:notes", seen_by="lotte")
    is_a_parent_too(family)
    notes = family.page("journal:notes", seen_by="lotte")
    assert "Lotte schreef dit zelf" in notes
    assert "An schreef dit" not in notes
    assert "Ik wil niet meer elke zondag naar papa" not in notes


def test_the_child_is_on_none_of_her_desks_and_its_name_on_no_list_of_her_work(family: Family) -> None:
    before = family.browser("lotte").get(reverse("portals:children")).content.decode()
    assert "Noor" in before
    is_a_parent_too(family)
    assert family.noor.dossier not in desk_of(family.actor("lotte")).dossiers
    assert family.sem.dossier in desk_of(family.actor("lotte")).dossiers
    for page, row in ROWS.items():
        if isinstance(row, Row) and page in {"portals:children", "portals:talked", "handing:mine"}:
            assert "Noor" not in family.browser("lotte").get(reverse(page)).content.decode(), page


def test_nobody_counts_her_among_who_works_with_the_child(family: Family) -> None:
    """What the child says to who works with it, and what is asked of a worker, does not come to a parent."""
    noor = family.door("noor", Section.SAID)
    assert family.person("lotte") in {one.person for one in hearing.readers(noor)}
    is_a_parent_too(family)
    assert family.person("lotte") not in {one.person for one in hearing.readers(noor)}
    assert not leading.workers_of([family.noor.dossier])
    assert leading.workers_of([family.sem.dossier])
    assert not leading.who_stays([family.noor.dossier], after=clock.today(), but=family.person("an"))
    post = Post.objects.filter(person=family.person("lotte"), role=Relation.WORKER.value)[0]
    assert family.noor.dossier not in {one.dossier_id for one in leading.worked_with(post)}


def test_who_leads_the_team_reads_that_the_child_has_nobody_and_not_what_she_is_to_it(family: Family) -> None:
    page = reverse("handing:without_worker")
    assert "Noor" not in family.browser("hilde").get(page).content.decode()
    is_a_parent_too(family)
    told = family.browser("hilde").get(page).content.decode()
    assert "Noor" in told
    assert "hoort ook bij het eigen leven van dit kind" in told
    assert "Lotte" not in told
    assert "ouder" not in told
    Involvement.objects.filter(dossier=family.noor.dossier, relation=Relation.WORKER.value).update(ended_at=clock.now())
    told = family.browser("hilde").get(page).content.decode()
    assert "Noor" in told
    assert "eigen leven" not in told, "nobody works here at all: then there is nothing to say of anybody"


def test_a_parent_is_not_put_to_work_with_its_own_child(family: Family) -> None:
    """Not by handing over, not by moving to another team, not for a night."""
    lead = open_as_lead(family.actor("hilde"), family.noor.dossier, Section.MOMENTS)
    colleague = Post.objects.filter(person=family.person("lotte"), role=Relation.WORKER.value)[0]
    colleague.pk, colleague.person_id = uuid7(), family.person("ann")
    colleague.save(force_insert=True)
    assert family.person("ann") not in handing.colleagues(lead)
    Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("ann")).update(ended_at=clock.now())
    assert family.person("ann") in handing.colleagues(lead), "a colleague as every other"
    Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("ann")).update(ended_at=None)
    before = family.log(Event.WORK_HANDED_OVER)
    sent = {"to": str(family.person("ann")), "once": family.once(), "how": "now"}
    where = reverse("handing:give", args=[family.noor.dossier])
    assert family.browser("hilde").post(where, sent).status_code in {200, 404}
    assert family.log(Event.WORK_HANDED_OVER) == before
    assert family.person("ann") not in {one.person_id for one in moving.elsewhere(family.door("lotte"))}


def test_with_somebody_else_beside_her_the_child_has_a_worker(family: Family) -> None:
    is_a_parent_too(family)
    works_too(family, "an")
    assert [key for key, _ in leading.workers_of([family.noor.dossier])[family.noor.dossier]] == [family.person("an")]
    assert [one.person_id for one in works_here(family.noor.dossier, on=clock.today())] == [family.person("an")]
    told = family.browser("hilde").get(reverse("handing:without_worker")).content.decode()
    assert "Noor" not in told
