"""Who told the child what was passed on in an emergency, and when (R8, R15)."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Min
from django.utils import timezone

import kring.kit.fields


def nobody_told_it(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Of what was passed on before, and the child did not know: who works with it is asked who tells it."""
    place = apps.get_model("dossier", "Dossier").objects
    rows = apps.get_model("access", "Disclosure").objects.filter(child_told=False, child_reads=True)
    for dossier, at in rows.values_list("dossier").annotate(first=Min("at")):
        place.filter(pk=dossier, closed_on=None).update(passed_on_untold=timezone.localtime(at).date())


class Migration(migrations.Migration):
    """Going back, nobody is asked who tells it."""

    dependencies = (
        ("access", "0026_the_child_was_told_of_a_restriction"),
        ("dossier", "0013_passed_on_and_not_told"),
    )

    operations = (
        migrations.AddField(model_name="disclosure", name="told_by", field=kring.kit.fields.EncryptedText(default="")),
        migrations.AddField(model_name="disclosure", name="told_at", field=models.DateTimeField(null=True)),
        migrations.RunPython(nobody_told_it, migrations.RunPython.noop),
    )
