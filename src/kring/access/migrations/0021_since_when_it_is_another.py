"""Since when who of the circle a restriction names is said to be another: it is asked whether it holds there (R28)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Of what was moved before, nobody knows: there it goes on holding for whoever stands there."""

    dependencies = (("access", "0020_who_was_sure_of_a_yes"),)

    operations = (migrations.AddField("restriction", "moved_at", models.DateTimeField(null=True)),)
