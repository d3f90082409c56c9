-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "anonymised_at" TIMESTAMPTZ(3),
ADD COLUMN     "erasure_id" UUID;

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "address" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "leads" INTEGER NOT NULL,
    "cancelled" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "kept_answers" INTEGER NOT NULL,
    "sandbox_entries" INTEGER NOT NULL,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_event_at_id_idx" ON "audit_event"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_actor_at_id_idx" ON "audit_event"("actor", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_verb_at_id_idx" ON "audit_event"("verb", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_subject_at_id_idx" ON "audit_event"("subject", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "erasure_at_idx" ON "erasure"("at" DESC);

-- CreateIndex
CREATE INDEX "lead_not_anonymised" ON "lead"("received_at") WHERE (anonymised_at IS NULL);

-- CreateIndex
CREATE INDEX "lead_erasure_id_idx" ON "lead"("erasure_id");

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_erasure_id_fkey" FOREIGN KEY ("erasure_id") REFERENCES "erasure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- An anonymised lead holds nothing of its person, and is never sent again, whatever code there will be.
ALTER TABLE "lead" ADD CONSTRAINT "lead_anonymised_holds_nobody" CHECK (anonymised_at IS NULL OR (
    status <> 'pending' AND next_attempt_at IS NULL
    AND concat(first_name, last_name, email, phone, address, zip_code, city, qualification, custom_field) = ''
    AND concat(living_area, rooms, secondary_area, lot_size_area, year_built, occupant_type, association_fee_ore) = ''
    AND concat(message, last_word, vitec_lead_id, search_text) = ''
    AND valuation = 0 AND length(body) = 0 AND warnings = '[]'
));

-- Ids and words of ours: there is no room for a name, an e-mail address or a text.
ALTER TABLE "audit_event"
    ADD CONSTRAINT "audit_event_actor" CHECK (actor ~ '^(open|system|(person|key):[A-Za-z0-9_-]{1,64})$'),
    ADD CONSTRAINT "audit_event_verb" CHECK (verb ~ '^[a-z-]{1,40}\.[a-z-]{1,40}$'),
    ADD CONSTRAINT "audit_event_subject" CHECK (subject ~ '^[a-z-]{1,40}:[A-Za-z0-9_-]{1,64}$'),
    ADD CONSTRAINT "audit_event_address" CHECK (address ~ '^([0-9A-Fa-f:.]{2,45}|unknown|none)$');

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;

-- ALWAYS: also where a session calls itself a replica, which turns other triggers off.
CREATE TRIGGER "audit_event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_event"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "audit_event" ENABLE ALWAYS TRIGGER "audit_event_append_only";

CREATE TRIGGER "erasure_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "erasure"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "erasure" ENABLE ALWAYS TRIGGER "erasure_append_only";
