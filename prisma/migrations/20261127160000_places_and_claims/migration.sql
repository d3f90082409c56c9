-- What time it is to deliveries: the database's, of which all instances have the same.
CREATE FUNCTION "delivery_clock"() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT clock_timestamp()';

-- CreateEnum
CREATE TYPE "lead_event_kind" AS ENUM ('delivered', 'rejected', 'unknown', 'failed', 'waiting', 'maybe_twice');

-- AlterTable
ALTER TABLE "delivery_attempt" ADD COLUMN     "answered_late_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "lane" SMALLINT NOT NULL DEFAULT 0,
ALTER COLUMN "received_at" SET DEFAULT delivery_clock(),
ALTER COLUMN "next_attempt_at" SET DEFAULT delivery_clock();

-- CreateTable
CREATE UNLOGGED TABLE "outbound_schedule" (
    "number" SMALLINT NOT NULL DEFAULT 1,
    "next_at" TIMESTAMPTZ(6) NOT NULL,
    "seen_at" TIMESTAMPTZ(6) NOT NULL,
    "last_customer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "outbound_schedule_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE UNLOGGED TABLE "outbound_place" (
    "id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "vitec_customer_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "is_probe" BOOLEAN NOT NULL,

    CONSTRAINT "outbound_place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_trouble" (
    "environment" TEXT NOT NULL,
    "vitec_customer_id" TEXT NOT NULL,
    "lead_ids" UUID[],
    "tripped_at" TIMESTAMPTZ(3),
    "held_until" TIMESTAMPTZ(3),
    "limited_at" TIMESTAMPTZ(3),
    "one_at_a_time" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "customer_trouble_pkey" PRIMARY KEY ("environment","vitec_customer_id")
);

-- CreateTable
CREATE TABLE "lead_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT delivery_clock(),
    "lead_id" UUID NOT NULL,
    "kind" "lead_event_kind" NOT NULL,
    "attempt" INTEGER,
    "expires_at" TIMESTAMPTZ(3) NOT NULL DEFAULT (clock_timestamp() + '30 days'::interval),

    CONSTRAINT "lead_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "outbound_place_lead_id_key" ON "outbound_place"("lead_id");

-- CreateIndex
CREATE INDEX "lead_turn" ON "lead"("environment", "vitec_customer_id", "lane", "next_attempt_at", "id") WHERE (status = 'pending' AND next_attempt_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "lead_released" ON "lead"("released_from", "next_attempt_at") WHERE (status = 'pending' AND released_from IS NOT NULL);

-- What a lead does not have yet is in no index: each change of a lead writes to all that it is in.
DROP INDEX "lead_vitec_lead_id_idx";
DROP INDEX "lead_erasure_id_idx";
CREATE INDEX "lead_vitec_lead_id_idx" ON "lead"("vitec_lead_id") WHERE (vitec_lead_id IS NOT NULL);
CREATE INDEX "lead_erasure_id_idx" ON "lead"("erasure_id") WHERE (erasure_id IS NOT NULL);

-- From a new database on there is one. After a crash of PostgreSQL there is none: then a second is waited for.
INSERT INTO "outbound_schedule" ("number", "next_at", "seen_at") VALUES (1, '-infinity', '-infinity');

-- A lead that waits is due, and what it waits for stands in its way; formerly it had no time while its customer was paused.
UPDATE "lead" SET "next_attempt_at" = clock_timestamp() WHERE "status" = 'pending' AND "next_attempt_at" IS NULL
    AND NOT EXISTS (SELECT FROM "delivery_attempt" a WHERE a."lead_id" = "lead"."id" AND a."ended_at" IS NULL);

-- Until when nothing is sent at all: two customers were told within a minute that it was too much, or different leads of
-- different customers have met trouble, one after the other, and none has been answered. NULL where neither is so.
CREATE FUNCTION "vitec_held_until"("place_environment" text, "magic" text) RETURNS timestamptz
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    moment timestamptz := delivery_clock();
    limited_until timestamptz;
    failing_until timestamptz;
BEGIN
    IF (SELECT count(*) FROM (SELECT FROM customer_trouble t WHERE t.environment = place_environment LIMIT 2) few) < 2 THEN
        RETURN NULL;
    END IF;
    SELECT least(max(t.held_until), max(t.limited_at) + interval '60 seconds') INTO limited_until
    FROM customer_trouble t
    WHERE t.environment = place_environment AND t.limited_at > moment - interval '60 seconds'
    HAVING count(*) >= 2;
    WITH latest AS (
        SELECT a.lead_id, l.vitec_customer_id, a.outcome, a.ended_at,
            row_number() OVER (ORDER BY a.ended_at DESC, a.id DESC) AS age
        FROM delivery_attempt a JOIN lead l ON l.id = a.lead_id
        WHERE a.environment = place_environment AND a.ended_at IS NOT NULL
            AND a.error_kind IS DISTINCT FROM 'interrupted' AND a.error_kind IS DISTINCT FROM 'lease'
            AND NOT coalesce(starts_with(l.vitec_customer_id, magic), false)
        ORDER BY a.ended_at DESC LIMIT 20
    ), run AS (
        SELECT * FROM latest WHERE age < coalesce(
            (SELECT min(age) FROM latest WHERE outcome NOT IN ('not_sent', 'not_saved', 'unknown')), 21)
    ), firsts AS (
        SELECT DISTINCT ON (lead_id) lead_id, vitec_customer_id, ended_at FROM run ORDER BY lead_id, age DESC
    ), counted AS (
        SELECT ended_at, row_number() OVER (ORDER BY ended_at) AS leads,
            (SELECT count(DISTINCT f.vitec_customer_id) FROM firsts f WHERE f.ended_at <= firsts.ended_at) AS customers
        FROM firsts
    )
    SELECT newest + least(greatest(newest - min(ended_at), interval '30 seconds'), interval '10 minutes')
    INTO failing_until
    FROM counted, (SELECT max(run.ended_at) AS newest FROM run) n
    WHERE leads >= 5 AND customers >= 3 GROUP BY newest;
    RETURN greatest(limited_until, failing_until);
END
$$;

-- When a customer's next probe is: as long again as its pause has lasted, between five minutes and six hours.
CREATE FUNCTION "next_probe_time"("since" timestamptz, "moment" timestamptz) RETURNS timestamptz
LANGUAGE sql IMMUTABLE AS $$
    SELECT moment + least(greatest(moment - since, interval '5 minutes'), interval '6 hours')
$$;

-- After the clock was set back: what was due by the old one is due now, and what is to come comes as soon as it would have.
CREATE FUNCTION "follow_clock_back"("back" interval) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    moment timestamptz := delivery_clock();
BEGIN
    UPDATE lead SET next_attempt_at = greatest(next_attempt_at - back, moment)
    WHERE status = 'pending' AND next_attempt_at > moment;
    UPDATE delivery_attempt SET started_at = moment WHERE ended_at IS NULL AND started_at > moment;
    UPDATE customer_pause SET next_probe_at = greatest(next_probe_at - back, moment), since = least(since, moment)
    WHERE next_probe_at > moment;
    UPDATE customer_trouble SET held_until = held_until - back, tripped_at = tripped_at - back,
        limited_at = limited_at - back
    WHERE greatest(held_until, tripped_at, limited_at) > moment;
END
$$;

-- The oldest lead of a customer that may be sent now; of those that are tried again or sent in bulk when nothing else is due.
-- One that somebody else has locked is passed over.
CREATE FUNCTION "due_lead"("of_environment" text, "of_customer" text, "moment" timestamptz) RETURNS uuid
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    found_lead uuid;
BEGIN
    FOR of_lane IN 0..2 LOOP
        SELECT l.id INTO found_lead FROM lead l
        WHERE l.status = 'pending' AND l.next_attempt_at IS NOT NULL AND l.environment = of_environment
            AND l.vitec_customer_id = of_customer AND l.lane = of_lane AND l.next_attempt_at <= moment
            AND l.anonymised_at IS NULL
            AND NOT EXISTS (SELECT FROM outbound_place p WHERE p.lead_id = l.id)
            AND NOT EXISTS (SELECT FROM delivery_attempt a WHERE a.lead_id = l.id AND a.ended_at IS NULL)
        ORDER BY l.environment, l.vitec_customer_id, l.lane, l.next_attempt_at, l.id LIMIT 1
        FOR NO KEY UPDATE SKIP LOCKED;
        IF FOUND THEN RETURN found_lead; END IF;
    END LOOP;
    RETURN NULL;
END
$$;

-- The lead of a paused customer that shows whether the cause is gone: its oldest that waits, whatever its time.
CREATE FUNCTION "probe_lead"("of_environment" text, "of_customer" text) RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT l.id FROM lead l
    WHERE l.status = 'pending' AND l.environment = of_environment AND l.vitec_customer_id = of_customer
        AND l.next_attempt_at IS NOT NULL AND l.anonymised_at IS NULL
        AND NOT EXISTS (SELECT FROM outbound_place p WHERE p.lead_id = l.id)
        AND NOT EXISTS (SELECT FROM delivery_attempt a WHERE a.lead_id = l.id AND a.ended_at IS NULL)
    ORDER BY l.received_at, l.id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
$$;

-- How many more attempts of a customer may be under way beside those for which it is named among the busy, NULL where it has to
-- wait for something else, and whether its next is a probe. No customer has all places; one that was not answered in time, or has failed too often, has one.
CREATE FUNCTION "customer_room"(
    "of_environment" text, "of_customer" text, "moment" timestamptz, "at_once" int, "busy" text[],
    OUT "room" int, OUT "probes" boolean
) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    trouble customer_trouble;
    pause customer_pause;
    share int := greatest(at_once - 1, 1);
BEGIN
    probes := false;
    SELECT * INTO trouble FROM customer_trouble t
    WHERE t.environment = of_environment AND t.vitec_customer_id = of_customer;
    IF FOUND THEN
        IF trouble.held_until > moment THEN RETURN; END IF;
        IF trouble.one_at_a_time OR trouble.tripped_at IS NOT NULL THEN share := 1; END IF;
    END IF;
    SELECT * INTO pause FROM customer_pause p
    WHERE p.environment = of_environment AND p.vitec_customer_id = of_customer;
    IF FOUND THEN
        IF pause.next_probe_at > moment THEN RETURN; END IF;
        probes := true;
        share := 1;
    END IF;
    room := share - coalesce(cardinality(array_positions(busy, of_customer)), 0);
END
$$;

-- Chooses the lead whose turn it is, and books the moment at which it may be sent. The schedule's row is locked first and to
-- the end, so that one is counted after the other, over all instances; nobody waits for the disk.
--
-- kind: 'place', and then in wait_ms the moment is there; 'full': ask again in wait_ms; 'held': Vitec is left alone for so
-- long; 'idle': nothing is due, the next, if that is known, in wait_ms. abandoned: attempts are open whose time is over.
CREATE FUNCTION "take_place"(
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
    shares record;
    exhausted boolean := false;
    -- Something is due that has no room beside what is under way of its customer.
    crowded boolean := false;
    booked timestamptz;
BEGIN
    PERFORM set_config('synchronous_commit', 'off', true);
    is_probe := false;
    LOOP
        SELECT * INTO schedule FROM outbound_schedule WHERE number = 1 FOR UPDATE;
        EXIT WHEN FOUND;
        INSERT INTO outbound_schedule (number, next_at, seen_at)
        VALUES (1, delivery_clock() + interval '1 second', delivery_clock()) ON CONFLICT DO NOTHING;
    END LOOP;
    moment := delivery_clock();
    IF schedule.seen_at > moment + interval '1 second' THEN
        PERFORM follow_clock_back(schedule.seen_at - moment);
        DELETE FROM outbound_place;
        schedule.next_at := moment + interval '1 second';
    END IF;
    schedule.seen_at := moment;
    DELETE FROM outbound_place p WHERE p.at < moment - interval '100 milliseconds';

    -- In one statement: between two, a place that is claimed would be neither a place any more nor an attempt yet.
    SELECT count(*) FILTER (WHERE NOT is_over), coalesce(bool_or(is_over), false),
        array_agg(under_way.vitec_customer_id) FILTER (WHERE NOT is_over AND under_way.environment = place_environment)
    INTO open_now, abandoned, busy
    FROM (
        SELECT a.started_at <= moment - slot AS is_over, a.environment,
            (SELECT l.vitec_customer_id FROM lead l WHERE l.id = a.lead_id)
        FROM delivery_attempt a WHERE a.ended_at IS NULL
        UNION ALL SELECT false, p.environment, p.vitec_customer_id FROM outbound_place p
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
        UPDATE outbound_schedule SET seen_at = schedule.seen_at, next_at = schedule.next_at WHERE number = 1;
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
    WHERE number = 1;
END
$$;

-- So many turns, one after the other, each seeing what the ones before it took. It says how many rows to plan for, always the
-- same: by the number that is asked for PostgreSQL would plan its statement anew each time.
CREATE FUNCTION "take_turns"(
    "place_environment" text, "at_once" int, "per_second" int, "slot_ms" int, "magic" text, "only_lead" uuid, "turns" int
) RETURNS TABLE (
    "turn" int, "kind" text, "wait_ms" int, "place" uuid, "lead_id" uuid, "is_probe" boolean, "abandoned" boolean
) LANGUAGE plpgsql VOLATILE ROWS 1 AS $$
BEGIN
    FOR turn IN 1..turns LOOP
        RETURN QUERY SELECT turn, t.*
        FROM take_place(place_environment, at_once, per_second, slot_ms, magic, only_lead) t;
    END LOOP;
END
$$;

-- Claims the lead of a place and writes its attempt's row: the last act before it is sent. Nothing where the place was
-- missed by a tenth of a second, or the lead is not what it was. Whoever holds all sending waits for the claims before it
-- by the lock, which claims share.
CREATE FUNCTION "claim_lead"("of_place" uuid, "request_url" text, "request_body" text,
    OUT "number" int, OUT "started_at" timestamptz, OUT "schedule_step" int
) LANGUAGE plpgsql VOLATILE SET enable_seqscan = off SET jit = off AS $$
DECLARE
    moment timestamptz;
    taken outbound_place;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(4810357::bigint);
    moment := delivery_clock();
    DELETE FROM outbound_place p WHERE p.id = of_place RETURNING * INTO taken;
    IF NOT FOUND OR moment > taken.at + interval '100 milliseconds' OR moment < taken.at - interval '1 second' THEN
        RETURN;
    END IF;
    PERFORM FROM lead l WHERE l.id = taken.lead_id FOR NO KEY UPDATE SKIP LOCKED;
    IF NOT FOUND THEN RETURN; END IF;
    UPDATE lead l
    SET next_attempt_at = NULL, attempt_count = l.attempt_count + 1, schedule_step = l.schedule_step + 1
    WHERE l.id = taken.lead_id AND l.status = 'pending' AND l.anonymised_at IS NULL AND l.environment = taken.environment
        AND l.next_attempt_at IS NOT NULL AND (taken.is_probe OR l.next_attempt_at <= moment)
        AND NOT EXISTS (SELECT FROM sending_hold h WHERE l.released_from IS DISTINCT FROM h.id)
        AND taken.is_probe = EXISTS (SELECT FROM customer_pause p
            WHERE p.environment = l.environment AND p.vitec_customer_id = l.vitec_customer_id)
        AND NOT EXISTS (SELECT FROM delivery_attempt a WHERE a.lead_id = l.id AND a.ended_at IS NULL)
    RETURNING l.attempt_count, l.schedule_step INTO claim_lead.number, claim_lead.schedule_step;
    IF NOT FOUND THEN RETURN; END IF;
    started_at := date_trunc('milliseconds', moment);
    INSERT INTO delivery_attempt (id, lead_id, number, environment, started_at, request_url, request_body)
    VALUES (gen_random_uuid(), taken.lead_id, claim_lead.number, taken.environment, claim_lead.started_at,
        claim_lead.request_url, claim_lead.request_body);
    IF taken.is_probe THEN
        UPDATE customer_pause p SET next_probe_at = next_probe_time(p.since, moment)
        WHERE p.environment = taken.environment AND p.vitec_customer_id = taken.vitec_customer_id;
    END IF;
END
$$;

-- What a result says of the lead's customer. One that was answered about a lead is in no trouble; one that was not answered
-- in time has one attempt at a time until something of it is delivered.
CREATE FUNCTION "note_trouble"("of_environment" text, "of_customer" text, "of_lead" uuid, "result" text,
    "kind_of_error" text, "limited_ms" int
) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    moment timestamptz := delivery_clock();
    trouble customer_trouble;
BEGIN
    IF result = 'delivered' THEN
        DELETE FROM customer_trouble t WHERE t.environment = of_environment AND t.vitec_customer_id = of_customer;
        RETURN;
    ELSIF result IN ('rejected', 'misconfigured') THEN
        UPDATE customer_trouble t SET lead_ids = '{}', tripped_at = NULL, held_until = NULL
        WHERE t.environment = of_environment AND t.vitec_customer_id = of_customer;
        RETURN;
    END IF;
    INSERT INTO customer_trouble (environment, vitec_customer_id, lead_ids) VALUES (of_environment, of_customer, '{}')
    ON CONFLICT (environment, vitec_customer_id) DO UPDATE SET one_at_a_time = customer_trouble.one_at_a_time
    RETURNING * INTO trouble;
    IF of_lead <> ALL (trouble.lead_ids) AND cardinality(trouble.lead_ids) < 5 THEN
        trouble.lead_ids := trouble.lead_ids || of_lead;
    END IF;
    IF cardinality(trouble.lead_ids) >= 5 THEN
        trouble.tripped_at := coalesce(trouble.tripped_at, moment);
        trouble.held_until := moment
            + least(greatest(moment - trouble.tripped_at, interval '30 seconds'), interval '10 minutes');
    END IF;
    IF kind_of_error = 'limited' THEN
        trouble.limited_at := moment;
        trouble.held_until := greatest(trouble.held_until, moment + limited_ms * interval '1 millisecond');
    END IF;
    UPDATE customer_trouble t SET lead_ids = trouble.lead_ids, tripped_at = trouble.tripped_at,
        held_until = trouble.held_until, limited_at = trouble.limited_at,
        one_at_a_time = trouble.one_at_a_time OR kind_of_error = 'timeout'
    WHERE t.environment = of_environment AND t.vitec_customer_id = of_customer;
END
$$;

-- Closes an attempt, moves its lead, and says what happened. An answer that came after its attempt was taken for interrupted
-- settles the lead if no other attempt followed; else it is kept with its attempt, and there may be two at Vitec.
--
-- settled: 'on_time', 'late', 'evidence', or 'before', where all of it was written already. lifts: the answer shows that what
-- the customer is paused for is over.
CREATE FUNCTION "settle_attempt"("of_lead" uuid, "of_number" int, "result" text, "new_status" text, "http" int,
    "answer_text" text, "kind_of_error" text, "word" text, "vitec_id" text, "vitec_search" text, "retry_ms" bigint,
    "pauses" boolean, "limited_ms" int, "magic" boolean,
    OUT "settled" text, OUT "status" text, OUT "next_attempt_at" timestamptz, OUT "lifts" boolean
) LANGUAGE plpgsql VOLATILE SET enable_seqscan = off SET jit = off AS $$
DECLARE
    moment timestamptz;
    target lead;
    attempt delivery_attempt;
BEGIN
    lifts := false;
    SELECT * INTO target FROM lead l WHERE l.id = of_lead FOR NO KEY UPDATE;
    SELECT * INTO attempt FROM delivery_attempt a WHERE a.lead_id = of_lead AND a.number = of_number FOR UPDATE;
    moment := delivery_clock();
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
        PERFORM note_trouble(target.environment, target.vitec_customer_id, of_lead, result, kind_of_error, limited_ms);
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
        INSERT INTO customer (id, vitec_id, name, found_by_pause, updated_at)
        VALUES (gen_random_uuid(), target.vitec_customer_id, target.vitec_customer_id, true, clock_timestamp())
        ON CONFLICT DO NOTHING;
        INSERT INTO customer_pause (environment, vitec_customer_id, reason, since, next_probe_at)
        VALUES (target.environment, target.vitec_customer_id, kind_of_error, moment, next_probe_time(moment, moment))
        ON CONFLICT (environment, vitec_customer_id) DO UPDATE SET reason = EXCLUDED.reason
        WHERE customer_pause.reason = '';
    END IF;
    lifts := result IN ('delivered', 'rejected') AND EXISTS (SELECT FROM customer_pause p
        WHERE p.environment = target.environment AND p.vitec_customer_id = target.vitec_customer_id
            AND p.since < attempt.started_at);
END
$$;

-- Closes the attempts whose time is over, with their leads as in doubt: whoever made them is gone. A lead that somebody has
-- locked is left for the next time.
CREATE FUNCTION "settle_interrupted"("slot_ms" int, "word" text) RETURNS int LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    moment timestamptz := delivery_clock();
    settled int;
BEGIN
    WITH over AS (
        SELECT a.id, a.lead_id, a.number FROM delivery_attempt a JOIN lead l ON l.id = a.lead_id
        WHERE a.ended_at IS NULL AND a.started_at <= moment - slot_ms * interval '1 millisecond'
        ORDER BY a.lead_id LIMIT 500 FOR NO KEY UPDATE OF l SKIP LOCKED
    ), closed AS (
        UPDATE delivery_attempt a SET ended_at = moment, outcome = 'unknown', error_kind = 'interrupted'
        FROM over WHERE a.id = over.id AND a.ended_at IS NULL RETURNING a.lead_id, a.number
    ), moved AS (
        UPDATE lead l SET status = 'unknown', last_word = word, next_attempt_at = NULL
        FROM closed WHERE l.id = closed.lead_id AND l.status = 'pending' RETURNING l.id, closed.number
    ), told AS (
        INSERT INTO lead_event (lead_id, kind, attempt) SELECT id, 'unknown', number FROM moved
    )
    SELECT count(*) INTO settled FROM closed;
    RETURN settled;
END
$$;

-- A caller may write anything for a customer's id.
ALTER TABLE "outbound_schedule" ALTER COLUMN "last_customer" SET STATISTICS 0;
ALTER TABLE "outbound_place" ALTER COLUMN "vitec_customer_id" SET STATISTICS 0;
ALTER TABLE "customer_trouble" ALTER COLUMN "vitec_customer_id" SET STATISTICS 0;
