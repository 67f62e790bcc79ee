"""Who asked a small child whether it was the one that chose its new pictures (R7)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Of those that were chosen before, nobody asked it yet."""

    dependencies = (("people", "0017_a_place_that_is_shown_nowhere"),)

    operations = (
        migrations.AddField(
            model_name="way",
            name="settled_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="people.person"
            ),
        ),
    )
