"""Another birthday of a child has a plain name."""

from django.db import migrations


class Migration(migrations.Migration):
    """The rows stay as they are."""

    dependencies = (("dossier", "0007_another_birthday_waits"),)

    operations = (migrations.RenameModel("Reborn", "OtherBirthday"),)
