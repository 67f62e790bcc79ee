"""That the child pointed out itself who of its circle somebody is (R7)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Of what was said before nobody knows: it is told as it was."""

    dependencies = (("access", "0023_somebody_spoke_with_the_child"),)

    operations = (migrations.AddField("sameperson", "by_the_child", models.BooleanField(default=False)),)
