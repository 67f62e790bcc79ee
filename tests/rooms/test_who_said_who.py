"""Noor reads that somebody wrote who Tarik is where she did not say so herself; never that Tarik is Tarik (R7, R23)."""

from html import unescape

from kring.access.models import SamePerson
from kring.portals.answer_forms import NEW
from tests.family import Family
from tests.rooms.pointing import confirm, point

WROTE = "Iemand schreef op wie Tarik is"


def free(family: Family) -> None:
    SamePerson.objects.filter(person=family.person("tarik")).delete()


def home(family: Family) -> str:
    return unescape(family.page("portals:child", seen_by="noor"))


def test_what_she_pointed_out_herself_is_not_told_as_written_by_lotte(family: Family) -> None:
    free(family)
    point(family, "tarik", "papa")
    confirm(family, "papa")
    assert SamePerson.objects.get(item=family.member("papa")).confirmed_at is not None
    told = home(family)
    assert WROTE not in told
    assert "Lotte schreef dit op" not in told
    assert "Jij zei wie Tarik is" in told
    assert "Nu staat er: Tarik is papa. Lotte keek dat na" in " ".join(told.split())


def test_what_lotte_pointed_out_is_told_as_it_was(family: Family) -> None:
    free(family)
    point(family, "tarik", "papa", by="lotte")
    told = home(family)
    assert WROTE in told
    assert "Nu staat er: Tarik is papa." in told


def test_who_is_new_in_her_circle_is_never_told_to_be_himself(family: Family) -> None:
    free(family)
    where = family.url("portals:who_is", other=family.person("tarik"))
    assert family.browser("lotte").post(where, {"member": NEW, "once": family.once()}).status_code == 302
    told = home(family)
    assert WROTE in told
    assert "Tarik is Tarik" not in told
    assert "Nu staat Tarik zelf in je kring." in told


def test_what_lotte_moved_is_told_also_where_she_had_pointed_it_out(family: Family) -> None:
    free(family)
    point(family, "tarik", "papa")
    where = family.url("portals:someone_else", member=family.member("papa"))
    assert family.browser("lotte").post(where, {"member": NEW, "once": family.once()}).status_code == 302
    told = home(family)
    assert "Iemand schreef op dat Tarik iemand anders is" in told
    assert "Eerst stond hier: Tarik is papa. Nu staat Tarik zelf in je kring." in told
