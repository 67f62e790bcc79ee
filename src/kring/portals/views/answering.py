"""Wie mag wat weten: of one person what it may know, one question at a time, and taking it back in two taps."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.acts import answering, pages
from kring.access.acts.owning import waits_for_the_youth
from kring.access.acts.pictures_used import another_knows_them
from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.items import row_of
from kring.access.models import Say, Word
from kring.access.preview import careful
from kring.access.readers import Other, others
from kring.circle import calling, reading
from kring.circle.domains import Kind, Layer
from kring.kit.forms import OnceForm
from kring.kit.sentences import sentence
from kring.law.access import Relation, Section, Topic, Verb
from kring.law.ways import ALL_WHO_WORK
from kring.people.devices import is_new
from kring.portals import (
    already,
    answer_forms,
    answers,
    apart,
    by_pictures,
    opening,
    over,
    part_written,
    small,
    stopping,
    unread,
)
from kring.portals.handed_on import after_a_no, handed_on
from kring.portals.page import show
from kring.portals.passed_on import of_who_told, wrote_who_told
from kring.portals.pictures_used import said_it_was_me
from kring.portals.shared import around, knowing, resting, team
from kring.portals.sureness import with_sureness
from kring.portals.unlinked import to_confirm
from kring.rights.faces import drawn as drawn_as
from kring.rights.faces import faces

FILED_BY_ITSELF = frozenset({Topic.BESIDE_ME, Topic.CIRCLE, Topic.THE_FILE})
"""Of every other subject something may also stand in an agreement, which is filed under who stands beside the child."""


@through_door(Section.ANSWERS, verb=Verb.ADD, small=True, ends=True)
def known(request: HttpRequest, door: Door) -> HttpResponse:
    """Who may know what now: of each person, and of who works with the child; after the help who saw what."""
    if over.is_over(door):
        return _who_saw_what(request, door)
    circle = reading.people(door, Layer.CHILD)
    everyone = calling.as_known(door, others(door), {one.key: one.name for one in circle})
    if said_it_was_me(request, door):
        messages.success(request, _("Goed. Dat was jij."))
        return redirect("portals:known", door.dossier.pk)
    passed = already.told(door, known={one.person: one.name for one in everyone})
    if (tells := of_who_told(request, door, passed)) and tells.is_valid():
        return wrote_who_told(request, door, passed, tells)
    told = _of_each(door, circle, everyone) | {"told": passed, "tells": tells}
    told |= (news := unread.news(door))
    if any(news.values()) and not is_new(request, door.me):
        unread.looked(door, news)
    return show(request, door, "known.html", form=OnceForm(auto_id=False), **told)


def _of_each(door: Door, circle: list[reading.Person], everyone: list[Other]) -> dict[str, object]:
    """Of each person and of who works with the child what it may know, and who of the circle does not come in."""
    people = resting(around(door, everyone), circle)
    staff = [one for one in everyone if one.relation in ALL_WHO_WORK]
    seen = {member for one in people for member in one.members}
    more = [one for one in circle if one.kind is Kind.PERSON and one.key not in seen]
    told: dict[str, object] = {"people": people, "more": more, "staff": staff, "team": team(everyone)}
    told |= {"pages": already.pages(door), "pointed": to_confirm(door, everyone, circle)}
    told |= {"drawn": small.people(people, circle), "works": small.staff(staff)}
    return told | {"others": faces(more, after=len(people))} | by_pictures.known(door, circle)


def _who_saw_what(request: HttpRequest, door: Door) -> HttpResponse:
    """After the help the child itself reads of whom it can ask what it saw, and with whom contact is restricted."""
    _only_the_child(door)
    circle = reading.people(door, Layer.CHILD)
    everyone = calling.as_known(door, others(door), {one.key: one.name for one in circle})
    people = resting(knowing(everyone), circle)
    seen = {"drawn": small.people(people, circle), "pages": already.pages(door), "pictures": door.actor.is_small}
    seen["told"] = already.told_and_read(door, {one.person: one.name for one in everyone})
    return show(request, door, "known_over.html", people=people, **seen)


def _only_the_child(door: Door) -> None:
    if not _is_child(door):
        raise RefusedError


@through_door(Section.ANSWERS, verb=Verb.ADD, small=True, ends=True)
def about(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """What one person may know, what it may not, and what it already read; after the help only that."""
    who, eyes = answers.towards(door, member), careful(door)
    if over.is_over(door):
        _only_the_child(door)
        read = already.read_by(eyes, who.other.person) if who.other else []
        return show(request, door, "about_over.html", who=who, read=read, figure=drawn_as(who.name))
    said = with_sureness(door, answers.answered(eyes, who))
    seen = opening.sorted_out(eyes, who, said) | {
        "topics": opening.still_open(door, who, said),
        "handed_on": handed_on(eyes, who, said),
        "of_the_file": any(one.say.topic == Topic.THE_FILE for one in said),
        "part": who.lacks_a_part and any(one.is_yes and one.say.topic == Topic.SAFETY for one in said),
        "known_here": not _is_new(request, door, who) and not _is_me(door, who),
        "its_own": waits_for_the_youth(door),
        "unsure": door.actor.is_unsure,
        "parts_written": part_written.of_one(door, member, who.name, said),
    }
    seen |= by_pictures.told(door, seen["waiting"])
    seen |= small.drawn(seen["yes"], seen["not_read"] + seen["shut"], seen["topics"])
    read = already.read_by(eyes, who.other.person) if who.other and _is_child(door) else []
    return show(request, door, "about.html", who=who, read=read, form=OnceForm(auto_id=False), **seen)


@through_door(Section.ANSWERS, verb=Verb.ADD, small=True)
def question(
    request: HttpRequest, door: Door, member: UUID, topic: int | None = None, item: UUID | None = None
) -> HttpResponse:
    """One question: may this person know this?"""
    who, subject, eyes = answers.towards(door, member), opening.subject(topic), careful(door)
    row = row_of(eyes, item) if item else None
    if row and not answering.is_asked(row.item):
        raise RefusedError  # no yes of the child opens it to anybody: there is nothing to ask together
    form = answer_forms.Question(request.POST or None, child="" if _is_child(door) else door.dossier.call_name)
    if form.is_valid():
        waits = _is_child(door) and _is_new(request, door, who)
        new = form.answering(member, topic=subject, item=item, waits=waits)
        if _answered(request, door, who, form, new):
            return redirect("portals:about", door.dossier.pk, member)
    opens = opening.opens(eyes, subject, who) if subject else None
    asked = answers.in_words(door, subject.value) if subject else row.in_short() if row else ""
    seen = {"part": subject is Topic.SAFETY and who.lacks_a_part, "figure": small.figure(subject or "")}
    seen["the_rest"], seen["asked_too"] = subject is Topic.GENERAL, by_pictures.is_asked_too(door, subject, who)
    seen["pictures_seen"] = who.works and another_knows_them(door)
    seen["elsewhere"] = answers.number(Topic.BESIDE_ME) if subject and subject not in FILED_BY_ITSELF else None
    return show(request, door, "question.html", who=who, form=form, asked=asked, opens=opens, row=row, **seen)


@through_door(Section.ANSWERS, verb=Verb.ADD, small=True, ends=True)
def stop(request: HttpRequest, door: Door, say: UUID) -> HttpResponse:
    """Take an answer back: the second of two taps."""
    row, ended = stopping.say_to_stop(door, say), over.is_over(door)
    if ended and row.answer != "yes":
        raise RefusedError  # what is closed stays so: nothing opens any more
    if row.withdrawn_at:  # a second tap, or another browser
        messages.success(request, _("Dat is al gestopt.") if row.answer == "yes" else _("Dat is al weg."))
        return redirect("portals:child" if ended else "portals:known", door.dossier.pk)
    form = OnceForm(request.POST or None)
    if row.made_for_id:
        return _stop_a_page(request, door, row, form)
    who = answers.towards(door, row.towards_id)  # type: ignore[arg-type]  # of a child: always towards a member
    eyes, is_yes = careful(door), row.answer == "yes"
    asked = answers.about(eyes, row)
    if form.is_valid() and _stopped(request, door, row, form, anew=_is_child(door) and _is_new(request, door, who)):
        stopped = _("Dat ja is gestopt. Wat alleen daardoor open was voor %(name)s, is nu dicht.")
        said = stopped if is_yes else _("Dat is weg.")
        messages.success(request, said % {"name": who.name})
        there = [door.dossier.pk] if ended else [door.dossier.pk, who.member]
        return redirect("portals:child" if ended else "portals:about", *there)
    tells = is_yes and _is_child(door) and who.other
    read = already.read_of(eyes, row, asked, tells) if tells else []
    seen = {"asked": asked, "is_yes": is_yes, "figure": small.figure(row.topic), "read": read}
    return show(request, door, "stop_answer.html", who=who, form=form, **seen, **_taken_away(eyes, row, who))


def _taken_away(door: Door, row: Say, who: answers.Towards) -> dict[str, Any]:
    """What opens by it; that another no of the child keeps it shut; and that only the child takes its own away (R7)."""
    kept = not _is_child(door) and row.answer != "yes" and row.is_own
    shut = row.answer != "yes" and stopping.stays_shut(row)
    return {
        "kept": sentence("why-not.childs_own", child=door.dossier.call_name) if kept else "",
        "stays_shut": shut,
        "again": [] if kept or shut else opening.opens_again(door, row, who.other),
    }


@through_door(Section.ANSWERS, verb=Verb.ADD, small=True)
@posted("portals:known")
def confirm(request: HttpRequest, door: Door, say: UUID) -> HttpResponse:
    """ "Yes, that was me": on a device that is known, or together with a worker.  Only of what waits for it."""
    row = answers.say_of(door, say)
    form = by_pictures.form(door, row, request.POST)
    if not (row.waits or form.is_valid()):  # a second tap is told that it was done
        raise RefusedError
    if row.made_for_id:
        return _yes_to_a_page(request, door, row, form)
    if _is_child(door) and _is_new(request, door, answers.towards(door, row.towards_id)):  # type: ignore[arg-type]
        raise RefusedError
    _confirmed(request, door, row, form)
    return redirect("portals:about", door.dossier.pk, row.towards_id)


def _confirmed(request: HttpRequest, door: Door, row: Say, form: OnceForm) -> None:
    """It begins, or waits on for who asks it too; or the page says why not."""
    if not form.is_valid():
        messages.error(request, by_pictures.wrong(form))
        return
    try:
        begins = answering.confirm(door, row, once=form.act, spoke=by_pictures.spoke(form))
    except answering.MayNotAnswer as refusal:
        messages.error(request, apart.why_not_yet(door, refusal, row))
    else:
        messages.success(request, _("Goed. Dit mag nu.") if begins else by_pictures.waits_on(door))


def _stop_a_page(request: HttpRequest, door: Door, row: Say, form: OnceForm) -> HttpResponse:
    """The child's yes to a page for the court: the second of two taps."""
    if form.is_valid():
        pages.child_takes_back(door, row, once=form.act)
        messages.success(request, _("Dat is gestopt. Wat al gelezen is, blijft geweten."))
        return redirect("portals:known" if _is_child(door) else "rights:transfers", door.dossier.pk)
    return show(request, door, "stop_page.html", form=form, say=row)


def _yes_to_a_page(request: HttpRequest, door: Door, row: Say, form: OnceForm) -> HttpResponse:
    if is_new(request, door.me) or door.actor.is_small:  # who makes the page knows the pictures
        raise RefusedError
    if form.is_valid():
        pages.child_says_yes(door, row, once=form.act)
        messages.success(request, _("Bewaard. Je kan dit altijd veranderen."))
    return redirect("rights:transfers", door.dossier.pk)


def _answered(
    request: HttpRequest,
    door: Door,
    who: answers.Towards,
    form: answer_forms.Question,
    new: answering.Answering,
) -> bool:
    """Keep it, or say on the form why it cannot be."""
    try:
        kept = answering.answer(door, new, once=form.act)
    except answering.MayNotAnswer as refusal:
        about_it = refusal.why is answering.WhyNot.ONESELF and not _is_child(door)
        child = sentence("why-not.the-child", child=door.dossier.call_name)
        form.add_error(None, child if about_it else apart.why(door, refusal, told=who.told))
        return False
    if code := _later(door, who, kept):
        messages.success(request, sentence(code, child=door.dossier.call_name, name=who.name))
    else:
        messages.success(request, _("Bewaard. Je kan dit altijd veranderen."))
    for still in after_a_no(door, who, kept):
        messages.info(request, still)
    return True


def _later(door: Door, who: answers.Towards, kept: Say) -> str:
    """For what it waits: who that is, a known device, the youth that took over, or the child that said no itself."""
    if not kept.waits:
        checks = "answer.begins-once-you-checked" if door.relation is Relation.WORKER else "answer.begins-once-checked"
        opens = kept.answer == Word.YES and who.to_confirm
        return checks if opens and opening.waits_for_who(answers.towards(door, who.member), kept) else ""
    if kept.by_pictures or (_is_child(door) and door.actor.beside_worker):
        return by_pictures.later(door)
    if _is_child(door) and door.actor.is_small:
        return "answer.waits-for-who-it-is" if who.to_confirm else "answer.waits-without-pictures"
    if _is_child(door):
        return "answer.waits"
    return "answer.waits-for-the-youth" if waits_for_the_youth(door) else "answer.waits-for-the-child"


def _stopped(request: HttpRequest, door: Door, row: Say, form: OnceForm, *, anew: bool) -> bool:
    """Take it back, or say on the form why that cannot be here."""
    try:
        answering.withdraw(door, row, once=form.act, on_new_device=anew)
    except answering.MayNotAnswer as refusal:
        form.add_error(None, sentence(f"why-not.{refusal.why.value}", child=door.dossier.call_name))
        return False
    return True


def _is_new(request: HttpRequest, door: Door, who: answers.Towards) -> bool:
    """On a device not seen before; or by pictures, which who works with the child knows, about that one itself.

    And by pictures about whom it pointed out itself, until a worker confirmed who that is.
    """
    by_them = door.actor.pictures_known and who.works
    return is_new(request, door.me) or (door.actor.is_small and (by_them or who.to_confirm))


def _is_me(door: Door, who: answers.Towards) -> bool:
    return who.other is not None and who.other.person == door.me


def _is_child(door: Door) -> bool:
    return door.relation is Relation.CHILD
