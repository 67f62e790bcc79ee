"""What a child told one person alone, and that this one does not read until the child says so again (R7).

Which words they were, the child finds where it said them (`rights.hearing`): here stands from which day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.law.access import Relation, Section

if TYPE_CHECKING:
    from kring.access.door import Door
    from kring.access.models import Say


def is_told(door: Door, say: Say) -> bool:
    """Whether it is about such words; to nobody but the child."""
    return door.relation is Relation.CHILD and say.item is not None and say.item.section == Section.SAID.value


def told_then(say: Say) -> str:
    """Of which day they are."""
    made = say.item.made_at if say.item else None
    return (
        _("wat jij op %(day)s alleen daar zei") % {"day": date_format(timezone.localtime(made), "j F")} if made else ""
    )
