"""The child, or whom it chose, says that what stands there of a condition of the law is not so: it is asked again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Going back, what was denied blocks again."""

    dependencies = (("rights", "0019_who_wrote_it_for_a_parent"),)

    operations = (migrations.AddField("condition", "unsaid_on", models.DateField(null=True)),)
