"""Since when something was passed on in an emergency that the child did not know of, and nobody told it yet (R8)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Of what was passed on before, `access.0027` says it."""

    dependencies = (("dossier", "0012_who_is_away"),)

    operations = (
        migrations.AddField(model_name="dossier", name="passed_on_untold", field=models.DateField(null=True)),
    )
