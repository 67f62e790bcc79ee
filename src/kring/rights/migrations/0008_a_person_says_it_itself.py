"""What a person says of itself hangs on no wish: it may not read what the child said of it (R15)."""

import django.db.models.deletion
from django.db import migrations

import kring.access.kept


class Migration(migrations.Migration):
    """Going back asks that every row has a wish again."""

    dependencies = (("rights", "0007_who_was_reached_is_no_plan"),)

    operations = (
        migrations.AlterField(
            model_name="taken",
            name="wish",
            field=kring.access.kept.KeptKey(
                null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="rights.wish"
            ),
        ),
    )
