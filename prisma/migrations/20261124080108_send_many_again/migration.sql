-- CreateEnum
CREATE TYPE "bulk_send_state" AS ENUM ('running', 'ended', 'cancelled');

-- CreateEnum
CREATE TYPE "bulk_send_item_state" AS ENUM ('open', 'taken', 'skipped', 'left');

-- CreateTable
CREATE TABLE "bulk_send" (
    "id" UUID NOT NULL,
    "actor" TEXT,
    "lead_status" "lead_status" NOT NULL,
    "state" "bulk_send_state" NOT NULL DEFAULT 'running',
    "total" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_send_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_send_item" (
    "bulk_send_id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "state" "bulk_send_item_state" NOT NULL DEFAULT 'open',
    "attempt_count" INTEGER NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_send_item_pkey" PRIMARY KEY ("bulk_send_id","lead_id")
);

-- CreateIndex
CREATE INDEX "bulk_send_ended_at_idx" ON "bulk_send"("ended_at");

-- CreateIndex
CREATE INDEX "bulk_send_item_next" ON "bulk_send_item"("bulk_send_id", "lead_id") WHERE (state = 'open');

-- CreateIndex
CREATE INDEX "bulk_send_item_lead_id_idx" ON "bulk_send_item"("lead_id");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_send_item_one_open" ON "bulk_send_item"("lead_id") WHERE (state = 'open');

-- AddForeignKey
ALTER TABLE "bulk_send_item" ADD CONSTRAINT "bulk_send_item_bulk_send_id_fkey" FOREIGN KEY ("bulk_send_id") REFERENCES "bulk_send"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_send_item" ADD CONSTRAINT "bulk_send_item_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;
