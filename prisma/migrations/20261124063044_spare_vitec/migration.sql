-- AlterTable
ALTER TABLE "delivery_pause" ADD COLUMN     "next_probe_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateIndex
CREATE INDEX "delivery_attempt_ended_at_idx" ON "delivery_attempt"("ended_at");
