"""Since when somebody came in as the child with pictures that another knows, and the child did not say it was it (R7)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Of before, nobody kept by which way it was."""

    dependencies = (("dossier", "0015_who_comes_from_a_service"),)

    operations = (
        migrations.AddField(model_name="dossier", name="pictures_since", field=models.DateTimeField(null=True)),
    )
