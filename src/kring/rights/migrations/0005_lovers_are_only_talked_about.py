"""What was once written down about `jim.not-a-lover` goes: it is talked about, and stored nowhere (C155)."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

CODE = "jim.not-a-lover"


def erase(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """With the item, so that nothing of it stays."""
    factors = apps.get_model("rights", "Factor").objects.filter(code=CODE)
    items = list(factors.values_list("item_id", flat=True))
    factors.delete()
    apps.get_model("access", "Item").objects.filter(pk__in=items).delete()


class Migration(migrations.Migration):
    """Not undone by going back: what is erased stays erased."""

    dependencies = (("rights", "0004_steps_of_each_path"),)

    operations = (migrations.RunPython(erase, migrations.RunPython.noop),)
