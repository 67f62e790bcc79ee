"""What the child chose before an appointment, and what who prepared it and the director answered to that."""

from django.db import migrations, models

import kring.kit.fields


class Migration(migrations.Migration):
    dependencies = [
        ("rights", "0013_the_child_never_said_this"),
    ]

    operations = [
        migrations.AddField(model_name="appointment", name="earlier", field=models.JSONField(default=list)),
        migrations.AddField(
            model_name="appointment", name="on_earlier", field=kring.kit.fields.EncryptedText(default="")
        ),
        migrations.AddField(
            model_name="appointment", name="about_earlier", field=kring.kit.fields.EncryptedText(default="")
        ),
    ]
