-- CreateTable
CREATE TABLE "lead_match" (
    "lead_id" UUID NOT NULL,
    "phone" BIGINT,
    "email" BIGINT,
    "place" BIGINT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_match_pkey" PRIMARY KEY ("lead_id")
);

-- CreateTable
CREATE TABLE "lead_draft" (
    "actor" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_draft_pkey" PRIMARY KEY ("actor")
);

-- CreateIndex
CREATE INDEX "lead_match_phone_lead_id_idx" ON "lead_match"("phone", "lead_id");

-- CreateIndex
CREATE INDEX "lead_match_email_lead_id_idx" ON "lead_match"("email", "lead_id");

-- CreateIndex
CREATE INDEX "lead_match_place_lead_id_idx" ON "lead_match"("place", "lead_id");

-- Sealed or hashed, it is of a person nevertheless, and statistics would outlive it.
ALTER TABLE "lead_match" ALTER COLUMN "phone" SET STATISTICS 0, ALTER COLUMN "email" SET STATISTICS 0,
    ALTER COLUMN "place" SET STATISTICS 0;
ALTER TABLE "lead_draft" ALTER COLUMN "sealed" SET STATISTICS 0;

-- What a change of a lead's status brings with it, whichever version makes it. Those that wait are not counted here: they are
-- few, and have an index. So a lead that comes in costs nothing more.
--
-- A lead that another was made of is never sent any more, whatever makes it due: an answer that comes late, a version that does
-- not know of replacing. One that turns out to be at Vitec after all may be there twice: itself, and what was made of it.
CREATE OR REPLACE FUNCTION "tally_lead_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.status <> 'pending' THEN PERFORM tally_lead(OLD.status, OLD.channel, -1); END IF;
    IF TG_OP <> 'DELETE' AND NEW.status <> 'pending' THEN PERFORM tally_lead(NEW.status, NEW.channel, 1); END IF;
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

-- What a lead is known by: the first eight bytes of the SHA-256 of a thing and its kind.
CREATE FUNCTION "match_key"("kind" text, "folded" text) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT ('x' || encode(substr(sha256(convert_to(kind || chr(10) || folded, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint
$$;

-- By phone and e-mail those of the last days are known at once; by name and address, which are compared in a spelling of the
-- application's, those that come from here on.
INSERT INTO "lead_match" ("lead_id", "phone", "email", "expires_at")
SELECT id, match_key('phone', phone), match_key('email', lower(email)), received_at + interval '30 days'
FROM "lead" WHERE received_at > clock_timestamp() - interval '30 days' AND anonymised_at IS NULL;
