"""From when a child has pages of words, where it had pictures: who is twelve by now, has them since that birthday."""

from datetime import date

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kring.kit import clock

AGE = 12


def go_on(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Nobody goes back to pictures by this."""
    for one in apps.get_model("dossier", "Dossier").objects.all():
        born = date.fromisoformat(one.born_on) if one.born_on else None
        if born is not None and date(born.year + AGE, born.month, min(born.day, 28)) <= clock.today():
            one.words_from = date(born.year + AGE, born.month, min(born.day, 28))
            one.save(update_fields=["words_from"])


class Migration(migrations.Migration):
    """Going back, the pictures end on the birthday."""

    dependencies = (("dossier", "0009_a_cry_waits"),)

    operations = (
        migrations.AddField(model_name="dossier", name="words_from", field=models.DateField(null=True)),
        migrations.RunPython(go_on, migrations.RunPython.noop),
    )
