"""What was told in an emergency is read for so many days and no more (R8)."""

from datetime import timedelta

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

LASTS = timedelta(days=7)


def give_it_an_end(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What goes on now lasted from the day on which it was told."""
    told = apps.get_model("access", "Disclosure").objects.using(schema_editor.connection.alias)
    for one in told.filter(until_on=None):
        told.filter(pk=one.pk).update(until_on=(one.at + LASTS).date())


class Migration(migrations.Migration):
    """Going back, it lasts until somebody ends it."""

    dependencies = (("access", "0014_behind_the_wall_of_whom_it_is_about"),)

    operations = (
        migrations.AddField(model_name="disclosure", name="until_on", field=models.DateField(null=True)),
        migrations.RunPython(give_it_an_end, migrations.RunPython.noop),
    )
