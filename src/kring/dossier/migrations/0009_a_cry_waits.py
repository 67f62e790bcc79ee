"""Since when something waits that a child said because it was not safe, and nobody read yet (R14)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Going back, its first page says nothing of it; what was said stays."""

    dependencies = (("dossier", "0008_other_birthday"),)

    operations = (
        migrations.AddField(model_name="dossier", name="urgent_since", field=models.DateTimeField(null=True)),
    )
