"""Whom a parent brings along is asked, answers, is told what is held, is tried and rests: dated, on its own row (B123)."""

from django.db import migrations, models

import kring.kit.fields

ASKERS = [("", "not_said"), ("child", "child"), ("together", "together"), ("parent", "parent"), ("worker", "worker")]
REPLIES = [("", "not_said"), ("yes", "yes"), ("thinking", "thinking"), ("not_now", "not_now"), ("no", "no")]
DAYS = ("asked_on", "replied_on", "noticed_on", "tried_on", "tried_until", "paused_on", "resumed_on")


class Migration(migrations.Migration):
    """Of who was named before, nothing of it was written down; who began before goes on."""

    dependencies = (("rights", "0016_who_picks_up_and_who_asks"),)

    operations = (
        *(migrations.AddField("ownperson", one, models.DateField(null=True)) for one in DAYS),
        migrations.AddField("ownperson", "asker", models.CharField(max_length=8, default="", choices=ASKERS)),
        migrations.AddField("ownperson", "reply", models.CharField(max_length=8, default="", choices=REPLIES)),
        migrations.AddField("ownperson", "words", kring.kit.fields.EncryptedText(default="")),
    )
