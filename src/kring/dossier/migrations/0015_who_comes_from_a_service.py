"""Of which service somebody is for whom pages are made; and when and by whom the child was told that somebody comes."""

from django.db import migrations, models

import kring.kit.fields


class Migration(migrations.Migration):
    """Going back, who was named stays until its day; of which service, and who told the child, is gone."""

    dependencies = (("dossier", "0014_told_after_the_help"),)

    operations = (
        migrations.AddField("involvement", "service", models.CharField(default="", max_length=16)),
        migrations.AddField("involvement", "service_name", kring.kit.fields.EncryptedText(default="")),
        migrations.AddField("involvement", "came_told_on", models.DateField(null=True)),
        migrations.AddField("involvement", "came_told_by", kring.kit.fields.EncryptedText(default="")),
    )
