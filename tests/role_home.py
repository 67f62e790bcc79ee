"""Who finds something on the pages around parents (`loyalty`), and where one looks for somebody (`seeking`)."""

from tests.role_kinds import HOUSE, MANAGERS, WITH_NOOR, Open, Row

KEEPERS = MANAGERS | {"hilde"}  # who keeps the pool of volunteers
LOTTE = frozenset({"lotte"})  # who works with Noor

HOME: dict[str, Row | Open] = {
    "loyalty:parents": Row(LOTTE),
    "loyalty:worry": Row(LOTTE),
    "loyalty:answer": Row(LOTTE),
    "loyalty:talks": Row(LOTTE),
    "loyalty:gains": Row(LOTTE),
    "loyalty:stance": Row(LOTTE),
    "loyalty:hard": Row(WITH_NOOR),
    "seeking:path": Row(WITH_NOOR),
    "seeking:look": Row(WITH_NOOR),
    "seeking:volunteers": Row(WITH_NOOR),
    "seeking:volunteer": Row(WITH_NOOR),
    "seeking:refer": Row(WITH_NOOR),
    "seeking:referral": Row(WITH_NOOR),
    "seeking:sheet": Row(WITH_NOOR),
    "seeking:offer": Row(frozenset({"wilma", "karim", "rita"})),
    "keeping:pool": Row(KEEPERS),
    "keeping:one": Row(KEEPERS),
    "keeping:removal": Row(KEEPERS),
    "keeping:offers": Row(HOUSE),
    "talking:guide": Row(HOUSE),
    "talking:sheet": Row(HOUSE),
}
