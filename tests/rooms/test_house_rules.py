"""A question on a rule of the house: Noor or Wilma asks, Lotte answers, Hilde decides; the register tells of nobody."""

import pytest
from django.http import HttpResponse

from kring.access.desk import desk_of
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Section
from kring.people.models import HouseRule
from kring.support.forms_dilemma import stands_in
from kring.support.models import RuleAsked
from tests.family import Family

WORDS = "Waarom mag het licht niet <langer> aan?"
RULE = "Om tien uur gaat het licht uit"


def asks(family: Family, who: str, words: str = WORDS) -> HttpResponse:
    return family.browser(who).post(family.url("support:rules"), {"once": family.once(), "words": words})


def question(family: Family) -> RuleAsked:
    row: RuleAsked = family.door("lotte", Section.SUPPORT).within(RuleAsked.objects.order_by("-pk"))[0]
    return row


def answers(family: Family, who: str = "lotte", **facts: str) -> HttpResponse:
    told = {"once": family.once(), "answer": "Goede vraag.", "rule": "", "new": RULE} | facts
    return family.browser(who).post(family.url("support:answer", asked=question(family).pk), told)


def decides(family: Family, who: str = "hilde", **facts: str) -> HttpResponse:
    row = HouseRule.objects.get()
    told = {"once": family.once(), "version": str(row.version), "outcome": "changed", "why": "Vanaf nu om half elf."}
    return family.browser(who).post(f"/around/rules/{row.pk}/", told | facts)


@pytest.mark.parametrize("who", ["noor", "wilma", "karim", "rita"])
def test_a_question_finds_its_answer_and_what_the_house_does(family: Family, who: str) -> None:
    assert asks(family, who).status_code == 302
    assert "Er is nog geen antwoord" in family.page("support:rules", seen_by=who)
    assert desk_of(family.actor("lotte")).due[family.noor.dossier][Section.SUPPORT] == clock.today()
    assert "&lt;langer&gt;" in family.page("support:around", seen_by="lotte")
    assert answers(family).status_code == 302
    assert decides(family).status_code == 302
    seen = family.page("support:rules", seen_by=who)
    assert "Goede vraag." in seen
    assert "De regel verandert" in seen
    assert "Vanaf nu om half elf." in seen
    assert Section.SUPPORT not in desk_of(family.actor("lotte")).due[family.noor.dossier]


def test_what_one_asked_another_does_not_read(family: Family) -> None:
    asks(family, "noor")
    asks(family, "wilma", "Mag ik blijven eten?")
    answers(family)
    assert "blijven eten" not in family.page("support:rules", seen_by="noor")
    assert "&lt;langer&gt;" not in family.page("support:rules", seen_by="wilma")
    for who in ("ann", "tarik", "karim", "bram", "an", "hilde"):
        seen = family.page("support:rules", seen_by=who)
        assert "blijven eten" not in seen
        assert "&lt;langer&gt;" not in seen


def test_the_register_tells_of_nobody(family: Family) -> None:
    asks(family, "noor")
    assert answers(family, new="Noor wil het licht aan").status_code == 200
    assert answers(family, new="Wat tante WILMA vroeg").status_code == 200
    assert not HouseRule.objects.exists()
    assert family.log(Event.RULE_ANSWERED) == 0
    assert answers(family).status_code == 302
    seen = family.browser("greet").get("/around/rules/").content.decode()
    assert RULE in seen
    assert "Noor" not in seen
    assert "langer" not in seen


@pytest.mark.parametrize(
    ("name", "words", "found"),
    [
        ("An", "Kan het licht later aan?", False),
        ("An", "An vraagt het.", True),
        ("pastor Johan", "Johan vraagt het.", True),
        ("Noor", "De kamer van Noor, Noors kamer", True),
        ("oma", "In de zomer om tien uur", False),
        ("Jan De Smet", "De deur gaat dicht", False),
    ],
)
def test_a_name_is_a_word_of_its_own(name: str, words: str, found: bool) -> None:
    assert stands_in(name, words) is found


def test_only_who_leads_or_runs_the_house_decides(family: Family) -> None:
    asks(family, "noor")
    answers(family)
    for who in ("lotte", "greet", "bram", "saar"):
        assert decides(family, who).status_code == 404
    assert decides(family, "mo").status_code == 302
    assert family.log(Event.RULE_KEPT) == 2


def test_two_who_decide_at_once_do_not_undo_each_other(family: Family) -> None:
    asks(family, "noor")
    answers(family)
    assert decides(family, outcome="kept").status_code == 302
    assert "Een collega veranderde dit net" in decides(family, "mo", version="1").content.decode()
    assert HouseRule.objects.get().outcome == "kept"


def test_a_second_question_on_the_same_rule_points_at_it(family: Family) -> None:
    asks(family, "noor")
    answers(family)
    decides(family, outcome="exception", why="In het weekend mag het langer.")
    asks(family, "wilma", "Mag het in de vakantie?")
    assert answers(family, rule=str(HouseRule.objects.get().pk), new="").status_code == 302
    assert HouseRule.objects.count() == 1
    assert "In het weekend" in family.page("support:rules", seen_by="wilma")


def test_a_decision_without_why_is_not_kept(family: Family) -> None:
    asks(family, "noor")
    answers(family)
    assert decides(family, why="").status_code == 200
    assert HouseRule.objects.get().decided_on is None


@pytest.mark.parametrize("who", ["ann", "tarik", "bram", "hilde", "an", "lotte", "nadia"])
def test_others_have_no_page_for_it(family: Family, who: str) -> None:
    assert asks(family, who).status_code == 404
    assert family.log(Event.RULE_ASKED) == 0


@pytest.mark.parametrize("why", ["Noor vroeg het, en ze had gelijk.", "Zo zei WILMA het ook.", "Lotte wil het zo."])
def test_the_reason_of_the_house_tells_of_nobody_either(family: Family, why: str) -> None:
    asks(family, "noor")
    answers(family)
    for who in ("hilde", "mo"):
        page = decides(family, who, why=why).content.decode()
        assert "Hier staat een naam" in page
        assert why in page  # nothing typed is lost
    assert HouseRule.objects.get().decided_on is None
    assert decides(family).status_code == 302


def test_a_rule_waits_in_the_day_of_who_decides_on_it_until_it_was_decided(family: Family) -> None:
    def asked(who: str, page: str, words: str) -> bool:
        return words in family.browser(who).get(page).content.decode()

    task, line = "Iemand vroeg iets over een huisregel", "Een huisregel wacht op een beslissing"
    asks(family, "noor")
    assert not asked("mo", "/tasks/", task)
    answers(family)
    assert asked("mo", "/tasks/", task)
    assert asked("hilde", "/lead/", line)
    assert "Noor" not in family.browser("mo").get("/around/rules/").content.decode()
    decides(family)
    assert not asked("mo", "/tasks/", task)
    assert not asked("hilde", "/lead/", line)


@pytest.mark.parametrize(("who", "reads"), [("noor", "Lotte"), ("wilma", "wie Noor begeleidt")])
def test_who_asks_reads_before_it_asks_who_reads_it_as_far_as_it_knows_them(
    family: Family, who: str, reads: str
) -> None:
    form = family.page("support:rules", seen_by=who).partition("<form")[2].partition("</form>")[0]
    assert reads in form
    assert "Ann" not in form
