"""A page for a service or the court is read by nobody after the help, also where a place closed before that was so.

As `access.acts.pages.nobody_reads_on` does at a closing since: nobody reads it, also not where the place opened again
(R7, R28, R29).  Of a page that rested on no yes it is kept for whom it was, and that it ended with the help.

Nothing like it is done of restrictions of contact from before it was written who told the child: nobody knows whether
somebody did, so the child reads of them what it reads of one that nobody told (R15), and who works with it reads that
it does not stand there, and not that nobody did (`rights/parts/restriction_told.html`).
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def nobody_reads_on(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Every page written before its place closed."""
    using = editor.connection.alias
    closings = apps.get_model("dossier", "Closing").objects.using(using)
    items, said = (apps.get_model("access", name).objects.using(using) for name in ("Item", "Say"))
    for closing in closings.order_by("closed_at", "pk"):
        pages = items.filter(dossier=closing.dossier_id, section="transfers", made_at__lt=closing.closed_at)
        open_ = list(pages.exclude(told_to=None))
        by_a_yes = set(said.filter(item__in=open_).exclude(made_for=None).values_list("item", flat=True))
        for page in open_:
            if page.pk not in by_a_yes and closing.closed_by_id is not None:
                said.create(
                    dossier_id=closing.dossier_id,
                    item=page,
                    made_for_id=page.told_to_id,
                    answer="yes",
                    giver="worker",
                    recorded_by_id=closing.closed_by_id,
                    from_on=closing.last_day,
                    of_version=page.version,
                    said_at=closing.closed_at,
                    withdrawn_at=closing.closed_at,
                )
        items.filter(pk__in=[one.pk for one in open_]).update(told_to=None)


def nothing(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """What is closed stays closed."""


class Migration(migrations.Migration):
    """Of a place that closed before a closing was a row of its own, the last day is one (`acts.closing.reopen`)."""

    dependencies = (
        ("access", "0027_tapped_with_pictures"),
        ("dossier", "0011_told_of_age_by_a_person"),
    )

    operations = (migrations.RunPython(nobody_reads_on, nothing),)
