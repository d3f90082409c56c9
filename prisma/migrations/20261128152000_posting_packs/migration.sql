-- Which posting pack a key was made in.
ALTER TABLE "api_key" ADD COLUMN     "lead_source_id" UUID;

-- What a test key was answered where no lead was stored: codes and names of fields, nothing of what was sent.
CREATE TABLE "test_answer" (
    "id" BIGSERIAL NOT NULL,
    "api_key_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "http_status" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "fields" TEXT[],
    "lead_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL DEFAULT (clock_timestamp() + '30 days'::interval),

    CONSTRAINT "test_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "test_answer_api_key_id_id_idx" ON "test_answer"("api_key_id", "id" DESC);

-- CreateIndex
CREATE INDEX "api_key_lead_source_id_idx" ON "api_key"("lead_source_id") WHERE (lead_source_id IS NOT NULL);

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_lead_source_id_fkey" FOREIGN KEY ("lead_source_id") REFERENCES "lead_source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_answer" ADD CONSTRAINT "test_answer_api_key_id_fkey" FOREIGN KEY ("api_key_id") REFERENCES "api_key"("id") ON DELETE CASCADE ON UPDATE CASCADE;
