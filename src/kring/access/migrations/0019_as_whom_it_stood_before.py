"""As whom of the circle somebody stood before it was moved: the child reads that by both names (R7)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Going back, nobody remembers it."""

    dependencies = (("access", "0018_no_yes_of_a_child_confirms"),)

    operations = (
        migrations.AddField(
            "sameperson",
            "before",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="access.item"
            ),
        ),
    )
