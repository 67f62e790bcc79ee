"""Who was reached in danger is in confidence until a person told the child: by the table, and not by a page (R9, R15)."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def close(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """The items of the rows that were not told yet, and of no other."""
    rows = apps.get_model("rights", "Reached").objects.filter(told_on=None).values("item_id")
    apps.get_model("access", "Item").objects.filter(pk__in=rows).update(klass="confidence")


class Migration(migrations.Migration):
    """Going back, they stay closed."""

    dependencies = (("access", "0008_around_who_stands_beside"), ("rights", "0008_a_person_says_it_itself"))

    operations = (migrations.RunPython(close, migrations.RunPython.noop),)
