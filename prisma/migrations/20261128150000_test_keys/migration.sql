-- CreateEnum
CREATE TYPE "api_key_mode" AS ENUM ('live', 'test');

-- AlterTable
ALTER TABLE "api_key" ADD COLUMN     "mode" "api_key_mode" NOT NULL DEFAULT 'live';

-- AlterTable
ALTER TABLE "sandbox_lead" ADD COLUMN     "environment" TEXT NOT NULL DEFAULT 'sandbox';

-- CreateIndex
CREATE INDEX "lead_of_test" ON "lead"("received_at" DESC, "id" DESC) WHERE (environment = 'test');

-- After a crash of PostgreSQL there is none: then a second is waited for.
INSERT INTO "outbound_schedule" ("number", "next_at", "seen_at") VALUES (2, '-infinity', '-infinity');

-- Chooses the lead whose turn it is: see the migration that made it. What is counted of real leads is not counted of those of
-- test keys, nor the other way round.
CREATE OR REPLACE FUNCTION "take_place"(
    "place_environment" text, "at_once" int, "per_second" int, "slot_ms" int, "magic" text, "only_lead" uuid,
    OUT "kind" text, OUT "wait_ms" int, OUT "place" uuid, OUT "lead_id" uuid, OUT "is_probe" boolean,
    OUT "abandoned" boolean
) LANGUAGE plpgsql VOLATILE SET enable_seqscan = off SET jit = off AS $$
DECLARE
    moment timestamptz;
    schedule outbound_schedule;
    -- A twentieth longer than the rate asks: one that is claimed a tenth of a second late, and takes its time to arrive, is
    -- still not one too many.
    step interval := interval '1.05 seconds' / per_second;
    slot interval := slot_ms * interval '1 millisecond';
    hold uuid;
    until timestamptz;
    open_now int;
    -- The customer of each attempt and place that there is, as often as it has one.
    busy text[];
    candidate text;
    begun_at text;
    wrapped boolean := false;
    -- Leads of test keys have a schedule and places of their own: none of theirs keeps a real one waiting.
    is_test boolean := place_environment = 'test';
    own_number int := CASE WHEN is_test THEN 2 ELSE 1 END;
    shares record;
    exhausted boolean := false;
    -- Something is due that has no room beside what is under way of its customer.
    crowded boolean := false;
    booked timestamptz;
BEGIN
    PERFORM set_config('synchronous_commit', 'off', true);
    is_probe := false;
    LOOP
        SELECT * INTO schedule FROM outbound_schedule WHERE number = own_number FOR UPDATE;
        EXIT WHEN FOUND;
        INSERT INTO outbound_schedule (number, next_at, seen_at)
        VALUES (own_number, delivery_clock() + interval '1 second', delivery_clock()) ON CONFLICT DO NOTHING;
    END LOOP;
    moment := delivery_clock();
    IF schedule.seen_at > moment + interval '1 second' THEN
        -- Once for all of them: the schedule of real leads sees it within seconds.
        IF NOT is_test THEN PERFORM follow_clock_back(schedule.seen_at - moment); END IF;
        DELETE FROM outbound_place p WHERE (p.environment = 'test') = is_test;
        schedule.next_at := moment + interval '1 second';
    END IF;
    schedule.seen_at := moment;
    DELETE FROM outbound_place p
    WHERE p.at < moment - interval '100 milliseconds' AND (p.environment = 'test') = is_test;

    -- In one statement: between two, a place that is claimed would be neither a place any more nor an attempt yet.
    SELECT count(*) FILTER (WHERE NOT is_over), coalesce(bool_or(is_over), false),
        array_agg(under_way.vitec_customer_id) FILTER (WHERE NOT is_over AND under_way.environment = place_environment)
    INTO open_now, abandoned, busy
    FROM (
        SELECT a.started_at <= moment - slot AS is_over, a.environment,
            (SELECT l.vitec_customer_id FROM lead l WHERE l.id = a.lead_id)
        FROM delivery_attempt a WHERE a.ended_at IS NULL AND (a.environment IS NOT DISTINCT FROM 'test') = is_test
        UNION ALL SELECT false, p.environment, p.vitec_customer_id FROM outbound_place p
        WHERE (p.environment = 'test') = is_test
    ) under_way;
    booked := greatest(moment, schedule.next_at);
    until := vitec_held_until(place_environment, magic);
    IF open_now >= at_once THEN
        kind := 'full';
        wait_ms := 100;
    ELSIF booked > moment + interval '1 second' THEN
        kind := 'full';
        wait_ms := ceil(extract(epoch FROM booked - moment) * 1000) - 1000;
    ELSIF until > moment THEN
        kind := 'held';
        wait_ms := ceil(extract(epoch FROM until - moment) * 1000);
    ELSIF until IS NOT NULL AND open_now > 0 THEN
        kind := 'full';
        wait_ms := 100;
    END IF;
    IF kind IS NOT NULL THEN
        UPDATE outbound_schedule SET seen_at = schedule.seen_at, next_at = schedule.next_at WHERE number = own_number;
        RETURN;
    END IF;

    SELECT h.id INTO hold FROM sending_hold h;
    IF only_lead IS NOT NULL THEN
        SELECT l.vitec_customer_id INTO candidate FROM lead l
        WHERE l.id = only_lead AND l.environment = place_environment
            AND (hold IS NULL OR l.released_from = hold);
        IF FOUND THEN
            SELECT * INTO shares FROM customer_room(place_environment, candidate, moment, at_once, busy);
            is_probe := shares.probes;
            IF shares.room > 0 THEN
                SELECT l.id INTO lead_id FROM lead l
                WHERE l.id = only_lead AND l.status = 'pending' AND l.anonymised_at IS NULL
                    AND (l.next_attempt_at <= moment OR is_probe AND l.next_attempt_at IS NOT NULL)
                    AND NOT EXISTS (SELECT FROM outbound_place p WHERE p.lead_id = l.id)
                    AND NOT EXISTS (SELECT FROM delivery_attempt a WHERE a.lead_id = l.id AND a.ended_at IS NULL)
                FOR NO KEY UPDATE SKIP LOCKED;
            END IF;
        END IF;
    ELSIF hold IS NOT NULL THEN
        FOR candidate IN
            SELECT DISTINCT l.vitec_customer_id FROM lead l
            WHERE l.status = 'pending' AND l.released_from = hold AND l.environment = place_environment
                AND l.next_attempt_at IS NOT NULL
            ORDER BY 1
        LOOP
            SELECT * INTO shares FROM customer_room(place_environment, candidate, moment, at_once, busy);
            crowded := coalesce(crowded OR shares.room < 1, crowded);
            CONTINUE WHEN shares.room IS NULL OR shares.room < 1;
            is_probe := shares.probes;
            SELECT l.id INTO lead_id FROM lead l
            WHERE l.status = 'pending' AND l.released_from = hold AND l.environment = place_environment
                AND l.vitec_customer_id = candidate AND l.anonymised_at IS NULL
                AND (l.next_attempt_at <= moment OR is_probe AND l.next_attempt_at IS NOT NULL)
                AND NOT EXISTS (SELECT FROM outbound_place p WHERE p.lead_id = l.id)
                AND NOT EXISTS (SELECT FROM delivery_attempt a WHERE a.lead_id = l.id AND a.ended_at IS NULL)
            ORDER BY l.lane, l.next_attempt_at, l.id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
            EXIT WHEN lead_id IS NOT NULL;
        END LOOP;
    ELSE
        candidate := schedule.last_customer;
        begun_at := candidate;
        -- A turn of so many customers; the next one goes on from there.
        FOR tried IN 1..500 LOOP
            SELECT l.vitec_customer_id INTO candidate FROM lead l
            WHERE l.status = 'pending' AND l.next_attempt_at IS NOT NULL AND l.environment = place_environment
                AND l.vitec_customer_id > candidate AND l.next_attempt_at <= moment
            ORDER BY l.environment, l.vitec_customer_id, l.lane, l.next_attempt_at, l.id LIMIT 1;
            IF candidate IS NULL THEN
                EXIT WHEN wrapped;
                wrapped := true;
                candidate := '';
                CONTINUE;
            END IF;
            EXIT WHEN wrapped AND candidate > begun_at;
            schedule.last_customer := candidate;
            SELECT * INTO shares FROM customer_room(place_environment, candidate, moment, at_once, busy);
            crowded := coalesce(crowded OR shares.room < 1, crowded);
            CONTINUE WHEN shares.room IS NULL OR shares.room < 1;
            is_probe := shares.probes;
            lead_id := CASE WHEN is_probe THEN probe_lead(place_environment, candidate)
                ELSE due_lead(place_environment, candidate, moment) END;
            EXIT WHEN lead_id IS NOT NULL;
            exhausted := tried = 500;
        END LOOP;
    END IF;

    IF lead_id IS NULL THEN
        kind := CASE WHEN exhausted OR crowded THEN 'full' ELSE 'idle' END;
        wait_ms := CASE WHEN exhausted THEN 10 WHEN crowded THEN 1000 END;
        IF kind = 'idle' THEN
            SELECT ceil(extract(epoch FROM least(min(next.at) - moment, interval '1 minute')) * 1000) INTO wait_ms FROM (
                (SELECT l.next_attempt_at AS at FROM lead l
                WHERE l.status = 'pending' AND l.next_attempt_at IS NOT NULL AND l.next_attempt_at > moment
                ORDER BY l.next_attempt_at LIMIT 1)
                UNION ALL SELECT t.held_until FROM customer_trouble t
                WHERE t.environment = place_environment AND t.held_until > moment
                UNION ALL SELECT p.next_probe_at FROM customer_pause p
                WHERE p.environment = place_environment AND p.next_probe_at > moment
            ) next;
        END IF;
        is_probe := false;
    ELSE
        kind := 'place';
        place := gen_random_uuid();
        wait_ms := ceil(extract(epoch FROM booked - moment) * 1000);
        INSERT INTO outbound_place (id, lead_id, environment, vitec_customer_id, at, is_probe)
        VALUES (place, take_place.lead_id, place_environment, candidate, booked, take_place.is_probe);
        schedule.next_at := booked + step;
    END IF;
    UPDATE outbound_schedule
    SET next_at = schedule.next_at, seen_at = schedule.seen_at, last_customer = schedule.last_customer
    WHERE number = own_number;
END
$$;

-- Closes an attempt, moves its lead, and says what happened: see the migration that made it.
CREATE OR REPLACE FUNCTION "settle_attempt"("of_lead" uuid, "of_number" int, "result" text, "new_status" text, "http" int,
    "answer_text" text, "kind_of_error" text, "word" text, "vitec_id" text, "vitec_search" text, "retry_ms" bigint,
    "pauses" boolean, "limited_ms" int, "magic" boolean,
    OUT "settled" text, OUT "status" text, OUT "next_attempt_at" timestamptz, OUT "lifts" boolean,
    OUT "since_received_ms" bigint, OUT "listed" boolean, OUT "pause_began" boolean, OUT "breaker" text
) LANGUAGE plpgsql VOLATILE SET enable_seqscan = off SET jit = off AS $$
DECLARE
    moment timestamptz;
    target lead;
    attempt delivery_attempt;
BEGIN
    lifts := false;
    pause_began := false;
    SELECT * INTO target FROM lead l WHERE l.id = of_lead FOR NO KEY UPDATE;
    SELECT * INTO attempt FROM delivery_attempt a WHERE a.lead_id = of_lead AND a.number = of_number FOR UPDATE;
    moment := delivery_clock();
    since_received_ms := extract(epoch FROM moment - target.received_at) * 1000;
    listed := EXISTS (SELECT FROM customer c WHERE c.vitec_id = target.vitec_customer_id AND NOT c.found_by_pause);
    status := target.status;
    next_attempt_at := target.next_attempt_at;
    IF attempt.ended_at IS NULL THEN
        settled := 'on_time';
    ELSIF attempt.error_kind = 'interrupted' AND attempt.answered_late_at IS NULL THEN
        settled := 'late';
    ELSE
        settled := 'before';
        -- Whoever wrote it may not have heard so, and then has lifted nothing.
        lifts := attempt.outcome IN ('delivered', 'rejected') AND EXISTS (SELECT FROM customer_pause p
            WHERE p.environment = target.environment AND p.vitec_customer_id = target.vitec_customer_id
                AND p.since < attempt.started_at);
        RETURN;
    END IF;
    UPDATE delivery_attempt a SET
        ended_at = coalesce(a.ended_at, moment), outcome = result::attempt_outcome, http_status = http,
        error_kind = kind_of_error, answer = CASE WHEN target.anonymised_at IS NULL THEN answer_text END,
        answered_late_at = CASE WHEN settled = 'late' THEN moment END
    WHERE a.id = attempt.id;
    -- A process that stood still says nothing of Vitec.
    IF NOT magic AND kind_of_error IS DISTINCT FROM 'lease' THEN
        breaker := note_trouble(target.environment, target.vitec_customer_id, of_lead, result, kind_of_error, limited_ms);
    END IF;
    IF target.anonymised_at IS NOT NULL OR settled = 'late' AND (
        target.attempt_count > of_number OR target.status = 'delivered'
        OR target.status = 'pending' AND result NOT IN ('delivered', 'rejected', 'misconfigured')
        OR target.status = 'cancelled' AND result <> 'delivered') THEN
        settled := 'evidence';
        IF result = 'delivered' AND target.attempt_count > of_number THEN
            INSERT INTO lead_event (lead_id, kind, attempt) VALUES (of_lead, 'maybe_twice', of_number);
        ELSIF result = 'delivered' AND target.anonymised_at IS NULL AND target.vitec_lead_id IS NULL THEN
            UPDATE lead l SET vitec_lead_id = vitec_id, search_text = l.search_text
                || CASE WHEN l.search_version < 1 THEN ' ' || lower(vitec_id) ELSE vitec_search END
            WHERE l.id = of_lead;
        END IF;
        RETURN;
    END IF;
    UPDATE lead l SET
        status = new_status::lead_status,
        last_word = word,
        vitec_lead_id = vitec_id,
        delivered_at = CASE WHEN new_status = 'delivered' THEN moment END,
        next_attempt_at = CASE WHEN new_status = 'pending' THEN moment + coalesce(retry_ms, 0) * interval '1 millisecond' END,
        schedule_step = CASE WHEN pauses THEN 0 ELSE l.schedule_step END,
        lane = CASE WHEN pauses THEN l.lane ELSE 1 END,
        search_text = CASE WHEN vitec_id IS NULL THEN l.search_text
            WHEN l.search_version < 1 THEN l.search_text || ' ' || lower(vitec_id) ELSE l.search_text || vitec_search END
    WHERE l.id = of_lead RETURNING l.status, l.next_attempt_at INTO settle_attempt.status, settle_attempt.next_attempt_at;
    INSERT INTO lead_event (lead_id, kind, attempt)
    VALUES (of_lead, (CASE WHEN new_status = 'pending' THEN 'waiting' ELSE new_status END)::lead_event_kind, of_number);
    IF pauses THEN
        -- A customer that only tests have met is none of ours.
        INSERT INTO customer (id, vitec_id, name, found_by_pause, updated_at)
        SELECT gen_random_uuid(), target.vitec_customer_id, target.vitec_customer_id, true, clock_timestamp()
        WHERE target.environment IS DISTINCT FROM 'test'
        ON CONFLICT DO NOTHING;
        INSERT INTO customer_pause (environment, vitec_customer_id, reason, since, next_probe_at)
        VALUES (target.environment, target.vitec_customer_id, kind_of_error, moment, next_probe_time(moment, moment))
        ON CONFLICT (environment, vitec_customer_id) DO UPDATE SET reason = EXCLUDED.reason
        WHERE customer_pause.reason = ''
        -- A row that was there has been locked for this.
        RETURNING xmax = 0 INTO pause_began;
        pause_began := coalesce(pause_began, false);
    END IF;
    lifts := result IN ('delivered', 'rejected') AND EXISTS (SELECT FROM customer_pause p
        WHERE p.environment = target.environment AND p.vitec_customer_id = target.vitec_customer_id
            AND p.since < attempt.started_at);
END
$$;

-- What a change of a lead's status brings with it, whichever version makes it. Those that wait are not counted here: they are
-- few, and have an index. So a lead that comes in costs nothing more. Nor are those of test keys, which never change from one to
-- the other. What is settled is told to its sender.
--
-- A lead that another was made of is never sent any more, whatever makes it due: an answer that comes late, a version that does
-- not know of replacing. Its sender has been told that it was replaced, and is told besides if it turns out to be at Vitec
-- after all: it may be there twice, itself and what was made of it.
CREATE OR REPLACE FUNCTION "tally_lead_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.status <> 'pending' AND OLD.environment IS DISTINCT FROM 'test' THEN
        PERFORM tally_lead(OLD.status, OLD.channel, -1);
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.status <> 'pending' THEN
        IF NEW.environment IS DISTINCT FROM 'test' THEN PERFORM tally_lead(NEW.status, NEW.channel, 1); END IF;
        IF NEW.actor IS NOT NULL AND (NEW.replaced_by_id IS NULL OR NEW.status = 'delivered') THEN
            PERFORM tell_webhook(NEW.actor, NEW.id, 'lead.' || NEW.status, NEW.status, NULL);
        END IF;
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.replaced_by_id IS NOT NULL THEN
        IF NEW.status = 'pending' THEN
            UPDATE lead l SET status = OLD.status, next_attempt_at = NULL WHERE l.id = NEW.id;
        ELSIF NEW.status = 'delivered' THEN
            INSERT INTO lead_event (lead_id, kind, attempt) VALUES (NEW.id, 'maybe_twice', NEW.attempt_count);
        END IF;
    END IF;
    RETURN NULL;
END
$$;

-- Counts an attempt by what it came to; one that was answered after it was taken for interrupted, by both: a counter never falls.
CREATE OR REPLACE FUNCTION "tally_attempt"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.environment IS DISTINCT FROM 'test' THEN
        INSERT INTO attempt_tally AS t (outcome, backend, attempts) VALUES (NEW.outcome, pg_backend_pid(), 1)
        ON CONFLICT (outcome, backend) DO UPDATE SET attempts = t.attempts + 1;
    END IF;
    RETURN NULL;
END
$$;
