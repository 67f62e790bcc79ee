"""Who wrote down that the trust person of a parent was asked and what was seen of it; and that the parent denied it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Of before nobody knows who wrote it."""

    dependencies = (("people", "__first__"), ("rights", "0018_who_told_of_the_pause"))

    operations = (
        migrations.AddField(
            "ownperson",
            "noted_by",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.AddField("ownperson", "noted_on", models.DateField(null=True)),
        migrations.AddField("ownperson", "unsaid_on", models.DateField(null=True)),
        migrations.AddField(
            "ownperson",
            "looked_by",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
    )
