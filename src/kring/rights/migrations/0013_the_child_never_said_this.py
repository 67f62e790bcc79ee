"""The child says that it never said what was written down as its word."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("rights", "0012_the_person_itself_says_yes"),
    ]

    operations = [
        migrations.AddField(model_name="taken", name="unsaid_on", field=models.DateField(null=True)),
    ]
