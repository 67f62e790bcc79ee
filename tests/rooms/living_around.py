"""What else people do around who stands beside Noor: each by its own act, none of which is a word about her choice."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from kring.access.acts import answering, birthdays, deciding, protecting, reporting
from kring.access.acts.answering import Answering
from kring.access.acts.deciding import Found
from kring.access.door import Door
from kring.access.kept import Kept, KeptQuerySet
from kring.access.models import Restriction, Word
from kring.access.writing import NotAllowedError
from kring.agreements.acts import agreeing, making
from kring.agreements.models import Agreement
from kring.circle.acts import people
from kring.circle.domains import Layer
from kring.endings.acts import after, aftercare, asking, leaving
from kring.endings.models import AfterLook, Leaving
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.law.agreements import Party
from kring.law.appointment import Consulted
from kring.law.capacity import AskedRight, Known
from kring.law.endings import Leaves, Still
from kring.law.jim import Factor, Reply
from kring.law.limits import Limited
from kring.law.loyalty import Stance
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Asker, How
from kring.law.support import Whose
from kring.loyalty.acts import hearing
from kring.rights import paths
from kring.rights.acts import appointing, factors, limiting, own_person, reaching, steps, subjects, wishes
from kring.rights.models import Limit, OwnPerson, Wish
from kring.rights.reading import beside
from kring.support.acts import checking, lettering, ruling
from kring.support.models import CheckIn
from tests.rooms.agreeing import POINTS
from tests.rooms.living import PEOPLE, Living

M = TypeVar("M", bound=Kept)
YEAR = timedelta(days=365)


def before_all_of_it(life: Living) -> None:
    """She chose Wilma as her JIM and named Johan before; her mother may know whom she chose."""
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=life.today)
    for who in ("wilma", "johan"):
        wishes.name(life.door("noor"), life.member(who), said, act=uuid7())
    wishes.withdraw(life.door("noor"), life.member("johan"), Meaning.JIM, act=uuid7(), on=life.today)
    yes = Answering(towards=life.member("mama"), word=Word.YES, topic=Topic.BESIDE_ME)
    answering.answer(life.door("noor", Section.ANSWERS), yes, once=uuid7())


def all_known(on: date, missing: str) -> appointing.Known:
    """Everything that an appointment asks, but for one talk, or without saying why."""
    talked = {one: on for one in Consulted if one.value != missing}
    known = {"cannot_designate": True, "conflict": True, "adult": True, "involved": False, "agrees": True}
    return appointing.Known(
        called="Gust",
        talked=talked,
        workers=("Lotte", "Bram"),
        why="" if missing == "why" else "ziek",
        on_earlier="Ze koos toen zelf.",
        **known,
    )


def limited(life: Living, by: str, who: str, days: int) -> None:
    """A limit with every ground, for so many days; or an end to one that runs."""
    door = life.door(by, Section.DECIDED)
    running = door.within(Limit.objects.in_force()).first()
    if running is not None and days % 2:
        return limiting.end(door, running, act=uuid7(), on=life.today)
    grounds = dict.fromkeys(
        ("extreme", "talked_with_the_child", "motivated", "child_knows_why_and_until_when", "child_knows_the_judge"),
        True,
    )
    until = life.today + timedelta(days=days)
    asked = Limited(from_on=life.today, until_on=until, **grounds)
    wanted = limiting.Wanted(
        member=life.member(who), plain="Niet deze week.", motive="Er was geweld aan de poort.", limited=asked
    )
    limiting.limit(door, wanted, act=uuid7(), on=life.today)
    return None


def one_of(door: Door, rows: KeptQuerySet[M]) -> M:
    """A row that this visitor sees; nothing here where there is none."""
    found = door.within(rows).first()
    if found is None:
        raise NotAllowedError
    return found


def a_parent_is_against(life: Living, by: str, who: str) -> None:
    """A97: said to who works with her, and kept as said."""
    door = life.door(by, Section.PARENTS)
    wish = one_of(door, Wish.objects.in_force().filter(member=life.member(who)))
    hearing.say(door, life.member("mama"), wish, hearing.Told(says=Stance.AGAINST, on=life.today), act=uuid7())


def a_parent_worries(life: Living, by: str, who: str) -> None:
    heard = hearing.Heard(words=f"Ik vertrouw {who} niet.")
    hearing.hear(life.door(by, Section.PARENTS), life.member("mama"), heard, act=uuid7())


def a_parent_names_its_own(life: Living, by: str, who: str) -> None:
    """B123: another list, behind another wall."""
    door = life.door(by, Section.PARENTS)
    row = door.within(OwnPerson.objects.in_force()).first()
    if row is None:
        own_person.name(door, who, act=uuid7(), on=life.today)
    else:
        own_person.end(door, row, act=uuid7(), on=life.today)


def contact_is_restricted(life: Living, by: str, who: str) -> None:
    """R28: nobody asks this person meanwhile; or somebody looked, and it is over."""
    door = life.door(by)
    running = Restriction.objects.in_force().filter(dossier=door.dossier, member=life.member(who)).first()
    if running is not None:
        return protecting.lift(door, running, once=uuid7())
    toward = [protecting.Toward(member=life.member(who))]
    protecting.restrict(door, toward, from_on=life.today, until_on=None, once=uuid7())
    return None


def she_is_found_not_capable(life: Living, by: str, who: str) -> None:
    """Of the three rights that ask capacity; this right is not one of them (A132)."""
    for right in AskedRight:
        deciding.find(life.door(by), Found(right=right, capable=False, motive=f"door {who}"), once=uuid7())


def a_birthday_is_written(life: Living, by: str, who: str) -> None:
    why = birthdays.Why(motive=f"volgens {who}", known=Known.PARENT)
    birthdays.write(life.door(by), life.today - len(who) * YEAR, why, once=uuid7())


def somebody_hears_that_it_stops(life: Living, by: str, who: str) -> None:
    """A140: who heard it says nothing to her by a page, and ends nothing."""
    leaving.hear(life.door(by), life.member(who), leaving.Heard(why=Leaves.STOPS, teller="Lotte"), act=uuid7())


def she_is_told(life: Living, by: str, who: str) -> None:
    """R2: by nobody before the person itself said so, where it comes in here."""
    door = life.door(by)
    row = one_of(door, Leaving.objects.filter(told_on=None))
    told = leaving.Told(on=life.today)
    assert not life.does(lambda: leaving.tell(door, row, told, act=uuid7())), "by the word of another alone"
    reporting.settle(life.member(who))  # as once it said that it is so: with contact restricted its door is shut here
    leaving.tell(door, row, leaving.Told(on=life.today, reaction=who), act=uuid7())
    after.look(door, one_of(door, AfterLook.objects.filter(looked_on=None)), "Het gaat.", act=uuid7())


def she_says_no_to_still_this_person(life: Living, by: str, who: str) -> None:
    """A124: a no ends nothing by itself; ending is a step of her own."""
    door = life.door(by)
    wish = one_of(door, Wish.objects.in_force().filter(member=life.member(who)))
    asking.ask(door, wish, Still.NO, "Nee.", act=uuid7())


def the_house_agrees_on_aftercare(life: Living, by: str, who: str) -> None:
    """C178: a record apart, that never counts as somebody beside her."""
    aftercare.agree(life.door(by), aftercare.Agreed(who=who, what="bellen mag", from_on=life.today), act=uuid7())


def a_factor_is_talked_through(life: Living, by: str, who: str) -> None:
    """C142: it advises; "no" to each of them keeps nobody from being her JIM."""
    said = {Factor.ADULT.value: Reply.NO, Factor.PARENTS_AGREE.value: Reply.NO}
    factors.talk(life.door(by), life.member(who), said, act=uuid7(), on=life.today)


def a_question_is_prepared(life: Living, by: str, who: str) -> None:
    door = life.door(by)
    asks = steps.Prepared(asker=Asker.PARENT, how=How.LETTER, if_no="Dan kijken we verder.")
    steps.prepare(door, paths.path_as(door, life.member(who), Meaning.JIM), asks, act=uuid7(), on=life.today)


def she_turns_to_somebody_for_a_subject(life: Living, by: str, who: str) -> None:
    subjects.choose(life.door(by), life.member(who), {Topic.SCHOOL}, act=uuid7(), on=life.today)


def somebody_is_reached_in_danger(life: Living, by: str, who: str) -> None:
    """R9: a human act, told afterwards; it is no asking, and opens nothing."""
    danger = reaching.Danger(member=life.member(who), how=How.CALL, motive="weggelopen", on=life.today)
    reaching.reach(life.door(by, Section.REACHED), danger, act=uuid7())


def they_agree(life: Living, by: str, who: str) -> None:
    """An agreement stands beside the choice: made, agreed or not, it begins and ends nobody."""
    door, new = life.door(by, Section.AGREEMENTS), making.Begun(meaning=Meaning.JIM)
    row = making.begin(door, life.member(who), new, act=uuid7(), on=life.today)
    making.keep(door, row, POINTS, {})
    making.make(door, one_of(door, Agreement.objects.filter(pk=row.pk)), act=uuid7(), on=life.today)
    said = agreeing.Agreed(party=Party.PERSON, on=life.today, expressed=Expressed.SAID.value)
    agreeing.agree(door, one_of(door, Agreement.objects.filter(pk=row.pk)), said, act=uuid7(), on=life.today)


def somebody_checks_in(life: Living, by: str, who: str) -> None:
    """A174: about the person, and kept for as long as it stands beside her."""
    door = life.door(by, Section.SUPPORT)
    planned = checking.Planned(planned_on=life.today, suits="na zes uur", weeks=8)
    for one in (who, *PEOPLE):
        checking.plan(door, life.member(one), planned, before=None, act=uuid7())
    held = checking.Held(held_on=life.today, words="Het is veel. Misschien stop ik.")
    checking.hold(door, one_of(door, CheckIn.objects.filter(held_on=None)), held, act=uuid7())


def what_was_kept_around_a_person_is_erased(life: Living, by: str, who: str) -> None:
    """A124b: of who stands beside her no more; that it was, stays."""
    for one in PEOPLE:
        door = life.door(by, Section.SUPPORT)
        if not any(row.member == life.member(one) for row in beside(door)):
            return checking.erase_of(door, life.member(one), act=uuid7())
    raise NotAllowedError


def somebody_wants_no_letter(life: Living, by: str, who: str) -> None:
    for whose in Whose:
        wants = lettering.Wants(whose=whose, yes=False)
        lettering.say(life.door(by, Section.SUPPORT), life.member(who), wants, act=uuid7())


def somebody_asks_about_a_rule(life: Living, by: str, who: str) -> None:
    ruling.ask(life.door(by, Section.SUPPORT), f"Mag {who} binnen na acht uur?", act=uuid7())


def the_circle_is_drawn_without(life: Living, by: str, who: str) -> None:
    """Whom she takes out of her picture is no less her choice; nobody else takes out who was chosen."""
    layer = Layer.CHILD if life.who(by) == "noor" else Layer.ADULT
    people.remove(life.door(by, Section.CIRCLE), life.member(who), layer, act=uuid7())


AROUND: dict[str, Callable[[Living, str, str], None]] = {
    one.__name__: one
    for one in (
        a_parent_is_against,
        a_parent_worries,
        a_parent_names_its_own,
        contact_is_restricted,
        she_is_found_not_capable,
        a_birthday_is_written,
        somebody_hears_that_it_stops,
        she_is_told,
        she_says_no_to_still_this_person,
        the_house_agrees_on_aftercare,
        a_factor_is_talked_through,
        a_question_is_prepared,
        she_turns_to_somebody_for_a_subject,
        somebody_is_reached_in_danger,
        they_agree,
        somebody_checks_in,
        what_was_kept_around_a_person_is_erased,
        somebody_wants_no_letter,
        somebody_asks_about_a_rule,
        the_circle_is_drawn_without,
    )
}
