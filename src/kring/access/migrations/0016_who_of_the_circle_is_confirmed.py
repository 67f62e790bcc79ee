"""Who of the circle a child pointed out waits until that is confirmed; what anybody else said, counts as confirmed (R7)."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kring.kit import clock

SAID = ("person.pointed_out", "person.pointed_elsewhere")


def confirm_what_others_said(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The log knows who said it last of each; what stands there without having been said so, came with a link."""
    alias = schema_editor.connection.alias
    same = apps.get_model("access", "SamePerson").objects.using(alias)
    said = apps.get_model("audit", "Entry").objects.using(alias).filter(event__in=SAID).order_by("seq")
    last = dict(said.values_list("subject", "actor"))
    held = apps.get_model("dossier", "Involvement").objects.using(alias).filter(relation="child")
    children = set(held.values_list("person", flat=True))
    by_a_child = [item for item, who in last.items() if who in children]
    same.exclude(item__in=by_a_child).update(confirmed_at=clock.now())


class Migration(migrations.Migration):
    """Going back, nobody remembers who confirmed it."""

    dependencies = (
        ("access", "0015_an_emergency_has_an_end"),
        ("audit", "0001_initial"),
        ("dossier", "0007_another_birthday_waits"),
        ("people", "0013_a_place_for_a_complaint"),
    )

    operations = (
        migrations.AddField("sameperson", "confirmed_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "sameperson",
            "confirmed_by",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.RunPython(confirm_what_others_said, migrations.RunPython.noop),
    )
