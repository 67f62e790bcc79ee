"""As what a child knows somebody, while nobody told it that this person comes in as less (R15)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Going back, the child reads it as it is."""

    dependencies = (("dossier", "0004_a_place_closes_or_moves"),)

    operations = (
        migrations.AddField(
            model_name="involvement",
            name="told_as",
            field=models.CharField(default="", max_length=24),
        ),
    )
