-- CreateEnum
CREATE TYPE "backup_state" AS ENUM ('running', 'verified', 'failed');

-- CreateEnum
CREATE TYPE "alert_kind" AS ENUM ('customer_paused', 'breaker_open', 'doubts', 'doubts_old', 'waiting_long', 'maybe_twice', 'disk_low', 'retention_stuck', 'backup_missed', 'sending_held', 'test');

-- CreateTable
CREATE TABLE "scheduled_run" (
    "name" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "took_ms" INTEGER,
    "failed_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "scheduled_run_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "backup" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "state" "backup_state" NOT NULL DEFAULT 'running',
    "file" TEXT NOT NULL,
    "bytes" BIGINT,
    "leads" INTEGER,
    "encrypted" BOOLEAN NOT NULL DEFAULT false,
    "failure" TEXT,

    CONSTRAINT "backup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" UUID NOT NULL,
    "kind" "alert_kind" NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "since" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "figures" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "backup_started_at_idx" ON "backup"("started_at" DESC);

-- CreateIndex
CREATE INDEX "alert_since_id_idx" ON "alert"("since" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "alert_open" ON "alert"("kind", "subject") WHERE (ended_at IS NULL);

-- A customer's id is what a caller sent, which may be anything.
ALTER TABLE "alert" ALTER COLUMN "subject" SET STATISTICS 0;
