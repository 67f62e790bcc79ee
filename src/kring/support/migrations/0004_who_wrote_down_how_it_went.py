"""Who wrote down what somebody said at a check-in: that one reads it (R9)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Going back, only who wrote it is gone."""

    dependencies = (
        ("support", "0003_a_letter_is_agreed_on"),
        ("people", "0018_who_asked_whether_it_chose_its_pictures"),
    )

    operations = (
        migrations.AddField(
            model_name="checkin",
            name="held_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="people.person"
            ),
        ),
    )
