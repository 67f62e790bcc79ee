"""The three things a child can mean by "someone for me", and how it can say so (R3, brief 1.0).

Three things with three rule sets; the same person may be several.  Their Dutch words stand in `kring.kit.sentences`.
"""

from enum import StrEnum


class Meaning(StrEnum):
    """Who this person is to be for the child."""

    TRUST_PERSON = "trust_person"  # vertrouwenspersoon: a position in law, four conditions, professional secrecy
    JIM = "jim"  # Jouw Ingebrachte Mentor: seven factors that advise
    SUPPORTER = "supporter"  # steunfiguur: nothing is asked


class Expressed(StrEnum):
    """How the child designated.  The law asks for no form; pointing counts as much as writing (A134, brief 1.3)."""

    SAID = "said"
    WRITTEN = "written"
    POINTED = "pointed"
