"""Who stops in a place that was closed says when the child was told, and by whom (C139, C199, R15)."""

from django.db import migrations, models

import kring.kit.fields


class Migration(migrations.Migration):
    dependencies = (("dossier", "0013_passed_on_and_not_told"),)

    operations = (
        migrations.AddField("involvement", "told_on", models.DateField(null=True)),
        migrations.AddField("involvement", "told_by", kring.kit.fields.EncryptedText(default="")),
    )
