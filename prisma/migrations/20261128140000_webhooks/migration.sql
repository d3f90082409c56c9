-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "sealed" TEXT NOT NULL,
    "sealed_before" TEXT,
    "before_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT delivery_clock(),
    "off_at" TIMESTAMPTZ(3),
    "off_reason" TEXT,
    "failing_since" TIMESTAMPTZ(3),
    "held_until" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_event" (
    "number" BIGSERIAL NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "webhook_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "lead_id" UUID,
    "state" "lead_status",
    "replaced_by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT delivery_clock(),
    "next_attempt_at" TIMESTAMPTZ(3) DEFAULT delivery_clock(),
    "leased_until" TIMESTAMPTZ(3),
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "schedule_step" INTEGER NOT NULL DEFAULT 0,
    "told_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL DEFAULT (clock_timestamp() + '30 days'::interval),

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "webhook_attempt" (
    "event_number" BIGINT NOT NULL,
    "number" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT delivery_clock(),
    "ended_at" TIMESTAMPTZ(3),
    "http_status" INTEGER,
    "code" TEXT,
    "answer" TEXT,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("event_number","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "webhook_actor_key" ON "webhook"("actor");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_event_id_key" ON "webhook_event"("id");

-- CreateIndex
CREATE INDEX "webhook_event_webhook_id_number_idx" ON "webhook_event"("webhook_id", "number" DESC);

-- CreateIndex
CREATE INDEX "webhook_event_due" ON "webhook_event"("webhook_id", "next_attempt_at") WHERE (next_attempt_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "webhook_event_of_lead" ON "webhook_event"("lead_id", "number");

-- CreateIndex
CREATE INDEX "webhook_event_expires_at_idx" ON "webhook_event"("expires_at");

-- AddForeignKey
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_event_number_fkey" FOREIGN KEY ("event_number") REFERENCES "webhook_event"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- A stranger's words may name a person: no statistics of them, nor of addresses and what is sealed.
ALTER TABLE "webhook_attempt" ALTER COLUMN "answer" SET STATISTICS 0;
ALTER TABLE "webhook" ALTER COLUMN "url" SET STATISTICS 0, ALTER COLUMN "sealed" SET STATISTICS 0,
    ALTER COLUMN "sealed_before" SET STATISTICS 0;

-- What was erased is to be gone from the disk soon, as in the tables of leads.
ALTER TABLE "webhook_attempt" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

-- Writes down for a lead's sender what has become of it, where it has a webhook that tells such things. Called by whoever changes
-- the lead, in its transaction and with its row locked: so the numbers of one lead's events are in the order of its changes.
CREATE FUNCTION "tell_webhook"("of_actor" text, "of_lead" uuid, "what" text, "is_now" lead_status, "replacing" uuid)
RETURNS void LANGUAGE sql VOLATILE AS $$
    INSERT INTO webhook_event (webhook_id, type, lead_id, state, replaced_by_id)
    SELECT w.id, what, of_lead, is_now, replacing FROM webhook w
    WHERE w.actor = of_actor AND w.off_at IS NULL AND what = ANY (w.events)
$$;

-- What a change of a lead's status brings with it, whichever version makes it. Those that wait are not counted here: they are
-- few, and have an index. So a lead that comes in costs nothing more. What is settled is told to its sender.
--
-- A lead that another was made of is never sent any more, whatever makes it due: an answer that comes late, a version that does
-- not know of replacing. Its sender has been told that it was replaced, and is told besides if it turns out to be at Vitec
-- after all: it may be there twice, itself and what was made of it.
CREATE OR REPLACE FUNCTION "tally_lead_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.status <> 'pending' THEN PERFORM tally_lead(OLD.status, OLD.channel, -1); END IF;
    IF TG_OP <> 'DELETE' AND NEW.status <> 'pending' THEN
        PERFORM tally_lead(NEW.status, NEW.channel, 1);
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

-- What goes with a lead's person, whichever version takes it away: see the migration that made it. A receiver may have repeated
-- what it looked up of a lead.
CREATE OR REPLACE FUNCTION "forget_beside_lead"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM lead_note WHERE lead_id = NEW.id;
    DELETE FROM lead_match WHERE lead_id = NEW.id;
    UPDATE webhook_attempt a SET answer = NULL FROM webhook_event e
    WHERE e.number = a.event_number AND e.lead_id = NEW.id AND a.answer IS NOT NULL;
    RETURN NULL;
END
$$;
