"""No place closes over "Ik ben nu niet veilig" that nobody read; of one that is closed the cry is not lost (R14)."""

from datetime import timedelta
from html import unescape

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.access.acts import closing
from kring.access.models import Item
from kring.access.talked import Talked
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from tests.family import Family
from tests.rooms.test_cries_are_read import restricts
from tests.rooms.test_going import close, is_closed, reopen
from tests.rooms.test_not_safe import an_takes_over, cry, heard, lotte_goes, read_it, today

DAY = timedelta(days=1)
URGENT = "Noor zei iets dringends, en nog niemand las het"
WORDS = "Ik ben nu niet veilig."


def shown(answer: HttpResponse) -> str:
    return unescape(answer.content.decode())


def last(family: Family, who: str = "lotte") -> str:
    return unescape(family.page("endings:close", seen_by=who))


def spoke(family: Family, page: str, who: str = "lotte", **facts: str) -> HttpResponse:
    """Somebody spoke with Noor, as a worker writes it on a page."""
    item = Item.objects.filter(section=Section.SAID.value, look_on__isnull=False).order_by("made_at", "pk").last()
    sent = {"spoke": "1", "once": family.once(), "by": "Greet", "on": clock.today().isoformat()}
    sent |= {"last": str(item.pk) if item else str(uuid7())} | facts
    return family.browser(who).post(family.url(page), sent, follow=True)


def closed_all_the_same(family: Family) -> None:
    """As a place that was closed before this was asked."""
    Dossier.objects.filter(pk=family.noor.dossier).update(closed_on=clock.today())


def test_lotte_reads_the_cry_first_and_then_closes(family: Family) -> None:
    assert "Sluit deze plek" in last(family)
    cry(family)
    page = last(family)
    assert "Deze plek sluit nog niet" in page
    assert family.url("rights:heard") in page
    assert "Sluit deze plek" not in page
    assert "Er is met het kind gesproken" not in page  # she reads it herself
    assert "Deze plek sluit nog niet" in shown(close(family))
    assert not is_closed(family)
    read_it(family)
    assert "Gesloten op" in shown(close(family))
    assert is_closed(family)


def test_the_act_itself_closes_nothing_over_it(family: Family) -> None:
    cry(family)
    facts = closing.Last(day=clock.today(), told_on=clock.today(), told_by="Lotte")
    with pytest.raises(closing.CriedError):
        closing.close(family.door("lotte", Section.RIGHTS), facts, once=uuid7())
    assert not is_closed(family)


def test_what_lotte_cannot_read_somebody_speaks_about_first(family: Family) -> None:
    cry(family, "wilma")
    page = last(family)
    assert "Deze plek sluit nog niet" in page
    assert "Het wacht tot het gelezen is. Door wie, staat hier niet." in page
    assert "Wilma" not in page
    assert WORDS not in page
    assert not is_closed(family)
    assert "Het kind zei dit pas op" in shown(spoke(family, "endings:close", on=(clock.today() - DAY).isoformat()))
    assert "Die dag moet nog komen" in shown(spoke(family, "endings:close", on=(clock.today() + DAY).isoformat()))
    assert "intussen iets veranderd" in shown(spoke(family, "endings:close", last=str(uuid7())))
    assert "Dit is nog leeg." in shown(spoke(family, "endings:close", by=""))
    assert Talked.objects.count() == 0
    assert "Sluit deze plek" in shown(spoke(family, "endings:close"))
    row = Talked.objects.get()
    assert (row.spoken_by, row.spoken_on, row.written_by_id) == ("Greet", clock.today(), family.person("lotte"))
    told = unescape(family.page("rights:say", seen_by="noor"))
    assert "Er staat opgeschreven dat iemand hierover met jou sprak: Greet" in told
    assert WORDS in heard(family, "wilma")  # what was said to her stays there
    assert "Gesloten op" in shown(close(family))


def test_who_takes_over_writes_down_that_she_spoke_with_noor(family: Family) -> None:
    cry(family)
    an_takes_over(family)
    assert "Er is met het kind gesproken" not in heard(family, "an")  # Lotte can read it
    lotte_goes(family)
    assert "dringends" in today(family, "an")
    page = heard(family, "an")
    assert "Er is met het kind gesproken" in page
    assert WORDS not in page
    spoke(family, "rights:heard", "an", by="")
    assert Talked.objects.count() == 0
    assert "Het staat erbij." in shown(spoke(family, "rights:heard", "an", by="An"))
    assert Talked.objects.get().spoken_by == "An"
    assert "dringends" not in today(family, "an")
    assert "dringends" not in today(family, "hilde")


def test_nobody_but_who_works_with_her_writes_that_down(family: Family) -> None:
    cry(family, "wilma")
    for who in ("wilma", "ann", "noor", "bram"):
        spoke(family, "rights:heard", who)
        assert spoke(family, "endings:close", who).status_code == 404
    assert Talked.objects.count() == 0
    assert Item.objects.filter(section=Section.SAID.value, look_on__isnull=False).exists()


@pytest.mark.parametrize("page", ["endings:hand_over", "endings:move"])
def test_who_hands_noor_on_reads_that_it_waits(family: Family, page: str) -> None:
    assert URGENT not in unescape(family.page(page, seen_by="lotte"))
    cry(family)
    seen = unescape(family.page(page, seen_by="lotte"))
    assert URGENT in seen
    assert family.url("rights:heard") in seen
    read_it(family)
    assert URGENT not in unescape(family.page(page, seen_by="lotte"))
    cry(family, "wilma")
    assert URGENT not in unescape(family.page(page, seen_by="lotte"))  # Wilma can read it, and Noor chose her (R7)
    restricts(family, member_id=family.member("wilma"))
    seen = unescape(family.page(page, seen_by="lotte"))
    assert URGENT in seen
    assert "Schrijf op wie met het kind sprak" in seen


def test_before_she_says_it_noor_and_sem_read_what_others_see_of_it_when_the_help_stops(family: Family) -> None:
    assert "Dan ziet wie jou begeleidt dat er iets wacht. Niet wat." in family.page("portals:unsafe", seen_by="noor")
    small = family.page("portals:unsafe", seen_by="sem", child="sem")
    assert "Dan ziet wie jou helpt dat er iets wacht. Niet wat." in small
    cry(family, "wilma")
    page = last(family)
    assert URGENT in page
    assert "iemand anders gezegd" not in page


def test_of_a_place_that_was_closed_over_it_noor_and_hilde_read_that_it_waits(family: Family) -> None:
    cry(family)
    assert "Noor zei iets dringends" not in today(family, "hilde")
    closed_all_the_same(family)
    home = unescape(family.page("portals:child", seen_by="noor"))
    assert "Hier kan het nu ook niemand meer lezen" in home
    page = unescape(family.browser("hilde").get(reverse("portals:lead")).content.decode())
    assert "Noor zei iets dringends aan Lotte, en die leest het nu niet" in page
    assert "De hulp aan Noor is gestopt" in page
    assert WORDS not in page
    assert "Niemand kan het hier nog lezen" in last(family)
    reopen(family)
    assert WORDS in heard(family)  # whom she told, reads it


def test_after_the_help_noor_says_that_nobody_has_to_look_any_more(family: Family) -> None:
    cry(family)
    closed_all_the_same(family)
    assert "Het hoeft niet meer" in family.page("portals:unsafe", seen_by="noor")
    sent = {"who": "over", "once": family.once()}
    assert family.browser("noor").post(family.url("portals:unsafe"), sent).status_code == 302
    assert "Hier kan het nu ook niemand meer lezen" not in unescape(family.page("portals:child", seen_by="noor"))
    assert "dringends" not in today(family, "hilde")


def test_sem_reads_it_on_his_closed_page_as_well(family: Family) -> None:
    sent = {"who": str(family.person("lotte")), "once": family.once()}
    assert family.browser("sem").post(family.url("portals:unsafe", child="sem"), sent).status_code == 302
    Dossier.objects.filter(pk=family.sem.dossier).update(closed_on=clock.today())
    assert "Hier kan het nu ook niemand meer lezen" in unescape(
        family.page("portals:child", seen_by="sem", child="sem")
    )


READS_IT = "Sprak tante Mia met jou?"


def test_who_was_told_still_reads_that_it_is_urgent_and_noor_who_spoke_with_her(family: Family) -> None:
    """R14: what a worker wrote lets the place close; it takes nothing from whom Noor told."""
    cry(family, "wilma")
    first = unescape(family.page("portals:child", seen_by="noor"))
    assert READS_IT not in first
    assert "Zoek Noor nu op, of bel." in heard(family, "wilma")
    assert "Sluit deze plek" in shown(spoke(family, "endings:close", by="tante Mia"))
    assert "Zoek Noor nu op, of bel." in heard(family, "wilma")
    for page in ("portals:child", "portals:unsafe"):
        told = unescape(family.page(page, seen_by="noor"))
        assert READS_IT in told
        assert "Wie jij het zei, kan het ook nog lezen." in told
        assert "Het hoeft niet meer" not in told  # Wilma can read it
    for who in ("lotte", "hilde"):
        assert "dringends" not in today(family, who)
    assert "Gesloten op" in shown(close(family))
    for page in ("portals:child", "portals:unsafe"):
        assert READS_IT in unescape(family.page(page, seen_by="noor"))
    assert "dringends" not in today(family, "hilde")
    reopen(family)
    assert "Zoek Noor nu op, of bel." in heard(family, "wilma")
    read_it(family, "wilma")
    assert READS_IT not in unescape(family.page("portals:child", seen_by="noor"))
    assert Dossier.objects.get(pk=family.noor.dossier).urgent_since is None


def test_of_what_nobody_can_read_noor_reads_who_spoke_with_her_until_she_says_that_it_is_done(family: Family) -> None:
    cry(family)
    an_takes_over(family)
    lotte_goes(family)
    spoke(family, "rights:heard", "an", by="tante Mia")
    first = unescape(family.page("portals:child", seen_by="noor"))
    assert READS_IT in first
    assert "Wie jij het zei, kan het nu niet lezen." in first
    assert "Het hoeft niet meer" in family.page("portals:unsafe", seen_by="noor")
    sent = {"who": "over", "once": family.once()}
    assert family.browser("noor").post(family.url("portals:unsafe"), sent).status_code == 302
    assert READS_IT not in unescape(family.page("portals:child", seen_by="noor"))


def test_a_small_child_reads_on_its_own_page_who_spoke_with_it(family: Family) -> None:
    sent = {"who": str(family.person("lotte")), "once": family.once()}
    assert family.browser("sem").post(family.url("portals:unsafe", child="sem"), sent).status_code == 302
    row = Item.objects.get(section=Section.SAID.value, look_on__isnull=False)
    told = {"spoken_by": "tante Mia", "spoken_on": clock.today(), "written_by_id": family.person("lotte")}
    home = unescape(family.page("portals:child", seen_by="sem", child="sem"))
    assert READS_IT not in home
    Talked.objects.create(item=row, written_at=clock.now(), **told)
    for closed_on in (None, clock.today()):
        Dossier.objects.filter(pk=family.sem.dossier).update(closed_on=closed_on)
        for page in ("portals:child", "portals:unsafe"):
            assert READS_IT in unescape(family.page(page, seen_by="sem", child="sem"))
