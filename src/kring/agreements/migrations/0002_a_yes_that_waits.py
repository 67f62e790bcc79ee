"""The yes of a child that waits, because it was not told yet that the other one stops (R15)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Going back, such a yes counts at once, as it did."""

    dependencies = (("agreements", "0001_versions_points_and_yes"),)

    operations = (migrations.AddField(model_name="yes", name="waits", field=models.BooleanField(default=False)),)
