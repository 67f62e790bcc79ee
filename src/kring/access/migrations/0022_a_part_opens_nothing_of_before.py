"""What somebody else wrote of a part in the safety opens nothing that the child had said yes to before (R7, B47)."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Q

from kring.kit import clock


def waits_for_the_child(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """A yes about the plan that is older than such a part, by another: it waits until the child taps it."""
    using = editor.connection.alias
    table = {name: apps.get_model("access", name).objects.using(using) for name in ("HasPart", "Say", "SamePerson")}
    involved = apps.get_model("dossier", "Involvement").objects.using(using).filter(relation="child")
    dossiers = apps.get_model("dossier", "Dossier").objects.using(using)
    own = set(involved.values_list("dossier", "person"))
    for row in table["HasPart"].filter(part="safety", until_on=None):
        if (row.dossier_id, row.recorded_by_id) in own:
            continue
        who = list(table["SamePerson"].filter(item=row.member_id).values_list("person", flat=True))
        towards = Q(towards=row.member_id) | Q(towards__same_person__person__in=who)
        said = table["Say"].filter(towards, Q(topic="safety") | Q(item__section="safety"), dossier=row.dossier_id)
        said = said.filter(giver="child", answer="yes", withdrawn_at=None, waits=False, pk__lt=row.pk)
        if rows := list(said.values_list("pk", flat=True)):
            table["Say"].filter(pk__in=rows).update(waits=True)
            dossiers.filter(pk=row.dossier_id, unread_since=None).update(unread_since=clock.now())


def nothing(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """What waits keeps waiting."""


class Migration(migrations.Migration):
    """Of a part nobody knew yet on which device it was tapped: what the child said, counts as sure, as it did."""

    dependencies = (
        ("access", "0021_since_when_it_is_another"),
        ("dossier", "0007_another_birthday_waits"),
    )

    operations = (
        migrations.AddField("haspart", "unsure", models.BooleanField(default=False)),
        migrations.RunPython(waits_for_the_child, nothing),
    )
