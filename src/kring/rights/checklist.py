"""The conditions of the law for one person, line by line: what is known, who looked, and what is still to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from kring.kit.sentences import code_of, sentence
from kring.law.decision import Weighed
from kring.law.trust_person import ADULT, DESIGNATED, ENTRY, EXTRACT, INDEPENDENT
from kring.rights.acts.conditions import FACTS
from kring.rights.facts import Look, to_tell
from kring.rights.forms import Looked
from kring.rights.reading import Standing

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

TAPPED = {ADULT, INDEPENDENT, EXTRACT}
CHECKS = {EXTRACT, ENTRY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What somebody passed on of the director: it counts once the director confirms it."""

    director: str
    agrees: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One ground."""

    code: str
    says: Words
    asks: Words
    holds: bool | None
    on: date | None
    by: str
    ground: str
    told: Told | None
    law: Weighed
    status: Words
    form: Looked | None
    waits_for_the_director: bool
    again_on: date | None = None
    to_tell: bool = False
    may_deny: UUID | None = None
    """What the child can say of it that it is not so: the look itself (R2)."""

    @property
    def state(self) -> str:
        """For the eye: holds, does not, or open."""
        return {True: "holds", False: "against", None: "open"}[self.holds]

    @property
    def source(self) -> str:
        """Where it stands: the article, for people; the note for jurists stays in docs/law/."""
        article, _bracket, _note = self.law.source.partition(" (")
        return article if article.startswith("art.") else str(sentence("status.own"))

    @property
    def is_decided(self) -> bool:
        """Whether the director decided it."""
        return bool(self.ground) and self.told is None

    @property
    def is_extract(self) -> bool:
        """Whether this is the line of the extract: its two answers are other than yes and no."""
        return self.code == EXTRACT


def checklist(seen: Standing, *, sees_checks: bool, child: str = "") -> list[Line]:
    """The lines a visitor may read; without the checks there is no word about the extract at all (brief 1.6).

    With a `child` they speak about it, without they speak to it.
    """
    if seen.decision is None:
        return []
    return [
        _line(seen, weighed, taps=sees_checks, child=child)
        for weighed in seen.decision.grounds
        if (sees_checks or _is_for_the_child(seen, weighed)) and not _idle(seen, weighed)
    ]


def _is_for_the_child(seen: Standing, weighed: Weighed) -> bool:
    """No word of the extract; and of who serves nothing that is only to be looked at anew: that is the worker's."""
    serves = seen.trust is not None and seen.trust.serving is not None
    return weighed.code not in CHECKS and not (serves and weighed.holds is None)


def talks(seen: Standing) -> list[Words]:
    """What is good to talk about with this JIM: what is not so, and what someone wants to talk about."""
    advice = seen.advice
    hints = [sentence(hint.value, name=seen.name) for hint in advice.hints]
    return [*(sentence(point.value, name=seen.name, holds=False) for point in advice.talk_about), *hints]


def _idle(seen: Standing, weighed: Weighed) -> bool:
    """The line about an entry only speaks when there is something to decide."""
    return weighed.code == ENTRY and (ENTRY not in seen.looks or not (weighed.holds is not True or _ground(seen)))


def _ground(seen: Standing) -> str:
    return seen.looks[ENTRY].ground if ENTRY in seen.looks else ""


def _told(seen: Standing, look: Look) -> Told:
    name = seen.people.get(look.decided_by, "") if look.decided_by else ""
    return Told(director=name, agrees=look.holds is True)


def _line(seen: Standing, weighed: Weighed, *, taps: bool, child: str) -> Line:
    look = seen.looks.get(weighed.code)
    code = weighed.code
    chosen = seen.trust.since if seen.trust and code == DESIGNATED else None
    return Line(
        code=code,
        says=sentence(code, name=seen.name, child=child, holds=weighed.holds),
        asks=sentence(code, name=seen.name, child=child),
        holds=weighed.holds,
        on=look.on if look else chosen,
        by=seen.people.get(look.by, "") if look else "",
        ground=look.ground if look else "",
        told=_told(seen, look) if look and look.passed_on else None,
        law=weighed,
        status=sentence(code_of(weighed.status)),
        form=Looked(auto_id=False, initial={"code": code}) if taps and code in TAPPED else None,
        waits_for_the_director=code == ENTRY and weighed.holds is None,
        again_on=look.again_on if look else None,
        to_tell=code == ENTRY and to_tell(seen.looks),
        may_deny=look.key if look and not child and code in FACTS and weighed.holds is False else None,
    )
