-- Search in leads; a trusted extension, so that no superuser is needed.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "lead_channel" AS ENUM ('form', 'api', 'import');

-- CreateEnum
CREATE TYPE "lead_status" AS ENUM ('pending', 'delivered', 'rejected', 'unknown', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "attempt_outcome" AS ENUM ('delivered', 'rejected', 'unknown', 'not_sent', 'not_saved', 'misconfigured');

-- CreateEnum
CREATE TYPE "property_sub_type" AS ENUM ('Apartment', 'SingleFamilyResidence', 'Townhouse', 'Duplex', 'Terraced');

-- CreateEnum
CREATE TYPE "occupant_type" AS ENUM ('Owner', 'TenantOwnership');

-- CreateTable
CREATE TABLE "customer" (
    "id" UUID NOT NULL,
    "vitec_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead_source" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "vitec_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_pause" (
    "vitec_customer_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delivery_pause_pkey" PRIMARY KEY ("vitec_customer_id")
);

-- CreateTable
CREATE TABLE "lead" (
    "id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "channel" "lead_channel" NOT NULL,
    "actor" TEXT,
    "vitec_customer_id" TEXT NOT NULL,
    "vitec_source_id" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "zip_code" TEXT,
    "city" TEXT,
    "qualification" TEXT,
    "custom_field" TEXT,
    "valuation" BIGINT NOT NULL,
    "property_sub_type" "property_sub_type" NOT NULL,
    "living_area" DOUBLE PRECISION,
    "rooms" TEXT,
    "secondary_area" DOUBLE PRECISION,
    "lot_size_area" DOUBLE PRECISION,
    "year_built" TEXT,
    "occupant_type" "occupant_type",
    "association_fee_ore" INTEGER,
    "valuation_date" DATE NOT NULL,
    "message" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "warnings" JSONB NOT NULL DEFAULT '[]',
    "status" "lead_status" NOT NULL DEFAULT 'pending',
    "vitec_lead_id" TEXT,
    "last_word" TEXT,
    "delivered_at" TIMESTAMPTZ(3),
    "next_attempt_at" TIMESTAMPTZ(3),
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "schedule_step" INTEGER NOT NULL DEFAULT 0,
    "search_text" TEXT NOT NULL,

    CONSTRAINT "lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_attempt" (
    "id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "request_url" TEXT NOT NULL,
    "request_body" TEXT NOT NULL,
    "http_status" INTEGER,
    "answer" TEXT,
    "outcome" "attempt_outcome",
    "error_kind" TEXT,

    CONSTRAINT "delivery_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sandbox_lead" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_lead" JSONB NOT NULL,

    CONSTRAINT "sandbox_lead_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "customer_vitec_id_key" ON "customer"("vitec_id");

-- CreateIndex
CREATE UNIQUE INDEX "lead_source_customer_id_vitec_id_key" ON "lead_source"("customer_id", "vitec_id");

-- CreateIndex
CREATE INDEX "lead_received_at_id_idx" ON "lead"("received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "lead_status_received_at_id_idx" ON "lead"("status", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "lead_next_attempt_at_idx" ON "lead"("next_attempt_at") WHERE (status = 'pending' AND next_attempt_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "lead_vitec_customer_id_idx" ON "lead"("vitec_customer_id") WHERE (status = 'pending');

-- CreateIndex
CREATE INDEX "lead_search_text_idx" ON "lead" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "delivery_attempt_lead_id_number_key" ON "delivery_attempt"("lead_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_attempt_one_open" ON "delivery_attempt"("lead_id") WHERE (ended_at IS NULL);

-- CreateIndex
CREATE INDEX "sandbox_lead_received_at_idx" ON "sandbox_lead"("received_at" DESC);

-- AddForeignKey
ALTER TABLE "lead_source" ADD CONSTRAINT "lead_source_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_attempt" ADD CONSTRAINT "delivery_attempt_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

