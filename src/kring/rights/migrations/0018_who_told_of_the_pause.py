"""Who told the person that the child asked a pause, or that it goes on, and when: fields of their own (R15)."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F

import kring.kit.fields

OF_A_PAUSE = {"step": "paused", "voice": "child", "noticed_on__isnull": False}


def told(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """The day of telling stood on the field of the notice.  What went on since is known: it was read at once."""
    taken = apps.get_model("rights", "Taken").objects
    pauses = taken.filter(**OF_A_PAUSE)
    members = list(pauses.values_list("member_id", flat=True))
    on_again = {"step": "resumed", "voice": "child", "member_id__in": members}
    taken.filter(**on_again).update(passed_on=F("taken_on"))
    pauses.update(passed_on=F("noticed_on"), noticed_on=None)


class Migration(migrations.Migration):
    """Going back, it is to be told again."""

    dependencies = (("rights", "0017_asked_for_a_parent"),)

    operations = (
        migrations.AddField("taken", "passed_on", models.DateField(null=True)),
        migrations.AddField("taken", "passed_by", kring.kit.fields.EncryptedText(default="")),
        migrations.RunPython(told, migrations.RunPython.noop),
    )
