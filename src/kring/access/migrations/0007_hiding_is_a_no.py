"""Hiding one thing from one person is a no (docs/adr/0013): no act ever wrote the other row, so none is lost."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = (("access", "0006_who_was_reached_is_no_plan"),)

    operations = (migrations.DeleteModel(name="Hidden"),)
