-- CreateIndex
CREATE INDEX "lead_vitec_lead_id_idx" ON "lead"("vitec_lead_id");
