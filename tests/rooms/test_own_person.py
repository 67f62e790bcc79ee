"""The trust person of a parent: Ann names hers; Noor, Tarik and the circle find no trace of it (B123, R16)."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.kit import clock
from kring.law.access import Section
from kring.rights.acts.own_steps import OwnStep
from kring.rights.models import OwnPerson
from tests.family import Family


def name(family: Family, *, by: str = "ann", called: str = "tante Fien") -> HttpResponse:
    return family.browser(by).post(family.url("rights:own_person"), {"once": family.once(), "called": called})


def row(family: Family) -> OwnPerson:
    return family.door("lotte", Section.PARENTS).within(OwnPerson.objects.order_by("-pk"))[0]


def post(family: Family, page: str, own: UUID, *, by: str, **said: str) -> HttpResponse:
    return family.browser(by).post(family.url(page, own=own), {"once": family.once(), **said})


def step(family: Family, own: UUID, which: str, *, by: str = "ann", **said: str) -> HttpResponse:
    """One step, today where no other day is said."""
    sent = {"once": family.once(), "on": clock.today().isoformat(), **said}
    return family.browser(by).post(family.url("rights:own_person_step", own=own, which=which), sent)


def asked(family: Family, own: UUID, *, by: str = "ann", **said: str) -> HttpResponse:
    return step(family, own, "asked", by=by, **{"asker": "parent", "words": "", **said})


def test_ann_names_hers_and_lotte_looks_at_what_is_known_of_the_law(family: Family) -> None:
    assert name(family).status_code == 302
    assert "tante Fien" in family.page("rights:own_person", seen_by="ann")
    own = row(family).pk
    assert "niet nagelezen" in family.page("rights:parents_person", seen_by="lotte", own=own)
    post(family, "rights:parents_person_begins", own, by="lotte")
    assert row(family).began_on is None
    assert post(family, "rights:parents_person", own, by="lotte", adult="yes", involved="no").status_code == 302
    post(family, "rights:parents_person_begins", own, by="lotte")
    assert row(family).began_on is None, "nobody wrote down a yes of the person"
    assert "kan beginnen zodra er een ja staat" in family.page("rights:parents_person", seen_by="lotte", own=own)
    asked(family, own, reply="yes")
    assert post(family, "rights:parents_person_begins", own, by="lotte").status_code == 302
    assert row(family).began_on == clock.today()
    assert "Begonnen op" in family.page("rights:own_person", seen_by="ann")


@pytest.mark.parametrize("by", ["noor", "tarik", "wilma", "karim", "rita", "bram", "mo", "an"])
def test_nobody_else_reads_a_word_of_it(family: Family, by: str) -> None:
    name(family)
    own = row(family).pk
    browser = family.browser(by)
    for page in ("rights:own_person", "rights:parents_persons"):
        assert "Fien" not in browser.get(family.url(page)).content.decode()
    for page in ("rights:parents_person", "rights:own_person_ending", "rights:parents_person_begins"):
        assert post(family, page, own, by=by, adult="yes").status_code == 404
    for which in OwnStep:
        assert browser.get(family.url("rights:own_person_step", own=own, which=which.value)).status_code == 404
    assert asked(family, own, by=by, reply="yes").status_code == 404
    for page in ("circle:list", "rights:beside", "rights:ways"):
        assert "Fien" not in browser.get(family.url(page)).content.decode()


def test_ann_ends_it_in_one_step_and_what_was_looked_at_goes(family: Family) -> None:
    name(family)
    own = row(family).pk
    post(family, "rights:parents_person", own, by="lotte", adult="yes", involved="no")
    asked(family, own, reply="yes", words="graag, voor jou altijd")
    assert post(family, "rights:own_person_ending", own, by="lotte").status_code == 404
    assert post(family, "rights:own_person_ending", own, by="ann").status_code == 302
    ended = row(family)
    assert (ended.ended_on, ended.adult, ended.looked_on) == (clock.today(), None, None)
    assert (ended.words, ended.reply) == ("", "yes")
    step(family, own, "notice")
    assert row(family).noticed_on is None, "of who was let go of nothing more is written"


def test_a_name_that_cannot_be_taken_is_said_and_stays(family: Family) -> None:
    told = name(family, called="x" * 10_000).content.decode()
    assert "Een naam heeft hier plaats voor" in told
    assert "x" * 10_000 in told


WAITS = "Een ouder van Noor wacht op jou"


def test_the_worker_is_asked_to_look_until_it_was_looked_at(family: Family) -> None:
    assert WAITS not in family.browser("lotte").get("/today/").content.decode()
    name(family)
    assert WAITS in family.browser("lotte").get("/today/").content.decode()
    assert WAITS in family.page("portals:child", seen_by="lotte")
    told = family.page("endings:due", seen_by="lotte")
    assert "Een ouder brengt iemand mee" in told
    assert family.url("rights:parents_persons") in told
    own = row(family).pk
    post(family, "rights:parents_person", own, by="lotte", adult="yes")
    assert WAITS in family.page("portals:child", seen_by="lotte")
    post(family, "rights:parents_person", own, by="lotte", adult="yes", involved="no")
    assert WAITS in family.page("portals:child", seen_by="lotte")
    asked(family, own, reply="yes")
    post(family, "rights:parents_person_begins", own, by="lotte")
    assert WAITS not in family.page("portals:child", seen_by="lotte")
    assert WAITS not in family.browser("lotte").get("/today/").content.decode()
    assert "Een ouder brengt iemand mee" not in family.page("endings:due", seen_by="lotte")


def test_what_does_not_hold_was_looked_at_and_who_was_let_go_of_waits_for_nothing(family: Family) -> None:
    name(family)
    post(family, "rights:parents_person", row(family).pk, by="lotte", adult="yes", involved="yes")
    assert WAITS not in family.page("portals:child", seen_by="lotte")
    name(family, called="meester Bogaert")
    assert WAITS in family.page("portals:child", seen_by="lotte")
    post(family, "rights:own_person_ending", row(family).pk, by="ann")
    assert WAITS not in family.page("portals:child", seen_by="lotte")


@pytest.mark.parametrize("by", ["noor", "tarik", "bram", "hilde"])
def test_that_a_parent_waits_stands_in_the_day_of_nobody_else(family: Family, by: str) -> None:
    name(family)
    assert "wacht op jou" not in family.browser(by).get("/today/", follow=True).content.decode()


def test_two_spellings_of_one_name_are_asked_after_as_a_child_is_asked(family: Family) -> None:
    name(family, called="advocaat Nele Çelik")
    assert "Is dit dezelfde" not in family.page("rights:own_person", seen_by="ann")
    ann = family.browser("ann")
    sent = {"once": family.once(), "called": "advocaat  nele celik"}
    told = ann.post(family.url("rights:own_person"), sent, follow=True).content.decode()
    assert "Is dit dezelfde als advocaat Nele Çelik" in told
    assert OwnPerson.objects.all().opened().count() == 2
    sent = {"once": family.once(), "called": "tante Fien"}
    assert "Is dit dezelfde" not in ann.post(family.url("rights:own_person"), sent, follow=True).content.decode()


def test_a_no_and_a_not_yet_begin_nothing_and_a_no_waits_for_nobody(family: Family) -> None:
    name(family)
    own = row(family).pk
    post(family, "rights:parents_person", own, by="lotte", adult="yes", involved="no")
    assert asked(family, own, reply="thinking", words="ik slaap er een nacht over").status_code == 302
    first = row(family)
    assert (first.asker, first.asked_on, first.reply) == ("parent", clock.today(), "thinking")
    assert WAITS in family.page("portals:child", seen_by="lotte")
    assert "ik slaap er een nacht over" in family.page("rights:own_person", seen_by="ann")
    assert "ik slaap er een nacht over" in family.page("rights:parents_person", seen_by="lotte", own=own)
    assert step(family, own, "answered", by="lotte", reply="no", words="").status_code == 302
    assert row(family).asked_on == clock.today()
    assert row(family).reply == "no"
    assert "Nee is ook een antwoord. Je mag iemand anders kiezen" in family.page("rights:own_person", seen_by="ann")
    assert WAITS not in family.page("portals:child", seen_by="lotte")
    post(family, "rights:parents_person_begins", own, by="lotte")
    assert row(family).began_on is None
    step(family, own, "trial", until="2099-01-01")
    assert row(family).tried_on is None


def test_lotte_asks_together_with_ann_and_only_with_her_word(family: Family) -> None:
    name(family)
    own = row(family).pk
    told = asked(family, own, by="lotte", asker="together", reply="yes").content.decode()
    assert "Vraag het eerst aan Ann" in told
    assert asked(family, own, by="lotte", asker="worker", reply="yes").status_code == 200
    assert row(family).asked_on is None
    assert asked(family, own, by="lotte", asker="together", word="on", reply="yes").status_code == 302
    assert row(family).asker == "together"
    assert "samen met de begeleiding" in family.page("rights:own_person", seen_by="ann")
    for which in ("asked", "answered"):
        again = step(family, own, which, asker="parent", reply="no", words="")
        assert (again.status_code, again["Location"]) == (302, family.url("rights:own_person"))
        assert row(family).reply == "yes", "it stands until she chooses anew, also when it is tapped twice"


def test_ann_reads_that_nobody_asks_without_her_and_what_if_it_is_a_no(family: Family) -> None:
    name(family)
    own = row(family).pk
    assert "Zonder jou vraagt niemand iets" in family.page("rights:own_person", seen_by="ann")
    assert "Zonder Ann vraag je niets" in family.page("rights:parents_person", seen_by="lotte", own=own)
    for by in ("ann", "lotte"):
        told = family.page("rights:own_person_step", seen_by=by, own=own, which="asked")
        assert "wat als het nee is?" in told
        assert "Je mag later stoppen" in told
    asked(family, own, reply="yes")
    assert "Zonder jou vraagt niemand iets" not in family.page("rights:own_person", seen_by="ann")


def test_nothing_is_written_of_a_day_to_come_or_before_what_it_follows(family: Family) -> None:
    name(family)
    own = row(family).pk
    days = {word: (clock.today() + timedelta(days=far)).isoformat() for word, far in (("next", 1), ("before", -1))}
    assert "Die dag moet nog komen" in asked(family, own, reply="yes", on=days["next"]).content.decode()
    assert row(family).asked_on is None
    asked(family, own, reply="thinking")
    early = step(family, own, "answered", reply="yes", words="", on=days["before"]).content.decode()
    assert "Die dag komt te vroeg" in early
    assert row(family).reply == "thinking"


def test_that_it_was_asked_and_what_it_says_later_are_two_steps_with_a_name_each(family: Family) -> None:
    name(family)
    own = row(family).pk
    assert step(family, own, "answered", reply="yes", words="").status_code == 302
    assert (row(family).asked_on, row(family).reply) == (None, ""), "nobody asked it yet"
    where = {one: family.url("rights:own_person_step", own=own, which=one) for one in ("asked", "answered")}
    assert where["asked"] in family.page("rights:own_person", seen_by="ann")
    asked(family, own, reply="thinking")
    assert asked(family, own, asker="together", reply="no").status_code == 302
    assert (row(family).asker, row(family).reply) == ("parent", "thinking"), "it is asked once"
    told = family.page("rights:own_person", seen_by="ann")
    assert (where["answered"] in told, where["asked"] in told) == (True, False)
    form = family.page("rights:own_person_step", seen_by="lotte", own=own, which="answered")
    assert "Wat zei tante Fien?" in form.replace("Tante", "tante")
    assert "Wie vroeg het?" not in form
    assert step(family, own, "answered", by="lotte", reply="yes", words="").status_code == 302
    assert (row(family).asker, row(family).reply) == ("parent", "yes")


def test_the_notice_is_read_and_its_day_stands_there(family: Family) -> None:
    name(family)
    own = row(family).pk
    for by in ("ann", "lotte"):
        told = family.page("rights:own_person_step", seen_by=by, own=own, which="notice")
        assert "Wat bewaart Kring over jou?" in told
        assert "Ann denkt aan jou als vertrouwenspersoon" in told
    sheet = told[told.index("Wat bewaart Kring over jou?") :]
    assert "Tarik" not in sheet
    assert step(family, own, "notice").status_code == 302
    assert row(family).noticed_on == clock.today()
    assert "verteld op" in family.page("rights:own_person", seen_by="ann")


def test_the_notice_goes_along_on_paper_and_of_who_was_let_go_none_is_made(family: Family) -> None:
    name(family)
    own = row(family).pk
    where = family.url("rights:own_person_notice_pdf", own=own)
    for by in ("ann", "lotte"):
        assert where in family.page("rights:own_person_step", seen_by=by, own=own, which="notice")
        pdf = family.browser(by).get(where)
        assert pdf.content.startswith(b"%PDF")
        assert pdf["Content-Disposition"] == 'attachment; filename="kring.pdf"'
    for by in ("noor", "tarik", "wilma", "karim", "rita", "bram", "hilde", "mo", "an"):
        assert family.browser(by).get(where).status_code == 404
    assert post(family, "rights:own_person_ending", own, by="ann").status_code == 302
    assert [family.browser(by).get(where).status_code for by in ("ann", "lotte")] == [404, 404]


def test_a_trial_waits_on_its_last_day_and_who_is_tried_or_began_may_rest(family: Family) -> None:
    name(family)
    own = row(family).pk
    step(family, own, "pause")
    assert row(family).paused_on is None
    post(family, "rights:parents_person", own, by="lotte", adult="yes", involved="no")
    asked(family, own, reply="yes")
    until = clock.today() + timedelta(days=90)
    wrong = step(family, own, "trial", until=clock.today().isoformat()).content.decode()
    assert "De laatste dag komt na de eerste" in wrong
    assert step(family, own, "trial", until=until.isoformat()).status_code == 302
    tried = row(family)
    assert (tried.tried_until, tried.item.look_on) == (until, until)
    assert WAITS not in family.page("portals:child", seen_by="lotte")
    assert step(family, own, "pause").status_code == 302
    post(family, "rights:parents_person_begins", own, by="lotte")
    assert row(family).began_on is None, "it rests"
    assert step(family, own, "going-on", by="lotte").status_code == 302
    post(family, "rights:parents_person_begins", own, by="lotte")
    began = row(family)
    assert (began.began_on, began.item.look_on) == (clock.today(), None)
    step(family, own, "trial", until=(until + timedelta(days=1)).isoformat())
    assert row(family).tried_until == until, "who began is not tried any more"
    assert step(family, own, "pause").status_code == 302
    assert row(family).is_paused
    assert "Pauze sinds" in family.page("rights:parents_person", seen_by="lotte", own=own)


@pytest.mark.parametrize(("far", "is_told"), [(-1, True), (0, True), (1, False)])
def test_the_end_of_a_trial_stands_in_the_day_of_lotte(family: Family, far: int, *, is_told: bool) -> None:
    name(family)
    own = row(family).pk
    post(family, "rights:parents_person", own, by="lotte", adult="yes", involved="no")
    began, last = (clock.today() + timedelta(days=day) for day in (-90, far))
    asked(family, own, reply="yes", on=began.isoformat())
    step(family, own, "trial", on=began.isoformat(), until=last.isoformat())
    assert (WAITS in family.page("portals:child", seen_by="lotte")) is is_told
    assert ("einde van een proef" in family.page("endings:due", seen_by="lotte")) is is_told
    for by in ("ann", "lotte"):
        page = {"ann": "rights:own_person", "lotte": "rights:parents_person"}[by]
        parts = {} if by == "ann" else {"own": own}
        assert ("Praat samen: hoe was het" in family.page(page, seen_by=by, **parts)) is is_told


def test_no_such_step_is_not_there(family: Family) -> None:
    name(family)
    own = row(family).pk
    for which in ("began", "asked ", "1"):
        assert family.browser("ann").get(family.url("rights:own_person_step", own=own, which=which)).status_code == 404
