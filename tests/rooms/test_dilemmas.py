"""What Lotte struggles with, without any child in it: for herself, or for the talk of her team (B141)."""

from html import unescape

import pytest
from django.http import HttpResponse

from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.people.models import Dilemma, Organisation, Team
from tests.family import Family

WORDS = "Wanneer zeg ik <nee> tegen een ouder?"


def writes(family: Family, who: str = "lotte", **facts: str) -> HttpResponse:
    told = {"once": family.once(), "words": WORDS, "team": "me"} | facts
    return family.browser(who).post("/around/dilemmas/", told)


def page(family: Family, who: str) -> str:
    return family.browser(who).get("/around/dilemmas/").content.decode()


def team_of(family: Family, who: str) -> str:
    return str(Team.objects.filter(posts__person=family.person(who)).values_list("pk", flat=True)[0])


def test_what_is_for_oneself_nobody_else_reads(family: Family) -> None:
    assert writes(family).status_code == 302
    assert "&lt;nee&gt;" in page(family, "lotte")
    for other in ("hilde", "bram", "greet", "mo", "saar", "an"):
        assert "&lt;nee&gt;" not in page(family, other)
    assert family.log(Event.DILEMMA_WRITTEN) == 1


def test_what_is_for_the_team_is_read_by_the_team(family: Family) -> None:
    assert writes(family, team=team_of(family, "lotte")).status_code == 302
    assert "&lt;nee&gt;" in page(family, "hilde")
    for other in ("an", "saar"):
        assert "&lt;nee&gt;" not in page(family, other)


def test_the_name_of_a_child_she_works_with_is_asked_about(family: Family) -> None:
    asked = writes(family, words="Wat doe ik met noor?")
    assert asked.status_code == 200
    assert "Hier staat de naam Noor" in asked.content.decode()
    assert not Dilemma.objects.exists()
    assert writes(family, words="Naar het noorden, wat nu?").status_code == 302
    assert writes(family, words="Mijn zus heet ook Noor.", sure="on").status_code == 302


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("JIM wilma belt mij elke avond.", "Hier staat een naam: Wilma."),
        ("De papa heet Tarik, wat nu?", "Hier staat een naam: Tarik."),
        ("De papa van N. belt mij.", "Hier staat een eerste letter: N."),
        ("Wat doe ik met S en de papa?", "Hier staat een eerste letter: S."),
        ("Sèm wil niet naar huis.", "Hier staat de naam Sem"),
    ],
)
def test_so_is_a_name_of_the_circle_and_one_letter_for_a_child(family: Family, words: str, said: str) -> None:
    asked = unescape(writes(family, words=words, team=team_of(family, "lotte")).content.decode())
    assert said in asked
    assert not Dilemma.objects.exists()
    assert writes(family, words=words, sure="on").status_code == 302


@pytest.mark.parametrize(
    "words",
    ["Mama belt mij elke dag. Oma ook.", "Ik kies voor plan B.", "Mama en papa roepen.", "Van A tot Z uitleggen, hoe?"],
)
def test_words_that_name_nobody_are_not_asked_about(family: Family, words: str) -> None:
    assert writes(family, words=words).status_code == 302


def test_of_a_circle_that_she_does_not_read_no_name_is_told(family: Family) -> None:
    assert writes(family, "an", words="Wilma en Tarik, en de papa van N.").status_code == 302


def test_so_is_that_of_a_child_she_handed_over_an_hour_ago(family: Family) -> None:
    """What she wants to talk of is most often just that child."""
    held = Involvement.objects.filter(person=family.person("lotte"), dossier=family.noor.dossier)
    held.update(ended_at=clock.now())
    told = writes(family, words="Noor wil niet naar huis, en Sem wel.", team=team_of(family, "lotte")).content.decode()
    assert "Hier staat de naam Noor, Sem." in told
    assert not Dilemma.objects.exists()


def test_a_child_she_does_not_work_with_is_told_to_nobody(family: Family) -> None:
    """The warning knows the names on one's own list and no more: it is no way to search for a child."""
    assert writes(family, "an", words="Wat doe ik met Noor?").status_code == 302


@pytest.mark.parametrize("who", ["greet", "hilde"])
def test_who_hears_of_a_child_is_asked_to_take_every_name_out(family: Family, who: str) -> None:
    """Greet is the fixed contact, Hilde leads the team; which of the words is a name is not said (A254)."""
    told = writes(family, who, words="Noor hun mama belt mij.").content.decode()
    assert "kan zijn. Haal elke naam weg." in told
    assert "de naam Noor" not in told
    assert not Dilemma.objects.exists()
    assert writes(family, who, words="De mama van Zora belt mij.").status_code == 302
    assert writes(family, who, words="Mijn zus heet ook Noor.", sure="on").status_code == 302


def test_who_is_the_contact_no_more_hears_of_nobody(family: Family) -> None:
    Organisation.objects.update(contact_id=family.person("an"), deputy_id=None)
    assert writes(family, "greet", words="Noor hun mama belt mij.").status_code == 302
    assert writes(family, "an", words="Noor hun mama belt mij.").status_code == 200


def test_only_who_wrote_it_takes_it_away(family: Family) -> None:
    writes(family, team=team_of(family, "lotte"))
    there = f"/around/dilemmas/{Dilemma.objects.get().pk}/erased/"
    assert family.browser("hilde").post(there, {"once": family.once()}).status_code == 404
    assert family.browser("lotte").post(there, {"once": family.once()}).status_code == 302
    assert not Dilemma.objects.exists()
    assert family.log(Event.DILEMMA_ERASED) == 1


# -- on the agenda of the team ----------------------------------------------------------------------------------------


def talks(family: Family, who: str, **facts: str) -> HttpResponse:
    where = f"/around/dilemmas/{Dilemma.objects.get().pk}/talk/"
    told = {"once": family.once(), "version": "1", "talk_on": clock.today().isoformat(), "outcome": ""}
    return family.browser(who).post(where, told | facts)


def test_it_stands_on_the_agenda_with_a_day_and_what_came_of_it(family: Family) -> None:
    writes(family, team=team_of(family, "lotte"))
    assert talks(family, "hilde").status_code == 302
    assert "Op de agenda van het teamoverleg van" in page(family, "lotte")
    assert talks(family, "lotte", version="2", outcome="Zeg <eerst> wat je hoort.").status_code == 302
    assert "Zeg &lt;eerst&gt; wat je hoort." in page(family, "hilde")
    assert family.log(Event.DILEMMA_TALKED_OF) == 2
    assert "Een collega veranderde dit net" in talks(family, "hilde").content.decode()


def test_what_came_of_it_names_no_child_she_works_with(family: Family) -> None:
    writes(family, team=team_of(family, "lotte"))
    assert "Hier staat een naam: Noor" in talks(family, "lotte", outcome="Noor belt zelf.").content.decode()
    assert not Dilemma.objects.get().outcome


def test_nor_anybody_of_its_circle(family: Family) -> None:
    writes(family, team=team_of(family, "lotte"))
    for words, said in (("Wilma belt zelf.", "Hier staat een naam: Wilma"), ("Het gaat over N.", "eerste letter: N")):
        assert said in unescape(talks(family, "lotte", outcome=words).content.decode())
    assert not Dilemma.objects.get().outcome


def test_what_is_for_oneself_or_of_another_team_has_no_agenda(family: Family) -> None:
    writes(family)
    assert talks(family, "lotte").status_code == 404
    Dilemma.objects.update(team=team_of(family, "an"))
    for other in ("lotte", "hilde", "mo", "saar", "noor", "wilma"):
        assert talks(family, other).status_code == 404, other
