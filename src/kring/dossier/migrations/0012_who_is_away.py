"""For which worker somebody takes over: that one is away, and a child that is not safe reads so before it cries (R14)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Of who takes over already nobody knows for whom: for a month at most it is for each who works with that child."""

    dependencies = (
        ("dossier", "0011_told_of_age_by_a_person"),
        ("people", "0016_a_volunteer_somebody_wants_to_know"),
    )

    operations = (
        migrations.AddField(
            model_name="involvement",
            name="instead_of",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="people.person"
            ),
        ),
    )
