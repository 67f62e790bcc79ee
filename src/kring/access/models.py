"""The spine of every row about a child, and the bookkeeping of the door.

`Item` carries what the table asks about a row: dossier, section, class of data, topic, author, wall and whom it is
about.  The child's answers and hidings point at items, downward; nothing points up (house.md 4 and 10).
"""

from django.db import models
from django.db.models import Q

from kring.dossier.models import Dossier, Wall
from kring.kit.fields import EncryptedText, Held
from kring.kit.keys import uuid7
from kring.law.access import Klass, Relation, Section, Topic
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.people.models import Person, Way

spine = Held(Purpose.CARE, LegalGround.CARE, Term.FILE)
sharing = Held(Purpose.SHARING, LegalGround.CARE, Term.FILE)
looks = Held(Purpose.ACCOUNTABILITY, LegalGround.LEGAL_DUTY, Term.LOG)
draft = Held(Purpose.CARE, LegalGround.CARE, Term.DRAFT)


def _choices(members: type[Section] | type[Klass] | type[Topic]) -> list[tuple[str, str]]:
    return [(one.value, one.value) for one in members]


class Item(models.Model):
    """One row about a child, as the table sees it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = spine(models.ForeignKey(Dossier, models.CASCADE, related_name="+"))
    section = spine(models.CharField(max_length=16, choices=_choices(Section)))
    klass = spine(models.CharField(max_length=16, choices=_choices(Klass)))
    topic = spine(models.CharField(max_length=16, choices=_choices(Topic), default=Topic.GENERAL.value))
    author = spine(models.ForeignKey(Person, models.PROTECT, related_name="+"))
    wall = spine(models.ForeignKey(Wall, models.RESTRICT, null=True, related_name="+"))
    about = spine(models.ForeignKey("self", models.SET_NULL, null=True, related_name="+"))
    told_to = spine(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False))
    """Of what was said to one person: nobody else reads it (`law.access.Section.SAID`)."""
    version = spine(models.PositiveIntegerField(default=1))
    made_at = spine(models.DateTimeField())

    class Meta:
        indexes = (models.Index(fields=["dossier", "section"], name="item_by_section"),)

    def __str__(self) -> str:
        return str(self.id)


class SamePerson(models.Model):
    """This member of a circle is that person with a way in.  Kept apart, so that giving a way in opens nothing."""

    item = sharing(models.OneToOneField(Item, models.CASCADE, primary_key=True, related_name="same_person"))
    person = sharing(models.ForeignKey(Person, models.CASCADE, related_name="+"))

    def __str__(self) -> str:
        return str(self.item_id)


class Given(models.Model):
    """A way in that was given about this child: to a member of its circle, a parent, or the child itself (R9).

    A link opens only the places it was given for.  `given_by` said yes, `expressed` says how, `recorded_by` wrote it
    down; for a parent or the child itself nobody else's yes is asked.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = sharing(models.ForeignKey(Dossier, models.CASCADE, related_name="+"))
    way = sharing(models.OneToOneField(Way, models.CASCADE, related_name="given"))
    item = sharing(models.ForeignKey(Item, models.CASCADE, null=True, related_name="+"))
    relation = sharing(models.CharField(max_length=24, choices=[(one.value, one.value) for one in Relation]))
    given_by = sharing(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    expressed = sharing(models.CharField(max_length=10, default=""))
    recorded_by = sharing(models.ForeignKey(Person, models.PROTECT, related_name="+"))

    def __str__(self) -> str:
        return f"{self.relation} {self.way_id}"


class Says(models.QuerySet["Say"]):
    """Answers of children."""

    def in_force(self, on: object) -> "Says":
        """Given, not ended and not withdrawn on a day."""
        return self.filter(Q(until_on=None) | Q(until_on__gte=on), from_on__lte=on, withdrawn_at=None)


class Say(models.Model):
    """An answer: about which item or topic, towards which member of the circle, yes, no or ask me first (R7)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = sharing(models.ForeignKey(Dossier, models.CASCADE, related_name="+"))
    item = sharing(models.ForeignKey(Item, models.CASCADE, null=True, related_name="+"))
    topic = sharing(models.CharField(max_length=16, choices=_choices(Topic), default=""))
    towards = sharing(models.ForeignKey(Item, models.CASCADE, related_name="+"))
    answer = sharing(models.CharField(max_length=3, choices=[("yes", "yes"), ("no", "no"), ("ask", "ask")]))
    purpose = sharing(EncryptedText(default=""))
    given_by = sharing(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    expressed = sharing(models.CharField(max_length=10))
    recorded_by = sharing(models.ForeignKey(Person, models.PROTECT, related_name="+"))
    from_on = sharing(models.DateField())
    until_on = sharing(models.DateField(null=True))
    withdrawn_at = sharing(models.DateTimeField(null=True))

    objects = Says.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(item=None) ^ Q(topic=""), name="say_is_about_an_item_or_a_topic"),
        )

    def __str__(self) -> str:
        return f"{self.answer} {self.from_on}"


class Hidden(models.Model):
    """An item hidden from one member of the circle."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    item = sharing(models.ForeignKey(Item, models.CASCADE, related_name="+"))
    member = sharing(models.ForeignKey(Item, models.CASCADE, related_name="+"))

    def __str__(self) -> str:
        return str(self.id)


class Seen(models.Model):
    """A shared item was read by someone: so that a withdrawal can say what is already known."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    item = looks(models.ForeignKey(Item, models.CASCADE, related_name="+"))
    person = looks(models.ForeignKey(Person, models.CASCADE, related_name="+"))
    at = looks(models.DateTimeField())

    def __str__(self) -> str:
        return str(self.id)


class Visit(models.Model):
    """Someone was in a section of a dossier in an hour, on a basis (R24).

    Each visit through a door is one line in the log; those of a desk, with section and basis "desk", share one line.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = looks(models.ForeignKey(Dossier, models.CASCADE, related_name="+"))
    person = looks(models.ForeignKey(Person, models.CASCADE, related_name="+"))
    section = looks(models.CharField(max_length=16))
    basis = looks(models.CharField(max_length=24))
    hour = looks(models.DateTimeField())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["dossier", "person", "section", "basis", "hour"], name="one_visit_an_hour"),
        )

    def __str__(self) -> str:
        return f"{self.section} {self.hour}"


class Draft(models.Model):
    """What is being typed and not yet confirmed: encrypted, apart from the log, erased when confirmed."""

    item = draft(models.OneToOneField(Item, models.CASCADE, primary_key=True, related_name="+"))
    body = draft(EncryptedText())
    version = draft(models.PositiveIntegerField(default=1))
    saved_at = draft(models.DateTimeField())

    def __str__(self) -> str:
        return str(self.item_id)
