-- CreateEnum
CREATE TYPE "sending_hold_reason" AS ENUM ('administrator', 'restored');

-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "released_from" UUID;

-- CreateTable
CREATE TABLE "sending_hold" (
    "number" SMALLINT NOT NULL DEFAULT 1,
    "id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "reason" "sending_hold_reason" NOT NULL,
    "actor" TEXT NOT NULL,

    CONSTRAINT "sending_hold_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "database_identity" (
    "number" SMALLINT NOT NULL DEFAULT 1,
    "marks" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "database_identity_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "sending_hold_id_key" ON "sending_hold"("id");
