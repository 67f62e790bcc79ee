"""The invitation that asks child and family to bring people, and explains secrecy and network together.

Also when parents are involved (A196); secrecy and network in one breath, from the start (B54, B62, B64).
"""

from collections.abc import Mapping
from pathlib import Path

from django.utils.translation import gettext as _

from kring.kit import sheets

TEMPLATE = Path(__file__).with_name("letter.typ")


def parts() -> list[tuple[str, str]]:
    """What the letter says, head by head."""
    bring = _(
        "Wie is er belangrijk voor jou? Een oma, een buur, een trainer, iemand van school? "
        "Vraag gerust of die persoon meekomt. Ook als je ouders erbij zijn, mag er nog iemand voor jou mee."
    )
    yours = _(
        "Je hebt recht op iemand die naast je staat: een vertrouwenspersoon in de jeugdhulp. "
        "Die kies jij zelf. Je mag dat nu doen, of later, of niet."
    )
    between = _(
        "Wie jou begeleidt, heeft beroepsgeheim: wat jij vertelt, vertelt die niet zomaar verder. "
        "Wie je zelf meebrengt, vragen we om discreet te zijn. "
        "Jij kiest wat die mensen mogen weten. Zonder jouw ja zeggen we hun niets. "
        "Alleen als iemand in gevaar is, kan dat toch. Dan vertellen we het jou ook."
    )
    both = _(
        "Zwijgen over wat jij vertelt en mensen samenbrengen, dat gaat samen. "
        "We vragen je telkens eerst: wie mag wat weten?"
    )
    heads = (_("Breng iemand mee"), _("Iemand voor jou"), _("Wat blijft tussen ons?"), _("Allebei samen"))
    return list(zip(heads, (bring, yours, between, both), strict=True))


def pdf(facts: Mapping[str, str], *, house: str) -> bytes:
    """On A4, with what was typed, from which house it comes and how one answers.  Raises `SheetError`."""
    asks = _("Lukt het niet die dag, of wil je iets vragen? Bel %(phone)s.")
    order: dict[str, object] = {
        "head": _("Kom je praten?"),
        "dear": _("Dag %(name)s") % {"name": facts["to"]} if facts["to"] else _("Dag"),
        "when_head": _("Wanneer en waar"),
        "when": facts["when"],
        "parts": [list(part) for part in parts()],
        "signed": "\n".join(one for one in (facts["signed"], house) if one),
        "answer": asks % {"phone": facts["phone"]} if facts["phone"] else "",
        "greeting": _("Tot dan"),
    }
    return sheets.pdf(TEMPLATE, order)
