"""Making a page for a service or for the court: a worker writes it for that purpose, and the law is asked (R29)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.access.acts import pages
from kring.access.acts.pages import OfAParent
from kring.access.acts.protecting import people_kept_apart
from kring.access.door import Door
from kring.access.standing import authority_of, born_on
from kring.access.writing import Filing, NotAllowedError
from kring.audit.events import Event
from kring.dossier.here import here
from kring.dossier.models import Involvement
from kring.law.access import Klass, Relation
from kring.law.capacity import ADULT_FROM, AskedRight
from kring.law.decision import Decision
from kring.law.standing import Authority
from kring.law.time import age_on
from kring.law.transfers import SERVICES, Asked, Basis, may_be_made
from kring.rights.deciding import rights
from kring.rights.models import Transfer

ASKED = (Relation.PARENT, Relation.UPBRINGER)


class MayNotMake(Exception):  # noqa: N818  # a refusal reads as a fact (house.md 7)
    """Some ground is still to be asked, or does not hold."""

    def __init__(self, decision: Decision) -> None:
        super().__init__()
        self.decision = decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page: for whom, the words, what was asked, and of each parent and of the child how it said yes.

    `parents_consent` in `asked` is of a parent whom Kring does not know.
    """

    person: UUID
    words: str
    """What the worker wrote; on basic data alone nothing, because then the page is made out of what Kring knows."""
    asked: Asked
    said: tuple[OfAParent, ...] = ()
    childs: str = ""
    """How the child said yes; nothing: its yes was not asked, or it said no."""


def filing(person: UUID | None) -> Filing:
    """Where such a page belongs: for this person, once every parent said yes."""
    return Filing(klass=Klass.FILE, told_to=person)


def parents(door: Door, *, on: date) -> list[Involvement]:
    """The parents who are asked, each apart: who comes in as one, and is not known to have no authority."""
    return [row for row in here(door.dossier.pk, ASKED, on=on) if authority_of(row, on=on) is not Authority.NONE]


def asked_nothing(door: Door, rows: Collection[Involvement]) -> set[UUID]:
    """Which of these parents are asked nothing, for contact with them is restricted (R28).

    Their yes is asked by the law all the same and cannot be given here, so no page goes out by consent: what opens
    least, until a jurist says what takes its place (docs/law/transfers.md, open).
    """
    apart = set(people_kept_apart(door.dossier.pk).values_list("pk", flat=True)) if rows else set()
    return {row.person_id for row in rows if row.person_id in apart}


def of_services(door: Door, *, on: date) -> list[Involvement]:
    """For whom a page is made: who is named for a service, and nobody with whom contact is restricted (R28)."""
    rows = here(door.dossier.pk, SERVICES, on=on)
    apart = set(people_kept_apart(door.dossier.pk).values_list("pk", flat=True)) if rows else set()
    return [row for row in rows if row.person_id not in apart]


def weigh(door: Door, wanted: Wanted, *, on: date) -> Decision:
    """What the law says of this page, for this person, of this child.  Raises `NotAllowedError` for a stranger."""
    return may_be_made(_known(door, wanted, on=on), on=on)


def _known(door: Door, wanted: Wanted, *, on: date) -> Asked:
    """What was asked, with what Kring knows itself: of what position the receiver is, the child's age, each parent."""
    relation = next((row.relation for row in of_services(door, on=on) if row.person_id == wanted.person), None)
    if door.relation is not Relation.WORKER or relation is None:
        raise NotAllowedError
    born = born_on(door.dossier, on=on)
    help_ = next(one for one in rights(door) if one.right is AskedRight.HELP).decision
    capable = None if help_.missing else help_.allowed
    adult = born is not None and age_on(born, on) >= ADULT_FROM.on(on)
    fixed = not wanted.words.strip()
    asked = replace(wanted.asked, receiver=Relation(relation), capable=capable, adult=adult, words_are_fixed=fixed)
    if _rests_on_consent(asked) and asked.child_consents and not wanted.childs:
        asked = replace(asked, child_consents=None)  # a yes of the child stands there with how it was said
    if _asks_the_parents(asked) and asked.parents_consent:
        rows = parents(door, on=on)
        said = {one.parent for one in wanted.said} - asked_nothing(door, rows)
        silent = {row.person_id for row in rows} - said
        asked = replace(asked, parents_consent=None if silent else True)
    return asked


def _asks_the_parents(asked: Asked) -> bool:
    """Whether what goes to the court rests on the yes of parents."""
    return _rests_on_consent(asked) and not asked.adult


def _rests_on_consent(asked: Asked) -> bool:
    """Whether it goes to the court, and by the yes of who it is about."""
    return asked.receiver is Relation.COURT_SERVICE and asked.basis is Basis.CONSENT


def as_it_will_stand(door: Door, wanted: Wanted, *, on: date) -> tuple[str, bool]:
    """The words of the page, and whether it rests on a yes that can be taken back.

    The words are those of the worker, or of basic data alone those of Kring (art. 75/1 DIJH).  Raises
    `NotAllowedError` for a stranger.
    """
    asked = _known(door, wanted, on=on)
    return _words(door, wanted, asked, on=on), _rests_on_consent(asked)


def _words(door: Door, wanted: Wanted, asked: Asked, *, on: date) -> str:
    return _basic_data(door, on=on) if _is_basic_data(asked) else wanted.words


def _is_basic_data(asked: Asked) -> bool:
    """Whether it goes to the court without anybody's yes: then nobody writes a word of it (R29)."""
    return asked.receiver is Relation.COURT_SERVICE and asked.basis is Basis.BASIC_DATA


def _basic_data(door: Door, *, on: date) -> str:
    """Who the child is and which help there is, out of what Kring knows, and nothing that anybody said or thinks."""
    child, team, born = door.dossier, door.dossier.team, born_on(door.dossier, on=on)
    who = _("%(name)s, geboren op %(day)s") if born else "%(name)s"
    help_ = _("%(house)s, %(team)s. Hier bekend sinds %(day)s.")
    since = date_format(child.opened_on, "j F Y")
    lines = (
        _("Wie: %(who)s.")
        % {"who": who % {"name": child.call_name, "day": date_format(born, "j F Y") if born else ""}},
        _("Welke hulp: %(help)s")
        % {"help": help_ % {"house": team.organisation.name, "team": team.name, "day": since}},
    )
    return "\n".join(lines)


def make(door: Door, wanted: Wanted, *, act: UUID, on: date) -> Transfer:
    """Make the page.  Raises `MayNotMake`; `NotAllowedError` for who is of no service of this child, or without words.

    With the page stands the decision, with the version of each ground.
    """
    asked = _known(door, wanted, on=on)
    decision = may_be_made(asked, on=on)
    words = _words(door, wanted, asked, on=on)
    if not words.strip():
        raise NotAllowedError
    if not decision.allowed:
        raise MayNotMake(decision)
    known = {row.person_id for row in parents(door, on=on)} if _asks_the_parents(asked) else set()
    said = [one for one in wanted.said if one.parent in known]
    childs = wanted.childs if _rests_on_consent(asked) else ""
    waits = bool(childs) and pages.childs_yes_waits(door, childs)
    to = None if waits or any(one.waits for one in said) else wanted.person
    with door.writes(Event.TRANSFER_MADE, once=act, codes=(wanted.asked.basis.value,)) as write:
        made = write.add(Transfer, filing(to), words=words, made_on=on, decided=decision.as_kept())
        pages.note_for_a_page(write, made.item, wanted.person, said)
        if childs:
            pages.note_the_childs_yes(door, write, made.item, wanted.person, childs)
    return made
