"""What may be told to whom, and what the person wrote about itself, no yes opens to another: by the table (R7)."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Q


def close(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """The items of these points."""
    points = apps.get_model("agreements", "Point").objects.filter(Q(code="knows") | Q(by="person"))
    apps.get_model("access", "Item").objects.filter(pk__in=points.values("item_id")).update(klass="confidence")


class Migration(migrations.Migration):
    """Going back, they stay closed to others."""

    dependencies = (("access", "0017_the_text_that_was_passed_on"), ("agreements", "0002_a_yes_that_waits"))

    operations = (migrations.RunPython(close, migrations.RunPython.noop),)
