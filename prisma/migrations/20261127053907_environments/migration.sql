-- AlterTable
ALTER TABLE "delivery_attempt" ADD COLUMN     "environment" TEXT;

-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "environment" TEXT;

-- CreateTable
CREATE TABLE "environment" (
    "id" TEXT NOT NULL,
    "first_seen" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "environment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_pause" (
    "environment" TEXT NOT NULL,
    "vitec_customer_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_probe_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_pause_pkey" PRIMARY KEY ("environment","vitec_customer_id")
);

-- CreateIndex
CREATE INDEX "delivery_attempt_environment_ended_at_idx" ON "delivery_attempt"("environment", "ended_at");

-- CreateIndex
CREATE INDEX "lead_without_environment" ON "lead"("id") WHERE (environment IS NULL);
