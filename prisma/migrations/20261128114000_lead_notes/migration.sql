-- CreateTable
CREATE TABLE "lead_note" (
    "id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT delivery_clock(),
    "actor" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "lead_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "lead_note_lead_id_idx" ON "lead_note"("lead_id");

-- AddForeignKey
ALTER TABLE "lead_note" ADD CONSTRAINT "lead_note_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A note may name the person: no statistics of it.
ALTER TABLE "lead_note" ALTER COLUMN "text" SET STATISTICS 0;

-- What was erased is to be gone from the disk soon, as in the tables of leads.
ALTER TABLE "lead_note" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
