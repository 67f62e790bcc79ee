"""What a small child tapped with pictures that somebody knows, and who asked it too, how and when (R7, R28)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Of what was tapped before nobody kept with what: it holds as it did."""

    dependencies = (("access", "0026_the_child_was_told_of_a_restriction"),)

    operations = (
        migrations.AddField("say", "by_pictures", models.BooleanField(default=False)),
        migrations.AddField("say", "confirmed_how", models.CharField(default="", max_length=10)),
        migrations.AddField("say", "confirmed_on", models.DateField(null=True)),
    )
