-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "filter" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "view_link" (
    "token_hash" BYTEA NOT NULL,
    "sealed" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL DEFAULT (clock_timestamp() + '24:00:00'::interval),

    CONSTRAINT "view_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "export_rule" (
    "number" SMALLINT NOT NULL DEFAULT 1,
    "staff_may" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "export_rule_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "saved_view_actor_idx" ON "saved_view"("actor");

-- CreateIndex
CREATE INDEX "view_link_expires_at_idx" ON "view_link"("expires_at");

-- CreateIndex
CREATE INDEX "view_link_actor_idx" ON "view_link"("actor");

-- Words that people wrote, what is sealed, and hashes: the planner keeps nothing of them.
ALTER TABLE "saved_view"
    ALTER COLUMN "name" SET STATISTICS 0,
    ALTER COLUMN "filter" SET STATISTICS 0;
ALTER TABLE "view_link"
    ALTER COLUMN "token_hash" SET STATISTICS 0,
    ALTER COLUMN "sealed" SET STATISTICS 0;
