"""Who stopped reads on which day it says goodbye to the child: a row of its own, beside what stands there of it."""

import django.db.models.deletion
from django.db import migrations, models

import kring.access.kept


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0026_the_child_was_told_of_a_restriction"),
        ("circle", "0004_behind_the_wall_of_who_it_is"),
        ("endings", "0007_who_is_asked_and_the_day_of_a_goodbye"),
    ]

    operations = [
        migrations.CreateModel(
            name="GoodbyeDay",
            fields=[
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="access.item",
                    ),
                ),
                ("on_day", models.DateField()),
                (
                    "farewell",
                    kring.access.kept.KeptKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="endings.farewell"
                    ),
                ),
                (
                    "member",
                    kring.access.kept.KeptKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="circle.member"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
