"""A pause that somebody asks is called a pause, and no parting."""

from django.db import migrations, models

WHY = [
    ("stops", "stops"),
    ("pause", "pause"),
    ("away", "away"),
    ("lost", "lost"),
    ("worker", "worker"),
    ("child", "child"),
    ("no", "no"),
]


class Migration(migrations.Migration):
    """What was written before keeps its word."""

    dependencies = (("endings", "0005_what_was_marked_as_told"),)

    operations = tuple(
        migrations.AlterField(model_name=name, name="why", field=models.CharField(choices=WHY, max_length=8))
        for name in ("leaving", "farewell")
    )
