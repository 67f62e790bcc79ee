"""The child says that nobody told it that somebody stops; then another tells it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Going back, only that the child said so is gone, and who told it then."""

    dependencies = (
        ("endings", "0008_the_day_of_a_goodbye"),
        ("people", "0018_who_asked_whether_it_chose_its_pictures"),
    )

    operations = (
        migrations.AddField(
            model_name="farewell",
            name="marked_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.AddField(model_name="farewell", name="untold_on", field=models.DateField(null=True)),
        migrations.AddField(model_name="farewell", name="denied_on", field=models.DateField(null=True)),
    )
