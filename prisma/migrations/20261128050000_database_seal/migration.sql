-- CreateTable
CREATE TABLE "database_seal" (
    "number" INTEGER NOT NULL,
    "moved_to" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "database_seal_pkey" PRIMARY KEY ("number")
);

ALTER TABLE "database_seal"
    ADD CONSTRAINT "database_seal_number" CHECK (number = 1),
    ALTER COLUMN "moved_to" SET STATISTICS 0;
