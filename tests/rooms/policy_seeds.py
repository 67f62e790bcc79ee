"""What is changed of the policies, on purpose, for `test_policy_mutants`: in the functions, and on one table."""

from kring.audit.guard import APPLICATION_ROLE
from kring.law.access import Relation, Section

R, S = Relation, Section
Weighed = tuple[str, str, str, Relation, Section]

WEIGHED: tuple[Weighed, ...] = (
    # what is forgotten or widened, the words that change, and where it shows first
    (
        "what the child is asked, stands open",
        "WHEN 'asks' THEN coalesce(",
        "WHEN 'asks' THEN true OR coalesce(",
        R.JIM,
        S.CIRCLE,
    ),
    (
        "a yes about its subject opens one thing",
        "WHEN 'one' THEN asker->'yes_items' ? one.id::text",
        "WHEN 'one' THEN asker->'yes_items' ? one.id::text OR asker->'yes_topics' ? one.topic",
        R.PARENT,
        S.AGREEMENTS,
    ),
    ("a yes of the parent is the yes of everybody", "asker->'theirs' ? one.id::text", "true", R.SUPPORTER, S.JOURNAL),
    ("who wrote it is not asked", "asker->>'me' = one.author_id::text\n", "true\n", R.PARENT, S.SAID),
    (
        "whom it was made for is not asked",
        "asker->>'me' = one.told_to_id::text\n",
        "true\n",
        R.COURT_SERVICE,
        S.TRANSFERS,
    ),
    ("whose it is, is not asked", "asker->'own' ? one.about_id::text", "true", R.JIM, S.AGREEMENTS),
    ("forgets the walls", "IF one.wall_id IS NOT NULL AND NOT", "IF false AND NOT", R.PARENT, S.CIRCLE),
    (
        "everybody sees over the walls",
        "NOT guard->'sees_every_wall' ? (asker->>'relation')\n",
        "false\n",
        R.PARENT,
        S.CIRCLE,
    ),
    (
        "forgets what is about oneself",
        "IF guard->'never_about_oneself' ? one.klass AND",
        "IF false AND",
        R.WORKER,
        S.CONCERNS,
    ),
    (
        "forgets who is close",
        "IF guard->'never_about_those_close' ? one.klass AND",
        "IF false AND",
        R.TRUST_PERSON,
        S.APART,
    ),
    (
        "forgets to whom it was said",
        "IF one.section = 'said' AND one.told_to_id",
        "IF false AND one.told_to_id",
        R.WORKER,
        S.SAID,
    ),
    ("forgets a no to one thing", "coalesce(asker->'no_items' ? one.id::text, false) OR ", "", R.WORKER, S.CIRCLE),
    (
        "forgets a no to whom it is about",
        " OR coalesce(asker->'no_items' ? one.about_id::text, false)",
        "",
        R.WORKER,
        S.CIRCLE,
    ),
    (
        "forgets a no to a subject",
        "IF coalesce(asker->'no_topics' ? one.topic, false) AND",
        "IF false AND",
        R.WORKER,
        S.CIRCLE,
    ),
    (
        "a no closes what one wrote",
        "AND NOT (i_wrote OR to_me OR no_subject)",
        "AND NOT (to_me OR no_subject)",
        R.WORKER,
        S.CIRCLE,
    ),
    ("forgets what the child keeps to itself", "RETURN one.held_close AND", "RETURN false AND", R.WORKER, S.JOURNAL),
    ("who came in with a card is sure", "(asker->>'unsure')::boolean", "false", R.CHILD, S.CIRCLE),
    ("forgets that the place was closed", "IF over AND (", "IF false AND (", R.JIM, S.AGREEMENTS),
    ("one writes in a closed place", "IF over AND (NOT looking OR ", "IF over AND (", R.WORKER, S.CIRCLE),
    ("a yes opens in a closed place", "CONTINUE WHEN closed AND", "CONTINUE WHEN false AND", R.PARENT, S.CIRCLE),
    (
        "who stopped reads on by a yes",
        "CONTINUE WHEN coalesce((asker->>'stopped')",
        "CONTINUE WHEN false AND coalesce((asker->>'stopped')",
        R.JIM,
        S.CIRCLE,
    ),
    ("forgets a restriction", "IF restricted AND NOT guard", "IF false AND NOT guard", R.JIM, S.AGREEMENTS),
    (
        "who is restricted reads what is open",
        "CONTINUE WHEN restricted AND",
        "CONTINUE WHEN false AND",
        R.JIM,
        S.SAID,
    ),
    ("an emergency opens everything", "AND NOT guard->'never_in_an_emergency' ? one.klass", "", R.SUPPORTER, S.JOURNAL),
    (
        "an emergency opens what the child said to a parent",
        "AND NOT (one.section = 'said' AND guard",
        "AND NOT (false AND guard",
        R.PARENT,
        S.SAID,
    ),
    ("an emergency opens in a closed place", "looking AND NOT closed AND", "looking AND", R.WORKER, S.JOURNAL),
    (
        "an emergency lets one write",
        "urgent boolean := looking AND",
        "urgent boolean := true AND",
        R.SUPPORTER,
        S.JOURNAL,
    ),
    ("of another child as well", "NOT asker->'dossiers' ? one.dossier_id::text OR ", "", R.WORKER, S.CIRCLE),
    (
        "in which case is not asked",
        "CONTINUE WHEN NOT coalesce(asker->'cases'",
        "CONTINUE WHEN false AND NOT coalesce(asker->'cases'",
        R.PARENT,
        S.JOURNAL,
    ),
    (
        "a supporter is a worker",
        "concat_ws(' ', asker->>'relation',",
        "concat_ws(' ', CASE asker->>'relation' WHEN 'supporter' THEN 'worker' ELSE asker->>'relation' END,",
        R.SUPPORTER,
        S.JOURNAL,
    ),
    ("who may read, may change", "one.klass, asker->>'verb')) LOOP", "one.klass, 'read')) LOOP", R.SUPPORTER, S.CIRCLE),
)
ON = "circle_member"
LOOSE: tuple[tuple[str, str, str], ...] = (
    # of the tables themselves: what the owner does to one, and which road opens by it
    (
        "reads with USING (true)",
        f"DROP POLICY kring_reads ON {ON}; CREATE POLICY kring_reads ON {ON} FOR SELECT USING (true)",
        "read",
    ),
    (
        "changes with USING (true)",
        f"DROP POLICY kring_changes ON {ON}; CREATE POLICY kring_changes ON {ON} FOR UPDATE USING (true)",
        "change",
    ),
    (
        "removes with USING (true)",
        f"DROP POLICY kring_removes ON {ON}; CREATE POLICY kring_removes ON {ON} FOR DELETE USING (true)",
        "remove",
    ),
    (
        "adds with CHECK (true)",
        f"DROP POLICY kring_adds ON {ON}; CREATE POLICY kring_adds ON {ON} FOR INSERT WITH CHECK (true)",
        "add",
    ),
    ("one more policy beside it", f"CREATE POLICY kring_too ON {ON} FOR SELECT USING (item_id IS NOT NULL)", "read"),
    ("no policies at all", f"ALTER TABLE {ON} DISABLE ROW LEVEL SECURITY", "read"),
    (
        "the application owns the table, and nothing forces it",
        f"GRANT CREATE ON SCHEMA public TO {APPLICATION_ROLE}; ALTER TABLE {ON} OWNER TO {APPLICATION_ROLE}",
        "read",
    ),
    ("nobody asks, and has it", "askers ? 'all' THEN RETURN true", "askers ? 'all' OR askers = '[]' THEN RETURN true"),
    ("who reads, writes", "SELECT kring_asker() ? 'all' $$", "SELECT true $$"),
    ("of which child is not asked", "ALTER POLICY kring_of_this_child ON access_item USING (true)", "another child"),
    (
        "nobody said about whom, and it is all",
        "RAISE insufficient_privilege USING MESSAGE = 'kring: nobody said about which child this is'",
        "RETURN true",
    ),
    ("an item of another child", "coalesce(strpos(said, child::text) > 0, false)", "true"),
)
