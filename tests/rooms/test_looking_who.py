"""Who a parent is that looks beside Lotte: people only, a second look by name, nothing of whom nobody knows (R17)."""

from uuid import UUID

import pytest

from kring.access.acts import deciding
from kring.access.close import close_to
from kring.access.same import SamePerson
from kring.circle.acts import people, ties
from kring.circle.domains import Layer, TieKind
from kring.dossier.models import Involvement
from kring.journal.acts import notes
from kring.journal.models import Apart
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Verb
from kring.law.standing import Authority
from tests.family import Family
from tests.rooms.test_looking import ask, begin

ABOUT = {"over Sem": None, "over mama": "sem_mama", "over juf Els": "sem_juf", "over oma": "sem_rita"}


@pytest.fixture
def rex(family: Family) -> UUID:
    """Ann may look in Sem's place; nobody said who she is in his circle, in which Rex the dog stands too."""
    parent = Involvement.objects.get(dossier=family.sem.dossier, person=family.person("ann"))
    lotte = family.door("lotte", Section.RIGHTS, child="sem")
    deciding.write_authority(lotte, parent, deciding.Held(authority=Authority.HOLDS), once=None)
    apart = family.door("lotte", Section.APART, child="sem")
    for words, about in ABOUT.items():
        notes.write_apart(apart, words, family.member(about) if about else None, act=uuid7())
    circle = family.door("lotte", Section.CIRCLE, child="sem")
    return people.add(circle, ["hond Rex"], layer=Layer.CHILD, act=uuid7())[0]


def choose(family: Family, member: UUID, sure: str = "") -> tuple[int, str]:
    sent = {"person": str(family.person("ann")), "member": str(member), "sure": sure, "once": family.once()}
    told = family.browser("lotte").post(family.url("rights:viewings", child="sem"), sent)
    return told.status_code, told.content.decode()


def who_ann_is(family: Family) -> list[UUID]:
    return list(SamePerson.objects.filter(person=family.person("ann")).values_list("item", flat=True))


def reads(family: Family) -> set[str]:
    """What opens to Ann beside Lotte, on the list and of one text alike."""
    lotte = family.door("lotte", Section.APART, child="sem")
    ann = family.door("ann", Section.APART, child="sem")
    listed = {one.words for one in ann.within(Apart.objects.all())}
    assert {one.words for one in lotte.within(Apart.objects.all()) if ann.may(one, Verb.READ)} == listed
    return listed


def test_people_are_offered_and_no_dog(family: Family, rex: UUID) -> None:
    page = family.page("rights:viewings", seen_by="lotte", child="sem")
    assert f'value="{family.member("sem_mama")}"' in page
    assert "hond Rex" not in page
    status, told = choose(family, rex, sure=f"{family.person('ann')} {rex}")
    assert status == 200
    assert "Is Ann" not in told
    assert who_ann_is(family) == []


def test_who_she_is_is_looked_at_once_more_by_name_before_it_is_kept(family: Family, rex: UUID) -> None:
    mama, juf = family.member("sem_mama"), family.member("sem_juf")
    status, told = choose(family, mama)
    assert status == 200
    assert "Is Ann mama?" in told
    assert "Ann komt hier binnen als: ouder." in told
    assert who_ann_is(family) == []
    pair = f"{family.person('ann')} {mama}"
    assert pair in told
    assert choose(family, juf, sure=pair)[0] == 200, "another choice is looked at anew"
    assert who_ann_is(family) == []
    assert choose(family, mama, sure=pair)[0] == 302
    assert who_ann_is(family) == [mama]
    assert family.member("sem_mama") not in {UUID(one) for one in _offered(family)}


def _offered(family: Family) -> list[str]:
    page = family.page("rights:viewings", seen_by="lotte", child="sem")
    return [one.split('"')[0] for one in page.split('name="member" value="')[1:]]


def test_taken_for_another_she_reads_nothing_of_whom_nobody_knows(family: Family, rex: UUID) -> None:
    """Quality 4: one wrong tap; mama's text stays shut while mama may be her."""
    ask(family, "ann", child="sem", member=rex)
    begin(family, "ann", child="sem")
    assert reads(family) == {"over Sem"}
    begun = family.page("journal:apart", seen_by="ann", child="sem")
    assert "over mama" not in begun


def test_who_was_confirmed_as_somebody_else_opens_unless_close_to_whom_nobody_knows(family: Family, rex: UUID) -> None:
    ask(family, "ann", child="sem", member=family.member("sem_mama"))
    begin(family, "ann", child="sem")
    assert reads(family) == {"over Sem"}
    row = SamePerson.objects.create(item_id=family.member("sem_rita"), person_id=family.person("rita"))
    assert reads(family) == {"over Sem"}, "pointed out, and nobody confirmed it"
    SamePerson.objects.filter(pk=row.pk).update(confirmed_at=row.item.made_at)
    assert reads(family) == {"over Sem", "over oma"}
    between = ties.Between(a=family.member("sem_rita"), b=family.member("sem_juf"), kind=TieKind.KNOW)
    ties.tie(family.door("lotte", child="sem"), between, layer=Layer.ADULT, act=uuid7())
    assert reads(family) == {"over Sem"}, "juf Els may be her"


def test_of_who_serves_by_a_way_of_its_own_it_is_known_who_that_is(family: Family, rex: UUID) -> None:
    ask(family, "ann", child="sem", member=family.member("sem_mama"))
    near = close_to(family.sem.dossier, family.person("ann"), Relation.TRUST_PERSON)
    assert family.member("sem_juf") not in near
    assert family.member("sem_juf") in close_to(family.sem.dossier, family.person("ann"), Relation.PARENT)
