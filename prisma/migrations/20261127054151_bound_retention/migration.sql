-- CreateEnum
CREATE TYPE "retention_state" AS ENUM ('running', 'ended', 'held', 'refused');

-- CreateEnum
CREATE TYPE "retention_reason" AS ENUM ('over_bound', 'clock_ahead', 'clock_behind');

-- CreateTable
CREATE TABLE "retention_run" (
    "id" SERIAL NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "months" INTEGER NOT NULL,
    "cutoff" TIMESTAMPTZ(3) NOT NULL,
    "state" "retention_state" NOT NULL,
    "reason" "retention_reason",
    "leads" INTEGER NOT NULL,
    "due" INTEGER NOT NULL,
    "bound" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "newest_lead_at" TIMESTAMPTZ(3),
    "confirmed_by" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "retention_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock_watch" (
    "id" INTEGER NOT NULL,
    "seen_at" TIMESTAMPTZ(3),
    "rows_up_to" TIMESTAMPTZ(3),

    CONSTRAINT "clock_watch_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "clock_watch" ADD CONSTRAINT "clock_watch_one_row" CHECK (id = 1);

-- What there is says how late it was, before anything of today's clock is written. None: nothing is known.
INSERT INTO "clock_watch" (id, seen_at) VALUES (1, greatest(
    (SELECT max(received_at) FROM "lead"),
    (SELECT max(ended_at) FROM "delivery_attempt"),
    (SELECT max(at) FROM "audit_event")
));
