-- AlterTable
ALTER TABLE "audit_event" ADD COLUMN     "leads" INTEGER;
