"""A yes out of a session that was not sure of the child, and who said of it that the child had said it (R7, R8)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Of what waits since before nobody knows where it was tapped: it counts as sure, as it did."""

    dependencies = (
        ("access", "0019_as_whom_it_stood_before"),
        ("people", "0013_a_place_for_a_complaint"),
    )

    operations = (
        migrations.AddField("say", "unsure", models.BooleanField(default=False)),
        migrations.AddField("say", "confirmed_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "say",
            "confirmed_by",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
    )
