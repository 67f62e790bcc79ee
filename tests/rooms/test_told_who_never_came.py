"""In an emergency nothing is passed on to somebody who got a link and never opened it: nobody would read it (R8)."""

from django.urls import reverse

from kring.access.models import Disclosure
from kring.law.access import Relation
from tests.family import Family
from tests.links import give, tap, way
from tests.rooms.test_telling import FACTS, something


def test_who_never_opened_its_link_is_not_offered_and_once_it_came_in_it_is(family: Family) -> None:
    row = something(family)
    where = family.url("portals:emergency", item=row.pk)
    handed = give(family, "johan", relation=Relation.SUPPORTER)
    johan = str(way(handed).person_id)
    lotte = family.browser("lotte")
    page = lotte.get(where).content.decode()
    assert johan not in page
    assert str(family.person("karim")) in page, "who did come in, or needs no link"
    sent = FACTS | {"to": johan, "once": family.once()}
    assert lotte.post(where, sent).status_code == 200
    assert not Disclosure.objects.exists()
    browser, _ = tap(handed)
    assert browser.get(reverse("portals:today"), follow=True).status_code == 200
    assert johan in lotte.get(where).content.decode()
    assert lotte.post(where, sent | {"once": family.once()}).status_code == 302
    assert Disclosure.objects.count() == 1
