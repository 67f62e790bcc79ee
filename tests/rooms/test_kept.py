"""Rows about a child cannot be read outside a door, by no way that Django offers (house.md 4)."""

from collections.abc import Callable

import pytest
from django.core.exceptions import FieldError
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, Subquery

from kring.access.kept import ClosedDoorError
from kring.access.models import Item
from kring.circle.models import Member, Placement
from kring.dossier.models import Dossier
from tests.family import Family

LEAKS: dict[str, Callable[[], object]] = {
    "list": lambda: list(Placement.objects.all()),
    "first": lambda: Placement.objects.all().first(),
    "get": lambda: Placement.objects.get(pk="01a1ff9d-bdf0-71ce-bbdb-d138ca7612d2"),
    "count": lambda: Placement.objects.all().count(),
    "exists": lambda: Placement.objects.filter(layer="child").exists(),
    "values": lambda: list(Placement.objects.values("name")),
    "values_list": lambda: list(Placement.objects.values_list("name", flat=True)),
    "iterator": lambda: list(Placement.objects.iterator()),
    "aggregate": lambda: Placement.objects.aggregate(Count("pk")),
    "dates": lambda: list(Placement.objects.datetimes("since_at", "year")),
    "in_bulk": lambda: Placement.objects.all().in_bulk(),
    "update": lambda: Placement.objects.update(support="P"),
    "delete": lambda: Placement.objects.all().delete(),
    "union": lambda: list(Placement.objects.all().union(Placement.objects.all())),
    "explain": lambda: Placement.objects.all().explain(),
    "subquery": lambda: list(Dossier.objects.annotate(n=Subquery(Placement.objects.values("name")[:1]))),
    "exists in a condition": lambda: list(
        Dossier.objects.filter(Exists(Placement.objects.filter(item__dossier=OuterRef("pk"))))
    ),
    "raw": lambda: list(Placement.objects.raw("SELECT * FROM circle_placement")),
    "extra": lambda: list(Placement.objects.extra(select={"said": "SELECT words FROM rights_wish LIMIT 1"})),
    "in a condition": lambda: list(Item.objects.filter(pk__in=Placement.objects.values("pk"))),
}


@pytest.mark.parametrize("way", LEAKS)
def test_outside_a_door_nothing_is_read(family: Family, way: str) -> None:
    with pytest.raises(ClosedDoorError):
        LEAKS[way]()


def test_through_a_door_the_same_rows_are_read(family: Family) -> None:
    door = family.door("lotte")
    rows = door.within(Placement.objects.filter(layer="child").current())
    assert rows.count() == len(list(rows)) == 13
    assert rows.exists()
    assert rows.aggregate(n=Count("pk"))["n"] == 13


def test_a_door_opens_one_dossier_only(family: Family) -> None:
    of_noor = set(family.door("lotte").within(Member.objects.all()).values_list("pk", flat=True))
    of_sem = set(family.door("lotte", child="sem").within(Member.objects.all()).values_list("pk", flat=True))
    assert of_noor
    assert of_sem
    assert not of_noor & of_sem


@pytest.mark.parametrize(
    "second",
    [
        lambda rows: rows.values("member__police"),
        lambda rows: rows.filter(member__police=True),
        lambda rows: rows.select_related("member"),
        lambda rows: rows.order_by("member__police"),
        lambda rows: rows.annotate(flag=F("member__police")),
        lambda rows: rows.filter(Q(member__police=True) | Q(support="P")),
    ],
    ids=["values", "filter", "select_related", "order_by", "annotate", "q"],
)
def test_one_door_opens_one_table(family: Family, second: Callable[..., object]) -> None:
    rows = family.door("lotte").within(Placement.objects.all())
    with pytest.raises(ClosedDoorError):
        list(second(rows))  # type: ignore[call-overload]


@pytest.mark.parametrize(
    "together",
    [
        lambda rows, others: rows | others,
        lambda rows, others: others | rows,
        lambda rows, others: rows ^ others,
        lambda rows, others: rows & others,
        lambda rows, others: rows[:1] | others,
        lambda rows, others: rows.union(others),
    ],
    ids=["or", "or, the other way round", "either", "and", "some of them or", "union"],
)
def test_rows_of_a_door_do_not_take_others_along(family: Family, together: Callable[..., object]) -> None:
    rows = family.door("lotte").within(Placement.objects.filter(layer="adult"))
    with pytest.raises(ClosedDoorError):
        list(together(rows, Placement.objects.all()))  # type: ignore[call-overload]


def test_rows_of_two_doors_are_read_together(family: Family) -> None:
    doors = [family.door("lotte", child=child) for child in ("noor", "sem")]
    of_noor, of_sem = (door.within(Member.objects.all()) for door in doors)
    assert set(of_noor | of_sem) == {*of_noor, *of_sem}


def test_a_key_between_rows_is_an_id_and_never_fetches(family: Family) -> None:
    row = family.door("lotte").within(Placement.objects.all())[0]
    assert row.member_id
    with pytest.raises(ClosedDoorError):
        _ = row.member


def test_nothing_reaches_up_from_an_item(family: Family) -> None:
    for name in ("placement", "member", "tie", "wish"):
        with pytest.raises(FieldError):
            Item.objects.filter(**{f"{name}__isnull": False})
        assert not hasattr(Item, name)
    with pytest.raises(AttributeError):
        list(Item.objects.prefetch_related(Prefetch("placement")))


def test_encrypted_text_cannot_be_searched_by_the_database(family: Family) -> None:
    with pytest.raises(FieldError):
        Placement.objects.filter(name="Wilma")
