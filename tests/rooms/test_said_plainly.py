"""What a page says where nothing opens, and where somebody wrote too much: in words of the house."""

import pytest
from django.core.exceptions import ValidationError

from kring.access.models import SamePerson, Say
from kring.kit import clock
from kring.kit.forms import PlainText
from kring.law.access import Topic
from tests.family import Family


def test_too_long_is_said_with_how_much_it_is_and_that_nothing_is_lost() -> None:
    field = PlainText(max_length=5)
    assert field.clean("Wilma") == "Wilma"
    with pytest.raises(ValidationError) as refused:
        field.clean("Wilma!")
    assert refused.value.messages == ["Dit is te lang: er passen 5 tekens in, en dit zijn er 6. Er is niets weg."]


@pytest.mark.parametrize("topic", [Topic.BESIDE_ME, Topic.SCHOOL])
def test_ann_reads_that_who_stands_beside_noor_is_asked_of_noor(family: Family, topic: Topic) -> None:
    """She may know it by Noor's yes, and no page of hers names anybody: then it says so."""
    mama = family.member("mama")
    SamePerson.objects.create(item_id=mama, person_id=family.person("ann"), confirmed_at=clock.now())
    facts = {"dossier_id": family.noor.dossier, "topic": topic.value, "towards_id": mama, "answer": "yes"}
    by = {"expressed": "said", "recorded_by_id": family.person("lotte"), "from_on": clock.today()}
    Say.objects.create(**facts, **by)
    page = family.page("portals:home", seen_by="ann")
    assert "wil dat jij dit mag weten" in page
    assert ("Wie ernaast staat, noemt Kring hier niet." in page) is (topic is Topic.BESIDE_ME)
    assert "Karim" not in page


def test_who_is_not_in_the_list_is_no_choice_and_no_key_is_said_back(family: Family) -> None:
    """Of every list of the house: a page that stood open too long sends somebody who is not there any more."""
    where = family.url("portals:who_is", other=family.person("ann"))
    strange = str(family.member("sem_rita"))
    page = family.browser("noor").post(where, {"member": strange, "once": family.once()}).content.decode()
    assert "Dat staat hier niet, of niet meer. Kies iets dat hier staat." in page
    assert strange not in page
    assert "geldige keuze" not in page
