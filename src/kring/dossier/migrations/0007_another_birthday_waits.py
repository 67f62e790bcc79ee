"""Another birthday of a child: why, how it is known, and a second person at 12 and 18 (R20)."""

import django.db.models.deletion
from django.db import migrations, models

import kring.kit.fields
import kring.kit.keys


class Migration(migrations.Migration):
    """Going back, what waits is gone and the birthday is what it was."""

    dependencies = (
        ("dossier", "0006_what_was_written_in_its_name"),
        ("people", "0013_a_place_for_a_complaint"),
    )

    operations = (
        migrations.AddField(
            model_name="dossier",
            name="birthday_news",
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name="Reborn",
            fields=[
                (
                    "id",
                    models.UUIDField(default=kring.kit.keys.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("before", kring.kit.fields.EncryptedText()),
                ("born_on", kring.kit.fields.EncryptedText()),
                ("motive", kring.kit.fields.EncryptedText()),
                (
                    "known",
                    models.CharField(
                        choices=[
                            ("known.paper", "known.paper"),
                            ("known.parent", "known.parent"),
                            ("known.child", "known.child"),
                            ("known.referrer", "known.referrer"),
                            ("known.slip", "known.slip"),
                        ],
                        max_length=16,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("holds", models.BooleanField(default=False)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("dossier",), name="one_birthday_waits"
                    )
                ],
            },
        ),
    )
