"""Who told the child that contact with somebody is restricted, and when (R15, R28)."""

from django.db import migrations, models

import kring.kit.fields


class Migration(migrations.Migration):
    """Of those of before nobody wrote it: the child reads of them what it reads of one that nobody told."""

    dependencies = (("access", "0025_nobody_counts_on_it_that_a_cry_is_read"),)

    operations = (
        migrations.AddField(model_name="restriction", name="told_by", field=kring.kit.fields.EncryptedText(default="")),
        migrations.AddField(model_name="restriction", name="told_on", field=models.DateField(null=True)),
    )
