-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "all_customers" BOOLEAN NOT NULL,
    "customers" TEXT[],
    "per_minute" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key_secret" (
    "hash" BYTEA NOT NULL,
    "api_key_id" UUID NOT NULL,
    "hint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "works_until" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_secret_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
-- UNLOGGED: what is counted may be lost in a crash, and is written with every request.
CREATE UNLOGGED TABLE "rate_limit" (
    "subject" BYTEA NOT NULL,
    "spent_until" TIMESTAMPTZ(6) NOT NULL,
    "is_full" BOOLEAN NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("subject")
);

-- CreateIndex
CREATE INDEX "api_key_secret_api_key_id_idx" ON "api_key_secret"("api_key_id");

-- AddForeignKey
ALTER TABLE "api_key_secret" ADD CONSTRAINT "api_key_secret_api_key_id_fkey" FOREIGN KEY ("api_key_id") REFERENCES "api_key"("id") ON DELETE CASCADE ON UPDATE CASCADE;
