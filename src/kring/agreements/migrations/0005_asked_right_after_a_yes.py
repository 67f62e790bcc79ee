"""Until when the child was asked, right after its yes, what each may know: that too stood there when it said yes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Going back, the person reads again only what stood at the moment of the yes."""

    dependencies = (("agreements", "0004_no_wider_before_than_now"),)

    operations = (migrations.AddField(model_name="yes", name="asked_until", field=models.DateTimeField(null=True)),)
