-- CreateEnum
CREATE TYPE "alert_channel" AS ENUM ('webhook', 'email');

-- CreateEnum
CREATE TYPE "alert_news" AS ENUM ('raised', 'recovered', 'test');

-- CreateEnum
CREATE TYPE "alert_notice_state" AS ENUM ('waiting', 'told', 'dropped', 'given_up');

-- AlterTable
ALTER TABLE "alert" ADD COLUMN     "expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "mailed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "device_notice" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "device_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_notice" (
    "id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    "channel" "alert_channel" NOT NULL,
    "news" "alert_news" NOT NULL,
    "state" "alert_notice_state" NOT NULL DEFAULT 'waiting',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),
    "tries" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "alert_notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "device_notice_person_id_idx" ON "device_notice"("person_id");

-- CreateIndex
CREATE INDEX "device_notice_next_at_idx" ON "device_notice"("next_at");

-- CreateIndex
CREATE INDEX "alert_notice_waiting" ON "alert_notice"("next_at") WHERE (state = 'waiting');

-- CreateIndex
CREATE UNIQUE INDEX "alert_notice_alert_id_channel_news_key" ON "alert_notice"("alert_id", "channel", "news");

-- CreateIndex
CREATE INDEX "alert_kind_subject_ended_at_idx" ON "alert"("kind", "subject", "ended_at");

-- CreateIndex
CREATE INDEX "alert_expires_at_idx" ON "alert"("expires_at");

-- CreateIndex
CREATE INDEX "lead_event_maybe_twice" ON "lead_event"("at") WHERE (kind = 'maybe_twice');

-- AddForeignKey
ALTER TABLE "device_notice" ADD CONSTRAINT "device_notice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_notice" ADD CONSTRAINT "alert_notice_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;
