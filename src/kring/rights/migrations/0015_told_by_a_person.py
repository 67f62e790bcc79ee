"""An appointment is told to the child by a person; until then it is in confidence, by the table and by no page (R15)."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

import kring.kit.fields


def close(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """The items of what nobody decided yet.  What was decided stood on the page of the child already."""
    rows = apps.get_model("rights", "Appointment").objects.filter(decided_on=None).values("item_id")
    apps.get_model("access", "Item").objects.filter(pk__in=rows).update(klass="confidence")


class Migration(migrations.Migration):
    """Going back, they stay closed."""

    dependencies = (("access", "0008_around_who_stands_beside"), ("rights", "0014_what_the_child_chose_before"))

    operations = (
        *(
            migrations.AddField(model_name="appointment", name=name, field=kring.kit.fields.EncryptedText(default=""))
            for name in ("teller", "tell_how", "told_by", "told_beside")
        ),
        *(
            migrations.AddField(model_name="appointment", name=name, field=models.DateField(null=True))
            for name in ("tells_on", "told_on")
        ),
        migrations.RunPython(close, migrations.RunPython.noop),
    )
