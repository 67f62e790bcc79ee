-- Row-level policies: PostgreSQL weighs every row about a child that is read once more, by the table of the law, for who asks.
-- Of writing it asks only that an act is going on (ADR 0011, "What it does not weigh").
-- Written from law/access.toml and house.md 4, and from nothing in access/sieve.py: a property test holds the two together.
-- `access.policies` runs this after each migration, and puts the table itself into kring_openings().

CREATE OR REPLACE FUNCTION kring_asker() RETURNS jsonb LANGUAGE sql STABLE AS
$$ SELECT coalesce(nullif(current_setting('kring.asker', true), ''), '[]')::jsonb $$;

-- Does what was said open this row?  One answer of the table at a time.
CREATE OR REPLACE FUNCTION kring_meets(asker jsonb, answer text, one access_item) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN coalesce(CASE answer
    WHEN 'open' THEN true
    WHEN 'own' THEN asker->'own' ? one.about_id::text
    WHEN 'wrote' THEN asker->>'me' = one.author_id::text
    WHEN 'addressed' THEN asker->>'me' = one.told_to_id::text
      AND (one.look_on IS NOT NULL OR NOT coalesce((asker->>'stopped')::boolean, false))
    WHEN 'asks' THEN coalesce(asker->'yes_items' ? one.id::text, false) OR coalesce(asker->'yes_topics' ? one.topic, false)
    WHEN 'one' THEN asker->'yes_items' ? one.id::text
    WHEN 'theirs' THEN asker->'theirs' ? one.id::text
    WHEN 'told' THEN asker->'told' ? one.id::text
  END, false);
END $$;

-- Does a protection take this row away, whatever opened it?  An emergency lifts what comes after walls, oneself and who is close.
CREATE OR REPLACE FUNCTION kring_shuts(asker jsonb, guard jsonb, one access_item, urgent boolean) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  unsure boolean := coalesce((asker->>'unsure')::boolean, false);
  i_wrote boolean := coalesce(asker->>'me' = one.author_id::text, false) AND NOT unsure;
  to_me boolean := coalesce(asker->>'me' = one.told_to_id::text, false) AND NOT unsure;
  reads_on boolean := guard->'at_home' ? (asker->>'relation') OR NOT guard->'closed_to_who_wrote_it' ? one.section;
  no_subject boolean := one.topic = 'general' AND guard->'not_the_rest' ? one.section;
BEGIN
  IF one.wall_id IS NOT NULL AND NOT guard->'sees_every_wall' ? (asker->>'relation')
     AND NOT coalesce(asker->'walls' ? one.wall_id::text, false) THEN RETURN true; END IF;
  IF guard->'never_about_oneself' ? one.klass AND coalesce(asker->'mine' ? one.about_id::text, false) THEN RETURN true; END IF;
  IF guard->'never_about_those_close' ? one.klass AND NOT guard->'reads_about_those_close' ? (asker->>'relation')
     AND (asker->'close' IS NULL OR coalesce(asker->'close' ? one.about_id::text, false)) THEN RETURN true; END IF;
  IF urgent THEN RETURN false; END IF;
  IF one.section = 'said' AND one.told_to_id IS NOT NULL AND (unsure OR one.told_to_id::text <> asker->>'me') AND NOT i_wrote THEN
    RETURN true;
  END IF;
  IF coalesce(asker->'no_items' ? one.id::text, false) OR coalesce(asker->'no_items' ? one.about_id::text, false) THEN
    RETURN true;
  END IF;
  IF coalesce(asker->'no_topics' ? one.topic, false) AND NOT (i_wrote OR to_me OR no_subject) THEN RETURN true; END IF;
  RETURN one.held_close AND NOT (i_wrote AND reads_on) AND (unsure OR NOT guard->'reads_what_is_held_close' ? (asker->>'relation'))
     AND NOT coalesce(asker->'yes_items' ? one.id::text, false);
END $$;

CREATE OR REPLACE FUNCTION kring_lets(asker jsonb, one access_item) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  law jsonb := kring_openings();
  guard jsonb := law->'protection';
  closed boolean := coalesce((asker->>'closed')::boolean, false);
  over boolean := closed AND NOT (coalesce((asker->>'ends')::boolean, false) AND guard->'ends_when_closed' ? (asker->>'relation'));
  looking boolean := asker->>'verb' IN ('know', 'read');
  restricted boolean := coalesce((asker->>'restricted')::boolean, false);
  urgent boolean := looking AND NOT closed AND NOT restricted AND coalesce(asker->'disclosed' ? one.id::text, false)
    AND NOT guard->'never_in_an_emergency' ? one.klass
    AND NOT (one.section = 'said' AND guard->'never_told_what_was_said' ? (asker->>'relation'));
  opening jsonb;
BEGIN
  IF NOT asker->'dossiers' ? one.dossier_id::text OR one.section <> asker->>'section' THEN RETURN false; END IF;
  IF restricted AND NOT guard->'open_when_restricted' ? one.section THEN RETURN false; END IF;
  IF over AND (NOT looking OR guard->'shut_when_closed' ? (asker->>'relation')) THEN RETURN false; END IF;
  IF urgent THEN RETURN NOT kring_shuts(asker, guard, one, true); END IF;
  FOR opening IN SELECT jsonb_array_elements(
    law->'rules'->concat_ws(' ', asker->>'relation', one.section, one.klass, asker->>'verb')) LOOP
    CONTINUE WHEN NOT coalesce(asker->'cases', '[]'::jsonb) @> (opening->'when');
    CONTINUE WHEN restricted AND asker->>'verb' <> 'add' AND NOT guard->'left_when_restricted' ? (opening->>'answer');
    CONTINUE WHEN closed AND opening->>'answer' IN ('asks', 'one', 'theirs', 'told');
    CONTINUE WHEN coalesce((asker->>'stopped')::boolean, false) AND opening->>'answer' IN ('asks', 'one', 'theirs', 'told');
    IF kring_meets(asker, opening->>'answer', one) THEN RETURN NOT kring_shuts(asker, guard, one, false); END IF;
  END LOOP;
  RETURN false;
END $$;

-- What a policy asks of a row: may one of those who ask have it?  Nobody asks: nothing.
-- By the owner: the item of a row is of the same child, and to ask that once more for each row would cost as much again.
CREATE OR REPLACE FUNCTION kring_may_have(item uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
DECLARE
  askers jsonb := kring_asker();
  one public.access_item;
BEGIN
  IF askers ? 'all' THEN RETURN true; END IF;
  SELECT * INTO one FROM public.access_item WHERE id = item;
  RETURN EXISTS (SELECT 1 FROM jsonb_array_elements(askers) AS asker WHERE kring_lets(asker, one));
END $$;

CREATE OR REPLACE FUNCTION kring_writes() RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT kring_asker() ? 'all' $$;

-- About which children is this statement (`access.scope`)?  Their ids stand in one text, and `access.policies` looks into it for each
-- row: a subquery or a function of our own for each row doubled the time of a page.  This is asked where nobody said it: that is
-- refused out loud, and not answered with nothing, as what closes stands there too.
CREATE OR REPLACE FUNCTION kring_nobody_said() RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RAISE insufficient_privilege USING MESSAGE = 'kring: nobody said about which child this is';
END $$;

-- Of a row that knows its item alone.  By the owner, as above.
CREATE OR REPLACE FUNCTION kring_item_about(item uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
DECLARE
  said text := coalesce(current_setting('kring.children', true), '');
  child uuid;
BEGIN
  IF said = 'all' THEN RETURN true; END IF;
  IF said = '' THEN RETURN kring_nobody_said(); END IF;
  SELECT dossier_id INTO child FROM public.access_item WHERE id = item;
  RETURN coalesce(strpos(said, child::text) > 0, false);
END $$;

-- Of who reads a list: those with whom it stands or stood, and of who does more than work with children those of its house.
CREATE OR REPLACE FUNCTION kring_listed(who uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(string_agg(child::text, ' '), 'none') FROM (
    SELECT held.dossier_id AS child FROM public.dossier_involvement AS held WHERE held.person_id = who
    UNION
    SELECT one.id FROM public.people_post AS post
      JOIN public.people_team AS team ON team.organisation_id = post.organisation_id
      JOIN public.dossier_dossier AS one ON one.team_id = team.id
      WHERE post.person_id = who AND post.role <> 'worker'
  ) AS listed
$$;
