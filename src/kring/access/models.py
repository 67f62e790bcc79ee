"""The spine of every row about a child, and the bookkeeping of the door.

`Item` carries what the table asks about a row.  The child's answers point at items; nothing points up (house.md 4, 10).
"""

from django.db import models
from django.db.models import F, OuterRef, Q

from kring.access.beside import Beside, Besides  # noqa: F401  # a table of this room
from kring.access.capacity import CapacityFound  # noqa: F401  # a table of this room
from kring.access.disclosure import Disclosure  # noqa: F401  # a table of this room
from kring.access.over import Over  # noqa: F401  # a table of this room
from kring.access.parts import HasPart  # noqa: F401  # a table of this room
from kring.access.reported import Reported  # noqa: F401  # a table of this room
from kring.access.same import SamePerson  # noqa: F401  # a table of this room
from kring.access.talked import Talked, Unanswered  # noqa: F401  # two tables of this room
from kring.access.whose import OWN, WRITTEN_DOWN
from kring.dossier.models import Dossier, Wall
from kring.kit.fields import EncryptedText, Held
from kring.kit.keys import uuid7
from kring.law.access import Klass, Relation, Section, Topic
from kring.law.processing import LegalGround, Purpose
from kring.law.restrictions import Decides
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
    held_close = spine(models.BooleanField(default=False))
    """ "Do not share": hidden from worker and parents too, until the child chooses someone (R8)."""
    version = spine(models.PositiveIntegerField(default=1))
    made_at = spine(models.DateTimeField())
    look_on = spine(models.DateField(null=True))  # from which day somebody should look at this again; else nothing

    class Meta:
        indexes = (models.Index(fields=["dossier", "section"], name="item_by_section"),)

    def __str__(self) -> str:
        return str(self.id)


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
    """Answers of children, and of parents and workers where the table asks theirs."""

    def in_force(self, on: object) -> "Says":
        """Not withdrawn.  A "no" and an "ask me first" hold whatever the clock says.

        A "yes" holds from its day until its last, for the text that it was given for, once a new device is confirmed.
        """
        not_ended = Q(until_on=None) | Q(until_on__gte=on)
        same_text = Q(item=None) | Q(item__version=F("of_version"))
        begun = Q(from_on__lte=on, waits=False)
        return self.filter(~Q(answer="yes") | begun & not_ended & same_text, withdrawn_at=None)

    def own(self) -> "Says":
        """Given by the child's own hands (`Say.is_own`)."""
        return self.filter(OWN)

    def written_down(self) -> "Says":
        """What somebody else wrote in the name of the child."""
        return self.filter(WRITTEN_DOWN)

    def closed(self) -> "Says":
        """A "no" and an "ask me first", that were not taken back."""
        return self.exclude(answer="yes").filter(withdrawn_at=None)


class Giver(models.TextChoices):
    """Whose answer it is: the table says where which one counts (`law.access.Answer`)."""

    CHILD = "child"
    PARENT = "parent"  # about itself
    WORKER = "worker"  # a decision to tell, with a name and a ground (R19)


class Word(models.TextChoices):
    """What is answered."""

    YES = "yes", "yes"
    NO = "no", "no"
    ASK = "ask", "ask"  # ask me first: shut, as a no


class Say(models.Model):
    """An answer: about which item or topic, towards which member of the circle, yes, no or ask me first (R7)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = sharing(models.ForeignKey(Dossier, models.CASCADE, related_name="+"))
    item = sharing(models.ForeignKey(Item, models.CASCADE, null=True, related_name="+"))
    topic = sharing(models.CharField(max_length=16, choices=_choices(Topic), default=""))
    towards = sharing(models.ForeignKey(Item, models.CASCADE, null=True, related_name="+"))
    made_for = sharing(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    """Of a parent, about a page for somebody of the court, who stands in no circle (R29)."""
    answer = sharing(models.CharField(max_length=3, choices=Word.choices))
    giver = sharing(models.CharField(max_length=6, choices=Giver.choices, default=Giver.CHILD))
    purpose = sharing(EncryptedText(default=""))
    given_by = sharing(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    expressed = sharing(models.CharField(max_length=10))
    recorded_by = sharing(models.ForeignKey(Person, models.PROTECT, related_name="+"))
    from_on = sharing(models.DateField())
    until_on = sharing(models.DateField(null=True))
    of_version = sharing(models.PositiveIntegerField(default=1))
    """The text as it was when the yes was given: for a text that changed since, it is asked anew."""
    waits = sharing(models.BooleanField(default=False))
    """Nothing opens until who gave it says it anew: given on a new device, or what it opens became another thing."""
    unsure = sharing(models.BooleanField(default=False))
    """Tapped where Kring was not sure of the child: with a new card, which a worker made, or on a new device."""
    by_pictures = sharing(models.BooleanField(default=False))
    """Tapped with pictures that somebody else knows, and opens the plan or what the child closed: another asks too."""
    confirmed_by = sharing(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    """Who said of what waited that the child had said it, where that was not the child; and when."""
    confirmed_at = sharing(models.DateTimeField(null=True))
    confirmed_how = sharing(models.CharField(max_length=10, default=""))
    confirmed_on = sharing(models.DateField(null=True))
    """Of what was tapped with pictures: how the child said it to who asked it too, and on which day."""
    said_at = sharing(models.DateTimeField(null=True))
    withdrawn_at = sharing(models.DateTimeField(null=True))

    objects = Says.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(item=None) ^ Q(topic=""), name="say_is_about_an_item_or_a_topic"),
            models.CheckConstraint(condition=Q(until_on=None) | Q(answer="yes"), name="only_a_yes_ends_by_itself"),
            models.CheckConstraint(condition=Q(towards=None) ^ Q(made_for=None), name="say_is_towards_or_about_a_page"),
        )

    def __str__(self) -> str:
        return f"{self.answer} {self.from_on}"

    @property
    def is_written_down(self) -> bool:
        """Written down by another in the name of the child."""
        return self.given_by_id is None or self.recorded_by_id != self.given_by_id

    @property
    def is_own(self) -> bool:
        """The child's own (R7): tapped by itself, and a yes where Kring was sure of it, or once it said so there.

        A no of its own hands is its own wherever it tapped it: what it closes there, nobody else opens.
        """
        return not self.is_written_down and not (self.answer == Word.YES and self.unsure)


class Restrictions(models.QuerySet["Restriction"]):
    """Restrictions of contact."""

    def in_force(self) -> "Restrictions":
        """Until somebody wrote that it is over, whatever its dates: protection never reopens by itself (R28)."""
        return self.filter(over_at=None)

    def towards(self, person: OuterRef) -> "Restrictions":
        """In force, of this one: as who is involved, or as who of the circle it was pointed out to be.

        Also as one who was somebody else when it was made: until a worker says that it does not hold for who stands
        there since, it does (`moved_at`).
        """
        return self.in_force().filter(Q(person=person) | Q(member__same_person__person=person))

    def surely_towards(self, person: OuterRef) -> "Restrictions":
        """The same, without what waits for a worker to say whether it holds for this one."""
        as_one = Q(("member__same_person__person", person), moved_at=None)
        return self.in_force().filter(Q(("person", person)) | as_one)


class Restriction(models.Model):
    """Contact with this person is restricted (R28): dates, and no document.  Of a member, or of someone involved."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = sharing(models.ForeignKey(Dossier, models.CASCADE, related_name="+"))
    member = sharing(models.ForeignKey(Item, models.CASCADE, null=True, related_name="+"))
    person = sharing(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    from_on = sharing(models.DateField())
    until_on = sharing(models.DateField(null=True))
    """The day on which it is looked at again: until somebody says that it is over it holds."""
    decided_by = sharing(
        models.CharField(max_length=16, default="", choices=[(one.value, one.value) for one in Decides])
    )
    """Who decided it; of those of before nobody asked.  Never why, and never the paper itself (R28)."""
    recorded_by = sharing(models.ForeignKey(Person, models.PROTECT, related_name="+"))
    recorded_at = sharing(models.DateTimeField())
    over_by = sharing(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    over_at = sharing(models.DateTimeField(null=True))
    told_by = sharing(EncryptedText(default=""))
    told_on = sharing(models.DateField(null=True))
    """Who told the child, and on which day somebody wrote that; until then its pages do not say it (R15)."""
    untold_on = sharing(models.DateField(null=True))
    """When the child said that nobody told it: it is told anew, by another, and what it read stays (R15)."""
    marked_by = sharing(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))  # who wrote that
    denied_on = sharing(models.DateField(null=True))  # when it had said so, before another told it
    prolonged_by = sharing(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    prolonged_on = sharing(models.DateField(null=True))
    moved_at = sharing(models.DateTimeField(null=True))
    """Since when who this one of the circle was, is said to be another: it stays on that person, and for who is pointed
    out here since a worker says whether it holds.  What lets in or opens for this one of the circle stays closed."""

    objects = Restrictions.as_manager()

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(member=None) ^ Q(person=None), name="restricts_one"),)

    def __str__(self) -> str:
        return str(self.id)


class Seen(models.Model):
    """A shared item was read by someone: so that a withdrawal can say what is already known."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    item = looks(models.ForeignKey(Item, models.CASCADE, related_name="+"))
    person = looks(models.ForeignKey(Person, models.CASCADE, related_name="+"))
    at = looks(models.DateTimeField())
    of_version = looks(models.PositiveIntegerField(null=True))
    """Which text it was; nothing for what was read before Kring kept that."""

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
    looked_at = looks(models.DateTimeField(null=True))
    """When in that hour it first read something here that only a yes opens: of the circle, and of who was chosen.
    Once for a section and not for each row, because a circle has hundreds (`access.seen`)."""

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
