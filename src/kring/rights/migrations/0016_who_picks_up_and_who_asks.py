"""Who stops says whether it picks up until the child was told; and since when it waits that somebody asks (R15, R9)."""

from django.db import migrations, models

import kring.kit.fields


class Migration(migrations.Migration):
    """Of what was said before, nobody asked it."""

    dependencies = (("rights", "0015_told_by_a_person"),)

    operations = (
        migrations.AddField(model_name="taken", name="picks_up", field=models.BooleanField(null=True)),
        migrations.AddField(model_name="wish", name="unasked_since", field=models.DateField(null=True)),
        migrations.AddField(model_name="appointment", name="end_told_on", field=models.DateField(null=True)),
        migrations.AddField(model_name="appointment", name="by_choice", field=models.BooleanField(default=False)),
        migrations.AddField(
            model_name="appointment", name="end_told_by", field=kring.kit.fields.EncryptedText(default="")
        ),
    )
