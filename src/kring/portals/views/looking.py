"""Looking along with someone, why one sees something, who may read one thing, and what is told outside an answer."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access import preview
from kring.access.acts import parents_word, telling
from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.items import row_of
from kring.access.namesakes import of_the_parents
from kring.access.seen import one_seen, said_seen
from kring.circle.calling import all_others
from kring.kit.forms import OnceForm
from kring.kit.keys import NOBODY
from kring.law.access import Case, Relation, Section, Verb
from kring.law.ways import PARENTS, WITH_A_DESK
from kring.people.entrance import sure_when_sent
from kring.portals import already, answer_forms, answers, because, of_a_parent, opening
from kring.portals.along import finds
from kring.portals.copies import copies
from kring.portals.one_child import OneChild
from kring.portals.page import show
from kring.portals.shared import knowing, my_words, with_me


@through_door(Section.ANSWERS, verb=Verb.ADD, small=True)
def along(request: HttpRequest, door: Door, other: UUID) -> HttpResponse:
    """What someone finds here: of that only what the visitor may see as well."""
    who = answers.someone(door, other)
    theirs = preview.along(door, who)
    shared, mine = with_me(theirs), door.relation is Relation.CHILD
    topics = my_words(theirs.answers.yes_topics) if mine and shared.topics else shared.topics
    seen: dict[str, object] = {"other": who, "shared": shared, "topics": topics, "one": OneChild(theirs)}
    found, by_work = finds(theirs), who.relation in WITH_A_DESK
    seen |= {"by_work": by_work, "gave": not by_work or bool(topics or found.by_yes)}
    return show(request, door, "along.html", **seen, finds=found)


@through_door(Section.ANSWERS, verb=Verb.ADD)
def thing(request: HttpRequest, door: Door, item: UUID) -> HttpResponse:
    """One thing: who may read it now, who already did, and changing that for one person."""
    row, everyone = row_of(door, item), all_others(door)
    known = {one.person: one.name for one in everyone}
    said_seen(door, [row])
    readers, readers_then = answers.readers_now(everyone, row)
    read = already.readers_of(door, row, known) if door.relation is Relation.CHILD else []
    told = already.told(door, row.item, known) if row.was_told else []
    people = knowing(answers.to_choose(everyone, row.item))
    seen: dict[str, object] = {"tells": telling.may_pass_on(door, row), "parent": telling.parent_of(row.item)}
    said = telling.said_of(door, row.item) if seen["parent"] else []
    seen["said"] = [(one, known.get(one.given_by_id or NOBODY, one.given_by.call_name)) for one in said]
    seen |= {"readers": readers, "readers_then": readers_then, "read": read, "people": people, "told": told}
    seen |= {"looks": row.section.value if row.section in already.LOOKS else ""}
    return show(request, door, "thing.html", row=row, **seen)


@through_door(Section.ANSWERS, verb=Verb.ADD)
def copied(request: HttpRequest, door: Door) -> HttpResponse:
    """Which copies for the official file were made: dated, by whom, with the child's own words or without."""
    return show(request, door, "copies.html", copies=copies(door))


@through_door(None, visit=False)
def why(request: HttpRequest, door: Door, item: UUID) -> HttpResponse:
    """Why do I see this?  For everyone who reads it."""
    row = row_of(door, item)
    one_seen(door, row)
    seen = {"reasons": because.why(door, row.item), "yes": opening.yes_for(door, row.item)}
    return show(request, door, "why.html", row=row, tells=telling.may_pass_on(door, row), **seen)


@through_door(None)
@sure_when_sent
def emergency(request: HttpRequest, door: Door, item: UUID) -> HttpResponse:
    """Telling one person in an emergency, with a motive: for who works with the child, its JIM or its trust person."""
    row = row_of(door, item)
    if not telling.may_pass_on(door, row):
        raise RefusedError
    people, told = telling.to_whom(door, row.item), already.told(door, row.item)
    grown = Case.MINOR not in door.standing.cases
    form = answer_forms.InEmergency(request.POST or None, people=people, grown=grown)
    if form.is_valid():
        telling.disclose(door, form.emergency(item), once=form.act)
        messages.success(request, _("Doorgegeven. Dit staat in het logboek, met jouw naam en je reden."))
        return redirect("portals:child" if door.relation is Relation.WORKER else "portals:home", door.dossier.pk)
    return show(request, door, "emergency.html", row=row, form=form, people=people, told=told)


@through_door(None)
def emergency_over(request: HttpRequest, door: Door, item: UUID, told: UUID) -> HttpResponse:
    """What was told in an emergency closes again, with a motive: by who told it, or who works with the child."""
    row = row_of(door, item)
    one = next((one for one in telling.told_of(door, row.item) if one.pk == told), None)
    if one is None or not telling.may_end(door, one):
        raise RefusedError
    form = answer_forms.Over(request.POST or None)
    if form.is_valid():
        telling.end(door, one, form.cleaned_data["motive"], once=form.act)
        messages.success(request, _("Dat is gestopt. Wat al gelezen is, blijft geweten."))
        return redirect("portals:emergency", door.dossier.pk, item)
    return show(request, door, "emergency_over.html", row=row, one=one, form=form)


@through_door(Section.ANSWERS, verb=Verb.ADD)
def parents_yes(request: HttpRequest, door: Door, item: UUID) -> HttpResponse:
    """A worker writes down that a parent said yes to a text about itself being read by one person."""
    row = row_of(door, item)
    if door.relation is not Relation.WORKER or telling.parent_of(row.item) is None:
        raise RefusedError
    people = [(min(one.members), one.name) for one in telling.to_whom_a_parent_may(door, row.item)]
    form = answer_forms.OfAParent(request.POST or None, people=people)
    if form.is_valid():
        telling.note_the_parents_yes(door, form.yes(item), once=form.act)
        messages.success(request, _("Bewaard. De ouder kan dit altijd terugnemen."))
        return redirect("portals:thing", door.dossier.pk, item)
    return show(request, door, "parents_yes.html", row=row, form=form, people=people)


@through_door(Section.SAID, verb=Verb.ADD)
def mine(request: HttpRequest, door: Door) -> HttpResponse:
    """What a parent said yes to about itself."""
    if door.relation not in PARENTS:
        raise RefusedError
    return show(request, door, "mine.html", said=of_a_parent.mine(door), form=OnceForm(auto_id=False))


@through_door(Section.SAID, verb=Verb.ADD)
def take_back(request: HttpRequest, door: Door, say: UUID) -> HttpResponse:
    """A parent takes its yes back: the second of two taps."""
    row = next((one for one in parents_word.said_by_me(door) if one.pk == say), None)
    if row is None and parents_word.is_taken_back(door, say):
        messages.success(request, _("Dat is al gestopt."))
        return redirect("portals:mine", door.dossier.pk)
    if row is None:
        raise RefusedError
    form = OnceForm(request.POST or None)
    if form.is_valid():
        telling.take_back(door, row, once=form.act)
        messages.success(request, _("Dat is gestopt. Wat al gelezen is, blijft geweten."))
        return redirect("portals:mine", door.dossier.pk)
    return show(request, door, "take_back.html", form=form)


@through_door(Section.SAID, verb=Verb.ADD)
@posted("portals:mine")
def mine_yes(request: HttpRequest, door: Door, say: UUID) -> HttpResponse:
    """A parent taps its own yes: to a page for the court, or to a text about itself; tapped twice it is said once."""
    row, form = next((one for one in parents_word.said_by_me(door) if one.pk == say), None), OnceForm(request.POST)
    if row is None:
        raise RefusedError
    if row.waits and form.is_valid():
        telling.says_yes(door, row, once=form.act)
        messages.success(request, _("Bewaard. Je kan dit altijd terugnemen."))
    return redirect("portals:mine", door.dossier.pk)


@through_door(Section.ANSWERS, verb=Verb.ADD)
def parents_stop(request: HttpRequest, door: Door, say: UUID) -> HttpResponse:
    """A worker writes down that a parent takes its yes back: the second of two taps."""
    row = telling.said_by_a_parent(door, say)
    if row is None:
        raise RefusedError
    form = OnceForm(request.POST or None)
    if form.is_valid():
        telling.take_back(door, row, once=form.act)
        messages.success(request, _("Dat is gestopt. Wat al gelezen is, blijft geweten."))
        if row.made_for_id:
            return redirect("rights:transfers", door.dossier.pk)
        return redirect("portals:thing", door.dossier.pk, row.item_id)
    name = of_the_parents(door.dossier.pk).get(row.given_by_id or NOBODY, row.given_by.call_name)
    return show(request, door, "parents_stop.html", form=form, say=row, name=name)
