"""After a farewell also: who is asked whether the child can turn to it, and the day on which they say goodbye."""

from django.db import migrations, models

import kring.access.kept

KIND = [("how", "how"), ("ask", "ask"), ("goodbye", "goodbye")]


class Migration(migrations.Migration):
    """What stood there before, asks how the child is."""

    dependencies = (
        ("circle", "0001_initial"),
        ("endings", "0006_a_pause_is_a_pause"),
    )

    operations = (
        migrations.AddField(
            model_name="afterlook",
            name="kind",
            field=models.CharField(choices=KIND, default="how", max_length=8),
        ),
        migrations.AddField(
            model_name="afterlook",
            name="member",
            field=kring.access.kept.KeptKey(null=True, on_delete=models.RESTRICT, related_name="+", to="circle.member"),
        ),
        migrations.AddField(model_name="afterlook", name="can", field=models.BooleanField(null=True)),
    )
