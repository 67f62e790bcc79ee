"""With whom a note was talked through, or why not, is read by who works with the child: also what stood there (R16)."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def close(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """All that were read with the note: what stands in them is free text, and nobody can tell from here what it says."""
    rows = apps.get_model("journal", "Talked").objects.values("item_id")
    read = ["own_words", "file", "household"]
    apps.get_model("access", "Item").objects.filter(pk__in=rows, klass__in=read).update(klass="confidence")


class Migration(migrations.Migration):
    """Going back, they stay closed."""

    dependencies = (("access", "0009_what_somebody_is_there_for"), ("journal", "0001_notes_and_plan"))

    operations = (migrations.RunPython(close, migrations.RunPython.noop),)
