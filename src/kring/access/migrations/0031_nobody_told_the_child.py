"""When the child said that nobody told it of a restriction, although somebody wrote so (R15, R28)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("access", "0030_who_decided_a_restriction"),)

    operations = (migrations.AddField("restriction", "untold_on", models.DateField(null=True)),)
