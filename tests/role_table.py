"""Who finds something at which address: every name of the resolver, everyone of the cast, GET and POST.

A row says who finds something there; for everybody else of the cast there is nothing (404), and who is not signed in is
asked to sign in.  Addresses that are the same for everyone say so with `Open`.
"""

from dataclasses import dataclass

EVERYONE = frozenset(
    "noor sem lotte bram hilde greet mo saar an ann tarik rita wilma karim dirk nadia".split()  # noqa: SIM905  # a list of names
)
WITH_NOOR = frozenset({"noor", "lotte"})
CIRCLE = WITH_NOOR | {"bram"}
CONDITIONS = WITH_NOOR | {"mo"}
WORKERS = frozenset({"lotte", "bram", "greet", "an"})
HOUSE = frozenset({"lotte", "bram", "hilde", "greet", "mo", "saar", "an"})
MANAGERS = frozenset({"mo"})


@dataclass(frozen=True, slots=True)
class Row:
    """Who finds something here when asking (`get`) and when sending (`post`)."""

    get: frozenset[str]
    post: frozenset[str] | None = None  # None: the same people


@dataclass(frozen=True, slots=True)
class Open:
    """The same for everyone, signed in or not: the statuses that may come."""

    get: frozenset[int] = frozenset({200, 302})
    post: frozenset[int] = frozenset({200, 302, 400, 403, 405})


OWN_ACCOUNT = frozenset({200, 302, 403, 404})  # needs a password or a second factor that the cast does not have


ROWS: dict[str, Row | Open] = {
    # what is about a child
    "circle:page": Row(CIRCLE),
    "circle:list": Row(CIRCLE),
    "circle:add": Row(CIRCLE),
    "circle:person": Row(CIRCLE),
    "circle:place": Row(CIRCLE),
    "circle:places": Row(CIRCLE),
    "circle:remove": Row(CIRCLE),
    "circle:tie": Row(CIRCLE),
    "circle:untie": Row(CIRCLE),
    "circle:undo": Row(CIRCLE),
    "circle:changes": Row(CIRCLE),
    "circle:layers": Row(CIRCLE),
    "circle:versions": Row(CIRCLE),
    "circle:take": Row(CIRCLE),
    "circle:pdf": Row(CIRCLE),
    "circle:svg": Row(CIRCLE),
    "circle:png": Row(CIRCLE),
    "circle:print": Row(CIRCLE),
    "circle:session": Row(CIRCLE),
    "circle:draft": Row(CIRCLE),
    "circle:pause": Row(CIRCLE),
    "circle:finish": Row(CIRCLE),
    "circle:settle": Row(CIRCLE),
    "circle:time": Row(frozenset({"lotte", "bram"}), CIRCLE),
    "rights:beside": Row(WITH_NOOR),
    "rights:meanings": Row(WITH_NOOR),
    "rights:wish": Row(WITH_NOOR),
    "rights:pictures": Row(WITH_NOOR),
    "rights:withdraw": Row(WITH_NOOR),
    "rights:face": Row(WITH_NOOR),
    "rights:person": Row(WITH_NOOR),
    "rights:condition": Row(CONDITIONS, frozenset({"lotte"})),
    "rights:decision": Row(
        frozenset()
    ),  # only while there is an entry to decide about: tests/rooms/test_conditions_page.py
    "rights:factor": Row(WITH_NOOR),
    "rights:serve": Row(CONDITIONS, frozenset({"lotte"})),
    "rights:end": Row(WITH_NOOR),
    "portals:child": Row(CIRCLE),
    "portals:copy": Row(frozenset({"lotte", "bram"})),
    "portals:copy_pdf": Row(frozenset({"lotte", "bram"})),
    # the worker's and the house's pages
    "portals:today": Row(EVERYONE),
    "portals:children": Row(HOUSE),
    "portals:new_child": Row(WORKERS - {"bram"}),
    "people:organisation": Row(HOUSE),
    "people:colleague": Row(MANAGERS),
    "people:contact": Row(MANAGERS),
    "people:team": Row(MANAGERS),
    "people:ending": Row(MANAGERS),
    "people:link": Row(MANAGERS),
    # without an account
    "public:front": Open(),
    "public:robots": Open(),
    "public:security": Open(),
    "kit:gallery": Open(),
    # coming in
    "account_login": Open(),
    "account_logout": Open(),
    "account_signup": Open(),
    "account_inactive": Open(),
    "account_reauthenticate": Open(get=OWN_ACCOUNT),
    "account_change_password": Open(get=OWN_ACCOUNT),
    "account_set_password": Open(),
    "account_reset_password": Open(),
    "account_reset_password_done": Open(),
    "account_reset_password_from_key": Open(),
    "account_reset_password_from_key_done": Open(),
    "mfa_index": Open(),
    "mfa_authenticate": Open(),
    "mfa_reauthenticate": Open(get=OWN_ACCOUNT),
    "mfa_activate_totp": Open(),
    "mfa_deactivate_totp": Open(get=OWN_ACCOUNT, post=OWN_ACCOUNT | {400, 405}),
    "mfa_view_recovery_codes": Open(get=OWN_ACCOUNT),
    "mfa_generate_recovery_codes": Open(get=OWN_ACCOUNT),
    "mfa_download_recovery_codes": Open(get=OWN_ACCOUNT, post=OWN_ACCOUNT | {400, 405}),
}
