"""An emergency passes on the text of that moment; and of what was read is kept which text it was (R7, R8)."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

import kring.kit.fields
from kring.kit import clock


def end_what_goes_on(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Which text was passed on before, nobody kept: what is still needed, a person passes on again."""
    told = apps.get_model("access", "Disclosure").objects.using(schema_editor.connection.alias)
    told.update(child_reads=True)  # until now nothing was told to the child but what it reads
    told.filter(ended_at=None).update(ended_at=clock.now())


def forget_what_went(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Going back, what was passed on of a text that is gone has no place any more."""
    told = apps.get_model("access", "Disclosure").objects.using(schema_editor.connection.alias)
    told.filter(item=None).delete()


class Migration(migrations.Migration):
    """Going back, nobody remembers which text it was."""

    dependencies = (("access", "0016_who_of_the_circle_is_confirmed"),)

    operations = (
        migrations.AddField("disclosure", "of_version", models.PositiveIntegerField(default=1)),
        migrations.AddField("disclosure", "passed", kring.kit.fields.EncryptedText(default="")),
        migrations.AddField("disclosure", "child_reads", models.BooleanField(default=False)),
        migrations.AlterField(
            "disclosure",
            "item",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="access.item"
            ),
        ),
        migrations.AddField("seen", "of_version", models.PositiveIntegerField(null=True)),
        migrations.RunPython(end_what_goes_on, forget_what_went),
    )
