"""A child's place can really be erased, and the log stays (R27)."""

from kring.access.models import Item
from kring.audit import chain
from kring.audit.models import Entry
from kring.dossier.models import Dossier
from tests.family import Family


def test_erasing_a_childs_place_leaves_no_row_and_a_whole_log(family: Family) -> None:
    entries = Entry.objects.filter(dossier=family.noor.dossier).count()
    Dossier.objects.get(pk=family.noor.dossier).delete()
    assert not Item.objects.filter(dossier=family.noor.dossier).exists()
    assert Entry.objects.filter(dossier=family.noor.dossier).count() == entries
    assert not list(chain.faults())
