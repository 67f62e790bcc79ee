"""Who finds something on the pages around the person who stands beside a child (the room `support`)."""

from tests.role_kinds import HOUSE, MANAGERS, WITH_NOOR, Open, Row

BESIDE = frozenset({"wilma", "karim", "rita"})  # who came in to stand beside Noor
KEEPERS = MANAGERS | {"hilde"}  # who keeps what the house tells who stands beside a child

AROUND: dict[str, Row | Open] = {
    "support:welcome": Row(BESIDE),
    "support:welcome_pdf": Row(BESIDE),
    "support:pack_pdf": Row(WITH_NOOR),
    **dict.fromkeys(("support:around", "support:plan", "support:held", "support:answer"), Row(frozenset({"lotte"}))),
    "support:left": Row(frozenset({"lotte"})),
    "support:mine": Row(BESIDE),
    "support:well": Row(BESIDE),
    "support:erased": Row(frozenset({"wilma"})),  # by who wrote it
    "support:cards": Row(BESIDE),
    **dict.fromkeys(("support:letter", "support:letter_pdf"), Row(WITH_NOOR | {"karim"})),
    "endings:itself": Row(BESIDE),
    "endings:pass_on": Row(frozenset({"lotte"})),  # while nobody told Wilma that Noor chose otherwise
    "endings:goes_on": Row(frozenset({"lotte"})),
    "endings:aftercare": Row(WITH_NOOR, frozenset({"lotte"})),
    "endings:aftercare_stopped": Row(frozenset({"lotte"})),
    "support:others": Row(frozenset()),  # only for who serves, and a JIM: tests/rooms/test_peers.py
    **dict.fromkeys(("support:no_more", "support:comes"), Row(frozenset())),  # the same
    "portals:yours": Row(frozenset({"lotte"}), frozenset()),  # and of who is of age: here Noor is fifteen
    "support:rules": Row(BESIDE | {"noor"}),
    "around:advice": Row(HOUSE, KEEPERS),
    "around:adviser": Row(KEEPERS),
    "around:adviser_removal": Row(KEEPERS),
    "around:lasting": Row(KEEPERS),
    "around:rules": Row(HOUSE),
    "around:learning": Row(HOUSE, KEEPERS),
    **dict.fromkeys(("around:learning_one", "around:learning_off"), Row(KEEPERS)),
    "around:learned": Row(HOUSE),
    "around:dilemmas": Row(HOUSE),
    "around:dilemma_talk": Row(frozenset()),  # of a team, by who is in it: tests/rooms/test_dilemmas.py
    "around:dilemma_erased": Row(frozenset({"lotte"})),  # by who wrote it
    "around:rule": Row(KEEPERS),
    **dict.fromkeys(("around:gatherings", "around:gathering", "around:called_off"), Row(frozenset({"greet"}))),
}
