"""Who was said to be somebody behind a wall, and stood at none itself, stands behind that wall too (R16).

With what is written about that one, and the lines that join it to others.  A door shut it is, never one opened.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Q

BETWEEN = ""


def stands_there(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """For each of the circle whose person comes in behind one wall."""
    using = editor.connection.alias
    same = apps.get_model("access", "SamePerson").objects.using(using)
    involved = apps.get_model("dossier", "Involvement").objects.using(using)
    items = apps.get_model("access", "Item").objects.using(using)
    for row in same.filter(item__wall=None).select_related("item"):
        held = involved.filter(dossier=row.item.dossier_id, person=row.person_id, ended_at=None).exclude(wall=None)
        walls = set(held.values_list("wall", flat=True))
        if len(walls) != 1:
            continue
        moved = [row.item_id]
        last = moved
        while last:
            about = items.filter(dossier=row.item.dossier_id, about__in=last, wall=None).exclude(pk__in=moved)
            last = list(about.values_list("pk", flat=True))
            moved += last
        items.filter(pk__in=moved).update(wall=walls.pop())
        _ties(apps, using, row.item)


def _ties(apps: Apps, using: str, member: object) -> None:
    """Every line of this one stands where both its ends may be known."""
    items, wall = (apps.get_model(*one).objects.using(using) for one in (("access", "Item"), ("dossier", "Wall")))
    here = member.dossier_id  # type: ignore[attr-defined]  # an item of the tables as they were
    joins = Q(a=member.pk) | Q(b=member.pk)  # type: ignore[attr-defined]
    for tie in apps.get_model("circle", "Tie").objects.using(using).filter(joins):
        ends = set(items.filter(pk__in=(tie.a_id, tie.b_id)).values_list("wall", flat=True)) - {None}
        if len(ends) > 1:
            between = next((one for one in wall.filter(dossier=here) if one.label == BETWEEN), None)
            ends = {(between or wall.create(dossier_id=here, label=BETWEEN)).pk}
        items.filter(pk=tie.item_id).update(wall=next(iter(ends), None))


def nothing(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """What stands behind a wall stays there."""


class Migration(migrations.Migration):
    """Also of whom the child pointed out and nobody confirmed: who is not, a worker puts back."""

    dependencies = (
        ("circle", "0003_since_when_it_rests"),
        ("access", "0022_a_part_opens_nothing_of_before"),
        ("dossier", "0009_a_cry_waits"),
    )

    operations = (migrations.RunPython(stands_there, nothing),)
