"""Who was reached in danger stood among the lines of the plan: those rows go to a section of their own (R9)."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def apart(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """The items of these rows, and of no other."""
    rows = apps.get_model("rights", "Reached").objects.values("item_id")
    apps.get_model("access", "Item").objects.filter(pk__in=rows).update(section="reached")


class Migration(migrations.Migration):
    """Going back, they stay apart."""

    dependencies = (("access", "0006_who_was_reached_is_no_plan"), ("rights", "0006_decided_and_parents"))

    operations = (migrations.RunPython(apart, migrations.RunPython.noop),)
