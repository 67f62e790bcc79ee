"""Acts of the door itself: a child's place is made here, because the first involvement comes with it, and people are
let in and out here, because a way in is given about a child (R7, R9)."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from kring.access.acts import asking_it
from kring.access.acts.again import look_no_more
from kring.access.acts.placing import stands
from kring.access.acts.protecting import is_restricted
from kring.access.acts.unread import tell_the_child
from kring.access.door import Door
from kring.access.models import Given, Item
from kring.access.same import SamePerson
from kring.access.writing import NotAllowedError
from kring.audit import chain
from kring.audit.events import Event
from kring.dossier.models import Dossier, Involvement, Involvements
from kring.kit import clock
from kring.law.access import Relation, Section
from kring.law.decision import Decision
from kring.law.transfers import SERVICES
from kring.law.ways import GIVES, NETWORK, PARENTS, Asked, WayKind, may_let_in
from kring.people import passwords
from kring.people.actors import Actor
from kring.people.acts import devices, messages, ways
from kring.people.models import Device, Team, User, WayEnd

OWN_ACCOUNT = frozenset({Relation.TRUST_PERSON, Relation.JIM, *PARENTS})
"""Who may have an account in place of a link (issue 3); a supporter stays with its link."""


class MayNotLetIn(Exception):  # noqa: N818  # a refusal reads as a fact (house.md 7)
    """Some ground is still to be asked, or does not hold."""

    def __init__(self, decision: Decision) -> None:
        super().__init__()
        self.decision = decision


class HelpEndedError(Exception):
    """The help ended: nobody who works with children lets anybody in here any more."""


class TakenError(Exception):
    """Another account has this address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetIn:
    """Whom to let in: someone of the circle (`member`), someone involved already (`person`), or a new name.

    `expressed` is how the child said yes, empty when it did not.  Of the child itself: `code` and `figure` are the
    pictures that it chose, and with a card that is `anew` it chooses another PIN.  `over`: somebody else knows the
    one of before, or has the phone, so that nothing of before opens any more.
    """

    name: str
    relation: Relation
    kind: WayKind
    member: UUID | None = None
    person: UUID | None = None
    expressed: str = ""
    serves: bool = False
    code: str = ""
    figure: str = ""
    anew: bool = False
    over: bool = False

    @property
    def shape(self) -> ways.Shape:
        """What is made for it."""
        return ways.Shape(kind=self.kind, code=self.code, figure=self.figure, anew=self.anew)


@dataclass(frozen=True, slots=True)
class Handed:
    """What is shown once, and kept nowhere."""

    given: UUID
    token: str
    pin: str


def open_dossier(actor: Actor, *, call_name: str, team: Team, once: UUID | None) -> Dossier:
    """Make a child's place with nothing but a call name; who makes it is its worker.

    Raises `AlreadyDoneError` when this form was sent before.
    """
    with transaction.atomic():
        dossier = Dossier.objects.create(call_name=call_name, team=team, opened_on=clock.today())
        Involvement.objects.create(
            dossier=dossier, person_id=actor.somebody, relation=Relation.WORKER.value, from_on=clock.today()
        )
        line = chain.Line(
            event=Event.DOSSIER_OPENED,
            actor_kind=actor.kind.value,
            actor=actor.person,
            dossier=dossier.pk,
            once=once,
        )
        chain.append(line)
    return dossier


def let_in(door: Door, new: LetIn, *, once: UUID | None) -> Handed:
    """Give a way in: the one that this person had before is over.  Giving it opens nothing that was not open.

    Raises `MayNotLetIn`; `NotAllowedError` for who is not of this child; `HelpEndedError` for all but the child itself
    in a place that was closed.
    """
    if door.dossier.closed_on is not None and new.relation is not Relation.CHILD:
        raise HelpEndedError
    decision = may_let_in(_asked(door, new), on=clock.today())
    if not decision.allowed:
        raise MayNotLetIn(decision)
    codes = (new.kind.value, new.relation.value, *(("anew",) if new.anew else ()))
    with door.writes(Event.WAY_GIVEN, once=once, codes=codes) as write:
        if new.relation in NETWORK:
            tell_the_child(door)
        person, wall = _someone(door, new)
        stands(door, person, new.relation, wall)
        ways.end(out_of_here(door, person), WayEnd.REPLACED)
        if new.over:
            ways.begin_anew(person, by=door.me)
        made = ways.make(person, new.shape, by=door.me)
        if new.relation is Relation.CHILD:
            asking_it.to_ask(door, since=False)
            messages.tell_of_way_in(person)
        given = Given.objects.create(
            dossier=door.dossier,
            way=made.way,
            item_id=new.member,
            relation=new.relation.value,
            given_by_id=child_of(door) if new.expressed else None,
            expressed=new.expressed,
            recorded_by_id=door.me,
        )
        write.subject = given.pk
    return Handed(given.pk, made.token, made.pin)


def end_way(door: Door, given: Given, why: WayEnd = WayEnd.WITHDRAWN, *, once: UUID | None) -> None:
    """End it, at the next request, on every device.  Raises `NotAllowedError`.

    Who came in by it is out altogether here, also with an account: what the page says is true.  A parent can be let in
    again by who works with the child; being a parent is not what ends.
    """
    if Relation(given.relation) not in GIVES.get(door.relation, frozenset()) or given.dossier_id != door.dossier.pk:
        raise NotAllowedError
    with door.writes(Event.WAY_ENDED, once=once, codes=(why.value,)) as write:
        _close(given, why)
        if given.relation == Relation.CHILD.value:
            asking_it.to_ask(door, since=False)
        write.subject = given.pk


def forget_device(door: Door, device: Device, *, once: UUID | None) -> None:
    """A phone that was lost: there the own PIN is not enough any more.  By the child, or who works with it.

    Raises `NotAllowedError`.
    """
    may = door.relation is Relation.CHILD or Relation.CHILD in GIVES.get(door.relation, frozenset())
    if not may or device.person_id is None or device.person_id != child_of(door):
        raise NotAllowedError
    with door.writes(Event.DEVICE_FORGOTTEN, once=once) as write:
        devices.end(device, by=door.me)
        write.subject = device.pk


def disown(actor: Actor) -> None:
    """ "This is not me": whoever opened this link is out, and the one who gave it reads that on the page of links."""
    with transaction.atomic():
        for given in Given.objects.filter(way=actor.way).select_related("way"):
            _close(given, WayEnd.DISOWNED)
            _tell_ended(actor, WayEnd.DISOWNED, given.pk, dossier=given.dossier_id)


def may_have_account(opened: list[Given]) -> bool:
    """Whether who came in by this link may have an account instead.

    Who has one signs in with it: a link never changes a password that is there.
    """
    fits = any(Relation(given.relation) in OWN_ACCOUNT for given in opened)
    return fits and not passwords.has_account(opened[0].way.person.user)


def have_account(actor: Actor, user: User, email: str, password: str, *, once: UUID | None) -> User:
    """An account in place of the link, to the same places: the link is over.  Raises `TakenError`."""
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user.pk)  # two forms at once: the second finds an account
        if user.has_usable_password() or User.objects.filter(email__iexact=email).exclude(pk=user.pk).exists():
            raise TakenError
        user.email = email
        user.set_password(password)
        user.save(update_fields=["email", "password"])
        ways.end([actor.way] if actor.way else [], WayEnd.REPLACED)
        _tell_ended(actor, WayEnd.REPLACED, actor.way, once=once)
    return user


def _tell_ended(
    actor: Actor, why: WayEnd, subject: UUID | None, *, dossier: UUID | None = None, once: UUID | None = None
) -> None:
    """For what no door of a child is open for: who came in by a link says something of the link itself."""
    line = chain.Line(
        event=Event.WAY_ENDED,
        actor_kind=actor.kind.value,
        actor=actor.person,
        dossier=dossier,
        subject=subject,
        codes=(why.value,),
        once=once,
    )
    chain.append(line)


def _asked(door: Door, new: LetIn) -> Asked:
    yes, known = True if new.expressed else None, bool(new.member or new.person)
    same = SamePerson.objects.filter(item=new.member).values("person")
    parents = Involvement.objects.current(clock.today()).filter(dossier=door.dossier, relation__in=sorted(PARENTS))
    return Asked(
        giver=door.relation,
        receiver=new.relation,
        kind=new.kind,
        child_said_yes=yes,
        serves=new.serves,
        restricted=known and is_restricted(door.dossier.pk, member=new.member, person=new.person),
        is_parent=bool(new.member) and parents.filter(person__in=same).exists(),
    )


def _someone(door: Door, new: LetIn) -> tuple[UUID, UUID | None]:
    """Who comes in, the same person as before if there was one; and behind which wall it stands (R16)."""
    if new.member:
        item = _of_the_circle(door, new.member)
        known = SamePerson.objects.filter(item=item).values_list("person_id", flat=True).first()
        person = known or ways.someone(new.name).pk
        SamePerson.objects.get_or_create(
            item=item,
            defaults={"person_id": person, "confirmed_by_id": door.me, "confirmed_at": clock.now()},
        )
        return person, item.wall_id
    if new.person and not _held(new.relation).filter(dossier=door.dossier, person=new.person).exists():
        raise NotAllowedError
    return new.person or ways.someone(new.name).pk, None


def _held(relation: Relation) -> Involvements:
    """What lets in anew who was here before; who is of a service, only as long as it was named for (R29)."""
    of_a_service = Involvement.objects.current(clock.today()).filter(relation=relation.value)
    return of_a_service if relation in SERVICES else Involvement.objects.all()


def _of_the_circle(door: Door, member: UUID) -> Item:
    item = Item.objects.filter(pk=member, dossier=door.dossier, section=Section.CIRCLE.value).first()
    if item is None:
        raise NotAllowedError
    return item


def out_of_here(door: Door, person: UUID) -> list[UUID]:
    """The ways in that this person has for this child."""
    return list(Given.objects.filter(dossier=door.dossier, way__person=person).values_list("way_id", flat=True))


def child_of(door: Door) -> UUID | None:
    """The child as a person, if it has a way in itself."""
    if door.relation is Relation.CHILD:
        return door.me
    here = Involvement.objects.current(clock.today()).filter(dossier=door.dossier, relation=Relation.CHILD.value)
    return here.values_list("person_id", flat=True).first()


def _close(given: Given, why: WayEnd) -> None:
    """End what this person comes in with for this child; and its place beside it, if it stood there by its choice."""
    person, now = given.way.person_id, clock.now()
    mine = Q(dossier=given.dossier_id, way__person=person)
    ways.end(list(Given.objects.filter(mine).values_list("way_id", flat=True)), why)
    look_no_more(given.dossier_id, persons=[person])
    held = Involvement.objects.current(clock.today()).filter(dossier=given.dossier_id, person=person)
    held.filter(relation__in=[*NETWORK, *PARENTS, *SERVICES]).update(ended_at=now)
