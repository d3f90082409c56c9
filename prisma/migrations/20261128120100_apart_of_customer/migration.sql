-- DropIndex
DROP INDEX "lead_customer";

-- CreateIndex
CREATE INDEX "lead_apart_of_customer" ON "lead"("vitec_customer_id", "received_at" DESC, "id" DESC, "status") WHERE (status = 'rejected' OR status = 'unknown' OR status = 'failed' OR status = 'cancelled');
