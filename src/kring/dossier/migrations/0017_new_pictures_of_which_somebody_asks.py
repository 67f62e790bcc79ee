"""Since when a colleague is to ask a small child whether it chose its new pictures (R7)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Of those that were chosen before, who works with the child reads it on the page of how it comes in."""

    dependencies = (("dossier", "0016_somebody_used_the_pictures"),)

    operations = (
        migrations.AddField(model_name="dossier", name="new_pictures_since", field=models.DateTimeField(null=True)),
    )
