-- CreateTable
CREATE TABLE "vitec_account" (
    "customer_id" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vitec_account_pkey" PRIMARY KEY ("customer_id")
);

-- AddForeignKey
ALTER TABLE "vitec_account" ADD CONSTRAINT "vitec_account_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
