import { defineConfig } from 'prisma/config'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // Only `prisma migrate` reads this address; the offline engine in scripts/ answers without opening it.
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost:5432/none' },
})
