"""Who finds something on the pages around the person who stands beside a child (the room `support`)."""

from tests.role_kinds import HOUSE, MANAGERS, WITH_NOOR, Open, Row

BESIDE = frozenset({"wilma", "karim", "rita"})  # who came in to stand beside Noor
KEEPERS = MANAGERS | {"hilde"}  # who keeps what the house tells who stands beside a child

AROUND: dict[str, Row | Open] = {
    "support:welcome": Row(BESIDE),
    "support:welcome_pdf": Row(BESIDE),
    "support:pack_pdf": Row(WITH_NOOR),
    "around:advice": Row(HOUSE, KEEPERS),
    "around:adviser": Row(KEEPERS),
    "around:adviser_removal": Row(KEEPERS),
    "around:lasting": Row(KEEPERS),
}
