"""Looking beside a worker is one person in one session: no other device of it, and nobody else meanwhile (R17)."""

from typing import Any

import pytest

from kring.access.acts import answering
from kring.access.beside import Beside
from kring.access.models import Say
from kring.access.writing import NotAllowedError
from kring.journal.acts import notes
from kring.journal.models import Apart
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.law.rights_moments import Audience, Reaction
from kring.moments.acts import talking
from tests.family import Family
from tests.rooms.test_looking import ask, begin, serving  # noqa: F401  # a fixture

APART = "de rechter denkt na"


@pytest.fixture
def reads(serving: Family) -> Any:  # noqa: ANN401, F811  # two browsers of Karim: one that tapped, one at home
    notes.write_apart(serving.door("lotte", Section.APART), APART, None, act=uuid7())
    at_home, here = serving.browser("karim"), serving.browser("karim")
    ask(serving)
    here.post(serving.url("rights:viewing_begin"), {"once": serving.once()})
    return here, at_home


def test_only_the_device_that_said_it_is_there_reads_along(serving: Family, reads: Any) -> None:  # noqa: ANN401, F811
    here, at_home = reads
    place = serving.url("journal:apart")
    assert APART in here.get(place).content.decode()
    for other in (at_home, serving.browser("karim")):
        assert other.get(place).status_code == 404
        row = serving.door("lotte", Section.APART).within(Apart.objects.all()).first()
        assert other.get(serving.url("portals:why", item=row.pk)).status_code == 404
    here.post(serving.url("rights:viewing_ending", viewing=Beside.objects.get().pk), {"once": serving.once()})
    assert here.get(place).status_code == 404


def test_two_at_a_time_sit_beside_nobody(serving: Family) -> None:  # noqa: F811
    ask(serving)
    assert ask(serving).pk != Beside.objects.order_by("pk")[0].pk, "who did not come yet is asked anew"
    assert Beside.objects.filter(ended_at=None).count() == 1
    begin(serving)
    with pytest.raises(NotAllowedError):
        ask(serving)
    sent = {"person": str(serving.person("karim")), "once": serving.once()}
    told = serving.browser("lotte").post(serving.url("rights:viewings"), sent).content.decode()
    assert "Er kijkt nu al iemand mee" in told


def test_where_the_child_took_its_yes_back_nobody_reads_along(serving: Family) -> None:  # noqa: F811
    ask(serving)
    begin(serving)
    assert "Leest mee tot" in serving.page("rights:viewings", seen_by="lotte")
    said = Say.objects.get(topic=Topic.THE_FILE.value, towards=serving.member("karim"))
    answering.withdraw(serving.door("noor", Section.ANSWERS), said, once=uuid7())
    assert "Leest mee tot" not in serving.page("rights:viewings", seen_by="lotte")


def test_what_is_kept_apart_is_about_somebody_or_expressly_about_nobody(family: Family) -> None:
    sent = {"once": family.once(), "words": APART}
    told = family.browser("lotte").post(family.url("journal:apart"), sent).content.decode()
    assert "over niemand van de kring" in told
    assert "We konden dit nog niet bewaren" in told
    assert APART not in family.page("journal:apart", seen_by="lotte")


@pytest.mark.parametrize("who", ["lotte", "karim", "wilma", "rita", "ann", "bram"])
def test_noor_looks_along_with_each_of_them_also_at_what_was_said_of_her_right(family: Family, who: str) -> None:
    told = talking.Told(on=clock.today(), audience=Audience.YOUTH, reaction=Reaction.NOT_NOW, words=APART)
    talking.explained(family.door("lotte", Section.MOMENTS), told, months=24, act=uuid7())
    page = family.browser("noor").get(family.url("portals:along", other=family.person(who)))
    assert page.status_code == 200
    assert (APART in page.content.decode()) == (who == "lotte")
