-- contracts: nothing goes. 0.2.0 writes no reference, and what it would leave of one when it anonymises, the trigger takes away.
-- AlterTable
ALTER TABLE "lead" ADD COLUMN "reference" TEXT;

-- It may name the person: no statistics of it.
ALTER TABLE "lead" ALTER COLUMN "reference" SET STATISTICS 0;

-- CreateIndex
CREATE INDEX "lead_reference" ON "lead"("actor", "reference", "received_at" DESC, "id" DESC) WHERE (reference IS NOT NULL);

-- An anonymised lead holds nothing of its person, this neither.
ALTER TABLE "lead" ADD CONSTRAINT "lead_anonymised_holds_no_reference" CHECK (anonymised_at IS NULL OR reference IS NULL);

-- The version before knows nothing of references, and anonymises leads that have one while it runs beside this.
CREATE FUNCTION lead_forget_reference() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.reference := NULL;
    RETURN NEW;
END
$$;
CREATE TRIGGER "lead_forget_reference" BEFORE UPDATE OF anonymised_at ON "lead"
    FOR EACH ROW WHEN (NEW.anonymised_at IS NOT NULL AND NEW.reference IS NOT NULL)
    EXECUTE FUNCTION lead_forget_reference();
