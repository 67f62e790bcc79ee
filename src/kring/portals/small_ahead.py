"""What happens now, for a small child: each whom it chose as a picture, four or five small pictures of how far it is.

Nothing here promises: what nobody did yet is called so, and whom the child can ask stands beside it (B125, A134).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kring.kit.days import day_of
from kring.law.meaning import Meaning
from kring.law.steps import Answered, Stand
from kring.portals.ahead import Step
from kring.portals.beside import Beside
from kring.portals.course import Course
from kring.rights.faces import TINTS, drawn, faces

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

SAYS: dict[Stand, Words] = {
    Stand.WISHED: _("Jij koos {name}. Niemand vroeg het al aan {name}."),
    Stand.ASKED: _("Het is gevraagd aan {name}. Er is nog geen antwoord."),
    Stand.THINKING: _("{name} denkt nog na. Dat mag."),
    Stand.NOT_NOW: _("{name} zei: nu niet. Later mag je het nog eens vragen."),
    Stand.NO: _("{name} zei nee. Dat ligt niet aan jou. Je mag iemand anders kiezen."),
    Stand.DESIGNATED: _("{name} zei ja."),
    Stand.TRIED: _("Jij en {name} proberen het samen."),
    Stand.SERVING: _("{name} staat naast jou."),
    Stand.PAUSED: _("Jij en {name} hebben even pauze."),
    Stand.ENDED: _("{name} stopte. Dat ligt niet aan jou."),
}
ASK = _("Wie vraagt het? Wanneer? Praat erover met {worker}.")
LOOKS = _("Er wordt nog iets nagekeken. Tot dan mag {name} er al voor jou zijn.")
YOURS = _("{name} hoort bij jou.")
TOLD_NO = _(
    "{name} kan nu geen vertrouwenspersoon zijn. Er voor jou zijn mag wel. Wil je er iets over zeggen? Doe dat."
)
ALL_SEEN = _("Alles is nagekeken. Vraag aan {worker}: wanneer begint {name}?")
ALONG = _("{name} mag mee als iemand met jou praat. Jij kiest of je dat wil.")
LIMITED = _("Tot en met {day} mag {name} iets niet. Weet jij niet wat? Vraag het. {name} blijft jouw keuze.")
TRY = _("Daarna praten jullie: hoe was het? Er stopt niets vanzelf.")
YOUR_WORKER = _("je begeleider")


@dataclass(frozen=True, slots=True)
class Dot:
    """One small picture, and whether it is done."""

    word: Words
    sign: str
    done: bool

    @property
    def state(self) -> str:
        """How it is drawn."""
        return "done" if self.done else "ahead"


@dataclass(frozen=True, slots=True)
class Drawn:
    """One whom the child chose: as a picture, how far it is, and what comes then."""

    name: str
    figure: str
    tint: int
    dots: list[Dot]
    says: str
    then: str


def drawn_steps(course: Course, steps: list[Step], worker: str) -> list[Drawn]:
    """One for each person and meaning; `worker`: who works with the child, by name, or nobody."""
    there = {face.member: face for face in faces(course.people)}
    found = []
    for place, step in enumerate(steps):
        who, face = step.who, there.get(step.who.member)
        said = {"name": who.name, "worker": worker or str(YOUR_WORKER), "day": _until(who)}
        figure, tint = (face.figure, face.tint) if face else (drawn(who.name), place % TINTS + 1)
        then = _then(step)
        told = str(then).format(**said) if then else ""
        then_said = told[:1].upper() + told[1:]
        says = str(SAYS[step.stand]).format(**said)
        if who.apart:  # nobody asks it now, nor comes along (R28)
            says, then_said = step.now, step.then
        found.append(Drawn(who.name, figure, tint, _dots(course, step), says[:1].upper() + says[1:], then_said))
    return found


def _then(step: Step) -> Words | None:
    stand, who = step.stand, step.who
    if who.thing:
        return YOURS
    if stand is Stand.WISHED and not who.told_no_on:
        return ASK
    if stand is Stand.TRIED and who.meaning is not Meaning.TRUST_PERSON:
        return TRY
    return _of_the_law(who, stand) if who.meaning is Meaning.TRUST_PERSON else None


def _of_the_law(who: Beside, stand: Stand) -> Words | None:
    """Of a trust person: what is still looked at, and from when on it may come along."""
    if who.serving:
        return (LIMITED if who.limited_until else ALONG) if stand is Stand.SERVING else None
    if who.told_no_on:
        return TOLD_NO
    if stand not in {Stand.DESIGNATED, Stand.TRIED}:
        return None
    return ALL_SEEN if _is_seen(who) else LOOKS


def _until(who: Beside) -> str:
    return day_of(who.limited_until) if who.limited_until else ""


def _is_seen(who: Beside) -> bool:
    return who.serving or who.may_begin or who.all_seen_on is not None


def _dots(course: Course, step: Step) -> list[Dot]:
    who = step.who
    if who.thing:
        return [Dot(_("gekozen"), "heart", done=True)]
    path = course.paths.get((who.member, who.meaning))
    asked = who.serving or (path is not None and path.was_asked)
    agrees = who.serving or (path is not None and path.reply is Answered.YES)
    together = who.serving or (path is not None and path.began_on is not None) or step.stand is Stand.TRIED
    looked = [Dot(_("nagekeken"), "eye", _is_seen(who))] if who.meaning is Meaning.TRUST_PERSON else []
    first = [Dot(_("gekozen"), "heart", done=True), Dot(_("gevraagd"), "talk", asked), Dot(_("zei ja"), "tick", agrees)]
    return [*first, *looked, Dot(_("samen"), "people", together)]
