"""Who finds something at which address: every name of the resolver, everyone of the cast, GET and POST.

A row says who finds something there; for everybody else of the cast there is nothing (404), and who is not signed in is
asked to sign in.  Addresses that are the same for everyone say so with `Open`.
"""

from tests.role_around import AROUND
from tests.role_home import HOME
from tests.role_kinds import (
    AGREES,
    CIRCLE,
    CONDITIONS,
    EVERYONE,
    EXPLAINS,
    HOUSE,
    MAKES_AGREEMENTS,
    MANAGERS,
    SHEETS,
    SPEAKERS,
    WITH_NOOR,
    WORKERS,
    WRITERS,
    Open,
    Row,
)

BY_A_YES = frozenset(
    {
        "circle:page",
        "circle:list",
        "circle:person",
        "circle:changes",
        "circle:layers",
        "circle:versions",
        "circle:take",
        "circle:print",
        "circle:pdf",
        "circle:svg",
        "circle:png",
        "portals:child",
        "rights:meanings",
    }
)
"""What is there as well for someone beside the child to whom it said yes: to look at, and of what it said yes to."""

OF_ONE = [f"rights:{page}" for page in ("appointment", "appointment_decision", "appointment_ending", "attest")]
OF_ONE += ["rights:parents_person", "rights:own_person_step", "rights:own_person_notice_pdf"]
OF_ONE += ["endings:appointed_teller", "endings:appointed_told"]
STEPS = [f"rights:{page}" for page in ("asked", "answered", "tried", "began", "paused", "resumed", "stopped")]
STEPS += [f"rights:{page}" for page in ("question", "for_what", "for_what_one", "there_for", "reached")]
STEPS += [f"rights:notice{page}" for page in ("", "_pdf", "_given")]
TO_WORKERS = ("due", "leave", "tell", "hand_over", "close", "move")
FOR_A_WHILE = [f"{one}{page}" for one in ("stand_in", "service", "guide") for page in ("", "_ending")]  # until a day
LED = ("without_worker", "give", "departure", "closed")  # by who leads the team
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
    "circle:speech": Row(WITH_NOOR),
    "circle:own_speech": Row(WITH_NOOR),
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
    "circle:time": Row(frozenset({"lotte", "bram"})),
    "rights:beside": Row(WITH_NOOR),
    "rights:meanings": Row(WITH_NOOR),
    "rights:wish": Row(WITH_NOOR),
    "rights:pictures": Row(WITH_NOOR),
    "rights:withdraw": Row(WITH_NOOR),
    "rights:unsaid": Row(WITH_NOOR),  # of what a worker wrote down: tests/rooms/test_unsaid.py
    "rights:face": Row(WITH_NOOR),
    "rights:otherwise": Row(frozenset({"noor"})),
    "rights:person": Row(WITH_NOOR),
    "rights:condition": Row(frozenset({"lotte"})),
    "rights:decision": Row(frozenset()),  # only while there is an entry to decide about: test_conditions_page.py
    "rights:factor": Row(WITH_NOOR),
    "rights:serve": Row(frozenset({"lotte"})),
    "rights:end": Row(WITH_NOOR),
    "rights:question_pdf": Row(frozenset()),  # of a question that was made: tests/rooms/test_steps.py
    **dict.fromkeys(STEPS, Row(WITH_NOOR)),
    "rights:another": Row(WITH_NOOR, frozenset({"lotte"})),
    "rights:reached_told": Row(frozenset()),  # of somebody who was reached: tests/rooms/test_around.py
    "rights:decided": Row(CONDITIONS),
    "rights:appointment_new": Row(frozenset({"lotte"})),
    **dict.fromkeys(
        OF_ONE, Row(frozenset())
    ),  # of one there is: test_decided.py, test_appointed_told.py, test_own_person.py
    "rights:limit": Row(frozenset({"lotte"})),
    "rights:limit_ending": Row(frozenset()),  # the same
    "rights:own_person": Row(frozenset({"ann", "tarik"})),
    "rights:own_person_ending": Row(frozenset()),  # test_own_person.py
    "rights:parents_persons": Row(frozenset({"lotte"})),
    "rights:parents_person_begins": Row(frozenset()),  # the same
    "rights:card": Row(frozenset()),  # only for who serves: tests/rooms/test_role_card.py
    "rights:ways": Row(WITH_NOOR),
    "rights:let_in": Row(WITH_NOOR),
    "rights:let_parent_in": Row(frozenset({"lotte"})),
    "rights:way_again": Row(WITH_NOOR),
    "rights:way_ending": Row(WITH_NOOR),
    "rights:own": Row(WITH_NOOR),
    "rights:own_card": Row(frozenset({"lotte"})),
    "rights:own_card_pdf": Row(frozenset()),  # with the code that the page before showed: test_code_card.py
    "rights:own_pictures": Row(frozenset({"lotte"})),
    "rights:own_ending": Row(frozenset()),  # only while there is a card or pictures: test_code_card.py
    "rights:own_it_was_me": Row(frozenset()),  # only while somebody used a card: test_whose_card.py
    "rights:own_not_me": Row(frozenset()),  # only while there is a card: test_whose_card.py
    "rights:own_phone": Row(frozenset()),  # only of a phone that was called own: test_code_card.py
    "rights:deciding": Row(WITH_NOOR, frozenset({"lotte"})),
    "rights:birthday": Row(frozenset({"lotte"})),
    "rights:authority": Row(frozenset()),  # of a parent of this child: test_deciding.py
    "rights:viewings": Row(frozenset({"lotte"})),
    "rights:viewing_begin": Row(frozenset()),  # only while a worker waits: test_looking.py
    "rights:viewing_ending": Row(frozenset()),  # only of one's own: test_looking.py
    "rights:sides": Row(frozenset({"lotte"})),
    "rights:side": Row(frozenset({"lotte"})),
    "rights:transfers": Row(WITH_NOOR | {"nadia"}),
    "rights:transfer": Row(frozenset({"lotte"})),
    "rights:restrictions": Row(frozenset({"lotte"})),
    "rights:restriction": Row(frozenset({"lotte"})),
    **dict.fromkeys((f"rights:{one}" for one in FOR_A_WHILE), Row(frozenset({"lotte"}))),
    "rights:say": Row(SPEAKERS),
    "rights:heard": Row(frozenset({"lotte", "wilma", "karim", "rita"})),  # what the child said to it alone
    "rights:hear": Row(frozenset({"lotte"})),
    "moments:moments": Row(WITH_NOOR),
    **dict.fromkeys((f"moments:{one}" for one in EXPLAINS), Row(frozenset({"lotte"}))),
    "moments:tomorrow": Row(frozenset({"lotte"})),
    "moments:chance_talked": Row(frozenset({"lotte"})),
    "endings:endings": Row(WITH_NOOR),
    **dict.fromkeys((f"endings:{page}" for page in TO_WORKERS), Row(frozenset({"lotte"}))),
    "endings:look": Row(frozenset({"lotte"})),
    "endings:still": Row(WITH_NOOR),
    "journal:notes": Row(SPEAKERS | WITH_NOOR),
    "journal:print": Row(SPEAKERS | WITH_NOOR),
    "journal:write": Row(WRITERS),
    "journal:change": Row(frozenset({"noor"})),  # by who wrote it
    "journal:apart": Row(frozenset({"lotte"})),
    "journal:apart_change": Row(frozenset({"lotte"})),
    "journal:plan": Row(WITH_NOOR),  # others once Noor says yes: tests/rooms/test_journal_plan.py
    **{f"journal:{name}": Row(WITH_NOOR) for name in ("line", "line_removal")},
    **{f"agreements:{name}": Row(WITH_NOOR) for name in MAKES_AGREEMENTS},
    "agreements:all": Row(AGREES | {"wilma", "rita"}),
    "agreements:agreement": Row(AGREES),  # of Noor and Karim
    "agreements:tap": Row(frozenset({"noor", "karim"})),
    "agreements:react": Row(frozenset({"karim"})),
    "agreements:versions": Row(AGREES),
    "portals:not_well": Row(frozenset({"noor"})),
    "agreements:low": Row(frozenset({"noor", "karim"})),
    "agreements:share": Row(frozenset({"noor", "lotte"})),  # with mama, who is known to be Ann
    "agreements:paper": Row(AGREES),
    "portals:child": Row(CIRCLE),
    "portals:home": Row(SPEAKERS),
    "portals:drawing": Row(frozenset({"noor"})),
    "portals:known": Row(WITH_NOOR),
    "portals:about": Row(WITH_NOOR),
    "portals:copies": Row(WITH_NOOR),
    "portals:question": Row(WITH_NOOR),
    "portals:question_thing": Row(WITH_NOOR),
    "portals:who_is": Row(WITH_NOOR),
    "portals:is_so": Row(frozenset({"lotte"})),  # of papa, whom Noor pointed out
    "portals:someone_else": Row(WITH_NOOR),  # of papa, who came in without a link
    "portals:stop_answer": Row(WITH_NOOR),
    "portals:confirm_answer": Row(frozenset()),  # only of a yes that waits: tests/rooms/test_in_her_name.py
    "portals:along": Row(WITH_NOOR),
    "portals:thing": Row(WITH_NOOR),
    "portals:why": Row(WITH_NOOR),
    "portals:emergency": Row(frozenset({"lotte"})),
    "portals:emergency_over": Row(frozenset({"lotte"})),  # of what was told in one
    "portals:parents_yes": Row(frozenset({"lotte"})),  # of a text about a parent
    "portals:mine": Row(frozenset({"ann", "tarik"})),
    "portals:take_back": Row(frozenset({"ann"})),  # her own yes to a page for Nadia
    "portals:parents_stop": Row(frozenset({"lotte"})),  # of that same yes
    "portals:mine_yes": Row(frozenset({"ann"})),  # of a yes that waits for her
    "portals:unsafe": Row(frozenset({"noor"})),
    "portals:stop": Row(frozenset({"noor"})),
    "portals:ahead": Row(frozenset({"noor"})),
    "portals:copy": Row(frozenset({"lotte", "bram"})),
    "portals:copy_pdf": Row(frozenset({"lotte", "bram"})),
    # the worker's and the house's pages
    "portals:today": Row(EVERYONE),
    "portals:own": Row(EVERYONE),
    "portals:lead": Row(frozenset({"hilde"})),
    "portals:birthdays": Row(frozenset({"hilde"})),
    "portals:tasks": Row(MANAGERS),
    "portals:log": Row(frozenset({"saar"})),
    "portals:children": Row(HOUSE),
    **dict.fromkeys(("portals:talked", "portals:closed"), Row(HOUSE)),
    "portals:start": Row(frozenset({"lotte"})),
    "portals:new_child": Row(WORKERS - {"bram"}),
    **AROUND,
    **HOME,
    "people:organisation": Row(HOUSE),
    "people:colleague": Row(MANAGERS),
    "people:contact": Row(MANAGERS),
    "people:team": Row(MANAGERS),
    "people:ending": Row(MANAGERS),
    "people:devices": Row(HOUSE),
    "people:device_ending": Row(frozenset()),  # of a device that there is: test_picture_code.py
    "people:link": Row(MANAGERS),
    "explaining:scripts": Row(HOUSE),
    "explaining:script": Row(HOUSE),
    **dict.fromkeys((f"explaining:{one}" for one in SHEETS), Row(HOUSE)),
    "explaining:shelf": Row(MANAGERS),
    "explaining:pace": Row(MANAGERS),
    "explaining:removal": Row(MANAGERS),
    "explaining:passed": Row(frozenset({"hilde"})),
    "explaining:ask": Row(frozenset({"hilde"})),
    **dict.fromkeys((f"handing:{page}" for page in LED), Row(frozenset({"hilde"}))),
    "handing:mine": Row(WORKERS - {"bram"}),
    "handing:reopen": Row(frozenset()),  # of a place that was closed: test_going.py
    # without an account
    "public:front": Open(),
    "public:card": Open(),
    "public:robots": Open(),
    "public:security": Open(),
    "kit:gallery": Open(),
    # coming in
    "ways:choose": Open(),
    "arriving:card": Open(get=frozenset({200}), post=frozenset({200})),
    "arriving:card_pin": Open(get=frozenset({302}), post=frozenset({302})),
    "arriving:mine": Open(get=frozenset({302}), post=frozenset({302})),
    "arriving:own": Open(get=frozenset({302}), post=frozenset({302})),
    "arriving:pictures": Open(get=frozenset({404}), post=frozenset({404})),  # on a device of the house: 200
    "ways:link": Open(get=frozenset({200}), post=frozenset({200})),
    "ways:begin": Open(get=frozenset({200}), post=frozenset({200})),
    "arriving:welcome": Open(get=frozenset({302}), post=frozenset({302})),  # a link opens these: test_ways_in.py
    "arriving:not_me": Open(get=frozenset({405}), post=frozenset({404})),
    "arriving:account": Open(get=frozenset({404}), post=frozenset({404})),
    "arriving:second": Open(),
    "ways:ended": Open(),
    "ways:leave": Open(get=frozenset({303}), post=frozenset({204})),
    "ways:display": Open(),
    "ways:channel": Open(),
    "ways:lock": Open(get=frozenset({302}), post=frozenset({200, 302})),
    "ways:ask": Open(get=frozenset({200}), post=frozenset({405})),
    "ways:cover": Open(get=frozenset({200}), post=frozenset({405})),
    "ways:close": Open(get=frozenset({405}), post=frozenset({204, 302, 401})),
    "ways:beat": Open(get=frozenset({405}), post=frozenset({204, 302})),
    "ways:again": Open(get=frozenset({302}), post=frozenset({302})),
    "ways:stays": Open(),
    "ways:others": Open(get=frozenset({302, 405}), post=frozenset({302})),
    "ways:stay_ending": Open(get=frozenset({302, 405}), post=frozenset({302, 404})),  # of another: 404
    "ways:passkeys": Open(),
    "ways:invited": Open(),
    "ways:passkey_add": Open(),
    "ways:passkey_first": Open(),
    "ways:passkey_rename": Open(get=frozenset({302, 404}), post=frozenset({302, 404})),
    "ways:passkey_remove": Open(get=frozenset({302, 404}), post=frozenset({302, 404})),
    "ways:pin": Open(),
    "mfa_login_webauthn": Open(),
    "mfa_reauthenticate_webauthn": Open(get=OWN_ACCOUNT, post=OWN_ACCOUNT | {400, 405}),
    "account_login": Open(),
    "account_logout": Open(),
    "account_signup": Open(),
    "account_inactive": Open(),
    "account_reauthenticate": Open(get=OWN_ACCOUNT),
    "account_change_password": Open(get=OWN_ACCOUNT),
    "account_set_password": Open(frozenset({404}), frozenset({403, 404})),  # a first password comes with a link
    "account_reset_password": Open(),
    "account_reset_password_done": Open(),
    "account_reset_password_from_key": Open(),
    "account_reset_password_from_key_done": Open(),
    # a provider: without one that is configured there is none; tests/rooms/test_openid.py
    "openid_connect_login": Open(get=frozenset({405}), post=frozenset({404})),
    "openid_connect_callback": Open(get=frozenset({404}), post=frozenset({405})),
    "openid_again": Open(get=frozenset({405}), post=frozenset({302, 404})),
    "openid_first": Open(get=frozenset({405}), post=frozenset({302})),
    "openid_linked": Open(),
    "openid_link": Open(get=frozenset({405}), post=frozenset({302, 404})),
    "openid_unlink": Open(get=frozenset({405}), post=frozenset({302})),
    "mfa_index": Open(),
    "mfa_authenticate": Open(),
    "mfa_reauthenticate": Open(get=OWN_ACCOUNT),
    "mfa_activate_totp": Open(),
    "mfa_deactivate_totp": Open(get=OWN_ACCOUNT, post=OWN_ACCOUNT | {400, 405}),
    "mfa_view_recovery_codes": Open(get=OWN_ACCOUNT),
    "mfa_generate_recovery_codes": Open(get=OWN_ACCOUNT),
    "mfa_download_recovery_codes": Open(get=OWN_ACCOUNT, post=OWN_ACCOUNT | {400, 405}),
}
