"""Of what a worker wrote down as its yes the child says that it never said this."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Going back, only that it said so is gone: what ended by it stays over."""

    dependencies = (("seeking", "0003_not_now_and_who_was_proposed"),)

    operations = (migrations.AddField(model_name="referral", name="unsaid_on", field=models.DateField(null=True)),)
