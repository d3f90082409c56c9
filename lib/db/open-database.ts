import { resolve } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import type { Pool } from 'pg'
import { addressOf, connectPostgres, shownAddress } from './connect-postgres'
import { openEmbedded } from './embedded/open-embedded'
import { endWhenSilent } from './end-when-silent'
import { PrismaClient } from './generated/client'
import { migrate, refuseOlder, refusePending } from './migrate'
import { refuseSealed } from './seal'

/** The open database, migrated. `place` is its folder, or its address without credentials. */
export type Database = {
  kind: 'embedded' | 'postgres'
  place: string
  pool: pg.Pool
  prisma: PrismaClient
  /** Copies the embedded database to a folder that is not there yet, while statements go on. */
  copyTo?: (folder: string) => Promise<void>
  close(): Promise<void>
}

type Settings = { DATABASE_URL?: string | undefined; DATA_DIR: string }
/** `watch`: from when it is migrated. A migration is let take its time, on a machine that is busy with starting too. */
type Opened = Omit<Database, 'prisma'> & { watch?: () => void }

/** On the global object, because Next.js evaluates this module once for each bundle, and again in development. */
const openKey = Symbol.for('lead-api.databases')
const shared: typeof globalThis & { [openKey]?: Map<string, Promise<Database>> } = globalThis
const open = shared[openKey] ?? new Map<string, Promise<Database>>()
shared[openKey] = open

/**
 * Opens the database that the settings name and applies the migrations it lacks. One process has each database
 * open once: further calls get the same one, until it is closed. `make` sees to its tables.
 * @throws {DatabaseError} in one line: a folder in use, an address that does not answer, a failed migration.
 */
export function openDatabase(
  { DATABASE_URL, DATA_DIR }: Settings,
  make: (pool: Pool) => Promise<unknown> = migrate,
): Promise<Database> {
  const key = DATABASE_URL ?? resolve(DATA_DIR)
  const database = open.get(key) ?? prepare(key, DATABASE_URL ? openPostgres(key) : openFolder(key), make)
  open.set(key, database)
  return database
}

/** The same for a command beside the service: instances of another version may have it open. @throws {DatabaseError} */
export const openMigrated = (settings: Settings): Promise<Database> => openDatabase(settings, refusePending)

async function prepare(
  key: string,
  opening: Promise<Opened>,
  make: (pool: Pool) => Promise<unknown>,
): Promise<Database> {
  try {
    const { close, watch, ...opened } = await opening
    const prisma = createPrisma(opened.pool)
    const closeAll = async () => {
      open.delete(key)
      await prisma.$disconnect()
      await close()
    }
    const ready = refuseSealed(opened.pool).then(() => make(opened.pool))
    await ready.catch(async (error) => {
      await closeAll()
      throw error
    })
    watch?.()
    return { ...opened, prisma, close: closeAll }
  } catch (error) {
    open.delete(key)
    throw error
  }
}

async function openFolder(dataDir: string): Promise<Opened> {
  const { folder, ...opened } = await openEmbedded(dataDir)
  return { kind: 'embedded', place: folder, ...opened }
}

async function openPostgres(url: string): Promise<Opened> {
  const pool = await connectPostgres(url)
  await refuseOlder(pool).catch(async (error) => {
    await pool.end()
    throw error
  })
  const watch = () => endWhenSilent(pool, addressOf(url))
  return { kind: 'postgres', place: shownAddress(url), pool, watch, close: () => pool.end() }
}

/** How long a transaction may wait for a connection and then take, in milliseconds. */
const transactionOptions = { maxWait: 10_000, timeout: 10_000 }

/** Prisma over a pool, the same way for both databases. Disconnecting it leaves the pool open. */
export function createPrisma(pool: Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions })
}
