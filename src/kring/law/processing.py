"""Why Kring may hold a field: closed lists of purposes and of grounds in the GDPR.

Each field about a person names one of each (house.md section 5); the register of processing is made from that.
The references below were not read at the source for youth care (brief 1.12) and wait for a jurist: see
docs/law/processing.md.  An answer of a child to "may he know this" is *not* a consent of the GDPR: it is a right that
Kring guards on top of the ground (R7), and it works without any age.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from kring.law.source import Status
from kring.law.time import Dated


class Purpose(StrEnum):
    """What a field is for."""

    CIRCLE = "circle"  # see and keep the people who matter to the child
    RIGHTS = "rights"  # let the child choose who stands beside it, and see to the conditions
    CARE = "care"  # do the work with the child and hand it over
    SHARING = "sharing"  # know who may know what, and keep to it
    ACCOUNTABILITY = "accountability"  # be able to show who looked and who decided
    ACCOUNT = "account"  # let people in, and nobody else
    ORGANISATION = "organisation"  # know which organisation, team and fixed contact
    SAFETY = "safety"  # keep a child out of danger
    PEERS = "peers"  # let people who stand beside a child meet each other, if they want
    PRACTICE = "practice"  # learn with a child that does not exist


class LegalGround(StrEnum):
    """On what ground of the GDPR a field is held."""

    PUBLIC_TASK = "public_task"  # the task of youth care itself, no special data
    CARE = "care"  # data on health, belief or life that the help needs
    LEGAL_DUTY = "legal_duty"  # a decree says that it must be kept
    CONSENT = "consent"  # someone who can say no said yes, and can take it back
    VITAL_INTEREST = "vital_interest"  # somebody is in danger
    LEGITIMATE_INTEREST = "legitimate_interest"  # keep the way in safe; never about a child
    OFFENCE_CHECK = "offence_check"  # the extract was looked at; nothing of what stands on it
    NO_PERSONAL_DATA = "no_personal_data"  # nothing here is about a living person


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The articles of the GDPR a ground rests on; empty where an article is not needed."""

    article_6: str = ""
    article_9: str = ""
    article_10: str = ""
    status: Status = Status.UNVERIFIED


REFERENCES = MappingProxyType(
    {
        ground: Dated({date(2018, 5, 25): reference})  # the day on which the GDPR applied
        for ground, reference in {
            LegalGround.PUBLIC_TASK: Reference(article_6="6.1.e"),
            LegalGround.CARE: Reference(article_6="6.1.e", article_9="9.2.h"),
            LegalGround.LEGAL_DUTY: Reference(article_6="6.1.c"),
            LegalGround.CONSENT: Reference(article_6="6.1.a", article_9="9.2.a", status=Status.OPEN),
            LegalGround.VITAL_INTEREST: Reference(article_6="6.1.d", article_9="9.2.c"),
            LegalGround.LEGITIMATE_INTEREST: Reference(article_6="6.1.f", status=Status.OPEN),
            LegalGround.OFFENCE_CHECK: Reference(article_6="6.1.c", article_10="10", status=Status.OPEN),
            LegalGround.NO_PERSONAL_DATA: Reference(status=Status.VERIFIED),
        }.items()
    }
)
