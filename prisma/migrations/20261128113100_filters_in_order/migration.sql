-- CreateIndex
CREATE INDEX "lead_of_customer" ON "lead"("vitec_customer_id", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "lead_of_sender" ON "lead"("actor", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "lead_of_channel" ON "lead"("channel", "received_at" DESC, "id" DESC);
