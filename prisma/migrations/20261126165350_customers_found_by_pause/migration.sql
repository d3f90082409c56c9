-- AlterTable
ALTER TABLE "customer" ADD COLUMN     "found_by_pause" BOOLEAN NOT NULL DEFAULT false;
