"""A restriction of contact, as Lotte records it and as nobody else reads it (R28)."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.access import acts
from kring.access.acts import protecting
from kring.access.acts.protecting import Toward
from kring.access.door import RefusedError, open_door
from kring.access.models import Given, Restriction, Say
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Relation, Section
from kring.law.ways import WayKind
from kring.people.models import Message, MessageCode
from kring.portals import jobs
from kring.rights import given
from tests.family import Family
from tests.links import actor, give, opens, says_it_again, share, tap


def member(family: Family, key: str) -> str:
    return f"m-{family.member(key)}"


def person(family: Family, key: str) -> str:
    return f"p-{family.person(key)}"


def record(family: Family, *whom: str, by: str = "lotte", child: str = "noor", **dates: Any) -> HttpResponse:
    nobody = {f"is_{one}": "nobody" for one in whom if one.startswith("p-")}  # of the circle
    why = {"decided_by": "judge", "until_on": (clock.today() + timedelta(days=30)).isoformat()}
    sent = {"whom": whom, "from_on": clock.today().isoformat(), "once": family.once(), **why, **nobody, **dates}
    return family.browser(by).post(family.url("rights:restrictions", child=child), sent)


def look(family: Family, row: Restriction, answer: str, *, by: str = "lotte", **sent: Any) -> HttpResponse:
    where = family.url("rights:restriction", restriction=row.pk)
    return family.browser(by).post(where, {"answer": answer, "once": family.once(), **sent})


def is_told(family: Family, *, by: str = "lotte", who: str = "Lotte") -> list[int]:
    """Somebody told the child of each that is in force, and that is written down."""
    where = [family.url("rights:restriction", restriction=one.pk) for one in Restriction.objects.filter(told_on=None)]
    sent = {"tells": "yes", "by": who, "once": family.once()}
    return [family.browser(by).post(one, sent | {"once": family.once()}).status_code for one in where]


def sections(family: Family, key: str, *, child: str = "noor") -> set[Section]:
    """What opens for someone with an account."""
    found = set()
    for section in Section:
        try:
            family.door(key, section, child=child)
            found.add(section)
        except RefusedError:
            continue
    return found


def jump(monkeypatch: pytest.MonkeyPatch, days: int) -> date:
    moment = clock.now() + timedelta(days=days)
    monkeypatch.setattr(clock, "now", lambda: moment)
    return clock.today()


def test_lotte_records_it_and_wilmas_next_tap_finds_nothing(family: Family) -> None:
    handed = give(family)
    wilma, _ = tap(handed)
    share(family, "wilma")
    assert wilma.get(family.url("portals:home")).status_code == 200
    assert record(family, member(family, "wilma")).status_code == 302
    assert wilma.get(reverse("portals:today"))["Location"] == reverse("ways:ended")
    assert "contact" not in tap(handed, wilma)[1].content.decode().lower()
    assert opens(actor(handed), family.noor.dossier) == set()
    assert family.log(Event.RESTRICTION_RECORDED) == 1
    shown = family.page("circle:person", seen_by="lotte", member=family.member("wilma"))
    assert "Er geldt een contactbeperking." in shown
    assert "contactbeperking" not in family.page("circle:person", seen_by="noor", member=family.member("wilma")).lower()


@pytest.mark.parametrize("by", ["noor", "lotte"])
@pytest.mark.parametrize(("key", "name", "comes_in"), [("wilma", "Wilma", True), ("els", "juf Els", False)])
def test_an_earlier_yes_stands_still_and_the_child_reads_that(
    family: Family, key: str, name: str, comes_in: bool, by: str
) -> None:
    """It is not called open while nothing opens, nor asked anew; when it is over, the yes is asked again."""
    share(family, key)
    towards = family.url("portals:about", member=family.member(key))
    still = f"Er is beslist dat {name} nu geen contact mag hebben. Wat eerder mocht, staat stil."

    def known() -> str:
        """The card of this one alone."""
        page = " ".join(family.page("portals:known", seen_by=by).split())
        return page.partition(f'class="card knows" href="{towards}"')[2].partition("</a>")[0]

    def about() -> str:
        return " ".join(family.browser(by).get(towards).content.decode().split())

    assert ("Mag weten:" in known()) is comes_in
    assert "Dit mag<" in about()
    record(family, member(family, key), none_of_them="on")
    assert is_told(family) == [302]
    assert (still in known()) is comes_in
    assert "Mag weten:" not in known()
    assert still in about()
    assert "Dit mocht eerder<" in about()
    assert "iets weten over" not in about()
    look(family, Restriction.objects.get(), "over")
    assert "staat stil" not in known() + about()
    assert "Dit mag<" not in about()
    assert ("wordt nog iets gevraagd" in known()) is comes_in
    assert "Dat ja wacht" in about()
    says_it_again(family, key)
    assert "wacht" not in known()
    assert "Dit mag<" in about()


@pytest.mark.parametrize("key", ["wilma", "karim", "rita"])
def test_who_has_an_account_may_still_say_something_and_nothing_else(family: Family, key: str) -> None:
    share(family, key)
    assert Section.CIRCLE in sections(family, key)
    record(family, member(family, key))
    assert sections(family, key) <= {Section.SAID}
    (row,) = Restriction.objects.all()
    look(family, row, "over")
    assert Section.CIRCLE not in sections(family, key), "nothing opens again by that alone (R28)"
    says_it_again(family, key)
    assert Section.CIRCLE in sections(family, key)


def test_a_parent_is_restricted_as_a_parent_and_not_by_a_name_in_the_circle(family: Family) -> None:
    """Two parents of one name, or one that stands there twice: nobody matches names, the worker ticks both."""
    record(family, member(family, "papa"), person(family, "tarik"))
    assert Restriction.objects.count() == 2
    assert family.log(Event.RESTRICTION_RECORDED) == 1
    assert sections(family, "tarik") <= {Section.SAID}
    assert sections(family, "tarik", child="sem") > {Section.SAID}
    assert sections(family, "ann") > {Section.SAID}
    sem = family.page("rights:restrictions", seen_by="lotte", child="sem")
    assert "Nakijken" not in sem


def test_nobody_lets_in_who_is_restricted(family: Family) -> None:
    record(family, member(family, "wilma"), person(family, "tarik"))
    parent: dict[str, Any] = {"member": None, "relation": Relation.PARENT, "kind": WayKind.ONE_LINK, "expressed": ""}
    for by, new in (("noor", {}), ("lotte", {}), ("lotte", {**parent, "person": family.person("tarik")})):
        with pytest.raises(acts.MayNotLetIn) as refusal:
            give(family, by=by, **new)
        assert [ground.code for ground in refusal.value.decision.against] == ["ways.not-restricted"]
    sent = {"person": str(family.member("wilma")), "once": family.once()}
    hard, where = "Er is beslist dat Wilma nu geen contact mag hebben.", family.url("rights:let_in")
    told = family.browser("noor").post(where, sent).content.decode()
    assert (hard in told, "Dit kan nu niet. Vraag het aan je begeleider." in told) == (False, True)
    is_told(family)
    assert hard in family.browser("noor").post(where, sent | {"once": family.once()}).content.decode()
    assert not Given.objects.filter(dossier=family.noor.dossier).exists()


def test_a_link_that_stopped_is_not_given_once_more(family: Family) -> None:
    handed = give(family)
    record(family, member(family, "wilma"))
    row = Given.objects.select_related("way__person").get(pk=handed.given)
    with pytest.raises(RefusedError):
        given.once_more(family.door("lotte", Section.RIGHTS), row)


def test_a_last_day_that_passed_opens_nothing_and_stands_on_lottes_day(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    share(family, "wilma")
    record(family, member(family, "wilma"), until_on=(clock.today() + timedelta(days=10)).isoformat())
    today = reverse("portals:today")
    assert "contactbeperking" not in family.browser("lotte").get(today).content.decode()
    for days in (11, 400, 4000):
        jump(monkeypatch, days)
        assert sections(family, "wilma") <= {Section.SAID}
    shown = family.browser("lotte").get(today, {"all": "1"}).content.decode()
    assert "Een contactbeperking vraagt iets: Noor weet het nog niet, of jullie moeten kijken" in shown
    (row,) = Restriction.objects.all()
    assert look(family, row, "over").status_code == 302
    row.refresh_from_db()
    assert (row.over_by_id, row.over_at) == (family.person("lotte"), clock.now())
    assert family.log(Event.RESTRICTION_LIFTED) == 1
    assert "contactbeperking" not in family.browser("lotte").get(today).content.decode()
    assert look(family, row, "over").status_code == 404


def test_a_clock_that_goes_back_opens_nothing(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    share(family, "wilma")
    record(family, member(family, "wilma"))
    jump(monkeypatch, -30)
    assert sections(family, "wilma") <= {Section.SAID}


def test_it_may_hold_longer(family: Family) -> None:
    record(family, member(family, "wilma"), until_on=clock.today().isoformat())
    (row,) = Restriction.objects.all()
    later = clock.today() + timedelta(days=90)
    assert look(family, row, "longer", until_on=later.isoformat()).status_code == 302
    row.refresh_from_db()
    assert (row.until_on, row.over_at) == (later, None)
    past = look(family, row, "longer", until_on=(clock.today() - timedelta(days=1)).isoformat())
    assert "Die dag is al voorbij." in past.content.decode()
    assert family.log(Event.RESTRICTION_PROLONGED) == 1


def test_a_last_day_behind_us_is_not_taken(family: Family) -> None:
    told = record(family, member(family, "wilma"), until_on=(clock.today() - timedelta(days=1)).isoformat())
    assert "of is al voorbij." in told.content.decode()
    assert not Restriction.objects.exists()


@pytest.mark.parametrize("key", ["noor", "lotte", "an", "sem"])
def test_the_child_itself_and_who_works_here_cannot_be_restricted(family: Family, key: str) -> None:
    assert "Dat staat hier niet, of niet meer" in record(family, person(family, key)).content.decode()
    with pytest.raises(protecting.NotAllowedError):
        _restrict(family, Toward(person=family.person(key)))


def test_ids_of_another_child_restrict_nobody(family: Family) -> None:
    for strange in (Toward(member=family.member("sem_juf")), Toward(), Toward(member=UUID(int=1), person=UUID(int=1))):
        with pytest.raises(protecting.NotAllowedError):
            _restrict(family, strange)
    _restrict(family, Toward(member=family.member("wilma")))
    (row,) = Restriction.objects.all()
    elsewhere = family.url("rights:restriction", child="sem", restriction=row.pk)
    assert family.browser("lotte").get(elsewhere).status_code == 404
    with pytest.raises(protecting.NotAllowedError):
        protecting.lift(family.door("lotte", Section.RIGHTS, child="sem"), row, once=None)


def test_a_worker_who_is_also_a_parent_lifts_nothing(family: Family) -> None:
    record(family, person(family, "tarik"))
    (row,) = Restriction.objects.all()
    Involvement.objects.create(
        dossier_id=family.noor.dossier,
        person_id=family.person("lotte"),
        relation=Relation.PARENT.value,
        from_on=clock.today(),
    )
    assert look(family, row, "over").status_code == 404
    assert Restriction.objects.in_force().exists()


def test_a_message_about_a_share_does_not_leave_any_more(family: Family) -> None:
    share(family, "wilma")
    say = Say.objects.get(towards=family.member("wilma"))
    told = Message(person_id=family.person("wilma"), code=MessageCode.SHARED.value, about=say.pk)
    held = Involvement.objects.get(dossier=family.noor.dossier, person=family.person("wilma"))
    role = Message(person_id=family.person("wilma"), code=MessageCode.ROLE_CHANGED.value, about=held.pk)
    assert all(jobs.still_holds(one, clock.now()) for one in (told, role))
    record(family, member(family, "wilma"))
    assert not any(jobs.still_holds(one, clock.now()) for one in (told, role))


def _restrict(family: Family, toward: Toward) -> None:
    door = open_door(family.actor("lotte"), family.noor.dossier, Section.RIGHTS)
    protecting.restrict(door, [toward], from_on=clock.today(), until_on=None, once=None)
