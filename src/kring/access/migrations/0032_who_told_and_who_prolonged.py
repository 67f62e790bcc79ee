"""Who wrote that the child was told of a restriction, and who looked again: a second time that is another (R15, R28)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Of before, nobody kept it: then who recorded the restriction counts."""

    dependencies = (
        ("access", "0031_nobody_told_the_child"),
        ("people", "0018_who_asked_whether_it_chose_its_pictures"),
    )

    operations = (
        migrations.AddField(
            "restriction",
            "marked_by",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.AddField("restriction", "denied_on", models.DateField(null=True)),
        migrations.AddField(
            "restriction",
            "prolonged_by",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.AddField("restriction", "prolonged_on", models.DateField(null=True)),
    )
