-- CreateTable
CREATE TABLE "lead_tally" (
    "status" "lead_status" NOT NULL,
    "channel" "lead_channel" NOT NULL,
    "backend" INTEGER NOT NULL,
    "leads" BIGINT NOT NULL,

    CONSTRAINT "lead_tally_pkey" PRIMARY KEY ("status","channel","backend")
);

-- CreateTable
CREATE TABLE "attempt_tally" (
    "outcome" "attempt_outcome" NOT NULL,
    "backend" INTEGER NOT NULL,
    "attempts" BIGINT NOT NULL,

    CONSTRAINT "attempt_tally_pkey" PRIMARY KEY ("outcome","backend")
);

-- Counts a lead among those of a status, in the row of this session: two sessions never wait for each other's counts, whatever
-- the order in which they write them.
CREATE FUNCTION "tally_lead"("of_status" lead_status, "of_channel" lead_channel, "change" int) RETURNS void
LANGUAGE sql VOLATILE AS $$
    INSERT INTO lead_tally AS t (status, channel, backend, leads) VALUES (of_status, of_channel, pg_backend_pid(), change)
    ON CONFLICT (status, channel, backend) DO UPDATE SET leads = t.leads + EXCLUDED.leads
$$;

-- Those that wait are not counted here: they are few, and have an index. So a lead that comes in costs nothing more.
CREATE FUNCTION "tally_lead_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.status <> 'pending' THEN PERFORM tally_lead(OLD.status, OLD.channel, -1); END IF;
    IF TG_OP <> 'DELETE' AND NEW.status <> 'pending' THEN PERFORM tally_lead(NEW.status, NEW.channel, 1); END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER "lead_tally_insert" AFTER INSERT ON "lead" FOR EACH ROW
WHEN (NEW.status <> 'pending') EXECUTE FUNCTION "tally_lead_change"();
CREATE TRIGGER "lead_tally_update" AFTER UPDATE OF "status" ON "lead" FOR EACH ROW
WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION "tally_lead_change"();
CREATE TRIGGER "lead_tally_delete" AFTER DELETE ON "lead" FOR EACH ROW
WHEN (OLD.status <> 'pending') EXECUTE FUNCTION "tally_lead_change"();

-- Counts an attempt by what it came to; one that was answered after it was taken for interrupted, by both: a counter never falls.
CREATE FUNCTION "tally_attempt"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO attempt_tally AS t (outcome, backend, attempts) VALUES (NEW.outcome, pg_backend_pid(), 1)
    ON CONFLICT (outcome, backend) DO UPDATE SET attempts = t.attempts + 1;
    RETURN NULL;
END
$$;

CREATE TRIGGER "attempt_tally_update" AFTER UPDATE OF "outcome" ON "delivery_attempt" FOR EACH ROW
WHEN (NEW.outcome IS NOT NULL AND OLD.outcome IS DISTINCT FROM NEW.outcome) EXECUTE FUNCTION "tally_attempt"();

-- Adds up the rows of all sessions into that of none, but for those that are being written just now.
CREATE FUNCTION "fold_tallies"() RETURNS void LANGUAGE sql VOLATILE AS $$
    WITH folded AS (
        DELETE FROM lead_tally WHERE (status, channel, backend) IN (
            SELECT t.status, t.channel, t.backend FROM lead_tally t WHERE t.backend <> 0 FOR UPDATE SKIP LOCKED)
        RETURNING status, channel, leads
    )
    INSERT INTO lead_tally AS t (status, channel, backend, leads)
    SELECT status, channel, 0, sum(leads) FROM folded GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (status, channel, backend) DO UPDATE SET leads = t.leads + EXCLUDED.leads;
    WITH folded AS (
        DELETE FROM attempt_tally WHERE (outcome, backend) IN (
            SELECT t.outcome, t.backend FROM attempt_tally t WHERE t.backend <> 0 FOR UPDATE SKIP LOCKED)
        RETURNING outcome, attempts
    )
    INSERT INTO attempt_tally AS t (outcome, backend, attempts)
    SELECT outcome, 0, sum(attempts) FROM folded GROUP BY 1 ORDER BY 1
    ON CONFLICT (outcome, backend) DO UPDATE SET attempts = t.attempts + EXCLUDED.attempts;
$$;

-- What there is already. The triggers above keep writers out until this is committed.
INSERT INTO "lead_tally" SELECT status, channel, 0, count(*) FROM "lead" WHERE status <> 'pending' GROUP BY 1, 2;
INSERT INTO "attempt_tally" SELECT outcome, 0, count(*) FROM "delivery_attempt" WHERE outcome IS NOT NULL GROUP BY 1;

DROP FUNCTION "settle_attempt"(uuid, int, text, text, int, text, text, text, text, text, bigint, boolean, int, boolean);
DROP FUNCTION "note_trouble"(text, text, uuid, text, text, int);

-- What a result says of the lead's customer. One that was answered about a lead is in no trouble; one that was not answered
-- in time has one attempt at a time until something of it is delivered. Says what became of the breaker of the customer:
-- 'opened', 'closed', or 'stays', where it is open as it was before; NULL where it is closed as it was.
CREATE FUNCTION "note_trouble"("of_environment" text, "of_customer" text, "of_lead" uuid, "result" text,
    "kind_of_error" text, "limited_ms" int
) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    moment timestamptz := delivery_clock();
    trouble customer_trouble;
    breaker text;
BEGIN
    IF result = 'delivered' THEN
        DELETE FROM customer_trouble t WHERE t.environment = of_environment AND t.vitec_customer_id = of_customer
        RETURNING * INTO trouble;
        RETURN CASE WHEN trouble.tripped_at IS NOT NULL THEN 'closed' END;
    ELSIF result IN ('rejected', 'misconfigured') THEN
        SELECT * INTO trouble FROM customer_trouble t
        WHERE t.environment = of_environment AND t.vitec_customer_id = of_customer FOR UPDATE;
        UPDATE customer_trouble t SET lead_ids = '{}', tripped_at = NULL, held_until = NULL
        WHERE t.environment = of_environment AND t.vitec_customer_id = of_customer;
        RETURN CASE WHEN trouble.tripped_at IS NOT NULL THEN 'closed' END;
    END IF;
    INSERT INTO customer_trouble (environment, vitec_customer_id, lead_ids) VALUES (of_environment, of_customer, '{}')
    ON CONFLICT (environment, vitec_customer_id) DO UPDATE SET one_at_a_time = customer_trouble.one_at_a_time
    RETURNING * INTO trouble;
    IF of_lead <> ALL (trouble.lead_ids) AND cardinality(trouble.lead_ids) < 5 THEN
        trouble.lead_ids := trouble.lead_ids || of_lead;
    END IF;
    IF trouble.tripped_at IS NOT NULL THEN breaker := 'stays'; END IF;
    IF cardinality(trouble.lead_ids) >= 5 THEN
        breaker := coalesce(breaker, 'opened');
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
    RETURN breaker;
END
$$;

-- Closes an attempt, moves its lead, and says what happened. An answer that came after its attempt was taken for interrupted
-- settles the lead if no other attempt followed; else it is kept with its attempt, and there may be two at Vitec.
--
-- settled: 'on_time', 'late', 'evidence', or 'before', where all of it was written already. lifts: the answer shows that what
-- the customer is paused for is over. For the log and the metrics: since_received_ms, from when the lead came in; listed,
-- whether a person has put the customer on our list, else its id is what a caller sent; pause_began; breaker, as note_trouble.
CREATE FUNCTION "settle_attempt"("of_lead" uuid, "of_number" int, "result" text, "new_status" text, "http" int,
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
        INSERT INTO customer (id, vitec_id, name, found_by_pause, updated_at)
        VALUES (gen_random_uuid(), target.vitec_customer_id, target.vitec_customer_id, true, clock_timestamp())
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
