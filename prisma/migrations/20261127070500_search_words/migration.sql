-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "search_version" SMALLINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    "leads" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "uncounted_lead" (
    "lead_id" UUID NOT NULL,

    CONSTRAINT "uncounted_lead_pkey" PRIMARY KEY ("lead_id")
);

-- CreateIndex
CREATE INDEX "search_word_word_idx" ON "search_word" USING GIN ("word" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "lead_search_outdated" ON "lead"("search_version") WHERE (search_version < 1 AND anonymised_at IS NULL);

-- CreateIndex
CREATE INDEX "lead_customer" ON "lead"("vitec_customer_id");

-- AddForeignKey
ALTER TABLE "uncounted_lead" ADD CONSTRAINT "uncounted_lead_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A word must not outlive its person in what the planner knows of the table.
ALTER TABLE "search_word" ALTER COLUMN "word" SET STATISTICS 0;
ALTER TABLE "search_word" ADD CONSTRAINT "search_word_is_of_somebody" CHECK (leads > 0);

-- Whoever stores a lead, also a version of the service that knows nothing of the words.
CREATE FUNCTION "note_uncounted_lead"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO uncounted_lead (lead_id) VALUES (NEW.id);
    RETURN NULL;
END
$$;
CREATE TRIGGER "lead_uncounted" AFTER INSERT ON "lead" FOR EACH ROW EXECUTE FUNCTION "note_uncounted_lead"();
INSERT INTO "uncounted_lead" ("lead_id") SELECT "id" FROM "lead" WHERE "anonymised_at" IS NULL;
