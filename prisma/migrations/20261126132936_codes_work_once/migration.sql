-- AlterTable
ALTER TABLE "second_factor" ADD COLUMN     "last_step" INTEGER;
