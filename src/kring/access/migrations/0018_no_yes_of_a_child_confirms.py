"""Whom a child confirmed by a yes to something else, waits for who works with it: no yes confirms who somebody is (R7).

A yes of a child used to say at the same time that it knew who that was.  Of a youth that took over with its own hands
what stands here, it stays: that one answers for it itself.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def wait_for_a_worker(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What was confirmed by the child itself is not confirmed; what it said yes to begins once a worker says it is so.

    What closes something holds on: a no asks for no confirming.
    """
    alias = schema_editor.connection.alias
    said = (
        apps.get_model("dossier", "TakenOver").objects.using(alias).order_by("pk")
    )  # in the order in which it was said
    last = {one["dossier"]: one for one in said.values("dossier", "said", "expressed")}
    in_own_hands = [key for key, one in last.items() if one["said"] == "yes" and one["expressed"] == "itself"]
    held = apps.get_model("dossier", "Involvement").objects.using(alias).filter(relation="child")
    same = apps.get_model("access", "SamePerson").objects.using(alias)
    for dossier, child in held.exclude(dossier__in=in_own_hands).values_list("dossier", "person").distinct():
        by_the_child = same.filter(item__dossier=dossier, confirmed_by=child)
        by_the_child.update(confirmed_at=None, confirmed_by=None)


class Migration(migrations.Migration):
    """Going back, they stay as they are: what waits opens nothing."""

    dependencies = (
        ("access", "0017_the_text_that_was_passed_on"),
        ("dossier", "0007_another_birthday_waits"),
    )

    operations = (migrations.RunPython(wait_for_a_worker, migrations.RunPython.noop),)
