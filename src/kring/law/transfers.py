"""May a page be made for a mandated service, or for the court?  Facts in, decision out (R29).

Nobody of theirs comes into the place of a child: a worker writes a page for that purpose, and they read that page and
nothing else.  Art. 72 and 74 DIJH share by need, by interest and with consent sought; art. 75 and 75/1 DIJH forbid
passing data to magistrates and the social service without the consent of the capable minor and of the parents, but for
a few basic data on a written request.  Each code below is a heading in docs/law/transfers.md.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kring.law.access import Relation
from kring.law.decision import Decision, Ground, decide


class Basis(StrEnum):
    """On what a page for the court rests."""

    CONSENT = "consent"
    BASIC_DATA = "basic_data"  # who the child is and which help there is, on a written request: art. 75/1 DIJH


class Service(StrEnum):
    """Of what somebody is for whom a page is made."""

    OCJ = "ocj"
    VK = "vk"
    SOCIAL_SERVICE = "social_service"
    MAGISTRATE = "magistrate"


STANDS_AS = {
    Service.OCJ: Relation.MANDATED_SERVICE,
    Service.VK: Relation.MANDATED_SERVICE,
    Service.SOCIAL_SERVICE: Relation.COURT_SERVICE,
    Service.MAGISTRATE: Relation.COURT_SERVICE,
}
"""In which relation.  Art. 75 and 75/1 DIJH ask the same of a magistrate as of the social service of the court: a
relation of its own would be a second cell with the same words, and nothing to keep the two alike."""
SERVICES = frozenset(STANDS_AS.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is known of a page that is wanted.  `None` = nobody asked yet.

    `capable` is whether the child can judge its own interest (art. 8 DRM): of one that cannot yet, its parents decide,
    and of one whose age nobody knows its own yes is asked all the same.  Of an adult nobody asks the parents.
    """

    receiver: Relation
    needed: bool | None = None
    in_its_interest: bool | None = None
    consent_sought: bool | None = None
    basis: Basis = Basis.CONSENT
    capable: bool | None = None
    adult: bool = False
    child_consents: bool | None = None
    parents_consent: bool | None = None
    written_request: bool | None = None
    words_are_fixed: bool | None = None
    """Nobody wrote the words: they are made out of who the child is and which help there is, and of nothing else."""


def may_be_made(asked: Asked, *, on: date) -> Decision:
    """Need, interest and consent sought for a service; the consents, or the named ground, for the court."""
    to_a_service = [
        Ground("transfers.receiver", asked.receiver in SERVICES),
        Ground("transfers.needed", asked.needed),
        Ground("transfers.interest", asked.in_its_interest),
    ]
    if asked.receiver is not Relation.COURT_SERVICE:
        return decide(*to_a_service, Ground("transfers.consent-sought", asked.consent_sought), on=on)
    if asked.basis is Basis.BASIC_DATA:
        return decide(
            *to_a_service,
            Ground("transfers.written-request", asked.written_request),
            Ground("transfers.basic-data-only", asked.words_are_fixed),
            on=on,
        )
    child = True if asked.capable is False and not asked.adult else asked.child_consents
    return decide(
        *to_a_service,
        Ground("transfers.child-consents", child),
        Ground("transfers.parents-consent", True if asked.adult else asked.parents_consent),
        on=on,
    )
