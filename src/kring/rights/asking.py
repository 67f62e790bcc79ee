"""Asking someone, on paper and on the screen: the question that was made together, and the notice for the person.

The notice says what Kring holds about somebody who did not give it itself (GDPR art. 14; R9): which kinds, why, how
long, who reads it, and what that person can ask.  It repeats nothing that the child said.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path as File
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.access.door import Door
from kring.kit import sheets
from kring.kit.sentences import code_of, sentence
from kring.law.meaning import Meaning
from kring.law.source import CHECKED_ON
from kring.law.steps import Asker, How
from kring.people.models import Organisation
from kring.rights import reading
from kring.rights.house import house_of, officer
from kring.rights.models import Question
from kring.rights.paths import Path
from kring.rights.step_forms import askers
from kring.rights.triad import Three

if TYPE_CHECKING:
    from kring.rights.step_forms import Hand

EXTRACT = gettext_lazy(
    "Dat iemand de voorwaarden van de wet bekeek, en wanneer. "
    "Van je uittreksel, artikel 596.2 (minderjarigenmodel): dat het bekeken is, en of er iets op staat. Nooit wat. "
    "Staat er iets op, dan ook wat de directie besliste, en waarom."
)
TEMPLATE = File(__file__).with_name("sheet.typ")


@dataclass(frozen=True, slots=True)
class Block:
    """A head with what stands below it: lines, or words as somebody said them."""

    head: str
    lines: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet, on the screen and on paper."""

    head: str
    lead: str
    blocks: tuple[Block, ...]
    foot: str = ""
    three: Three | None = None
    """Who look together, as a picture below the lead."""
    rows: int = 0
    """How many lines are left to write on by hand."""
    signs: str = ""
    """Who signs, below the last of these lines."""

    def pdf(self) -> bytes:
        """On A4.  Raises `SheetError`."""
        blocks = [{"head": one.head, "lines": list(one.lines), "words": one.words} for one in self.blocks]
        told: dict[str, Any] = {"head": self.head, "lead": self.lead, "blocks": blocks}
        three = self.three and self.three.told
        return sheets.pdf(TEMPLATE, {**told, "foot": self.foot, "rows": self.rows, "signs": self.signs, "three": three})


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A question that was made, in words."""

    sheet: Sheet
    on: Any


def call_name(door: Door, path: Path) -> str:
    """How the circle calls this person."""
    return reading.call_name(door, path.member)


def last(door: Door, path: Path) -> Question | None:
    """The question as it was made last, for this path."""
    found: Question | None = door.within(Question.objects.filter(wish=path.wish.pk)).order_by("-pk").first()
    return found


def initial(before: Question | None) -> dict[str, str]:
    """What the form begins with."""
    names = ("asker", "how", "words", "present", "if_no")
    return {name: getattr(before, name) for name in names} if before else {}


def read(row: Question, hand: Hand) -> Prepared:
    """The question in words: for the one who asks to hold in the hand."""
    who = dict(askers(hand))[Asker(row.asker).value]
    lines = [
        Block(_("Wie vraagt het"), (capfirst(str(who)),)),
        Block(_("Hoe"), (capfirst(str(sentence(code_of(How(row.how))))),)),
        *([Block(_("Wie is erbij"), words=row.present)] if row.present else []),
        *([Block(_("Met deze woorden"), words=row.words)] if row.words else []),
        Block(_("Goed om erbij te zeggen"), tuple(part.format(name=hand.name) for part in besides())),
        talked_of(),
        *([Block(_("En als het een nee is"), words=row.if_no)] if row.if_no else []),
    ]
    head = capfirst(_("Een vraag aan {name}").format(name=hand.name))
    lead = _("Niemand moet ja zeggen. Tijd vragen is ook goed.")
    return Prepared(sheet=Sheet(head=head, lead=lead, blocks=tuple(lines), rows=4), on=row.made_on)


def talked_of() -> Block:
    """What somebody who is asked may want to talk about: no question has a right answer, and nothing is kept (A142)."""
    return Block(
        _("Dit vraagt de ander zich misschien af"),
        (
            _("Waarom ik? Wat maakt dat ik iemand voor jou ben?"),
            _("Voor hoe lang? Een jaar, tot je groot bent, of zien we wel?"),
            _("Hoeveel tijd heb ik, en wanneer niet?"),
            _("Wat als het moeilijk wordt, of als ik verhuis of ziek ben?"),
            _("Bij wie kan ik zelf terecht als het weegt?"),
            _("Hoe zeggen we het, als een van ons wil stoppen?"),
        ),
    )


def notice(door: Door, path: Path, hand: Hand) -> Sheet:
    """What is held about this person, for this person."""
    house = house_of(door)
    legal = path.meaning is Meaning.TRUST_PERSON
    blocks = (
        Block(_("Wat bewaart Kring over jou?"), tuple(_held(hand, legal=legal))),
        Block(_("Wat bewaart Kring niet?"), tuple(_not_held(legal=legal))),
        Block(_("Van wie komt het?"), (_("Van {child}, en van wie met {child} werkt.").format(child=hand.child),)),
        Block(_("Waarom?"), tuple(_why(hand, legal=legal))),
        Block(_("Wie leest het?"), tuple(_readers(hand, house, legal=legal))),
        Block(_("Hoe lang?"), tuple(_how_long(hand))),
        Block(_("Wat kan jij vragen?"), tuple(may_ask(house))),
    )
    head = capfirst(_("Voor {name}").format(name=hand.name))
    lead = _("{child} denkt aan jou. Daarom staat jouw naam in Kring, de werkplek van {child} en van {house}.")
    return Sheet(head=head, lead=lead.format(child=hand.child, house=house.name), blocks=blocks, foot=contact_at(house))


def besides() -> list[str]:
    """What is good to say beside a question, whoever asks it: time, stopping, and whom to call."""
    return [
        _("Je mag erover nadenken. Zeg gerust wanneer je het weet."),
        _("Je mag later stoppen. Zeg het dan zelf."),
        _("Er is iemand die je kan bellen als je een vraag hebt."),
    ]


def _held(hand: Hand, *, legal: bool) -> list[str]:
    told = [
        _("Hoe je heet, en wat je voor {child} bent."),
        _(
            "Waar je staat in de tekening van de kring: bij familie of bij school, bijvoorbeeld, "
            "en met wie je een band hebt."
        ),
        _("Dat {child} jou koos, op welke dag, en als wat."),
        _("Wie het jou vroeg, wanneer, en wat jij antwoordde."),
        _("Later misschien: hoe men je bereikt, wat jullie afspreken, en hoe het met je gaat als je dat vertelt."),
    ]
    if legal:
        told.append(str(EXTRACT))
    return [one.format(child=hand.child) for one in told]


def _readers(hand: Hand, house: Organisation, *, legal: bool) -> list[str]:
    """Also who reads it seldom: the director, who looks in an emergency, and who looks after the log (GDPR art. 14)."""
    told = [_("{child}, en wie met {child} werkt. Verder wie {child} kiest.")]
    if legal:
        told.append(
            _("Staat er iets op je uittreksel? Dan ook de directie: dat er iets te beslissen is, en nooit wat.")
        )
    told.append(_("Is er gevaar? Dan kan iemand toch iets lezen of doorgeven, met een reden. Dat wordt opgeschreven."))
    told.append(_("Wie in {house} over gegevens waakt, ziet wie wat opende."))
    return [one.format(child=hand.child, house=house.name) for one in told]


def _not_held(*, legal: bool) -> list[str]:
    nothing = _("Geen vragen over je verleden, je gezondheid of je liefdes, en niet waar je bent.")
    return [nothing, _("Geen kopie van een document.")] if legal else [nothing]


def _why(hand: Hand, *, legal: bool) -> list[str]:
    told = [_("Zodat {child} kan kiezen wie erbij is, en niemand kwijtraakt.").format(child=hand.child)]
    told.append(_("Dit hoort bij de opdracht van de jeugdhulp."))
    if legal:
        told.append(
            _(
                "Volgens de uitleg van de overheid over de rechtspositie van minderjarigen "
                "schrijft de begeleiding de naam van een vertrouwenspersoon in het dossier."
            )
        )
    return told


def _how_long(hand: Hand) -> list[str]:
    return [
        _(
            "Je naam en plaats: tot {child} of jij vraagt om ze weg te doen, ten laatste tot Kring voor {child} stopt."
        ).format(child=hand.child),
        _("Dat {child} jou koos: dat is van {child}, en blijft tot {child} 35 jaar wordt.").format(child=hand.child),
    ]


def may_ask(house: Organisation) -> list[str]:
    """What somebody may ask of whom something is held (GDPR 14), and of whom."""
    return [
        _("Kijken wat er over jou staat, en vragen om een fout te verbeteren."),
        _("Vragen om iets weg te doen, of zeggen dat je het er niet mee eens bent."),
        _("Nee zeggen, nu of later. Je hoeft niet te zeggen waarom."),
        officer(house),
        _("Kom je er niet uit, dan kan je naar de Gegevensbeschermingsautoriteit."),
        _("Nagekeken op {day}. Een jurist moet dit nog lezen.").format(day=date_format(CHECKED_ON, "j F Y")),
    ]


def contact_at(house: Organisation) -> str:
    """Whom one can call at the house; empty where it did not say."""
    if house.contact is None or not house.contact_phone:
        return ""
    return _("Vast aanspreekpunt bij {house}: {name}, {phone}").format(
        house=house.name, name=house.contact.call_name, phone=house.contact_phone
    )
