"""A letter is something that child and person agree on: its rows go to that section, so that the child reads its own."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def move(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """The items of these rows, and of no other."""
    rows = apps.get_model("support", "LetterYes").objects.values("item_id")
    apps.get_model("access", "Item").objects.filter(pk__in=rows).update(section="agreements", told_to=None)


class Migration(migrations.Migration):
    """Going back, they stay there."""

    dependencies = (("access", "0008_around_who_stands_beside"), ("support", "0002_a_letter_that_both_want"))

    operations = (migrations.RunPython(move, migrations.RunPython.noop),)
