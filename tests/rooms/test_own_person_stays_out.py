"""Whom a parent brings along comes in nowhere: it reads beside that parent, or on paper (B123, open point (d))."""

import pytest

from kring.access.acts import LetIn, MayNotLetIn, let_in
from kring.access.models import Given
from kring.dossier.models import Involvement
from kring.law.access import Relation, Section
from kring.law.ways import WayKind
from tests.family import Family
from tests.rooms.test_own_person import name


@pytest.mark.parametrize("by", ["lotte", "ann", "noor"])
def test_whom_ann_brings_along_gets_no_way_in_and_both_read_so(family: Family, by: str) -> None:
    """It makes itself known at each talk (DIJH, brief 1.10); nothing that was read of that law asks for an account."""
    name(family)
    assert "In Kring komt die persoon niet zelf binnen." in family.page("rights:own_person", seen_by="ann")
    assert "krijgt geen link en leest hier zelf niets" in family.page("rights:parents_persons", seen_by="lotte")
    before, door = Given.objects.count(), family.door(by, Section.SAID)
    for kind in WayKind:
        with pytest.raises(MayNotLetIn):
            let_in(door, LetIn(name="tante Fien", relation=Relation.PARENTS_TRUST_PERSON, kind=kind), once=None)
    assert Given.objects.count() == before
    assert not Involvement.objects.filter(relation=Relation.PARENTS_TRUST_PERSON.value).exists()
