"""The child's place in Kring, and who is involved, in which relation, from when until when.  Rows only, no pages.

In code `dossier` is the child's place in Kring; on screen that word is kept for the official file (product.md 6).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from kring.kit.fields import EncryptedText, Held
from kring.kit.keys import uuid7
from kring.kit.prepared import Open
from kring.kit.sentences import sentence
from kring.law.access import AT_HOME, Relation
from kring.law.capacity import Known
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.law.taking_over import Said
from kring.people.models import Person, Post, Role, Team

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

care = Held(Purpose.CARE, LegalGround.CARE, Term.FILE)
sharing = Held(Purpose.SHARING, LegalGround.CARE, Term.FILE)


class Dossier(models.Model):
    """A child's place in Kring.  Only a call name is needed; everything else can wait."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call_name = care(EncryptedText())
    born_on = care(EncryptedText(default=""))
    team = care(models.ForeignKey(Team, models.PROTECT, related_name="+"))
    opened_on = care(models.DateField())
    closed_on = care(models.DateField(null=True))
    unread_since = care(models.DateTimeField(null=True))
    """Since when something stands here that somebody wrote in the name of the child, and the child did not look yet."""
    pictures_since = care(models.DateTimeField(null=True))
    """Since when somebody came in with pictures that another knows too, and the child did not say that it was it."""
    new_pictures_since = care(models.DateTimeField(null=True))
    """Since when the child comes in by pictures, or a card, of which somebody still asks it (`acts.asking_it`)."""
    urgent_since = care(models.DateTimeField(null=True))
    """Since when something waits that the child said because it is not safe now, and nobody read yet (R14)."""
    words_from = care(models.DateField(null=True))
    """From when a child that had pages of pictures has those of a youth: a person told it what changes at 12 (R15)."""
    grown_told_on = care(models.DateField(null=True))
    """Since when nobody has to tell the child any more what changes at 18: a person did (R15)."""
    own_since = care(models.DateField(null=True))
    """Since when the youth has in its own hands what stands here: it took it over (C54)."""
    no_from_director_on = care(models.DateField(null=True))
    """When the director decided not to appoint, while nobody who works with the child read that (R6)."""
    passed_on_untold = care(models.DateField(null=True))
    """Since when something was passed on in an emergency that the child did not know of, and nobody told it (R8)."""
    birthday_news = care(models.BooleanField(default=False))
    """Somebody asked or wrote another birthday, and the child did not read yet how that ended (R20)."""

    def __str__(self) -> str:
        return str(self.id)


class Wall(models.Model):
    """One of several separate networks of a child: what stands behind a wall is seen from that side only (R16, B34)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = sharing(models.ForeignKey(Dossier, models.CASCADE, related_name="+"))
    label = sharing(EncryptedText())

    def __str__(self) -> str:
        return str(self.id)


class Involvements(models.QuerySet["Involvement"]):
    """Who is involved where."""

    def current(self, on: date | Open) -> Involvements:
        """Those in force on a day; a right that ends today ends at midnight.

        Who is involved by its work also needs the post, and in the team of this child where a post has a team: without
        it, nothing is in force at the next request.  Who stands in for a day may come from another team of the house.
        """
        here = Q(team=None) | Q(team=OuterRef("dossier__team"))
        post = Post.objects.current(on).filter(
            here,
            person=OuterRef("person"),
            role=OuterRef("relation"),
            organisation=OuterRef("dossier__team__organisation"),
            from_on__lte=OuterRef("from_on"),  # who comes back to work here does not come back to every child
        )
        works = Post.objects.current(on).filter(
            person=OuterRef("person"), role=Role.WORKER.value, organisation=OuterRef("dossier__team__organisation")
        )
        stands_in = Q(relation=Relation.FALLBACK_WORKER.value)
        in_time = self.filter(Q(until_on=None) | Q(until_on__gte=on), from_on__lte=on, ended_at=None)
        needs_none = ~Q(relation__in=[role.value for role in Role]) & ~stands_in
        return in_time.filter(needs_none | Exists(post) | (stands_in & Exists(works)))

    def working(self, on: date | Open) -> Involvements:
        """Who works with a child on a day.

        Not who is at home there as well: that one comes in as a parent or as somebody beside the child, and reads
        nothing as work (`law.access.hat`).  A child with nobody else has no worker, and who leads the team sees that.
        """
        return self.current(on).filter(~Exists(_at_home(on)), relation=Relation.WORKER.value)


def _at_home(on: date | Open) -> Involvements:
    here = {"dossier": OuterRef("dossier"), "person": OuterRef("person")}
    return Involvement.objects.current(on).filter(relation__in=sorted(one.value for one in AT_HOME), **here)


class Involvement(models.Model):
    """Someone's position towards one child, from a day until a day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = sharing(models.ForeignKey(Dossier, models.CASCADE, related_name="involvements"))
    person = sharing(models.ForeignKey(Person, models.PROTECT, related_name="+"))
    relation = sharing(models.CharField(max_length=24, choices=[(one.value, one.value) for one in Relation]))
    told_as = sharing(models.CharField(max_length=24, default=""))
    """As what the child still knows this person, while nobody told it that it comes in as less (R15)."""
    told_on = sharing(models.DateField(null=True))
    told_by = sharing(EncryptedText(default=""))
    """Who stops after the help says when, and by whom, the child was told: there nobody else writes it (C139, R15)."""
    authority = sharing(models.CharField(max_length=24, default=""))
    """Of a parent: `law.standing.Authority`, with days of its own."""
    authority_from = sharing(models.DateField(null=True))
    authority_until = sharing(models.DateField(null=True))
    wall = sharing(models.ForeignKey(Wall, models.RESTRICT, null=True, related_name="+"))
    from_on = sharing(models.DateField())
    until_on = sharing(models.DateField(null=True))
    instead_of = sharing(models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+"))
    """Of who takes over: for whom, who is away for these days (R13, R14)."""
    ended_at = sharing(models.DateTimeField(null=True))
    """Stopped at once, by the child or for its safety: an end by day holds until midnight."""
    service = sharing(models.CharField(max_length=16, default=""))
    """Of who reads pages that were made for it: `law.transfers.Service` (R29)."""
    service_name = sharing(EncryptedText(default=""))
    came_told_on = sharing(models.DateField(null=True))
    """When and by whom the child was told that this one comes, where that is written with it (R15)."""
    came_told_by = sharing(EncryptedText(default=""))

    objects = Involvements.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")), name="involvement_ends_after_it_began"
            ),
        )
        indexes = (models.Index(fields=["person", "dossier"], name="involvement_by_person"),)

    def __str__(self) -> str:
        return f"{self.relation} {self.from_on}"

    @property
    def known_as(self) -> str:
        """In which position the child knows this person."""
        return self.told_as or self.relation


class TakenOver(models.Model):
    """The youth, of age, says whether it takes over what stands here; the last word holds (C54, R15)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = sharing(models.ForeignKey(Dossier, models.CASCADE, related_name="+"))
    said = sharing(models.CharField(max_length=8, choices=[(one.value, one.value) for one in Said]))
    said_on = sharing(models.DateField())
    expressed = sharing(models.CharField(max_length=10))
    """With its own hands, or as a worker heard or saw it."""
    recorded_by = sharing(models.ForeignKey(Person, models.PROTECT, related_name="+"))

    def __str__(self) -> str:
        return f"{self.said} {self.said_on}"


class ToldOfAge(models.Model):
    """A person told the child, or a parent, what changes at 12 or at 18: who, when, and to whom (R15)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = care(models.ForeignKey(Dossier, models.CASCADE, related_name="+"))
    age = care(models.PositiveSmallIntegerField())
    told_on = care(models.DateField())
    told_by = care(EncryptedText(default=""))
    told_to = care(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    """A parent; nothing: the child."""
    recorded_by = care(models.ForeignKey(Person, models.PROTECT, related_name="+"))

    def __str__(self) -> str:
        return f"{self.age} {self.told_on}"


class Closing(models.Model):
    """A child's place closed: the last day, that a person told the child first (R15), and whether it opened again."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = care(models.ForeignKey(Dossier, models.CASCADE, related_name="closings"))
    last_day = care(models.DateField())
    closed_at = care(models.DateTimeField())
    closed_by = care(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    told_on = care(models.DateField(null=True))
    told_by = care(EncryptedText(default=""))
    reopened_at = care(models.DateTimeField(null=True))
    reopened_by = care(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    why = care(EncryptedText(default=""))
    """Why it opened again."""

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["dossier"], condition=Q(reopened_at=None), name="one_closing_at_a_time"),
        )

    def __str__(self) -> str:
        return str(self.id)


class Move(models.Model):
    """A child went to another team of the house, and a person told it first (R15)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = care(models.ForeignKey(Dossier, models.CASCADE, related_name="+"))
    from_team = care(models.ForeignKey(Team, models.PROTECT, related_name="+"))
    to_team = care(models.ForeignKey(Team, models.PROTECT, related_name="+"))
    moved_on = care(models.DateField())
    moved_by = care(models.ForeignKey(Person, models.PROTECT, related_name="+"))
    told_on = care(models.DateField())
    told_by = care(EncryptedText(default=""))

    def __str__(self) -> str:
        return str(self.id)


class OtherBirthday(models.Model):
    """Another birthday of a child: by whom, why and how it is known; at 12 and 18 a second person looks first.

    Also the first one, where the child is or soon becomes 12 or 18 by it: then nothing stood there before.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dossier = care(models.ForeignKey(Dossier, models.CASCADE, related_name="+"))
    before = care(EncryptedText())
    born_on = care(EncryptedText())
    motive = care(EncryptedText())
    known = care(models.CharField(max_length=16, choices=[(one.value, one.value) for one in Known]))
    asked_at = care(models.DateTimeField())
    asked_by = care(models.ForeignKey(Person, models.PROTECT, related_name="+"))
    ended_at = care(models.DateTimeField(null=True))
    """Nothing: it waits for who leads the team, and the birthday is what it was."""
    ended_by = care(models.ForeignKey(Person, models.PROTECT, null=True, related_name="+"))
    holds = care(models.BooleanField(default=False))
    """Whether it became the birthday."""

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["dossier"], condition=Q(ended_at=None), name="one_birthday_waits"),
        )

    def __str__(self) -> str:
        return str(self.id)

    @property
    def day(self) -> date:
        """The day that was asked."""
        return date.fromisoformat(self.born_on)

    @property
    def how(self) -> Words:
        """How it is known, in words."""
        return sentence(self.known)

    @property
    def was(self) -> date | None:
        """The day that stood there, if one did."""
        return date.fromisoformat(self.before) if self.before else None
