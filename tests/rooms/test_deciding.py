"""What Noor decides by herself, her birthday, and the authority of each of her parents, as Lotte writes it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.access.acts import birthdays, deciding
from kring.access.acts.deciding import Found, Held
from kring.access.models import CapacityFound
from kring.access.sieve import Answers
from kring.access.standing import authority_of, standing_of, with_what_counts
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.kit.days import day_of
from kring.law.access import Case, Relation, Section
from kring.law.capacity import AskedRight
from kring.law.standing import Authority
from kring.law.time import birthday
from tests.family import Family

WHY = "begrijpt nog niet goed wat er staat"


def find(family: Family, *, by: str = "lotte", child: str = "noor", **sent: Any) -> HttpResponse:
    asked = {"right": AskedRight.FILE.value, "capable": "no", "motive": WHY, "talked": "on", "once": family.once()}
    return family.browser(by).post(family.url("rights:deciding", child=child), {**asked, **sent})


def parent(family: Family, key: str, *, child: str = "noor") -> Involvement:
    place = family.seeded.dossiers[child]
    return Involvement.objects.get(dossier=place, person=family.person(key), relation=Relation.PARENT.value)


def cases(family: Family, key: str, *, child: str = "noor") -> frozenset[Case]:
    held = Involvement.objects.current(clock.today()).filter(
        dossier=family.seeded.dossiers[child], person=family.person(key)
    )
    rows = list(with_what_counts(held.select_related("dossier"), clock.now(), clock.today()))
    return standing_of(rows, Answers(), on=clock.today()).cases


def test_noor_reads_that_it_was_looked_at_and_not_why(family: Family) -> None:
    assert "Je mag hier zelf voor opkomen." in family.page("rights:deciding", seen_by="noor")
    assert find(family).status_code == 302
    assert family.log(Event.CAPACITY_LOOKED_AT) == 1
    mine, hers = (family.page("rights:deciding", seen_by=who) for who in ("noor", "lotte"))
    assert "Dit beslis je nu nog niet alleen." in mine
    assert "Lotte keek dit na" in mine
    assert WHY in hers
    assert WHY not in mine
    assert "onbekwaam" not in mine + hers
    assert Case.CAPABLE not in cases(family, "noor")


@pytest.mark.parametrize(("days", "status"), [(1, 302), (0, 404), (-400, 404)])
def test_of_who_is_eighteen_nothing_is_found_and_no_parent_has_authority(
    family: Family, days: int, status: int
) -> None:
    """From the day of the birthday itself; of who is a day younger everything is as it was."""
    turns = clock.today() + timedelta(days=days)
    born = date(turns.year - 18, turns.month, 28 if (turns.month, turns.day) == (2, 29) else turns.day)
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on=born.isoformat())
    row, minor = parent(family, "ann"), status == 302
    authority = family.url("rights:authority", person=row.person_id)
    hers = family.page("rights:deciding", seen_by="lotte")
    assert ("Opnieuw bekijken" in hers, authority in hers, "is meerderjarig" in hers) == (minor, minor, not minor)
    assert ("Deze jongere is 18 of ouder, en beslist dit zelf." in hers) is not minor
    assert ("Dit kind is 12 jaar of ouder" in hers) is minor
    assert family.url("rights:birthday") in hers, "a slip can be set right"
    assert find(family).status_code == status
    assert CapacityFound.objects.exists() is minor
    sent = {"authority": Authority.HOLDS.value, "once": family.once()}
    assert family.browser("lotte").get(authority).status_code == (200 if minor else 404)
    assert family.browser("lotte").post(authority, sent).status_code == status
    assert (parent(family, "ann").authority == Authority.HOLDS.value) is minor
    door = family.door("lotte", Section.RIGHTS)
    if not minor:
        with pytest.raises(NotAllowedError):
            deciding.find(door, Found(right=AskedRight.FILE, capable=False, motive=WHY), once=None)
        with pytest.raises(NotAllowedError):
            deciding.write_authority(door, row, Held(authority=Authority.HOLDS), once=None)


def test_a_child_of_nine_may_be_found_able(family: Family) -> None:
    assert Case.CAPABLE not in cases(family, "sem", child="sem")
    find(family, child="sem", capable="yes", motive="legt in eigen woorden uit wat er staat")
    assert Case.CAPABLE in cases(family, "sem", child="sem")
    assert Case.CAPABLE in cases(family, "noor")  # the other child is another child


@pytest.mark.parametrize("sent", [{"talked": ""}, {"motive": ""}, {"motive": "   "}, {"right": "assistance"}])
def test_nothing_is_found_without_talking_or_without_a_motive_or_of_another_right(
    family: Family, sent: dict[str, str]
) -> None:
    assert find(family, **sent).status_code == 200
    assert not CapacityFound.objects.exists()


@pytest.mark.parametrize("who", ["noor", "bram", "ann", "mo", "wilma", "an"])
def test_only_who_gives_the_help_finds_and_writes(family: Family, who: str) -> None:
    assert find(family, by=who).status_code == 404
    for page, parts in (("birthday", {}), ("authority", {"person": family.person("ann")})):
        where = family.url(f"rights:{page}", **parts)
        assert family.browser(who).get(where).status_code == 404
        assert family.browser(who).post(where, {"once": family.once()}).status_code == 404
    if who == "noor":
        door = family.door("noor", Section.RIGHTS)
        found = Found(right=AskedRight.FILE, capable=True, motive=WHY)
        with pytest.raises(NotAllowedError):
            deciding.find(door, found, once=None)
        with pytest.raises(NotAllowedError):
            birthdays.write(door, date(2000, 1, 1), None, once=None)
        with pytest.raises(NotAllowedError):
            deciding.write_authority(door, parent(family, "ann"), Held(authority=Authority.HOLDS), once=None)
    assert not CapacityFound.objects.exists()


def test_each_parent_has_an_authority_of_its_own(family: Family) -> None:
    door = family.door("lotte", Section.RIGHTS, child="sem")
    deciding.write_authority(door, parent(family, "ann", child="sem"), Held(authority=Authority.HOLDS), once=None)
    conflict = Held(authority=Authority.CONFLICT)
    deciding.write_authority(door, parent(family, "tarik", child="sem"), conflict, once=None)
    assert Case.REPRESENTS in cases(family, "ann", child="sem")
    assert Case.REPRESENTS not in cases(family, "tarik", child="sem")
    assert family.log(Event.AUTHORITY_WRITTEN) == 2
    home = family.browser("tarik").get(family.url("portals:home", child="sem")).content.decode()
    assert "Ann" not in home
    assert "belangen" not in home


def test_a_child_that_cannot_judge_it_yet_is_told_who_reads_its_file(family: Family) -> None:
    """By law, without a yes (brief 1.6): no page may say that this parent reads nothing."""
    sem = {"child": "sem"}
    quiet = "Leest wel wat de begeleiding opschrijft"
    assert quiet not in family.page("portals:known", seen_by="sem", **sem)
    assert "Nog niets. Sem beslist zelf" in family.page("portals:home", seen_by="ann", **sem)
    door = family.door("lotte", child="sem")
    deciding.write_authority(door, parent(family, "ann", child="sem"), Held(authority=Authority.HOLDS), once=None)
    assert quiet in family.page("portals:known", seen_by="sem", **sem)
    assert "Ann leest wat de begeleiding over jou opschrijft" in family.page(
        "portals:along", seen_by="sem", other=family.person("ann"), **sem
    )
    home = family.page("portals:home", seen_by="ann", **sem)
    assert "Nog niets. Sem beslist zelf" not in home
    assert "in de plaats van Sem" in home


def test_the_page_of_one_parent_names_no_other(family: Family) -> None:
    shown = family.page("rights:authority", seen_by="lotte", person=family.person("ann"))
    assert "Ann" in shown
    assert "Tarik" not in shown


def test_authority_ends_by_itself_and_begins_on_its_day(family: Family) -> None:
    today = clock.today()
    held = Held(authority=Authority.HOLDS, from_on=today, until_on=today + timedelta(days=5))
    deciding.write_authority(family.door("lotte", Section.RIGHTS), parent(family, "ann"), held, once=None)
    row = parent(family, "ann")
    for days, known in ((-1, Authority.UNKNOWN), (0, Authority.HOLDS), (5, Authority.HOLDS), (6, Authority.UNKNOWN)):
        assert authority_of(row, on=today + timedelta(days=days)) is known


def test_who_is_no_parent_here_has_no_authority_here(family: Family) -> None:
    door = family.door("lotte", Section.RIGHTS)
    wilma = Involvement.objects.get(dossier=family.noor.dossier, person=family.person("wilma"))
    for row in (wilma, parent(family, "ann", child="sem")):
        with pytest.raises(NotAllowedError):
            deciding.write_authority(door, row, Held(authority=Authority.HOLDS), once=None)
    for strange in ("wilma", "an", "noor"):
        where = family.url("rights:authority", person=family.person(strange))
        assert family.browser("lotte").get(where).status_code == 404


def test_a_month_before_somebody_is_asked_to_tell(family: Family) -> None:
    today = clock.today()
    near = date(today.year - 12, today.month, min(today.day, 28))  # twelve today, or a few days ago
    born = near + timedelta(days=20)
    Dossier.objects.filter(pk=family.sem.dossier).update(born_on=born.isoformat())
    shown = family.browser("lotte").get(reverse("portals:today")).content.decode()
    assert f"Sem wordt 12 op {day_of(birthday(born, 12))}: vertel wat er verandert." in shown
    assert "Vanaf 12 gaat de wet ervan uit" in family.page("rights:deciding", seen_by="lotte", child="sem")
    assert "wordt 12" not in family.page("portals:home", seen_by="ann", child="sem")
