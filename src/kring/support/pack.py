"""The welcome pack for who stands beside a child: one set of words, for the page and for the paper (A256).

Rights as brief 1.2 has them; secrecy or discretion in the exact words of R10; whom to call; where else to turn.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.law.access import Relation
from kring.rights.asking import Block, Sheet
from kring.rights.house import house_of
from kring.rights.places import Place
from kring.rights.triad import Three, three_for_the_person
from kring.support.advice import places_for
from kring.support.fallback import Fallback, fallback_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """For whom it is, and what stands in it."""

    role: Relation
    child: str
    fallback: Fallback
    lasting: str
    places: Sequence[Place]
    named: bool = False
    """Chosen as legal trust person, and not serving yet: welcome as a supporter until then (R2)."""

    @property
    def secret(self) -> bool:
        """Professional secrecy only for who serves; of everybody else discretion is asked (R10)."""
        return self.role is Relation.TRUST_PERSON

    @property
    def three(self) -> Three | None:
        """Only of a JIM: the three are a thing of its track (R3, C115)."""
        return three_for_the_person(self.child) if self.role is Relation.JIM else None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What one is, may, and keeps to oneself."""
        return (
            Block(head=_("Wat ben je voor %(child)s?") % self._named, lines=(*self._role(), self._always())),
            Block(head=_("Wat mag je?"), lines=self._may()),
            Block(head=_("Wat je hoort"), lines=self._keeps()),
            Block(head=_("Wat hoeft niet"), lines=self._need_not()),
        )

    def sheet(self, name: str) -> Sheet:
        """The same on paper, with whom to call and where to turn."""
        called = [f"{one.name}: {one.phone}" for one in self.fallback.callers]
        where = [_line(one) for one in self.places]
        more = [
            Block(
                head=_("Wie je kan bellen, op de uren dat er iemand is"),
                lines=(*called, *self._lasts()) or (_nobody(),),
            ),
            Block(head=_("In nood"), lines=(_("Bel 112. Met een vraag over geweld of misbruik: 1712."),)),
        ]
        if where:
            more.append(Block(head=_("Waar kun je nog terecht?"), lines=tuple(where)))
        lead = _("Fijn dat je er bent voor %(child)s.") % self._named
        head = _("Welkom, %(name)s") % {"name": name}
        foot = _("Dit blad is van jou.")
        return Sheet(head=head, lead=lead, blocks=(*self.blocks, *more), foot=foot, three=self.three)

    @property
    def _named(self) -> dict[str, str]:
        return {"child": self.child}

    def _lasts(self) -> tuple[str, ...]:
        return (self.lasting,) if self.lasting else ()

    def _role(self) -> tuple[str, ...]:
        if self.role is Relation.TRUST_PERSON:
            return (
                _("%(child)s koos jou als vertrouwenspersoon in de jeugdhulp.") % self._named,
                _("Je helpt opkomen voor de rechten van %(child)s.") % self._named,
                _("Je beslist niet in de plaats van %(child)s.") % self._named,
            )
        if self.role is Relation.JIM:
            return (
                _("%(child)s koos jou als JIM, om mee te denken.") % self._named,
                _("Je bent geen hulpverlener en je beslist niet in de plaats van ouders of begeleiding."),
            )
        if self.named:
            return (
                _("%(child)s koos jou als vertrouwenspersoon in de jeugdhulp.") % self._named,
                _("De begeleiding bekijkt eerst samen met jou wat de wet vraagt."),
                _("Ook een uittreksel hoort daarbij, model 596.2. Je gemeente geeft het gratis."),
                _("Tot dat bekeken is, ben je welkom als steunfiguur."),
            )
        return (
            _("%(child)s kan bij jou terecht.") % self._named,
            _("Om steunfiguur te zijn heb je geen papieren nodig."),
            _("Koos %(child)s jou als vertrouwenspersoon? Dan bekijkt de begeleiding eerst wat de wet vraagt.")
            % self._named,
        )

    def _always(self) -> str:
        """Whatever the role (C105)."""
        return _("Bij jou is %(child)s altijd welkom, zoals die is. Oordelen hoeft niet.") % self._named

    def _may(self) -> tuple[str, ...]:
        if self.secret:
            return (
                _("Mee naar elk gesprek met %(child)s, als %(child)s dat wil.") % self._named,
                _("Ook naar de jeugdrechter. Die kan je enkel bij uitzondering weigeren, en zegt dan waarom."),
                _("Mee het dossier bekijken, als %(child)s dat wil.") % self._named,
                _("Mee een klacht doen. Vragen stellen mag altijd."),
                _("Zeg telkens dat je de vertrouwenspersoon bent. Met je kaart toon je dat."),
            )
        return (
            _("Mee naar een gesprek, als %(child)s dat wil. Vraag het vooraf: een recht is het niet.") % self._named,
            _("Weten wat %(child)s met jou deelt. Meer niet.") % self._named,
            _("Vragen stellen, ook over een huisregel."),
        )

    def _keeps(self) -> tuple[str, ...]:
        danger = _(
            "Is iemand in gevaar? Dan mag je hulp zoeken: bel 112 of 101. Met een vraag over geweld bel je 1712."
        )
        if self.secret:
            return (
                _("Je hebt beroepsgeheim: wat je hoort, vertel je niet verder."),
                _("Zet er niets over op sociale media."),
                danger,
            )
        return (_("We vragen je discretie: vertel niet verder wat je hoort. Beroepsgeheim is het niet."), danger)

    def _need_not(self) -> tuple[str, ...]:
        return (
            _("Je hoeft aan niemand te vertellen wat %(child)s jou zegt. Een verslag vraagt niemand.") % self._named,
            _("Je bent niet verplicht om dit te doen. Je krijgt er geen loon voor."),
            _("Je hoeft het niet alleen te dragen: bel, ook met een kleine vraag."),
            _("Wil je stoppen? Zeg het eerst aan je aanspreekpunt. Samen spreken jullie af wie het vertelt."),
        )


def pack(door: Door, role: Relation, *, named: bool = False) -> Pack:
    """What somebody in this position gets; two statements."""
    of = house_of(door)
    return Pack(
        role=role,
        child=door.dossier.call_name,
        fallback=fallback_of(of),
        lasting=of.lasting,
        places=places_for(of, role),
        named=named,
    )


def _line(one: Place) -> str:
    reach = ", ".join(part for part in (one.phone, one.short) if part)
    said = f"{one.name}: {one.words}" if one.words else one.name
    since = ""
    if one.old and one.looked_on:
        since = " " + _("(niet meer nagekeken sinds %(day)s)") % {"day": date_format(one.looked_on, "j F Y")}
    return f"{said} · {reach}{since}" if reach else f"{said}{since}"


def _nobody() -> str:
    return _("Er is nu nog geen vast nummer. Vraag ernaar: het hoort er te zijn.")
