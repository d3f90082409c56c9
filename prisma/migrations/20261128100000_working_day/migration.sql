-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "replaced_by_id" UUID,
ADD COLUMN     "replaces_id" UUID,
ADD COLUMN     "set_aside_at" TIMESTAMPTZ(3),
ADD COLUMN     "settled_from" "lead_status";

-- CreateTable
CREATE TABLE "person_setting" (
    "actor" TEXT NOT NULL,
    "shortcuts" BOOLEAN NOT NULL DEFAULT true,
    "start_view_id" UUID,

    CONSTRAINT "person_setting_pkey" PRIMARY KEY ("actor")
);

-- CreateIndex
CREATE INDEX "lead_to_do" ON "lead"("received_at" DESC, "id" DESC) WHERE ((status = 'rejected' OR status = 'unknown' OR status = 'failed') AND replaced_by_id IS NULL AND set_aside_at IS NULL AND anonymised_at IS NULL);
