"""What a worker looks at after a farewell was filed as words of the child: it is the worker's own (R23)."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def file_anew(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """The items of these rows, and of no other; each is about its farewell."""
    items = apps.get_model("access", "Item").objects
    for row in apps.get_model("endings", "AfterLook").objects.all():
        items.filter(pk=row.item_id).update(klass="file", about_id=row.farewell_id)


class Migration(migrations.Migration):
    """Going back, they stay the worker's."""

    dependencies = (("access", "0008_around_who_stands_beside"), ("endings", "0002_what_the_house_does_afterwards"))

    operations = (migrations.RunPython(file_anew, migrations.RunPython.noop),)
