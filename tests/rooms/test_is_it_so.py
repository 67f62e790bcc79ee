"""Lotte writes down that Karim stops, pauses or said no: by that nothing ends, and Karim says whether it is so (R2)."""

from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from django.urls import reverse

from kring.access.looks import untold_about
from kring.access.reported import Reported
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.endings.acts import leaving
from kring.endings.models import Leaving
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.meaning import Meaning
from kring.law.steps import Answered, Stand
from kring.law.ways import the_lesser
from kring.rights.acts.telling import Told
from kring.rights.models import Serving, Taken
from kring.rights.paths import path_as
from tests.family import Family
from tests.rooms.test_steps import send
from tests.rooms.test_today import see
from tests.rooms.test_told_first import changed, her_pages, karim_serves, relation, told

MY_CARD = "Toon mijn kaart"
WRITTEN = {"stopped": "je stopt.", "paused": "je vroeg een pauze.", "answered": "je zei nee op een vraag."}
SAYS = {"stopped": {}, "paused": {"voice": "person"}, "answered": {"reply": "no", "words": "liever niet"}}


@pytest.fixture
def karim(family: Family) -> UUID:
    """Karim serves as the trust person of Noor; the wish."""
    return karim_serves(family)


def written(family: Family, wish: UUID, page: str = "stopped") -> None:
    """Lotte writes it down, and that Noor does not know it yet."""
    assert send(family, page, wish, by="lotte", told="no", **SAYS[page]).status_code == 302


def answers(family: Family, so: str, who: str = "karim") -> int:
    facts = {"once": family.once(), "so": so}
    return int(family.browser(who).post(family.url("endings:itself"), facts).status_code)


def leads(family: Family) -> str:
    """What Hilde reads, who leads the team."""
    return family.browser("hilde").get(reverse("portals:lead")).content.decode()


def goes_on(family: Family) -> int:
    where = family.url("endings:goes_on", member=family.member("karim"))
    return int(family.browser("lotte").post(where, {"once": family.once()}).status_code)


def stand(family: Family, who: str = "lotte") -> Stand:
    return path_as(family.door(who, Section.RIGHTS), family.member("karim"), Meaning.TRUST_PERSON).stand


@pytest.mark.parametrize("page", SAYS)
def test_what_lotte_wrote_takes_nothing_away_and_karim_reads_that_she_wrote_it(
    family: Family, karim: UUID, page: str
) -> None:
    before = her_pages(family, karim, "karim")
    written(family, karim, page)
    assert relation(family, "karim") == Relation.TRUST_PERSON
    assert family.browser("karim").get(family.url("rights:card")).status_code == 200
    for where in ("portals:home", "endings:itself"):
        seen = family.page(where, seen_by="karim")
        assert "Lotte schreef op" in seen
        assert WRITTEN[page] in seen
        assert "liever niet" not in seen
        assert "Je zei: ik stop" not in seen
    assert MY_CARD in family.page("portals:home", seen_by="karim")
    assert not changed(before, her_pages(family, karim, "karim"))
    assert "zei dit hier nog niet zelf" in family.page("endings:endings", seen_by="lotte")


@pytest.mark.parametrize("page", SAYS)
def test_karim_says_that_it_is_not_so_and_there_is_nothing_to_tell(family: Family, karim: UUID, page: str) -> None:
    before = her_pages(family, karim, "karim")
    written(family, karim, page)
    assert answers(family, "no") == 302
    assert stand(family) is Stand.SERVING
    assert relation(family, "karim") == Relation.TRUST_PERSON
    assert "schreef op" not in family.page("portals:home", seen_by="karim")
    lotte = family.page("endings:endings", seen_by="lotte")
    assert "zegt: dit klopt niet" in lotte
    assert "Het is verteld" not in lotte
    assert "Karim zei dat het stopt" not in family.page("rights:beside", seen_by="lotte")
    assert goes_on(family) == 302
    assert "zegt: dit klopt niet" not in family.page("endings:endings", seen_by="lotte")
    held = Taken.objects.exclude(item__klass="own_words")
    assert not family.door("lotte", Section.RIGHTS).within(held.filter(unsaid_on=None)).exists(), (
        "only that he denied it"
    )
    assert not changed(before, her_pages(family, karim, "karim"))


@pytest.mark.parametrize("page", SAYS)
def test_what_he_denied_closes_no_yes_and_nobody_is_sent_to_tell_it(family: Family, karim: UUID, page: str) -> None:
    """Before Lotte taps that she read it: her day says that there is something to read, and nothing to tell (R2)."""
    written(family, karim, page)
    key = family.member("karim")
    assert untold_about(family.noor.dossier, [key]) == {key}
    assert "weet het nog niet" in see(family, "lotte")
    answers(family, "no")
    assert not untold_about(family.noor.dossier, [key])
    assert "weet het nog niet" not in see(family, "lotte")
    again = unescape(family.page("endings:due", seen_by="lotte"))
    assert "Trainer Karim zei hier iets over wat opgeschreven was. Er valt niets te vertellen." in again
    assert "Is het verteld" not in again
    assert goes_on(family) == 302
    assert "zei hier iets" not in family.page("endings:due", seen_by="lotte")


def test_what_karim_denied_is_not_told_to_noor_as_if_it_were_so(family: Family, karim: UUID) -> None:
    written(family, karim)
    facts = {"member": str(family.member("karim")), "why": "stops", "teller": "Lotte", "how": "", "tells_on": ""}
    family.browser("lotte").post(family.url("endings:leave"), {"once": family.once(), **facts})
    row = family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None)).get()
    answers(family, "no")
    facts = {"on": clock.today().isoformat(), "by": "Lotte", "reaction": "", "goodbye": "", "steps_in": ""}
    where = family.url("endings:tell", leaving=row.pk)
    assert family.browser("lotte").post(where, {"once": family.once(), **facts}).status_code == 404
    assert family.door("noor", Section.RIGHTS).within(Serving.objects.in_force()).exists()


def test_karim_says_that_it_is_so_and_what_ends_ends_then(family: Family, karim: UUID) -> None:
    before = her_pages(family, karim, "karim")
    written(family, karim)
    assert answers(family, "yes") == 302
    assert relation(family, "karim") == Relation.SUPPORTER
    assert MY_CARD not in family.page("portals:home", seen_by="karim")
    assert "Je zei: ik stop" in family.page("endings:itself", seen_by="karim")
    assert "zijn voor deze persoon al gestopt." in family.page("endings:endings", seen_by="lotte")
    assert not changed(before, her_pages(family, karim, "karim"))
    answers(family, "no")
    assert relation(family, "karim") == Relation.SUPPORTER, "it was said once, and is asked no more"


def test_a_pause_or_a_no_that_is_so_leaves_him_where_he_stands(family: Family, karim: UUID) -> None:
    written(family, karim, "paused")
    assert answers(family, "yes") == 302
    assert relation(family, "karim") == Relation.TRUST_PERSON


def test_until_he_answers_nothing_ends_also_where_noor_would_know_it(family: Family, karim: UUID) -> None:
    """R2: not by the form with whatever is said of what she knows, and not by writing that she was told."""
    assert send(family, "stopped", karim, by="lotte", told="yes").status_code == 302
    facts = {"member": str(family.member("karim")), "why": "stops", "teller": "Lotte", "how": "", "tells_on": ""}
    lotte, once = family.browser("lotte"), {"once": family.once()}
    lotte.post(family.url("endings:leave"), once | facts)
    row = family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None)).get()
    where = family.url("endings:tell", leaving=row.pk)
    said = {"once": family.once(), "on": clock.today().isoformat(), "by": "Lotte"}
    answer = unescape(lotte.post(where, said, follow=True).content.decode())
    assert "Trainer Karim komt hier zelf binnen, en zei nog niet of dit klopt." in answer
    with pytest.raises(NotAllowedError):
        leaving.tell(family.door("lotte", Section.RIGHTS), row, Told(on=clock.today()), act=uuid7())
    assert relation(family, "karim") == Relation.TRUST_PERSON
    told(family, "karim")
    assert relation(family, "karim") == Relation.SUPPORTER
    assert not Reported.objects.exists()
    assert "schreef op" not in family.page("portals:home", seen_by="karim")


@pytest.mark.parametrize("how", ["the step", "the page of who stops"])
def test_over_his_no_that_he_stays_nobody_writes_that_he_stops(family: Family, karim: UUID, how: str) -> None:
    written(family, karim)
    answers(family, "no")
    if how == "the step":
        answer = send(family, "stopped", karim, by="lotte", told="yes")
    else:
        facts = {"member": str(family.member("karim")), "why": "stops", "teller": "", "how": "", "tells_on": ""}
        answer = family.browser("lotte").post(family.url("endings:leave"), {"once": family.once(), **facts})
    assert answer.status_code == 200
    assert "Trainer Karim zei hier zelf iets anders. Dat telt." in unescape(answer.content.decode())
    assert stand(family) is Stand.SERVING
    assert relation(family, "karim") == Relation.TRUST_PERSON


@pytest.mark.parametrize("page", ["paused", "answered"])
def test_nor_does_he_rest_or_say_no_by_the_word_of_lotte_that_noor_knows(
    family: Family, karim: UUID, page: str
) -> None:
    assert send(family, page, karim, by="lotte", told="yes", **SAYS[page]).status_code == 302
    path = path_as(family.door("noor", Section.RIGHTS), family.member("karim"), Meaning.TRUST_PERSON)
    assert (path.stand, path.reply) == (Stand.SERVING, Answered.YES)
    assert "schreef op" in family.page("portals:home", seen_by="karim")


def test_lotte_takes_back_what_she_wrote(family: Family, karim: UUID) -> None:
    written(family, karim)
    assert goes_on(family) == 302
    assert not Reported.objects.exists()
    assert relation(family, "karim") == Relation.TRUST_PERSON
    assert answers(family, "yes") == 200, "nothing is asked, and nothing was said"


@pytest.mark.parametrize("who", ["noor", "lotte", "ann", "hilde", "mo", "an"])
def test_nobody_says_it_for_karim(family: Family, karim: UUID, who: str) -> None:
    written(family, karim)
    for so in ("yes", "no"):
        assert answers(family, so, who) == 404
    assert Reported.objects.count() == 1


def test_wilma_reads_nothing_of_what_was_written_of_karim(family: Family, karim: UUID) -> None:
    written(family, karim)
    assert "schreef op" not in family.page("portals:home", seen_by="wilma")
    assert answers(family, "yes", "wilma") == 200
    assert Reported.objects.count() == 1


def test_after_a_week_the_lead_reads_that_it_waits_and_not_of_whom(family: Family, karim: UUID) -> None:
    written(family, karim)
    assert "zou gezegd hebben" not in leads(family)
    Reported.objects.update(written_at=clock.now() - timedelta(days=8))
    page = leads(family)
    assert "1 keer schreef een begeleider" in page
    assert "Karim" not in page
    answers(family, "no")
    assert "zou gezegd hebben" not in leads(family)


@pytest.mark.parametrize("page", ["stopped", "paused", "answered"])
def test_who_reads_it_until_noor_was_told_stands_there_before_saving(family: Family, karim: UUID, page: str) -> None:
    """Noor is not among the readers of what she does not know yet (R20)."""
    seen = family.page(f"rights:{page}", seen_by="lotte", wish=karim)
    until = seen[seen.index("Nog niet verteld? Dan kunnen dit lezen:") :]
    assert until.index("Noor leest het niet.") < until.index("</p>")
    assert "Karim dat jij dit opschreef" in until
    assert "Nog niet verteld?" not in family.page(f"rights:{page}", seen_by="noor", wish=karim)


def test_no_line_of_her_own_log_tells_it(family: Family, karim: UUID) -> None:
    written(family, karim)
    answers(family, "yes")
    assert family.log(Event.LEAVING_HEARD) == 2
    assert family.log(Event.SERVING_ENDED) == family.log(Event.WISH_WITHDRAWN) == 0


def test_what_ends_never_gives_more_than_there_was() -> None:
    assert the_lesser(Relation.SUPPORTER, Relation.JIM) is Relation.SUPPORTER
    assert the_lesser(Relation.TRUST_PERSON, Relation.JIM) is Relation.JIM
