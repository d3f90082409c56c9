import { PrismaPg } from '@prisma/adapter-pg'
import type { Pool } from 'pg'
import { PrismaClient } from './generated/client'

/** How long a transaction may wait for a connection and then take, in milliseconds. */
const transactionOptions = { maxWait: 10_000, timeout: 10_000 }

/** Prisma over a pool, the same way for both databases. Disconnecting it leaves the pool open. */
export function createPrisma(pool: Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions })
}
