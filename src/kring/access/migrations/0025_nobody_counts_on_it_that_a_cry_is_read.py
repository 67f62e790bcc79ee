"""That whom a child told a cry is gone, or stops and does not pick up (R14)."""

import django.db.models.deletion
from django.db import migrations, models

import kring.kit.keys


class Migration(migrations.Migration):
    """A table of its own; nothing of before has such a row."""

    dependencies = (("access", "0024_who_pointed_it_out"),)

    operations = (
        migrations.CreateModel(
            name="Unanswered",
            fields=[
                (
                    "id",
                    models.UUIDField(default=kring.kit.keys.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("since", models.DateTimeField()),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="access.item"
                    ),
                ),
            ],
        ),
    )
