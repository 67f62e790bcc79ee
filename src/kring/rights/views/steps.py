"""The steps of someone the child named: the question made together, what was answered, a trial, a pause."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door, visits_too
from kring.access.page import may_name, show
from kring.access.readers import Other, others
from kring.access.writing import Filing
from kring.circle import calling, speech
from kring.circle.reading import names
from kring.kit import clock
from kring.kit.addresses import address
from kring.kit.forms import OnceForm
from kring.law.access import Klass, Relation, Section, Topic
from kring.law.meaning import Meaning
from kring.law.steps import Answered, Stand, Step, Voice
from kring.law.ways import NETWORK
from kring.rights import asked_forms, asking, own_word, paths, step_forms
from kring.rights.acts import answers, held, wishes
from kring.rights.acts import steps as acts
from kring.rights.acts.answers import Answer
from kring.rights.models import Question
from kring.rights.paper import paper
from kring.rights.paths import Path
from kring.rights.question_forms import QuestionForm
from kring.rights.step_words import FIRST_ASKED, PAGES, UNTOLD

FORMS: dict[Step, type[step_forms.StepForm]] = {
    one.step: one
    for one in (
        asked_forms.AskedForm,
        asked_forms.AnsweredForm,
        step_forms.TriedForm,
        step_forms.BeganForm,
        step_forms.PausedForm,
        step_forms.ResumedForm,
        step_forms.StoppedForm,
    )
}
FIRST_TOLD = {Step.ANSWERED, Step.RESUMED}
"""What is settled where it was agreed who tells the child, while it was not told: there nothing is left behind."""


@through_door(Section.RIGHTS)
def step(request: HttpRequest, door: Door, wish: UUID, taken: Step) -> HttpResponse:
    """One step of one person: what is asked, in a few taps; nothing here stands in the way of the wish."""
    path = only_who_names(door, wish)
    if path.stand is Stand.ENDED or (taken in FIRST_TOLD and path.is_held):
        return redirect("endings:endings", door.dossier.pk)
    if taken is Step.RESUMED and door.relation is Relation.CHILD and path.paused_by is Voice.PERSON:
        raise RefusedError  # who asked the pause says when it goes on
    if taken is Step.BEGAN and path.meaning is Meaning.TRUST_PERSON:
        return redirect("rights:person", door.dossier.pk, path.member)  # where the law is asked, and it begins
    hand, around = spoken(door, path)
    before = _before(door, path, taken)
    hand = replace(hand, chose=_chose(before, around), **_own_word(request, door, path, around))
    form = FORMS[taken](request.POST or None, hand=hand, initial=_tapped(request) | _prepared(before))
    if form.is_valid():
        try:
            _write(door, path, form)
        except acts.MayNotTake as refusal:
            form.tell(refusal.decision)
        else:
            messages.success(request, _thanks(form, hand))
            return _back(door, path, form)
    words = PAGES[taken].of(hand)
    shown = {"form": form, "path": path, "words": words, "name": hand.name, **_who_reads(door, path, form, around)}
    shown["hand"] = hand
    return show(request, door, "rights/step.html", **shown)


@through_door(Section.RIGHTS)
def question(request: HttpRequest, door: Door, wish: UUID) -> HttpResponse:
    """Make the question together; then it stands on a page that can be printed."""
    path = only_who_names(door, wish, serves=False)
    (hand, around), before = spoken(door, path), asking.last(door, path)
    form = QuestionForm(request.POST or None, initial=asking.initial(before), hand=hand)
    if form.is_valid():
        acts.prepare(door, path, form.prepared, act=form.act, on=clock.today())
        return redirect("rights:question", door.dossier.pk, wish)
    seen = {"before": before and asking.read(before, hand), "will_read": readers(door, path, around)}
    return show(request, door, "rights/question.html", form=form, path=path, hand=hand, **seen)


@through_door(Section.RIGHTS)
def question_pdf(request: HttpRequest, door: Door, wish: UUID) -> HttpResponse:
    """The question on paper, to take along."""
    path = only_who_hands_over(door, wish)
    before = asking.last(door, path)
    if before is None:
        raise RefusedError
    sheet = asking.read(before, hand_of(door, path)).sheet
    return paper(request, sheet) or redirect("rights:person", door.dossier.pk, path.member)


@through_door(Section.RIGHTS)
def notice(request: HttpRequest, door: Door, wish: UUID) -> HttpResponse:
    """What Kring holds about this person, for this person: to read together and to give along (R9, GDPR art. 14)."""
    path = only_who_hands_over(door, wish)
    visits_too(door, Section.MOMENTS)
    told = asking.notice(door, path, hand_of(door, path))
    asked = path.last(Step.ASKED)
    shown = {"told": told, "path": path, "asked": asked, "speaks": speech.of(door, path.member)}
    return show(request, door, "rights/notice.html", form=OnceForm(auto_id=False), **shown)


@through_door(Section.RIGHTS)
@posted("rights:notice", "wish")
def notice_given(request: HttpRequest, door: Door, wish: UUID) -> HttpResponse:
    """It was given: one tap."""
    path, form = only_who_hands_over(door, wish), OnceForm(request.POST)
    if form.is_valid():
        acts.give_notice(door, path, act=form.act, on=clock.today())
        messages.success(request, _("Het staat erbij."))
    return redirect("rights:person", door.dossier.pk, path.member)


@through_door(Section.RIGHTS)
def notice_pdf(request: HttpRequest, door: Door, wish: UUID) -> HttpResponse:
    """The notice on paper."""
    path = only_who_hands_over(door, wish)
    sheet = asking.notice(door, path, hand_of(door, path))
    return paper(request, sheet) or redirect("rights:person", door.dossier.pk, path.member)


def _own_word(request: HttpRequest, door: Door, path: Path, around: list[Other]) -> dict[str, Any]:
    """Whether this person comes in here, and what of its own word stands in the way of what a worker writes (R2)."""
    if door.relation is Relation.CHILD:
        return {}
    comes_in = any(path.member in one.members and one.relation in NETWORK for one in around)
    if path.denied:
        return {"comes_in": comes_in, "why_not": own_word.DENIED}
    asked = request.method == "POST" and own_word.waits(door, path.member)
    return {"comes_in": comes_in, "why_not": own_word.ASKED if asked else ""}


def _thanks(form: step_forms.StepForm, hand: step_forms.Hand) -> str:
    """What is said when it was written down; of who comes in here, that it is asked first whether it is so."""
    if not form.is_held:
        return str(PAGES[form.step].thanks_to(hand))
    return str(FIRST_ASKED).format(name=capfirst(hand.name)) if hand.comes_in else str(UNTOLD)


def only_who_names(door: Door, wish: UUID, *, serves: bool = True) -> Path:
    """The path of this wish, for the child and who works with it.  Raises `RefusedError`.

    `serves`: with whether the legal position began, for a page that tells where it stands.
    """
    if not may_name(door):
        raise RefusedError
    return paths.path(door, wish, serves=serves)


def only_who_hands_over(door: Door, wish: UUID) -> Path:
    """The same, where a paper is made for that person: not while contact is restricted (R28)."""
    found = only_who_names(door, wish)
    if found.apart:
        raise RefusedError
    return found


def hand_of(door: Door, path: Path, name: str = "") -> step_forms.Hand:
    """Who is spoken of, and under whose hand the page lies; to the child by the name that its circle has now."""
    mine = door.relation is Relation.CHILD
    if not name:
        name = (asking.call_name(door, path) if mine else "") or path.wish.called or asking.call_name(door, path)
    return step_forms.Hand(
        name=name, child=door.dossier.call_name, mine=mine, paused_by=path.paused_by, asked=path.was_asked
    )


def spoken(door: Door, path: Path) -> tuple[step_forms.Hand, list[Other]]:
    """The same, with everybody who may read what is written here; the names of all of them in one statement."""
    everyone = others(door)
    if door.relation is not Relation.CHILD:
        return hand_of(door, path), everyone
    named = names(door, {path.member, *(member for one in everyone for member in one.members)})
    return hand_of(door, path, named.get(path.member, path.wish.called)), calling.as_known(door, everyone, named)


def _tapped(request: HttpRequest) -> dict[str, str]:
    """The answer that was tapped on the page of this person; everything else is still asked."""
    said = request.GET.get("reply", "")
    return {"reply": said} if said in set(Answered) else {}


def _before(door: Door, path: Path, taken: Step) -> Question | None:
    """The question as they prepared it, for a worker that writes down how it was asked.  A child asked itself."""
    if door.relation is Relation.CHILD or path.was_asked or taken not in {Step.ASKED, Step.ANSWERED}:
        return None
    return asking.last(door, path)


def _prepared(before: Question | None) -> dict[str, str]:
    """Who would ask it and how: a worker types nothing twice."""
    told = asking.initial(before)
    return {name: told[name] for name in ("asker", "how") if name in told}


def _chose(before: Question | None, around: list[Other]) -> str:
    """Who asks it, where the child itself chose that on the prepared question."""
    children = {one.person for one in around if one.relation is Relation.CHILD}
    return before.asker if before is not None and before.item.author_id in children else ""


def readers(door: Door, path: Path, around: list[Other]) -> list[str]:
    """Who will read what is written here: on the side where the wish stands (R16)."""
    beside = Filing(klass=Klass.OWN_WORDS, topic=Topic.BESIDE_ME, wall=path.wish.item.wall_id)
    return calling.will_read(door, Section.RIGHTS, beside, around)


def _who_reads(door: Door, path: Path, form: step_forms.StepForm, around: list[Other]) -> dict[str, list[str]]:
    """Who will read it; where the child may be told first, also who reads it until then (R15, R20)."""
    now = {"will_read": readers(door, path, around)}
    if not isinstance(form, step_forms.ToldForm) or not form.may_wait:
        return now
    held_back = Filing(klass=Klass.CONFIDENCE, topic=Topic.BESIDE_ME, wall=path.wish.item.wall_id)
    return now | {"until_told": calling.will_read(door, Section.RIGHTS, held_back, around)}


def _write(door: Door, path: Path, form: step_forms.StepForm) -> None:
    if form.step is Step.ANSWERED:
        heard = Answer(said=form.new, asked=form.asked, untold=form.is_held)
        answers.answer(door, path, heard, act=form.act, on=clock.today())
    elif form.is_held:
        held.hold(door, path, form.new, act=form.act, on=clock.today())
    elif form.step is Step.ENDED:
        wishes.stop(door, path, form.cleaned_data["on"], act=form.act, today=clock.today())
    else:
        acts.take(door, path, form.new, act=form.act, on=clock.today())


def _back(door: Door, path: Path, form: step_forms.StepForm) -> HttpResponse:
    """Where it is seen; of what the child is not told yet: where it is agreed who tells it."""
    if form.is_held:
        why = {Step.ENDED: "stops", Step.ANSWERED: "no"}.get(form.step, "pause")
        return redirect(f"{address('endings:leave', door.dossier.pk)}?who={path.member}&why={why}")
    if form.step is Step.ENDED:
        return redirect("rights:beside", door.dossier.pk)
    return redirect("rights:person", door.dossier.pk, path.member)
