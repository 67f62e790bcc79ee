"""Who of the two said that it never said the yes that stood there: nobody writes that for it any more."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Going back, a worker can write that yes again."""

    dependencies = (("agreements", "0005_asked_right_after_a_yes"),)

    operations = (
        migrations.AddField(model_name="agreement", name="denied", field=models.CharField(default="", max_length=13)),
    )
