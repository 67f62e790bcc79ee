"""Since when something was written in the name of a child, that it did not read yet (R7, R21)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Going back, a home says nothing of it."""

    dependencies = (("dossier", "0005_known_as_until_it_is_told"),)

    operations = (
        migrations.AddField(model_name="dossier", name="unread_since", field=models.DateTimeField(null=True)),
    )
