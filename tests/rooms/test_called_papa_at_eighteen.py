"""Who is called papa and stands beside Noor as a supporter has no right of a parent that could end at 18 (R15, C54).

A worker said that it is no parent before it came in.  Who is here as a parent too, is one whatever else it is.
"""

from kring.access.models import SamePerson
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Relation, Topic
from tests.family import Family
from tests.rooms.test_of_age import HERS, is_of_age, notes, says_yes


def comes_in_as(family: Family, who: str, *relations: Relation) -> None:
    """This one is papa of Noor's circle, and comes in as these."""
    held = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person(who))
    held.update(ended_at=clock.now())
    SamePerson.objects.filter(person=family.person(who)).delete()
    facts = {"dossier_id": family.noor.dossier, "person_id": family.person(who), "from_on": clock.today()}
    for relation in relations:
        Involvement.objects.create(**facts, relation=relation.value)
    SamePerson.objects.create(
        item_id=family.member("papa"),
        person_id=family.person(who),
        confirmed_at=clock.now(),
        confirmed_by_id=family.person("lotte"),
    )


def test_what_noor_said_yes_to_stays_with_a_supporter_who_is_called_papa(family: Family) -> None:
    comes_in_as(family, "karim", Relation.SUPPORTER)
    says_yes(family, "tarik", Topic.SCHOOL, days=30)
    is_of_age(family, days=-1)
    assert HERS in notes(family, "karim")
    is_of_age(family)
    assert HERS in notes(family, "karim")


def test_it_falls_for_who_is_here_as_a_parent_too_and_a_new_yes_counts(family: Family) -> None:
    comes_in_as(family, "karim", Relation.SUPPORTER, Relation.PARENT)
    says_yes(family, "tarik", Topic.SCHOOL, days=30)
    is_of_age(family, days=-1)
    assert HERS in notes(family, "karim")
    is_of_age(family)
    assert HERS not in notes(family, "karim")
    says_yes(family, "tarik", Topic.SCHOOL, days=0)
    assert HERS in notes(family, "karim")
