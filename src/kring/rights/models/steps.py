"""From wish to standing person, as dated rows: who asked and how, what was answered, trial, beginning, pause.

Where someone stands is worked out by `law.steps` and kept nowhere.  The legal position of a trust person is a
`Serving`, the end of each path is the day on its `Wish`.
"""

from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from kring.access.kept import Kept, KeptKey, KeptQuerySet
from kring.access.writing import ITSELF
from kring.circle.models import Member
from kring.kit.fields import EncryptedText
from kring.kit.prepared import Open
from kring.law.access import Klass, Section, Topic
from kring.law.meaning import Expressed
from kring.law.steps import Answered, Asker, How, Step, Voice
from kring.rights.models.held import choices_of, danger, path
from kring.rights.models.wishes import Wish

IN_ITS_NAME = (Step.ASKED.value, Step.TRIED.value, Step.BEGAN.value, Step.RESUMED.value)
NOT_SAID, HANDS = ("", "not_said"), (ITSELF, ITSELF)


class TakenQuerySet(KeptQuerySet[Any]):
    """Steps, with those apart of which the child can say that they are not so."""

    def stands_in_the_way(self) -> Self:
        """An end, a pause or a no, that is no word of the person itself; and nobody said yet that it is not so."""
        them = Q(step__in=[Step.ENDED.value, Step.PAUSED.value])
        them |= Q(step=Step.ANSWERED.value, reply=Answered.NO.value)
        told = self.filter(them, unsaid_on=None).exclude(expressed=ITSELF)
        return told.exclude(item__klass=Klass.CONFIDENCE.value)

    def in_its_name(self) -> Self:
        """What the child would have said or done: that it asked or said that one may ask, tries, begins or goes on."""
        mine = Q(voice=Voice.CHILD.value, step__in=IN_ITS_NAME)
        asked = Q(step=Step.ASKED.value) & ~Q(expressed__in=["", ITSELF])
        return self.filter(mine | asked, unsaid_on=None).exclude(item__klass=Klass.CONFIDENCE.value)

    def not_by(self, me: UUID | Open) -> Self:
        """Which another wrote."""
        return self.exclude(item__author=me)


class Taken(Kept):
    """One step that was taken, on its day, with whose word it is.

    Never changed but for the days of notice, of telling and of denial.

    In the class of what is told in confidence: the person says no, pauses or stops, and nobody told the
    child yet (R15).
    `expressed`: how the child said yes to it, empty when it did it with its own hands; of what the person did with its
    own hands that.  `words`: as the person or the child said it, verbatim (R23).  `noticed_on`: the day the person got
    the notice on what is held about it (R9).
    `passed_on`, `passed_by`: of a pause that the child asked, and of that it goes on, the day a person told it to who
    was chosen, and who did; until then its own pages say nothing of it (R15).
    That the child chose otherwise, as a worker wrote it down, is such a row beside the end on the `Wish`.
    """

    section = Section.RIGHTS

    objects: ClassVar[Any] = TakenQuerySet.as_manager()

    wish = path(KeptKey(Wish, models.RESTRICT, null=True))
    """Nothing, where the person says so itself: what the child said of it, it may not read."""
    member = path(KeptKey(Member, models.RESTRICT))
    step = path(models.CharField(max_length=8, choices=choices_of(Step)))
    voice = path(models.CharField(max_length=6, choices=choices_of(Voice)))
    taken_on = path(models.DateField())
    until_on = path(models.DateField(null=True))
    asker = path(models.CharField(max_length=8, default="", choices=[NOT_SAID, *choices_of(Asker)]))
    how = path(models.CharField(max_length=7, default="", choices=[NOT_SAID, *choices_of(How)]))
    reply = path(models.CharField(max_length=8, default="", choices=[NOT_SAID, *choices_of(Answered)]))
    expressed = path(models.CharField(max_length=8, default="", choices=[NOT_SAID, HANDS, *choices_of(Expressed)]))
    words = path(EncryptedText(default=""))
    present = path(EncryptedText(default=""))
    noticed_on = path(models.DateField(null=True))
    passed_on = path(models.DateField(null=True))
    passed_by = path(EncryptedText(default=""))
    picks_up = path(models.BooleanField(null=True))
    """Of who stops: whether it still answers the telephone until the child was told (R15)."""
    unsaid_on = path(models.DateField(null=True))
    """The day the child said that it never said this, or that it is not so: what a worker wrote down (R2, R23)."""

    @property
    def is_held(self) -> bool:
        """Whether the child was not told yet; it does not read this row.  What was denied is not told any more."""
        return bool(self.item.klass == Klass.CONFIDENCE.value and self.unsaid_on is None)

    @property
    def as_said(self) -> Expressed | None:
        """How the child said it, where somebody else wrote it down."""
        return None if self.expressed in {"", ITSELF} else Expressed(self.expressed)

    @property
    def is_about_a_choice(self) -> bool:
        """Whether it only says who wrote down a choice or its end: where that stands is on the `Wish` itself."""
        told = self.step in {Step.WISHED.value, Step.ENDED.value} and not self.is_held
        return bool(told or self.unsaid_on)

    @property
    def is_in_the_way(self) -> bool:
        """Whether it is an end, a pause or a no that is no word of the person itself, and nobody denied it."""
        so = self.step in {Step.ENDED.value, Step.PAUSED.value}
        so = so or (self.step == Step.ANSWERED.value and self.reply == Answered.NO.value)
        return so and self.expressed != ITSELF and self.unsaid_on is None and not self.is_held

    @property
    def is_in_its_name(self) -> bool:
        """Whether it would be the word or the deed of the child, and stands (`in_its_name`)."""
        mine = self.voice == Voice.CHILD.value and self.step in IN_ITS_NAME
        asked = self.step == Step.ASKED.value and self.as_said is not None
        return (mine or asked) and self.unsaid_on is None and not self.is_held

    @property
    def is_no_yes(self) -> bool:
        """Whether it is a yes that the person says was none, and nobody talked about that with the child yet (R15)."""
        yes = (self.step, self.reply) == (Step.ANSWERED.value, Answered.YES.value)
        return yes and self.unsaid_on is not None and self.item.look_on is not None

    @property
    def is_chosen_anew(self) -> bool:
        """Whether another wrote that the child chose somebody anew whom it had let go, and it did not deny that."""
        return self.step == Step.WISHED.value and self.unsaid_on is None


class Question(Kept):
    """The question as child and worker prepare it: who asks, how, who is there, which words, what if it is a no."""

    section = Section.RIGHTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    wish = path(KeptKey(Wish, models.RESTRICT))
    asker = path(models.CharField(max_length=8, choices=choices_of(Asker)))
    how = path(models.CharField(max_length=7, choices=choices_of(How)))
    words = path(EncryptedText(default=""))
    present = path(EncryptedText(default=""))
    if_no = path(EncryptedText(default=""))
    made_on = path(models.DateField())


class OtherChoice(Kept):
    """Who works with the child talked with it about another choice, with reasons; the choice stays the child's (A118).

    A record that it was talked about, and no step: nothing follows from it (R1, R2).  `said`: verbatim (R23).
    """

    section = Section.RIGHTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    wish = path(KeptKey(Wish, models.RESTRICT))
    talked_on = path(models.DateField())
    reasons = path(EncryptedText())
    said = path(EncryptedText(default=""))


class ForWhat(Kept):
    """For which subject the child turns to someone (C82).  It opens nothing: who may read what is an answer apart."""

    section = Section.RIGHTS

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    member = path(KeptKey(Member, models.RESTRICT))
    subject = path(models.CharField(max_length=10, choices=choices_of(Topic)))
    from_on = path(models.DateField())
    until_on = path(models.DateField(null=True))


class Reached(Kept):
    """Somebody of the circle was reached without a yes of the child, in danger that night: told afterwards (R9).

    In confidence until a worker told the child, and written anew in the file then: the table, not a page, decides it.
    """

    section = Section.REACHED

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    member = danger(KeptKey(Member, models.RESTRICT))
    reached_on = danger(models.DateField())
    how = danger(models.CharField(max_length=7, choices=choices_of(How)))
    motive = danger(EncryptedText())
    told_on = danger(models.DateField(null=True))
    told_how = danger(EncryptedText(default=""))
