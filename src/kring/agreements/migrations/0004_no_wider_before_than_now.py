"""Of versions of before nobody reads more than of the last one, where the child keeps the rest between the two (R8)."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

PRACTICAL = (
    "rhythm",
    "does",
    "does_not",
    "along",
    "between",
    "urgent",
    "visits",
    "phone",
    "weekends",
    "turn",
    "fallback",
)


def close(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """What is between the two closes in every version; the person reads it by the same yes as the last one."""
    agreements, points = apps.get_model("agreements", "Agreement"), apps.get_model("agreements", "Point")
    items, says = apps.get_model("access", "Item"), apps.get_model("access", "Say")
    last = {row.pact: row for row in agreements.objects.exclude(made_on=None).order_by("number")}
    for row in last.values():
        if row.reads != "practical":
            continue
        of_it = points.objects.filter(pact=row.pact).exclude(code__in=PRACTICAL)
        wide, now = of_it.values("item_id"), of_it.filter(until=None).values("item_id")
        found = list(items.objects.filter(pk__in=wide, held_close=False))
        yes = says.objects.filter(item__in=now, towards=row.member_id, answer="yes", withdrawn_at=None).first()
        items.objects.filter(pk__in=[one.pk for one in found]).update(held_close=True)
        if yes is not None:
            for item in found:
                yes.pk, yes.item_id, yes.of_version, yes._state.adding = None, item.pk, item.version, True
                yes.save(force_insert=True)


class Migration(migrations.Migration):
    """Going back, they stay closed."""

    dependencies = (("access", "0020_who_was_sure_of_a_yes"), ("agreements", "0003_between_these_two_alone"))

    operations = (migrations.RunPython(close, migrations.RunPython.noop),)
