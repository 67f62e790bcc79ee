"""Who spoke with the child about a cry that nobody read, and on which day (R14)."""

import django.db.models.deletion
from django.db import migrations, models

import kring.kit.fields
import kring.kit.keys


class Migration(migrations.Migration):
    """A table of its own; nothing of before has such a row."""

    dependencies = (
        ("access", "0022_a_part_opens_nothing_of_before"),
        ("people", "0016_a_volunteer_somebody_wants_to_know"),
    )

    operations = (
        migrations.CreateModel(
            name="Talked",
            fields=[
                (
                    "id",
                    models.UUIDField(default=kring.kit.keys.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("spoken_by", kring.kit.fields.EncryptedText(default="")),
                ("spoken_on", models.DateField()),
                ("written_at", models.DateTimeField()),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="access.item"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
    )
