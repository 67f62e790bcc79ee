"""Who decided a restriction of contact: of those of before nobody knows, and they hold as they did (R28)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0029_no_page_reads_on_after_the_help")]

    operations = [
        migrations.AddField(
            model_name="restriction",
            name="decided_by",
            field=models.CharField(
                choices=[("judge", "judge"), ("consultant", "consultant"), ("team", "team")],
                default="",
                max_length=16,
            ),
        ),
    ]
