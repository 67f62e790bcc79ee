"""To how many children it was explained: a number and never of fewer than five; and the first week of a colleague."""

from kring.access.acts import open_dossier
from kring.access.door import open_door
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.rights_moments import MONTHS, Audience
from kring.moments.acts import talking
from kring.people.models import Team
from tests.family import Family

NO_FIGURE = "Bij hoeveel kinderen het al is uitgelegd, zegt Kring pas vanaf vijf kinderen."


def children(family: Family, *, talked: int, others: int) -> None:
    lotte = family.actor("lotte")
    for number in range(talked + others):
        team = Team.objects.get(name="Team Noord")
        child = open_dossier(lotte, call_name=f"Kind {number}", team=team, once=uuid7())
        if number < talked:
            told = talking.Told(on=clock.today(), audience=Audience.CHILD)
            talking.explained(open_door(lotte, child.pk, Section.MOMENTS), told, months=MONTHS, act=uuid7())


def page(family: Family, who: str, where: str) -> str:
    return family.browser(who).get(where).content.decode()


def test_of_two_children_nobody_sees_a_figure(family: Family) -> None:
    assert NO_FIGURE in page(family, "hilde", "/lead/")
    assert NO_FIGURE in page(family, "mo", "/tasks/")


def test_of_many_the_number_and_no_name(family: Family) -> None:
    children(family, talked=7, others=6)
    for who, where in (("hilde", "/lead/"), ("mo", "/tasks/")):
        told = page(family, who, where)
        assert "Van 15 kinderen is het bij 8 al uitgelegd. Dat is 53 op 100." in told
        assert "Kind 3" not in told


def test_what_a_small_number_follows_from_is_not_said_either(family: Family) -> None:
    children(family, talked=6, others=0)
    assert "op minder dan vijf na" in page(family, "mo", "/tasks/")
    assert "bij 7 " not in page(family, "mo", "/tasks/")


def test_a_closed_place_does_not_count(family: Family) -> None:
    children(family, talked=4, others=0)
    assert "kinderen is het bij" in page(family, "mo", "/tasks/")


def test_a_new_colleague_has_a_first_week_and_a_sheet(family: Family) -> None:
    scripts = page(family, "lotte", "/explaining/")
    assert "De eerste week met Kring" in scripts
    told = page(family, "lotte", "/explaining/first-week/")
    assert "Kijk rond" in told
    assert "Kring op één blad" in told
    for language in ("nl", "fr"):
        assert family.browser("lotte").get(f"/explaining/first-week/{language}.pdf").content.startswith(b"%PDF")
    assert family.browser("karim").get("/explaining/first-week/").status_code == 404
