"""What was written about somebody before it was put on a side of the circle goes behind that wall as well (R16)."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import OuterRef, Subquery


def behind_its_wall(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Row by row about what is behind a wall: about that again, until nothing is left.  What has a wall, keeps it."""
    item = apps.get_model("access", "Item")
    its = item.objects.filter(pk=OuterRef("about_id")).values("wall_id")[:1]
    while item.objects.filter(wall=None, about__wall__isnull=False).exists():
        open_ = item.objects.filter(wall=None, about__wall__isnull=False).values_list("pk", flat=True)
        item.objects.filter(pk__in=list(open_)).update(wall=Subquery(its))


class Migration(migrations.Migration):
    """Going back, it stays there."""

    dependencies = (("access", "0013_what_somebody_is_no_more"),)

    operations = (migrations.RunPython(behind_its_wall, migrations.RunPython.noop),)
