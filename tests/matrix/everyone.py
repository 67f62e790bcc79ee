"""Everyone who asks in the matrix: more than forty, each with why it stands there."""

from dataclasses import replace

from kring.law.access import Relation, Topic
from kring.law.parts import Part
from kring.law.standing import Authority
from kring.people.models import Role, WayEnd
from tests.matrix import personas as one
from tests.matrix.families import OTHER_HOUSE, OTHER_TEAM
from tests.matrix.personas import Persona

R = Relation
MAY_WRITE = frozenset({"journal:write"})
MEETS = frozenset({"support:others", "support:no_more", "support:comes"})  # others beside a child (C138)
LOTTES = frozenset({"around:dilemma_erased"})  # what Lotte herself wrote
"""A trust person and a JIM add notes of their own; a supporter does not."""
OF_AGE = frozenset({"portals:yours"})
"""What somebody finds of itself from its eighteenth birthday on."""
NOBODY = Persona(name="nobody")
NOOR = Persona(name="noor", who="noor", like="noor", relation=R.CHILD)
LOTTE = Persona(name="lotte", who="lotte", like="lotte", relation=R.WORKER)
ANN = Persona(name="ann", who="ann", like="ann", relation=R.PARENT)
TARIK = Persona(name="tarik", who="tarik", like="tarik", relation=R.PARENT)
KARIM = Persona(name="karim", who="karim", like="karim", relation=R.SUPPORTER)
RITA = Persona(name="rita", who="rita", like="rita", relation=R.SUPPORTER)
WILMA = Persona(name="wilma", who="wilma", like="wilma", relation=R.SUPPORTER)
LINK = replace(WILMA, name="wilma by a link", is_narrow=True, come_in=one.by_link())
GONE = replace(LINK, like="", relation=None, is_over=True)
DIRK = Persona(name="dirk", who="dirk", like="dirk")
MO = Persona(name="mo", who="mo", like="mo", relation=R.DIRECTOR)

CHOSEN_ALONE = frozenset({"rights:own_pictures"})
"""Of who came in by pictures alone: it chooses others by itself."""
CHILDREN = (
    NOOR,
    replace(NOOR, name="noor is nine", age=9, steps=(one.is_aged(9),)),
    replace(NOOR, name="noor is nineteen", age=19, also=OF_AGE, sends=OF_AGE, steps=(one.is_aged(19),)),
    replace(NOOR, name="noor by a card", is_narrow=True, come_in=one.by_card),
    replace(
        NOOR,
        name="noor by pictures",
        only_looks=frozenset({"journal:plan"}),
        also=CHOSEN_ALONE,
        sends=CHOSEN_ALONE,
        is_small=True,
        is_narrow=True,
        come_in=one.by_pictures,
    ),
    Persona(name="sem", who="sem", like="sem"),
)
PARENTS = (
    ANN,
    TARIK,
    replace(
        ANN, name="ann with authority", authority=Authority.HOLDS, steps=(one.has_authority("ann", Authority.HOLDS),)
    ),
    replace(
        ANN,
        name="ann represents",
        age=9,
        authority=Authority.HOLDS,
        steps=(one.is_aged(9), one.has_authority("ann", Authority.HOLDS)),
    ),
    replace(
        ANN, name="ann in conflict", authority=Authority.CONFLICT, steps=(one.has_authority("ann", Authority.CONFLICT),)
    ),
    replace(
        TARIK,
        name="tarik without authority",
        authority=Authority.NONE,
        steps=(one.has_authority("tarik", Authority.NONE),),
    ),
    replace(
        ANN,
        name="ann of an adult",
        # from 18 on no parent says or stops one; and whom she brought along she only ends: here she named nobody
        lacks=ANN.lacks | {"portals:take_back", "portals:mine_yes", "rights:own_person"},
        age=19,
        steps=(one.is_aged(19),),
    ),
    replace(TARIK, name="tarik on both sides", steps=(one.on_both_sides("tarik"),)),
    replace(ANN, name="ann brings up", relation=R.UPBRINGER, steps=(one.stands("ann", R.UPBRINGER),)),
    replace(ANN, name="ann was a parent", like="dirk", relation=None, steps=(one.involvement_ended("ann"),)),
    replace(
        KARIM,
        name="karim for the parents",
        lacks=frozenset(
            {"support:welcome", "support:welcome_pdf", "seeking:offer"}
        ),  # whom a parent brings: not of the network
        relation=R.PARENTS_TRUST_PERSON,
        steps=(one.stands("karim", R.PARENTS_TRUST_PERSON),),
    ),
)
ASKED_ANEW = {"support:letter_pdf"}
"""Of a letter as JIM, for who has become a trust person: both are asked again."""
BESIDE = (
    KARIM,
    replace(
        KARIM,
        name="karim serves",
        lacks=KARIM.lacks | ASKED_ANEW,
        also=MAY_WRITE | MEETS,
        sends=MAY_WRITE | MEETS,
        relation=R.TRUST_PERSON,
        steps=(one.stands("karim", R.TRUST_PERSON),),
    ),
    replace(
        KARIM,
        name="karim serves and sits beside",
        lacks=KARIM.lacks | ASKED_ANEW,
        also=MAY_WRITE | MEETS | {"journal:apart"},
        sends=MAY_WRITE | MEETS,
        relation=R.TRUST_PERSON,
        yes=frozenset({Topic.THE_FILE}),
        beside=True,
        steps=(one.stands("karim", R.TRUST_PERSON), one.said_yes("karim", Topic.THE_FILE), one.sits_beside("karim")),
    ),
    replace(
        KARIM,
        name="karim served",
        like="dirk",
        relation=None,
        steps=(one.stands("karim", R.TRUST_PERSON), one.involvement_ended("karim")),
    ),
    WILMA,
    replace(
        WILMA,
        name="wilma is jim",
        also=MAY_WRITE | MEETS,
        sends=MAY_WRITE | MEETS,
        relation=R.JIM,
        steps=(one.stands("wilma", R.JIM),),
    ),
    RITA,
    replace(
        RITA,
        name="rita may see the circle",
        lacks=RITA.lacks | {"circle:versions"},  # by a yes as it stands now, and not as it was
        yes=frozenset({Topic.CIRCLE}),
        steps=(one.said_yes("rita", Topic.CIRCLE),),
    ),
    replace(
        RITA,
        name="rita by a yes about safety",
        yes=frozenset({Topic.SAFETY}),
        steps=(one.said_yes("rita", Topic.SAFETY),),
    ),
    replace(
        RITA,
        name="rita has a part in safety",
        also=frozenset({"journal:plan"}),
        yes=frozenset({Topic.SAFETY}),
        in_safety=True,
        steps=(one.said_yes("rita", Topic.SAFETY), one.has_a_part("rita", Part.SAFETY)),
    ),
    LINK,
    replace(GONE, name="wilma by a link taken back", come_in=one.by_link(one.withdrawn)),
    replace(GONE, name="wilma by a link replaced", come_in=one.by_link(one.ended(WayEnd.REPLACED))),
    replace(GONE, name="wilma by a link guessed at", come_in=one.by_link(one.ended(WayEnd.GUESSED))),
    replace(GONE, name="wilma by a link too late", come_in=one.by_link(one.too_late)),
)
WORKERS = (
    LOTTE,
    Persona(name="an", who="an", like="an"),
    replace(LOTTE, name="lotte of another team", home=OTHER_TEAM),
    replace(LOTTE, name="lotte of another house", home=OTHER_HOUSE),
    replace(
        LOTTE,
        name="lotte is a parent too",
        lacks=frozenset({"portals:take_back", "portals:mine_yes"}),  # what Ann herself said, and is to say
        like="ann",
        hat="lotte",
        relation=R.PARENT,
        steps=(one.stands_too("lotte", R.PARENT),),
    ),
    replace(LOTTE, name="lotte left the house", like="dirk", relation=None, steps=(one.post_ended("lotte"),)),
    replace(
        LOTTE,
        name="lotte left the child",
        like="an",
        also=LOTTES,
        sends=LOTTES,
        relation=None,
        steps=(one.involvement_ended("lotte"),),
    ),
    replace(LOTTE, name="lotte is disabled", like="", relation=None, steps=(one.is_disabled("lotte"),)),
    Persona(name="bram", who="bram", like="bram", relation=R.NETWORK_GUIDE),
    Persona(name="greet", who="greet", like="greet"),
    Persona(
        name="greet takes over",
        who="greet",
        like="greet",
        also=frozenset({"journal:plan", "rights:heard"}),  # a cry to who is away reaches who takes over (R14)
        sends=frozenset({"rights:heard"}),  # the same page: what a worker writes there, is taken of nobody else
        relation=R.FALLBACK_WORKER,
        steps=(one.stands("greet", R.FALLBACK_WORKER),),
    ),
    Persona(
        name="greet is the contact",
        who="greet",
        like="greet",
        relation=R.FIXED_CONTACT,
        steps=(one.stands("greet", R.FIXED_CONTACT),),
    ),
)
HOUSE = (
    MO,
    replace(
        MO, name="mo manages", relation=R.MANAGER, steps=(one.works_as("mo", Role.MANAGER), one.stands("mo", R.MANAGER))
    ),
    replace(MO, name="mo of another house", home=OTHER_HOUSE),
    Persona(name="hilde", who="hilde", like="hilde"),
    Persona(
        name="hilde leads here",
        who="hilde",
        like="hilde",
        relation=R.TEAM_LEAD,
        steps=(one.stands("hilde", R.TEAM_LEAD),),
    ),
    Persona(name="saar", who="saar", like="saar"),
    Persona(
        name="saar has a place", who="saar", like="saar", relation=R.OFFICER, steps=(one.stands("saar", R.OFFICER),)
    ),
)
SERVICES = (
    DIRK,
    Persona(name="nadia", who="nadia", like="nadia", relation=R.COURT_SERVICE),
    replace(
        DIRK,
        name="dirk of a service",
        also=frozenset({"rights:transfers"}),
        sends=frozenset({"rights:transfers"}),  # as its row says: who may ask, may send
        relation=R.MANDATED_SERVICE,
        steps=(one.stands("dirk", R.MANDATED_SERVICE),),
    ),
)
EVERYONE = (NOBODY, *CHILDREN, *PARENTS, *BESIDE, *WORKERS, *HOUSE, *SERVICES)
