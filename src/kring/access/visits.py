"""Who acts in which place of a child, and that its visit is noted: what the log and the child read of it (R24).

The door (`access.door`) is one of these; what it lets through is no matter of this module.
"""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import CharField, DateTimeField, QuerySet, UUIDField

from kring.access.models import Visit
from kring.access.standing import Standing
from kring.audit import chain
from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.prepared import Open, Prepared
from kring.law.access import Relation, Section
from kring.people.actors import Actor

BY_PICTURES = "pictures"
"""Of who came in with pictures that another than the child knows: so its lines are told from those of the child."""


@dataclass(slots=True)
class Noted:
    """One actor in one place, under one hat, whose visits stand in the log."""

    actor: Actor
    me: UUID
    dossier: Dossier
    standing: Standing
    _visits: dict[Section, Visit] = field(default_factory=dict)

    @property
    def relation(self) -> Relation:
        """The hat."""
        return self.standing.relation

    def notes_the_visit(self, section: Section) -> Visit:
        """Write that someone was here: once for each person, section, basis and hour."""
        visit: dict[str, Any] = {
            "dossier_id": self.dossier.pk,
            "person_id": self.me,
            "section": section.value,
            "basis": self.relation.value,
            "hour": clock.now().replace(minute=0, second=0, microsecond=0),
        }
        found: list[Visit] = _VISIT.ask(**visit)
        here = found[0] if found else None
        if here is None:  # in the same hour: nothing to write, and no transaction that others wait for
            with transaction.atomic():
                here, first = Visit.objects.get_or_create(**visit)
                if first:
                    self.tells(Event.DOOR_VISITED, (section.value, self.relation.value))
        self._visits[section] = here
        return here

    def notes_the_look(self, section: Section) -> None:
        """Write that this visit looked at what only a yes opens: the first time in the hour.  By `access.seen`."""
        here = self._visits.get(section) or self.notes_the_visit(section)
        if here.looked_at is None:
            here.looked_at = clock.now()
            here.save(update_fields=["looked_at"])

    def tells(
        self, event: Event, codes: tuple[str, ...], *, subject: UUID | None = None, once: UUID | None = None
    ) -> None:
        """One line in the log, by who acts here, about this child.

        With pictures that another knows it says so, and the child is asked whether it was it (R7): who chose them with
        it can come in as the child.  So it is asked of digits of which no day makes sure that they are its own.  It
        does so before the line, which is the last statement.
        """
        if self.actor.pictures_known and self.dossier.pictures_since is None:
            new = Dossier.objects.filter(pk=self.dossier.pk, pictures_since=None)
            new.update(pictures_since=clock.now())
        if self.actor.is_to_be_asked and self.dossier.new_pictures_since is None:
            new = Dossier.objects.filter(pk=self.dossier.pk, new_pictures_since=None)
            new.update(new_pictures_since=clock.now())
        line = chain.Line(
            event=event,
            actor_kind=BY_PICTURES if self.actor.pictures_known else self.actor.kind.value,
            actor=self.me,
            dossier=self.dossier.pk,
            subject=subject,
            codes=codes,
            once=once,
        )
        chain.append(line)


def _visit(**where: Open) -> QuerySet[Visit]:
    """The visit of somebody to a section in an hour: there is one or none."""
    return Visit.objects.filter(**where)


_KEY, _CODE = UUIDField(), CharField()
_VISIT = Prepared(_visit, dossier_id=_KEY, person_id=_KEY, section=_CODE, basis=_CODE, hour=DateTimeField())
