"""That the child said "not now" to Lus is kept; and how somebody is called whom Lus proposed."""

from django.db import migrations, models

import kring.kit.fields


class Migration(migrations.Migration):
    """Going back, both are gone: what else was written stays."""

    dependencies = (("seeking", "0002_a_volunteer_to_get_to_know"),)

    operations = (
        migrations.AddField(model_name="try", name="said_no", field=models.BooleanField(default=False)),
        migrations.AddField(model_name="moved", name="called", field=kring.kit.fields.EncryptedText(default="")),
    )
