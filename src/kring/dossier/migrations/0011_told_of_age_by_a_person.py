"""That a person told the child, or a parent, what changes at 12 or 18; since when a youth has its record in own hands."""

from datetime import date

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

import kring.kit.fields
import kring.kit.keys
from kring.kit import clock

AGE = 18


def is_over(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Of who is 18 by now nobody is asked any more who told it: nobody could write that down then."""
    for one in apps.get_model("dossier", "Dossier").objects.all():
        born = date.fromisoformat(one.born_on) if one.born_on else None
        if born is not None and date(born.year + AGE, born.month, min(born.day, 28)) <= clock.today():
            one.grown_told_on = date(born.year + AGE, born.month, min(born.day, 28))
            one.save(update_fields=["grown_told_on"])


class Migration(migrations.Migration):
    """Going back, the line of the day ends on the birthday itself."""

    dependencies = (
        ("dossier", "0010_words_once_it_was_told"),
        ("people", "0016_a_volunteer_somebody_wants_to_know"),
    )

    operations = (
        migrations.AddField(model_name="dossier", name="grown_told_on", field=models.DateField(null=True)),
        migrations.AddField(model_name="dossier", name="own_since", field=models.DateField(null=True)),
        migrations.AddField(model_name="dossier", name="no_from_director_on", field=models.DateField(null=True)),
        migrations.CreateModel(
            name="ToldOfAge",
            fields=[
                (
                    "id",
                    models.UUIDField(default=kring.kit.keys.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("age", models.PositiveSmallIntegerField()),
                ("told_on", models.DateField()),
                ("told_by", kring.kit.fields.EncryptedText(default="")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "told_to",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.RunPython(is_over, migrations.RunPython.noop),
    )
