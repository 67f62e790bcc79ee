"""The fixed contact has a last day: Lotte reads it of herself as "jij"; whom nobody asked yet needs nobody to call."""

from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.meaning import Expressed, Meaning
from kring.people.models import Organisation
from kring.rights.acts import wishes
from tests.family import Family
from tests.rooms.test_departing import SOON, jim, last_day, today  # noqa: F401  # a fixture


def test_who_it_is_reads_it_in_the_first_person_and_who_chooses_another(family: Family, jim: None) -> None:  # noqa: F811
    Organisation.objects.update(contact=family.person("lotte"))
    last_day(family, "lotte", clock.today() + SOON)
    told = today(family, "lotte")
    assert "Jij bent het vaste aanspreekpunt van trainer Karim, en stopt op" in told
    assert "Alleen de directie kiest iemand anders" in told
    assert "Lotte is het vaste aanspreekpunt" not in told


def test_a_jim_whom_nobody_asked_yet_serves_nobody_and_is_no_alarm(family: Family) -> None:
    last_day(family, "greet", clock.today() + SOON)
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("noor"), family.member("karim"), said, act=uuid7())
    assert "vaste aanspreekpunt van" not in today(family, "lotte")
