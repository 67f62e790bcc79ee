"""Since when somebody beside the child pauses, as the child knows it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("circle", "0002_in_which_language"),
    ]

    operations = [
        migrations.AddField(model_name="sign", name="paused_on", field=models.DateField(null=True)),
    ]
