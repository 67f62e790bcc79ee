"""Who finds something on the pages around parents (the room `loyalty`)."""

from tests.role_kinds import HOUSE, WITH_NOOR, Open, Row

LOTTE = frozenset({"lotte"})  # who works with Noor

HOME: dict[str, Row | Open] = {
    "loyalty:parents": Row(LOTTE),
    "loyalty:worry": Row(LOTTE),
    "loyalty:answer": Row(LOTTE),
    "loyalty:talks": Row(LOTTE),
    "loyalty:gains": Row(LOTTE),
    "loyalty:stance": Row(LOTTE),
    "loyalty:hard": Row(WITH_NOOR),
    "talking:guide": Row(HOUSE),
    "talking:sheet": Row(HOUSE),
}
